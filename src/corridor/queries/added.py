"""What one commit brought."""

from __future__ import annotations

import pandas as pd

from corridor import schema
from corridor.filter import IncidentFilter
from corridor.queries.statements import ask_filtered
from corridor.store import Reader


@schema.returns(
    "incident_id", "event_date", "date_precision",
    is_joined="BOOLEAN", is_counted="BOOLEAN", is_unplaced="BOOLEAN",
)  # fmt: skip
def added(store: Reader, chosen: IncidentFilter, commit_id: str) -> pd.DataFrame:
    """Return the accounts whose latest version a commit brought.

    Columns: incident_id, event_date, date_precision (rank, NULL unknown), `is_joined` (of an
    incident that an earlier commit tells, or another account of this one), `is_counted` (the
    account by which the filter keeps its incident), `is_unplaced` (it has no mark on the map;
    NULL where not counted).
    """
    return ask_filtered(store, "added", chosen, commit_id=commit_id)
