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
    # Incidents share places and days: what is near is asked of places, and counted by day.
    places, place = np.unique(np.column_stack([eastings, northings]), axis=0, return_inverse=True)
    days, day = np.unique(ordinals, return_inverse=True)
    counts = np.zeros((len(places), len(days)))
    np.add.at(counts, (place, day), 1)
    apart = np.hypot(*(places[:, None, axis] - places[None, :, axis] for axis in (0, 1)))
    near = (apart <= within_km * 1000).astype(float)
    before = np.concatenate([np.zeros((len(places), 1)), (near @ counts).cumsum(axis=1)], axis=1)
    first = np.searchsorted(days, days - within_days)
    last = np.searchsorted(days, days + within_days, side="right")
    by_place, by_day = counts.sum(axis=1), counts.sum(axis=0)
    # Each pair is met twice, and each incident once with itself.
    alone = float(by_place @ near.diagonal())
    seen = float((counts * (before[:, last] - before[:, first])).sum()) - alone
    in_place = float(by_place @ near @ by_place) - alone
    sums = np.concatenate([[0.0], by_day.cumsum()])
    in_time = float(by_day @ (sums[last] - sums[first])) - number
    return round(seen / 2), in_place * in_time / (2 * number * (number - 1))
