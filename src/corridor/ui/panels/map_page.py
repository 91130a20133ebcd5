"""Where: the map with its legend, and the incident that was clicked; or two periods beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from corridor import answers, queries
from corridor.filter import IncidentFilter
from corridor.filter.selection import days_of
from corridor.geo import Place
from corridor.maps import incident_map as figure
from corridor.maps.incident_map import Mode
from corridor.maps.map_found import centre_of
from corridor.maps.sent_map import SentMap, sent_map
from corridor.palette import Theme
from corridor.texts import count_phrases, places_text
from corridor.ui import parts
from corridor.ui.frame import cached, report_incident, selecting, state, viewer
from corridor.ui.frame.drawing import draw_map, is_undrawable, mark_map
from corridor.ui.panels import (
    drawn_map,
    map_controls,
    map_files,
    map_legend,
    map_pair,
    map_places,
    map_search,
    map_selected,
    road_strips,
)
from corridor.ui.panels.nothing_here import nothing_here
from corridor.ui.parts import Html
from corridor.words import numbers as fmt
from corridor.words import say

MODES: Final[tuple[Mode, ...]] = ("points", "heat", "hexagons", "districts")
# Width and height in px of the Overview's map.
SMALL: Final = (660, 405)
_RESTED: Final = "map_rested"


def show(chosen: IncidentFilter) -> None:
    """Draw the page for a filter."""
    parts.show(parts.hidden_title(say("map-title", place=chosen.place())))
    if map_controls.is_two(chosen):
        map_pair.show(chosen)
    elif cached.summary(chosen).is_empty:
        parts.show(nothing_here(chosen, "map"))
        return
    else:
        _one(chosen)
    with st.container(key="cw-roads"):
        road_strips.show(chosen)


def _one(chosen: IncidentFilter) -> None:
    """Draw the map of the filter's period, which can be played."""
    wide, narrow = st.columns((10, 3), gap="medium")
    # What was opened stands where it is seen: beside the map, on a phone straight below it.
    below = narrow.container() if viewer.is_small() else None
    with narrow:
        mode, hidden = _controls(chosen)
    with below or narrow:
        map_selected.show(chosen)
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


def small(chosen: IncidentFilter) -> None:
    """Draw the overview's map with its key."""
    phone = viewer.is_small()
    size = figure.PHONE if phone else SMALL
    drawn, key = cached.kept(_small, chosen, viewer.theme(), size)
    draw_map(drawn, "small_map", size, cached.kept(drawn_map.message, chosen, size))
    picked = selecting.found(chosen)
    mark_map("small_map", map_selected.marks_of(picked.ids, chosen) if picked else None)
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
        report_place=report_incident.place(chosen),
        size=size,
        scroll_zoom=False,
    )
    counts = drawn_map.counts(chosen, size)
    return sent_map(deck, places, theme), parts.lines(
        parts.legend(
            [
                *map_legend.type_items(counts),
                *map_legend.beside_key(chosen, counts),
                *map_legend.marks_key(chosen),
                *map_legend.uploads_key(counts),
            ]
        ),
        parts.paragraph(places_text.caption(chosen, counts, cached.region().ground), quiet=True),
    )


def _told(chosen: IncidentFilter, mode: Mode, size: drawn_map.Size) -> tuple[Html, Html, str]:
    """Return the legend, what stands under the map, and what is not drawn."""
    places = cached.answer(queries.map_places, chosen)
    counts = drawn_map.counts(chosen, size)
    marked = map_legend.marked(chosen, counts)
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
    with st.container(horizontal=True):
        mode = map_controls.mode(MODES)
        hidden = map_controls.hidden_layers()
        map_files.offer(chosen, mode, hidden)
    map_controls.periods(chosen)
    return mode, hidden


def _deck(chosen: IncidentFilter, mode: Mode, hidden: frozenset[str], found: Place | None) -> str:
    """Draw the map, what is picked on it and the place that was found; return which map it is."""
    theme, phone = viewer.theme(), viewer.is_small()
    drawn = cached.kept(drawn_map.drawn, chosen, theme, phone, mode, tuple(sorted(hidden)))
    size = drawn_map.size()
    shares, layers = map_selected.over(chosen, mode, hidden, found)
    draw_map(
        drawn,
        "map",
        size,
        cached.kept(drawn_map.message, chosen, size),
        days=_days(chosen),
        outlines=layers,
        paper=cached.kept(map_files.around, chosen, mode, size),
        on_picked_change=partial(map_selected.pick_on, "map"),
        on_rested_change=_rested,
    )
    mark_map("map", shares, layers, centre_of(found) if found else None)
    return drawn.version


def _days(chosen: IncidentFilter) -> tuple[date, date]:
    """Return the days over which the map can be played: the filter's, or those of what it keeps."""
    found = cached.summary(chosen)
    first = chosen.date_from or found.first_date or drawn_map.window_end(chosen)
    return min(first, drawn_map.window_end(chosen)), drawn_map.window_end(chosen)


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
