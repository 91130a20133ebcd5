"""An upload's way into the store: check, show, confirm, commit. Page and command line share it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import pandas as pd

from corridor.geo import enrich, load_reference
from corridor.geo.reference import Reference
from corridor.ingest.compare import compare
from corridor.ingest.recognise import read_upload
from corridor.ingest.report import IngestReport
from corridor.queries import current_accounts
from corridor.settings import Settings
from corridor.store import Commit, Store


class UploadError(Exception):
    """An upload that is not committed, said in a sentence for its user."""


@dataclass(frozen=True, eq=False)
class Checked:
    """A checked upload: its report, and the records (placed on the map) a commit would write.

    `transaction` names that commit: the file, and which version of each account it replaces.
    The same file is committed once, until an account that it states has changed since.
    """

    report: IngestReport
    records: pd.DataFrame
    transaction: str

    @property
    def is_committable(self) -> bool:
        """True when every row was accepted."""
        return self.report.is_clean

    def as_json(self, commit: Commit | None = None) -> dict[str, Any]:
        """Give the shape of `import --json`."""
        report = self.report
        return {
            "layout": report.layout,
            "file": report.file_name,
            "sha256": report.sha256,
            "rows": report.rows,
            "accepted": report.accepted_rows,
            "rejected": report.rejected_rows,
            "new": report.new,
            "updated": report.updated,
            "duplicates": report.duplicates,
            "warned": report.warned,
            "refused": report.refused,
            "problems": [vars(problem) for problem in report.problems],
            "commit": commit.commit_id if commit else None,
        }


def check(
    store: Store, settings: Settings, data: bytes, file_name: str, layout: str | None = None
) -> Checked:
    """Read and check an upload against the store; nothing is written."""
    existing = current_accounts(store)
    report = compare(read_upload(data, file_name, layout), existing)
    records = _placed(report, load_reference(settings.reference_dir))
    return Checked(report, records, _transaction(report, existing))


def _transaction(report: IngestReport, existing: pd.DataFrame) -> str:
    ids = report.to_write()["incident_id"]
    replaced = existing.set_index("incident_id")["commit_id"].reindex(ids).fillna("")
    pairs = [f"{name} {commit}" for name, commit in replaced.items()]
    return hashlib.sha256("\n".join([report.sha256, *pairs]).encode()).hexdigest()


def _placed(report: IngestReport, reference: Reference) -> pd.DataFrame:
    accounts = report.to_write()
    return accounts if accounts.empty else enrich(accounts, reference)


def confirm(
    store: Store, checked: Checked, author: str, *, only_good: bool = False
) -> Commit | None:
    """Commit a checked upload once; None when the store holds all of it already.

    `only_good` leaves refused rows out, and the history says so. Raises UploadError when the
    file cannot be read, or rows are bad and `only_good` was not chosen.
    """
    report = checked.report
    if report.refused:
        raise UploadError(report.refused)
    if report.rejected_rows and not only_good:
        raise UploadError(
            f"{report.rejected_rows} of {report.rows} rows are bad: nothing was written. "
            "Mend them, or choose to take the good rows."
        )
    if not report.accepted_rows:
        raise UploadError("no row is good: nothing was written")
    if checked.records.empty:
        return _same_file(store, report.sha256)
    return store.commit(
        checked.records.assign(record_kind="account"),
        Commit(
            "",
            "import",
            author,
            file_name=report.file_name,
            file_sha256=report.sha256,
            counts=_counts(report),
            note="good rows only" if report.rejected_rows else "",
        ),
        transaction=checked.transaction,
    )


def _same_file(store: Store, sha256: str) -> Commit | None:
    return next(
        (item for item in store.history() if item.file_sha256 == sha256 and item.live), None
    )


def _counts(report: IngestReport) -> dict[str, int]:
    return {
        "rows": report.rows,
        "accepted": report.accepted_rows,
        "rejected": report.rejected_rows,
        "new": report.new,
        "updated": report.updated,
        "duplicates": report.duplicates,
        "warned": report.warned,
    }
