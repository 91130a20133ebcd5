"""The one door for writes: who, what and why; whether they may; then the commit.

Pages, command line and workers write through these functions alone (a test holds it). What the
store writes by itself, the shipped incidents of a new store, is nobody's action.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace as replace_of
from pathlib import Path

import pandas as pd

from corridor import views, vocabulary
from corridor.findings.judgements import Judged, Judgement, read_judged, read_ratings
from corridor.ingest.review import confirm, retractions
from corridor.ingest.review.confirm import Choices
from corridor.ingest.review.retractions import Hiding, RetractionList
from corridor.ingest.review.upload import Checked
from corridor.people import NotAllowedError, Person, allow
from corridor.settings import Settings
from corridor.store import Archived, Commit, Store, import_store
from corridor.store.progress import Progress
from corridor.store.retraction import Listed
from corridor.views import SavedView
from corridor.words import later

__all__ = ["JudgementError", "NotAllowedError", "Person"]


# A report and the number of its finding, None for its matrix of rivals.
_Where = tuple[str, int | None]


class JudgementError(Exception):
    """A judgement that cannot be recorded; says why."""


def upload(
    store: Store,
    person: Person,
    checked: Checked,
    choices: Choices,
    *,
    progress: Progress | None = None,
    prepare: Callable[[list[str]], None] | None = None,
) -> Commit | None:
    """Write a checked file (see `ingest.confirm.confirm`, also for what is raised)."""
    allow(person, "upload")
    return confirm.confirm(store, checked, person.name, choices, progress=progress, prepare=prepare)


def hide_list(
    store: Store, person: Person, found: RetractionList, choices: Hiding
) -> Commit | None:
    """Hide the incidents of a checked list in one commit; None when all are hidden already.

    Raises UploadError when the list cannot be read, or rows are bad and were not to be left out,
    StoreError when a reason is lacking.
    """
    retractions.refuse_bad(found, only_good=choices.only_good)
    if not found.found:
        return None
    named = retractions.listed(found, keep_own=choices.keep_own)
    return hide(store, person, list(found.reasons), choices.reason, named)


def hide(
    store: Store, person: Person, ids: Sequence[str], reason: str, named: Listed | None = None
) -> Commit | None:
    """Hide incidents by their ids (see `Store.retract`)."""
    allow(person, "hide")
    return store.retract(ids, reason, person.name, named)


def link(store: Store, person: Person, record: pd.DataFrame) -> Commit:
    """Write a link (of `ingest.linking`); the history says what was linked with what, and why."""
    allow(person, "link")
    said = record.iloc[0]
    note = f"{said['incident_id']} with {said['target_id']}: {said['reason']}"
    commit = Commit("", "link", person.name, counts={"linked": 1}, note=note)
    return store.commit(record, commit)


def declare(store: Store, person: Person, records: pd.DataFrame) -> Commit:
    """Write what a person declared of a series (of `ingest.own_series`), undone like an upload."""
    allow(person, "upload")
    said = records.iloc[0]
    commit = Commit("", "declare", person.name, note=f"{said['source']}: {said['title']}")
    return store.commit(records, commit)


def judge(store: Store, person: Person, report: str, number: int, judgement: Judgement) -> Commit:
    """Record what a person decided of an incident for a finding of a report (its slug).

    Raises JudgementError without a reason or a name, or for a ruling that is none.
    """
    allow(person, "judge")
    if judgement.ruling not in vocabulary.RULINGS:
        raise JudgementError(later("judge-no-ruling", ruling=judgement.ruling))
    return _judgement(store, person, (report, number), judgement)


def rate(store: Store, person: Person, report: str, judgement: Judgement) -> Commit:
    """Record how a person rates a cell of a report's matrix of rivals (`rivals.cell`).

    The judgement has the cell in the place of an incident. Raises JudgementError without a reason
    or a name, or for a rating that is none.
    """
    allow(person, "judge")
    if judgement.ruling not in vocabulary.RATINGS:
        raise JudgementError(later("rate-no-rating", rating=judgement.ruling))
    return _judgement(store, person, (report, None), judgement)


def withdraw_rating(store: Store, person: Person, report: str, judgement: Judgement) -> Commit:
    """Take back how a person rated a cell; the judgement says why (see `withdraw`)."""
    allow(person, "judge")
    return _withdrawal(store, person, (report, None), judgement, read_ratings(store, report))


def withdraw(
    store: Store, person: Person, report: str, number: int, judgement: Judgement
) -> Commit:
    """Take back what a person judged of an incident; the judgement says why, its ruling nothing.

    Raises JudgementError without a reason or a name, or where nothing of that person stands.
    """
    allow(person, "judge")
    judged = read_judged(store, report).get(number, Judged())
    return _withdrawal(store, person, (report, number), judgement, judged)


def _withdrawal(
    store: Store, person: Person, where: _Where, judgement: Judgement, judged: Judged
) -> Commit:
    said = judged.of(person.name, judgement.incident_id)
    if said is None and person.name.strip():
        name, incident = person.name.strip(), judgement.incident_id
        raise JudgementError(later("judgements-not-theirs", author=name, incident=incident))
    named = said.incident_id if said else judgement.incident_id
    taken = replace_of(judgement, incident_id=named, ruling=vocabulary.WITHDRAWN)
    return _judgement(store, person, where, taken)


def _judgement(store: Store, person: Person, where: _Where, judgement: Judgement) -> Commit:
    report, number = where
    reason, author = judgement.reason.strip(), person.name.strip()
    if not reason or not author:
        raise JudgementError(later("judge-needs"))
    record = {
        "record_kind": "judgement",
        "target_id" if number is None else "incident_id": judgement.incident_id,
        "report": report,
        **({} if number is None else {"finding": number}),
        "ruling": judgement.ruling,
        "reason": reason,
    }
    named = "rivals" if number is None else f"finding {number}"
    note = f"{named}: {judgement.incident_id} {judgement.ruling}"
    commit = Commit("", "judgement", author, counts={"new": 1}, note=note)
    return store.commit(pd.DataFrame([record]), commit)


def grade(store: Store, person: Person, record: pd.DataFrame) -> Commit:
    """Write a grade by hand (of `ingest.grading`), undone like an upload.

    Raises JudgementError without a name: a grade is somebody's.
    """
    allow(person, "grade")
    if not person.name.strip():
        raise JudgementError(later("grade-needs-name"))
    said = record.iloc[0].to_dict()
    is_account = isinstance(said.get("incident_id"), str)
    of = said["incident_id"] if is_account else said["source"]
    given = said["source_grade"] if is_account else said["source_grade"][0]
    commit = Commit("", "grade", person.name.strip(), counts={"new": 1}, note=f"{of}: {given}")
    return store.commit(record, commit)


def undo(store: Store, person: Person, commit_id: str) -> Commit:
    """Take a commit's rows back (see `Store.undo`)."""
    allow(person, "undo")
    return store.undo(commit_id, person.name)


def redo(store: Store, person: Person, commit_id: str) -> Commit:
    """Bring an undone commit's rows back (see `Store.redo`)."""
    allow(person, "redo")
    return store.redo(commit_id, person.name)


def restore(store: Store, person: Person, version: int) -> Commit:
    """Make the live files those of an older version (see `Store.restore`)."""
    allow(person, "restore")
    return store.restore(version, person.name)


def save_view(
    settings: Settings,
    person: Person,
    name: str,
    link: str,
    note: str = "",
    *,
    replaces: bool = False,
) -> SavedView:
    """Save a link under a name for everybody (see `views.save_view`)."""
    allow(person, "view")
    return views.save_view(settings, name, link, note, person.name, replaces=replaces)


def take_view_out(settings: Settings, person: Person, name: str) -> SavedView:
    """Take a saved view out of the list (see `views.take_out`)."""
    allow(person, "view")
    return views.take_out(settings, name, person.name)


def bring_view_back(settings: Settings, person: Person, name: str) -> SavedView:
    """Bring back a saved view that was taken out (see `views.bring_back`)."""
    allow(person, "view")
    return views.bring_back(settings, name, person.name)


def replace(settings: Settings, person: Person, archive: Path) -> Archived:
    """Put an exported store in place, where there are no data yet."""
    allow(person, "replace")
    return import_store(settings, archive)
