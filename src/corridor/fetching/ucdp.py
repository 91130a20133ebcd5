"""UCDP: yearly releases and candidate events, as files by version or from its interface.

Files: https://ucdp.uu.se/downloads/. Interface: https://ucdp.uu.se/apidocs/; pages are counted
from 0, `TotalCount` and `TotalPages` stand on each, a token stands in a header, and 5,000 questions
a day are answered, errors among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final
from urllib.parse import urlencode

from corridor.fetching.asked import YEARLY, Asked, Fetched
from corridor.fetching.download import download
from corridor.fetching.errors import FetchError, NotPublishedError, UnsoundError
from corridor.fetching.line import Line, shown
from corridor.fetching.secret import secret
from corridor.fetching.shelf import Book, Budget, Shelf, add, hash_of
from corridor.fetching.tables import Counted, take_csv, write_csv
from corridor.settings import Settings
from corridor.words import later

PUBLISHER: Final = "UCDP"
_PAGE: Final = 1000
_MOST_PAGES: Final = 10_000
# A release of a year comes out in about June of the next one.
_OUT_IN: Final = 6
_YEARS_BACK: Final = 3


def releases(asked: Asked, line: Line) -> Iterator[str]:
    """Return the releases that answer a request; of a year's only the first that is out counts.

    Without one that is named: the newest year's, or every month after the newest year's release.
    """
    today = line.patience.now()
    if asked.release:
        yield asked.release
    elif asked.source == "ucdp":
        yield from (f"{(today.year - back) % 100:02}.1" for back in range(_YEARS_BACK))
    else:
        first = today.year if today.month > _OUT_IN else today.year - 1
        months = [(year, month) for year in range(first, today.year + 1) for month in range(1, 13)]
        yield from (f"{year % 100:02}.0.{month}" for year, month in months
                    if (year, month) < (today.year, today.month))  # fmt: skip


def fetch(asked: Asked, settings: Settings, line: Line, number: int) -> tuple[Fetched, ...]:
    """Fetch what is asked for, a file each release; rows of the country with the `number` of UCDP.

    Raises FetchError, and NotPublishedError when none of the releases is out.
    """
    way = _way(asked, settings, line, number)
    found: list[Fetched] = []
    for release in releases(asked, line):
        shelf = Shelf(settings.fetched_dir, f"GEDEvent_v{release.replace('.', '_')}.csv")
        try:
            with shelf.held():
                found.append(replace(way(shelf, release), source=asked.source))
        except NotPublishedError:
            if asked.release:
                raise
        if found and asked.source == "ucdp":
            break
    if not found:
        raise NotPublishedError(later("fetch-nothing-out", publisher=PUBLISHER))
    return tuple(found)


def _way(
    asked: Asked, settings: Settings, line: Line, number: int
) -> Callable[[Shelf, str], Fetched]:
    """Choose the interface where there is a token, unless a person said how."""
    token = secret("ucdp_token")
    if asked.through == "api" and not token:
        raise FetchError(later("fetch-no-token", publisher=PUBLISHER))
    if token and asked.through != "file":
        return _Interface(settings, line, number, token).fetch
    return _Files(settings, line, number).fetch


def _address(template: str, release: str) -> str:
    stands = {"{version}": release, "{digits}": release.replace(".", ""),
              "{underscored}": release.replace(".", "_")}  # fmt: skip
    for mark, text in stands.items():
        template = template.replace(mark, text)
    return template


def _note(shelf: Shelf, counted: Counted, values: dict[str, Any]) -> None:
    told = {"rows": counted.rows, "left_out": counted.left_out, "sha256": hash_of(shelf.whole)}
    shelf.take_note(**(values | told))


@dataclass(frozen=True)
class _Files:
    settings: Settings
    line: Line
    number: int

    def fetch(self, shelf: Shelf, release: str) -> Fetched:
        """Fetch a release as the file that is published."""
        line, most = self.line, self.settings.max_fetch_mb * 1_000_000
        is_yearly = YEARLY.fullmatch(release)
        template = self.settings.ucdp_url if is_yearly else self.settings.ucdp_candidate_url
        line.progress.at(later("stage-fetching", file=shelf.name), 0.0, 0.8)
        if not download(line, _address(template, release), shelf, most):
            note = shelf.note()
            rows, left_out = (int(note.get(key, 0)) for key in ("rows", "left_out"))
            return Fetched(shelf.whole, "ucdp", release, rows, left_out, is_new=False)
        line.progress.at(later("stage-unpacking", file=shelf.name), 0.8, 1.0)
        try:
            counted: Counted = shelf.put(
                lambda to: take_csv(line, shelf.part, to, most, self.number)
            )
            sent = hash_of(shelf.part)
        finally:  # whole, or of no use: nothing is gone on with
            shelf.part.unlink(missing_ok=True)
        _note(shelf, counted, shelf.note() | {"is_whole": True, "sent_sha256": sent})
        return Fetched(shelf.whole, "ucdp", release, counted.rows, counted.left_out)


@dataclass(frozen=True)
class _Interface:
    settings: Settings
    line: Line
    number: int
    token: str = field(repr=False)

    def fetch(self, shelf: Shelf, release: str) -> Fetched:
        """Fetch the country's events of a release, a page at a time."""
        most, now = self.settings.ucdp_requests_a_day, self.line.patience.now
        budget = Budget(self.settings.fetched_dir, PUBLISHER, most, now)
        address = _address(self.settings.ucdp_api_url, release)
        country = {"Country": str(self.number)} if self.number else {}
        question = f"{address}?{urlencode({'pagesize': _PAGE, **country})}"
        book = Book.opened(shelf.pages, question, now())
        try:
            rows = self._rows(replace(self.line, spend=budget.spend), book, question, shelf.name)
        except UnsoundError:
            book.forget()
            raise
        counted: Counted = shelf.put(lambda to: write_csv(rows, to))
        _note(shelf, counted, {"address": shown(address), "is_whole": True})
        book.forget()
        return Fetched(shelf.whole, "ucdp", release, counted.rows)

    def _rows(self, line: Line, book: Book, question: str, name: str) -> list[dict[str, Any]]:
        stage, secrets = later("stage-fetching", file=name), {"x-ucdp-access-token": self.token}
        line.progress.at(stage, 0.0)

        def ask(number: int) -> dict[str, Any]:
            return line.json(f"{question}&page={number}", secrets)

        rows: dict[str, dict[str, Any]] = {}
        counts: tuple[int, int] | None = None
        for number, page in book.read(range(_MOST_PAGES), ask):
            found = _events(page)
            counts = counts or _counts(page)
            if counts != _counts(page):
                raise UnsoundError(later("fetch-list-changed", publisher=PUBLISHER))
            total, pages = counts
            if not total:
                raise NotPublishedError(later("fetch-empty", publisher=PUBLISHER))
            add(rows, found, PUBLISHER)
            line.progress.at(stage, min((number + 1) / max(pages, 1), 1.0))
            if number + 1 >= pages:
                break
        if len(rows) != total:
            raise UnsoundError(
                later("fetch-rows-lacking", publisher=PUBLISHER, rows=len(rows), total=total)
            )
        return [*rows.values()]


def _counts(page: dict[str, Any]) -> tuple[int, int]:
    found = page.get("TotalCount"), page.get("TotalPages")
    if not isinstance(found[0], int) or not isinstance(found[1], int):
        raise UnsoundError(later("fetch-not-understood", publisher=PUBLISHER))
    return found[0], found[1]


def _events(page: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Return the events of a page with their ids; UnsoundError when it is none."""
    events = page.get("Result")
    if not isinstance(events, list) or not all(
        isinstance(event, dict) and event.get("id") for event in events
    ):
        raise UnsoundError(later("fetch-not-understood", publisher=PUBLISHER))
    return [(str(event["id"]), event) for event in events]
