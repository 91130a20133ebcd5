"""Where: the marks of the map, and what no mark can show."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from corridor import queries
from corridor.filter import IncidentFilter
from corridor.store import Reader


@dataclass(frozen=True, eq=False)
class Places:
    """The marks of a map (columns of `queries.map_places`) and how many incidents have none."""

    marks: pd.DataFrame
    unplaced: int


def places(store: Reader, chosen: IncidentFilter) -> Places:
    """Return the marks of the incidents that a filter keeps."""
    return Places(queries.map_places(store, chosen), queries.summary(store, chosen).unplaced)
