"""What whoever writes a report wants to know of it before anybody else reads it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corridor import packs
from corridor.findings import Finding, Report, as_json, evaluate, load_report
from corridor.findings.evaluate import known_accounts
from corridor.findings.measured import Scene
from corridor.findings.report import check_cited, named_rules, unused_rules
from corridor.findings.series import read_series
from corridor.packs import PackError
from corridor.store import Reader
from corridor.words import Message, later
from corridor.words import numbers as fmt


@dataclass(frozen=True, eq=False)
class ReportCheck:
    """A report as it stands: `faults` keep it from being used, `remarks` may be meant.

    `report` is None where it cannot be read; `findings` are its own as of its date, empty then.
    """

    report: Report | None
    findings: tuple[Finding, ...]
    faults: tuple[Message, ...]
    remarks: tuple[Message, ...]

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values: report, faults, remarks, findings (as `findings --json`)."""
        return {
            "report": self.report and self.report.slug,
            "faults": [str(each) for each in self.faults],
            "remarks": [str(each) for each in self.remarks],
            "findings": as_json(self.findings),
        }


def check_report(store: Reader, folder: Path) -> ReportCheck:
    """Read the report of a folder, test it on its own date, and say what is odd about it.

    An account that it names and that the store does not hold is a fault, told with its line. A rule
    that nothing uses or that keeps no incident, and incidents that are for and against the same
    finding or on neither side of it, are remarks.
    """
    try:
        report = load_report(folder)
        wanted = report.named() | ({report.incident} - {""})
        check_cited(folder, known_accounts(store, wanted))
    except PackError as error:
        return ReportCheck(None, (), error.all, ())
    found = evaluate(store, report)
    window = found[0].scene.window
    remarks = (
        *([] if window.is_usable else [later("report-day-uncovered", day=fmt.day(report.date))]),
        *(later("report-rule-unused", rule=name) for name in unused_rules(folder)),
        *_without_incidents(store, report, folder, found[0].scene),
        *(told for finding in found for told in _sides(finding)),
    )
    return ReportCheck(report, found, (), remarks)


def _without_incidents(store: Reader, report: Report, folder: Path, scene: Scene) -> list[Message]:
    """Name the rules that keep no incident of the series on any day."""
    rules, provinces = named_rules(folder), packs.region(report.region).provinces
    measured = read_series(store, rules.values(), report.date, scene.series.code, provinces)
    kept = {name: measured.masks[rule].any() for name, rule in rules.items()}
    return [
        later("report-rule-keeps-nothing", rule=name, series=measured.name)
        for name, is_any in kept.items()
        if not is_any
    ]


def _sides(finding: Finding) -> list[Message]:
    """Say how many of a finding's incidents are on both of its sides, and on neither."""
    spec, masks = finding.spec, finding.scene.series.masks
    counted = finding.scene.inside(spec.counted)
    supports, contradicts = masks[spec.supports], masks[spec.contradicts]
    both = int((counted & supports & contradicts).sum())
    neither = int((counted & ~supports & ~contradicts).sum())
    told = {"report-on-both-sides": both, "report-on-no-side": neither}
    number = str(finding.number)
    return [later(key, number=number, count=count) for key, count in told.items() if count]
