"""Names and numbers on the map.

Every label is drawn twice: a distance-field text in the colour of the halo below, the same
text plain above it, because distance-field text alone is blotchy. Arabic comes pre-shaped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final, Literal

import pandas as pd
import pydeck as pdk

from corridor.maps.basemap import Basemap
from corridor.maps.map_layers import point_layer
from corridor.maps.map_placing import Block, Row, around, nudges
from corridor.maps.map_text import safe, shape_arabic
from corridor.palette import Rgba, Theme, rgba

FAMILY: Final = "IBM Plex Sans, IBM Plex Sans Arabic, sans-serif"
BOLD, _PLAIN = 600, 400
# How much is written, by the room there is: all; large names in one script; provinces only.
Detail = Literal["full", "medium", "low"]
_MEDIUM: Final = frozenset({"governorate", "neighbour", "town1", "place", "range"})
_LOW: Final = frozenset({"governorate", "neighbour", "country"})
PROVINCE_KINDS: Final = ("governorate", "neighbour")
# In which order blocks find their room, see `Block`: what cannot move before what can.
(
    NUMBER, _PROVINCE, _PLACE, _RANGE, STACK, DISTRICT, RIM, _LARGE, HEXAGON, _ROAD, _SMALL,
    _FEATURE, _FAR,
) = range(13)  # fmt: skip
# The fields of a label that its layer reads.
_FIELDS: Final = "tpscaog"
# Kind -> the layer a reader may switch off it belongs to (names of places when not here).
_GROUPS: Final = {
    "river": "rivers", "road": "roads", "road_name": "roads",
    "range": "range", "range_ar": "range",
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


@dataclass(frozen=True)
class Style:
    """How names are written; `counts` are those under a province's name, and what they open."""

    theme: Theme
    provinces: Sequence[str]
    hidden: frozenset[str]
    detail: Detail
    counts: Mapping[str, tuple[str, Row]]

    @property
    def arabic(self) -> bool:
        """Tell whether Arabic names are written."""
        return self.is_full and "arabic" not in self.hidden

    @property
    def is_full(self) -> bool:
        """Tell whether there is room for all names."""
        return self.detail == "full"


def name_blocks(basemap: Basemap, style: Style) -> list[Block]:
    """Return the names placed by hand: towns, provinces, rivers, roads, countries, the range."""
    shown = shown_labels(basemap, style.hidden, style.detail)
    letters = shown["kind"] == "range"
    blocks = [_block(place, style) for place in shown[~letters].itertuples()]
    named = set(shown.loc[shown["kind"].isin(PROVINCE_KINDS), "name"])
    bare = basemap.all_labels[basemap.all_labels["kind"].isin(PROVINCE_KINDS)]
    rest = bare[bare["name"].isin(set(style.counts) - named)]
    return [
        *(block for block in blocks if block),
        *([_range(list(shown[letters].itertuples()), style)] if letters.any() else []),
        *(_counted(place, [], style) for place in rest.itertuples()),
    ]


def shown_labels(basemap: Basemap, hidden: frozenset[str], detail: Detail) -> pd.DataFrame:
    """Return the labels that are neither switched off nor too many for the room there is."""
    labels = basemap.all_labels
    groups = labels["kind"].map(lambda kind: _GROUPS.get(kind, "labels"))
    kept = ~groups.isin(list(hidden))
    if detail != "full":
        kept &= labels["kind"].isin(_MEDIUM if detail == "medium" else _LOW)
    return labels[kept]


def _block(place: Any, style: Style) -> Block | None:
    if place.kind in PROVINCE_KINDS and (not style.provinces or place.name in style.provinces):
        return _counted(place, _province(place, style), style)
    if place.kind in (*PROVINCE_KINDS, "country"):
        rows = _far(place, style)
        if place.name in style.counts:
            return _counted(place, rows, style)
        return Block(_FAR, [*nudges(rows, (60, 42)), *nudges(rows[:1], (60, 42))], may_cover=True)
    if place.kind in ("town1", "town2", "place"):
        return _town(place, style)
    rows = _feature_name(place, style)
    rank = _ROAD if place.kind in ("road", "road_name") else _FEATURE
    is_numbered = place.kind == "road"
    ring = {"p": [place.lon, place.lat], "r": 8, "of": "roads"} if is_numbered else None
    return Block(rank, [rows], dot=ring) if rows else None


def _counted(place: Any, names: list[Row], style: Style) -> Block:
    """Return a province's name and, below it, the incidents that are known no better."""
    rows = list(names)
    if place.name in style.counts:
        text, opens = style.counts[place.name]
        lowest = max((row["o"][1] + row["s"] for row in names), default=0)
        size = 12.5 if any(row["s"] > 12 for row in names) else 11
        rows.append(label(text, (place.lon, place.lat), rgba("ink", style.theme), size,
                          weight=BOLD, opens=opens,
                          shift=(0, round(lowest + 4)) if names else (0, 0)))  # fmt: skip
    return Block(_PROVINCE, nudges(rows, (100, 70)), may_cover=True, stays=len(rows) > len(names))


def _town(place: Any, style: Style) -> Block:
    """Return a town's name: a large one with its Arabic name below, a small one on one line."""
    is_large = place.kind == "town1"
    rows = _large_town(place, style) if is_large else [_small_town(place, style, style.arabic)]
    short = rows[:1] if is_large else [_small_town(place, style, False)]
    gap = 14 if place.kind == "place" else 8
    dot = {"p": [place.lon, place.lat], "r": 2.4 if place.kind == "town2" else 3.4, "of": "towns"}
    ways = around(rows, gap)
    if style.arabic:
        ways += around(short, gap)
    rank = {"place": _PLACE, "town1": _LARGE, "town2": _SMALL}[place.kind]
    return Block(rank, ways, may_cover=place.kind != "town2", dot=dot)


def _large_town(place: Any, style: Style) -> list[Row]:
    spot, anchor = (place.lon, place.lat), str(place.anchor)
    rows = [label(safe(place.name), spot, rgba("ink", style.theme), 13 if style.is_full else 12,
                  weight=BOLD, anchor=anchor, shift=(place.dx, place.dy))]  # fmt: skip
    if style.arabic:
        rows.append(label(shape_arabic(place.name_ar), spot, rgba("ink2", style.theme), 12,
                          anchor=anchor, shift=(place.dx, place.dy + 15)))  # fmt: skip
    return rows


def _small_town(place: Any, style: Style, arabic: bool) -> Row:
    """Return both names of a small town on one line; a place of the report in ink."""
    local = f"  {shape_arabic(place.name_ar)}" if arabic else ""
    is_marked = place.kind == "place"
    return label(
        safe(f"{place.name}{local}"), (place.lon, place.lat),
        rgba("ink" if is_marked else "ink2", style.theme), 12.5 if is_marked else 12,
        weight=BOLD if is_marked else _PLAIN, anchor=str(place.anchor),
        shift=(place.dx + 3 * is_marked, place.dy),
    )  # fmt: skip


def _province(place: Any, style: Style) -> list[Row]:
    spot, ink = (place.lon, place.lat), rgba("ink", style.theme, 225)
    rows = [label(safe(str(place.name).upper()), spot, ink, 15 if style.is_full else 12,
                  weight=BOLD)]  # fmt: skip
    if style.arabic:
        rows.append(label(shape_arabic(place.name_ar), spot, ink, 15, weight=BOLD, shift=(0, 19)))
    return rows


def _far(place: Any, style: Style) -> list[Row]:
    spot, ink = (place.lon, place.lat), rgba("ink3", style.theme)
    rows = [label(safe(str(place.name).upper()), spot, ink, 11)]
    if style.arabic:
        rows.append(label(shape_arabic(place.name_ar), spot, ink, 11, shift=(0, 14)))
    return rows


def _range(letters: list[Any], style: Style) -> Block:
    """Return the range's name, written letter by letter along its crest.

    Its first word stands alone where there is no room for the second, after the widest gap.
    """
    gaps = [after.lon - before.lon for before, after in pairwise(letters)]
    first = gaps.index(max(gaps)) + 1
    rows = [row for letter in letters for row in _feature_name(letter, style)]
    return Block(_RANGE, [rows, rows[:first]], may_cover=True)


def _feature_name(place: Any, style: Style) -> list[Row]:
    """Return a river, a road or its number, or a letter of the range, turned as placed by hand."""
    styles: dict[str, tuple[str, float, int]] = {
        "river": ("water_ink", 11.5, _PLAIN),
        "road": ("ink2", 11, BOLD),
        "road_name": ("ink3", 11.5, _PLAIN),
        "range": ("ink3", 13 if style.is_full else 9, BOLD),
        "range_ar": ("ink3", 13, _PLAIN),
    }
    token, size, weight = styles[place.kind]
    text = safe(place.name) or (shape_arabic(place.name_ar) if style.arabic else "")
    return [label(text, (place.lon, place.lat), rgba(token, style.theme), size, weight=weight,
                  anchor=str(place.anchor), angle=float(place.angle),
                  shift=(place.dx, place.dy))] if text else []  # fmt: skip


def dot_layers(dots: list[Row], theme: Theme) -> list[pdk.Layer]:
    """Return the dots of towns and the rings of road numbers, of those that are written."""
    ink, ground = rgba("ink2", theme), rgba("halo", theme)
    towns, rings = ([dot for dot in dots if dot["of"] == kind] for kind in ("towns", "roads"))
    return [point_layer("town-dots", towns, ink, 1.3, fill=ground),
            point_layer("road-rings", rings, rgba("road", theme), 1, fill=ground)]  # fmt: skip


def text_layers(rows: list[Row], theme: Theme) -> list[pdk.Layer]:
    """Return all labels as layers: halos below, then the text, one pair for each weight.

    Labels that open something stand in a layer of their own, on top, which can be picked.
    """
    thin, bold = ([row for row in rows if row["w"] == weight] for weight in (_PLAIN, BOLD))
    counts, names = [row for row in rows if row["opens"]], [row for row in bold if not row["opens"]]
    ground = rgba("halo", theme)
    return [
        text_layer("halo-400", [row for row in thin if row["halo"]], _PLAIN, ground),
        text_layer(
            "halo-600", [row for row in bold if row["halo"] and not row["opens"]], BOLD, ground
        ),
        text_layer("names-400", thin, _PLAIN, None),
        # Thin strokes lose ink when the texture is scaled down: a second pass gives it back.
        text_layer("names-again", thin, _PLAIN, None),
        text_layer("names-600", names, BOLD, None),
        text_layer("halo-counts", [row for row in counts if row["halo"]], BOLD, ground),
        text_layer("counts", counts, BOLD, None, **_PICKED),
    ]


# A count is picked with the ground round it: thin figures are hard to hit.
_PICKED: Final = {
    "pickable": True, "background": True, "background_padding": [5, 4],
    "get_background_color": [0, 0, 0, 1],
}  # fmt: skip


def text_layer(
    name: str, rows: list[Row], weight: int, halo: Rgba | None, **more: Any
) -> pdk.Layer:
    """Return one text layer; with `halo` its blurred ground in that colour."""
    ground: dict[str, Any] = {
        "outline_width": 0.95,
        "outline_color": halo,
        "font_settings": {"sdf": True, "fontSize": 48, "buffer": 10, "radius": 16,
                          "cutoff": 0.18, "smoothing": 0.12},
    }  # fmt: skip
    plain: dict[str, Any] = {"font_settings": {"fontSize": 26, "buffer": 4}}
    read = [{key: row[key] for key in _FIELDS} | (row["opens"] or {}) for row in rows]
    return pdk.Layer(
        "TextLayer", id=name, data=read, get_text="t", get_position="p", get_size="s",
        get_angle="g", get_text_anchor="a", get_pixel_offset="o",
        get_alignment_baseline=pdk.types.String("center"),
        character_set=pdk.types.String("auto"), font_family=pdk.types.String(FAMILY),
        font_weight=weight, size_units=pdk.types.String("pixels"),
        _sub_layer_props={"characters": {"getColor": halo or "@@=c"}},
        **(ground if halo else plain), **more,
    )  # fmt: skip
