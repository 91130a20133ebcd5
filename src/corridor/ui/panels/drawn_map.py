"""The map of a filter: its ground, its first view, what it counts, and the map itself."""

from __future__ import annotations

from datetime import date

from corridor import answers, queries
from corridor.answers import LegendCounts
from corridor.answers.places import districts, legend_counts, type_counts
from corridor.filter import IncidentFilter
from corridor.maps import incident_map as figure
from corridor.maps.incident_map import Area, Basemap, Mode, load_basemap
from corridor.maps.map_placing import Frame
from corridor.maps.sent_map import SentMap, sent_map
from corridor.palette import Theme
from corridor.texts import places_text
from corridor.ui.frame import cached, report_incident, viewer

Size = tuple[int, int]


def size() -> Size:
    """Return the width and height in px that the page's map is made for."""
    return figure.PHONE if viewer.is_small() else figure.DESKTOP


def basemap() -> Basemap:
    """Return the ground of the region that is looked at."""
    return load_basemap(cached.settings_now().reference_dir, cached.region())


def frame(chosen: IncidentFilter, size: Size) -> Frame:
    """Return the view that a filter's map opens with."""
    return figure.first_frame(basemap(), Area(chosen.provinces, chosen.districts), size)


def counts(chosen: IncidentFilter, size: Size) -> LegendCounts:
    """Count what a map of that size draws of the marks, and what it cannot."""
    places = cached.answer(queries.map_places, chosen)
    counted = cached.answer(type_counts, chosen)
    return legend_counts(places, counted, basemap().reference, frame(chosen, size).shows)


def message(chosen: IncidentFilter, size: Size) -> str:
    """Return what the map says, as its text alternative."""
    return places_text.message(chosen, counts(chosen, size), cached.answer(districts, chosen))


def drawn(
    chosen: IncidentFilter, theme: Theme, phone: bool, mode: Mode, hidden: tuple[str, ...]
) -> SentMap:
    """Draw the map without what was clicked on it."""
    places = cached.answer(queries.map_places, chosen)
    rates = cached.answer(answers.district_rates, chosen) if mode == "districts" else None
    deck = figure.incident_deck(
        places,
        theme=theme,
        basemap=basemap(),
        window_end=window_end(chosen),
        provinces=chosen.provinces,
        districts=chosen.districts,
        small=phone,
        mode=mode,
        hidden=frozenset(hidden),
        report_place=report_incident.place(chosen),
        scroll_zoom=not phone,
        rates=rates,
    )
    if places["incidents"].sum() > queries.MOST_PLAYED:
        return sent_map(deck, places, theme, rates=rates)
    incidents = cached.answer(queries.map_incidents, chosen)
    road = cached.answer(answers.roads, chosen).profile(places, incidents)
    return sent_map(
        deck, places, theme, cached.answer(queries.map_grains, chosen), road=road, rates=rates
    )


def window_end(chosen: IncidentFilter) -> date:
    """Return the day that a mark's age is told to."""
    return chosen.date_to or cached.options().series_last
