"""Reports, their findings, and what the data say to them."""

from corridor.findings.as_json import as_json
from corridor.findings.evaluate import Finding, evaluate, reaches
from corridor.findings.history import history, month_ends, verdict_changes, verdict_turns
from corridor.findings.measured import Indicator
from corridor.findings.parts import Part
from corridor.findings.report import Reports, list_reports, load_report, load_reports
from corridor.findings.spec import FindingSpec, Report

__all__ = [
    "Finding",
    "FindingSpec",
    "Indicator",
    "Part",
    "Report",
    "Reports",
    "as_json",
    "evaluate",
    "history",
    "list_reports",
    "load_report",
    "load_reports",
    "month_ends",
    "reaches",
    "verdict_changes",
    "verdict_turns",
]
