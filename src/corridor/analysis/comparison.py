"""The days that a period is compared with: the equal ones before, a year earlier, or any others.

Only days that the measuring series covers are counted. The equal period before and the same days a
year earlier are compared only where they are covered whole, and only with a period without a gap.
Days that somebody has chosen may be more or fewer, with gaps: then means are compared, of covered
days, not counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import pandas as pd

from corridor.filter.comparisons import PREVIOUS, YEAR_BEFORE, period_of
from corridor.spans import Pair, Spans

# Two lengths in days are taken as equal when they differ by a day in so many: a leap year, February
# in one.
A_DAY_IN: Final = 28
_LONGEST_YEAR: Final = 366


@dataclass(frozen=True)
class Windows:
    """The covered part of a period, and the days that it is compared with.

    `now` reaches from the first covered day of the period to the last, `covered` are those days,
    `is_cut` says that the period has days that are not covered. `choice` says what it is compared
    with, as `IncidentFilter.compare` does: the days `asked`, of which `others` are covered; none
    where nothing can be compared. `year_before` is the same period a year earlier, None where that
    is not covered.
    """

    now: Pair
    covered: Spans
    is_cut: bool
    choice: str
    asked: Pair
    others: Spans
    year_before: Pair | None

    @property
    def days(self) -> int:
        """How many days of the period are covered."""
        return self.covered.days

    @property
    def has_gap(self) -> bool:
        """Say whether days between the first and the last covered one are not."""
        return bool(self.covered.gaps)

    @property
    def is_by_mean(self) -> bool:
        """Say whether the two have other lengths, so that their means compare, not their counts."""
        days, others = self.days, self.others.days
        return bool(others) and abs(days - others) * A_DAY_IN > max(days, others)

    @property
    def shared_days(self) -> int:
        """How many days are in both."""
        return sum(self.others.within(*pair).days for pair in self.covered.pairs)

    @property
    def is_year_before(self) -> bool:
        """Say whether the days compared with are those a year earlier, or but a day beside them."""
        if not self.others or self.year_before is None:
            return not self.others and self.year_before is None
        return abs((self.asked[0] - self.year_before[0]).days) <= 1 and not self.is_by_mean


def windows(
    first: date | None, last: date | None, covered: Spans, choice: str = ""
) -> Windows | None:
    """Return the windows of a period (days inclusive); None when nothing of it is covered.

    `choice` is one of `filter.comparisons.COMPARISONS` ("" for the first), or an interval of days.
    """
    inside = covered.within(first or date.min, last or date.max)
    start, end = inside.first, inside.last
    if start is None or end is None:
        return None
    length = end - start + timedelta(days=1)
    before = (_before(start, end), start - timedelta(days=1))
    earlier = (_year_before(start), _year_before(end))
    is_earlier = covered.is_whole(*earlier) and length.days <= _LONGEST_YEAR and not inside.gaps
    typed = period_of(choice)
    if typed:
        asked, others = typed, covered.within(*typed)
    else:
        asked = earlier if choice == YEAR_BEFORE else before
        is_there = is_earlier if choice == YEAR_BEFORE else covered.is_whole(*asked)
        others = Spans((asked,) if is_there and not inside.gaps else ())
    return Windows(
        now=(start, end),
        covered=inside,
        is_cut=not covered.is_whole(first or start, last or end),
        choice=choice or PREVIOUS,
        asked=asked,
        others=others,
        year_before=earlier if is_earlier else None,
    )


def _before(start: date, end: date) -> date:
    """Return the first day of the equal period before: of as many years, or as many days."""
    day_after = end + timedelta(days=1)
    years = day_after.year - start.year
    if years and pd.Timestamp(start) + pd.DateOffset(years=years) == pd.Timestamp(day_after):
        return (pd.Timestamp(start) - pd.DateOffset(years=years)).date()
    return start - (day_after - start)


def _year_before(moment: date) -> date:
    """Return the same day a year earlier; 28 February for 29 February."""
    return (pd.Timestamp(moment) - pd.DateOffset(years=1)).date()
