"""The check and the commit of a viewer's file, in processes of their own: begun once, shown."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

import streamlit as st

from corridor import actions
from corridor.answers.outlook import Outlook
from corridor.answers.outlook import outlook as look_ahead
from corridor.exchange.template import annotated_csv
from corridor.fetching import Asked, Fetched
from corridor.ingest.model.report import IngestReport
from corridor.ingest.review.confirm import Choices
from corridor.ingest.review.first_mapping import Glance
from corridor.ingest.review.retractions import Hiding, RetractionList
from corridor.ingest.review.upload import Checked, Reading
from corridor.people import Person, allow
from corridor.store import Commit
from corridor.store.progress import Stage
from corridor.ui.frame import cached, signed_in, state
from corridor.words import say
from corridor.workers import Task, pool, tasks

# Work that is done by then shows no progress: it would only flicker.
_AT_ONCE: Final = 0.5
_LOOK_AGAIN: Final = 0.2
# From so many seconds on it is said how long a bar has stood.
_STANDS: Final = 1
# What would change is worked out in the server for so many rows.
MOST_HERE: Final = 5_000
_CHECK: Final = "upload_check"
_LIST: Final = "upload_list"
_LOOK: Final = "upload_look"
_OUTLOOK: Final = "upload_outlook"
_COMMIT: Final = "upload_commit"
_HIDE: Final = "upload_hide"
_FETCH: Final = "upload_fetch"
Result = TypeVar("Result")


@dataclass(frozen=True, eq=False)
class Written:
    """A file that was written; `commit` is None when the store held all of it."""

    commit: Commit | None
    checked: Checked
    file_id: str


def make_ready() -> None:
    """See that a process waits for the file that the viewer is about to choose."""
    pool().warm(cached.settings_now())


def check_file(data: Path, name: str, file_id: str, reading: Reading) -> Checked:
    """Check a file against this version of the data, once for all reruns of the page.

    This and the like raise CancelledError when the viewer has stopped it, WorkError when it could
    not be done.
    """
    key = (file_id, reading, cached.data_state())
    return _once(_CHECK, key, lambda: _task(tasks.check, name, reading, data=data))


def check_list(data: Path, name: str, file_id: str, sheet: str | None) -> RetractionList:
    """Look a list of incidents to hide up in this version of the data."""
    key = (file_id, sheet, cached.data_state())
    return _once(_LIST, key, lambda: _task(tasks.check_list, name, sheet, data=data))


def look(data: Path, file_id: str, sheet: str | None) -> Glance:
    """Take a first look at a table of no known layout; RefusedError when it cannot be read."""
    return _once(_LOOK, (file_id, sheet), lambda: _task(tasks.look, sheet, data=data))


def outlook(checked: Checked, reading: Reading, choices: Choices) -> Outlook:
    """Work out what a checked file would change in the chosen figures and in the verdicts.

    Of a small one here: it takes a moment, and waits in no line.
    """
    question, before = cached.standing(state.current_filter(), state.current_as_of())
    file = (checked.report.key, checked.report.file_name, reading)
    key = (file, choices, question.chosen, question.as_of, cached.data_state())

    def here() -> Task[Outlook]:
        with st.spinner(say("working-out")):
            found = look_ahead(cached.store(), checked, choices, question, before)
        return Task.done(found, cached.settings_now())

    def elsewhere() -> Task[Outlook]:
        return _task(tasks.outlook, checked, choices, question, before)

    return _once(_OUTLOOK, key, here if checked.written <= MOST_HERE else elsewhere)


def _task(do: Callable[..., Result], *arguments: Any, data: Path | None = None) -> Task[Result]:
    return pool().begin(Task(do, arguments, cached.settings_now(), data=data))


def _once(slot: str, key: tuple[Any, ...], begin: Callable[[], Task[Result]]) -> Result:
    """Begin a piece of work or take the one that was begun; show how far it is until it ends."""
    kept = st.session_state.get(slot)
    if kept is None or kept[0] != key:
        _drop(slot)
        st.session_state[slot] = (key, begin())
    task: Task[Result] = st.session_state[slot][1]
    _wait(task, slot)
    return task.result()


def forget() -> None:
    """Give up the file that is or was checked: what it takes is free again."""
    for slot in (_CHECK, _LIST, _LOOK, _OUTLOOK):
        _drop(slot)


def forget_outlook() -> None:
    """Let what would change be worked out again."""
    _drop(_OUTLOOK)


def _drop(slot: str) -> None:
    kept = st.session_state.pop(slot, None)
    if kept is not None:
        kept[1].drop()


def begin_commit(checked: Checked, file_id: str, person: Person, choices: Choices) -> None:
    """Begin to write a checked file; `end_commit` waits for it, in this run or a later one."""
    allow(person, "upload")
    arguments = (checked, person, choices)
    task = Task(tasks.commit, arguments, cached.settings_now(), is_kept_up=True)
    cached.store().expect(task.folder, task.scratch)
    # The check's folder must last as long: its rows are read from there.
    st.session_state[_COMMIT] = (pool().begin(task), checked, file_id)


def annotated(report: IngestReport) -> bytes:
    """Return the file with what is wrong beside each row; raises WorkError."""
    if report.rows <= MOST_HERE:
        return annotated_csv(report)
    task = _task(tasks.annotated, report)
    while not task.wait(_LOOK_AGAIN):
        pass
    try:
        return task.result().read_bytes()
    finally:
        task.drop()


def begin_hiding(found: RetractionList, file_id: str, person: Person, choices: Hiding) -> None:
    """Begin to hide the incidents of a list; `end_hiding` waits for it, in this run or a later."""
    allow(person, "hide")
    settings = cached.settings_now()
    if found.found <= MOST_HERE:
        task = Task.done(actions.hide_list(cached.store(), person, found, choices), settings)
    else:
        task = pool().begin(Task(tasks.hide, (found, person, choices), settings, is_kept_up=True))
    st.session_state[_HIDE] = (task, file_id)


def is_hiding() -> bool:
    """Say whether incidents are being hidden, or were and it was not told yet."""
    return _HIDE in st.session_state


def end_hiding() -> tuple[Commit | None, str]:
    """Wait for what was begun; return its commit and its file's id, once, or raise what it did."""
    task, file_id = st.session_state[_HIDE]
    _wait(task, _HIDE)
    del st.session_state[_HIDE]
    return task.result(), file_id


def begin_fetching(asked: Asked) -> None:
    """Begin to fetch files from a publisher; `end_fetching` waits for them."""
    allow(signed_in.person(), "upload")
    st.session_state[_FETCH] = _task(tasks.fetch, asked)


def is_fetching() -> bool:
    """Say whether something is being fetched, or was and it was not told yet."""
    return _FETCH in st.session_state


def end_fetching() -> tuple[Fetched, ...]:
    """Wait for what was begun and give it, once; raises what it raised."""
    task = st.session_state[_FETCH]
    _wait(task, _FETCH)
    del st.session_state[_FETCH]
    try:
        found: tuple[Fetched, ...] = task.result()
    finally:
        task.drop()
    return found


def is_committing() -> bool:
    """Say whether a commit was begun whose end was not told yet."""
    return _COMMIT in st.session_state


def end_commit() -> Written:
    """Wait for the commit that was begun and give it, once; raises what it raised.

    After a CancelledError the check is still there: the file can be written after all.
    """
    task, checked, file_id = st.session_state[_COMMIT]
    _wait(task, _COMMIT)
    if not cached.store().has_turned(_AT_ONCE):
        with st.spinner(say("making-pages-ready")):
            while not cached.store().has_turned(_LOOK_AGAIN):
                pass
    del st.session_state[_COMMIT]
    return Written(task.result(), checked, file_id)


def _wait(task: Task[Any], slot: str) -> None:
    if not task.wait(_AT_ONCE):
        place = st.empty()
        with place.container():
            bar = st.progress(task.share)
            st.button(say("cancel"), on_click=task.cancel, key=f"{slot}-cancel")
        stood = Stood()
        while not task.wait(_LOOK_AGAIN):
            bar.progress(task.share, told(task, stood.seconds(task, time.monotonic())))
        place.empty()


class Stood:
    """How long work has shown no movement."""

    def __init__(self) -> None:
        self._seen: tuple[int, Stage, int] | None = None
        self._since = 0.0

    def seconds(self, task: Task[Any], now: float) -> int:
        """Return for how many seconds bar and stage have been the same, at the second `now`."""
        seen = int(task.share * 100), task.stage, task.ahead
        if seen != self._seen:
            self._seen, self._since = seen, now
        return int(now - self._since)


def told(task: Task[Any], stood: int = 0) -> str:
    """Say what is being done, or how long the line is.

    Where the bar has `stood` for so many seconds, they are counted: how far it is nobody knows.
    """
    if task.ahead:
        return say("files-before-yours", count=task.ahead)
    stage = task.stage or say("stage-beginning")
    if stood >= _STANDS:
        return say("stage-stands", stage=stage, seconds=stood)
    return say("stage-at-work", stage=stage)
