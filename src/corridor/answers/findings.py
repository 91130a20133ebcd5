"""What stands behind a finding: its incidents and its roads."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Final

import pandas as pd

from corridor import queries, schema
from corridor.findings import Report, evaluate
from corridor.findings.evidence import COLUMNS, PROFILE, Evidence
from corridor.store import Reader

SIDES: Final = tuple(each.name for each in fields(Evidence))
# Beside what the file gave (`source_grade`) the grade that counts, and what gave it.
EVIDENCE: Final = {**COLUMNS, **schema.columns(resolved_grade="VARCHAR", grade_source="VARCHAR")}


def evidence_of(
    store: Reader, report: Report, number: int, as_of: date, series: str = ""
) -> Evidence:
    """Return the incidents for and against a finding; KeyError when it has no such finding.

    The frames have the columns `EVIDENCE`.
    """
    for item in evaluate(store, report, as_of, series):
        if item.number == number:
            sides = {side: getattr(item.evidence, side) for side in SIDES}
            ids = tuple(name for rows in sides.values() for name in rows["incident_id"])
            grades = queries.grades_by_id(store, ids)
            return Evidence(
                **{
                    side: rows.merge(grades, how="left", on="incident_id")
                    for side, rows in sides.items()
                }
            )
    raise KeyError(number)


@schema.returns(finding="INTEGER", **PROFILE)
def road_profile(store: Reader, report: Report, as_of: date, series: str = "") -> pd.DataFrame:
    """Count along the roads what the report's findings show there.

    Columns: finding, road, from_km, to_km, incidents, at_town, near, exact (see
    `findings.evidence.kilometre_profile`).
    """
    found = [
        item.profile.assign(finding=item.number) for item in evaluate(store, report, as_of, series)
    ]
    known = [rows for rows in found if len(rows)] or found[:1]  # empty rows have types too
    return pd.concat(known)[["finding", *PROFILE]]
