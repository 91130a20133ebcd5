"""A file, fetched whole: an interrupted one goes on where it ended, one that is here stays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from http.client import HTTPResponse
from typing import Final

from corridor.fetching.errors import BeyondError, FetchError, UnchangedError
from corridor.fetching.line import Line, shown
from corridor.fetching.shelf import Shelf
from corridor.words import later

_RANGE: Final = re.compile(r"bytes ([0-9]+)-[0-9]+/([0-9]+)")
_PART: Final = 206


def download(line: Line, url: str, shelf: Shelf, most_bytes: int) -> bool:
    """Fetch a file to `shelf.part`, whole; False when the one that is here is still the one there.

    Bytes are added to what had arrived only where the other side says that it is the same state of
    the same file. Raises FetchError; what has arrived is then kept.
    """
    note = shelf.note()
    mark = str(note.get("mark", "")) if note.get("address") == shown(url) else ""
    begun = shelf.part.stat().st_size if mark and shelf.part.exists() else 0
    conditions = {}
    if begun:
        conditions = {"Range": f"bytes={begun}-", "If-Range": mark}
    elif mark and note.get("is_whole") and shelf.whole.exists():
        conditions = {"If-None-Match" if mark.startswith('"') else "If-Modified-Since": mark}
    try:
        with line.open(url, conditions=conditions) as response:
            _receive(line, response, _Wanted(url, shelf, most_bytes), begun)
    except UnchangedError:
        return False
    except BeyondError:
        shelf.part.unlink(missing_ok=True)
        with line.open(url) as response:
            _receive(line, response, _Wanted(url, shelf, most_bytes), 0)
    return True


@dataclass(frozen=True)
class _Wanted:
    url: str
    shelf: Shelf
    most_bytes: int


def _receive(line: Line, response: HTTPResponse, wanted: _Wanted, begun: int) -> None:
    shelf = wanted.shelf
    total = None
    if response.status == _PART:
        found = _RANGE.fullmatch(response.headers.get("Content-Range", ""))
        if not found or int(found[1]) != begun:
            raise BeyondError(later("fetch-cut-off", publisher=line.publisher))
        total = int(found[2])
    else:
        begun = 0
        shelf.take_note(address=shown(wanted.url), mark=_mark(response), is_whole=False)
    with shelf.part.open("ab" if begun else "wb") as file:
        for piece in line.pieces(response, wanted.most_bytes - begun):
            file.write(piece)
        size = file.tell()
    if total is not None and size != total:
        raise FetchError(later("fetch-cut-off", publisher=line.publisher))


def _mark(response: HTTPResponse) -> str:
    """Return what names the state of a file to the byte, "" where nothing does."""
    tag = str(response.headers.get("ETag") or "")
    return tag if tag.startswith('"') else str(response.headers.get("Last-Modified") or "")
