"""Checks of where accounts are: they need the reference geography and the store's own points."""

from __future__ import annotations

from corridor.geo.reference import Reference
from corridor.ingest.checks.borders import tell_astray
from corridor.ingest.checks.stand_in_points import warn_of_stand_ins
from corridor.ingest.model.recount import recounted
from corridor.ingest.model.report import IngestReport


def check_places(report: IngestReport, reference: Reference) -> IngestReport:
    """Give the report with what is said of the points that would be written.

    Accounts that the store holds already are not spoken of. `compare` and `placing.place` come
    before.
    """
    if report.bench is None:
        return report
    warn_of_stand_ins(report.bench, reference)
    tell_astray(report.bench, reference)
    return recounted(report)
