"""The five questions, asked as the product asks them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from bench.plain import Answers, number, place_key
from corridor import queries
from corridor.filter import IncidentFilter
from corridor.store import Store


def ask(store: Store, chosen: IncidentFilter) -> dict[str, Any]:
    """Name each question and how it is asked."""
    return {
        "summary": lambda: queries.summary(store, chosen),
        "timeline": lambda: queries.timeline(store, chosen, "month", "type"),
        "map places": lambda: queries.map_places(store, chosen),
        "incidents": lambda: queries.list_incidents(store, chosen),
    }


def plain(store: Store, chosen: IncidentFilter) -> Answers:
    """Give the answers as plain values, to compare engines by."""
    found = {name: call() for name, call in ask(store, chosen).items()}
    total = found["summary"]
    return {
        "summary": (
            total.incidents,
            total.fatalities_low,
            total.fatalities_best,
            total.fatalities_high,
            total.fatalities_unknown,
            total.unplaced,
        ),
        "beside": sum(told.incidents for told in total.beside.values()),
        "timeline": _timeline(found["timeline"]),
        "map places": {
            place_key(row): (row["incidents"], number(row["killed"]))
            for row in queries.rows_of(_measured(found["map places"]))
        },
        "incidents": list(found["incidents"]["incident_id"]),
    }


def _measured(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["beside"].isna()]


def _timeline(rows: pd.DataFrame) -> dict[Any, Any]:
    """Leave out the periods without incidents, which the other engines do not add."""
    return {
        (row["period_start"].date(), row["group"]): (
            row["incidents"],
            number(row["fatalities_best"]),
        )
        for row in queries.rows_of(_measured(rows)[_measured(rows)["incidents"] > 0])
    }
