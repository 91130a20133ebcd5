"""Cut a window of days into equal parts, and months; days are counted as ordinals."""

from __future__ import annotations

from datetime import date

import numpy as np
from numpy.typing import NDArray

Index = NDArray[np.int64]


def forward_bins(days: int, bins: int) -> Index:
    """Give the bin (0 first) of each day of a window, cut from its first day on."""
    return np.arange(days, dtype=np.int64) * bins // days


def backward_periods(days: int, periods: int) -> Index:
    """Give the period (0 first) of each day of a window, cut from its last day backwards."""
    return periods - 1 - (days - 1 - np.arange(days, dtype=np.int64)) * periods // days


def month_numbers(ordinals: Index) -> Index:
    """Give a running month number (year × 12 + month − 1) for each day ordinal."""
    moments = (ordinals - date(1970, 1, 1).toordinal()).astype("datetime64[D]")
    return moments.astype("datetime64[M]").astype(np.int64) + 1970 * 12


def quiet_spells(ordinals: Index, first: int, last: int, longer_than: int) -> list[tuple[int, int]]:
    """Give (first, last) ordinals of spells of more than `longer_than` days without an incident."""
    marks = np.concatenate([[first - 1], np.unique(ordinals), [last + 1]])
    gaps = np.diff(marks) - 1
    return [
        (int(marks[index]) + 1, int(marks[index + 1]) - 1)
        for index in np.flatnonzero(gaps > longer_than)
    ]
