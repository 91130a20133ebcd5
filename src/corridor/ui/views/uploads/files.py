"""The files that a viewer handed in: one is looked at, the others wait."""

from __future__ import annotations

from typing import Any, Final

import streamlit as st

from corridor import format as fmt
from corridor.ui import cached, parts
from corridor.ui.views.uploads import jobs, retraction

_ROUND: Final = "upload_round"
_HANDED_IN: Final = "upload_handed_in"
_WRITTEN: Final = "upload_written"
_READS: Final = (
    "Our template, UCDP GED, ACLED, GTD or any other table: CSV in any encoding, gzip or Excel "
    "(XLSX)"
)


def ask() -> Any:
    """Let the viewer hand in files; give the one to look at now, None without one."""
    limit = cached.settings_now().max_upload_mb
    parts.show(
        parts.section("2 · Choose files", f"{_READS}; at most {limit} MB each. {retraction.READS}")
    )
    files = st.file_uploader(
        "Files of incidents",
        type=["csv", "tsv", "txt", "xlsx", "gz"],
        accept_multiple_files=True,
        max_upload_size=limit,
        key=f"upload_files-{st.session_state.get(_ROUND, 0)}",
        label_visibility="collapsed",
    )
    st.session_state[_HANDED_IN] = tuple(item.file_id for item in files)
    waiting = [item for item in files if item.file_id not in _written()]
    if not waiting:
        jobs.forget()
        return None
    if len(files) == 1:
        return files[0]
    names = {item.file_id: f"{at}. {item.name}" for at, item in enumerate(files, 1)}
    done = len(files) - len(waiting)
    told = f"{fmt.plural(len(files), 'file')}, {done} added. Each file is an upload of its own."
    parts.show(parts.paragraph(told, quiet=True))
    by_id = {item.file_id: item for item in waiting}
    return by_id[st.selectbox("File", list(by_id), format_func=names.__getitem__)]


def _written() -> set[str]:
    found: set[str] = st.session_state.setdefault(_WRITTEN, set())
    return found


def put_aside(file_id: str) -> None:
    """Take a file as written; after the last one the field is empty at the next run."""
    _written().add(file_id)
    if _written().issuperset(st.session_state.get(_HANDED_IN, ())):
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
