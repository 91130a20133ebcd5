"""Intervals for shares, differences of shares, counts and ratios of rates.

All are two-sided at 90 % unless told otherwise, which is two one-sided tests at 5 %
(Schuirmann 1987; Lakens 2017).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from scipy import special

LEVEL: Final = 0.90


@dataclass(frozen=True)
class Interval:
    """A value with the ends of its interval, all in the same unit."""

    value: float
    low: float
    high: float


UNKNOWN: Final = Interval(math.nan, math.nan, math.nan)


def _tail(level: float) -> float:
    return (1 - level) / 2


def wilson(successes: float, trials: float, level: float = LEVEL) -> Interval:
    """Give a share with the score interval of Wilson (1927); NaN when there are no trials.

    Trials that depend on one another are handed over as what they are worth.
    """
    if trials == 0:
        return UNKNOWN
    z = float(-special.ndtri(_tail(level)))
    share = successes / trials
    spread = z * z / trials
    middle = (share + spread / 2) / (1 + spread)
    half = z * math.sqrt(share * (1 - share) / trials + spread / trials / 4) / (1 + spread)
    return Interval(share, max(0.0, middle - half), min(1.0, middle + half))


def clopper_pearson(successes: float, trials: float, level: float = LEVEL) -> Interval:
    """Give a share with the exact interval of Clopper and Pearson (1934); NaN without trials."""
    if trials == 0:
        return UNKNOWN
    tail = _tail(level)
    failures = trials - successes
    low = float(special.betaincinv(successes, failures + 1, tail)) if successes else 0.0
    high = float(special.betaincinv(successes + 1, failures, 1 - tail)) if failures else 1.0
    return Interval(successes / trials, low, high)


def newcombe_difference(
    first: tuple[float, float], second: tuple[float, float], level: float = LEVEL
) -> Interval:
    """Give the first share minus the second, by Newcombe's (1998) square-and-add of Wilson's.

    Each argument is (successes, trials). NaN when either has no trials.
    """
    one, two = wilson(*first, level), wilson(*second, level)
    if math.isnan(one.value) or math.isnan(two.value):
        return UNKNOWN
    below = math.hypot(one.value - one.low, two.high - two.value)
    above = math.hypot(one.high - one.value, two.value - two.low)
    difference = one.value - two.value
    return Interval(difference, difference - below, difference + above)


def poisson_exact(count: float, level: float = LEVEL) -> Interval:
    """Give an expected count with its exact interval (Garwood 1936)."""
    tail = _tail(level)
    low = float(special.gammaincinv(count, tail)) if count else 0.0
    return Interval(float(count), low, float(special.gammaincinv(count + 1, 1 - tail)))


def rate_ratio_exact(
    now: tuple[float, float], then: tuple[float, float], level: float = LEVEL
) -> Interval:
    """Give the ratio of two Poisson rates, conditional on their sum (Przyborowski, Wilenski 1940).

    Each argument is (count, exposure); exposures must be above 0. The upper end is infinite
    when `then` has no incident.
    """
    share = clopper_pearson(now[0], now[0] + then[0], level)
    exposure = then[1] / now[1]
    return Interval(*(_odds(part) * exposure for part in (share.value, share.low, share.high)))


def _odds(share: float) -> float:
    return math.inf if share >= 1 else share / (1 - share)
