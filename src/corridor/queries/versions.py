"""What two versions of the data are compared by."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from corridor import schema
from corridor.filter import IncidentFilter
from corridor.queries.statements import ask, ask_filtered
from corridor.store import Reader


@schema.returns(
    "incident_id", "commit_id", "row_number", "event_date", "latitude", "longitude",
    "geo_precision", "fatalities_best", beside="VARCHAR", is_provisional="BOOLEAN",
    accounts="INTEGER",
)  # fmt: skip
def stamps(store: Reader, chosen: IncidentFilter) -> pd.DataFrame:
    """Return what tells whether an incident is the same in another version, a row each.

    Files are never changed, so a row of one commit is always the same; but shipped rows carry one
    commit whatever was shipped. `beside` is as in `list_incidents`, `accounts` counts them.
    """
    return ask_filtered(store, "stamps", chosen)


@schema.returns(
    *schema.SERVED_NAMES, source_role="VARCHAR", is_covered="BOOLEAN", is_uploaded="BOOLEAN",
    beside="VARCHAR", is_provisional="BOOLEAN", accounts="INTEGER",
)  # fmt: skip
def seen(store: Reader, chosen: IncidentFilter, ids: tuple[str, ...] = ()) -> pd.DataFrame:
    """Return the incidents that the filter keeps as people see them, newest first.

    As `list_incidents`, without its lists and tactics, which take an engine seconds to make. Where
    there are `ids`, of these alone.
    """
    found = ask_filtered(store, "seen", chosen, ids=list(ids))
    return found.drop(columns=["choice", "is_unplaced", "account_rank", "incident_key"])


@schema.returns("incident_id", "release", "reason", incident_key="VARCHAR", versions="INTEGER")
def whereabouts(store: Reader, ids: Sequence[str]) -> pd.DataFrame:
    """Return what a version knows of some accounts, of one at least; a row each, by id.

    Columns: incident_id; release and reason of the newest retraction of it (None without one);
    incident_key, the incident that it counts by (None where it does not count); versions, how many
    records of it are live (None for none).
    """
    found = ask(store, "whereabouts", ids=list(ids))
    return found[["incident_id", "release", "reason", "incident_key", "versions"]]
