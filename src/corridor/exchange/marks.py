"""The marks of a map out of the house: one row each, with how well its place is known."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from corridor import vocabulary
from corridor.exchange.template import MARK, write_csv
from corridor.geo import Reference
from corridor.queries.statements import known, rows_of
from corridor.texts.places_text import teller
from corridor.words import say
from corridor.words.strange import harmless

COLUMNS: Final = (
    "mark", "told_by", "geo_precision", "geo_precision_label", "is_cell", "admin1", "admin2",
    "location", "latitude", "longitude", "incidents", "is_provisional", "killed", "killed_unknown",
    "against_civilians", "first_date", "last_date", "event_type", "uploaded", "incident_ids",
)  # fmt: skip


def marks_csv(places: pd.DataFrame, incidents: pd.DataFrame, series: str) -> bytes:
    """Give the marks of a map as CSV for a spreadsheet (UTF-8).

    `places` are those of `queries.map_places`, `incidents` of `queries.map_incidents`.

    `told_by` is the series that measures, or who else alone tells the mark; its `incidents` are
    counted apart from all others. `killed` is empty where no incident states it; `killed_unknown`
    counts those that do not. `latitude` and `longitude` are degrees; of `geo_precision` 3 and more
    they stand for a larger place, in cells (`is_cell`) for their middle.
    """
    cells = ([_text(row[name]) for name in COLUMNS] for row in _rows(places, incidents, series))
    return (MARK + write_csv(COLUMNS, cells)).encode()


def marks_geojson(
    places: pd.DataFrame, incidents: pd.DataFrame, series: str, reference: Reference
) -> bytes:
    """Give the same as a GeoJSON FeatureCollection.

    A mark known to the district or the province has that shape, what is known less well has none:
    its coordinates stay among the properties, with a note.
    """
    shapes = dict(zip(map(str, reference.admin1.names), reference.admin1.shapes, strict=True))
    features = [_feature(row, shapes, reference) for row in _rows(places, incidents, series)]
    told = json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)
    return harmless(told).encode()


def _rows(places: pd.DataFrame, incidents: pd.DataFrame, series: str) -> Iterator[dict[str, Any]]:
    ids = {str(mark): list(held) for mark, held in incidents.groupby("mark")["incident_id"]}
    for row in rows_of(places):
        plain = {name: known(value) for name, value in row.items()}
        rank = plain["geo_precision"]
        yield plain | {
            "told_by": teller(plain["beside"], series),
            "geo_precision_label": vocabulary.GEO_PRECISIONS.get(rank) if rank else None,
            "first_date": plain["first_date"].isoformat(),
            "last_date": plain["last_date"].isoformat(),
            "incident_ids": ids.get(plain["mark"], []),
        }


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return " ".join(value) if isinstance(value, list) else str(value)


def _feature(
    row: dict[str, Any], provinces: dict[str, BaseGeometry], reference: Reference
) -> dict[str, Any]:
    properties = {name: row[name] for name in COLUMNS}
    shape = _shape(row, provinces, reference)
    if shape is None and row["latitude"] is not None:
        properties["geometry_note"] = say("export-no-point")
    geometry = None if shape is None else json.loads(shapely.to_geojson(shape))
    return {"type": "Feature", "id": row["mark"], "geometry": geometry, "properties": properties}


def _shape(
    row: dict[str, Any], provinces: dict[str, BaseGeometry], reference: Reference
) -> BaseGeometry | None:
    rank = row["geo_precision"] or 0
    if rank == vocabulary.DRAWN_PRECISION:
        return reference.districts.get((row["admin1"], row["admin2"]))
    if rank == vocabulary.DRAWN_PRECISION + 1:
        return provinces.get(row["admin1"])
    is_point = 0 < rank < vocabulary.DRAWN_PRECISION and row["latitude"] is not None
    return shapely.Point(row["longitude"], row["latitude"]) if is_point else None
