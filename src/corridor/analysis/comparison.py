"""Windows to compare a period with: the equal one before, and the same a year earlier.

Only days that the primary series covers are compared: a window cut by the end of its coverage
is compared with windows of the covered length, one that reaches before it is not compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Windows:
    """The covered part of a period and its two bases; a base is None where it is not covered.

    `days` is the length of `now`; `is_cut` says that the period reaches past the coverage.
    """

    now: tuple[date, date]
    previous: tuple[date, date] | None
    year_before: tuple[date, date] | None
    days: int
    is_cut: bool

    @property
    def are_one(self) -> bool:
        """Say whether both bases are the same window (a period of a year)."""
        if self.previous is None or self.year_before is None:
            return self.previous == self.year_before
        return abs((self.previous[0] - self.year_before[0]).days) <= 1


def windows(
    first: date | None, last: date | None, covered_from: date, covered_to: date
) -> Windows | None:
    """Give the windows of a period (days inclusive); None when nothing of it is covered."""
    start = max(first or covered_from, covered_from)
    end = min(last or covered_to, covered_to)
    if start > end:
        return None
    days = (end - start).days + 1
    previous = (start - timedelta(days=days), start - timedelta(days=1))
    earlier = (_year_before(start), _year_before(end))
    is_cut = bool((last and last > covered_to) or (first and first < covered_from))
    return Windows(
        (start, end),
        previous if previous[0] >= covered_from else None,
        earlier if earlier[0] >= covered_from and days <= 366 else None,
        days,
        is_cut,
    )


def _year_before(moment: date) -> date:
    try:
        return moment.replace(year=moment.year - 1)
    except ValueError:  # 29 February
        return moment.replace(year=moment.year - 1, day=28)
