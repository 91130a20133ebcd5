"""A checked upload is confirmed and committed. Page and command line share it."""

from __future__ import annotations

from dataclasses import dataclass

from corridor.ingest.matching import links
from corridor.ingest.statements import filled
from corridor.ingest.upload import COLUMNS, Checked, counts
from corridor.store import Commit, Store


class UploadError(Exception):
    """An upload that is not committed, said in a sentence for its user."""


@dataclass(frozen=True)
class Choices:
    """What a person decided about a checked file.

    `only_good` leaves refused rows out; `apart` are the ids of accounts that are incidents of
    their own, whatever was found.
    """

    only_good: bool = False
    apart: frozenset[str] = frozenset()


def confirm(
    store: Store,
    checked: Checked,
    author: str,
    choices: Choices | None = None,
) -> Commit | None:
    """Commit a checked upload once; None when the store holds all of it already.

    Accounts with a match are linked to it, but for those that are kept apart, and the history
    says what was left out. Raises UploadError when the file cannot be read, or rows are bad and
    the good ones were not asked for.
    """
    choices = choices or Choices()
    report = checked.report
    if report.refused or report.bench is None:
        raise UploadError(report.refused or "nothing was read")
    if report.rejected_rows and not choices.only_good:
        raise UploadError(
            f"{report.rejected_rows} of {report.rows} rows are bad: nothing was written. "
            "Mend them, or choose to take the good rows."
        )
    if not report.accepted_rows:
        raise UploadError("no row is good: nothing was written")
    if not checked.written:
        return _same_file(store, report.sha256)
    commit = Commit(
        "",
        "import",
        author,
        file_name=report.file_name,
        file_sha256=report.sha256,
        counts=counts(report) | {"linked": checked.matched - len(choices.apart)},
        note="good rows only" if report.rejected_rows else "",
    )
    report.bench.keep("decided", links(report.bench, choices.apart))
    with report.bench.stream(filled("records", columns=COLUMNS)) as records:
        return store.commit(records, commit, transaction=checked.transaction)


def _same_file(store: Store, sha256: str) -> Commit | None:
    return next(
        (item for item in store.history() if item.file_sha256 == sha256 and item.live), None
    )
