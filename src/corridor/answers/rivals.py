"""Which of the rival explanations that a report states is contradicted least."""

from __future__ import annotations

from collections.abc import Sequence

from corridor.findings import Finding, Report
from corridor.findings.judgements import read_ratings
from corridor.findings.rivals import Rivals
from corridor.findings.rivals import rivals as of_report
from corridor.store import Reader

__all__ = ["Rivals", "rivals"]


def rivals(store: Reader, report: Report, findings: Sequence[Finding]) -> Rivals | None:
    """Return how the rivals of a report stand, as its findings were evaluated; None without any."""
    return of_report(report, findings, read_ratings(store, report.slug)) if report.rivals else None
