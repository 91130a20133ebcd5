"""The incident that the report is built on, as its own account in the store tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from corridor import queries
from corridor.charts.chart import Mark
from corridor.maps.incident_map import ReportPlace
from corridor.ui.frame import cached
from corridor.words import numbers as fmt
from corridor.words import say


@dataclass(frozen=True)
class ReportIncident:
    """Day and place (degrees) of the report's incident; the place is None when not stated."""

    day: date
    place: ReportPlace | None

    @property
    def mark(self) -> Mark:
        """The incident as a labelled moment of a timeline."""
        return Mark(self.day, say("report-incident", day=fmt.day(self.day)), is_report=True)


def of_report() -> ReportIncident | None:
    """Return the report's incident; its date alone when the store does not hold the account.

    None when no report is tested, or one that is built on no incident.
    """
    return cached.kept(_of_report)


def place() -> ReportPlace | None:
    """Return the place of the report's incident, if there is one."""
    incident = of_report()
    return incident.place if incident else None


def mark() -> Mark | None:
    """Return the report's incident as a labelled moment of a timeline, if there is one."""
    incident = of_report()
    return incident.mark if incident else None


def _of_report() -> ReportIncident | None:
    report = cached.report()
    if report is None or not report.incident:
        return None
    accounts = cached.answer(queries.accounts_of, report.incident)
    own = accounts[accounts["incident_id"] == report.incident]
    if own.empty:
        return ReportIncident(report.date, None)
    row = own.iloc[0]
    day = pd.Timestamp(row["event_date"]).date()
    if pd.isna(row["latitude"]):
        return ReportIncident(day, None)
    label = say("report-incident", day=fmt.day(day))
    return ReportIncident(
        day, ReportPlace(float(row["latitude"]), float(row["longitude"]), label, report.incident)
    )
