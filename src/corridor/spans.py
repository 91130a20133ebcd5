"""Sets of days with gaps: what a source covers. Outside of them silence is unknown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Pair: TypeAlias = tuple[date, date]
_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Spans:
    """Days as (first, last) pairs, both days within: sorted, apart, and none beside another.

    Pairs may be given in any order, overlapping or adjoining; ValueError for one that ends before
    it begins. An empty set is false.
    """

    pairs: tuple[Pair, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "pairs", _merged(self.pairs))

    def __bool__(self) -> bool:
        return bool(self.pairs)

    def __or__(self, other: Spans) -> Spans:
        """Return the days of either."""
        return Spans(self.pairs + other.pairs)

    @property
    def first(self) -> date | None:
        """The first day; None where there is none."""
        return self.pairs[0][0] if self.pairs else None

    @property
    def last(self) -> date | None:
        """The last day; None where there is none."""
        return self.pairs[-1][1] if self.pairs else None

    @property
    def days(self) -> int:
        """How many days there are, those of the gaps left out."""
        return sum((last - first).days + 1 for first, last in self.pairs)

    @property
    def gaps(self) -> tuple[Pair, ...]:
        """The days between the first and the last that are not among them, as pairs."""
        return tuple(
            (before[1] + _A_DAY, after[0] - _A_DAY)
            for before, after in zip(self.pairs, self.pairs[1:], strict=False)
        )

    def covers(self, day: date) -> bool:
        """Say whether a day is among them."""
        return any(first <= day <= last for first, last in self.pairs)

    def within(self, first: date, last: date) -> Spans:
        """Return those from one day to another, both within."""
        cut = ((max(begin, first), min(end, last)) for begin, end in self.pairs)
        return Spans(tuple(pair for pair in cut if pair[0] <= pair[1]))

    def outside(self, first: date, last: date) -> Spans:
        """Return the days from one to another, both within, that are not among them."""
        inside = self.within(first, last).pairs
        begins = (first, *(end + _A_DAY for _, end in inside))
        ends = (*(begin - _A_DAY for begin, _ in inside), last)
        pairs = zip(begins, ends, strict=True)
        return Spans(tuple(pair for pair in pairs if pair[0] <= pair[1]))

    def is_whole(self, first: date, last: date) -> bool:
        """Say whether every day from one to another is among them."""
        return any(begin <= first and last <= end for begin, end in self.pairs)

    def is_partly(self, first: date, last: date) -> bool:
        """Say whether some days from one to another are among them, but not every one."""
        return bool(self.within(first, last)) and not self.is_whole(first, last)

    def mask(self, ordinals: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Say for each day, given by its ordinal, whether it is among them."""
        begins = np.array([first.toordinal() for first, _ in self.pairs], dtype=np.int64)
        ends = np.array([last.toordinal() for _, last in self.pairs], dtype=np.int64)
        # In a span is what more spans have begun before, or on, than have ended before.
        begun = np.searchsorted(begins, ordinals, side="right")
        return np.asarray(begun > np.searchsorted(ends, ordinals, side="left"))


def _merged(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    merged: list[Pair] = []
    for first, last in sorted(pairs):
        if first > last:
            raise ValueError(f"{first}>{last}")
        if merged and first.toordinal() <= merged[-1][1].toordinal() + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(merged)
