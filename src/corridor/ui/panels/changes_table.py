"""What changed, place by place: how much there is and how it changed, in two columns, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from corridor import answers
from corridor.answers import Change
from corridor.answers.changes import ALL, DISTRICT, PROVINCE, ROAD
from corridor.exchange.counts import changes_csv
from corridor.filter import IncidentFilter
from corridor.filter.selection import KEY, Term, joined
from corridor.texts import changes_text
from corridor.ui import parts
from corridor.ui.frame import cached, navigation, state
from corridor.ui.parts import Html, TableColumn
from corridor.words import say

MOST = 5


def most_changed(chosen: IncidentFilter, pinned: date | None) -> Html:
    """Show the districts that changed most; nothing where there is nothing to compare.

    The name of a district selects it on the map. `pinned` is the day that links carry.
    """
    found = cached.answer(answers.changes, chosen)
    listed = found.of(DISTRICT)[:MOST]
    if not listed:
        return Html("")
    title = say("changes-title")
    return parts.lines(
        parts.section(title, changes_text.against(found)),
        _table(
            listed, title, changes_text.note(found), say("heading-district"), links=(chosen, pinned)
        ),
    )


def every_change(chosen: IncidentFilter) -> None:
    """Show every place: all together, provinces and roads beside the districts; and as a file."""
    head, along, districts = cached.kept(_every, chosen, state.pinned_as_of())
    parts.show(head)
    left, right = st.columns(2, gap="medium")
    with left:
        parts.show(along)
    with right:
        parts.show(districts)
    found = cached.answer(answers.changes, chosen)
    if found.places:
        st.download_button(
            say("changes-file"),
            data=partial(changes_csv, found),
            file_name="corridor-watch-changes.csv",
            mime="text/csv",
            on_click="ignore",
            key="download-changes",
        )


def _every(chosen: IncidentFilter, pinned: date | None) -> tuple[Html, Html, Html]:
    found = cached.answer(answers.changes, chosen)
    whole = (*found.of(ALL), *found.of(PROVINCE))
    return (
        parts.section(say("changes-every"), changes_text.compared(found)),
        parts.lines(
            _table(whole, say("changes-of-province")),
            _table(found.of(ROAD), say("changes-of-road"), changes_text.on_roads(found)),
        ),
        _table(
            found.of(DISTRICT),
            say("changes-of-district"),
            changes_text.note(found),
            links=(chosen, pinned),
        ),
    )


def _table(
    places: Sequence[Change], title: str, note: str = "", heading: str = "", *,
    links: tuple[IncidentFilter, date | None] | None = None,
) -> Html:  # fmt: skip
    if not places:
        return Html("")
    columns = [
        TableColumn(heading or title),
        TableColumn(say("changes-column-level")),
        TableColumn(say("changes-column-change")),
    ]
    rows = [
        [
            parts.with_words(_name(each, links), changes_text.sentence(each)),
            changes_text.level(each),
            _change(each),
        ]
        for each in places
    ]
    return parts.table(columns, rows, caption=title, note=note)


def _name(item: Change, links: tuple[IncidentFilter, date | None] | None) -> str:
    """Return a place's name; a district's selects it on the map."""
    if links is None or not item.admin1:
        return changes_text.place(item)
    chosen, pinned = links
    term = Term("district", f"{item.admin1}/{item.place}")
    extra = [(KEY, joined([str(term)])), *navigation.pin(pinned)]
    return parts.link(changes_text.place(item), navigation.href("map", chosen, extra))


def _change(item: Change) -> str:
    told = changes_text.change(item)
    return parts.quiet(told) if item.may_be_chance else told
