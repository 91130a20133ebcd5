"""How it was done: tactics that accounts tell."""

from __future__ import annotations

import pandas as pd

from corridor import schema
from corridor.filter import IncidentFilter
from corridor.queries.statements import ask, ask_filtered, rows_of
from corridor.store import Reader


@schema.returns(tactic="VARCHAR", incidents="INTEGER", coded="INTEGER")
def by_tactic(store: Reader, chosen: IncidentFilter) -> pd.DataFrame:
    """Count the measuring series' incidents by tactic; one may be told several.

    Columns: tactic, incidents, coded (of them those that a column of a source says).
    """
    return ask_filtered(store, "by_tactic", chosen)


def tactics_known(store: Reader, chosen: IncidentFilter) -> tuple[int, int, int]:
    """Count the measuring series' incidents: all, with a tactic, with a text or a tactic."""
    (row,) = rows_of(ask_filtered(store, "tactics_known", chosen))
    return int(row["incidents"]), int(row["known"]), int(row["described"])


@schema.returns("incident_id", tactic="VARCHAR", said_by="VARCHAR", word="VARCHAR")
def tactics_of(store: Reader, incident_id: str) -> pd.DataFrame:
    """Return what tactics each account of the incident tells that the id belongs to.

    Columns: incident_id, tactic, said_by (`notes`, or the column that is coded), word (the listed
    one that stands in the notes, None for a coded one).
    """
    return ask(store, "tactics_of", incident_id=incident_id)
