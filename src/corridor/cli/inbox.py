"""Take files into the store: one, or all that lie in a folder, each once.

A folder is how files come into a network with a diode. Files that still grow or are parts are left
for the next time; whether a file was taken before, its content says, in the history.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from time import sleep
from typing import Any, Final, Literal

from corridor.cli.as_json import print_json
from corridor.cli.opening import read_file
from corridor.cli.output import print_problems
from corridor.cli.progress import OnTerminal
from corridor.cli.writing import Taken, as_json, import_file, reading_of, take
from corridor.ingest.review.retractions import is_retraction_list
from corridor.ingest.review.upload import check
from corridor.settings import Settings
from corridor.store import Store, open_store
from corridor.words import Message, ToldError, later, say
from corridor.words.strange import one_line

Outcome = Literal["imported", "checked", "nothing-new", "known", "refused", "waiting"]
# A file that has not grown for so long is taken for whole.
PAUSE_SECONDS: Final = 2.0
_DONE: Final = ("imported", "known", "nothing-new")
_PARTS: Final = frozenset(
    {".part", ".partial", ".filepart", ".tmp", ".temp", ".crdownload", ".download", ".lock"}
)
_DIGITS: Final = re.compile(r"([0-9]+)")


@dataclass(frozen=True)
class Item:
    """A file of an inbox and what became of it; `taken` where it was checked."""

    file: Path
    outcome: Outcome
    sha256: str = ""
    reason: Message | str = ""
    taken: Taken | None = None


def import_files(arguments: argparse.Namespace, settings: Settings) -> int:
    """Import a file or an inbox; 1 when one of its files is refused."""
    if arguments.inbox is None and arguments.file is not None:
        return import_file(arguments, settings)
    if arguments.inbox is None or arguments.file is not None:
        raise ValueError(later("import-file-or-inbox"))
    if arguments.rejects is not None:
        raise ValueError(later("inbox-no-rejects"))
    if not arguments.inbox.is_dir():
        raise ValueError(later("inbox-no-folder", folder=str(arguments.inbox)))
    items = [_moved(item, arguments) for item in _all(arguments, settings)]
    if arguments.json:
        print_json(
            {"inbox": str(arguments.inbox), "files": [_values(arguments, it) for it in items]}
        )
    else:
        _summary(items)
    return 1 if any(item.outcome == "refused" for item in items) else 0


def _all(arguments: argparse.Namespace, settings: Settings) -> list[Item]:
    store = open_store(settings)
    seen = {item.file_sha256 for item in store.history() if item.file_sha256}
    items = []
    for file, is_whole in _files(arguments.inbox):
        item = Item(file, "waiting", reason=later("inbox-grows"))
        if is_whole:
            item = _one(arguments, settings, store, file, seen)
        seen |= {item.sha256} if item.outcome != "refused" else set()
        items.append(item)
        if not arguments.json:
            _print(item)
    return items


def _files(folder: Path) -> list[tuple[Path, bool]]:
    """Return the files of a folder in their order (2 before 10), and whether each is whole."""
    found = [file for file in folder.iterdir() if file.is_file() and not _is_hidden(file)]
    before = {file: _state(file) for file in found}
    if found:
        sleep(PAUSE_SECONDS)
    ordered = sorted(found, key=lambda file: [
        (part.isdecimal(), int(part) if part.isdecimal() else 0, part)
        for part in _DIGITS.split(file.name.casefold())
    ])  # fmt: skip
    return [(file, not _is_part(file) and before[file] == _state(file)) for file in ordered]


def _is_hidden(file: Path) -> bool:
    return file.name.startswith(".") or file.name.endswith("~")


def _is_part(file: Path) -> bool:
    return file.suffix.casefold() in _PARTS


def _state(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:  # it has gone meanwhile
        return None
    return found.st_size, found.st_mtime_ns


def _one(
    arguments: argparse.Namespace, settings: Settings, store: Store, file: Path, seen: set[str]
) -> Item:
    digest = ""
    try:
        before = _state(file)
        data = read_file(file, settings)
        if before != _state(file) or before is None or before[0] != len(data):
            return Item(file, "waiting", reason=later("inbox-grows"))
        digest = hashlib.sha256(data).hexdigest()
        if digest in seen:
            return Item(file, "known", digest)
        return _checked(arguments, settings, store, file, data)
    except (ToldError, OSError, ValueError) as error:
        return Item(file, "refused", digest, one_line(str(error)))


def _checked(
    arguments: argparse.Namespace, settings: Settings, store: Store, file: Path, data: bytes
) -> Item:
    progress = OnTerminal(len(data))
    checked = check(store, settings, data, file.name, reading_of(arguments), progress=progress)
    report = checked.report
    if not arguments.layout and is_retraction_list(report):
        return Item(file, "refused", report.sha256, later("inbox-list-to-hide"))
    taken = take(arguments, settings, store, checked, progress)
    progress.end()
    if not taken.good:
        bad = later("inbox-bad-rows", bad=report.rejected_rows, rows=report.rows)
        reason = one_line(report.refused) if report.refused else bad
        return Item(file, "refused", report.sha256, reason, taken)
    if not checked.written and (taken.commit is None or taken.commit.file_sha256 != report.sha256):
        return Item(file, "nothing-new", report.sha256, taken=taken)
    return Item(file, "imported" if taken.commit else "checked", report.sha256, taken=taken)


def _moved(item: Item, arguments: argparse.Namespace) -> Item:
    """Move a file out of the inbox where that was asked for; one of its name gets a number."""
    if not arguments.move or arguments.dry_run or item.outcome == "waiting":
        return item
    folder = item.file.parent / ("done" if item.outcome in _DONE else "refused")
    folder.mkdir(exist_ok=True)
    target, count = folder / item.file.name, 1
    while target.exists():
        count += 1
        target = folder / f"{item.file.stem}-{count}{item.file.suffix}"
    item.file.rename(target)
    return item


def _print(item: Item) -> None:
    """Say in a line what became of a file; what is wrong in it goes to stderr."""
    name = one_line(item.file.name)
    if item.taken is not None and not item.taken.good and not item.taken.checked.report.refused:
        print_problems(item.taken.checked.report)
    counts = item.taken.checked.report if item.taken else None
    commit = item.taken.commit.commit_id if item.taken and item.taken.commit else ""
    told = say(
        "inbox-item",
        file=name,
        outcome=item.outcome,
        new=counts.new if counts else 0,
        updated=counts.updated if counts else 0,
        commit=commit,
        reason=str(item.reason),
    )
    print(told, file=sys.stderr if item.outcome == "refused" else sys.stdout)


def _summary(items: list[Item]) -> None:
    counts = Counter(item.outcome for item in items)
    told = say(
        "inbox-summary",
        count=len(items),
        imported=counts["imported"],
        known=counts["known"],
        refused=counts["refused"],
        waiting=counts["waiting"],
    )
    print(told)


def _values(arguments: argparse.Namespace, item: Item) -> dict[str, Any]:
    return {
        "file": item.file.name,
        "sha256": item.sha256 or None,
        "outcome": item.outcome,
        "reason": str(item.reason) or None,
        "import": as_json(arguments, item.taken) if item.taken else None,
    }
