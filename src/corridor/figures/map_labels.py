"""Names and numbers on the map.

Every label is drawn twice: a distance-field text in the colour of the halo below, the same
text plain above it, because distance-field text alone is blotchy. Arabic comes pre-shaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
import pydeck as pdk
import shapely

from corridor.figures import format as fmt
from corridor.figures.basemap import Basemap
from corridor.figures.map_text import safe, shape_arabic
from corridor.figures.palette import Rgba, Theme, rgba

Row = dict[str, Any]

FAMILY: Final = "IBM Plex Sans, IBM Plex Sans Arabic, sans-serif"
_ANCHORS: Final = {"right": "start", "left": "end", "center": "middle"}
_BOLD, _PLAIN = 600, 400
_GAP: Final = 8
_HAMRIN: Final = "HAMRIN RANGE"
# Where along the crest the letters stand, and the Arabic name under it.
_HAMRIN_SPREAD: Final = (0.16, 0.56)
_HAMRIN_ARABIC: Final = 0.30


def label(
    text: str,
    position: Sequence[float],
    ink: Rgba,
    size: float,
    *,
    weight: int = _PLAIN,
    side: str = "center",
    shift: tuple[float, float] = (0, 0),
    angle: float = 0,
) -> Row:
    """Give one label: `size` and `shift` in px (y downwards), `angle` in degrees anticlockwise."""
    return {
        "t": text,
        "p": [round(float(value), 4) for value in position],
        "s": size,
        "c": ink,
        "a": _ANCHORS[side],
        "o": list(shift),
        "g": angle,
        "w": weight,
    }


def name_rows(
    basemap: Basemap, theme: Theme, provinces: Sequence[str], hidden: frozenset[str], small: bool
) -> list[Row]:
    """Give the names placed by hand: towns, provinces, rivers, roads, countries, the range."""
    shown = basemap.labels
    if small:
        shown = shown[shown["small"] == 1]
    arabic = not small and "arabic" not in hidden
    rows: list[Row] = []
    for place in shown.itertuples():
        if _is_hidden(str(place.kind), hidden):
            continue
        rows += _names_of(place, theme, provinces, arabic)
    if "hamrin" not in hidden:
        rows += hamrin_rows(basemap, theme, arabic, small)
    return rows


def _is_hidden(kind: str, hidden: frozenset[str]) -> bool:
    group = {"river": "rivers", "road": "roads", "road-number": "roads"}.get(kind, "labels")
    return group in hidden


def _names_of(place: Any, theme: Theme, provinces: Sequence[str], arabic: bool) -> list[Row]:
    makers = {"town": _town, "governorate": _province, "country": _far}
    if place.kind in makers:
        return makers[place.kind](place, theme, provinces, arabic)
    return [_along(place, theme)]


def _town(place: Any, theme: Theme, _: Sequence[str], arabic: bool) -> list[Row]:
    spot, side = (place.lon, place.lat), str(place.side)
    across = {"right": _GAP, "left": -_GAP, "center": 0}[side] + place.dx
    local = shape_arabic(place.name_ar) if arabic else ""
    ink, ink2 = rgba("ink", theme), rgba("ink2", theme)
    if place.rank > 1:
        text = f"{place.name}  {local}" if local else str(place.name)
        return [label(safe(text), spot, ink2, 12, side=side, shift=(across, place.dy))]
    rows = [label(safe(place.name), spot, ink, 13, weight=_BOLD, side=side, shift=(across, place.dy))]
    if local:
        rows.append(label(local, spot, ink2, 12, side=side, shift=(across, place.dy + 15)))
    return rows


def _province(place: Any, theme: Theme, provinces: Sequence[str], arabic: bool) -> list[Row]:
    if provinces and place.name not in provinces:
        return _far(place, theme, provinces, arabic)
    spot, ink = (place.lon, place.lat), rgba("ink", theme, 225)
    rows = [label(safe(place.name.upper()), spot, ink, 15, weight=_BOLD)]
    if arabic:
        rows.append(label(shape_arabic(place.name_ar), spot, ink, 15, weight=_BOLD, shift=(0, 19)))
    return rows


def _far(place: Any, theme: Theme, _: Sequence[str], arabic: bool) -> list[Row]:
    spot, ink = (place.lon, place.lat), rgba("ink3", theme)
    rows = [label(safe(place.name.upper()), spot, ink, 11)]
    if arabic and place.name_ar:
        rows.append(label(shape_arabic(place.name_ar), spot, ink, 11, shift=(0, 14)))
    return rows


def _along(place: Any, theme: Theme) -> Row:
    """Give the name of a river or a road, turned along it, or the number of a road."""
    spot = (place.lon, place.lat)
    if place.kind == "road-number":
        return label(safe(place.name), spot, rgba("ink2", theme), 11, weight=_BOLD)
    token = "water_ink" if place.kind == "river" else "ink3"
    return label(
        safe(place.name), spot, rgba(token, theme), 11.5, angle=float(place.angle),
        shift=(place.dx, place.dy),
    )  # fmt: skip


def hamrin_rows(basemap: Basemap, theme: Theme, arabic: bool, small: bool) -> list[Row]:
    """Give the name of the range, letter by letter along its crest."""
    crest = next(
        shape for item, shape in zip(basemap.reference.areas.properties,
                                     basemap.reference.areas.shapes, strict=True)
        if item["slug"] == "hamrin"
    )  # fmt: skip
    ink, size = rgba("ink3", theme), 10 if small else 13
    spots = np.linspace(*_HAMRIN_SPREAD, len(_HAMRIN))
    turn = _slope(crest, *_HAMRIN_SPREAD)
    rows = [
        label(letter, _point(crest, spot), ink, size, weight=_BOLD, angle=turn)
        for letter, spot in zip(_HAMRIN, spots, strict=True)
        if letter != " "
    ]
    if arabic:
        where = _point(crest, _HAMRIN_ARABIC)
        rows.append(label(
            shape_arabic("جبال حمرين"), where, ink, 13, angle=turn, shift=(-12, 24),
        ))  # fmt: skip
    return rows


def _point(line: Any, share: float) -> tuple[float, float]:
    point = shapely.line_interpolate_point(line, share, normalized=True)
    return float(point.x), float(point.y)


def _slope(line: Any, first: float, last: float) -> float:
    """Give the angle on a Mercator map between two places of a line, in degrees."""
    (west, south), (east, north) = _point(line, first), _point(line, last)
    stretch = np.cos(np.radians((south + north) / 2))
    return round(float(np.degrees(np.arctan2((north - south) / stretch, east - west))), 1)


def province_count_rows(
    places: pd.DataFrame, basemap: Basemap, theme: Theme, small: bool, arabic: bool
) -> list[Row]:
    """Give "+8" under the name of each province for incidents known no better."""
    ink = rgba("ink", theme)
    named = basemap.labels[basemap.labels["kind"] == "governorate"].set_index("name")
    rows = []
    for admin1, count in places.groupby("admin1")["incidents"].sum().items():
        by_hand = str(admin1) in named.index
        spot = (
            (named.loc[admin1, "lon"], named.loc[admin1, "lat"])
            if by_hand
            else basemap.province_anchor(str(admin1))
        )
        below = (38 if arabic and not small else 18) if by_hand else 0
        rows.append(label(f"+{fmt.number(int(count))}", spot, ink, 12, weight=_BOLD,
                          shift=(0, below)))  # fmt: skip
    return rows


def district_count_rows(rows: list[Row], basemap: Basemap, places: pd.DataFrame, theme: Theme,
                        small: bool) -> list[Row]:  # fmt: skip
    """Give "10 in Hawija district" in the colour of the shading (the bare count when small)."""
    labels = []
    for row, place in zip(rows, places.itertuples(), strict=True):
        text = fmt.number(row["n"]) if small else f"{fmt.number(row['n'])} in {row['place']}"
        where = basemap.district_anchor(str(place.admin1), str(place.admin2))
        labels.append(label(safe(text), where, [*row["c"][:3], 255], 12, weight=_BOLD))
    return labels


def rim_count_rows(near: list[Row], theme: Theme) -> list[Row]:
    """Give the number of incidents of a disc at the top of its rim, when there are several."""
    north = 25 / 111.2
    return [
        label(fmt.number(row["n"]), (row["p"][0], row["p"][1] + north), rgba("ink2", theme), 12,
              weight=_BOLD)
        for row in near
        if row["n"] > 1
    ]  # fmt: skip


def stack_count_rows(exact: list[Row], theme: Theme) -> list[Row]:
    """Give the number of incidents at one exact place, in the mark or at its upper right."""
    rows = []
    for row in exact:
        if row["n"] < 2:
            continue
        text = fmt.number(row["n"])
        if row["r"] >= 5 + 3.4 * len(text):
            ink = rgba("bg" if row["c"][3] > 140 else "ink", theme)
            rows.append(label(text, row["p"], ink, 11, weight=_BOLD))
        else:
            off = round(0.7 * row["r"] + 2)
            rows.append(label(text, row["p"], [*row["c"][:3], 255], 11, weight=_BOLD,
                              side="right", shift=(off, -off - 3)))  # fmt: skip
    return rows


def dot_layers(basemap: Basemap, theme: Theme, hidden: frozenset[str], small: bool) -> list[pdk.Layer]:
    """Give the town dots and the rings of the road numbers."""
    shown = basemap.labels[basemap.labels["small"] == 1] if small else basemap.labels
    towns = shown[(shown["kind"] == "town") & ("labels" not in hidden)]
    numbers = shown[(shown["kind"] == "road-number") & ("roads" not in hidden)]
    ink, ground = rgba("ink2", theme), rgba("halo", theme)
    dots = [{"p": [place.lon, place.lat], "r": 3.4 if place.rank == 1 else 2.4}
            for place in towns.itertuples()]  # fmt: skip
    rings = [{"p": [place.lon, place.lat], "r": 8} for place in numbers.itertuples()]
    return [_dots("town-dots", dots, ink, ground, 1.3),
            _dots("road-rings", rings, rgba("road", theme), ground, 1)]  # fmt: skip


def _dots(name: str, rows: list[Row], ink: Rgba, fill: Rgba, width: float) -> pdk.Layer:
    return pdk.Layer(
        "ScatterplotLayer", id=name, data=rows, get_position="p", get_radius="r",
        radius_units=pdk.types.String("pixels"), get_fill_color=fill, stroked=True,
        get_line_color=ink, get_line_width=width, line_width_units=pdk.types.String("pixels"),
    )  # fmt: skip


def text_layers(rows: list[Row], theme: Theme) -> list[pdk.Layer]:
    """Give all labels as layers: halos below, then the text, one pair for each weight."""
    layers = []
    for weight in (_PLAIN, _BOLD):
        kept = [{name: row[name] for name in "tpscaog"} for row in rows if row["w"] == weight]
        layers.append(_text(f"halo-{weight}", kept, weight, rgba("halo", theme)))
        layers.append(_text(f"names-{weight}", kept, weight, None))
    return layers


def _text(name: str, rows: list[Row], weight: int, halo: Rgba | None) -> pdk.Layer:
    """Give one text layer; with `halo` its blurred ground in that colour."""
    ground: dict[str, Any] = {
        "outline_width": 0.95,
        "outline_color": halo,
        "font_settings": {"sdf": True, "fontSize": 48, "buffer": 10, "radius": 16,
                          "cutoff": 0.18, "smoothing": 0.12},
    }  # fmt: skip
    plain: dict[str, Any] = {"font_settings": {"fontSize": 28, "buffer": 4}}
    return pdk.Layer(
        "TextLayer", id=name, data=rows, get_text="t", get_position="p", get_size="s",
        get_angle="g", get_text_anchor="a", get_pixel_offset="o",
        get_alignment_baseline=pdk.types.String("center"),
        character_set=pdk.types.String("auto"), font_family=pdk.types.String(FAMILY),
        font_weight=weight, size_units=pdk.types.String("pixels"),
        _sub_layer_props={"characters": {"getColor": halo or "@@=c"}},
        **(ground if halo else plain),
    )  # fmt: skip
