"""Reading source GeoJSON and writing the shipped reference files in one fixed form."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry

TABLES = Path(__file__).with_name("tables")
# 5 decimals are about a metre: finer than any line of the sources is drawn.
DECIMALS = 5

Feature = tuple[dict[str, Any], BaseGeometry]


def read_features(path: Path) -> list[Feature]:
    """Return (properties, geometry in WGS 84) of every feature of a GeoJSON file, in file order."""
    collection = json.loads(path.read_text(encoding="utf-8"))
    return [(item["properties"], shape(item["geometry"])) for item in collection["features"]]


def write_features(path: Path, source: str, licence: str, features: Iterable[Feature]) -> None:
    """Write a GeoJSON file, one feature a line, so that a change shows as a small diff."""
    head = json.dumps({"name": path.stem, "source": source, "licence": licence}, ensure_ascii=False)
    lines = ",\n".join(_feature_text(properties, geometry) for properties, geometry in features)
    path.write_text(
        f'{{"type":"FeatureCollection",{head[1:-1]},"features":[\n{lines}\n]}}\n', encoding="utf-8"
    )


def _feature_text(properties: Mapping[str, Any], geometry: BaseGeometry) -> str:
    shape = mapping(geometry)
    feature = {
        "type": "Feature",
        "properties": dict(properties),
        "geometry": {"type": shape["type"], "coordinates": _round(shape["coordinates"])},
    }
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


def _round(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, DECIMALS)
    return [_round(item) for item in value]


def read_table(name: str) -> list[dict[str, str]]:
    """Read one of the hand-kept tables that lie beside this module, as rows of text."""
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def split_aliases(text: str) -> list[str]:
    """Split a `|`-separated list of spellings, dropping blanks and repeats, keeping the order."""
    return list(dict.fromkeys(part.strip() for part in text.split("|") if part.strip()))
