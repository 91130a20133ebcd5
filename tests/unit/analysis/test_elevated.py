"""The rule "highest in 12", against months counted one by one."""

from __future__ import annotations

import math

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from corridor.analysis.elevated import alarms, back_test

MONTHS = st.lists(st.one_of(st.integers(0, 12), st.none()), min_size=1, max_size=60)


def series(counts: list[int | None]) -> pd.Series:
    starts = pd.date_range("2010-01-01", periods=len(counts), freq="MS")
    return pd.Series([math.nan if each is None else float(each) for each in counts], index=starts)


def by_hand(counts: list[int | None], at: int) -> bool | None:
    before = counts[at - 12 : at] if at >= 12 else [None]
    if counts[at] is None or None in before:
        return None
    most = max(each for each in before if each is not None)
    return (counts[at] or 0) >= 5 and (counts[at] or 0) > most


def followed(counts: list[int | None], at: int) -> bool | None:
    after, before = counts[at + 1 : at + 4], counts[at - 12 : at] if at >= 12 else [None]
    if len(after) < 3 or None in after or None in before:
        return None
    return sum(each or 0 for each in after) / 3 > sum(each or 0 for each in before) / 12 + 1e-12


@given(MONTHS)
def test_an_alarm_is_the_highest_of_thirteen_covered_months_and_five_or_more(
    counts: list[int | None],
) -> None:
    found = [None if pd.isna(each) else bool(each) for each in alarms(series(counts))]
    assert found == [by_hand(counts, at) for at in range(len(counts))]


@given(MONTHS)
def test_the_back_test_counts_what_followed(counts: list[int | None]) -> None:
    judged = [
        (by_hand(counts, at), followed(counts, at))
        for at in range(len(counts))
        if by_hand(counts, at) is not None and followed(counts, at) is not None
    ]
    found = back_test(series(counts))
    assert found.months == len(judged)
    assert found.alarms == sum(bool(raised) for raised, _ in judged)
    assert found.right == sum(bool(raised and higher) for raised, higher in judged)


def test_a_rule_is_better_only_by_its_whole_interval() -> None:
    step = [3] * 12 + [6, 9] + [3] * 20
    assert (back_test(series([*step])).alarms, back_test(series([*step])).right) == (2, 1)
    assert not back_test(series([*step])).is_better
    assert not back_test(series([1] * 40)).is_better
    level = 3
    rises: list[int | None] = []
    for _ in range(12):
        rises += [level] * 13 + [level + 3]
        level += 3
    found = back_test(series(rises + [level] * 4))
    assert (found.alarms, found.right) == (12, 12)
    assert found.is_better == (found.low > found.higher / found.months)
