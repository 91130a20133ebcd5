"""How much less a run of months says when they resemble one another (serial correlation).

Counts of neighbouring months lean the same way, so twelve of them are worth fewer than twelve that
know nothing of each other. The part of their variance above chance is widened by the long-run
factor of an autoregression of the first order (Bartlett 1946), with corrections for short runs.
`python -m bench.coverage` measures what the intervals made of it hold; the constants were chosen
by that simulation alone (decision 14).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import special

Numbers = NDArray[np.float64]

# What is believed of the correlation of neighbouring months' levels before any are looked at, how
# firmly (a standard deviation), and between which limits an estimate is used.
USUAL: Final = 0.7
SPREAD: Final = 0.25
LEAST: Final = 0.3
MOST: Final = 0.85
# Uneven levels have long tails, and a variance that is estimated from them is worth less.
TAILS: Final = 3.0
MOST_UNEVEN: Final = 3.0
LEAST_FREEDOM: Final = 1.5
# A run of fewer bins tells nothing of how its bins hang together.
SHORTEST: Final = 3
# How uneven the levels of periods are of which only hit or not is known; and with which power of
# its size incidents of one group are worth less, as they share the luck of place and month.
HIT_UNEVENNESS: Final = 1.25
GROUP_POWER: Final = 0.3
_LEAST_SHARE: Final = 0.05
_LEAST_SCALE: Final = 0.7
_GRID: Final = np.linspace(-0.2, 0.98, 119)


@dataclass(frozen=True)
class Design:
    """What a run of bins is worth: divide its size by `effect`, which has `freedom` degrees.

    `unevenness` is the squared coefficient of variation of the bins' levels, chance apart.
    """

    effect: float
    freedom: float
    unevenness: float

    def widened(self, level: float) -> float:
        """Return the effect with which an interval by the normal reaches as far as one by t."""
        tail = (1 + level) / 2
        return self.effect * float(special.stdtrit(self.freedom, tail) / special.ndtri(tail)) ** 2


def pearson(counts: Numbers, expected: Numbers, variance: Numbers) -> Numbers:
    """Return counts less what is expected of them, in units of chance."""
    return np.asarray((counts - expected) / np.sqrt(variance))


def persistence(runs: Sequence[Numbers]) -> float:
    """Estimate the correlation of neighbouring bins' levels, chance apart, from all runs together.

    Each run is Pearson residuals around its own mean, in order of time. The sum of neighbours'
    products over that of squares is put against what each correlation would give in runs so
    short, and drawn towards `USUAL` by as much as the runs leave open.
    """
    told = [run for run in runs if len(run) >= SHORTEST and np.any(run)]
    if not told:
        return USUAL
    product, square, above, bins = np.sum([_moments(run) for run in told], axis=0)
    found = USUAL
    if above > 0:
        products, squares = np.sum([_expected(len(run)) for run in told], axis=0)
        found = float(np.interp(product / above, products / squares, _GRID))
    share = min(max(above / square, _LEAST_SHARE), 1.0)
    doubt = 1.5 * (1 - USUAL**2) / bins / share**2
    weight = SPREAD**2 / (SPREAD**2 + doubt)
    return float(min(max(weight * found + (1 - weight) * USUAL, LEAST), MOST))


def _moments(run: Numbers) -> tuple[float, float, float, int]:
    """Give products of neighbours, squares, squares above chance (by the dispersion), and bins."""
    size = len(run)
    square, product = float(run @ run), float(run[1:] @ run[:-1])
    scale = max(square / (size - 1), _LEAST_SCALE)
    return (
        (product + (size - 1) / size) / scale,
        square / scale,
        (square - (size - 1)) / scale,
        size,
    )


@lru_cache(maxsize=64)
def _expected(size: int) -> Numbers:
    """Give expected products and squares of levels around a run's own mean, for all of `_GRID`."""
    inflation = np.array([_inflation(rho, size) for rho in _GRID])
    ends = np.power.outer(_GRID, np.arange(size)).sum(axis=1) / size
    products = (size - 1) * _GRID - (size + 1) / size * inflation + 2 * ends
    return np.array([products, size - inflation])


@lru_cache(maxsize=4096)
def _inflation(rho: float, size: int) -> float:
    """Give the variance of the mean of `size` neighbours over that of as many strangers."""
    lags = np.arange(1, size)
    return float(1 + 2 * ((1 - lags / size) * rho**lags).sum())


def design(run: Numbers, rho: float, mean: float = math.inf) -> Design:
    """Return what a run of Pearson residuals is worth when neighbours' levels correlate by `rho`.

    `mean` is that of the counts behind it. A run that varies less than chance counts as chance.
    """
    size = len(run)
    if size < SHORTEST:
        return Design(1.0, LEAST_FREEDOM, 0.0)
    inflation = _inflation(round(rho, 3), size)
    above = max(float(run @ run) / (size - 1) - 1, 0.0) / (1 - (inflation - 1) / (size - 1))
    uneven = min(above / mean, MOST_UNEVEN) if above else 0.0
    freedom = (size - 1) / ((1 + rho**2) / (1 - rho**2) + TAILS * uneven)
    return Design(1 + above * inflation, max(freedom, LEAST_FREEDOM), uneven)


def hits_effect(share: float, periods: int) -> float:
    """Return by how much periods that were hit or not are worth less than strangers.

    Zeros and ones do not show how uneven the levels are: taken are levels with a squared
    coefficient of variation of `HIT_UNEVENNESS` and neighbours that correlate by `USUAL`.
    """
    if periods < 2:
        return 1.0
    quiet = 1 - min(share, 1 - 1 / (2 * periods))
    uneven, size = HIT_UNEVENNESS, 1 / HIT_UNEVENNESS
    mean = max(size * (quiet**-uneven - 1), 1 / (2 * periods))
    quiet = math.pow(1 + mean * uneven, -size)
    between = math.pow(1 + 2 * mean * uneven, -size) - quiet**2
    return 1 + between / (quiet * (1 - quiet)) * (_inflation(USUAL, periods) - 1)


def group_effect(size: int) -> float:
    """Return by how much incidents of a group say less on whether they recur than strangers."""
    return float(max(size, 1) ** GROUP_POWER)
