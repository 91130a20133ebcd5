"""The map and its marks as files."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

import streamlit as st

from corridor import queries
from corridor.exchange.marks import marks_csv, marks_geojson
from corridor.filter import IncidentFilter
from corridor.maps.incident_map import Mode
from corridor.maps.map_sheet import map_svg, told_around
from corridor.maps.sheet import Told
from corridor.ui import parts
from corridor.ui.frame import cached, report_incident, viewer
from corridor.ui.frame.footer import credits_now
from corridor.ui.panels import drawn_map
from corridor.words import say

NAME: Final = "corridor-watch-map"
TYPES: Final = {
    "SVG": "image/svg+xml",
    "CSV": "text/csv",
    "GeoJSON": "application/geo+json",
}


def offer(chosen: IncidentFilter, mode: Mode, hidden: frozenset[str]) -> None:
    """Offer the map as a picture, and its marks as tables."""
    with st.popover(say("map-files")):
        parts.show(parts.paragraph(say("map-files-how"), quiet=True))
        with st.container(horizontal=True):
            for name, kind in TYPES.items():
                st.download_button(
                    name,
                    data=partial(_FILES[name], chosen, mode, hidden),
                    file_name=f"{NAME}.{name.lower()}",
                    mime=kind,
                    on_click="ignore",
                    key=f"map-file-{name.lower()}",
                )


def around(chosen: IncidentFilter, mode: Mode, size: drawn_map.Size) -> Told:
    """Return what stands round the map in a file."""
    place = report_incident.place(chosen)
    return told_around(
        chosen, drawn_map.counts(chosen, size), mode, report=place.label if place else "",
        ground=cached.region().ground, credits_of=credits_now(),
    )  # fmt: skip


def _svg(chosen: IncidentFilter, mode: Mode, hidden: frozenset[str]) -> str:
    size, theme = drawn_map.size(), viewer.theme()
    drawn = drawn_map.drawn(chosen, theme, viewer.is_small(), mode, tuple(sorted(hidden)))
    return map_svg(drawn.deck, size, around(chosen, mode, size), theme)


def _csv(chosen: IncidentFilter, _mode: Mode, _hidden: frozenset[str]) -> bytes:
    incidents = cached.answer(queries.map_incidents, chosen)
    return marks_csv(cached.answer(queries.map_places, chosen), incidents, chosen.measuring)


def _geojson(chosen: IncidentFilter, _mode: Mode, _hidden: frozenset[str]) -> bytes:
    reference = drawn_map.basemap().reference
    incidents = cached.answer(queries.map_incidents, chosen)
    places = cached.answer(queries.map_places, chosen)
    return marks_geojson(places, incidents, chosen.measuring, reference)


_FILES: Final[dict[str, Callable[[IncidentFilter, Mode, frozenset[str]], str | bytes]]] = {
    "SVG": _svg,
    "CSV": _csv,
    "GeoJSON": _geojson,
}
