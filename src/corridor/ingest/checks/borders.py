"""Rows whose point lies in another governorate than they name, or outside the country.

In UCDP's Iraq file (19.1) this is so of 24 accounts of precision 1–3, of which 5 lie within
`NEAR_KM` of the border: villages at a border that the polygons draw a little off.
"""

from __future__ import annotations

from typing import Final

from corridor.geo.borders import km_to_governorates
from corridor.geo.reference import Reference
from corridor.ingest.model.statements import statement
from corridor.store.workbench import Workbench

NEAR_KM: Final = 2.0
# What precision 2, "near", leaves open.
LOOSE_KM: Final = 25.0
_SAID: Final = {
    "near": NEAR_KM,
    "loose": LOOSE_KM,
    "another": "problem-the-point-lies-in-another-governorate",
    "across": "remedy-another-governorate",
    "across_loose": "remedy-another-governorate-loose",
    "across_near": "remedy-another-governorate-near",
    "no_governorate": "problem-the-point-lies-outside-iraq",
    "outside": "remedy-outside-iraq",
    "outside_loose": "remedy-outside-iraq-loose",
    "outside_near": "remedy-outside-iraq-near",
}


def tell_astray(bench: Workbench, reference: Reference) -> None:
    """Add to `problems` the rows that would be written; `placing.place` comes before."""
    found = bench.frame(statement("astray"), {"governorates": reference.admin1.names.tolist()})
    names = found["reported"].astype(object).where(found["reported"].notna(), None).to_numpy()
    km = km_to_governorates(found["longitude"], found["latitude"], names, reference)
    bench.keep("astray", found.assign(km=km))
    bench.run(statement("tell_astray"), _SAID)
