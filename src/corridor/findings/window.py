"""The days that an indicator looks at: a year ending on the as-of date, within coverage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from corridor.spans import Spans
from corridor.words import say
from corridor.words.numbers import day, days, unit_list

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Window:
    """`days` days ending on `as_of`; only covered days count, silence elsewhere is unknown.

    The months before `before` tell how months hang together: before its first day unless given.
    """

    as_of: date
    days: int
    coverage: Spans
    before: int | None = None

    @property
    def last(self) -> int:
        """Ordinal of the last day."""
        return self.as_of.toordinal()

    @property
    def first(self) -> int:
        """Ordinal of the first day."""
        return self.last - self.days + 1

    @property
    def ordinals(self) -> NDArray[np.int64]:
        """Every day of the window."""
        return np.arange(self.first, self.last + 1, dtype=np.int64)

    @cached_property
    def covered(self) -> Mask:
        """Whether each day is covered."""
        return self.coverage.mask(self.ordinals)

    @property
    def covered_days(self) -> int:
        """How many days are covered."""
        return int(self.covered.sum())

    @property
    def is_whole(self) -> bool:
        """Say whether every day is covered."""
        return self.covered_days == self.days

    @property
    def is_usable(self) -> bool:
        """Say whether at least half of the days are covered: less says nothing of the window."""
        return 2 * self.covered_days >= self.days

    def holds(self, ordinals: NDArray[np.int64]) -> Mask:
        """Say for each day whether it lies in the window and is covered."""
        inside = (ordinals >= self.first) & (ordinals <= self.last)
        return np.asarray(inside & self.coverage.mask(ordinals))

    def earlier(self, days: int) -> Window:
        """Give the window of the same length that ends `days` earlier."""
        return Window(self.as_of - timedelta(days=days), self.days, self.coverage)

    def gap_words(self, series: str) -> str:
        """Say in a sentence what a series does not cover; "" when it covers all."""
        if self.is_whole:
            return ""
        covered, last = self.covered_days, self.coverage.last
        if last is None:
            return say("coverage-none", series=series)
        outside = self.coverage.outside(date.fromordinal(self.first), self.as_of).pairs
        if all(first > last for first, _ in outside):
            return say(
                "coverage-gap", series=series, covered=covered, days=self.days, last=day(last)
            )
        gaps = unit_list([days(*pair) for pair in outside])
        return say("coverage-gaps", series=series, covered=covered, days=self.days, gaps=gaps)
