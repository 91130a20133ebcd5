"""Every place that has a name, once: settlements and other points, provinces, districts, areas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import shapely

from corridor.geo.places import POINT_KINDS, fold
from corridor.geo.projection import METRES_PER_KM, to_metres
from corridor.geo.reference import Reference, load_reference

# Points of one name within this distance are one place.
ONE_PLACE_KM: Final = 10.0
# What a place is; of rows of one place the first gives name and point (GeoNames' has the Arabic).
KINDS: Final = (
    "city", "populated place", "town", "village", "place", "locality",
    "governorate", "district", "sub-district", "mountain range",
)  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A place with a name. `latitude` and `longitude` (degrees) are its point, or an area's middle.

    `local` is its Arabic name, else the Kurdish one, "" when neither is known; `kind` is one of
    `KINDS`, or "point"; `admin1` and `admin2` name province and district, "" when unknown;
    `population` is 0 when nobody has counted; `note` is what the gazetteer warns of. `points` are
    all that sources give of it (latitude, longitude), none for an area.
    """

    name: str
    local: str
    kind: str
    latitude: float
    longitude: float
    admin1: str = ""
    admin2: str = ""
    note: str = ""
    population: int = 0
    points: tuple[tuple[float, float], ...] = ()
    spellings: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def size(self) -> tuple[int, int]:
        """Its rank by its people, and where nobody has counted them, by what it is."""
        return -self.population, KINDS.index(self.kind)

    @cached_property
    def folded(self) -> frozenset[str]:
        """Its spellings, as they are compared."""
        return frozenset(map(fold, self.spellings)) - {""}


@lru_cache(maxsize=4)
def places_in(folder: Path) -> tuple[Place, ...]:
    """Return every place of a reference folder; rows of one name within 10 km are one place.

    A settlement is also found by the name of the area around it that is called after it: often
    only one of the two has its Arabic name.
    """
    reference = load_reference(folder)
    rows = [_place(row) for row in reference.gazetteer.to_dict("records")]
    areas = [_with_aliases(each, reference) for each in rows if not each.points]
    points = _joined([each for each in rows if each.points])
    return (*_called(points, areas), *areas, *_provinces(reference))


def _place(row: Mapping[Any, Any]) -> Place:
    is_point = row["kind"] in POINT_KINDS
    names = (row["name"], row["name_ar"], row["name_ku"], *row["aliases"].split("|"))
    return Place(
        name=row["admin2"] if row["kind"] == "district" else row["name"],
        local=row["name_ar"] or row["name_ku"],
        kind=row["kind"],
        latitude=row["lat"],
        longitude=row["lon"],
        admin1=row["admin1"],
        admin2=row["admin2"],
        note=row["note"],
        population=int(row["population"] or 0),
        points=((row["lat"], row["lon"]),) if is_point else (),
        spellings=frozenset(filter(None, names)),
    )


def _with_aliases(area: Place, reference: Reference) -> Place:
    """Add to a district the spellings that its polygon has, but for codes such as IQG13Q01."""
    if area.kind != "district":
        return area
    known = {(item["admin1"], item["name"]): item for item in reference.admin2.properties}
    aliases = known[area.admin1, area.admin2]["aliases"]
    return replace(area, spellings=area.spellings | {area.name} | _names(aliases))


def _names(spellings: Iterable[str]) -> frozenset[str]:
    return frozenset(each for each in spellings if not each.startswith("IQ"))


def _provinces(reference: Reference) -> list[Place]:
    middles = shapely.point_on_surface(reference.admin1.shapes)
    return [
        Place(
            item["name"], item["name_ar"], "governorate", float(middle.y), float(middle.x),
            item["name"], spellings=_names([item["name"], item["name_ar"], *item["aliases"]]),
        )
        for item, middle in zip(reference.admin1.properties, middles, strict=True)
    ]  # fmt: skip


def _joined(rows: list[Place]) -> list[Place]:
    """Make one place of rows that share a name and lie within 10 km, one after another."""
    eastings, northings = to_metres([row.longitude for row in rows], [row.latitude for row in rows])
    marks = np.asarray(shapely.points(eastings, northings), dtype=object)
    pairs = shapely.STRtree(marks).query(
        marks, predicate="dwithin", distance=ONE_PLACE_KM * METRES_PER_KM
    )
    groups = list(range(len(rows)))
    for one, other in pairs.T:
        if one < other and rows[one].folded & rows[other].folded:
            kept, gone = groups[one], groups[other]
            groups = [kept if group == gone else group for group in groups]
    together: dict[int, list[Place]] = {}
    for row, group in zip(rows, groups, strict=True):
        together.setdefault(group, []).append(row)
    return [_one_of(group) for group in together.values()]


def _one_of(rows: list[Place]) -> Place:
    first, *others = sorted(rows, key=lambda row: KINDS.index(row.kind))
    return replace(
        first,
        local=next((row.local for row in (first, *others) if row.local), ""),
        population=max(row.population for row in rows),
        points=tuple(sorted({point for row in rows for point in row.points})),
        spellings=frozenset().union(*(row.spellings for row in rows)),
    )


def _called(points: Sequence[Place], areas: Iterable[Place]) -> Iterator[Place]:
    """Add the names of areas that are called after a settlement, in whose district it lies.

    But for those that another settlement has: the Arabic name of Baladruz district is Mandali's.
    """
    bear = Counter(spelling for place in points for spelling in place.folded)
    for place in points:
        after = [
            area
            for area in areas
            if (area.admin1, area.admin2) == (place.admin1, place.admin2)
            and fold(area.name) in place.folded
        ]
        new = {
            spelling
            for area in after
            for spelling in area.spellings
            if bear[fold(spelling)] == (fold(spelling) in place.folded)
        }
        local = place.local or next((area.local for area in after if area.local in new), "")
        yield replace(place, local=local, spellings=place.spellings | new)
