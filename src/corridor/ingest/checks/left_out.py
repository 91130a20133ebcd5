"""Rows of a good file that are no incidents of ours: of other countries, or told once more.

They are no faults: one sentence counts each kind, and the annotated file says it beside the row.
Made here: `left_out`, their lines and why; they are taken out of `cells`.
"""

from __future__ import annotations

import re
from collections.abc import Set
from typing import Final

import pandas as pd

from corridor import geo, packs
from corridor.ingest.model.header import Header
from corridor.ingest.model.known_words import is_unknown
from corridor.ingest.model.layout import Layout
from corridor.ingest.model.likeness import nearest
from corridor.ingest.model.statements import filled, statement
from corridor.store.workbench import Workbench

_MOST_COUNTRIES: Final = 1_000
# How alike a spelling of the country must be.
_ALIKE: Final = 0.7
_NAME: Final = re.compile(r"[^\W\d_]{2,}[^\d#=<>{}|]{0,80}")


def leave_out(bench: Workbench, header: Header, layout: Layout, present: Set[str]) -> None:
    """Take the rows out of `cells` that are no incidents of ours."""
    bench.run(statement("create_left_out"))
    if "country" in present:
        _other_countries(bench)
    if layout.last_wins and bench.one(statement("ids_repeated")):
        bench.run(statement("leave_superseded_out"))
        bench.run(statement("drop_left_out"))
    sides = layout.sides & set(header.names)
    if sides and bench.one(statement("ids_repeated")):
        _told_twice(bench, header, layout)


def _other_countries(bench: Workbench) -> None:
    texts = [text for (text,) in bench.rows(statement("countries"))]
    if len(texts) > _MOST_COUNTRIES:  # no column of countries
        return
    if others := [text for text in texts if _is_other(text)]:
        bench.keep("other_countries", pd.DataFrame({"text": others}, dtype="str"))
        bench.run(statement("leave_countries_out"))
        bench.run(statement("drop_left_out"))


def _is_other(text: str) -> bool:
    """Say whether a text names another country: no slip in writing ours, no part of it."""
    name, home = text.casefold(), packs.country()
    if any(part in name for part in home.parts) or _NAME.fullmatch(name) is None:
        return False
    if name in home.aliases or is_unknown(name) or geo.admin1_name(text):
        return False
    return name in home.alike or nearest(name, (home.name.casefold(),), _ALIKE) is None


def _told_twice(bench: Workbench, header: Header, layout: Layout) -> None:
    """Leave out the rows in which an export repeats an event for another of its actors.

    An export with one actor a row has no second side: that of the next row becomes it.
    """
    of_event: list[str] = []
    of_side: list[str] = []
    for at, name in enumerate(header.names):
        if name in layout.known:  # others, such as a running number, say nothing of the event
            (of_side if name in layout.sides else of_event).append(f"c{at}")
    bench.run(filled("leave_repeated_out", event=", ".join(of_event), side=", ".join(of_side)))
    bench.run(statement("keep_second_sides"))
    bench.run(statement("drop_left_out"))
