"""Rows that give the point of a whole area as if the incident had been there."""

from __future__ import annotations

from typing import Final

from corridor import vocabulary
from corridor.geo.reference import Reference
from corridor.geo.stand_ins import REACH_KM, stand_ins
from corridor.ingest.model.statements import statement
from corridor.store.workbench import Workbench

_SAID: Final = {
    "what": "problem-the-point-of-an-area",
    "exact": "problem-the-point-of-an-area-exact",
    "near": "problem-the-point-of-an-area-near",
    "mend": "remedy-point-of-an-area",
}
# The worst claim that is too much: "near" a district's point is about as good as the district.
_FINEST: Final = {"country": 2, "governorate": 2, "district": 1}


def warn_of_stand_ins(bench: Workbench, reference: Reference) -> None:
    """Add to `problems` the rows that would be written.

    The store must have lent the bench; `placing.place` comes before.
    """
    series = bench.frame(statement("series_stand_ins"), {"primary": vocabulary.PRIMARY_SERIES})
    found = stand_ins(series, reference)
    bench.keep(
        "stand_ins",
        found.assign(
            reach_km=found["level"].map(REACH_KM),
            finest=found["level"].map(_FINEST),
        ),
    )
    bench.run(statement("claimed_exact"), _SAID)
