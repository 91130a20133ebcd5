"""Incidents along the roads, by ten kilometres: shown beside a finding, not counted."""

from __future__ import annotations

from typing import Final

import pandas as pd

from corridor.findings.measured import Scene
from corridor.findings.rules import Rule

COLUMNS: Final = ("road", "from_km", "to_km", "incidents", "at_town", "near", "exact")
EVERY_KM: Final = 10


def kilometre_profile(rule: Rule, scene: Scene) -> pd.DataFrame:
    """Count the matching incidents of the window per road and ten kilometres.

    Columns: road, from_km, to_km, incidents, and how many of them are coded at a town's own
    point (`at_town`), known to about 25 km only (`near`), or exact off a town (`exact`): the
    first two say little about the kilometre and are to be drawn apart.
    """
    rows = scene.series.rows[scene.inside(rule)]
    rows = rows[rows["nearest_road"].notna() & rows["road_position_km"].notna()]
    at_town = rows["coded_at_town"].eq(True).fillna(value=False).astype(bool)
    near = ~at_town & (rows["geo_precision"] > 1)
    counted = pd.DataFrame(
        {
            "road": rows["nearest_road"],
            "from_km": (rows["road_position_km"] // EVERY_KM * EVERY_KM).astype(int),
            "incidents": 1,
            "at_town": at_town.astype(int),
            "near": near.astype(int),
            "exact": (~at_town & ~near).astype(int),
        }
    )
    found = counted.groupby(["road", "from_km"], as_index=False).sum()
    return found.assign(to_km=found["from_km"] + EVERY_KM)[list(COLUMNS)]
