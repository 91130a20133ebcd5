"""What is worth knowing of a whole file and asks for nothing: one sentence a kind, with counts.

A note for every row would bury the errors: a file may have no coordinate at all, and a source
spells its governorates in one way throughout.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corridor.geo import fold
from corridor.ingest.statements import filled, statement
from corridor.store.workbench import Workbench

MOST_SPELLINGS: Final = 8
_BEST: Final = "fatalities_best"
_PLACES: Final = ("reported_admin1", "reported_admin2")


def file_notes(bench: Workbench) -> tuple[str, ...]:
    """Give the sentences about the accepted rows of a checked file."""
    notes = (_without_coordinates(bench), _spellings(bench), *_readings(bench))
    return tuple(note for note in notes if note)


def _readings(bench: Workbench) -> Iterator[str]:
    """Tell what was read as unknown, as bounds of a count, and without its zone."""
    for column, written, _ in bench.rows(statement("columns_read")):
        found = bench.rows(filled("reading_counts", name=column), {"column": column})
        unknown = [(text, rows) for text, kind, _, _, rows, _ in found if kind == "unknown"]
        ranges = [(text, rows) for text, kind, _, _, rows, _ in found if kind == "range"]
        zones = [(shift, rows, line) for _, kind, shift, _, rows, line in found if kind == "zone"]
        if unknown:
            yield f"Treated as unknown in {written}: {_listed(unknown)}."
        if ranges:
            kept = "lowest and highest count kept, best" if column == _BEST else "the number"
            yield f"Ranges in {written}: {_listed(ranges)}; {kept} unknown."
        if zones:
            yield _zones(written, zones)


def _listed(found: list[tuple[str, int]]) -> str:
    told = ", ".join(f"“{text}” ({_rows(rows)})" for text, rows in found[:MOST_SPELLINGS])
    more = len(found) - MOST_SPELLINGS
    return f"{told} and {more:,} more" if more > 0 else told


def _rows(number: int) -> str:
    return "1 row" if number == 1 else f"{number:,} rows"


def _zones(written: str, found: list[tuple[int, int, int]]) -> str:
    all_rows = sum(rows for _, rows, _ in found)
    other = [(rows, line) for shift, rows, line in found if shift]
    told = f"{_rows(all_rows)} with a time and its zone in {written}: the day was kept as written"
    if not other:
        return f"{told}; in Baghdad it was the same day."
    number, first = sum(rows for rows, _ in other), min(line for _, line in other)
    which = f"line {first}" if number == 1 else f"{number:,} rows, the first on line {first}"
    return f"{told}; in Baghdad it was another day ({which})."


def _without_coordinates(bench: Workbench) -> str:
    ((rows, nowhere),) = bench.rows(statement("without_coordinates"))
    if not rows:
        return ""
    has = "row has" if rows == 1 else "rows have"
    if not nowhere:
        counted = "counted in the governorate named"
    elif nowhere == rows:
        counted = "naming no governorate either, so counted in all of Iraq only"
    else:
        counted = (
            "counted in the governorate named; "
            f"{nowhere:,} of them {'names none and is' if nowhere == 1 else 'name none and are'} "
            "counted in all of Iraq only"
        )
    return f"{rows:,} {has} no coordinates: not on the map, {counted}."


def _spellings(bench: Workbench) -> str:
    """Tell which names were read as ours, but for articles, accents and words like "province"."""
    found = [
        f"“{written}” → {ours} ({rows:,})"
        for name in _PLACES
        for written, ours, rows in bench.rows(filled("other_spellings", name=name))
        if fold(written) != fold(ours)
    ]
    if not found:
        return ""
    more = len(found) - MOST_SPELLINGS
    rest = f" and {more:,} more" if more > 0 else ""
    listed = ", ".join(found[:MOST_SPELLINGS])
    return f"Place names that were recognised in another spelling: {listed}{rest}."
