"""The figures of a filter."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

import pandas as pd

from corridor.filter import IncidentFilter
from corridor.queries.statements import ask_filtered, known, rows_of
from corridor.store import Reader


@dataclass(frozen=True)
class Summary:
    """What a filter holds. Fatalities are reported deaths; None when no incident states any.

    `fatalities_unknown` counts incidents without a best count, `unplaced` those known no
    better than to the governorate, `primary_incidents` those of the primary series,
    `uploaded_incidents` those that are counted by an account that was uploaded here; `unmeasured`
    are left out, though all else of the filter holds, because their place is known too vaguely for
    the distance that is asked for.
    """

    incidents: int
    fatalities_low: int | None
    fatalities_best: int | None
    fatalities_high: int | None
    fatalities_unknown: int
    civilians_killed: int | None
    unplaced: int
    districts: int
    primary_incidents: int
    uploaded_incidents: int
    first_date: date | None
    last_date: date | None
    by_source: dict[str, int]
    unmeasured: int = 0

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `summary --json`."""
        values = asdict(self)
        values["fatalities"] = {
            name: values.pop(f"fatalities_{name}") for name in ("low", "best", "high", "unknown")
        }
        return values | {
            "first_date": self.first_date.isoformat() if self.first_date else None,
            "last_date": self.last_date.isoformat() if self.last_date else None,
        }


@dataclass(frozen=True)
class Figures:
    """Key figures of the primary series: counts of incidents and reported deaths.

    `multi_day` counts incidents that span a week or more (battle totals), `multi_day_killed`
    their deaths.
    """

    incidents: int
    battles: int
    against_civilians: int
    killed: int | None
    killed_low: int | None
    killed_high: int | None
    killed_unknown: int
    civilians_killed: int | None
    districts: int
    multi_day: int
    multi_day_killed: int | None


def summary(store: Reader, chosen: IncidentFilter) -> Summary:
    """Sum up the incidents that the filter keeps, each counted once."""
    by_source = ask_filtered(store, "by_source", chosen)
    counts = {str(row["source"]): int(row["incidents"]) for row in rows_of(by_source)}
    anywhere = chosen.without_distance()
    figures = _only(ask_filtered(store, "summary", chosen))
    if anywhere != chosen:
        figures |= _only(ask_filtered(store, "unmeasured", anywhere))
    return Summary(**figures, by_source=counts)


def primary_figures(store: Reader, chosen: IncidentFilter) -> Figures:
    """Return the key figures of the primary series' part of the filter."""
    return Figures(**_only(ask_filtered(store, "primary_figures", chosen)))


def _only(rows: pd.DataFrame) -> dict[str, Any]:
    return {str(name): known(value) for name, value in rows.iloc[0].items()}
