"""Why a filter keeps nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from corridor import queries
from corridor.filter import IncidentFilter
from corridor.store import Reader


@dataclass(frozen=True)
class Absence:
    """Where to look when a filter keeps nothing.

    `nearest` is the day of the nearest incident at another date, None where there is none at any.
    `ended` is the day on which the measuring series ends, where the period begins after it, else
    None.
    """

    nearest: date | None
    ended: date | None

    def as_json(self) -> dict[str, Any]:
        """Return both days, ISO or None."""
        return {
            "nearest": self.nearest.isoformat() if self.nearest else None,
            "data_ended": self.ended.isoformat() if self.ended else None,
        }


def absence(store: Reader, chosen: IncidentFilter) -> Absence:
    """Return what there is instead of the incidents of a filter that keeps none."""
    end = queries.known_days(store, chosen).data_end
    is_after = chosen.date_from is not None and chosen.date_from > end
    return Absence(queries.nearest_date(store, chosen), end if is_after else None)
