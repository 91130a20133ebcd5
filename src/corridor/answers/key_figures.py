"""The key figures of a period against the equal one before and the same a year earlier."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Final

from corridor.analysis.comparison import Windows
from corridor.answers import windows
from corridor.filter import IncidentFilter
from corridor.queries import Figures
from corridor.spans import Spans
from corridor.store import Reader

# What a key figure is called, and the field of `queries.Figures` that it is read from.
FIGURES: Final = {
    "incidents": "incidents",
    "armed-clashes": "battles",
    "attacks-on-civilians": "against_civilians",
    "killed": "killed",
    "civilians-killed": "civilians_killed",
}


@dataclass(frozen=True)
class KeyFigures:
    """Counts of the measuring series in a period and its two bases; None where not covered."""

    series: str
    windows: Windows | None
    now: Figures | None = None
    previous: Figures | None = None
    year_before: Figures | None = None

    def of(self, name: str) -> tuple[int | None, int | None, int | None]:
        """Return a figure of `FIGURES` now, before and a year earlier; None where unknown."""
        now, previous, year_before = (
            getattr(figures, FIGURES[name]) if figures else None
            for figures in (self.now, self.previous, self.year_before)
        )
        return now, previous, year_before

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `key-figures --json`."""
        return {
            "series": self.series,
            "windows": windows.as_json(self.windows),
            **{
                name: asdict(figures) if figures else None
                for name, figures in (
                    ("now", self.now),
                    ("previous", self.previous),
                    ("year_before", self.year_before),
                )
            },
        }


def key_figures(store: Reader, chosen: IncidentFilter) -> KeyFigures:
    """Count the measuring series' part of a filter, now and in the windows compared with."""
    found = windows.compared(store, chosen)
    if found is None:
        return KeyFigures(chosen.measuring, None)
    now, previous, year_before = (
        windows.figures(store, chosen, days)
        for days in (
            found.covered,
            *(Spans((days,) if days else ()) for days in (found.previous, found.year_before)),
        )
    )
    return KeyFigures(chosen.measuring, found, now, previous, year_before)
