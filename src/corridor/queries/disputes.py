"""Where accounts of one incident disagree."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from corridor import schema
from corridor.filter import IncidentFilter
from corridor.queries.statements import ask, ask_filtered
from corridor.store import Reader


@schema.returns(incident_key="VARCHAR", fact="VARCHAR")
def disputes(store: Reader, chosen: IncidentFilter) -> pd.DataFrame:
    """Return the measuring series' incidents with several accounts, newest first.

    Columns: incident_key, fact (one of `filter.DISAGREE`; None where the accounts agree on all).
    """
    return ask_filtered(store, "disputes", chosen)


@schema.returns(
    *schema.SERVED_NAMES, source_role="VARCHAR", account_rank="BIGINT", incident_key="VARCHAR",
    is_covered="BOOLEAN",
)  # fmt: skip
def accounts_of_incidents(store: Reader, keys: Sequence[str]) -> pd.DataFrame:
    """Return all accounts of some incidents, of one at least; the counted one first."""
    return ask(store, "accounts_of_incidents", keys=list(keys))


@schema.returns(
    "source", "source_office", "reported_admin1", "located_admin1", beside="VARCHAR",
    year="INTEGER", is_placed="BOOLEAN", is_dot="BOOLEAN", incidents="INTEGER",
)  # fmt: skip
def location_counts(store: Reader, chosen: IncidentFilter) -> pd.DataFrame:
    """Count incidents by reported and located province, who tells them (`beside`) and the year.

    `is_placed`: to the district or better; `is_dot`: better than that. What is not known is None.
    """
    return ask_filtered(store, "location_counts", chosen)


@schema.returns(
    "incident_id", "event_date", "event_date_end", "location", "admin1", "reported_admin1",
    "located_admin1", "latitude", "longitude", "geo_precision", "location_radius_km", "source",
    "source_office", beside="VARCHAR",
)  # fmt: skip
def misplaced_incidents(store: Reader, chosen: IncidentFilter) -> pd.DataFrame:
    """Return the incidents that lie in another province than is reported, newest first."""
    return ask_filtered(store, "misplaced_incidents", chosen)
