"""Rates and shares when counts vary more than chance, and months resemble their neighbours."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import special

from corridor.analysis import serial
from corridor.analysis.intervals import (
    LEVEL,
    Interval,
    poisson_exact,
    rate_ratio_exact,
    wilson,
)

Counts = NDArray[np.int64]
Days = NDArray[np.float64]
BOOTSTRAP_ROUNDS: Final = 5000
BOOTSTRAP_SEED: Final = 20180617
# An interval wider than this many powers of e says nothing.
_FARTHEST: Final = 50.0


@dataclass(frozen=True, eq=False)
class Binned:
    """Counts in bins of time, and how many days each bin has."""

    counts: Counts
    days: Days

    @property
    def total(self) -> int:
        """All incidents."""
        return int(self.counts.sum())

    @property
    def exposure(self) -> float:
        """All days."""
        return float(self.days.sum())

    @property
    def rate(self) -> float:
        """Incidents a day."""
        return self.total / self.exposure

    @property
    def residuals(self) -> Days:
        """What is more or less than the rate gives, in units of chance; zeros without incident."""
        if not self.total:
            return np.zeros(len(self.counts))
        expected = self.days * self.rate
        return serial.pearson(self.counts.astype(float), expected, expected)

    @property
    def dispersion(self) -> float:
        """Pearson's X2 over its degrees of freedom; NaN for a single bin."""
        run = self.residuals
        return float(run @ run) / (len(run) - 1) if len(run) > 1 else math.nan

    def design(self, rho: float) -> serial.Design:
        """Return what the bins are worth when neighbours' levels correlate by `rho`."""
        return serial.design(self.residuals, rho, self.total / max(len(self.counts), 1))


@dataclass(frozen=True)
class RateRatio:
    """A ratio of rates; `dispersion` is by how much counts vary more than chance, now and then.

    Neighbouring bins lean the same way by `rho`; `freedom` belongs to `standard_error` (of the
    logarithm). All but the interval are NaN where a side has no incident.
    """

    interval: Interval
    dispersion: tuple[float, float]
    rho: float
    standard_error: float
    freedom: float

    def chance_between(self, claim: float, at_most: float) -> float:
        """Return the probability that the ratio lies from `claim` to `at_most` (may be infinite).

        NaN where the model gives none, and for a claim that every ratio meets.
        """
        if claim <= 0:
            return math.nan
        beyond = 0.0 if math.isinf(at_most) else self.chance_at_least(at_most)
        return self.chance_at_least(claim) - beyond

    def chance_at_least(self, claim: float) -> float:
        """Give the probability that the ratio is `claim` or more, by the model's t distribution."""
        if not math.isfinite(self.standard_error) or self.interval.value <= 0:
            return math.nan
        gap = (math.log(claim) - math.log(self.interval.value)) / self.standard_error
        return float(special.stdtr(self.freedom, -gap))


def rate_ratio(now: Binned, then: Binned, rho: float, level: float = LEVEL) -> RateRatio:
    """Give the rate of `now` over that of `then`, when neighbouring bins' levels correlate by rho.

    Each side has its own dispersion (Pearson's X2, never below 1) with the long-run factor of
    `serial.design`; the variances of the two logarithms are added, with the degrees of freedom of
    Welch (1947). With no incident on a side stands the exact conditional interval, the counts
    divided by the same factor.
    """
    one, two = now.design(rho), then.design(rho)
    if min(now.total, then.total) == 0:
        effect = max(one.widened(level), two.widened(level))
        unknown = (math.nan, math.nan)
        return RateRatio(_exact_or_unknown(now, then, effect, level), unknown, rho, *unknown)
    parts = one.effect / now.total, two.effect / then.total
    error = math.sqrt(sum(parts))
    freedom = sum(parts) ** 2 / (parts[0] ** 2 / one.freedom + parts[1] ** 2 / two.freedom)
    reach = math.exp(min(float(special.stdtrit(freedom, (1 + level) / 2)) * error, _FARTHEST))
    ratio = now.rate / then.rate
    interval = Interval(ratio, ratio / reach, ratio * reach)
    return RateRatio(interval, (now.dispersion, then.dispersion), rho, error, freedom)


def _exact_or_unknown(now: Binned, then: Binned, effect: float, level: float) -> Interval:
    if now.total + then.total == 0 or now.exposure <= 0 or then.exposure <= 0:
        return Interval(math.nan, 0.0, math.inf)
    new, old = ((side.total / effect, side.exposure) for side in (now, then))
    return rate_ratio_exact(new, old, level)


def expected_count(binned: Binned, rho: float, level: float = LEVEL) -> Interval:
    """Give the expected incidents of the bins with an interval.

    It is the exact one of a count (Garwood 1936), for as many incidents as those seen are worth.
    """
    effect = binned.design(rho).widened(level)
    worth = poisson_exact(binned.total / effect, level)
    return Interval(float(binned.total), effect * worth.low, effect * worth.high)


def share_in_bins(hits: Counts, trials: Days, rho: float, level: float = LEVEL) -> Interval:
    """Give the share of trials that hit, over bins of time, with an interval.

    It is that of Wilson (1927), for as many trials as those of the bins are worth. NaN when there
    are no trials.
    """
    seen, tried = float(hits.sum()), float(trials.sum())
    run = hit_residuals(hits, trials)
    effect = serial.design(run, rho, seen / max(len(run), 1)).widened(level)
    return wilson(seen / effect, tried / effect, level)


def hit_residuals(hits: Counts, trials: Days) -> Days:
    """Give what is more or less in each bin than the share of all, in units of chance.

    Bins without a trial are left out. Zeros where all hit, or none.
    """
    kept = trials > 0
    seen, tried = float(hits.sum()), float(trials.sum())
    if not 0 < seen < tried:
        return np.zeros(int(kept.sum()))
    expected = trials[kept] * (seen / tried)
    return serial.pearson(hits[kept].astype(float), expected, expected * (1 - seen / tried))


def block_bootstrap_ratio(
    now: Binned, then: Binned, block: int = 3, level: float = LEVEL
) -> Interval:
    """Give the ratio with the interval of a bootstrap in blocks of bins (Künsch 1989).

    Blocks are `block` bins long and may run over the end of the series to its start, so that
    every bin is drawn equally often. The draws are seeded: the same data, the same interval.
    """
    generator = np.random.default_rng(BOOTSTRAP_SEED)
    upper = _drawn_rates(now, block, generator)
    lower = _drawn_rates(then, block, generator)
    ratios = upper / np.where(lower > 0, lower, np.nan)
    low, high = np.nanquantile(ratios, [(1 - level) / 2, (1 + level) / 2])
    return Interval(now.rate / then.rate, float(low), float(high))


def _drawn_rates(binned: Binned, block: int, generator: np.random.Generator) -> Days:
    size = len(binned.counts)
    starts = generator.integers(0, size, size=(BOOTSTRAP_ROUNDS, math.ceil(size / block)))
    drawn = (starts[:, :, None] + np.arange(block)).reshape(BOOTSTRAP_ROUNDS, -1)[:, :size] % size
    rates: Days = binned.counts[drawn].sum(axis=1) / binned.days[drawn].sum(axis=1)
    return rates
