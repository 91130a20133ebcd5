"""One entry of the history: who did what, and which files that brought or took."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

# Two keys of a log entry's own metadata: older programs read the first and pass over the second.
COMMIT_KEY: Final = "corridor"
FILES_KEY: Final = "corridorFiles"
# Before the number of the version that a restore names.
VERSION: Final = "version "
_WITHOUT_ROWS: Final = ("undo", "redo", "restore")


@dataclass(frozen=True)
class Commit:
    """One entry of the history: who did what, when, with which file and how many rows.

    `action` is seed, import, link, judgement, retraction, undo, redo or restore; `undoes` names
    the commit that an undo or redo is about, or the version that was restored; `live` says
    whether its rows count now. No two commits share a `transaction` (none where it is empty).
    `reading` says how the file was read, where a person had to say it (JSON values).
    """

    commit_id: str
    action: str
    author: str = ""
    recorded_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    file_name: str = ""
    file_sha256: str = ""
    counts: dict[str, int] = field(default_factory=dict)
    note: str = ""
    reading: dict[str, Any] = field(default_factory=dict)
    undoes: str = ""
    transaction: str = ""
    version: int = -1
    live: bool = True

    @property
    def brings_rows(self) -> bool:
        """False for an undo, a redo and a restore: they have no file of their own."""
        return self.action not in _WITHOUT_ROWS

    @property
    def undone(self) -> str:
        """What an undo or redo is about: a commit's id; of a restore the number of the version."""
        return self.undoes.removeprefix(VERSION)

    @property
    def marks(self) -> dict[str, Any]:
        """The columns that say of each record who brought it, when, and in which commit."""
        return {
            "commit_id": self.commit_id,
            "recorded_at": self.recorded_at,
            "recorded_by": self.author,
        }


@dataclass(frozen=True)
class LogFile:
    """A Parquet file as the log knows it; an older log has no `sha256` of it."""

    name: str
    size: int
    rows: int
    sha256: str = ""


@dataclass(frozen=True)
class Change:
    """What one commit does to the list of live files."""

    commit: Commit
    add: Sequence[LogFile] = ()
    remove: Sequence[LogFile] = ()


def file_name(commit_id: str) -> str:
    """Name the one Parquet file of a commit."""
    return f"{commit_id}.parquet"


def pack(change: Change) -> dict[str, str]:
    """Return a change as the metadata of its log entry."""
    values = asdict(change.commit)
    values.pop("version")
    values.pop("live")
    recorded_at = change.commit.recorded_at.isoformat()
    hashes = {item.name: item.sha256 for item in change.add if item.sha256}
    return {
        COMMIT_KEY: json.dumps(values | {"recorded_at": recorded_at}),
        FILES_KEY: json.dumps(hashes),
    }


def unpack(text: str, version: int) -> Commit:
    """Read a commit back from its log entry."""
    values: dict[str, Any] = json.loads(text)
    moment = datetime.fromisoformat(values.pop("recorded_at"))
    return Commit(**values, recorded_at=moment, version=version)
