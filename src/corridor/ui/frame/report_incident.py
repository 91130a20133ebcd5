"""The incident that the report is built on, as a moment and as a place."""

from __future__ import annotations

from corridor import answers
from corridor.answers import ReportIncident
from corridor.charts.chart import Mark
from corridor.maps.incident_map import ReportPlace
from corridor.ui.frame import cached
from corridor.words import numbers as fmt
from corridor.words import say


def of_report() -> ReportIncident | None:
    """Return the report's incident.

    None when no report is tested, or one that is built on no incident.
    """
    return cached.kept(_of_report)


def place() -> ReportPlace | None:
    """Return the place of the report's incident, if there is one."""
    found = of_report()
    if found is None or found.latitude is None or found.longitude is None:
        return None
    return ReportPlace(found.latitude, found.longitude, _label(found), found.incident_id)


def mark() -> Mark | None:
    """Return the report's incident as a labelled moment of a timeline, if there is one."""
    found = of_report()
    return Mark(found.day, _label(found), is_report=True) if found else None


def _label(found: ReportIncident) -> str:
    return say("report-incident", day=fmt.day(found.day))


def _of_report() -> ReportIncident | None:
    report = cached.report()
    return answers.report_incident(cached.store(), report) if report else None
