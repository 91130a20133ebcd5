"""What is worth knowing of a whole file and asks for nothing: one sentence a kind, with counts.

A note for every row would bury the errors: a file may have no coordinate at all, and a source
spells its governorates in one way throughout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from corridor.geo import fold
from corridor.ingest.model.header import shorten
from corridor.ingest.model.statements import filled, statement
from corridor.store.workbench import Workbench
from corridor.words import Message, Written, later, say
from corridor.words import numbers as fmt
from corridor.words import written as written_later

MOST_SPELLINGS: Final = 8
_MOST_NAMED: Final = 8
_BEST: Final = "fatalities_best"
_PLACES: Final = ("reported_admin1", "reported_admin2")


def file_notes(bench: Workbench) -> tuple[Message, ...]:
    """Return what is to be said of the rows that were left out, and of the accepted ones."""
    notes = (*_left_out(bench), _without_coordinates(bench), _spellings(bench), *_readings(bench))
    return tuple(note for note in notes if note)


def _readings(bench: Workbench) -> Iterator[Message]:
    """Tell what was read as unknown, as bounds of a count, and without its zone."""
    for column, written, _ in bench.rows(statement("columns_read")):
        found = bench.rows(filled("reading_counts", name=column), {"column": column})
        unknown = [(text, rows) for text, kind, _, _, rows, _ in found if kind == "unknown"]
        ranges = [(text, rows) for text, kind, _, _, rows, _ in found if kind == "range"]
        zones = [(shift, rows, line) for _, kind, shift, _, rows, line in found if kind == "zone"]
        if unknown:
            yield later("remark-read-as-unknown", column=written, texts=_first(_texts, unknown))
        if ranges:
            key = "remark-ranges-of-the-best-count" if column == _BEST else "remark-ranges"
            yield later(key, column=written, texts=_first(_texts, ranges))
        if zones:
            yield _zones(written, zones)


def _first(how: Callable[..., str], found: Sequence[tuple[Any, ...]]) -> Written:
    """Let `how` write the first of what was found when it is read, and how many more there are."""
    return written_later(_and_more, how, tuple(found[:MOST_SPELLINGS]), len(found) - MOST_SPELLINGS)


def _and_more(how: Callable[..., str], found: Sequence[tuple[Any, ...]], more: int) -> str:
    listed = fmt.unit_list([how(*each) for each in found])
    return say("listed-and-more", listed=listed, count=more) if more > 0 else listed


def _texts(text: str, rows: int) -> str:
    return say("text-in-rows", text=text, rows=rows)


def _names(name: str, ours: str, rows: int) -> str:
    return say("name-read-as", written=name, name=ours, rows=rows)


def _zones(written: str, found: list[tuple[int, int, int]]) -> Message:
    all_rows = sum(rows for _, rows, _ in found)
    other = [(rows, line) for shift, rows, line in found if shift]
    if not other:
        return later("remark-zone-same-day", column=written, rows=all_rows)
    moved, first = sum(rows for rows, _ in other), str(min(line for _, line in other))
    if moved == 1:
        return later("remark-zone-another-day-on-line", column=written, rows=all_rows, line=first)
    return later("remark-zone-another-day", column=written, rows=all_rows, moved=moved, line=first)


def _without_coordinates(bench: Workbench) -> Message | None:
    ((rows, nowhere),) = bench.rows(statement("without_coordinates"))
    if not rows:
        return None
    if not nowhere:
        return later("remark-without-coordinates", rows=rows)
    if nowhere == rows:
        return later("remark-without-governorate", rows=rows)
    return later("remark-some-without-governorate", rows=rows, nowhere=nowhere)


def _spellings(bench: Workbench) -> Message | None:
    """Tell which names were read as ours, but for articles, accents and words like "province"."""
    found = [
        (written, ours, rows)
        for name in _PLACES
        for written, ours, rows in bench.rows(filled("other_spellings", name=name))
        if fold(written) != fold(ours)
    ]
    return later("remark-spellings", names=_first(_names, found)) if found else None


def _left_out(bench: Workbench) -> tuple[Message, ...]:
    """Say for each kind how many rows were left out."""
    rows = bench.rows(statement("left_out_counts"))
    countries = tuple((what, number) for kind, what, number in rows if kind == "country")
    repeated = sum(number for kind, _, number in rows if kind == "repeated")
    superseded = sum(number for kind, _, number in rows if kind == "superseded")
    notes = []
    if countries:
        total = sum(number for _, number in countries)
        notes.append(later("remark-other-countries", rows=total, countries=_named(countries)))
    if repeated:
        notes.append(later("remark-told-twice", rows=repeated))
    if superseded:
        notes.append(later("remark-superseded", rows=superseded))
    return tuple(notes)


def of_other_countries(bench: Workbench) -> Message | None:
    """Return why a file of which every row was left out is refused; None if it has no country."""
    rows = bench.rows(statement("left_out_counts"))
    countries = tuple((what, number) for kind, what, number in rows if kind == "country")
    total = sum(number for _, number in countries)
    if not total:
        return None
    return later("file-of-other-countries", rows=total, countries=_named(countries))


def _named(countries: tuple[tuple[str, int], ...]) -> Written:
    first, more = countries[:_MOST_NAMED], len(countries) - _MOST_NAMED
    return written_later(_countries, first, more)


def _countries(named: Sequence[tuple[str, int]], more: int) -> str:
    listed = fmt.unit_list(
        [say("country-and-rows", name=shorten(name), rows=rows) for name, rows in named]
    )
    return say("countries-and-more", countries=listed, count=more) if more > 0 else listed
