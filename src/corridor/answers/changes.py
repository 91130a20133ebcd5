"""What changed: each district in a period against the equal period before."""

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
    """Incidents of the measuring series in a district, now and in the period before.

    `is_low_base`: fewer than five on one side, so that chance alone may make the difference.
    """

    admin1: str
    admin2: str
    incidents: int
    before: int

    @property
    def change(self) -> int:
        """Return the difference in incidents."""
        return self.incidents - self.before

    @property
    def is_low_base(self) -> bool:
        """Tell whether a side is too small to compare."""
        return min(self.incidents, self.before) < LOW_BASE


@dataclass(frozen=True)
class Changes:
    """The districts with incidents in one of two periods, the largest change first."""

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
    """Compare the districts of a filter; without districts where no period before is covered."""
    found = windows.compared(store, chosen)
    if found is None or found.previous is None:
        return Changes(chosen.measuring, found)
    now, before = (
        queries.by_district(store, windows.within(chosen, days))
        for days in (found.now, found.previous)
    )
    both = now.merge(before, how="outer", on=["admin1", "admin2"], suffixes=("", "_before"))
    both = both.fillna({"incidents": 0, "incidents_before": 0})
    both["change"] = both["incidents"] - both["incidents_before"]
    ranked = both.sort_values("change", key=abs, ascending=False, kind="stable")
    rows = (
        Change(
            str(row["admin1"]), str(row["admin2"]), int(row["incidents"]),
            int(row["incidents_before"]),
        )
        for row in queries.rows_of(ranked)
    )  # fmt: skip
    return Changes(chosen.measuring, found, tuple(rows))
