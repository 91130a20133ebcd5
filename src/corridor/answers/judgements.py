"""What people judged of a report's incidents and rivals: all of it, disputed and withdrawn too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from corridor.findings import Report
from corridor.findings.judgements import Judged, Judgement, read_judged, read_ratings
from corridor.store import Reader


@dataclass(frozen=True)
class Said:
    """What one person says of one incident for a finding.

    `standing` is stands, disputed (somebody says otherwise) or withdrawn (`reason` says why);
    What is said of the matrix of rivals has no finding and no incident, but a `cell`: the item of
    evidence and the rival. `recorded_at` is a moment in UTC as ISO text.
    """

    report: str
    finding: int | None
    incident_id: str | None
    cell: str | None
    ruling: str
    reason: str
    recorded_by: str
    recorded_at: str
    standing: str

    def as_json(self) -> dict[str, Any]:
        """Return the shape of an entry of `judgements --json`."""
        return asdict(self)


def judgements(store: Reader, report: Report) -> tuple[Said, ...]:
    """Return each person's latest judgements, by finding and time, those on rivals last."""
    found = read_judged(store, report.slug)
    told = [said for number in sorted(found) for said in _said(report, number, found[number])]
    return (*told, *_said(report, None, read_ratings(store, report.slug)))


def _said(report: Report, number: int | None, judged: Judged) -> Iterator[Said]:
    for each in judged.standing:
        is_disputed = judged.key(each.incident_id) in judged.disputed
        yield _one(report, number, each, "disputed" if is_disputed else "stands")
    for each in judged.withdrawn:
        yield _one(report, number, each, "withdrawn")


def _one(report: Report, number: int | None, each: Judgement, standing: str) -> Said:
    return Said(
        report.slug, number, None if number is None else each.incident_id,
        each.incident_id if number is None else None, each.ruling, each.reason, each.recorded_by,
        each.recorded_at, standing,
    )  # fmt: skip
