"""Windows to compare a period with: the equal one before, and the same a year earlier.

Only days that the measuring series covers are counted, and only equal windows are compared: a
window cut by an end of the coverage is compared with windows of the covered length, one that is
not covered whole is not compared, and nothing is compared with a window that has a gap.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from corridor.spans import Pair, Spans


@dataclass(frozen=True)
class Windows:
    """The covered part of a period and its two bases; a base is None where it is not covered.

    `now` reaches from the first covered day of the period to the last, `covered` are those days and
    `days` how many there are. `is_cut` says that the period has days that are not covered.
    """

    now: Pair
    previous: Pair | None
    year_before: Pair | None
    covered: Spans
    is_cut: bool

    @property
    def days(self) -> int:
        """How many days of the period are covered."""
        return self.covered.days

    @property
    def has_gap(self) -> bool:
        """Say whether days between the first and the last covered one are not."""
        return bool(self.covered.gaps)

    @property
    def are_one(self) -> bool:
        """Say whether both bases are the same window (a period of a year)."""
        if self.previous is None or self.year_before is None:
            return self.previous == self.year_before
        return abs((self.previous[0] - self.year_before[0]).days) <= 1


def windows(first: date | None, last: date | None, covered: Spans) -> Windows | None:
    """Give the windows of a period (days inclusive); None when nothing of it is covered."""
    inside = covered.within(first or date.min, last or date.max)
    start, end = inside.first, inside.last
    if start is None or end is None:
        return None
    is_cut = not covered.is_whole(first or start, last or end)
    days = (end - start).days + 1
    previous = (start - timedelta(days=days), start - timedelta(days=1))
    earlier = (_year_before(start), _year_before(end))
    if inside.gaps:
        return Windows((start, end), None, None, inside, is_cut)
    return Windows(
        (start, end),
        previous if covered.is_whole(*previous) else None,
        earlier if covered.is_whole(*earlier) and days <= 366 else None,
        inside,
        is_cut,
    )


def _year_before(moment: date) -> date:
    try:
        return moment.replace(year=moment.year - 1)
    except ValueError:  # 29 February
        return moment.replace(year=moment.year - 1, day=28)
