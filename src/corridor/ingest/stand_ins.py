"""Rows that give the point of a whole area as if the incident had been there."""

from __future__ import annotations

from typing import Final

from corridor import vocabulary
from corridor.geo.reference import Reference
from corridor.geo.stand_ins import REACH_KM, stand_ins
from corridor.ingest.statements import statement
from corridor.store.workbench import Workbench

# Level: what it is called, and the precision that is true of its point.
_AREAS: Final = {
    "country": ("the whole of {name}", 6),
    "governorate": ("the whole governorate of {name}", 4),
    "district": ("the whole district of {name}", 3),
}
# The worst claim that is too much: "near" a district's point is about as good as the district.
_FINEST: Final = {"country": 2, "governorate": 2, "district": 1}


def warn_of_stand_ins(bench: Workbench, reference: Reference) -> None:
    """Add to `problems` the rows that would be written.

    The store must have lent the bench; `placing.place` comes before.
    """
    series = bench.frame(statement("series_stand_ins"), {"primary": vocabulary.PRIMARY_SERIES})
    found = stand_ins(series, reference)
    named = list(zip(found["level"], found["name"], strict=True))
    bench.keep(
        "stand_ins",
        found.assign(
            area=[_AREAS[level][0].format(name=name) for level, name in named],
            remedy=[_remedy(level) for level, _ in named],
            reach_km=found["level"].map(REACH_KM),
            finest=found["level"].map(_FINEST),
        ),
    )
    bench.run(statement("claimed_exact"))


def _remedy(level: str) -> str:
    return (
        f"If only the {level} is known, say so (geo_precision {_AREAS[level][1]} in our "
        "template). Otherwise give the coordinates of the place itself."
    )
