"""The one day that a screen speaks of: headline, findings and figures are all of it."""

from __future__ import annotations

from datetime import date

from corridor import queries
from corridor.answers import windows
from corridor.filter import IncidentFilter
from corridor.store import Reader


def moment(store: Reader, chosen: IncidentFilter) -> date:
    """Return the last covered day of a filter's period, up to which findings are judged.

    Where nothing of the period is covered it is the period's own last day: no finding can be
    judged there, and each says so.
    """
    found = windows.compared(store, chosen)
    if found is not None:
        return found.now[1]
    return chosen.date_to or queries.known_days(store, chosen).series_last
