"""Counts in bins of time: a window's, a baseline's, and the months before, for what they tell."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from corridor.analysis import serial
from corridor.analysis.periods import Index, forward_bins, month_numbers
from corridor.analysis.rates import Binned
from corridor.findings.measured import Scene
from corridor.findings.rules import Rule
from corridor.findings.window import Window
from corridor.spans import Spans

# So many bins a window of a year is cut into where a report says nothing else.
BINS: Final = 12
# The months before a window that tell how its months hang together, and in which blocks.
_PAST: Final = 120
_BLOCK: Final = 24
Days = tuple[int, int]


def window_bins(window: Window, ordinals: Index, bins: int = BINS) -> Binned:
    """Count days in a window's bins of whole days, cut from its first day on; covered ones only."""
    bin_of = forward_bins(window.days, bins)
    days = np.bincount(bin_of[window.covered], minlength=bins)
    counts = np.bincount(bin_of[ordinals - window.first], minlength=bins)
    kept = days > 0
    return Binned(counts[kept], days[kept].astype(float))


def month_bins(scene: Scene, ordinals: Index, between: Days) -> Binned:
    """Count days by calendar month between two days, both included; covered ones only."""
    every = np.arange(between[0], between[1] + 1, dtype=np.int64)
    covered = every[scene.window.coverage.mask(every)]
    start = month_numbers(every[:1])[0]
    days = np.bincount(month_numbers(covered) - start)
    counts = np.bincount(month_numbers(ordinals) - start, minlength=len(days))[: len(days)]
    kept = days > 0
    return Binned(counts[kept], days[kept].astype(float))


def correlation(
    scene: Scene,
    rule: Rule,
    sides: tuple[Binned, ...],
    without: Days | None = None,
    firsts: Index | None = None,
) -> float:
    """Estimate how neighbouring months of a rule's rows correlate, chance apart.

    `sides` are the windows that are measured. Besides these tell the ten years before the window,
    in blocks of two years around their own means; not those that touch the days `without`.
    `firsts` are the days that count, where not every row of the rule does.
    """
    window, series = scene.window, scene.series
    day = window.first if window.before is None else window.before
    month = int(month_numbers(np.array([day]))[0])

    def past() -> list[Binned]:
        ordinals = series.ordinals[series.mask(rule)] if firsts is None else firsts
        return _past(day, window.coverage, ordinals, without)

    key = ("past", rule, window.coverage, month, without, firsts is None)
    runs = series.once(key, lambda: [each.residuals for each in past()])
    return serial.persistence([*(side.residuals for side in sides), *runs])


def _past(first: int, coverage: Spans, ordinals: Index, without: Days | None) -> list[Binned]:
    days, block_of = _days_before(first)
    before = ordinals[(ordinals >= days[0]) & (ordinals <= days[-1])]
    before = before[coverage.mask(before)]
    counts = np.bincount(month_numbers(before) - month_numbers(days[:1])[0], minlength=_PAST)
    lengths = np.bincount(block_of[coverage.mask(days)], minlength=_PAST)
    return [
        Binned(counts[block][kept], lengths[block][kept].astype(float))
        for block, first, last in _blocks(days, block_of)
        if not (without and first <= without[1] and without[0] <= last)
        and (kept := lengths[block] > 0).any()
    ]


def _blocks(days: Index, month_of: Index) -> list[tuple[slice, int, int]]:
    """Cut the months before into blocks; each with its first and last day."""
    edges = np.searchsorted(month_of, np.arange(0, _PAST + 1, _BLOCK))
    return [
        (slice(start, start + _BLOCK), int(days[edges[n]]), int(days[edges[n + 1] - 1]))
        for n, start in enumerate(range(0, _PAST, _BLOCK))
    ]


@lru_cache(maxsize=512)
def _days_before(first: int) -> tuple[Index, NDArray[np.int64]]:
    """Give the days of the whole months before a day, and the number of each one's month."""
    days = np.arange(first - 32 * _PAST, first, dtype=np.int64)
    months = month_numbers(days) - month_numbers(np.array([first]))[0] + _PAST
    kept = (months >= 0) & (months < _PAST)
    return days[kept], months[kept]
