"""Check a store thoroughly: its log, every live file, and that nothing counts twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

from corridor.store.checked_file import file_problems
from corridor.store.damage import Damage, sentence
from corridor.store.engine import connect
from corridor.store.log.commits import file_name
from corridor.store.log.delta_log import Log
from corridor.store.log.entries import LOG_FOLDER
from corridor.store.serving import Serving
from corridor.store.statements import statement
from corridor.words import Value, later

_LOG_NAME: Final = re.compile(r"\d{20}(\.json|\.crc|\.checkpoint[0-9.]*\.parquet)|_last_checkpoint")


@dataclass(frozen=True)
class Verification:
    """What is `wrong` makes the store unsound; what is `odd` is harmless and worth knowing."""

    wrong: list[Value] = field(default_factory=list)
    odd: list[Value] = field(default_factory=list)

    @property
    def problems(self) -> list[str]:
        """What is wrong, a sentence each."""
        return list(map(str, self.wrong))

    @property
    def notes(self) -> list[str]:
        """What is odd, a sentence each."""
        return list(map(str, self.odd))

    @property
    def is_sound(self) -> bool:
        """True when nothing is wrong."""
        return not self.wrong


def examine(log: Log, serving: Callable[[], Serving]) -> Verification:
    """Check one version of a log; a sentence, naming the file, for all that is found."""
    found = Verification([*_entries_problems(log)], [*_idle_steps(log)])
    if log.at_version is None:  # an older version knows nothing of later files
        found.odd.extend(_leftovers(log))
    files, damaged = log.files(), Damage(log).problems()
    commits = {file_name(commit.commit_id): commit for commit in log.commits()}
    found.wrong.extend(sentence(*item) for item in damaged.items())
    with connect() as engine:
        for name in sorted(set(log.live_files()) - set(damaged)):
            told = file_problems(engine, log.folder / name, files[name], commits.get(name))
            for sentences, texts in zip((found.wrong, found.odd), told, strict=True):
                sentences.extend(later("about-a-file", name=name, problem=text) for text in texts)
    if not found.wrong:
        doubled = serving().read(statement("doubled_incidents"))["incident_id"]
        found.wrong.extend(later("incident-counted-twice", name=name) for name in doubled)
    return found


def _entries_problems(log: Log) -> Iterator[Value]:
    yield from (entry.problem for entry in log.entries() if entry.problem)
    yield from _repeated(log)
    if log.live_at(log.version) != set(log.live_files()):
        yield later("checkpoint-of-other-files")


def _repeated(log: Log) -> Iterator[Value]:
    commits = log.commits()
    for name, times in Counter(item.commit_id for item in commits if item.action != "seed").items():
        if times > 1:
            yield later("commit-repeated", commit=name, times=times)
    keys = Counter(item.transaction for item in commits if item.transaction)
    twice = [item for item in commits if keys[item.transaction] > 1]
    yield from (later("upload-committed-twice", commit=item.commit_id) for item in twice)


def _idle_steps(log: Log) -> Iterator[Value]:
    """Play the log: older versions let two programs undo or redo the same commit at once."""
    live: set[str] = set()
    for entry in log.entries():
        gone, added = set(entry.remove), {item.name for item in entry.add}
        version = str(entry.version)
        yield from (later("file-added-twice", name=name, version=version) for name in added & live)
        absent = gone - live
        yield from (later("file-taken-out-twice", name=name, version=version) for name in absent)
        live = (live - gone) | added


def _leftovers(log: Log) -> Iterator[Value]:
    known = log.files()
    for path in sorted(log.folder.iterdir()):
        if path.is_file() and path.name not in known:
            yield later("file-not-in-the-log", name=path.name)
    for name in sorted(set(known) - set(log.live_files())):
        if not (log.folder / name).exists():
            yield later("undone-file-missing", name=name)
    for path in sorted((log.folder / LOG_FOLDER).iterdir()):
        if not _LOG_NAME.fullmatch(path.name):
            yield later("left-by-a-stopped-program", name=f"{LOG_FOLDER}/{path.name}")
