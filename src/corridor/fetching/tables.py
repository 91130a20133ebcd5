"""What was fetched, as a CSV file in the layout that the import reads.

Of a table of the world the rows of the country are kept, as they stand.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from gzip import BadGzipFile, GzipFile
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import IO, Any, Final

from corridor.fetching.errors import FetchError
from corridor.fetching.line import Line
from corridor.store.progress import Progress
from corridor.words import later

_ZIP: Final = b"PK"
_GZIP: Final = b"\x1f\x8b"
# Text shrinks by 5 to 30 times; more than this, on a large file, is made to fill a disk.
_RATIO: Final = 200
_LARGE: Final = 50_000_000
_ENCRYPTED: Final = 0x1
_LOOK_EVERY: Final = 2_000
# A day with the time 00:00:00, as JSON has it.
_MIDNIGHT: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T00:00:00(?:\.0+)?Z?")
_BROKEN: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, BadGzipFile, NotImplementedError, RuntimeError,
)  # fmt: skip


@dataclass(frozen=True)
class Counted:
    """How many rows were kept, and how many of other countries left out."""

    rows: int
    left_out: int = 0


def take_csv(line: Line, file: Path, to: Path, most_bytes: int, number: int) -> Counted:
    """Write the CSV that a file is or holds (plain, gzip, ZIP); FetchError when it is none.

    Where there is a column `country_id` and a `number` of the country, its rows are kept.
    """
    with _opened(file, line.publisher, most_bytes) as text, to.open(
        "w", encoding="utf-8", errors="surrogateescape", newline=""
    ) as out:  # fmt: skip
        try:
            found = _copy(csv.reader(text), csv.writer(out), number, line.progress)
        except csv.Error:
            raise FetchError(later("fetch-no-table", publisher=line.publisher)) from None
        except _BROKEN:
            raise FetchError(later("fetch-damaged", publisher=line.publisher)) from None
    if found is None:
        raise FetchError(later("fetch-cut-off", publisher=line.publisher))
    if not found.rows:
        if not found.left_out:
            raise FetchError(later("fetch-empty", publisher=line.publisher))
        raise FetchError(
            later("fetch-none-here", publisher=line.publisher, left_out=found.left_out)
        )
    return found


def _copy(rows: Iterator[list[str]], out: Any, number: int, progress: Progress) -> Counted | None:
    """Write the rows that are kept; None where the last one is cut off."""
    header = next(rows, [])
    names = [name.strip().lower() for name in header]
    at = names.index("country_id") if number and "country_id" in names else None
    out.writerow(header)
    kept = left_out = 0
    last = header
    for count, row in enumerate(rows):
        if count % _LOOK_EVERY == 0:
            progress.check()
        if not row:
            continue
        last = row
        if at is None or len(row) <= at or _same(row[at], number):
            out.writerow(row)
            kept += 1
        else:
            left_out += 1
    return Counted(kept, left_out) if len(last) >= len(header) else None


def _same(cell: str, number: int) -> bool:
    text = cell.strip().removesuffix(".0")
    return text.isdecimal() and int(text) == number


@contextmanager
def _opened(file: Path, publisher: str, most_bytes: int) -> Iterator[IO[str]]:
    """Open the table within a file, whatever its packing, as text that keeps every byte."""
    with file.open("rb") as packed:
        start = packed.read(2)
        packed.seek(0)
        if start == _ZIP:
            with _member(packed, publisher, most_bytes) as plain:
                yield _text(plain, publisher, most_bytes, file)
        elif start == _GZIP:
            yield _text(GzipFile(fileobj=packed), publisher, most_bytes, file)
        else:
            yield _text(packed, publisher, most_bytes, file)


@contextmanager
def _member(packed: IO[bytes], publisher: str, most_bytes: int) -> Iterator[IO[bytes]]:
    """Open the one table of a ZIP archive; where it says that it wants to lie is not looked at."""
    try:
        archive = zipfile.ZipFile(packed)
    except _BROKEN:
        raise FetchError(later("fetch-damaged", publisher=publisher)) from None
    with archive:
        items = [item for item in archive.infolist() if not item.is_dir()]
        if any(_leads_out(item.filename) for item in items):
            raise FetchError(later("fetch-zip-leads-out", publisher=publisher))
        tables = [item for item in items if item.filename.lower().endswith(".csv")
                  and not item.filename.startswith("__MACOSX")]  # fmt: skip
        if len(tables) != 1 or tables[0].flag_bits & _ENCRYPTED:
            raise FetchError(later("fetch-zip-of-others", publisher=publisher, count=len(tables)))
        if tables[0].file_size > most_bytes:
            raise _vast(publisher, most_bytes)
        try:
            plain = archive.open(tables[0])
        except _BROKEN:
            raise FetchError(later("fetch-damaged", publisher=publisher)) from None
        with plain:
            yield plain


def _leads_out(name: str) -> bool:
    paths = PurePosixPath(name), PureWindowsPath(name)
    return any(path.is_absolute() or ".." in path.parts or path.drive for path in paths)


def _vast(publisher: str, most_bytes: int) -> FetchError:
    return FetchError(
        later("fetch-unpacks-too-large", publisher=publisher, most=most_bytes // 1_000_000)
    )


def _text(plain: Any, publisher: str, most_bytes: int, file: Path) -> IO[str]:
    bounded = _Bounded(plain, publisher, most_bytes, file.stat().st_size)
    buffered = io.BufferedReader(bounded, 1 << 20)
    try:
        start = buffered.peek(200)[:200].removeprefix(b"\xef\xbb\xbf").lstrip()
    except _BROKEN:
        raise FetchError(later("fetch-damaged", publisher=publisher)) from None
    if start.startswith(b"<"):
        raise FetchError(later("fetch-web-page", publisher=publisher))
    if start.startswith((b"{", b"[")) or b"\x00" in start:
        raise FetchError(later("fetch-no-table", publisher=publisher))
    return io.TextIOWrapper(buffered, "utf-8-sig", errors="surrogateescape", newline="")


class _Bounded(io.RawIOBase):
    """Bytes up to a limit; what unpacks to more, or to far more than text does, is refused."""

    def __init__(self, plain: Any, publisher: str, most_bytes: int, packed: int) -> None:
        super().__init__()
        self._plain = plain
        self._publisher = publisher
        self._most = most_bytes
        self._packed = packed
        self._had = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        found = self._plain.read(len(buffer))
        buffer[: len(found)] = found
        self._had += len(found)
        is_bomb = self._had > _LARGE and self._had > _RATIO * self._packed
        if self._had > self._most or is_bomb:
            raise _vast(self._publisher, self._most)
        return len(found)


def write_csv(rows: Sequence[Mapping[str, Any]], to: Path) -> Counted:
    """Write objects of an interface as rows; their keys are the columns, as they first appear."""
    names = dict.fromkeys(key for row in rows for key in row)
    with to.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(names)
        out.writerows(_cells(row, names) for row in rows)
    return Counted(len(rows))


def _cells(row: Mapping[str, Any], names: Iterable[str]) -> list[str]:
    return [_cell(row.get(name)) for name in names]


def _cell(value: Any) -> str:
    """Return a value as its publisher's files have it: unknown is empty, a day has no time."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    text = str(value)
    found = _MIDNIGHT.fullmatch(text)
    return found[1] if found else text
