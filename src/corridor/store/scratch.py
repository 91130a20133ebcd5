"""Folders for what does not fit into memory, all within one folder of this process.

A lock tells that the process lives: what killed ones left behind goes when the next one begins.
"""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
import threading
from pathlib import Path
from typing import Final

_PREFIX: Final = "corridor-"
_LOCK: Final = "in-use"
_guard: Final = threading.Lock()
_own: Final[dict[int, Path]] = {}  # by process: a forked one must not take its parent's away


def scratch_folder() -> tempfile.TemporaryDirectory[str]:
    """Return a new folder, gone when it is forgotten."""
    with _guard:
        process = os.getpid()
        if process not in _own or not _own[process].is_dir():
            _sweep()
            _own[process] = _make()
            atexit.register(_leave, process)
        return tempfile.TemporaryDirectory(dir=_own[process], ignore_cleanup_errors=True)


def leave() -> None:
    """Remove the folder of this process, for an end that passes over Python's own."""
    _leave(os.getpid())


def _leave(process: int) -> None:
    folder = _own.pop(process, None) if process == os.getpid() else None
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)


def _make() -> Path:
    while True:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        lock = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        if taken(lock) and (folder / _LOCK).exists():
            return folder  # the lock stays open as long as the process
        os.close(lock)


def _sweep() -> None:
    """Remove the folders whose lock nobody holds."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        try:
            lock = os.open(folder / _LOCK, os.O_RDWR)
        except OSError:  # not ours, or just being made
            continue
        try:
            if taken(lock):
                shutil.rmtree(folder, ignore_errors=True)
        finally:
            os.close(lock)


def taken(lock: int) -> bool:
    """Take a lock that ends with its process; False when another one holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  there is no other

            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415  not on Windows

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
