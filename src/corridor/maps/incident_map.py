"""Where: the map of incidents, drawn without any outside address.

`incident_deck` draws; what it shows and what it cannot, `answers.places` counts. Text fields are
escaped by Streamlit's tooltip; they carry no markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

import pandas as pd
import pydeck as pdk

from corridor.answers import Rates, ReportIncident
from corridor.answers.places import DISTRICT, DRAWN, EXACT, NEAR, PROVINCE, drawn_as, is_measured
from corridor.filter import IncidentFilter
from corridor.maps.basemap import Area, Basemap, load_basemap
from corridor.maps.map_counts import (
    district_counts,
    hexagon_counts,
    holds_number,
    province_counts,
    rim_counts,
    stack_counts,
)
from corridor.maps.map_density import (
    fullest,
    heat_layer,
    hexagon_km,
    hexagon_layer,
    hexagon_rows,
)
from corridor.maps.map_labels import Detail, Style, dot_layers, name_blocks, text_layers
from corridor.maps.map_layers import ground_layers, line_layers, point_layer, veil_layer
from corridor.maps.map_marks import (
    Row,
    beside_rows,
    district_layer,
    district_rows,
    exact_layers,
    exact_rows,
    near_layers,
    near_rows,
    province_rows,
    selection_layers,
    upload_layer,
)
from corridor.maps.map_placing import Block, Frame, Obstacles, placed
from corridor.maps.map_rates import rate_layer, rate_rows
from corridor.maps.map_text import safe, tooltip_of
from corridor.maps.map_view import (
    OfflineDeck,
    controller_of,
    detail_at,
    fitted_view,
)
from corridor.packs import Region
from corridor.palette import Theme, rgba
from corridor.words import numbers as fmt
from corridor.words import say

Mode = Literal["points", "heat", "hexagons", "districts"]
# Layers that a reader may switch off.
LAYERS: Final = (
    "exact", "near", "district", "governorate", "report", "labels", "arabic", "range", "roads",
    "rivers", "terrain",
)  # fmt: skip
# What opens something when clicked, lowest first.
PICKABLE: Final = (
    "rates", "districts", "near", "beside-inside", "report-inside", "exact", "hexagons", "beside",
    "report", "counts",
)  # fmt: skip
# Width and height in px that the first view is fitted to.
DESKTOP: Final = (1040, 735)
PHONE: Final = (358, 400)
_REPORT_RADIUS: Final = 11


@dataclass(frozen=True)
class ReportPlace:
    """The place of the report's incident, placed by hand (degrees, WGS 84), and its id."""

    latitude: float
    longitude: float
    label: str = ""
    incident_id: str = ""

    @classmethod
    def within(cls, found: ReportIncident | None, chosen: IncidentFilter) -> ReportPlace | None:
        """Return it if the incident has a place and was on a day of the filter's period."""
        if found is None or found.latitude is None or found.longitude is None:
            return None
        if not (chosen.date_from or date.min) <= found.day <= (chosen.date_to or date.max):
            return None
        label = say("report-incident", day=fmt.day(found.day))
        return cls(found.latitude, found.longitude, label, found.incident_id)


def layer_names(region: Region) -> dict[str, str]:
    """Return the layers of a region's map, each with its name as a reader chooses it."""
    return {
        layer: say(f"map-layer-{layer}", range=region.range)
        for layer in LAYERS
        if layer != "range" or region.range
    }


def incident_deck(
    places: pd.DataFrame,
    *,
    theme: Theme,
    basemap: Basemap,
    window_end: date,
    provinces: Sequence[str] | None = None,
    districts: Sequence[str] = (),
    small: bool = False,
    mode: Mode = "points",
    hidden: frozenset[str] = frozenset(),
    report_place: ReportPlace | None = None,
    terrain_url: str = "",
    size: tuple[int, int] | None = None,
    scroll_zoom: bool = True,
    rates: Rates | None = None,
    most: float | None = None,
) -> pdk.Deck:
    """Draw incidents by place, type, deaths and recency.

    `places` has one row per mark: geo_precision (1–7 or NULL), admin1, admin2, location, latitude,
    longitude, incidents, killed (NULL unknown), killed_unknown, first_date, last_date,
    event_type. Precision 1 is a point, 2 a disc of 25 km, 3 a shaded district, 4 a number under
    the province's name; the rest is for the list beside the map. Rows with `beside` are what others
    alone tell: rings, in no number. Where its `is_cell` is set, points are too many to be told
    apart: they are drawn as hexagons. `provinces` are lifted out of the veil and fitted (None: the
    region's, empty: all), or `districts` of them where some are chosen. `hidden` takes keys of
    `LAYERS`. `small` is a phone. `outline` draws what goes round an incident. `size` is the width
    and height in px that the first view is fitted to. `rates` colour districts in the mode of that
    name; a hexagon of `most` incidents has the full colour (None: the fullest). Show it with
    `st.pydeck_chart(deck, on_select="rerun", key=…)`.
    """
    chosen = basemap.region.provinces if provinces is None else provinces
    area = Area(tuple(chosen), tuple(districts))
    frame = first_frame(basemap, area, size or (PHONE if small else DESKTOP))
    view = frame.view
    detail = detail_at(view.zoom, small)
    mode = "hexagons" if mode == "points" and is_dense(places) else mode
    look = _Look(theme, basemap, area.provinces, hidden, detail, mode, hexagon_km(view.zoom), most)
    marks = _marks(places, look, window_end)
    coloured = rate_rows(rates, places, basemap, theme) if rates else []
    report_place = None if "report" in hidden else report_place
    inside, ring = _report_layers(report_place, theme)
    counts = district_counts(coloured, basemap, detail)
    written = placed([*_labels(marks, look), *counts], _obstacles(marks, look, report_place), frame)
    layers = [
        *ground_layers(basemap, theme, hidden, terrain_url),
        veil_layer(basemap, theme, area),
        rate_layer(coloured, theme) if rates else district_layer(marks.districts, theme),
        *line_layers(basemap, theme, area, hidden),
        *dot_layers([block.dot for block, _ in written if block.dot], theme),
        *near_layers(marks.near),
        # A ring is clicked in its middle too, below the series' own marks and the report's.
        point_layer(
            "beside-inside",
            marks.beside,
            rgba("ink2", theme),
            0,
            fill=[*rgba("ink2", theme)[:3], 1],
            pickable=True,
        ),
        inside,
        *_exact_layers(marks, look),
        point_layer("beside", marks.beside, rgba("ink2", theme), 1.6, pickable=True),
        upload_layer([] if mode == "heat" else marks.exact, marks.hexagons, theme),
        ring,
        *text_layers([row for _, rows in written for row in rows], theme),
    ]
    return OfflineDeck(
        layers=layers,
        views=[pdk.View(type="MapView", controller=controller_of(scroll_zoom))],
        map_provider=None,
        initial_view_state=view,
    )


def first_frame(basemap: Basemap, area: Area, size: tuple[int, int]) -> Frame:
    """Return the view that a map of an area opens with."""
    return Frame(fitted_view(basemap.bounds(area), size), size)


def outline(
    marked: pd.DataFrame,
    *,
    theme: Theme,
    basemap: Basemap,
    window_end: date,
    mode: Mode = "points",
    hidden: frozenset[str] = frozenset(),
) -> list[pdk.Layer]:
    """Return what goes round some marks, to lie above a deck of the same marks."""
    holding = marked.drop(columns="beside", errors="ignore")
    mode = "hexagons" if mode == "points" and is_dense(marked) else mode
    look = _Look(theme, basemap, (), hidden, "low", mode, hexagon_km(0))
    marks = _marks(holding, look, window_end)
    areas = [*marks.districts, *province_rows(marks.provinces, basemap)]
    return selection_layers(marks.exact, marks.near, areas, theme)


def fullest_hexagon(places: pd.DataFrame, basemap: Basemap, frame: Frame) -> int:
    """Return the count of the fullest hexagon that a map of places has, in its first view."""
    is_exact = (drawn_as(places, basemap.reference) == EXACT) & is_measured(places)
    return fullest(places[is_exact], hexagon_km(frame.view.zoom))


def is_dense(places: pd.DataFrame) -> bool:
    """Tell whether points and discs are so many that they are gathered in cells."""
    return "is_cell" in places and bool(places["is_cell"].any())


@dataclass(frozen=True)
class _Look:
    """How the map is drawn, whatever is on it."""

    theme: Theme
    basemap: Basemap
    provinces: tuple[str, ...]
    hidden: frozenset[str]
    detail: Detail
    mode: Mode
    hexagon_km: float
    most: float | None = None


@dataclass(frozen=True)
class _Marks:
    """The incidents as rows of layers; `points` and `provinces` are rows of `places`."""

    exact: list[Row]
    near: list[Row]
    districts: list[Row]
    hexagons: list[Row]
    beside: list[Row]
    points: pd.DataFrame
    provinces: pd.DataFrame


def _marks(places: pd.DataFrame, look: _Look, window_end: date) -> _Marks:
    kinds, is_own = drawn_as(places, look.basemap.reference), is_measured(places)
    others = places[~is_own & kinds.isin(set(DRAWN) - look.hidden)]
    places, kinds = places[is_own], kinds[is_own]
    in_districts = {EXACT, NEAR, DISTRICT} if look.mode == "districts" else set()
    shown = {kind: places[(kinds == kind) & (kind not in look.hidden | in_districts)]
             for kind in (EXACT, NEAR, DISTRICT, PROVINCE)}  # fmt: skip
    in_hexagons = look.mode == "hexagons"
    return _Marks(
        exact=[] if in_hexagons else exact_rows(shown[EXACT], look.theme, window_end),
        hexagons=hexagon_rows(shown[EXACT], look.theme, look.hexagon_km, look.most)
        if in_hexagons
        else [],
        beside=beside_rows(others, look.basemap),
        near=near_rows(shown[NEAR], look.theme, window_end),
        districts=district_rows(shown[DISTRICT], look.theme, look.basemap),
        points=shown[EXACT],
        provinces=shown[PROVINCE],
    )


def _exact_layers(marks: _Marks, look: _Look) -> list[pdk.Layer]:
    """Return the points, or the heat or the hexagons that stand in for them."""
    if look.mode == "heat":
        return [heat_layer(marks.points, look.theme)]
    if look.mode == "hexagons":
        return [hexagon_layer(marks.hexagons, look.theme)]
    return exact_layers(marks.exact, look.theme)


def _labels(marks: _Marks, look: _Look) -> list[Block]:
    theme, detail = look.theme, look.detail
    counts = province_counts(marks.provinces)
    return [
        *name_blocks(look.basemap, Style(theme, look.provinces, look.hidden, detail, counts)),
        *district_counts(marks.districts, look.basemap, detail),
        *rim_counts(marks.near, theme, detail),
        *(stack_counts(marks.exact, theme, detail) if look.mode == "points" else []),
        *hexagon_counts(marks.hexagons, theme),
    ]


def _obstacles(marks: _Marks, look: _Look, place: ReportPlace | None) -> Obstacles:
    """Return the marks that labels keep off: those with a number in them, and the ring, always."""
    seen = marks.exact if look.mode == "points" else []
    circles = [(holds_number(row), (*row["p"], row["r"] + 1)) for row in seen]
    ring = [(place.longitude, place.latitude, _REPORT_RADIUS + 2)] if place else []
    return Obstacles(
        firm=[*ring, *(circle for is_firm, circle in circles if is_firm)],
        soft=[circle for is_firm, circle in circles if not is_firm],
    )


def _report_layers(place: ReportPlace | None, theme: Theme) -> tuple[pdk.Layer, pdk.Layer]:
    """Return the inside of the ring, to lie below the points, and the ring, to lie above them."""
    spots = [
        {"p": [place.longitude, place.latitude], "r": _REPORT_RADIUS,
         "place": safe(place.label), "what": say("map-placed-by-hand"),
         "how": "", "term": f"incident:{place.incident_id}"}
        for place in (place,) if place
    ]  # fmt: skip
    ink = rgba("report", theme)
    return (
        point_layer("report-inside", spots, ink, 0, fill=[*ink[:3], 1], pickable=True),
        point_layer("report", spots, ink, 2.6, pickable=True),
    )


__all__ = [
    "DESKTOP", "LAYERS", "PHONE", "PICKABLE", "Area", "Basemap", "OfflineDeck", "ReportPlace",
    "first_frame", "fullest_hexagon", "incident_deck", "is_dense", "load_basemap", "outline",
    "tooltip_of",
]  # fmt: skip
