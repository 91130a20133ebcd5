"""What the measuring series has in each governorate and year, and what each source covers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from corridor import packs, queries, vocabulary
from corridor.filter import IncidentFilter
from corridor.queries.statements import known
from corridor.store import Reader


@dataclass(frozen=True)
class Span:
    """Days that a source declares to cover; `places` are governorates, empty for the country."""

    source: str
    first: date
    last: date
    places: tuple[str, ...]
    release: str | None

    def as_json(self) -> dict[str, Any]:
        """Return it with ISO days; `places` is None for the whole country."""
        return {
            "source": self.source,
            "first_day": self.first.isoformat(),
            "last_day": self.last.isoformat(),
            "places": list(self.places) or None,
            "release": self.release,
        }


@dataclass(frozen=True)
class Coverage:
    """Counts by (governorate, year): where and when the measuring series has incidents at all.

    `provinces` are those with any, a region's first; `years` are those that it covers, or has
    incidents in, and those between. `incidents` has every pair: None where no day of it is covered.
    `spans` are what every source declares.
    """

    series: str
    provinces: tuple[str, ...]
    years: tuple[int, ...]
    incidents: dict[tuple[str, int], int | None]
    spans: tuple[Span, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `coverage --json`: spans, and a row for each pair."""
        return {
            "series": self.series,
            "spans": [item.as_json() for item in self.spans],
            "incidents": [
                {"province": name, "year": year, "incidents": self.incidents[name, year]}
                for name in self.provinces
                for year in self.years
            ],
        }


def coverage(store: Reader, home: tuple[str, ...] = (), series: str = "") -> Coverage:
    """Count a series by governorate and year: the country's unless another is named.

    The governorates of `home` come first, else those of the first region.
    """
    chosen = IncidentFilter(provinces=(), series=series)
    rows = queries.rows_of(queries.coverage(store, chosen))
    counts = {(str(row["admin1"]), int(row["year"])): int(row["incidents"]) for row in rows}
    found = {name for name, _ in counts}
    first = [name for name in home or packs.region().provinces if name in found]
    names = (*first, *sorted(found - set(first)))
    places = {name: () if name == vocabulary.NOT_LOCATED else (name,) for name in names}
    days = {
        name: queries.covered(store, replace(chosen, provinces=place))
        for name, place in places.items()
    }
    told = {year for _, year in counts}
    told |= {day.year for each in days.values() for pair in each.pairs for day in pair}
    years = tuple(range(min(told), max(told) + 1)) if told else ()
    return Coverage(
        series=chosen.measuring,
        provinces=names,
        years=years,
        incidents={
            (name, year): counts.get((name, year))
            or (0 if days[name].within(date(year, 1, 1), date(year, 12, 31)) else None)
            for name in names
            for year in years
        },
        spans=_spans(store),
    )


def _spans(store: Reader) -> tuple[Span, ...]:
    return tuple(
        Span(
            str(row["source"]),
            known(row["first_day"]),
            known(row["last_day"]),
            () if row["places"] is None else tuple(map(str, row["places"])),
            known(row["release"]),
        )
        for row in queries.rows_of(queries.list_spans(store))
    )
