"""Rows whose point lies in another governorate than they name, or outside the country.

In UCDP's Iraq file (19.1) this is so of 24 accounts of precision 1–3, of which 5 lie within
`NEAR_KM` of the border: villages at a border that the polygons draw a little off.
"""

from __future__ import annotations

from typing import Final

from corridor.geo.borders import km_to_governorates
from corridor.geo.reference import Reference
from corridor.ingest.statements import statement
from corridor.store.workbench import Workbench

NEAR_KM: Final = 2.0
# What precision 2, "near", leaves open.
LOOSE_KM: Final = 25.0
_SAID: Final = {
    "near": NEAR_KM,
    "loose_km": LOOSE_KM,
    "across": "Correct the governorate or the coordinates. It is counted where the point is, in ",
    "across_near": "So near a border either may be right. It is counted where the point is, in ",
    "outside": "Corridor Watch covers Iraq only. Correct the coordinates or delete the row.",
    "outside_near": "So near a border it may be right. The row is kept.",
    "loose": f" The place is known only to about {LOOSE_KM:.0f}\u00a0km, so both may be right.",
}


def tell_astray(bench: Workbench, reference: Reference) -> None:
    """Add to `problems` the rows that would be written; `placing.place` comes before."""
    found = bench.frame(statement("astray"), {"governorates": reference.admin1.names.tolist()})
    names = found["reported"].astype(object).where(found["reported"].notna(), None).to_numpy()
    km = km_to_governorates(found["longitude"], found["latitude"], names, reference)
    bench.keep("astray", found.assign(km=km))
    bench.run(statement("tell_astray"), _SAID)
