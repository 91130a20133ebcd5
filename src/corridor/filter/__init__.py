"""One filter value for every page, the command line and every query.

`IncidentFilter` is frozen and hashable: it keys caches, makes SQL (`conditions`), speaks
(`describe`) and travels in an address (`to_query`). Its choices are rows of `dimensions`.
"""

from corridor.filter.address import URL_KEYS, parse_day, problems, remarks
from corridor.filter.along import KILOMETRES, USUAL_KM, kilometres
from corridor.filter.dimensions import (
    ACTS,
    FREE,
    ONLY_UPLOADS,
    WITHOUT_UPLOADS,
    Dimension,
    IncidentFilter,
    dimensions,
    with_continuation,
)

__all__ = [
    "ACTS",
    "FREE",
    "KILOMETRES",
    "ONLY_UPLOADS",
    "URL_KEYS",
    "USUAL_KM",
    "WITHOUT_UPLOADS",
    "Dimension",
    "IncidentFilter",
    "dimensions",
    "kilometres",
    "parse_day",
    "problems",
    "remarks",
    "with_continuation",
]
