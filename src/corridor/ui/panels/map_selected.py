"""What is selected on the map: the incident that is opened, or the list of all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import pydeck as pdk
import streamlit as st

from corridor import answers, geo, queries
from corridor.answers import Selected
from corridor.answers.places import selected_marks
from corridor.filter import IncidentFilter
from corridor.filter.selection import circle_of, stretch_of
from corridor.geo import Place
from corridor.maps import incident_map as figure
from corridor.maps.incident_map import Mode
from corridor.maps.map_found import found_layers
from corridor.maps.map_shapes import drawn_layers, stretch_layers
from corridor.texts import as_text, count_phrases, selection_text
from corridor.ui import parts
from corridor.ui.frame import cached, navigation, selecting, state, viewer
from corridor.ui.frame.drawing import is_undrawable
from corridor.ui.frame.navigation import INCIDENT
from corridor.ui.panels import drawn_map, map_places, map_search
from corridor.ui.panels.incident_detail import incident_detail
from corridor.ui.parts import Html, TableColumn
from corridor.words import say

MOST_LISTED: Final = 500
# More outlines than this would be a net over the map.
MOST_OUTLINED: Final = 60


def over(
    chosen: IncidentFilter, mode: Mode, hidden: frozenset[str], found: Place | None
) -> tuple[dict[int, int] | None, list[pdk.Layer]]:
    """Return how much of each mark of a filter's map is selected, and what is outlined on it.

    That are the marks selected or opened, stretches, areas and circles, and the place `found`.
    """
    theme, places = viewer.theme(), cached.answer(queries.map_places, chosen)
    picked, asked = selecting.found(chosen), st.query_params.get(INCIDENT, "")
    shares = marks_of(picked.ids, chosen) if picked else None
    opened = list(shares or (marks_of([asked], chosen) if asked else ()))
    layers: list[pdk.Layer] = []
    if opened:
        layers += figure.outline(
            places.iloc[opened[:MOST_OUTLINED]],
            theme=theme,
            basemap=drawn_map.basemap(),
            window_end=drawn_map.window_end(chosen),
            mode=mode,
            hidden=hidden,
        )
    selected = selecting.selection()
    layers += stretch_layers(map(stretch_of, selected.of("road")), chosen.reach()[1], theme)
    areas, circles = map(geo.area_of, selected.of("area")), map(circle_of, selected.of("circle"))
    layers += drawn_layers(areas, circles, theme)
    if found:
        layers += found_layers(found, map_search.KM, theme)
    return shares, layers


def pick_on(name: str) -> None:
    """Select what was picked on a map; the bare ground lets go of it. For callbacks."""
    state.open_in_address(INCIDENT, "")
    selecting.pick_told(name, lambda told: [str(text) for text in told["terms"]])


def show(chosen: IncidentFilter) -> None:
    """Show the incidents that are selected, or the one that the address opens."""
    picked, asked = selecting.found(chosen), st.query_params.get(INCIDENT, "")
    if picked and len(picked.ids) > 1 and not asked:
        parts.show(listed(picked, chosen))
        return
    named = (*picked.ids, *picked.selection.of("incident")) if picked else ()
    asked = asked or next(iter(named), "")
    if not asked:
        parts.show(parts.paragraph(say(_prompt()), quiet=True))
        return
    opened = cached.answer(answers.incident, asked)
    if not opened.counted_id:
        parts.show(parts.notice(say("incident-unknown", id=asked)))
        return
    if not marks_of([opened.counted_id], chosen):
        parts.show(parts.paragraph(say("map-incident-outside"), quiet=True))
    href = navigation.href("incidents", chosen, [(INCIDENT, opened.counted_id)])
    parts.show(incident_detail(opened, href=href, is_short=True))


def marks_of(ids: Sequence[str], chosen: IncidentFilter) -> dict[int, int]:
    """Return how many of these incidents each mark (row of the map's places) stands for."""
    places = cached.answer(queries.map_places, chosen)
    return selected_marks(places, cached.answer(queries.map_incidents, chosen), ids)


def _prompt() -> str:
    return "map-prompt-undrawable" if is_undrawable() else "map-prompt"


def listed(picked: Selected, chosen: IncidentFilter) -> Html:
    """List the incidents that are selected, each with its link."""
    found = cached.answer(queries.list_incidents, picked.chosen)
    columns = [
        TableColumn(say("heading-date"), whole=True),
        TableColumn(say("heading-what")),
        TableColumn(say("heading-place")),
        TableColumn(say("heading-killed"), numeric=True),
    ]
    ours = parts.esc(f" · {say('uploaded')}")
    body = [
        [
            parts.link(as_text.days(row), map_places.href(chosen, row, state.pinned_as_of())),
            parts.lines(parts.event_type(row["event_type"]), ours if row["is_uploaded"] else ""),
            as_text.place(row),
            as_text.killed(row),
        ]
        for row in queries.rows_of(found.head(MOST_LISTED))
    ]
    title = _title_of(picked, chosen)
    rest = say("map-mark-rest", shown=len(body), count=len(picked.ids))
    table = parts.table(
        columns,
        body,
        caption=say("map-mark-caption", place=title),
        note=rest if len(picked.ids) > len(body) else "",
    )
    opening = '<section class="cw-detail cw-detail-short" data-cw-opened="selection">'
    told = parts.section(title, count_phrases.listed(chosen.measuring, found["beside"]))
    return parts.lines(opening, told, parts.scroll(table), "</section>")


def _title_of(picked: Selected, chosen: IncidentFilter) -> str:
    """Name a single mark by its place, anything else by what was picked."""
    if marks := picked.selection.of("mark"):
        places = cached.answer(queries.map_places, chosen)
        named: list[Any] = list(places[places["mark"].isin(marks)].itertuples())
        if len(named) == len(picked.selection.terms) == 1:
            return figure.tooltip_of(named[0])["place"]
    return count_phrases.capital(selection_text.what(picked))
