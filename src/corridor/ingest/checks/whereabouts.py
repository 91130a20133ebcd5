"""Where the accounts of a file are, and what is said of points that are not where they claim.

Needs the reference geography and the store's own points; `compare` comes before. In UCDP's Iraq
file (19.1) 24 accounts of precision 1–3 lie in another governorate than they name, 5 of them within
`NEAR_KM` of the border: villages at a border that the polygons draw a little off.
"""

from __future__ import annotations

from typing import Any, Final

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]

from corridor import packs, schema
from corridor.geo import enrich
from corridor.geo.borders import km_to_governorates
from corridor.geo.reference import Reference
from corridor.geo.stand_ins import REACH_KM, stand_ins
from corridor.ingest.model.report import IngestReport, recounted
from corridor.ingest.model.statements import filled, statement
from corridor.store.workbench import Workbench

NEAR_KM: Final = 2.0
# What precision 2, "near", leaves open.
LOOSE_KM: Final = 25.0
_ASTRAY: Final = {
    "near": NEAR_KM,
    "loose": LOOSE_KM,
    "another": "problem-the-point-lies-in-another-governorate",
    "across": "remedy-another-governorate",
    "across_loose": "remedy-another-governorate-loose",
    "across_near": "remedy-another-governorate-near",
    "no_governorate": "problem-the-point-lies-abroad",
    "outside": "remedy-abroad",
    "outside_loose": "remedy-abroad-loose",
    "outside_near": "remedy-abroad-near",
}
_OF_AN_AREA: Final = {
    "what": "problem-the-point-of-an-area",
    "exact": "problem-the-point-of-an-area-exact",
    "near": "problem-the-point-of-an-area-near",
    "mend": "remedy-point-of-an-area",
}
# The worst claim that is too much: "near" a district's point is about as good as the district.
_FINEST: Final = {"country": 2, "governorate": 2, "district": 1}
# What the derived columns are worked out from.
_FROM: Final = ("latitude", "longitude", "geo_precision", "reported_admin1", "reported_admin2")
_ARROW: Final = {
    "VARCHAR": pa.string(),
    "DOUBLE": pa.float64(),
    "INTEGER": pa.int32(),
    "BOOLEAN": pa.bool_(),
    "MAP(VARCHAR, DOUBLE)": pa.map_(pa.string(), pa.float64()),
}


def check_places(report: IngestReport, reference: Reference) -> IngestReport:
    """Make the view `placed`; return the report with what is said of the points in it.

    `placed` is `to_write` with the columns of `schema.DERIVED`. Accounts that the store holds
    already are not spoken of.
    """
    if report.bench is None:
        return report
    _place(report.bench, reference)
    _warn_of_stand_ins(report.bench, reference)
    _tell_astray(report.bench, reference)
    return recounted(report)


def _place(bench: Workbench, reference: Reference) -> None:
    """Work the derived columns out, once for each different place."""
    places = enrich(bench.frame(statement("different_places")), reference)
    columns = {name: pa.array(places[name], from_pandas=True) for name in _FROM}
    derived = {
        column.name: pa.array(
            [_value(value) for value in places[column.name].astype(object)],
            type=_ARROW[column.type],
        )
        for column in schema.DERIVED
    }
    bench.keep("places", pa.table(columns | derived))
    same = " AND ".join(f"p.{name} IS NOT DISTINCT FROM w.{name}" for name in _FROM)
    bench.run(filled("placed", same=same, derived="".join(f", p.{name}" for name in derived)))


def _value(value: Any) -> Any:
    if isinstance(value, dict):
        return list(value.items()) or None
    return None if value is None or pd.isna(value) else value


def _warn_of_stand_ins(bench: Workbench, reference: Reference) -> None:
    """Tell of rows that give the point of a whole area as if the incident had been there.

    The store must have lent the bench.
    """
    asked = {"series": packs.series().code, "country": packs.country().name}
    series = bench.frame(statement("series_stand_ins"), asked)
    found = stand_ins(series, reference)
    reach, finest = found["level"].map(REACH_KM), found["level"].map(_FINEST)
    bench.keep("stand_ins", found.assign(reach_km=reach, finest=finest))
    bench.run(statement("claimed_exact"), _OF_AN_AREA)


def _tell_astray(bench: Workbench, reference: Reference) -> None:
    """Tell of rows whose point lies in another governorate than they name, or outside them all."""
    found = bench.frame(statement("astray"), {"governorates": reference.admin1.names.tolist()})
    names = found["reported"].astype(object).where(found["reported"].notna(), None).to_numpy()
    km = km_to_governorates(found["longitude"], found["latitude"], names, reference)
    bench.keep("astray", found.assign(km=km))
    bench.run(statement("tell_astray"), _ASTRAY)
