"""The check and the commit of a viewer's file: begun once, shown while they last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from corridor.ingest.confirm import Choices, confirm
from corridor.ingest.upload import Checked, Reading, check
from corridor.store import Commit
from corridor.ui import cached
from corridor.ui.work import Work

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


def check_file(data: bytes, name: str, file_id: str, reading: Reading) -> Checked:
    """Check a file against this version of the data, once for all reruns of the page.

    Raises CancelledError when the viewer has stopped it.
    """
    key = (file_id, reading, cached.data_state())
    kept = st.session_state.get(_CHECK)
    if kept is None or kept[0] != key:
        forget()
        store, settings = cached.store(), cached.settings_now()
        work = Work(lambda progress: check(store, settings, data, name, reading, progress=progress))
        st.session_state[_CHECK] = (key, work)
    _, work = st.session_state[_CHECK]
    _wait(work, _CHECK)
    result: Checked = work.result()
    return result


def forget() -> None:
    """Give up the file that is or was checked: what it takes in memory is free again."""
    kept = st.session_state.pop(_CHECK, None)
    if kept is not None:
        kept[1].progress.cancel()


def begin_commit(checked: Checked, file_id: str, author: str, choices: Choices) -> None:
    """Begin to write a checked file; `end_commit` waits for it, in this run or a later one."""
    store = cached.store()
    work = Work(lambda progress: confirm(store, checked, author, choices, progress=progress))
    st.session_state[_COMMIT] = (work, checked, file_id)


def is_committing() -> bool:
    """Say whether a commit was begun whose end was not told yet."""
    return _COMMIT in st.session_state


def end_commit() -> Written:
    """Wait for the commit that was begun and give it, once; raises what it raised.

    After a CancelledError the file is checked anew: its workbench was stopped with the commit.
    """
    work, checked, file_id = st.session_state[_COMMIT]
    _wait(work, _COMMIT)
    del st.session_state[_COMMIT]
    if work.progress.is_cancelled:
        forget()
    return Written(work.result(), checked, file_id)


def _wait(work: Work[Any], slot: str) -> None:
    if not work.wait(_AT_ONCE):
        place = st.empty()
        with place.container():
            bar = st.progress(work.progress.share)
            st.button("Cancel", on_click=work.cancel, key=f"{slot}-cancel")
        while not work.wait(_LOOK_AGAIN):
            bar.progress(work.progress.share, f"{work.progress.stage} …")
        place.empty()
