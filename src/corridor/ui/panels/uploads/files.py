"""The files that a viewer handed in: one is looked at, the others wait."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import uuid4

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
_FETCHED: Final = "upload_fetched"
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


def ask() -> list[Handed]:
    """Let the viewer hand in files; give all that were."""
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
    st.session_state[_HANDED_IN] = tuple(item.file_id for item in files)
    return [_kept(item) for item in files]


def add(file: Path) -> None:
    """Take a file that was fetched for the viewer as one that was handed in."""
    kept = Handed(f"fetched-{uuid4()}", file.name, scratch_folder())
    shutil.copyfile(file, kept.path)
    st.session_state.setdefault(_FETCHED, []).append(kept)


def has_fetched() -> bool:
    """Say whether files wait that were fetched."""
    return bool(st.session_state.get(_FETCHED))


def drop_fetched() -> None:
    """Forget the files that were fetched; in the folder of fetched files they stay."""
    for item in st.session_state.pop(_FETCHED, []):
        item.keeper.cleanup()


def choose(handed: Sequence[Handed]) -> Handed | None:
    """Let the viewer say which file to look at now, of those that were handed in or fetched."""
    files: list[Handed] = [*handed, *st.session_state.get(_FETCHED, [])]
    waiting = [item for item in files if item.file_id not in _written()]
    if not waiting:
        jobs.forget()
        return None
    if len(files) == 1:
        return files[0]
    names = {item.file_id: f"{at}. {item.name}" for at, item in enumerate(files, 1)}
    done = len(files) - len(waiting)
    told = say("upload-files-handed-in", count=len(files), added=done)
    parts.show(parts.paragraph(told, quiet=True))
    left = {item.file_id: item for item in waiting}
    return left[st.selectbox(say("upload-file"), [*left], format_func=names.__getitem__)]


def _written() -> set[str]:
    found: set[str] = st.session_state.setdefault(_WRITTEN, set())
    return found


def put_aside(file_id: str) -> None:
    """Take a file as written; after the last one the field is empty at the next run."""
    _written().add(file_id)
    if all(item.file_id in _written() for item in st.session_state.get(_FETCHED, [])):
        drop_fetched()
    if _written().issuperset(st.session_state.get(_HANDED_IN, ())):
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
