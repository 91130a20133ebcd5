"""Do incidents come back near in place and time more often than chance? (Knox 1964)."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from corridor.analysis.intervals import UNKNOWN, Interval, poisson_exact

# Where incidents return, pairs come in bunches: they vary by so much more than those of shuffled
# dates, which vary about as a Poisson count does (simulated: decision 16).
BUNCHED: Final = 1.5


def pairs_over_chance(seen: int, expected: float) -> Interval:
    """Give pairs seen over those expected by chance, with an interval.

    It is the exact one of a count (Garwood 1936) for fewer pairs, as they come in bunches. NaN when
    chance gives none.
    """
    if not expected:
        return UNKNOWN
    worth = poisson_exact(seen / BUNCHED)
    ends = (BUNCHED * end / expected for end in (worth.low, worth.high))
    return Interval(seen / expected, *ends)


def close_pairs(
    eastings: NDArray[np.float64],
    northings: NDArray[np.float64],
    ordinals: NDArray[np.int64],
    within_km: float,
    within_days: int,
) -> tuple[int, float]:
    """Count pairs near in both, and the mean of that count over all ways to shuffle the dates.

    Coordinates are in metres. Every pair of dates falls on every pair of points as often, so the
    mean is pairs near in place × pairs near in time ÷ all pairs (Knox 1964).
    """
    number = len(ordinals)
    if number < 2:
        return 0, 0.0
    first, second = np.triu_indices(number, k=1)
    near = np.hypot(eastings[first] - eastings[second], northings[first] - northings[second])
    near = near <= within_km * 1000
    soon = np.abs(ordinals[first] - ordinals[second]) <= within_days
    return int((near & soon).sum()), float(near.sum()) * float(soon.sum()) / len(first)
