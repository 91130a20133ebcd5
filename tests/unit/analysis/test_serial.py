"""Intervals that know of uneven months: by another way, at their ends, and in simulation."""

from __future__ import annotations

import csv
import math
from dataclasses import asdict

import numpy as np
import pytest
from bench import coverage, power
from hypothesis import given
from hypothesis import strategies as st

from corridor.analysis import held, rates, serial, shares
from corridor.analysis.intervals import Interval, wilson
from corridor.analysis.rates import Binned
from tests import statistics_again as again

SEEDS = st.integers(0, 10_000)


def ends(found: Interval) -> list[float]:
    return [found.value, found.low, found.high]


def drawn(seed: int, bins: int, mean: float = 8, spread: float = 0.6) -> Binned:
    """SYNTHETIC months with uneven levels that lean on one another."""
    generator = np.random.default_rng(seed)
    level = np.cumsum(generator.normal(0, 0.4, bins)) * spread
    days = generator.integers(28, 32, bins).astype(float)
    return Binned(generator.poisson(mean * np.exp(level)), days)


def lists(side: Binned) -> tuple[list[float], list[float]]:
    return side.counts.tolist(), side.days.tolist()


@given(SEEDS)
def test_residuals_and_correlation_agree_with_matrices_and_a_root(seed: int) -> None:
    sides = [drawn(seed, 12), drawn(seed + 1, 24), drawn(seed + 2, 24, mean=3)]
    runs = [side.residuals for side in sides]
    for side, run in zip(sides, runs, strict=True):
        if side.total:
            assert run == pytest.approx(again.residuals(*lists(side)), abs=1e-6)
    assert serial.persistence(runs) == pytest.approx(again.correlation(runs), abs=2e-3)


@given(SEEDS, st.floats(0.3, 0.85))
def test_what_a_run_is_worth_agrees_with_the_whole_covariance(seed: int, rho: float) -> None:
    side, rho = drawn(seed, 12), round(rho, 3)
    found = side.design(rho)
    expected = again.worth(side.residuals, rho, side.total / 12 or 1.0)
    assert [found.effect, found.freedom, found.unevenness] == pytest.approx(expected, rel=1e-9)


@given(SEEDS, st.floats(0.3, 0.85))
def test_ratio_agrees_with_two_regressions(seed: int, rho: float) -> None:
    now, then, rho = drawn(seed, 12, 10), drawn(seed + 1, 24, 20), round(rho, 3)
    if min(now.total, then.total):
        found = rates.rate_ratio(now, then, rho)
        assert ends(found.interval) == pytest.approx(
            again.ratio(*lists(now), *lists(then), rho), rel=1e-4
        )


@given(SEEDS, st.floats(0.3, 0.85), st.integers(0, 5))
def test_counts_and_days_agree(seed: int, rho: float, loose: int) -> None:
    side, rho = drawn(seed, 12, 2), round(rho, 3)
    assert ends(rates.expected_count(side, rho)) == pytest.approx(
        again.count(*lists(side), rho), rel=1e-6
    )
    found = shares.implied_days(side, loose, (8, 14), rho)
    assert ends(found) == pytest.approx(
        again.implied_days(*lists(side), loose, (8, 14), rho), abs=1e-4
    )


@given(SEEDS, st.floats(0.3, 0.85))
def test_shares_in_bins_agree(seed: int, rho: float) -> None:
    generator = np.random.default_rng(seed)
    trials = generator.integers(0, 9, 12)
    hits, rho = generator.binomial(trials, generator.random(12)), round(rho, 3)
    if trials.sum():
        found = rates.share_in_bins(hits, trials.astype(float), rho)
        assert [found.low, found.high] == pytest.approx(
            again.share_in_bins(hits, trials, rho)[1:], abs=1e-9
        )


@pytest.mark.parametrize("hit", range(13))
def test_shares_of_periods_agree_and_are_wider_than_those_of_strangers(hit: int) -> None:
    found = shares.periods_hit(hit, 12)
    assert ends(found) == pytest.approx(again.periods(hit, 12), abs=1e-4)
    alone = wilson(hit, 12)
    assert found.high - found.low > alone.high - alone.low


def test_differences_agree() -> None:
    found = shares.recurrence_difference((16, 30), (9, 27))
    assert ends(found) == pytest.approx(again.difference((16, 30), (9, 27)), abs=1e-9)
    assert math.isnan(shares.recurrence_difference((0, 0), (1, 3)).low)


def test_months_that_vary_no_more_than_chance_are_worth_themselves() -> None:
    level = Binned(np.full(12, 5, dtype=np.int64), np.full(12, 30.0))
    assert level.design(0.7).effect == 1
    assert level.design(0.7).unevenness == 0
    assert serial.persistence([level.residuals]) == pytest.approx(serial.USUAL, abs=0.15)
    assert serial.persistence([]) == serial.USUAL


def test_neighbours_that_are_alike_make_a_run_worth_less() -> None:
    counts = np.array([2, 2, 3, 3, 4, 9, 12, 14, 12, 10, 9, 8])
    side = Binned(counts, np.full(12, 30.0))
    effects = [side.design(rho).effect for rho in (0.3, 0.5, 0.7, 0.85)]
    assert effects == sorted(effects)
    assert effects[0] > side.dispersion


def test_a_long_run_shows_its_correlation() -> None:
    generator = np.random.default_rng(3)
    for true in (0.35, 0.75):
        level = np.zeros(24)
        runs = []
        for _ in range(40):
            noise = generator.normal(size=24) * math.sqrt(1 - true**2)
            for month in range(1, 24):
                level[month] = true * level[month - 1] + noise[month]
            counts = generator.poisson(60 * np.exp(0.4 * level))
            runs.append(Binned(counts, np.full(24, 30.0)).residuals)
            level[0] = level[-1]
        assert serial.persistence(runs) == pytest.approx(true, abs=0.1)


def test_no_incident_on_a_side_has_ends_and_no_chance() -> None:
    empty = Binned(np.zeros(12, dtype=np.int64), np.full(12, 30.0))
    found = rates.rate_ratio(empty, drawn(1, 24, 20), 0.6)
    assert (found.interval.value, found.interval.low) == (0, 0)
    assert 0 < found.interval.high < 0.2
    assert math.isnan(found.chance_at_least(0.8))
    assert math.isnan(rates.rate_ratio(empty, empty, 0.6).interval.value)
    assert 3 < rates.expected_count(empty, 0.6).high < 8


ROWS = list(csv.DictReader(coverage.FILE.open(encoding="utf-8")))
AGAIN = [("rate_ratio", "corridor"), ("implied_daily_share", "28 a year"),
         ("period_share", "6 a year"), ("share_difference", "8 and 13")]  # fmt: skip


@pytest.mark.parametrize(("indicator", "size"), AGAIN)
def test_the_file_of_coverage_is_what_the_code_gives(indicator: str, size: str) -> None:
    plan = next(
        plan for plan in coverage.plans()
        if (plan.indicator, plan.size, plan.now.rho) == (indicator, size, 0.5)
    )  # fmt: skip
    cell = asdict(coverage.measure(plan))
    row = next(
        row for row in ROWS
        if (row["indicator"], row["size"], row["rho"]) == (indicator, size, "0.5")
    )  # fmt: skip
    for name in ("held", "below", "above", "before"):
        assert float(row[name]) == pytest.approx(cell[name], abs=0.005)


def test_the_file_has_every_cell() -> None:
    named = [(plan.indicator, plan.size, str(plan.now.rho)) for plan in coverage.plans()]
    assert sorted((row["indicator"], row["size"], row["rho"]) for row in ROWS) == sorted(named)


# The two that are shown and decide nothing do not hold: they are told to be too narrow.
def test_intervals_that_decide_hold_at_the_correlations_seen() -> None:
    seen = [row for row in ROWS if float(row["rho"]) >= 0.3 and "bootstrap" not in row["indicator"]]
    held = [float(row["held"]) for row in seen]
    assert np.mean(held) == pytest.approx(0.92, abs=0.02)
    assert min(held) >= 0.80
    assert np.mean(np.array(held) < 0.85) < 0.03


@pytest.mark.parametrize("indicator", ["rate_ratio", "period_share", "close_pairs"])
def test_the_file_of_power_is_what_the_code_gives(indicator: str) -> None:
    tried = next(one for one in power.situations() if one.indicator == indicator)
    with power.FILE.open(encoding="utf-8") as lines:
        first = tried.indicator, str(tried.incidents), str(tried.others)
        rows = [row for row in csv.DictReader(lines)
                if (row["indicator"], row["incidents"], row["others"]) == first]  # fmt: skip
    found = power.measure(tried)
    listed = [row for row in rows if row["truth"] == str(found[0].truth)]
    assert [row["word"] for row in listed] == [row.word for row in found]
    for row, again_ in zip(listed, found, strict=True):
        assert float(row["share"]) == pytest.approx(again_.share, abs=0.005)


def test_no_world_just_short_of_a_claim_is_called_true_too_often() -> None:
    """Two one-sided tests at 5 %: at the claim itself “supported” comes up that often or less."""
    for world in held.power():
        if world.truth == world.claim:
            assert dict(world.words).get("supported", 0) <= 0.06, world
