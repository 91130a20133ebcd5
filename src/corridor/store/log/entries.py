"""Read the entries of the Delta log one by one: the history, whole, whatever was checkpointed.

An entry is never changed once it is there, so each is read once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from corridor.store.log.commits import COMMIT_KEY, FILES_KEY, Commit, LogFile, unpack
from corridor.words import Message, later

LOG_FOLDER = "_delta_log"


@dataclass(frozen=True)
class Entry:
    """One version's step; `problem` says why it cannot be read, None when it can."""

    version: int
    add: tuple[LogFile, ...] = ()
    remove: tuple[str, ...] = ()
    commit: Commit | None = None
    problem: Message | None = None


def entry_path(folder: Path, version: int) -> Path:
    """Name the file of a version's entry."""
    return folder / LOG_FOLDER / f"{version:020}.json"


def read_entry(folder: Path, version: int) -> Entry:
    """Read one entry; what is wrong with it is told in it, not raised."""
    path = entry_path(folder, version)
    try:
        actions = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        return _entry(version, actions)
    except FileNotFoundError:
        return Entry(version, problem=later("entry-missing", name=path.name))
    except (OSError, ValueError, KeyError, TypeError):
        return Entry(version, problem=later("entry-not-whole", name=path.name))


def log_problems(folder: Path) -> list[Message]:
    """Check each entry of a log by itself: for a log that cannot be opened."""
    names = [path.stem for path in (folder / LOG_FOLDER).glob("*.json") if path.stem.isdecimal()]
    newest = max((int(name) for name in names), default=-1)
    entries = [read_entry(folder, version) for version in range(newest + 1)]
    return [entry.problem for entry in entries if entry.problem]


def _entry(version: int, actions: Iterable[dict[str, Any]]) -> Entry:
    by_kind: dict[str, list[Any]] = {}
    for action in actions:
        for kind, values in action.items():
            by_kind.setdefault(kind, []).append(values)
    if not by_kind:
        raise ValueError  # an empty entry
    [info] = by_kind.get("commitInfo", [{}])
    hashes = json.loads(info.get(FILES_KEY, "{}"))
    return Entry(
        version,
        tuple(_log_file(values, hashes) for values in by_kind.get("add", ())),
        tuple(unquote(values["path"]) for values in by_kind.get("remove", ())),
        unpack(info[COMMIT_KEY], version) if COMMIT_KEY in info else None,
    )


def _log_file(values: dict[str, Any], hashes: dict[str, str]) -> LogFile:
    name = unquote(values["path"])
    rows = json.loads(values.get("stats") or "{}").get("numRecords", -1)
    return LogFile(name, int(values["size"]), int(rows), hashes.get(name, ""))


class Entries:
    """The entries of one log, kept as they are read; one that cannot be read is tried again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: list[Entry] = []
        self._files: tuple[int, dict[str, LogFile]] = (-1, {})

    def up_to(self, version: int) -> list[Entry]:
        """Return the entries 0 to `version`, oldest first."""
        for at, entry in enumerate(self._read):
            if entry.problem:
                self._read[at] = read_entry(self._folder, at)
        for number in range(len(self._read), version + 1):
            self._read.append(read_entry(self._folder, number))
        return self._read[: version + 1]

    def files(self, version: int) -> dict[str, LogFile]:
        """Return every file that was ever live up to a version, as its first entry told it."""
        if self._files[0] == version:
            return self._files[1]
        found = self._play(version)
        if not any(entry.problem for entry in self._read):
            self._files = (version, found)
        return found

    def _play(self, version: int) -> dict[str, LogFile]:
        found: dict[str, LogFile] = {}
        for entry in self.up_to(version):
            for item in entry.add:
                known = found.setdefault(item.name, item)
                if item.sha256 and not known.sha256:
                    found[item.name] = replace(known, sha256=item.sha256)
        return found

    def live(self, version: int) -> set[str]:
        """Play the log up to a version; give the names of the files that it leaves."""
        names: set[str] = set()
        for entry in self.up_to(version):
            names.difference_update(entry.remove)
            names.update(item.name for item in entry.add)
        return names
