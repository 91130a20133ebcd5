"""The key figures of a period against those it is compared with and the same a year earlier."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any, Final

from corridor import queries
from corridor.analysis.comparison import Windows
from corridor.answers import windows
from corridor.filter import IncidentFilter
from corridor.queries import Figures
from corridor.spans import Pair, Spans
from corridor.store import Reader

# What a key figure is called, and the field of `queries.Figures` that it is read from.
FIGURES: Final = {
    "incidents": "incidents",
    "armed-clashes": "battles",
    "attacks-on-civilians": "against_civilians",
    "killed": "killed",
    "civilians-killed": "civilians_killed",
}
# What is called lately: about three months. A period is that long twice, or nothing is told of it.
LATE_DAYS: Final = 92


@dataclass(frozen=True)
class KeyFigures:
    """Counts of the measuring series in a period, and in what it is compared with.

    `others` are those of the days compared with, `year_before` those of the same period a year
    earlier; None where not covered. `continuation` is the series whose rows count after its last
    covered day, "" for none.
    """

    series: str
    windows: Windows | None
    now: Figures | None = None
    others: Figures | None = None
    year_before: Figures | None = None
    continuation: str = ""

    def of(self, name: str) -> tuple[int | None, int | None, int | None]:
        """Return a figure of `FIGURES` now, compared with, a year earlier; None where unknown."""
        now, others, year_before = (
            getattr(figures, FIGURES[name]) if figures else None
            for figures in (self.now, self.others, self.year_before)
        )
        return now, others, year_before

    def a_month(self, name: str) -> tuple[float | None, float | None]:
        """Return a figure of a mean month, now and compared with; None where unknown."""
        if self.windows is None:
            return None, None
        now, others, _ = self.of(name)
        days, other_days = self.windows.days, self.windows.others.days
        return windows.mean(now, days, "month"), windows.mean(others, other_days, "month")

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `key-figures --json`."""
        return {
            "series": self.series,
            "continuation": self.continuation,
            "windows": windows.as_json(self.windows),
            "a_month": {name: list(self.a_month(name)) for name in FIGURES},
            **{
                name: asdict(figures) if figures else None
                for name, figures in (
                    ("now", self.now),
                    ("compared_with", self.others),
                    ("year_before", self.year_before),
                )
            },
        }


def key_figures(store: Reader, chosen: IncidentFilter) -> KeyFigures:
    """Count the measuring series' part of a filter, now and in the windows compared with."""
    found = windows.compared(store, chosen)
    if found is None:
        return KeyFigures(chosen.measuring, None)
    earlier = Spans((found.year_before,) if found.year_before else ())
    now, others, year_before = queries.measured_figures(
        store, chosen, (found.covered, found.others, earlier)
    )
    return KeyFigures(chosen.measuring, found, now, others, year_before, chosen.continuation)


def late_days(found: KeyFigures, chosen: IncidentFilter) -> Pair | None:
    """Return the last three months that a period covers; None where it is no longer than six."""
    if found.windows is None or found.windows.days < 2 * LATE_DAYS:
        return None
    last = found.windows.now[1]
    first = last - timedelta(days=LATE_DAYS - 1)
    return (first, last) if chosen.date_from is None or chosen.date_from < first else None
