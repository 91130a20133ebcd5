"""The files that a viewer handed in: one is looked at, the others wait."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec

from corridor.store.scratch import scratch_folder
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.ui.panels.uploads import jobs
from corridor.words import say

_ROUND: Final = "upload_round"
_HANDED_IN: Final = "upload_handed_in"
_WRITTEN: Final = "upload_written"
_HELD: Final = "upload_held"
_FILE: Final = "file"


@dataclass(frozen=True, eq=False)
class Handed:
    """A file that a viewer handed in, kept on the disk; it goes when it is forgotten."""

    file_id: str
    name: str
    keeper: tempfile.TemporaryDirectory[str]

    @property
    def path(self) -> Path:
        """Where it lies."""
        return Path(self.keeper.name) / _FILE


def _kept(file: UploadedFile) -> Handed:
    """Put a file on the disk, once; neither Streamlit nor the session holds its bytes then."""
    held: dict[str, Handed] = st.session_state.setdefault(_HELD, {})
    if file.file_id not in held:
        kept = Handed(file.file_id, file.name, scratch_folder())
        kept.path.write_bytes(file.getbuffer())
        held[file.file_id] = kept
    context = get_script_run_ctx()
    if context is not None and isinstance(context.uploaded_file_mgr, MemoryUploadedFileManager):
        empty = UploadedFileRec(file.file_id, file.name, file.type, b"")
        context.uploaded_file_mgr.add_file(context.session_id, empty)
        file.seek(0)
        file.truncate()
    return held[file.file_id]


def _forget_others(files: Sequence[UploadedFile]) -> None:
    held: dict[str, Handed] = st.session_state.get(_HELD, {})
    for name in held.keys() - {item.file_id for item in files}:
        held.pop(name).keeper.cleanup()


def ask() -> Handed | None:
    """Let the viewer hand in files; give the one to look at now, None without one."""
    limit = cached.settings_now().max_upload_mb
    parts.show(parts.section(say("upload-step-files"), say("upload-files-note", limit=limit)))
    files = st.file_uploader(
        say("upload-files"),
        type=["csv", "tsv", "txt", "xlsx", "gz"],
        accept_multiple_files=True,
        max_upload_size=limit,
        key=f"upload_files-{st.session_state.get(_ROUND, 0)}",
        label_visibility="collapsed",
    )
    _forget_others(files)
    kept = {item.file_id: _kept(item) for item in files}
    st.session_state[_HANDED_IN] = tuple(item.file_id for item in files)
    waiting = [item for item in files if item.file_id not in _written()]
    if not waiting:
        jobs.forget()
        return None
    if len(files) == 1:
        return kept[files[0].file_id]
    names = {item.file_id: f"{at}. {item.name}" for at, item in enumerate(files, 1)}
    done = len(files) - len(waiting)
    told = say("upload-files-handed-in", count=len(files), added=done)
    parts.show(parts.paragraph(told, quiet=True))
    left = [item.file_id for item in waiting]
    return kept[st.selectbox(say("upload-file"), left, format_func=names.__getitem__)]


def _written() -> set[str]:
    found: set[str] = st.session_state.setdefault(_WRITTEN, set())
    return found


def put_aside(file_id: str) -> None:
    """Take a file as written; after the last one the field is empty at the next run."""
    _written().add(file_id)
    if _written().issuperset(st.session_state.get(_HANDED_IN, ())):
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
