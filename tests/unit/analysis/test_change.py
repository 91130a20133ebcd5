"""The classes of level and change, at the edges that ACLED publishes; and the sentences."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from scipy import stats

from corridor import vocabulary
from corridor.analysis.change import change_class, level_class, may_be_chance
from corridor.answers import Change
from corridor.texts import changes_text

COUNTS = st.integers(0, 60)


@pytest.mark.parametrize(
    ("now", "before", "told"),
    [
        (126, 100, "large increase"),
        (125, 100, "moderate increase"),
        (110, 100, "moderate increase"),
        (109, 100, "limited change"),
        (100, 100, "limited change"),
        (75, 100, "limited change"),
        (74, 100, "large decrease"),
        (0, 100, "large decrease"),
        # Two or fewer usual and five or fewer now: no change of so few is more than limited.
        (5, 2, "limited change"),
        (6, 2, "large increase"),
        (5, 3, "large increase"),
        (5, 0, "limited change"),
        (6, 0, "large increase"),
        (0, 2, "limited change"),
        (0, 3, "large decrease"),
        (0, 0, "limited change"),
    ],
)
def test_a_change_has_the_class_of_trendfinder(now: int, before: int, told: str) -> None:
    assert change_class(now, before) == told
    # What is usual is that of days of the same length.
    assert change_class(now, 3 * before, 365, 1095) == told


@pytest.mark.parametrize(
    ("incidents", "days", "told"),
    [
        (0, 365, "none"),
        (4, 365, "few"),
        (4, 7, "few"),
        (5, 365, "low"),
        (9, 365, "low"),
        (10, 365, "moderate"),
        (10, 366, "moderate"),
        (10, 367, "low"),
        (77, 364, "moderate"),
        (78, 364, "high"),
        (6, 28, "high"),
        (5, 28, "moderate"),
    ],
)
def test_a_level_has_the_steps_of_the_two_indices(incidents: int, days: int, told: str) -> None:
    assert level_class(incidents, days) == told


@given(COUNTS, COUNTS, st.sampled_from([(365, 365), (365, 730), (28, 365)]))
def test_chance_is_the_exact_test_at_ten_percent(
    now: int, before: int, days: tuple[int, int]
) -> None:
    share = days[0] / sum(days)
    tails = (
        stats.binom.cdf(now, now + before, share),
        stats.binom.sf(now - 1, now + before, share),
    )
    assert may_be_chance(now, before, *days) == (min(tails) >= 0.05)


@given(COUNTS, COUNTS)
@example(17, 40)
def test_a_percentage_stands_on_five_on_either_side(now: int, before: int) -> None:
    item = Change("district", "X", "Y", now, before, 365, 365)
    told = changes_text.sentence(item).replace("\u00a0", " ")
    assert ("%" in told) == (min(now, before) >= 5 and now != before)
    if "%" in told:
        assert f"({100 * ((now - before) / before):+,.0f} %)".replace("-", "−") in told
    assert item.level in vocabulary.LEVELS
    assert item.change_class in vocabulary.CHANGES


def said(now: int, before: int, days: int = 365, days_before: int = 365) -> str:
    item = Change("district", "X", "Y", now, before, days, days_before)
    return changes_text.sentence(item).replace("\u00a0", " ")


def test_the_difference_is_said_first_and_then_the_counts() -> None:
    assert said(12, 3) == "9 more: 12 incidents, 3 before."
    assert said(4, 0) == "4 more: 4 incidents, none before. May be chance."
    assert said(0, 6) == "6 fewer: no incident, 6 before."
    assert said(105, 53) == "52 more (+98 %): 105 incidents, 53 before."
    assert said(15, 13) == "2 more (+15 %): 15 incidents, 13 before. May be chance."
    assert said(5, 5) == "As many as before: 5 incidents."
    assert said(4, 34, 365, 730) == (
        "1.1 fewer a month: 0.3 now, 1.4 before. In all 4 incidents, 34 before."
    )
    assert said(7, 14, 365, 730).startswith("As many a month as before: 0.6 now. In all 7 ")
