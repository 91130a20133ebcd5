"""Checkpoints of the Delta log: they make opening faster, and can be lost without loss.

The entries are kept for ever, so whatever is wrong with a checkpoint is set aside.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from deltalake import DeltaTable
from deltalake.exceptions import DeltaError

from corridor.store.parquet import looks_whole, sync

INTERVAL: Final = 100
_HINT: Final = "_last_checkpoint"


def make(table: DeltaTable, folder: Path) -> None:
    """Write a checkpoint of the table's version; without one, opening is slower and no more."""
    with suppress(DeltaError, OSError):
        table.create_checkpoint()
        for path in (*sorted(folder.glob("*.checkpoint*.parquet"))[-1:], folder / _HINT, folder):
            sync(path)


def newest(folder: Path, version: int) -> int:
    """Return the newest version up to this one that has a checkpoint, -1 for none."""
    names = (path.name.split(".")[0] for path in folder.glob("*.checkpoint*.parquet"))
    found = (int(name) for name in names if name.isdecimal())
    return max((number for number in found if number <= version), default=-1)


def set_broken_aside(folder: Path) -> bool:
    """Rename checkpoints that a power cut left unfinished; say whether that changed anything."""
    broken = [path for path in folder.glob("*.checkpoint*.parquet") if not looks_whole(path)]
    for path in broken:
        path.replace(path.with_suffix(".broken"))
    hint = folder / _HINT
    is_lost = hint.exists() and not any(folder.glob("*.checkpoint*.parquet"))
    if broken or is_lost:
        hint.unlink(missing_ok=True)
    return bool(broken) or is_lost
