"""Whether one way of looking ahead is better than another, month by month."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import special

from corridor.analysis.intervals import LEVEL, UNKNOWN, Interval

# Neighbouring months resemble one another: half-years are taken as the unit.
_BLOCK: Final = 6
_LEAST_BLOCKS: Final = 2


def lead(differences: NDArray[np.float64]) -> Interval:
    """Return the mean of monthly differences with its 90 % interval, from blocks of six months.

    Blocks are counted from the end, so that the newest month is in one; up to five months at the
    beginning are left out. Student's t of the blocks' means; NaN with fewer than two blocks.
    """
    blocks = len(differences) // _BLOCK
    if blocks < _LEAST_BLOCKS:
        return UNKNOWN
    means = differences[-blocks * _BLOCK :].reshape(blocks, _BLOCK).mean(axis=1)
    half = float(special.stdtrit(blocks - 1, (1 + LEVEL) / 2))
    half *= float(means.std(ddof=1)) / blocks**0.5
    return Interval(float(means.mean()), float(means.mean()) - half, float(means.mean()) + half)
