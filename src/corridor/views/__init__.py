"""Saved views: links with a name, which everybody who uses the data folder sees.

They stand in a small database of their own (SQLite, in the data folder): saving one is no change
of the data, so that no answer has to be asked again. Nothing is overwritten: each save, and each
taking out, is a row, and of a name the newest counts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from unicodedata import bidirectional, category
from urllib.parse import parse_qsl, urlencode, urlsplit

from corridor import vocabulary
from corridor.settings import Settings
from corridor.statements import statements
from corridor.words import ToldError, later, written
from corridor.words import numbers as fmt

FILE: Final = "views.sqlite"
MOST_OF_NAME: Final = 80
MOST_OF_NOTE: Final = 500
MOST_OF_LINK: Final = 8000
MOST_FIELDS: Final = 200
# How long a save waits for another one, in seconds.
PATIENCE: Final = 5.0
# Control signs, halves of a sign, ends of lines; and what turns the writing round.
_UNSEEN: Final = {"Cc", "Cs", "Zl", "Zp"}
_TURNING: Final = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
_NEVER: Final = datetime.min.replace(tzinfo=UTC)
_statement: Final = statements(Path(__file__).parent / "sql")


class ViewError(ToldError):
    """A view that cannot be kept or read; says why, and what to do."""


@dataclass(frozen=True)
class SavedView:
    """A page with what it shows (`query`, as an address has it), under a name, with a note.

    `saved_by` is whoever saved it last or took it out, `saved_at` when (UTC).
    """

    name: str
    page: str
    query: str
    note: str = ""
    saved_by: str = ""
    saved_at: datetime = _NEVER
    is_out: bool = False

    @property
    def link(self) -> str:
        """Return its address below that of the product: "map?province=Diyala"."""
        page = "" if self.page == vocabulary.PAGES[0] else self.page
        return f"{page}?{self.query}" if self.query else page

    def as_json(self) -> dict[str, str | bool]:
        """Return it as plain values, with its link."""
        return {
            "name": self.name,
            "page": self.page,
            "query": self.query,
            "link": self.link,
            "note": self.note,
            "saved_by": self.saved_by,
            "saved_at": self.saved_at.isoformat(),
            "is_out": self.is_out,
        }


def saved_views(settings: Settings) -> tuple[SavedView, ...]:
    """Return the views by name, those that were taken out too; ViewError if they cannot be read."""
    if not _file(settings).exists():
        return ()
    with _opened(settings) as database:
        rows = database.execute(_statement("saved_views")).fetchall()
    # Somebody may have written into the file: what names no page of ours opens nothing.
    known = [view for row in rows if (view := _view(row)).page in vocabulary.PAGES]
    return tuple(sorted(known, key=lambda view: view.name.casefold()))


def read_link(link: str) -> tuple[str, str]:
    """Return page and query of an address, of its last part, or of a query alone.

    ViewError when it is too long or names no page.
    """
    if len(link) > MOST_OF_LINK:
        raise ViewError(later("saved-view-link-long", most=MOST_OF_LINK))
    try:
        address = urlsplit(link.strip())
        told = parse_qsl(address.query, max_num_fields=MOST_FIELDS)
    except ValueError as error:
        raise ViewError(later("saved-view-link-unreadable", link=repr(link))) from error
    page = address.path.rstrip("/").rpartition("/")[2] or vocabulary.PAGES[0]
    if page not in vocabulary.PAGES:
        known = written(fmt.unit_list, vocabulary.PAGES)
        raise ViewError(later("saved-view-no-page", page=repr(page), known=known))
    return page, urlencode(told)


def save_view(
    settings: Settings,
    name: str,
    link: str,
    note: str = "",
    by: str = "",
    *,
    replaces: bool = False,
) -> SavedView:
    """Save a link under a name; one of that name has to be replaced on purpose.

    ViewError says what is wrong with name, link or note, or that the name is taken.
    """
    page, query = read_link(link)
    view = SavedView(
        _text(name, MOST_OF_NAME), page, query, _text(note, MOST_OF_NOTE), _text(by, MOST_OF_NAME)
    )
    if not view.name:
        raise ViewError(later("saved-view-without-a-name"))
    with _writing(settings) as database:
        before = _find(database, view.name)
        if before and not before.is_out and not replaces:
            raise ViewError(later("saved-view-name-taken", name=before.name))
        return _write(database, view)


def take_out(settings: Settings, name: str, by: str = "") -> SavedView:
    """Take a view out of the list; ViewError when there is none of that name."""
    return _turn(settings, name, by, is_out=True)


def bring_back(settings: Settings, name: str, by: str = "") -> SavedView:
    """Bring back a view that was taken out; ViewError when there is none of that name."""
    return _turn(settings, name, by, is_out=False)


def _turn(settings: Settings, name: str, by: str, *, is_out: bool) -> SavedView:
    with _writing(settings) as database:
        before = _find(database, name)
        if before is None or before.is_out == is_out:
            raise ViewError(later("saved-view-not-there", name=repr(name)))
        return _write(database, replace(before, saved_by=_text(by, MOST_OF_NAME), is_out=is_out))


def _file(settings: Settings) -> Path:
    return settings.data_dir / FILE


@contextmanager
def _opened(settings: Settings) -> Iterator[sqlite3.Connection]:
    """Open the database, and say in a sentence what is wrong with it."""
    file = _file(settings)
    try:
        with closing(sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)) as database:
            yield database
    except sqlite3.Error as error:
        raise ViewError(
            later("saved-view-file-unusable", file=str(file), error=str(error))
        ) from error


@contextmanager
def _writing(settings: Settings) -> Iterator[sqlite3.Connection]:
    """Open it for one write, which is whole or not at all; others wait for it."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    with _opened(settings) as database:
        database.execute(_statement("begin"))
        try:
            database.execute(_statement("create"))
            yield database
        except BaseException:
            database.rollback()
            raise
        database.commit()


def _find(database: sqlite3.Connection, name: str) -> SavedView | None:
    row = database.execute(_statement("find"), {"folded": name.strip().casefold()}).fetchone()
    return _view(row) if row else None


def _write(database: sqlite3.Connection, view: SavedView) -> SavedView:
    told = replace(view, saved_at=datetime.now(UTC))
    values = vars(told) | {
        "folded": told.name.casefold(),
        "saved_at": told.saved_at.isoformat(),
        "is_out": int(told.is_out),
    }
    database.execute(_statement("write"), values)
    return told


def _view(row: tuple[str, str, str, str, str, str, int]) -> SavedView:
    name, page, query, note, by, at, is_out = row
    return SavedView(name, page, query, note, by, datetime.fromisoformat(at), bool(is_out))


def _text(text: str, most: int) -> str:
    """Return a text without blanks at its ends; ViewError for one that is too long or unseen."""
    told = text.strip()
    if len(told) > most:
        raise ViewError(later("saved-view-text-long", count=len(told), most=most))
    unseen = next((sign for sign in told if _is_unseen(sign)), "")
    if unseen:
        raise ViewError(later("saved-view-text-unseen", code=f"U+{ord(unseen):04X}"))
    return told


def _is_unseen(sign: str) -> bool:
    return category(sign) in _UNSEEN or bidirectional(sign) in _TURNING
