"""Where the accounts of a file are: derived columns, worked out once for each different place."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]

from corridor import schema
from corridor.geo import enrich
from corridor.geo.reference import Reference
from corridor.ingest.model.statements import filled, statement
from corridor.store.workbench import Workbench

# What the derived columns are worked out from.
_FROM: Final = ("latitude", "longitude", "geo_precision", "reported_admin1", "reported_admin2")
_ARROW: Final = {
    "VARCHAR": pa.string(),
    "DOUBLE": pa.float64(),
    "INTEGER": pa.int32(),
    "BOOLEAN": pa.bool_(),
    "MAP(VARCHAR, DOUBLE)": pa.map_(pa.string(), pa.float64()),
}


def place(bench: Workbench, reference: Reference) -> None:
    """Make the view `placed`: `to_write` with the columns of `schema.DERIVED`."""
    places = bench.frame(statement("different_places"))
    bench.keep("places", _as_arrow(enrich(places, reference)))
    same = " AND ".join(f"p.{name} IS NOT DISTINCT FROM w.{name}" for name in _FROM)
    derived = "".join(f", p.{column.name}" for column in schema.DERIVED)
    bench.run(filled("placed", same=same, derived=derived))


def _as_arrow(places: pd.DataFrame) -> pa.Table:
    columns = {name: pa.array(places[name], from_pandas=True) for name in _FROM}
    derived = {
        column.name: pa.array(_values(places[column.name]), type=_ARROW[column.type])
        for column in schema.DERIVED
    }
    return pa.table(columns | derived)


def _values(column: pd.Series) -> list[Any]:
    return [_value(value) for value in column.astype(object)]


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return list(value.items()) or None
    return None if value is None or pd.isna(value) else value
