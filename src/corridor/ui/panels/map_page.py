"""Where: the map with its legend, and the incident that was clicked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, Final

import pandas as pd
import streamlit as st

from corridor import answers, queries
from corridor.answers import Selected
from corridor.answers.places import (
    selected_marks,
)
from corridor.filter import IncidentFilter
from corridor.filter.selection import days_of, stretch_of
from corridor.geo import Place
from corridor.maps import incident_map as figure
from corridor.maps.incident_map import Mode
from corridor.maps.map_found import centre_of, found_layers
from corridor.maps.map_stretches import stretch_layers
from corridor.maps.sent_map import SentMap, sent_map
from corridor.palette import Theme
from corridor.texts import as_text, count_phrases, places_text, selection_text
from corridor.ui import parts
from corridor.ui.frame import cached, navigation, report_incident, selecting, state, viewer
from corridor.ui.frame.drawing import draw_map, is_undrawable, mark_map
from corridor.ui.frame.navigation import INCIDENT
from corridor.ui.panels import (
    drawn_map,
    map_files,
    map_legend,
    map_places,
    map_search,
    road_strips,
)
from corridor.ui.panels.incident_detail import incident_detail
from corridor.ui.panels.nothing_here import nothing_here
from corridor.ui.parts import Html, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say

MODES: Final[tuple[Mode, ...]] = ("points", "heat", "hexagons", "districts")
# Width and height in px of the Overview's map.
SMALL: Final = (660, 405)
MOST_LISTED: Final = 500
# More outlines than this would be a net over the map.
MOST_OUTLINED: Final = 60
_RESTED: Final = "map_rested"


def show(chosen: IncidentFilter) -> None:
    """Draw the page for a filter."""
    parts.show(parts.hidden_title(say("map-title", place=chosen.place())))
    if cached.summary(chosen).is_empty:
        parts.show(nothing_here(chosen, "map"))
        return
    wide, narrow = st.columns((10, 3), gap="medium")
    # What was opened stands where it is seen: beside the map, on a phone straight below it.
    below = narrow.container() if viewer.is_small() else None
    with narrow:
        mode, hidden = _controls(chosen)
    with below or narrow:
        _selected(chosen)
    legend, caption, missing = cached.kept(_told, chosen, mode, drawn_map.size())
    with narrow:
        parts.show(legend)
    with wide:
        if is_undrawable():
            parts.show(parts.notice(say("map-undrawable")))
        version = _deck(chosen, mode, hidden, map_search.ask(chosen))
        _at_rest(chosen, version)
        parts.show(caption)
        if is_undrawable():
            parts.show(map_places.in_words(chosen))
    if missing:
        with st.expander(missing):
            parts.show(
                cached.kept(map_places.not_drawn, chosen, drawn_map.size(), state.pinned_as_of())
            )
    with st.container(key="cw-roads"):
        road_strips.show(chosen)


def small(chosen: IncidentFilter) -> None:
    """Draw the overview's map with its key."""
    phone = viewer.is_small()
    size = figure.PHONE if phone else SMALL
    drawn, key = cached.kept(_small, chosen, viewer.theme(), size)
    draw_map(drawn, "small_map", size, cached.kept(drawn_map.message, chosen, size))
    picked = selecting.found(chosen)
    places = cached.answer(queries.map_places, chosen)
    mark_map("small_map", selected_marks(places, picked.ids) if picked else None)
    parts.show(key)


def _small(chosen: IncidentFilter, theme: Theme, size: drawn_map.Size) -> tuple[SentMap, Html]:
    places = cached.answer(queries.map_places, chosen)
    deck = figure.incident_deck(
        places,
        theme=theme,
        basemap=drawn_map.basemap(),
        window_end=drawn_map.window_end(chosen),
        provinces=chosen.provinces,
        districts=chosen.districts,
        small=True,
        report_place=report_incident.place(),
        size=size,
        scroll_zoom=False,
    )
    counts = drawn_map.counts(chosen, size)
    return sent_map(deck, places, theme), parts.lines(
        parts.legend(
            [
                *map_legend.type_items(counts),
                *map_legend.beside_key(chosen, counts),
                *map_legend.marks_key(),
                *map_legend.uploads_key(counts),
            ]
        ),
        parts.paragraph(places_text.caption(chosen, counts, cached.region().ground), quiet=True),
    )


def _told(chosen: IncidentFilter, mode: Mode, size: drawn_map.Size) -> tuple[Html, Html, str]:
    """Return the legend, what stands under the map, and what is not drawn."""
    places = cached.answer(queries.map_places, chosen)
    counts = drawn_map.counts(chosen, size)
    marked = map_legend.marked(counts, map_legend.beside_key(chosen, counts))
    told = [say("map-dense", most=queries.MOST_MARKS)] if figure.is_dense(places) else []
    if places["incidents"].sum() > queries.MOST_PLAYED:
        told.append(say("map-not-played", most=queries.MOST_PLAYED))
    note = [parts.paragraph(text, quiet=True) for text in told]
    rates = cached.answer(answers.district_rates, chosen) if mode == "districts" else None
    shown = map_legend.legend(counts, mode)
    if rates:
        shown = map_legend.by_rate(counts, rates, viewer.theme())
    legend = parts.lines(*shown, marked, *note)
    caption = parts.paragraph(
        places_text.caption(chosen, counts, cached.region().ground), quiet=True
    )
    return legend, caption, places_text.missing(chosen.measuring, counts)


def _controls(chosen: IncidentFilter) -> tuple[Mode, frozenset[str]]:
    names = figure.layer_names(cached.region())
    with st.container(horizontal=True):
        picked = st.segmented_control(
            say("map-exact-places-as"),
            MODES,
            default=MODES[0],
            format_func=lambda mode: say(f"map-mode-{mode}"),
            key="map_mode",
        )
        with st.popover(say("map-layers")):
            shown = st.multiselect(
                say("map-layers-shown"),
                list(names),
                default=list(names),
                format_func=names.__getitem__,
                key="layers",
            )
        mode, hidden = picked or MODES[0], frozenset(names) - frozenset(shown)
        map_files.offer(chosen, mode, hidden)
    return mode, hidden


def _deck(chosen: IncidentFilter, mode: Mode, hidden: frozenset[str], found: Place | None) -> str:
    """Draw the map, what is picked on it and the place that was found; return which map it is."""
    theme, phone = viewer.theme(), viewer.is_small()
    drawn = cached.kept(drawn_map.drawn, chosen, theme, phone, mode, tuple(sorted(hidden)))
    size = drawn_map.size()
    picked, asked = selecting.found(chosen), st.query_params.get(INCIDENT, "")
    places = cached.answer(queries.map_places, chosen)
    shares = selected_marks(places, picked.ids) if picked else None
    opened = [int(at) for at in shares] if shares else _marks_of(asked, places)
    layers = figure.outline(
        places.iloc[opened[:MOST_OUTLINED]],
        theme=theme,
        basemap=drawn_map.basemap(),
        window_end=drawn_map.window_end(chosen),
        mode=mode,
        hidden=hidden,
    )
    stretches = map(stretch_of, selecting.selection().of("road"))
    layers += stretch_layers(stretches, chosen.reach()[1], theme)
    if found:
        layers += found_layers(found, map_search.KM, theme)
    draw_map(
        drawn,
        "map",
        size,
        cached.kept(drawn_map.message, chosen, size),
        days=_days(chosen),
        outlines=layers,
        paper=cached.kept(map_files.around, chosen, mode, size),
        on_picked_change=_picked,
        on_rested_change=_rested,
    )
    mark_map("map", shares, layers, centre_of(found) if found else None)
    return drawn.version


def _marks_of(incident_id: str, places: pd.DataFrame) -> list[int]:
    ids = places["incident_ids"]
    return [at for at, names in enumerate(ids) if incident_id in names] if incident_id else []


def _days(chosen: IncidentFilter) -> tuple[date, date]:
    """Return the days over which the map can be played: the filter's, or those of what it keeps."""
    found = cached.summary(chosen)
    first = chosen.date_from or found.first_date or drawn_map.window_end(chosen)
    return min(first, drawn_map.window_end(chosen)), drawn_map.window_end(chosen)


def _picked() -> None:
    """Select what was picked on the map; the bare ground lets go of it."""
    told = st.session_state["map"].get("picked")
    if told:
        state.open_in_address(INCIDENT, "")
        selecting.pick([str(text) for text in told["terms"]], adds=bool(told["adds"]))


def _rested() -> None:
    """Remember the days at which the map came to rest, and which map it was."""
    told = st.session_state["map"].get("rested")
    if told:
        days = "/".join(map(str, told["days"] or ()))
        st.session_state[_RESTED] = (str(told["version"]), days)


def _at_rest(chosen: IncidentFilter, version: str) -> None:
    """Say what the store counts in the days at which this map rests, and offer to keep them."""
    of, days = st.session_state.get(_RESTED, ("", ""))
    if of != version or not days:
        return
    first, last = days_of(days)
    found = cached.summary(replace(chosen, date_from=first, date_to=last))
    figures = count_phrases.incidents_phrase(found)
    told = say("map-rested", days=fmt.days(first, last), figures=figures)
    with st.container(key="cw-rested", horizontal=True, vertical_alignment="center"):
        parts.show(Html(f'<p class="cw-rested">{parts.esc(told)}</p>'))
        term = f"dates:{first}/{last}"
        st.button(
            say("map-rested-select"), key="cw-rested-select", type="tertiary",
            on_click=selecting.pick, args=([term],),
        )  # fmt: skip
        st.button(
            say("map-rested-period"), key="cw-rested-period", type="tertiary",
            on_click=state.set_dates, args=(first, last),
        )  # fmt: skip


def _selected(chosen: IncidentFilter) -> None:
    """Show the incidents that are selected, or the one that the address opens."""
    picked, asked = selecting.found(chosen), st.query_params.get(INCIDENT, "")
    if picked and len(picked.ids) > 1 and not asked:
        parts.show(_list_selected(picked, chosen))
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
    if not _marks_of(opened.counted_id, cached.answer(queries.map_places, chosen)):
        parts.show(parts.paragraph(say("map-incident-outside"), quiet=True))
    href = navigation.href("incidents", chosen, [(INCIDENT, opened.counted_id)])
    parts.show(incident_detail(opened, href=href, is_short=True))


def _prompt() -> str:
    return "map-prompt-undrawable" if is_undrawable() else "map-prompt"


def _list_selected(picked: Selected, chosen: IncidentFilter) -> Html:
    """List the incidents that are selected, each with its link."""
    found = cached.answer(queries.list_incidents, picked.chosen)
    columns = [
        TableColumn(say("heading-date"), whole=True),
        TableColumn(say("heading-what")),
        TableColumn(say("heading-killed"), numeric=True),
    ]
    ours = parts.esc(f" · {say('uploaded')}")
    body = [
        [
            parts.link(as_text.days(row), map_places.href(chosen, row, state.pinned_as_of())),
            parts.lines(parts.event_type(row["event_type"]), ours if row["is_uploaded"] else ""),
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
