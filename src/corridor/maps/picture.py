"""A deck as a picture: what deck.gl draws, as SVG, for a browser that cannot and for a file.

It reads the deck as the browser gets it, so that both show the same marks in the same colours, and
knows the layers that our own maps use and no more. What only takes a click is left out.
"""

from __future__ import annotations

import base64
import json
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pydeck as pdk

from corridor.maps.map_placing import Frame
from corridor.maps.sheet import written
from corridor.settings import PROJECT

Row = dict[str, Any]
Layer = dict[str, Any]
Spot = tuple[float, float]

_METRES_ROUND: Final = 40_075_016.7
_TILE: Final = 512
# A line is drawn as far as this outside the picture, and steps below this are left out (px).
_BEYOND: Final = 40.0
_STEP: Final = 0.6
# What is less opaque than this is there to be clicked.
_UNSEEN: Final = 1.5
_PAINTED: Final = 255
_ADDRESS: Final = "/app/static/"


@dataclass(frozen=True)
class _Sheet:
    """Where places lie on the picture: the view of the deck in its size in px."""

    frame: Frame

    def at(self, place: Sequence[float]) -> Spot:
        """Return the pixel of [longitude, latitude]."""
        return self.frame.at(place[0], place[1])

    def pixels(self, metres: float, latitude: float) -> float:
        """Return how many px a distance is at a latitude."""
        round_there = _METRES_ROUND * math.cos(math.radians(latitude))
        return float(metres * _TILE * 2**self.frame.view.zoom / round_there)

    def holds(self, spots: Iterable[Spot]) -> bool:
        """Tell whether the box round some pixels touches the picture."""
        across, down = zip(*spots, strict=True)
        wide, tall = self.frame.size
        is_across = min(across) < wide + _BEYOND and max(across) > -_BEYOND
        return bool(is_across and min(down) < tall + _BEYOND and max(down) > -_BEYOND)


def picture(deck: str, size: tuple[int, int], above: str = "[]") -> str:
    """Return a deck (as `OfflineDeck.to_json` writes it) as the inside of an SVG of that size.

    `above` are further layers, as a map gets its outlines. The view is the one that the deck opens
    with, as its zoom fits it to `size` in px.
    """
    told = json.loads(deck)
    sheet = _Sheet(Frame(pdk.ViewState(**_plain(told["initialViewState"])), size))
    layers = [*told["layers"], *json.loads(above)]
    return "".join(part for layer in layers for part in _DRAWN[layer["@@type"]](layer, sheet))


def _plain(view: Row) -> Row:
    return {name: view[name] for name in ("longitude", "latitude", "zoom")}


def _areas_and_lines(layer: Layer, sheet: _Sheet) -> Iterator[str]:
    inks = layer.get("_subLayerProps", {})
    for row in layer["data"]["features"]:
        shape = row["geometry"]
        if shape["type"] == "Point":
            yield _circle(layer, row, shape["coordinates"], inks["points-circle"], sheet)
            continue
        if layer["filled"] and (path := _path(_rings(shape), sheet, closed=True)):
            ink = _value(inks["polygons-fill"]["getFillColor"], row)
            yield _element("path", {"d": path, "fill-rule": "evenodd", **_fill(ink)}, row)
        if layer["stroked"] and (path := _path(_rings(shape), sheet)):
            ink = inks["linestrings"]["getColor"]
            yield _element("path", {"d": path, "fill": "none", **_stroke(ink, layer)})


def _points(layer: Layer, sheet: _Sheet) -> Iterator[str]:
    if layer.get("opacity", 1) * _PAINTED > _UNSEEN:
        for row in layer["data"]:
            yield _circle(layer, row, row["p"], layer, sheet)


def _circle(
    layer: Layer, row: Row, place: Sequence[float], inks: dict[str, Any], sheet: _Sheet
) -> str:
    """Return one circle, its radius in px or metres; nothing where nothing of it is seen."""
    fill = _value(inks.get("getFillColor"), row) if layer["filled"] else None
    line = _value(inks.get("getLineColor"), row) if layer["stroked"] else None
    if not any(ink and ink[3] > _UNSEEN for ink in (fill, line)):
        return ""
    units = layer.get("pointRadiusUnits") or layer.get("radiusUnits") or "meters"
    radius = float(_value(layer.get("getRadius", layer.get("getPointRadius")), row))
    radius = radius if units == "pixels" else sheet.pixels(radius, place[1])
    x, y = sheet.at(place)
    if not sheet.holds([(x - radius, y - radius), (x + radius, y + radius)]):
        return ""
    edge = _stroke(line, layer) if line else {}
    place_of = {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": f"{radius:.1f}"}
    return _element("circle", place_of | (_fill(fill) if fill else {"fill": "none"}) | edge, row)


def _hexagons(layer: Layer, sheet: _Sheet) -> Iterator[str]:
    for row in layer["data"]:
        if path := _path([row["h"]], sheet, closed=True):
            edge = _stroke(layer["getLineColor"], layer)
            yield _element("path", {"d": path, **_fill(row["c"]), **edge}, row)


def _diamonds(layer: Layer, sheet: _Sheet) -> Iterator[str]:
    for row in layer["data"]:
        x, y = sheet.at(row["p"])
        half = row["s"] / 2
        path = f"M{x:.1f} {y - half:.1f}l{half} {half}l-{half} {half}l-{half} -{half}z"
        line = _stroke(layer["getColor"], {"getLineWidth": 1.4})
        yield _element("path", {"d": path, "fill": "none", **line})


def _heat(layer: Layer, sheet: _Sheet) -> Iterator[str]:
    """Return about the surface that deck.gl makes: a soft disc for each place, by its weight."""
    ink = layer["colorRange"][-1]
    most = max((row["n"] for row in layer["data"]), default=1)
    stops = "".join(
        f'<stop offset="{at}" stop-color="{_hex(ink)}" stop-opacity="{ink[3] * part:.2f}"/>'
        for at, part in ((0, 1 / _PAINTED), (0.5, 0.4 / _PAINTED), (1, 0))
    )
    yield f'<radialGradient id="heat">{stops}</radialGradient>'
    for row in layer["data"]:
        x, y = sheet.at(row["p"])
        share = 0.25 + 0.75 * math.sqrt(row["n"] / most)
        radius = layer["radiusPixels"]
        yield (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="url(#heat)" '
               f'opacity="{share:.2f}"/>')  # fmt: skip


def _relief(layer: Layer, sheet: _Sheet) -> Iterator[str]:
    """Return the shaded relief within the picture itself: it must not ask for another file."""
    file = PROJECT / "static" / Path(layer["image"].removeprefix(_ADDRESS)).name
    west, south, east, north = layer["bounds"]
    (left, top), (right, bottom) = sheet.at((west, north)), sheet.at((east, south))
    data = base64.b64encode(file.read_bytes()).decode()
    yield (f'<image x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" '
           f'height="{bottom - top:.1f}" preserveAspectRatio="none" '
           f'href="data:image/webp;base64,{data}"/>')  # fmt: skip


def _texts(layer: Layer, sheet: _Sheet) -> Iterator[str]:
    if layer["id"] == "names-again":
        return
    halo = layer.get("outlineColor")
    for row in layer["data"]:
        x, y = sheet.at(row["p"])
        x, y = x + row["o"][0], y + row["o"][1]
        if not sheet.holds([(x, y)]):
            continue
        ink = _fill(halo) | _stroke(halo, {"getLineWidth": 3.2}) if halo else _fill(row["c"])
        spot = f"{x:.1f},{y:.1f}"
        turned = {"transform": f"rotate({-row['g']:g},{spot})"} if row["g"] else {}
        looks = {"font-size": f"{row['s']:g}", "font-weight": layer["fontWeight"]}
        at = {"x": f"{x:.1f}", "y": f"{y:.1f}", "dy": ".35em", "text-anchor": row["a"]}
        yield _element("text", at | looks | ink | turned, inside=written(row["t"]))


_DRAWN: Final[dict[str, Callable[[Layer, _Sheet], Iterator[str]]]] = {
    "GeoJsonLayer": _areas_and_lines,
    "ScatterplotLayer": _points,
    "PolygonLayer": _hexagons,
    "IconLayer": _diamonds,
    "HeatmapLayer": _heat,
    "BitmapLayer": _relief,
    "TextLayer": _texts,
}


def _element(tag: str, attributes: dict[str, Any], row: Row | None = None, inside: str = "") -> str:
    """Return an element of SVG, with the words of the mark's tooltip inside."""
    if row and row.get("place"):
        told = ". ".join(filter(None, (row["place"], row.get("what"), row.get("how"))))
        inside = f"<title>{written(told)}</title>"
    looks = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    return f"<{tag} {looks}>{inside}</{tag}>" if inside else f"<{tag} {looks}/>"


def _value(told: Any, row: Row) -> Any:
    """Read "@@=c" as the field c of a row; anything else is what it is."""
    if isinstance(told, str) and told.startswith("@@="):
        return row[told.removeprefix("@@=")]
    return told


def _hex(ink: Sequence[float]) -> str:
    return "#" + "".join(f"{round(value):02x}" for value in ink[:3])


def _fill(ink: Sequence[float]) -> dict[str, Any]:
    return {"fill": _hex(ink), **_opacity("fill", ink)}


def _stroke(ink: Sequence[float], layer: Layer) -> dict[str, Any]:
    width = f"{layer['getLineWidth']:g}"
    looks = {"stroke": _hex(ink), "stroke-width": width, "stroke-linejoin": "round"}
    return looks | _opacity("stroke", ink)


def _opacity(kind: str, ink: Sequence[float]) -> dict[str, Any]:
    return {} if ink[3] >= _PAINTED else {f"{kind}-opacity": f"{ink[3] / _PAINTED:.3g}"}


def _rings(shape: dict[str, Any]) -> list[list[Sequence[float]]]:
    """Return the lines of a shape, whatever its type, one list of corners each."""
    depth = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}
    found: list[Any] = [shape["coordinates"]]
    for _ in range(depth[shape["type"]]):
        found = [inner for outer in found for inner in outer]
    return found


def _path(lines: Iterable[Sequence[Sequence[float]]], sheet: _Sheet, closed: bool = False) -> str:
    """Return lines as a path; those that lie outside of the picture are left out."""
    every = [[sheet.at(corner) for corner in line] for line in lines]
    seen = [_thinned(line) for line in every if sheet.holds(line)]
    end = "Z" if closed else ""
    return "".join(
        "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in line) + end for line in seen if len(line) > 1
    )


def _thinned(line: Sequence[Spot]) -> list[Spot]:
    """Leave out corners that are nearer to the last one than can be seen."""
    kept = [line[0]]
    for spot in line[1:-1]:
        if math.dist(spot, kept[-1]) > _STEP:
            kept.append(spot)
    return [*kept, line[-1]]
