"""Incidents out of the house: CSV that can be imported again, GeoJSON, Parquet."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from corridor import schema, vocabulary
from corridor.exchange.template import MARK, write_csv
from corridor.words import say
from corridor.words.strange import harmless

# Distances to areas are a map per incident: computed again on import, so not carried.
_LEFT_OUT: Final = frozenset({"area_km"})
_COMPUTED: Final = (
    schema.Column("source_role", "VARCHAR", "derived"),
    schema.Column("beside", "VARCHAR", "derived"),
    schema.Column("is_provisional", "BOOLEAN", "derived"),
    schema.Column("account_ids", "VARCHAR[]", "derived"),
    schema.Column("accounts", "INTEGER", "derived"),
    schema.Column("tactic", "VARCHAR", "derived"),
    schema.Column("tactic_source", "VARCHAR", "derived"),
    schema.Column("resolved_grade", "VARCHAR", "derived"),
    schema.Column("grade_source", "VARCHAR", "derived"),
)
EXPORTED: Final = tuple(
    column
    for column in (*schema.INCIDENT, *schema.DERIVED, *_COMPUTED)
    if column.name not in _LEFT_OUT
)
_ARROW: Final = {
    "VARCHAR": pa.string(),
    "INTEGER": pa.int32(),
    "DOUBLE": pa.float64(),
    "DATE": pa.date32(),
    "BOOLEAN": pa.bool_(),
    "VARCHAR[]": pa.list_(pa.string()),
}


def incidents_csv(incidents: pd.DataFrame, *, for_spreadsheet: bool = False) -> bytes:
    """Give CSV (UTF-8) that imports again and changes nothing; unknown is empty, never 0.

    Columns are those of `EXPORTED` that `incidents` has; computed ones and `account_ids`
    (separated by blanks) are carried for the reader and left out on import.
    `for_spreadsheet` puts the mark first that spreadsheets need to read UTF-8.
    """
    columns = _present(incidents)
    texts = [_cells(incidents, column, _text) for column in columns]
    text = write_csv([column.name for column in columns], zip(*texts, strict=True))
    return ((MARK if for_spreadsheet else "") + text).encode()


def rows_csv(rows: Sequence[Mapping[str, object]]) -> bytes:
    """Give rows of one shape as CSV (UTF-8) for a spreadsheet; unknown is empty, never 0."""
    names = list(rows[0]) if rows else []
    texts = (["" if row[name] is None else str(row[name]) for name in names] for row in rows)
    return (MARK + write_csv(names, texts)).encode()


def incidents_geojson(incidents: pd.DataFrame) -> bytes:
    """Give a GeoJSON FeatureCollection, one feature per incident, dates as ISO text.

    Only incidents known at least to the district have a point. The others have no geometry:
    their coordinates stand for a larger place and stay among the properties, with a note.
    """
    columns = _present(incidents)
    values = [_cells(incidents, column, _json_value) for column in columns]
    names = [column.name for column in columns]
    features = [_feature(dict(zip(names, row, strict=True))) for row in zip(*values, strict=True)]
    collection = {"type": "FeatureCollection", "features": features}
    return harmless(json.dumps(collection, ensure_ascii=False, allow_nan=False)).encode()


def incidents_parquet(incidents: pd.DataFrame) -> bytes:
    """Give a Parquet file with the columns of the CSV, typed; unknown is null."""
    columns = _present(incidents)
    arrays = [
        pa.array(_cells(incidents, column, _value), type=_ARROW[column.type]) for column in columns
    ]
    buffer = io.BytesIO()
    table = pa.Table.from_arrays(arrays, names=[column.name for column in columns])
    pq.write_table(table, buffer, compression="zstd")
    return buffer.getvalue()


def _present(incidents: pd.DataFrame) -> list[schema.Column]:
    return [column for column in EXPORTED if column.name in incidents]


def _cells(
    incidents: pd.DataFrame, column: schema.Column, write: Callable[[schema.Column, Any], Any]
) -> list[Any]:
    return [write(column, value) for value in incidents[column.name].astype(object)]


def _is_unknown(value: object) -> bool:
    return value is None or value is pd.NA or value is pd.NaT or value != value  # noqa: PLR0124


def _value(column: schema.Column, value: Any) -> Any:
    """Give a plain Python value of the column's type; None when unknown."""
    if column.type == "VARCHAR[]":
        return [str(item) for item in value] if isinstance(value, Iterable) else None
    return None if _is_unknown(value) else _PLAIN[column.type](value)


def _day(value: Any) -> date:
    return pd.Timestamp(value).date()


_PLAIN: Final[dict[str, Callable[[Any], Any]]] = {
    "VARCHAR": str,
    "INTEGER": int,
    "DOUBLE": float,
    "DATE": _day,
    "BOOLEAN": bool,
}


def _json_value(column: schema.Column, value: Any) -> Any:
    plain = _value(column, value)
    return plain.isoformat() if isinstance(plain, date) else plain


def _text(column: schema.Column, value: Any) -> str:
    plain = _json_value(column, value)
    if plain is None:
        return ""
    if isinstance(plain, list):
        return " ".join(plain)
    if isinstance(plain, bool):
        return str(plain).lower()
    # Never 1e-05: a count or a coordinate is read as digits.
    return np.format_float_positional(plain, trim="0") if isinstance(plain, float) else str(plain)


def _feature(properties: dict[str, Any]) -> dict[str, Any]:
    rank = properties.get("geo_precision")
    point = (properties.get("longitude"), properties.get("latitude"))
    is_placed = None not in point
    is_drawn = is_placed and rank is not None and rank <= vocabulary.DRAWN_PRECISION
    properties["geo_precision_label"] = vocabulary.GEO_PRECISIONS.get(rank) if rank else None
    if is_placed and not is_drawn:
        properties["geometry_note"] = say("export-no-point")
    return {
        "type": "Feature",
        "id": properties.get("incident_id"),
        "geometry": {"type": "Point", "coordinates": list(point)} if is_drawn else None,
        "properties": properties,
    }
