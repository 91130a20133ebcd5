"""How many incidents there are for the size of each district."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from corridor import geo, queries, settings
from corridor.answers import windows
from corridor.answers.places import districts
from corridor.filter import IncidentFilter
from corridor.store import Reader
from corridor.words.numbers import LOW_BASE

# A rate is of so many km².
AREA: Final = 1000


@dataclass(frozen=True)
class Rate:
    """The measuring series' incidents in a district, and its size.

    `incidents` is None where the series covers no day of the period there. With `days`, those that
    are covered, the rate is that of an average month.
    """

    admin1: str
    admin2: str
    incidents: int | None
    km2: float
    days: int | None = None

    @property
    def rate(self) -> float | None:
        """Incidents per 1,000 km², or of a month."""
        counted: float | None = self.incidents
        if self.days is not None:
            counted = windows.mean(counted, self.days, "month")
        return None if counted is None else AREA * counted / self.km2

    @property
    def is_few(self) -> bool:
        """Whether it rests on too few incidents to say much."""
        return self.incidents is not None and 0 < self.incidents < LOW_BASE


@dataclass(frozen=True)
class Rates:
    """The rate of every district of a filter's area, the highest first.

    `no_district` are the series' incidents that are in none of them: known less well, mostly.
    `beside` is the highest rate of those that they are compared with.
    """

    series: str
    rates: tuple[Rate, ...]
    no_district: int
    beside: float = 0.0

    @property
    def most(self) -> float:
        """The highest rate, of these or of those that they are compared with."""
        return max([self.beside, *(each.rate or 0.0 for each in self.rates)])

    @property
    def is_a_month(self) -> bool:
        """Whether the rates are those of an average month."""
        return any(each.days is not None for each in self.rates)

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `district-rates --json`."""
        rows = [
            {"admin1": each.admin1, "admin2": each.admin2, "incidents": each.incidents,
             "km2": each.km2, "rate": each.rate, "is_few": each.is_few}
            for each in self.rates
        ]  # fmt: skip
        return {
            "series": self.series,
            "per_km2": AREA,
            "rates": rows,
            "no_district": self.no_district,
        }


def district_rates(store: Reader, chosen: IncidentFilter) -> Rates:
    """Count the measuring series' incidents by district, and for 1,000 km² of it."""
    counted = {(each.admin1, each.admin2): each.incidents for each in districts(store, chosen)}
    areas = {
        key: km2
        for key, km2 in _areas(settings.load().reference_dir).items()
        if (not chosen.provinces or key[0] in chosen.provinces)
        and (not chosen.districts or key[1] in chosen.districts)
    }
    is_covered = {
        name: _is_covered(store, replace(chosen, provinces=(name,)))
        for name in {province for province, _ in areas}
    }
    rates = [
        Rate(*key, counted.get(key, 0) if is_covered[key[0]] else counted.get(key), km2)
        for key, km2 in areas.items()
    ]
    rates.sort(key=lambda each: (-(each.rate or 0.0), each.admin1, each.admin2))
    placed = sum(count for key, count in counted.items() if key in areas)
    whole = queries.summary(store, chosen).incidents
    return Rates(chosen.measuring, tuple(rates), (whole or 0) - placed)


def compared_rates(store: Reader, chosen: IncidentFilter) -> tuple[Rates, Rates] | None:
    """Return the rates of a period and of the days that it is compared with, on one scale.

    They are those of an average month where the two have other lengths; None where nothing is
    compared.
    """
    found = windows.compared(store, chosen)
    if found is None or not found.others:
        return None
    sides = [district_rates(store, each) for each in (chosen, windows.within(chosen, found.asked))]
    if found.is_by_mean:
        days = found.days, found.others.days
        sides = [
            replace(side, rates=tuple(replace(each, days=count) for each in side.rates))
            for side, count in zip(sides, days, strict=True)
        ]
    now, then = sides
    return replace(now, beside=then.most), replace(then, beside=now.most)


def _is_covered(store: Reader, chosen: IncidentFilter) -> bool:
    days = queries.covered(store, chosen)
    if days.first is None or days.last is None:
        return False
    return bool(days.within(chosen.date_from or days.first, chosen.date_to or days.last))


@lru_cache(maxsize=4)
def _areas(folder: Path) -> dict[tuple[str, str], float]:
    """Return the size of each district in km²."""
    shapes = geo.load_reference(folder).districts
    return {key: geo.km2_of(shape) for key, shape in shapes.items()}
