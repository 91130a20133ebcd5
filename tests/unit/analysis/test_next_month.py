"""The range of the next month and its back-test, against scipy's distribution and sums by hand."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from bench import ahead
from bench.processes import Process
from scipy import stats

from corridor.analysis.next_month import OWN, PLAIN, next_range
from corridor.analysis.skill import lead

ROUGH = np.random.default_rng(5)


def series(counts: np.ndarray) -> pd.Series:
    return pd.Series(counts, pd.date_range("2000-01-01", periods=len(counts), freq="MS"))


# SYNTHETIC months whose level rises and falls over some three years.
WAVES = ROUGH.poisson(9 + 7 * np.sin(np.arange(200) / 6)).astype(float)


def expected(way: str, past: np.ndarray) -> float:
    if way == OWN:
        level = past[0]
        for each in past[1:]:
            level = (level + each) / 2
        return max(0.25, float(level))
    if way == "season":
        return max(0.25, float(np.mean([past[-12], past[-24], past[-36]])))
    return max(0.25, float(past[-1] if way == "last-month" else past[-12:].mean()))


def model(way: str, counts: np.ndarray, at: int) -> Any:
    """The distribution of month `at` from those before it, as scipy has it."""
    first = 36 if way == "season" else 12
    misses = range(max(first, at - 60), at)
    levels = np.array([expected(way, counts[:month]) for month in misses])
    told = counts[list(misses)]
    spread = ((told - levels) ** 2 - levels).sum() / (levels**2).sum()
    size = 1 / min(max(spread, 0.01), 3)
    return stats.nbinom(size, size / (size + expected(way, counts[:at])))


def test_the_range_is_that_of_a_negative_binomial_with_the_dispersion_of_its_misses() -> None:
    found = next_range(series(WAVES))
    by_scipy = model(OWN, WAVES, len(WAVES))
    assert (found.low, found.high) == (by_scipy.ppf(0.1), by_scipy.ppf(0.9))
    assert found.months == 120
    assert found.held == found.by_month["held"].mean() >= 0.75


def test_the_back_test_uses_only_what_came_before() -> None:
    found = next_range(series(WAVES)).by_month
    for at in (80, 100, 199):
        row = found.loc[series(WAVES).index[at]]
        assert row["incidents"] == WAVES[at]
        for way in (OWN, *PLAIN):
            chances = model(way, WAVES, at).cdf(np.arange(3000))
            miss = ((chances - (np.arange(3000) >= WAVES[at])) ** 2).sum()
            assert math.isclose(row[way], miss, rel_tol=1e-6)
        ends = model(OWN, WAVES, at).ppf([0.1, 0.9])
        assert row["held"] == (ends[0] <= WAVES[at] <= ends[1])


def test_no_range_is_given_where_a_plainer_way_misses_no_more() -> None:
    found = next_range(series(WAVES))
    misses = {way: found.by_month[way].mean() for way in (OWN, *PLAIN)}
    assert min(misses, key=lambda way: misses[way]) == OWN
    assert found.why_not == ""
    clear = []
    for way in PLAIN:
        each = (found.by_month[way] - found.by_month[OWN]).to_numpy()
        blocks = each.reshape(20, 6).mean(axis=1)
        half = stats.t.ppf(0.95, 19) * blocks.std(ddof=1) / 20**0.5
        ends = [blocks.mean() - half, blocks.mean() + half]
        assert np.allclose([lead(each).low, lead(each).high], ends)
        clear.append(ends[0] > 0)
    assert found.is_clear == all(clear)
    level = next_range(series(ROUGH.poisson(6, 200).astype(float)))
    assert (level.why_not, level.is_clear) == ("twelve-months", False)
    held = replace(found, by_month=found.by_month.assign(held=[False] * 31 + [True] * 89))
    assert held.why_not == "seldom"


def test_a_month_that_is_not_covered_gives_no_range_and_is_not_judged() -> None:
    gap = WAVES.copy()
    gap[190] = np.nan
    found = next_range(series(gap))
    assert (found.low, found.high, found.why_not) == (None, None, "uncovered")
    assert found.by_month.index.max() == series(gap).index[189]
    short = next_range(series(WAVES[:50]))
    assert short.low is not None
    assert short.why_not == "few"
    none = next_range(series(WAVES[:5]))
    assert (none.low, none.months, none.held, none.unbeaten) == (None, 0, None, "last-month")


def test_old_months_are_in_no_block_and_two_blocks_are_needed() -> None:
    assert math.isnan(lead(np.ones(11)).low)
    found = lead(np.array([99.0, *([1.0] * 6), *([3.0] * 6)]))
    assert found.value == 2


def test_a_range_is_given_where_months_resemble_their_neighbours_alone() -> None:
    alike, strangers = (ahead.measure(Process(9, 6.8, rho), 8) for rho in (0.9, 0.0))
    assert sum(not each.why_not for each in alike) >= 6
    assert {each.why_not for each in strangers} == {"twelve-months"}
