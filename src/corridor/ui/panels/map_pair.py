"""Two periods side by side: the filter's and the one it is compared with, under one camera.

Both maps open with the same view and are drawn to one scale; below stands what changed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import streamlit as st

from corridor import answers, queries
from corridor.answers import Changes, Rates, windows
from corridor.answers.changes import ALL
from corridor.filter import IncidentFilter
from corridor.geo import Place
from corridor.maps import incident_map as figure
from corridor.maps.incident_map import Mode
from corridor.maps.map_found import centre_of
from corridor.maps.sent_map import SentMap, sent_map
from corridor.palette import Theme
from corridor.texts import count_phrases, places_text, selection_text
from corridor.ui import parts
from corridor.ui.frame import cached, report_incident, selecting, viewer
from corridor.ui.frame.drawing import draw_map, is_undrawable, mark_map
from corridor.ui.panels import (
    drawn_map,
    map_controls,
    map_files,
    map_legend,
    map_places,
    map_search,
    map_selected,
)
from corridor.ui.panels.changes_table import every_change
from corridor.ui.parts import Html
from corridor.words import numbers as fmt
from corridor.words import say

# A surface of heat is drawn by what is in view: two of them have no common scale.
MODES: Final[tuple[Mode, ...]] = ("points", "hexagons", "districts")
# Names of the two maps, and of what moves them.
NAMES: Final = ("map_now", "map_then")
CAMERA: Final = "map_two"
# Width and height in px.
DESKTOP: Final = (664, 560)
PHONE: Final = (358, 340)

Filters = tuple[IncidentFilter, IncidentFilter]


@dataclass(frozen=True)
class _Drawing:
    """How both maps are drawn."""

    mode: Mode
    hidden: tuple[str, ...]
    theme: Theme
    is_small: bool

    @property
    def size(self) -> drawn_map.Size:
        return PHONE if self.is_small else DESKTOP


def show(chosen: IncidentFilter) -> None:
    """Draw both maps, their key, and what changed between the two."""
    found = cached.answer(answers.changes, chosen)
    filters = _filters(chosen, found)
    with st.container(horizontal=True, vertical_alignment="bottom", key="cw-map-two"):
        map_controls.periods(chosen)
        mode = map_controls.mode(MODES)
        hidden = map_controls.hidden_layers()
        place = map_search.ask(chosen)
    drawing = _Drawing(
        _alike(mode, filters), tuple(sorted(hidden)), viewer.theme(), viewer.is_small()
    )
    maps, told = cached.kept(_drawn, chosen, drawing), cached.kept(_told, chosen, drawing)
    if is_undrawable():
        parts.show(parts.notice(say("map-undrawable")))
    columns = st.columns(2, gap="small")
    for number, column in enumerate(columns):
        with column:
            head, foot = told[number]
            parts.show(head)
            _map(filters[number], NAMES[number], maps[number], drawing, place)
            parts.show(foot)
            _selected(filters[number])
    parts.show(_key(drawing, chosen, found))
    every_change(chosen)


def _filters(chosen: IncidentFilter, found: Changes) -> Filters:
    """Return the filter of either map: of the period, and of the days compared with."""
    if found.windows is None:
        raise ValueError(chosen)
    return chosen, replace(windows.within(chosen, found.windows.asked), compare="")


def _alike(mode: Mode, filters: Filters) -> Mode:
    """Return how both are drawn: where one has too many points to tell apart, neither has any."""
    places = [cached.answer(queries.map_places, each) for each in filters]
    return "hexagons" if mode == "points" and any(map(figure.is_dense, places)) else mode


def _drawn(chosen: IncidentFilter, drawing: _Drawing) -> tuple[SentMap, SentMap]:
    """Draw both maps without what is picked on them, to one scale."""
    found = cached.answer(answers.changes, chosen)
    filters = _filters(chosen, found)
    places = [cached.answer(queries.map_places, each) for each in filters]
    most = _fullest(filters, found, drawing.size)
    rates = _rates(chosen, drawing.mode)
    now, then = (
        sent_map(
            figure.incident_deck(
                places[number],
                theme=drawing.theme,
                basemap=drawn_map.basemap(),
                window_end=drawn_map.window_end(each),
                provinces=each.provinces,
                districts=each.districts,
                small=True,
                mode=drawing.mode,
                hidden=frozenset(drawing.hidden),
                report_place=report_incident.place(each),
                size=drawing.size,
                scroll_zoom=not drawing.is_small,
                rates=rates[number],
                most=most[number],
            ),
            places[number],
            drawing.theme,
        )
        for number, each in enumerate(filters)
    )
    return now, then


def _rates(chosen: IncidentFilter, mode: Mode) -> tuple[Rates, Rates] | tuple[None, None]:
    found = cached.answer(answers.compared_rates, chosen) if mode == "districts" else None
    return found or (None, None)


def _fullest(filters: Filters, found: Changes, size: drawn_map.Size) -> tuple[float, float]:
    """Return the count of a hexagon in full colour on either map: as many a day."""
    days = _lengths(found)
    counts = [
        figure.fullest_hexagon(
            cached.answer(queries.map_places, each), drawn_map.basemap(),
            drawn_map.frame(each, size),
        )
        for each in filters
    ]  # fmt: skip
    a_day = max(count / length for count, length in zip(counts, days, strict=True))
    return a_day * days[0], a_day * days[1]


def _lengths(found: Changes) -> tuple[int, int]:
    """Return the covered days of either period; the same number where counts compare."""
    (whole,) = found.of(ALL)
    return whole.days, whole.days_before


def _told(chosen: IncidentFilter, drawing: _Drawing) -> list[tuple[Html, Html]]:
    """Return what stands above and below either map."""
    found, rates = cached.answer(answers.changes, chosen), _rates(chosen, drawing.mode)
    return [
        (_head(each, found, number), _foot(each, drawing, rates[number]))
        for number, each in enumerate(_filters(chosen, found))
    ]


def _head(chosen: IncidentFilter, found: Changes, number: int) -> Html:
    """Name the days of a map, its count, and the average month where that is to be compared."""
    told = [count_phrases.incidents_phrase(cached.summary(chosen))]
    (whole,) = found.of(ALL)
    if whole.a_month:
        told.append(say("map-two-a-month", mean=fmt.number(whole.a_month[number], 1)))
    told.append(count_phrases.covered_phrase(cached.summary(chosen)))
    joined = say("between-clauses").join(part for part in told if part)
    return parts.section(chosen.period(), joined)


def _foot(chosen: IncidentFilter, drawing: _Drawing, rates: Rates | None) -> Html:
    counts = drawn_map.counts(chosen, drawing.size)
    items = [
        *map_legend.type_items(counts),
        *map_legend.beside_key(chosen, counts),
        *map_legend.uploads_key(counts),
    ]
    told = [places_text.caption(chosen, counts, cached.region().ground)]
    keys = [parts.legend(items)]
    if rates:
        classes = map_legend.rate_items(rates, drawing.theme)
        keys.append(parts.legend(classes, map_legend.rate_title(rates)))
        told.append(map_legend.rate_notes(rates))
    return parts.lines(*keys, parts.paragraph(fmt.sentences(*told), quiet=True))


def _map(
    chosen: IncidentFilter, name: str, drawn: SentMap, drawing: _Drawing, found: Place | None
) -> None:
    size = drawing.size
    shares, layers = map_selected.over(chosen, drawing.mode, frozenset(drawing.hidden), found)
    draw_map(
        drawn,
        name,
        size,
        fmt.sentences(f"{chosen.period()}.", cached.kept(drawn_map.message, chosen, size)),
        outlines=layers,
        paper=cached.kept(map_files.around, chosen, drawing.mode, size),
        camera=CAMERA,
        on_picked_change=partial(map_selected.pick_on, name),
    )
    mark_map(name, shares, layers, centre_of(found) if found else None)
    if is_undrawable():
        parts.show(map_places.in_words(chosen))


def _selected(chosen: IncidentFilter) -> None:
    """List what is selected in the days of a map."""
    picked = selecting.found(chosen)
    if picked is None:
        return
    if not picked.ids:
        parts.show(parts.paragraph(say("map-two-none-selected"), quiet=True))
        return
    parts.show(parts.paragraph(selection_text.selected(picked, cached.summary(chosen))))
    parts.show(map_selected.listed(picked, chosen))


def _key(drawing: _Drawing, chosen: IncidentFilter, found: Changes) -> Html:
    """Name what both maps have: their marks and sizes, and how the two are to be read."""
    keys = (
        [parts.legend(map_legend.marks_key(*_filters(chosen, found)))]
        if drawing.mode != "districts"
        else []
    )
    if drawing.mode == "points":
        keys += map_legend.points_key()
    lengths = _lengths(found)
    told = [say("map-two-how-to-read")]
    if lengths[0] != lengths[1]:
        told.append(say("map-two-lengths", now=lengths[0], then=lengths[1]))
    return parts.lines(*keys, parts.paragraph(fmt.sentences(*told), quiet=True))
