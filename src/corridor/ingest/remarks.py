"""What is worth knowing of a whole file and asks for nothing: one sentence a kind, with counts.

A note for every row would bury the errors: a file may have no coordinate at all, and a source
spells its governorates in one way throughout.
"""

from __future__ import annotations

from typing import Final

from corridor.geo import fold
from corridor.ingest.statements import filled, statement
from corridor.store.workbench import Workbench

MOST_SPELLINGS: Final = 8
_PLACES: Final = ("reported_admin1", "reported_admin2")


def file_notes(bench: Workbench) -> tuple[str, ...]:
    """Give the sentences about the accepted rows of a checked file."""
    return tuple(note for note in (_without_coordinates(bench), _spellings(bench)) if note)


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
            f"{nowhere:,} of them name none and are counted in all of Iraq only"
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
    return f"Place names in another spelling than ours: {listed}{rest}."
