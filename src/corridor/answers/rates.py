"""How many incidents there are for the size of each district."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from corridor import geo, queries, settings
from corridor.answers.places import districts
from corridor.filter import IncidentFilter
from corridor.store import Reader
from corridor.words.numbers import LOW_BASE

# A rate is of so many km².
AREA: Final = 1000


@dataclass(frozen=True)
class Rate:
    """The measuring series' incidents in a district, and its size.

    `incidents` is None where the series covers no day of the period there.
    """

    admin1: str
    admin2: str
    incidents: int | None
    km2: float

    @property
    def rate(self) -> float | None:
        """Incidents per 1,000 km²."""
        return None if self.incidents is None else AREA * self.incidents / self.km2

    @property
    def is_few(self) -> bool:
        """Whether it rests on too few incidents to say much."""
        return self.incidents is not None and 0 < self.incidents < LOW_BASE


@dataclass(frozen=True)
class Rates:
    """The rate of every district of a filter's area, the highest first.

    `no_district` are the series' incidents that are in none of them: known less well, mostly.
    """

    series: str
    rates: tuple[Rate, ...]
    no_district: int

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `district-rates --json`."""
        rows = [asdict(each) | {"rate": each.rate, "is_few": each.is_few} for each in self.rates]
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
