"""Ratio of two rates when counts vary more than chance (overdispersion)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import special

from corridor.analysis.intervals import LEVEL, Interval, rate_ratio_exact

Counts = NDArray[np.int64]
Days = NDArray[np.float64]
BOOTSTRAP_ROUNDS: Final = 5000
BOOTSTRAP_SEED: Final = 20180617


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


@dataclass(frozen=True)
class RateRatio:
    """A ratio of rates; `dispersion` is Pearson's X2 over its degrees of freedom, not floored."""

    interval: Interval
    dispersion: float
    standard_error: float
    freedom: int

    def chance_at_least(self, claim: float) -> float:
        """Give the probability that the ratio is `claim` or more, by the model's t distribution."""
        if not math.isfinite(self.standard_error) or self.interval.value <= 0:
            return math.nan
        gap = (math.log(claim) - math.log(self.interval.value)) / self.standard_error
        return float(special.stdtr(self.freedom, -gap))


def quasi_poisson_ratio(now: Binned, then: Binned, level: float = LEVEL) -> RateRatio:
    """Give the rate of `now` over that of `then`.

    This is the quasi-Poisson regression of McCullagh and Nelder (1989) with log-days as offset
    and one indicator; with two groups its estimates have a closed form, used here (a test
    compares it with statsmodels). The scale is Pearson's X2 / (bins − 2), never below 1; the
    interval is by t. With no incident on a side the regression has no answer: the exact
    conditional interval stands in.
    """
    freedom = len(now.counts) + len(then.counts) - 2
    if min(now.total, then.total) == 0:
        return RateRatio(_exact_or_unknown(now, then, level), math.nan, math.nan, freedom)
    dispersion = (_pearson(now) + _pearson(then)) / freedom
    error = math.sqrt(max(dispersion, 1.0) * (1 / now.total + 1 / then.total))
    reach = math.exp(float(special.stdtrit(freedom, (1 + level) / 2)) * error)
    ratio = now.rate / then.rate
    return RateRatio(Interval(ratio, ratio / reach, ratio * reach), dispersion, error, freedom)


def _exact_or_unknown(now: Binned, then: Binned, level: float) -> Interval:
    if now.total + then.total == 0 or now.exposure <= 0 or then.exposure <= 0:
        return Interval(math.nan, 0.0, math.inf)
    return rate_ratio_exact((now.total, now.exposure), (then.total, then.exposure), level)


def _pearson(binned: Binned) -> float:
    expected = binned.days * binned.rate
    return float((((binned.counts - expected) ** 2) / expected).sum())


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
