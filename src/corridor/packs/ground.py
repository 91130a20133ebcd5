"""The ground that the map of a region draws beside that of the reference geography.

What is here is drawn and never measured: distances are taken from the reference alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corridor.packs.degrees import WORLD, Box, take_box
from corridor.packs.reading import read_text
from corridor.packs.table import Source, Table
from corridor.words import later, written
from corridor.words import numbers as fmt

Feature = Mapping[str, Any]

LINES: Final = ("LineString", "MultiLineString")
SHAPES: Final = (*LINES, "Polygon", "MultiPolygon")
_MOST_SHAPES: Final = 500


@dataclass(frozen=True)
class Relief:
    """A picture of the terrain, `static/<picture>-light.webp` and `-dark.webp`, and its edges."""

    picture: str
    edges: Box


def take_relief(table: Table) -> Relief | None:
    """Take the picture of the terrain, if one is named; PackError when it is not as asked."""
    if not table.has("relief"):
        return None
    inner = table.table("relief")
    relief = Relief(inner.slug("picture"), take_box(inner, "edges"))
    inner.close()
    return relief


def read_shapes(file: Path, kinds: tuple[str, ...]) -> tuple[Feature, ...]:
    """Return the features of a GeoJSON file, bare of properties; none where there is no file.

    PackError when it is no such file, or holds a shape of another kind or beyond the world.
    """
    if not file.exists():
        return ()
    source = Source(file, read_text(file))
    try:
        features = json.loads(source.text)["features"]
        shapes = [feature["geometry"] for feature in features]
        is_drawn = [_is_drawn(shape, kinds) for shape in shapes]
    except json.JSONDecodeError as error:
        raise source.fault(later("pack-not-json", error=error.msg), error.lineno) from error
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise source.fault(later("pack-not-geojson")) from error
    if len(shapes) > _MOST_SHAPES:
        raise source.fault(later("pack-sheet-long", count=len(shapes), most=_MOST_SHAPES))
    if not all(is_drawn):
        names = written(fmt.either, kinds)
        number = is_drawn.index(False) + 1
        raise source.fault(later("pack-shape", number=number, kinds=names))
    return tuple({"type": "Feature", "properties": {}, "geometry": shape} for shape in shapes)


def _is_drawn(shape: Mapping[str, Any], kinds: tuple[str, ...]) -> bool:
    """Tell whether a geometry is of one of these kinds, all of it in degrees."""
    if shape["type"] not in kinds:
        return False
    depth = {"LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}[shape["type"]]
    points = shape["coordinates"]
    for _ in range(depth - 1):
        points = [point for part in points for point in part]
    return bool(points) and all(WORLD.holds(float(lon), float(lat)) for lon, lat in points)
