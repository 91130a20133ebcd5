"""Rows whose point lies outside the governorate they report by more than its uncertainty."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any, Final

import pandas as pd

from corridor import settings
from corridor.findings.statements import statement
from corridor.geo import distances_km, km_to_admin1, load_reference
from corridor.store import Reader

# Kilometres by which a point may be off, by precision; a stated radius wins.
TOLERANCES_KM: Final = {1: 5.0, 2: 25.0}


def tolerance_km(precision: Any, radius_km: Any) -> float:
    """Give how far off a point may be, in km; infinite when it cannot decide about a place."""
    if not pd.isna(radius_km) and precision in TOLERANCES_KM:
        return float(radius_km)
    return TOLERANCES_KM.get(precision, math.inf)


def distance_km(latitude: Any, longitude: Any, governorate: Any) -> float:
    """Give the km from a point to a governorate, 0 inside; NaN when either is not known."""
    if pd.isna(latitude) or pd.isna(longitude):
        return math.nan
    try:
        return km_to_admin1(float(latitude), float(longitude), governorate)
    except KeyError:
        return math.nan


@lru_cache(maxsize=256)
def signed_distance_km(latitude: float, longitude: float, governorate: str) -> float:
    """Give the km from a point to a governorate's edge, below 0 inside; NaN when not known."""
    outside = distance_km(latitude, longitude, governorate)
    if math.isnan(outside) or outside > 0:
        return outside
    reference = load_reference(settings.load().reference_dir)
    edge = reference.admin1.find(governorate).boundary
    return -float(distances_km(latitude, longitude, edge)[0])


def find(store: Reader, series: str) -> tuple[str, ...]:
    """Name a series' accounts outside their reported governorate beyond tolerance."""
    rows = store.read(statement("disagreeing_rows"), {"series": series})
    return tuple(
        str(row.incident_id)
        for row in rows.itertuples()
        if distance_km(row.latitude, row.longitude, row.reported_admin1)
        > tolerance_km(row.geo_precision, row.location_radius_km)
    )
