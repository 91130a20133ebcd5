"""Whether a commit can change a verdict at all."""

from __future__ import annotations

from corridor.findings.spec import Report
from corridor.findings.statements import statement
from corridor.store import Reader


def reaches(store: Reader, report: Report, commit_id: str) -> bool:
    """Say whether the accounts of a commit can change a verdict or how sure it is.

    They can when one is, or was, of a systematic data set, when it is another account of an
    incident, or one that the report cites. All others stand in no rate and beside no incident.
    """
    found = store.read(
        statement("reaching"), {"commit_id": commit_id, "cited": sorted(report.named())}
    )
    return bool(found["accounts"].iloc[0])
