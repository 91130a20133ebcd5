"""One writer: uploads, undoes and is refused, and keeps a journal of what it was told.

Killed and started again, it goes on where its journal ends.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corridor import settings
from corridor.ingest.review.confirm import UploadError, confirm
from corridor.ingest.review.upload import check
from corridor.settings import Settings
from corridor.store import Store, StoreError, open_store
from tests.store.conftest import csv_text, killing

ROWS = 3
# The last word of a step that had been committed when its writer was killed.
FOUND = "found-done"
COMMITTING = "committing"


@dataclass(frozen=True)
class Step:
    """`kind` is upload, undo (of an upload of that number) or refused."""

    kind: str
    number: int

    def __str__(self) -> str:
        return f"{self.kind}-{self.number}"


def steps(uploads: int) -> Iterator[Step]:
    for number in range(uploads):
        yield Step("upload", number)
        if number % 4 == 3:
            yield Step("undo", number - 1)
        if number % 5 == 2:
            yield Step("refused", number)


def ids(writer: int, step: Step) -> list[str]:
    kind = "bad" if step.kind == "refused" else "row"
    return [f"T{writer}:{kind}-{step.number}-{row}" for row in range(ROWS)]


def author(writer: int) -> str:
    return f"writer {writer}"


def content(writer: int, step: Step) -> bytes:
    rows = [killing(0, incident_id=name, source=f"T{writer}") for name in ids(writer, step)]
    if step.kind == "refused":
        rows[-1]["event_date"] = "2018-02-30"
    return csv_text(rows).encode()


class Journal:
    """Lines "committing upload-3" and "done upload-3 COMMIT", each written by one call."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, *words: object) -> None:
        file = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(file, (" ".join(map(str, words)) + "\n").encode())
        os.close(file)

    def lines(self) -> list[list[str]]:
        text = self.path.read_text("utf-8") if self.path.exists() else ""
        return [line.split() for line in text.splitlines()]

    def last(self) -> str:
        lines = self.lines()
        return lines[-1][0] if lines else ""

    def done(self) -> dict[str, str]:
        return {words[1]: words[2] for words in self.lines() if words[0] == "done"}


def write(data: str, writer: int, uploads: int, journal_path: str) -> None:
    """Take the steps that are not done yet."""
    chosen = settings.load(Path(data))
    store = open_store(chosen)
    journal = Journal(Path(journal_path))
    kinds: dict[str, Callable[..., str]] = {"upload": _upload, "undo": _undo, "refused": _refused}
    for step in steps(uploads):
        if str(step) not in journal.done():
            told = kinds[step.kind](store, chosen, writer, step, journal)
            journal.write("done", step, told)


def _upload(store: Store, chosen: Settings, writer: int, step: Step, journal: Journal) -> str:
    checked = check(store, chosen, content(writer, step), f"{step}.csv")
    journal.write(COMMITTING, step)
    commit = confirm(store, checked, author(writer))
    assert commit is not None
    name = commit.undoes or commit.commit_id
    return f"{name} {FOUND}" if checked.records.empty else name


def _undo(store: Store, _chosen: Settings, writer: int, step: Step, journal: Journal) -> str:
    target = journal.done()[f"upload-{step.number}"]
    journal.write(COMMITTING, step)
    try:
        return store.undo(target, author(writer)).commit_id
    except StoreError as error:
        if "undone already" not in str(error):
            raise
        return FOUND


def _refused(store: Store, chosen: Settings, writer: int, step: Step, _journal: Journal) -> str:
    try:
        confirm(store, check(store, chosen, content(writer, step), f"{step}.csv"), "torture")
    except UploadError:
        return "refused"
    raise AssertionError(f"{step} was not refused")


def race(data: str, commit_id: str, moment: float, journal_path: str) -> None:
    """Undo one commit at the same moment as others do; write down what was said."""
    store = open_store(settings.load(Path(data)))
    time.sleep(max(0.0, moment - time.time()))
    try:
        told = store.undo(commit_id, "race").action
    except StoreError as error:
        told = str(error)
    Journal(Path(journal_path)).write("told", told)
