"""The incident that a report is built on, as its own account in the store tells it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from corridor import queries
from corridor.findings import Report
from corridor.queries.statements import known
from corridor.store import Reader


@dataclass(frozen=True)
class ReportIncident:
    """An incident by its id, with its day and place (degrees); None where no place is stated."""

    incident_id: str
    day: date
    latitude: float | None = None
    longitude: float | None = None

    def as_json(self) -> dict[str, Any]:
        """Return it with an ISO day."""
        return asdict(self) | {"day": self.day.isoformat()}


def report_incident(store: Reader, report: Report) -> ReportIncident | None:
    """Return a report's incident, on the report's day when the store does not hold the account.

    None when the report is built on no incident.
    """
    if not report.incident:
        return None
    accounts = queries.accounts_of(store, report.incident)
    own = queries.rows_of(accounts[accounts["incident_id"] == report.incident])
    if not own:
        return ReportIncident(report.incident, report.date)
    day, *place = (known(own[0][name]) for name in ("event_date", "latitude", "longitude"))
    return ReportIncident(report.incident, day, *(place if place[0] is not None else ()))
