"""Do incidents come back near in place and time more often than chance? (Knox 1964)."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

SHUFFLES: Final = 499
SEED: Final = 20180617


def close_pairs(
    eastings: NDArray[np.float64],
    northings: NDArray[np.float64],
    ordinals: NDArray[np.int64],
    within_km: float,
    within_days: int,
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
        for _ in range(SHUFFLES)
    ]
    return seen, float(np.mean(drawn))


def _within(ordinals: Any, first: Any, second: Any, within_days: int) -> int:
    return int((np.abs(ordinals[first] - ordinals[second]) <= within_days).sum())
