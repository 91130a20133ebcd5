"""What changed: each district in a period against the days that it is compared with."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from corridor import queries
from corridor.analysis.comparison import Windows
from corridor.answers import windows
from corridor.filter import IncidentFilter
from corridor.store import Reader
from corridor.words.numbers import LOW_BASE


@dataclass(frozen=True)
class Change:
    """Incidents of the measuring series in a district, now and in the days compared with.

    `a_month` and `a_month_before` are the means of a month, on covered days; None where the two
    have one length, so that counts compare.
    """

    admin1: str
    admin2: str
    incidents: int
    before: int
    a_month: float | None = None
    a_month_before: float | None = None

    @property
    def change(self) -> float:
        """The difference in incidents, or in incidents a month where the means are compared."""
        if self.a_month is None or self.a_month_before is None:
            return self.incidents - self.before
        return self.a_month - self.a_month_before

    @property
    def is_low_base(self) -> bool:
        """Whether chance alone may make the difference: fewer than five on one side."""
        return min(self.incidents, self.before) < LOW_BASE


@dataclass(frozen=True)
class Changes:
    """The districts with incidents on days of one of the two, the largest change first."""

    series: str
    windows: Windows | None
    districts: tuple[Change, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `changes --json`."""
        return {
            "series": self.series,
            "windows": windows.as_json(self.windows),
            "districts": [
                asdict(item) | {"change": item.change, "is_low_base": item.is_low_base}
                for item in self.districts
            ],
        }


def changes(store: Reader, chosen: IncidentFilter) -> Changes:
    """Compare the districts of a filter; without districts where there is nothing to compare."""
    found = windows.compared(store, chosen)
    if found is None or not found.others:
        return Changes(chosen.measuring, found)
    both = queries.district_changes(store, chosen, found.covered, found.others)
    rows = [_change(row, found) for row in queries.rows_of(both)]
    return Changes(
        chosen.measuring, found, tuple(sorted(rows, key=lambda row: abs(row.change), reverse=True))
    )


def _change(row: dict[str, Any], found: Windows) -> Change:
    now, before = int(row["incidents"]), int(row["before"])
    means = (
        (windows.mean(now, found.days, "month"), windows.mean(before, found.others.days, "month"))
        if found.is_by_mean
        else ()
    )
    return Change(str(row["admin1"]), str(row["admin2"]), now, before, *means)
