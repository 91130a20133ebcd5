"""Check a store thoroughly: its log, every live file, and that nothing counts twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from corridor.store.checked_file import file_problems
from corridor.store.commits import file_name
from corridor.store.damage import Damage, sentence
from corridor.store.engine import connect
from corridor.store.entries import LOG_FOLDER
from corridor.store.log import Log
from corridor.store.serving import Serving
from corridor.store.statements import statement

_LOG_NAME: Final = re.compile(r"\d{20}(\.json|\.crc|\.checkpoint[0-9.]*\.parquet)|_last_checkpoint")


@dataclass(frozen=True)
class Verification:
    """`problems` make the store unsound; `notes` are harmless and worth knowing."""

    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        """True when nothing is wrong."""
        return not self.problems


def examine(log: Log, serving: Callable[[], Serving]) -> Verification:
    """Check one version of a log; a sentence, naming the file, for all that is found."""
    found = Verification([*_entries_problems(log)], [*_idle_steps(log)])
    if log.at_version is None:  # an older version knows nothing of later files
        found.notes.extend(_leftovers(log))
    files, damaged = log.files(), Damage(log).problems()
    commits = {file_name(commit.commit_id): commit for commit in log.commits()}
    found.problems.extend(sentence(*item) for item in damaged.items())
    with connect() as engine:
        for name in sorted(set(log.live_files()) - set(damaged)):
            told = file_problems(engine, log.folder / name, files[name], commits.get(name))
            for sentences, texts in zip((found.problems, found.notes), told, strict=True):
                sentences.extend(f"{name}: {text}" for text in texts)
    if not found.problems:
        found.problems.extend(_counted_twice(serving()))
    return found


def _entries_problems(log: Log) -> Iterator[str]:
    yield from (entry.problem for entry in log.entries() if entry.problem)
    yield from _repeated(log)
    if log.live_at(log.version) != set(log.live_files()):
        yield "the checkpoint does not list the live files that the entries of the log give"


def _repeated(log: Log) -> Iterator[str]:
    commits = log.commits()
    for name, times in Counter(item.commit_id for item in commits if item.action != "seed").items():
        if times > 1:
            yield f"{name}.parquet: commit {name} is {times} times in the log"
    keys = Counter(item.transaction for item in commits if item.transaction)
    twice = [item for item in commits if keys[item.transaction] > 1]
    yield from (f"{item.commit_id}.parquet: its upload was committed twice" for item in twice)


def _idle_steps(log: Log) -> Iterator[str]:
    """Play the log: older versions let two programs undo or redo the same commit at once."""
    live: set[str] = set()
    for entry in log.entries():
        gone, added = set(entry.remove), {item.name for item in entry.add}
        yield from (f"{name}: added twice, by version {entry.version}" for name in added & live)
        absent = gone - live
        yield from (f"{name}: taken out twice, by version {entry.version}" for name in absent)
        live = (live - gone) | added


def _leftovers(log: Log) -> Iterator[str]:
    known = log.files()
    for path in sorted(log.folder.iterdir()):
        if path.is_file() and path.name not in known:
            yield f"{path.name}: no entry of the log names it, and it is never read"
    for name in sorted(set(known) - set(log.live_files())):
        if not (log.folder / name).exists():
            yield f"{name}: missing; its undone commit cannot be brought back"
    for path in sorted((log.folder / LOG_FOLDER).iterdir()):
        if not _LOG_NAME.fullmatch(path.name):
            yield f"{LOG_FOLDER}/{path.name}: left by a program that was stopped, never read"


def _counted_twice(serving: Serving) -> list[str]:
    doubled = serving.read(statement("doubled_incidents"))
    return [f"incident {name} is counted twice" for name in doubled["incident_id"]]
