"""Do incidents come back near in place and time more often than chance? (Knox 1964)."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from corridor.analysis.intervals import UNKNOWN, Interval, poisson_exact

SHUFFLES: Final = 499
SEED: Final = 20180617
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
    *,
    shuffles: int = SHUFFLES,
) -> tuple[int, float]:
    """Count pairs near in both, and the mean of that count when the dates are shuffled.

    Coordinates are in metres. The shuffles (Townsley et al. 2008) are seeded.
    """
    first, second = np.triu_indices(len(ordinals), k=1)
    apart = np.hypot(eastings[first] - eastings[second], northings[first] - northings[second])
    near = apart <= within_km * 1000
    first, second = first[near], second[near]
    seen = _within(ordinals, first, second, within_days)
    generator = np.random.default_rng(SEED)
    drawn = [
        _within(generator.permutation(ordinals), first, second, within_days)
        for _ in range(shuffles)
    ]
    return seen, float(np.mean(drawn))


def _within(ordinals: Any, first: Any, second: Any, within_days: int) -> int:
    return int((np.abs(ordinals[first] - ordinals[second]) <= within_days).sum())
