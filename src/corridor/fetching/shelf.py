"""What was fetched lies in a folder of its own: whole files, and parts to go on from.

Beside each lies a note (JSON) of where it comes from. A note or a part that cannot be read counts
as none: it is fetched anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from corridor.fetching.errors import FetchError, UnsoundError
from corridor.store.scratch import taken
from corridor.words import later

# Pages that were kept longer ago may be of another state of the list.
_PAGES_LAST: Final = timedelta(hours=6)


@dataclass(frozen=True)
class Shelf:
    """The place of one file; `name` is the file's, as it is handed on."""

    folder: Path
    name: str

    @property
    def whole(self) -> Path:
        """The file, once it is whole."""
        return self.folder / self.name

    @property
    def part(self) -> Path:
        """What has arrived of it, as it was sent."""
        return self.folder / f"{self.name}.part"

    @property
    def making(self) -> Path:
        """What is being made of it, not whole yet."""
        return self.folder / f"{self.name}.making"

    @property
    def pages(self) -> Path:
        """The folder of the pages that have arrived of a list."""
        return self.folder / f"{self.name}.pages"

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep it for this fetch alone; FetchError when another one is at it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        lock = os.open(self.folder / f"{self.name}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if not taken(lock):
                raise FetchError(later("fetch-under-way", file=self.name))
            yield
        finally:
            os.close(lock)

    def note(self) -> dict[str, Any]:
        """Return what was noted of it, {} where nothing was."""
        return _read(self.folder / f"{self.name}.json")

    def take_note(self, **values: Any) -> None:
        """Note something of it, in place of what was noted before."""
        write_whole(self.folder / f"{self.name}.json", json.dumps(values).encode())

    def put(self, fill: Callable[[Path], Any]) -> Any:
        """Let `fill` write the file, and put it in its place once it is whole."""
        try:
            found = fill(self.making)
            self.making.replace(self.whole)
        finally:
            self.making.unlink(missing_ok=True)
        return found


@dataclass(frozen=True)
class Book:
    """The pages of a list, kept as they arrive; of another question or too old, they are gone."""

    folder: Path

    @classmethod
    def opened(cls, folder: Path, question: str, now: datetime) -> Book:
        """Open the book of a question; what was kept of it before is found in it."""
        book = cls(folder)
        note = _read(folder / "note.json")
        if note.get("question") != question or now - _moment(note.get("begun")) > _PAGES_LAST:
            book.forget()
        if not folder.is_dir():
            folder.mkdir(parents=True)
            told = {"question": question, "begun": now.isoformat()}
            write_whole(folder / "note.json", json.dumps(told).encode())
        return book

    def page(self, number: int) -> dict[str, Any] | None:
        """Return a page that has arrived."""
        return _read(self._file(number)) or None

    def keep(self, number: int, page: dict[str, Any]) -> None:
        """Keep a page."""
        write_whole(self._file(number), json.dumps(page).encode())

    def read(
        self, numbers: Iterable[int], ask: Callable[[int], dict[str, Any]]
    ) -> Iterator[tuple[int, dict[str, Any]]]:
        """Return pages with their numbers, those that are kept and those that `ask` gives.

        One that was asked for is kept when the next is wanted: the reader found it sound.
        """
        for number in numbers:
            kept = self.page(number)
            page = ask(number) if kept is None else kept
            yield number, page
            if kept is None:
                self.keep(number, page)

    def forget(self) -> None:
        """Throw all pages away."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _file(self, number: int) -> Path:
        return self.folder / f"{number:05}.json"


@dataclass(frozen=True)
class Budget:
    """How many questions were asked today; each is one byte of a file, so that none is lost."""

    folder: Path
    publisher: str
    most: int
    now: Callable[[], datetime]

    def spend(self) -> None:
        """Count one more question; FetchError when there is none left today (UTC)."""
        self.folder.mkdir(parents=True, exist_ok=True)
        today = f"asked-{self.now().astimezone(UTC):%Y-%m-%d}"
        for old in self.folder.glob("asked-*"):
            if old.name < today:
                old.unlink(missing_ok=True)
        file = os.open(self.folder / today, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            if os.fstat(file).st_size >= self.most:
                raise FetchError(
                    later("fetch-budget-spent", publisher=self.publisher, most=self.most)
                )
            os.write(file, b".")
        finally:
            os.close(file)


def add(
    rows: dict[str, dict[str, Any]], found: Sequence[tuple[str, dict[str, Any]]], publisher: str
) -> None:
    """Add the events of a page by their ids; UnsoundError where one was there, or there is none."""
    new = dict(found)
    if not new or len(new) != len(found) or rows.keys() & new.keys():
        raise UnsoundError(later("fetch-pages-repeat", publisher=publisher))
    rows |= new


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that another one sees all of it or what was there before."""
    making = path.with_name(f"{path.name}.making")
    making.write_bytes(data)
    making.replace(path)


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read(path: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError, RecursionError):
        found = json.loads(path.read_bytes())
        if isinstance(found, dict):
            return found
    return {}


def _moment(text: object) -> datetime:
    with suppress(TypeError, ValueError):
        return datetime.fromisoformat(str(text))
    return datetime.min.replace(tzinfo=UTC)
