"""The days of a filter that the primary series covers, and those that they are compared with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from corridor import queries
from corridor.analysis.comparison import Windows, windows
from corridor.filter import IncidentFilter
from corridor.store import Reader

Days = tuple[date, date]


def compared(store: Reader, chosen: IncidentFilter) -> Windows | None:
    """Return the windows that a filter's period is compared with; None where nothing is covered."""
    return windows(chosen.date_from, chosen.date_to, *queries.covered(store))


def within(chosen: IncidentFilter, days: Days) -> IncidentFilter:
    """Return a filter for other days."""
    return replace(chosen, date_from=days[0], date_to=days[1])


def as_json(found: Windows | None) -> dict[str, Any] | None:
    """Return the windows as ISO days; None where a window is not covered."""
    if found is None:
        return None
    return {
        "now": _iso(found.now),
        "previous": _iso(found.previous),
        "year_before": _iso(found.year_before),
        "days": found.days,
        "is_cut": found.is_cut,
    }


def _iso(days: Days | None) -> list[str] | None:
    return [day.isoformat() for day in days] if days else None
