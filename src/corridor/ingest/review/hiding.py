"""What is to be hidden by a checked list, and whether it can be. See `actions.hide_list`."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from corridor.ingest.review.confirm import UploadError
from corridor.ingest.review.retractions import RetractionList
from corridor.store.retraction import Listed
from corridor.words import later


@dataclass(frozen=True)
class Hiding:
    """What a person decided about a checked list.

    `reason` is recorded for every row without one of its own, and for all of them where
    `keep_own` is false. `only_good` leaves refused rows out.
    """

    reason: str = ""
    only_good: bool = False
    keep_own: bool = True


def records(found: RetractionList) -> pd.DataFrame:
    """Return what a commit would write of a list, but for its reasons: to see what it changes."""
    ids = list(found.reasons)
    return pd.DataFrame({"record_kind": "retraction", "incident_id": ids, "reason": ""})


def listed(found: RetractionList, *, keep_own: bool = True) -> Listed:
    """Give what the store is to know of the list, with the reasons of its rows if they are kept."""
    report = found.report
    own = {name: reason for name, reason in found.reasons.items() if reason and keep_own}
    return Listed(own, report.file_name, report.sha256, report.rejected_rows)


def refuse_bad(found: RetractionList, *, only_good: bool) -> None:
    """Refuse a list that cannot be read or has bad rows that are not to be left out."""
    report = found.report
    if report.refusal:
        raise UploadError(report.refusal)
    if report.rejected_rows and not only_good:
        raise UploadError(later("list-rows-bad", bad=report.rejected_rows, rows=report.rows))
    if not report.accepted_rows:
        raise UploadError(later("list-names-none-here"))
