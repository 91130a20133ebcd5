"""Rows of the measuring series that people have hidden: every figure rests on the others alone."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from corridor import queries
from corridor.filter import IncidentFilter
from corridor.store import Reader


@dataclass(frozen=True)
class Hidden:
    """How many accounts of a series are hidden by people; those that releases withdrew are none."""

    series: str
    rows: int

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values."""
        return asdict(self)


def hidden(store: Reader, series: str = "") -> Hidden:
    """Count the hidden accounts of a series, named as a filter does: "" is the country's."""
    code = IncidentFilter(series=series).measuring
    return Hidden(code, queries.hidden_rows(store, code))
