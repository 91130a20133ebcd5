"""What stands behind a finding: its incidents, its roads, and what a person decided of one."""

from __future__ import annotations

from datetime import date
from typing import Final

import pandas as pd

from corridor import vocabulary
from corridor.findings import Finding, Report, evaluate
from corridor.findings.evidence import Evidence
from corridor.findings.judgements import Judgement
from corridor.store import Commit, Reader, Store
from corridor.words import later

SIDES: Final = ("supporting", "contradicting", "cited")


class JudgementError(Exception):
    """A judgement that cannot be recorded; says why."""


def evidence_of(store: Reader, report: Report, number: int, as_of: date) -> Evidence:
    """Return the incidents for and against a finding; KeyError when it has no such finding."""
    return _finding(store, report, number, as_of).evidence


def road_profile(store: Reader, report: Report, as_of: date) -> pd.DataFrame:
    """Count along the roads what the report's findings show there.

    Columns: finding, road, from_km, to_km, incidents, at_town, near, exact (see
    `findings.profile`).
    """
    found = [
        item.profile.assign(finding=item.number)
        for item in evaluate(store, report, as_of)
        if not item.profile.empty
    ]
    names = ["finding", "road", "from_km", "to_km", "incidents", "at_town", "near", "exact"]
    return pd.concat(found)[names] if found else pd.DataFrame(columns=names)


def judge(store: Store, report: str, number: int, judgement: Judgement) -> Commit:
    """Record what a person decided of an incident for a finding of a report (its slug).

    Raises JudgementError without a reason or a name, or for a ruling that is none.
    """
    reason, author = judgement.reason.strip(), judgement.recorded_by.strip()
    if not reason or not author:
        raise JudgementError(later("judge-needs"))
    if judgement.ruling not in vocabulary.RULINGS:
        raise JudgementError(later("judge-no-ruling", ruling=judgement.ruling))
    record = {
        "record_kind": "judgement",
        "incident_id": judgement.incident_id,
        "report": report,
        "finding": number,
        "ruling": judgement.ruling,
        "reason": reason,
    }
    note = f"finding {number}: {judgement.incident_id} {judgement.ruling}"
    commit = Commit("", "judgement", author, counts={"new": 1}, note=note)
    return store.commit(pd.DataFrame([record]), commit)


def _finding(store: Reader, report: Report, number: int, as_of: date) -> Finding:
    for item in evaluate(store, report, as_of):
        if item.number == number:
            return item
    raise KeyError(number)
