"""How many incidents the primary series has in each governorate and year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from corridor import packs, queries
from corridor.store import Reader


@dataclass(frozen=True)
class Coverage:
    """Counts by (governorate, year): where and when the primary series has incidents at all.

    `provinces` are those with any, a region's first; `years` have no gaps. A pair without
    incidents is not in `incidents`.
    """

    provinces: tuple[str, ...]
    years: tuple[int, ...]
    incidents: dict[tuple[str, int], int]

    def as_json(self) -> list[dict[str, Any]]:
        """Return the shape of `coverage --json`: a row for each pair, 0 where there is none."""
        return [
            {"province": name, "year": year, "incidents": self.incidents.get((name, year), 0)}
            for name in self.provinces
            for year in self.years
        ]


def coverage(store: Reader, home: tuple[str, ...] = ()) -> Coverage:
    """Count the primary series by governorate and year.

    The governorates of `home` come first, else those of the first region.
    """
    rows = queries.rows_of(queries.coverage(store))
    counts = {(str(row["admin1"]), int(row["year"])): int(row["incidents"]) for row in rows}
    found, told = {name for name, _ in counts}, {year for _, year in counts}
    first = [name for name in home or packs.region().provinces if name in found]
    return Coverage(
        provinces=(*first, *sorted(found - set(first))),
        years=tuple(range(min(told), max(told) + 1)) if told else (),
        incidents=counts,
    )
