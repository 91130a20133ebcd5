"""ACLED: events from its interface, with a token that a name and a password are changed for.

https://acleddata.com/acled-api-documentation: OAuth, password grant with refresh; the token lasts a
day. Pages are counted from 1, and the last one is followed by an empty one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from corridor.fetching.asked import Asked, Fetched
from corridor.fetching.errors import FetchError, NotAdmittedError, UnsoundError
from corridor.fetching.line import Line
from corridor.fetching.secret import secret
from corridor.fetching.shelf import Book, Shelf, add, hash_of
from corridor.fetching.tables import write_csv
from corridor.settings import Settings
from corridor.words import later

PUBLISHER: Final = "ACLED"
_PAGE: Final = 5000
_MOST_PAGES: Final = 1000
_OK: Final = 200
_IDS: Final = ("event_id_cnty", "data_id")


@dataclass
class Session:
    """A token, kept in memory only; a new one is asked for when it has expired."""

    line: Line
    address: str
    access: str = ""
    refresh: str = ""

    def read(self, url: str) -> dict[str, Any]:
        """Ask with the token; once with a fresh one when it is refused."""
        if not self.access:
            self._sign_in()
            return self._asked(url)
        try:
            return self._asked(url)
        except NotAdmittedError:
            self._renew()
            return self._asked(url)

    def _asked(self, url: str) -> dict[str, Any]:
        return self.line.json(url, {"Authorization": " ".join(("Bearer", self.access))})

    def _renew(self) -> None:
        if self.refresh:
            try:
                self._take({"grant_type": "refresh_token", "refresh_token": self.refresh})
            except FetchError:
                pass
            else:
                return
        self._sign_in()

    def _sign_in(self) -> None:
        user, password = secret("acled_user"), secret("acled_password")
        self._take({"grant_type": "password", "username": user, "password": password,
                    "scope": "authenticated"})  # fmt: skip

    def _take(self, form: dict[str, str]) -> None:
        told = self.line.json(self.address, form=urlencode({"client_id": "acled", **form}).encode())
        access = told.get("access_token")
        if not isinstance(access, str) or not access or not access.isascii():
            raise FetchError(later("fetch-not-understood", publisher=PUBLISHER))
        self.access = access
        self.refresh = str(told.get("refresh_token") or "")


def is_set_up() -> bool:
    """Say whether there is an account to ask with."""
    return bool(secret("acled_user") and secret("acled_password"))


def fetch(asked: Asked, settings: Settings, line: Line, iso: int) -> tuple[Fetched, ...]:
    """Fetch the events of a country (its number in ISO 3166) and, where they are given, of days."""
    if not is_set_up():
        raise FetchError(later("fetch-no-account", publisher=PUBLISHER))
    days = [str(day) for day in (asked.first, asked.last) if day]
    shelf = Shelf(settings.fetched_dir, f"{'-'.join(['acled', *days])}.csv")
    question = f"{settings.acled_url}?{urlencode(_question(asked, iso))}"
    with shelf.held():
        book = Book.opened(shelf.pages, question, line.patience.now())
        session = Session(line, settings.acled_token_url)
        try:
            rows = _rows(line, session, book, question, shelf.name)
        except UnsoundError:
            book.forget()
            raise
        counted = shelf.put(lambda to: write_csv(rows, to))
        shelf.take_note(is_whole=True, rows=counted.rows, sha256=hash_of(shelf.whole))
        book.forget()
    return (Fetched(shelf.whole, "acled", "", counted.rows),)


def _question(asked: Asked, iso: int) -> dict[str, str]:
    found = {"_format": "json", "limit": str(_PAGE)}
    if iso:
        found["iso"] = str(iso)
    if asked.first and asked.last:
        return found | {"event_date": f"{asked.first}|{asked.last}", "event_date_where": "BETWEEN"}
    if asked.first:
        return found | {"event_date": str(asked.first), "event_date_where": ">="}
    if asked.last:
        return found | {"event_date": str(asked.last), "event_date_where": "<="}
    return found


def _rows(
    line: Line, session: Session, book: Book, question: str, name: str
) -> list[dict[str, Any]]:
    stage = later("stage-fetching", file=name)
    line.progress.at(stage, 0.0)
    rows: dict[str, dict[str, Any]] = {}
    asked = book.read(range(1, _MOST_PAGES), lambda at: session.read(f"{question}&page={at}"))
    for number, page in asked:
        found = _events(page)
        if not found:
            break
        add(rows, found, PUBLISHER)
        line.progress.at(stage, 1.0 - 1.0 / (number + 1))  # how many there are is not told
    if not rows:
        raise UnsoundError(later("fetch-empty", publisher=PUBLISHER))
    return [*rows.values()]


def _events(page: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Return the events of a page with their ids; UnsoundError when it is none."""
    if page.get("success") is False or page.get("status", _OK) != _OK:
        raise UnsoundError(later("fetch-said-no", publisher=PUBLISHER))
    events = page.get("data")
    if not isinstance(events, list) or page.get("count", len(events)) != len(events):
        raise UnsoundError(later("fetch-not-understood", publisher=PUBLISHER))
    found = [(_id(event), event) for event in events]
    if not all(name for name, _ in found):
        raise UnsoundError(later("fetch-not-understood", publisher=PUBLISHER))
    return found


def _id(event: Any) -> str:
    ids = (event.get(key) for key in _IDS) if isinstance(event, dict) else ()
    return str(next(filter(None, ids), ""))
