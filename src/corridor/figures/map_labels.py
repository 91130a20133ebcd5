"""Names and numbers on the map.

Every label is drawn twice: a distance-field text in the colour of the halo below, the same
text plain above it, because distance-field text alone is blotchy. Arabic comes pre-shaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Literal

import pandas as pd
import pydeck as pdk

from corridor.figures.basemap import Basemap
from corridor.figures.map_layers import point_layer
from corridor.figures.map_text import safe, shape_arabic
from corridor.figures.palette import Rgba, Theme, rgba

Row = dict[str, Any]

FAMILY: Final = "IBM Plex Sans, IBM Plex Sans Arabic, sans-serif"
BOLD, _PLAIN = 600, 400
# How much is written, by the room there is: all; large names in one script; provinces only.
Detail = Literal["full", "medium", "low"]
_MEDIUM: Final = frozenset({"governorate", "neighbour", "town1", "place", "range"})
_LOW: Final = frozenset({"governorate", "neighbour", "country"})
PROVINCE_KINDS: Final = ("governorate", "neighbour")
# The fields of a label that its layer reads.
_FIELDS: Final = "tpscaog"
# Kind -> the layer a reader may switch off it belongs to (names of places when not here).
_GROUPS: Final = {
    "river": "rivers", "road": "roads", "road_name": "roads",
    "range": "hamrin", "range_ar": "hamrin",
}  # fmt: skip


def label(
    text: str,
    position: Sequence[float],
    ink: Rgba,
    size: float,
    *,
    weight: int = _PLAIN,
    anchor: str = "middle",
    shift: tuple[float, float] = (0, 0),
    angle: float = 0,
    halo: bool = True,
    opens: Row | None = None,
) -> Row:
    """Return one label: `size` and `shift` in px (y downwards), `angle` in degrees anticlockwise.

    `opens` is the mark (tooltip and ids) that a click on the label stands for.
    """
    return {
        "t": text,
        "p": [round(float(value), 4) for value in position],
        "s": size,
        "c": ink,
        "a": anchor,
        "o": list(shift),
        "g": angle,
        "w": weight,
        "halo": halo,
        "opens": opens,
    }


def has_arabic(hidden: frozenset[str], detail: Detail) -> bool:
    """Tell whether Arabic names are written."""
    return detail == "full" and "arabic" not in hidden


def name_rows(
    basemap: Basemap, theme: Theme, provinces: Sequence[str], hidden: frozenset[str], detail: Detail
) -> list[Row]:
    """Give the names placed by hand: towns, provinces, rivers, roads, countries, the range."""
    arabic = has_arabic(hidden, detail)
    rows: list[Row] = []
    for place in shown_labels(basemap, hidden, detail).itertuples():
        rows += _names_of(place, theme, provinces, arabic, detail)
    return rows


def shown_labels(basemap: Basemap, hidden: frozenset[str], detail: Detail) -> pd.DataFrame:
    """Give the labels that are neither switched off nor too many for the room there is."""
    labels = basemap.all_labels
    groups = labels["kind"].map(lambda kind: _GROUPS.get(kind, "labels"))
    kept = ~groups.isin(list(hidden))
    if detail != "full":
        kept &= labels["kind"].isin(_MEDIUM if detail == "medium" else _LOW)
    return labels[kept]


def _names_of(
    place: Any, theme: Theme, provinces: Sequence[str], arabic: bool, detail: Detail
) -> list[Row]:
    is_full = detail == "full"
    if place.kind in PROVINCE_KINDS and (not provinces or place.name in provinces):
        return _province(place, theme, arabic, 15 if is_full else 12)
    if place.kind in (*PROVINCE_KINDS, "country"):
        return _far(place, theme, arabic)
    if place.kind == "town1":
        return _town(place, theme, arabic, 13 if is_full else 12)
    if place.kind in ("town2", "place"):
        return [_small_town(place, theme, arabic)]
    return _feature_name(place, theme, arabic, is_full)


def _town(place: Any, theme: Theme, arabic: bool, size: float) -> list[Row]:
    """Give a town's name in ink, its Arabic name below."""
    spot, anchor = (place.lon, place.lat), str(place.anchor)
    rows = [label(safe(place.name), spot, rgba("ink", theme), size, weight=BOLD, anchor=anchor,
                  shift=(place.dx, place.dy))]  # fmt: skip
    if arabic:
        rows.append(label(shape_arabic(place.name_ar), spot, rgba("ink2", theme), 12,
                          anchor=anchor, shift=(place.dx, place.dy + 15)))  # fmt: skip
    return rows


def _small_town(place: Any, theme: Theme, arabic: bool) -> Row:
    """Give both names of a small town on one line; a place of the report in ink."""
    local = f"  {shape_arabic(place.name_ar)}" if arabic else ""
    is_marked = place.kind == "place"
    return label(
        safe(f"{place.name}{local}"), (place.lon, place.lat),
        rgba("ink" if is_marked else "ink2", theme), 12.5 if is_marked else 12,
        weight=BOLD if is_marked else _PLAIN, anchor=str(place.anchor),
        shift=(place.dx + 3 * is_marked, place.dy),
    )  # fmt: skip


def _province(place: Any, theme: Theme, arabic: bool, size: float) -> list[Row]:
    spot, ink = (place.lon, place.lat), rgba("ink", theme, 225)
    rows = [label(safe(str(place.name).upper()), spot, ink, size, weight=BOLD)]
    if arabic:
        rows.append(label(shape_arabic(place.name_ar), spot, ink, 15, weight=BOLD, shift=(0, 19)))
    return rows


def _far(place: Any, theme: Theme, arabic: bool) -> list[Row]:
    spot, ink = (place.lon, place.lat), rgba("ink3", theme)
    rows = [label(safe(str(place.name).upper()), spot, ink, 11)]
    if arabic:
        rows.append(label(shape_arabic(place.name_ar), spot, ink, 11, shift=(0, 14)))
    return rows


def _feature_name(place: Any, theme: Theme, arabic: bool, is_full: bool) -> list[Row]:
    """Give a river, a road or its number, or a letter of the range, turned as placed by hand."""
    styles: dict[str, tuple[str, float, int]] = {
        "river": ("water_ink", 11.5, _PLAIN),
        "road": ("ink2", 11, BOLD),
        "road_name": ("ink3", 11.5, _PLAIN),
        "range": ("ink3", 13 if is_full else 9, BOLD),
        "range_ar": ("ink3", 13, _PLAIN),
    }
    token, size, weight = styles[place.kind]
    text = safe(place.name) or (shape_arabic(place.name_ar) if arabic else "")
    return [label(text, (place.lon, place.lat), rgba(token, theme), size, weight=weight,
                  anchor=str(place.anchor), angle=float(place.angle),
                  shift=(place.dx, place.dy))] if text else []  # fmt: skip


def dot_layers(
    basemap: Basemap, theme: Theme, hidden: frozenset[str], detail: Detail
) -> list[pdk.Layer]:
    """Give the town dots and the rings of the road numbers."""
    shown = shown_labels(basemap, hidden, detail)
    towns = shown[shown["kind"].isin(["town1", "town2", "place"])]
    numbers = shown[shown["kind"] == "road"]
    ink, ground = rgba("ink2", theme), rgba("halo", theme)
    dots = [{"p": [place.lon, place.lat], "r": 2.4 if place.kind == "town2" else 3.4}
            for place in towns.itertuples()]  # fmt: skip
    rings = [{"p": [place.lon, place.lat], "r": 8} for place in numbers.itertuples()]
    return [point_layer("town-dots", dots, ink, 1.3, fill=ground),
            point_layer("road-rings", rings, rgba("road", theme), 1, fill=ground)]  # fmt: skip


def text_layers(rows: list[Row], theme: Theme) -> list[pdk.Layer]:
    """Return all labels as layers: halos below, then the text, one pair for each weight.

    Labels that open something stand in a layer of their own, on top, which can be picked.
    """
    thin, bold = ([row for row in rows if row["w"] == weight] for weight in (_PLAIN, BOLD))
    counts = [row for row in rows if row["opens"]]
    ground = rgba("halo", theme)
    return [
        _text("halo-400", [row for row in thin if row["halo"]], _PLAIN, ground),
        _text("halo-600", [row for row in bold if row["halo"]], BOLD, ground),
        _text("names-400", thin, _PLAIN, None),
        # Thin strokes lose ink when the texture is scaled down: a second pass gives it back.
        _text("names-again", thin, _PLAIN, None),
        _text("names-600", [row for row in bold if not row["opens"]], BOLD, None),
        _text("counts", counts, BOLD, None, **_PICKED),
    ]


# A count is picked with the ground round it: thin figures are hard to hit.
_PICKED: Final = {
    "pickable": True, "background": True, "background_padding": [5, 4],
    "get_background_color": [0, 0, 0, 1],
}  # fmt: skip


def _text(name: str, rows: list[Row], weight: int, halo: Rgba | None, **more: Any) -> pdk.Layer:
    """Give one text layer; with `halo` its blurred ground in that colour."""
    ground: dict[str, Any] = {
        "outline_width": 0.95,
        "outline_color": halo,
        "font_settings": {"sdf": True, "fontSize": 48, "buffer": 10, "radius": 16,
                          "cutoff": 0.18, "smoothing": 0.12},
    }  # fmt: skip
    plain: dict[str, Any] = {"font_settings": {"fontSize": 26, "buffer": 4}}
    read = [{key: row[key] for key in _FIELDS} | (row["opens"] if more else {}) for row in rows]
    return pdk.Layer(
        "TextLayer", id=name, data=read, get_text="t", get_position="p", get_size="s",
        get_angle="g", get_text_anchor="a", get_pixel_offset="o",
        get_alignment_baseline=pdk.types.String("center"),
        character_set=pdk.types.String("auto"), font_family=pdk.types.String(FAMILY),
        font_weight=weight, size_units=pdk.types.String("pixels"),
        _sub_layer_props={"characters": {"getColor": halo or "@@=c"}},
        **(ground if halo else plain), **more,
    )  # fmt: skip
