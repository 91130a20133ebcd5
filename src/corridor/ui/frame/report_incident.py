"""The incident that the report is built on, as a moment and as a place."""

from __future__ import annotations

from corridor import answers
from corridor.answers import ReportIncident
from corridor.charts.chart import Mark
from corridor.filter import IncidentFilter
from corridor.maps.incident_map import ReportPlace
from corridor.ui.frame import cached
from corridor.words import numbers as fmt
from corridor.words import say


def of_report() -> ReportIncident | None:
    """Return the report's incident.

    None when no report is tested, or one that is built on no incident.
    """
    return cached.kept(_of_report)


def place(chosen: IncidentFilter) -> ReportPlace | None:
    """Return the place of the report's incident, if it was on a day of the filter's period."""
    return ReportPlace.within(of_report(), chosen)


def mark() -> Mark | None:
    """Return the report's incident as a labelled moment of a timeline, if there is one."""
    found = of_report()
    label = say("report-incident", day=fmt.day(found.day)) if found else ""
    return Mark(found.day, label, is_report=True) if found else None


def _of_report() -> ReportIncident | None:
    report = cached.report()
    return answers.report_incident(cached.store(), report) if report else None
