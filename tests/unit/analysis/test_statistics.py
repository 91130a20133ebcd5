"""The statistics behind the findings, against statsmodels, brute force and properties."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from corridor.analysis import intervals, periods, verdicts
from corridor.analysis.intervals import Interval
from corridor.analysis.rates import Binned, block_bootstrap_ratio, rate_ratio
from corridor.analysis.recurrence import close_pairs


def ends(interval: Interval) -> list[float]:
    return [interval.low, interval.high]


@pytest.mark.parametrize(("hits", "trials"), [(0, 12), (5, 12), (12, 12), (42, 365)])
def test_shares_agree_with_statsmodels(hits: int, trials: int) -> None:
    score = proportion_confint(hits, trials, alpha=0.1, method="wilson")
    exact = proportion_confint(hits, trials, alpha=0.1, method="beta")
    assert ends(intervals.wilson(hits, trials)) == pytest.approx(score, abs=1e-9)
    assert ends(intervals.clopper_pearson(hits, trials)) == pytest.approx(exact, abs=1e-9)


def test_difference_agrees_with_statsmodels_and_the_printed_value() -> None:
    found = intervals.newcombe_difference((15, 29), (8, 28))
    known = confint_proportions_2indep(15, 29, 8, 28, method="newcomb", alpha=0.1)
    assert ends(found) == pytest.approx(known, abs=1e-9)
    assert [round(found.value, 2), *np.round(ends(found), 2)] == [0.23, 0.02, 0.42]


def test_exact_poisson_ends_leave_five_percent_on_each_side() -> None:
    found = intervals.poisson_exact(28)
    assert stats.poisson.sf(27, found.low) == pytest.approx(0.05)
    assert stats.poisson.cdf(28, found.high) == pytest.approx(0.05)
    assert intervals.poisson_exact(0).low == 0


def test_exact_ratio_is_the_conditional_one() -> None:
    found = intervals.rate_ratio_exact((206, 365), (539, 730))
    assert [round(end, 2) for end in ends(found)] == [0.67, 0.88]
    assert intervals.rate_ratio_exact((3, 1.0), (0, 1.0)).high == math.inf


def binned(seed: int, bins: int, mean: float) -> Binned:
    generator = np.random.default_rng(seed)
    return Binned(generator.poisson(mean, bins), generator.integers(28, 32, bins).astype(float))


def test_chance_is_a_half_at_the_value_itself() -> None:
    found = rate_ratio(binned(3, 12, 10), binned(4, 24, 20), 0.5)
    assert found.chance_at_least(found.interval.value) == pytest.approx(0.5)
    assert found.chance_at_least(found.interval.low) == pytest.approx(0.95)
    assert found.chance_between(*ends(found.interval)) == pytest.approx(0.9)
    assert found.chance_between(found.interval.value, math.inf) == pytest.approx(0.5)
    assert math.isnan(found.chance_between(0.0, 2.0))


def test_bootstrap_is_seeded_and_holds_the_value() -> None:
    now, then = binned(5, 12, 10), binned(6, 24, 20)
    first = block_bootstrap_ratio(now, then)
    assert first == block_bootstrap_ratio(now, then)
    assert first.low < first.value < first.high


CASES = [
    ((0.85, 1.0), verdicts.SUPPORTED),
    ((0.80, 1.0), verdicts.SUPPORTED),
    ((0.60, 1.0), verdicts.PARTLY),
    ((0.40, 0.7), verdicts.NOT_SUPPORTED),
    ((0.10, 0.5), verdicts.CONTRADICTED),
    ((0.40, 0.8), verdicts.UNDECIDED),
    ((0.50, 0.79), verdicts.NOT_SUPPORTED),
    ((0.51, 0.79), verdicts.SHORT),
    ((0.90, 2.0), verdicts.SUPPORTED),
    ((0.90, 2.1), verdicts.PARTLY),
    ((0.60, 2.1), verdicts.PARTLY),
    ((2.00, 3.0), verdicts.PARTLY),
    ((2.10, 3.0), verdicts.EXCEEDED),
    ((0.40, 3.0), verdicts.UNDECIDED),
]
AT = verdicts.Thresholds(0.8, 0.5, 2.0)


@pytest.mark.parametrize(("limits", "word"), CASES)
def test_verdict_table(limits: tuple[float, float], word: str) -> None:
    assert verdicts.verdict(Interval(0.5, *limits), AT) == word
    few = verdicts.NOT_ENOUGH if word == verdicts.UNDECIDED else word
    assert verdicts.verdict(Interval(0.5, *limits), AT, is_few=True) == few


STRENGTH = {
    verdicts.CONTRADICTED: 0,
    verdicts.NOT_SUPPORTED: 1,
    verdicts.SHORT: 2,
    verdicts.UNDECIDED: 2,
    verdicts.PARTLY: 3,
    verdicts.SUPPORTED: 4,
}


@given(st.floats(0, 2), st.floats(0, 1), st.floats(0, 1))
def test_more_of_the_claim_never_weakens_the_verdict(low: float, width: float, up: float) -> None:
    without_end = verdicts.Thresholds(0.8, 0.5)
    before = verdicts.verdict(Interval(low, low, low + width), without_end)
    after = verdicts.verdict(Interval(low, low + up, low + width + up), without_end)
    assert STRENGTH[after] >= STRENGTH[before]
    if before == verdicts.SUPPORTED:
        assert after == verdicts.SUPPORTED
    if after == verdicts.CONTRADICTED:
        assert before == verdicts.CONTRADICTED


def test_low_base_and_unknown_are_not_enough() -> None:
    assert verdicts.verdict(Interval(1, 0.9, 1), AT, is_low_base=True) == verdicts.NOT_ENOUGH
    assert verdicts.verdict(intervals.UNKNOWN, AT) == verdicts.NOT_ENOUGH


@pytest.mark.parametrize(
    ("words", "one"),
    [
        (["supported", "supported"], "supported"),
        (["supported", "not enough data"], "partly supported"),
        (["contradicted", "not enough data"], "not supported"),
        (["partly supported", "not enough data"], "partly supported"),
        (["partly supported", "not supported"], "partly supported"),
        (["contradicted", "not supported"], "not supported"),
        (["contradicted", "supported"], "partly supported"),
        (["not enough data", "not enough data"], "not enough data"),
        (["undecided", "not enough data"], "undecided"),
        (["undecided", "supported"], "partly supported"),
        (["more than claimed", "more than claimed"], "more than claimed"),
        (["more than claimed", "undecided"], "partly supported"),
        (["more than claimed", "contradicted"], "partly supported"),
        (["short of the claim", "undecided"], "short of the claim"),
        (["short of the claim", "not supported"], "not supported"),
        (["short of the claim", "partly supported"], "partly supported"),
    ],
)
def test_parts_into_one(words: list[str], one: str) -> None:
    assert verdicts.combine(words) == one


@pytest.mark.parametrize(
    ("word", "as_steady", "then"),
    [
        ("supported", 0.1, "supported"),
        ("supported", 0.25, "partly supported"),
        ("supported", 0.26, "not supported"),
        ("more than claimed", 0.2, "partly supported"),
        ("partly supported", 0.2, "partly supported"),
        ("partly supported", 0.5, "not supported"),
        ("short of the claim", 0.9, "short of the claim"),
        ("contradicted", 0.9, "contradicted"),
        ("undecided", 0.9, "undecided"),
    ],
)
def test_a_place_that_is_not_special_lowers_the_word(
    word: str, as_steady: float, then: str
) -> None:
    assert verdicts.beside_others(word, as_steady) == then


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.05, "almost no chance"),
        (0.40, "unlikely"),
        (0.5, "roughly even chance"),
        (0.66, "likely"),
    ],
)
def test_likelihood_words(chance: float, words: str) -> None:
    assert verdicts.likelihood(chance) == words


def test_likelihood_ends() -> None:
    assert verdicts.likelihood(0.96) == "almost certain"
    assert verdicts.likelihood(1.0) == "almost certain"
    assert verdicts.likelihood(math.nan) == ""


@given(st.integers(1, 400), st.integers(1, 12))
def test_bins_and_periods_are_equal_within_a_day(days: int, parts: int) -> None:
    for cut in (periods.forward_bins(days, parts), periods.backward_periods(days, parts)):
        sizes = np.bincount(cut, minlength=parts)
        assert sizes.sum() == days
        assert sizes.max() - sizes.min() <= 1
        assert (np.diff(cut) >= 0).all()


def test_quiet_spells_name_first_and_last_day() -> None:
    marks = np.array([10, 12, 40])
    assert periods.quiet_spells(marks, 1, 60, 14) == [(13, 39), (41, 60)]
    assert periods.quiet_spells(np.array([], dtype=np.int64), 1, 60, 14) == [(1, 60)]


def test_close_pairs_counts_by_hand() -> None:
    seen, chance = close_pairs(
        np.array([0.0, 9_000, 90_000]), np.zeros(3), np.array([1, 20, 21]), 10, 30
    )
    assert seen == 1
    assert chance == 1


def test_pairs_by_chance_are_the_mean_of_shuffled_dates() -> None:
    generator = np.random.default_rng(8)
    east, north = generator.uniform(0, 40_000, (2, 30))
    days = generator.integers(0, 365, 30)
    _, chance = close_pairs(east, north, days, 10, 30)
    shuffled = [
        close_pairs(east, north, generator.permutation(days), 10, 30)[0] for _ in range(400)
    ]
    assert chance == pytest.approx(np.mean(shuffled), abs=float(np.std(shuffled)) / 5)
    assert close_pairs(east[:1], north[:1], days[:1], 10, 30) == (0, 0)


@given(
    st.lists(st.tuples(*[st.integers(0, 3)] * 2, st.integers(0, 40)), min_size=2, max_size=30),
    st.integers(0, 30),
    st.integers(0, 20),
)
def test_close_pairs_are_those_found_pair_by_pair(
    drawn: list[tuple[int, int, int]], km: int, days: int
) -> None:
    table = np.array(drawn, dtype=float) * [9000.0, 9000.0, 1.0]
    pairs = list(combinations(table, 2))
    near = [math.dist(one[:2], other[:2]) <= km * 1000 for one, other in pairs]
    soon = [abs(one[2] - other[2]) <= days for one, other in pairs]
    east, north = table[:, 0], table[:, 1]
    seen, chance = close_pairs(east, north, table[:, 2].astype(int), km, days)
    assert seen == sum(both == (True, True) for both in zip(near, soon, strict=True))
    assert chance == pytest.approx(sum(near) * sum(soon) / len(pairs))
