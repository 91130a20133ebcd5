"""The check and the commit of a viewer's file, in processes of their own: begun once, shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from corridor.figures import format as fmt
from corridor.ingest.confirm import Choices
from corridor.ingest.upload import Checked, Reading
from corridor.store import Commit
from corridor.ui import cached
from corridor.workers import Task, pool, tasks

# Work that is done by then shows no progress: it would only flicker.
_AT_ONCE: Final = 0.5
_LOOK_AGAIN: Final = 0.2
_CHECK: Final = "upload_check"
_COMMIT: Final = "upload_commit"


@dataclass(frozen=True, eq=False)
class Written:
    """A file that was written; `commit` is None when the store held all of it."""

    commit: Commit | None
    checked: Checked
    file_id: str


def make_ready() -> None:
    """See that a process waits for the file that the viewer is about to choose."""
    pool().warm(cached.settings_now())


def check_file(data: bytes, name: str, file_id: str, reading: Reading) -> Checked:
    """Check a file against this version of the data, once for all reruns of the page.

    Raises CancelledError when the viewer has stopped it, WorkError when it could not be done.
    """
    key = (file_id, reading, cached.data_state())
    kept = st.session_state.get(_CHECK)
    if kept is None or kept[0] != key:
        forget()
        task = Task(tasks.check, (name, reading), cached.settings_now(), data=data)
        st.session_state[_CHECK] = (key, pool().begin(task))
    _, task = st.session_state[_CHECK]
    _wait(task, _CHECK)
    result: Checked = task.result()
    return result


def forget() -> None:
    """Give up the file that is or was checked: what it takes is free again."""
    kept = st.session_state.pop(_CHECK, None)
    if kept is not None:
        kept[1].drop()


def begin_commit(checked: Checked, file_id: str, author: str, choices: Choices) -> None:
    """Begin to write a checked file; `end_commit` waits for it, in this run or a later one."""
    arguments = (checked, author, choices)
    task = Task(tasks.commit, arguments, cached.settings_now(), is_kept_up=True)
    cached.store().expect(task.folder, task.scratch)
    # The check's folder must last as long: its rows are read from there.
    st.session_state[_COMMIT] = (pool().begin(task), checked, file_id)


def is_committing() -> bool:
    """Say whether a commit was begun whose end was not told yet."""
    return _COMMIT in st.session_state


def end_commit() -> Written:
    """Wait for the commit that was begun and give it, once; raises what it raised.

    After a CancelledError the check is still there: the file can be written after all.
    """
    task, checked, file_id = st.session_state[_COMMIT]
    _wait(task, _COMMIT)
    del st.session_state[_COMMIT]
    return Written(task.result(), checked, file_id)


def _wait(task: Task[Any], slot: str) -> None:
    if not task.wait(_AT_ONCE):
        place = st.empty()
        with place.container():
            bar = st.progress(task.share)
            st.button("Cancel", on_click=task.cancel, key=f"{slot}-cancel")
        while not task.wait(_LOOK_AGAIN):
            bar.progress(task.share, told(task))
        place.empty()


def told(task: Task[Any]) -> str:
    """Say what is being done, or how long the line is."""
    if task.ahead:
        verb = "is" if task.ahead == 1 else "are"
        return f"{fmt.plural(task.ahead, 'file')} {verb} before yours …"
    return f"{task.stage or 'Beginning'} …"
