"""The main roads: by name in any spelling, in straight pieces, and how far along them a point lies.

A road is one chain of pieces from the town in which it begins, a gap of its line bridged straight:
kilometres along it run over the bridge, a distance to it is taken to the line alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
import shapely
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from corridor import settings
from corridor.geo.distance import metric_distances_km
from corridor.geo.enrich import DECIMALS
from corridor.geo.gazetteer import places_in
from corridor.geo.near import Segment
from corridor.geo.places import fold
from corridor.geo.projection import METRES_PER_KM, project, to_degrees, to_metres
from corridor.geo.reference import TOWN_KINDS, Reference, load_reference
from corridor.geo.search import ALIKE, APART, FAR, MOST_NAMED, MOST_SIGNS, letters

_IDLE: Final = re.compile(r"\b(road|highway|route|to|طريق)\b", re.IGNORECASE)
# A town so near is on the road.
TOWN_KM: Final = 6.0
_PARTS: Final = re.compile(r"\s*[-–—]\s*")


@dataclass(frozen=True)
class Road:
    """A main road that has a name: `length` in km from `starts_at`; `slug` stands in an address."""

    name: str
    slug: str
    starts_at: str
    length: float


@dataclass(frozen=True)
class TakenRoad:
    """The road that a text means, and `others` that it may name as well.

    It `is_guess` when the text is no spelling of it, but so like one that it may be a slip.
    """

    road: Road
    others: tuple[Road, ...] = ()
    is_guess: bool = False


def roads() -> tuple[Road, ...]:
    """Return the main roads that have a name of their own, in the order of the file."""
    return _roads(_reference().folder)


@lru_cache(maxsize=4)
def _roads(folder: Path) -> tuple[Road, ...]:
    known = load_reference(folder)
    pairs = zip(known.main_roads.properties, known.road_chains, strict=True)
    return tuple(
        Road(item["name"], item["id"], item["starts_at"] or "", chain.length / METRES_PER_KM)
        for item, chain in pairs
        if item["name_ar"]
    )


def road_of(name: str) -> Road | None:
    """Return the road of a display name or a slug, written just so; None when there is none."""
    return next((road for road in roads() if name in (road.name, road.slug)), None)


def road_names() -> tuple[str, ...]:
    """Return the names of `roads`."""
    return tuple(road.name for road in roads())


def road_name(text: str) -> str | None:
    """Return the display name of a main road from a spelling, id or Arabic name of it."""
    taken = take_road(text)
    return taken.road.name if taken and not taken.is_guess else None


def take_road(text: str) -> TakenRoad | None:
    """Return the road that a text means: its name in any spelling, from either end, its number.

    Of two that are as much like it, none is taken.
    """
    wanted = _spelled(text[:MOST_SIGNS])
    for form, known in zip(wanted, _spellings(_reference().folder), strict=True):
        if form and (found := known.get(form)):
            return TakenRoad(found[0], found[1:])
    ranked = _by_likeness(wanted)
    alike = [(road, share) for road, share in ranked if share >= ALIKE]
    if not alike or any(share > alike[0][1] - APART for _, share in ranked[1:]):
        return None
    return TakenRoad(alike[0][0], is_guess=True)


def nearest_roads(text: str) -> tuple[str, ...]:
    """Return up to five names of roads that are most like a text; all where none is like it."""
    ranked = _by_likeness(_spelled(text[:MOST_SIGNS]))
    found = [road.name for road, share in ranked if share >= FAR]
    return tuple(found[:MOST_NAMED]) or road_names()


def _by_likeness(wanted: tuple[str, str]) -> list[tuple[Road, float]]:
    found = dict.fromkeys(roads(), 0.0)
    for form, known in zip(wanted, _spellings(_reference().folder), strict=True):
        for spelling, named in known.items() if form else ():
            share = OSA.normalized_similarity(form, spelling)
            found |= {road: max(found[road], share) for road in named}
    return sorted(found.items(), key=lambda item: -item[1])


@lru_cache(maxsize=4)
def _spellings(folder: Path) -> tuple[dict[str, tuple[Road, ...]], dict[str, tuple[Road, ...]]]:
    """Return roads by each spelling: as it is folded, and by its letters."""
    numbers = {item["id"]: item["number"] for item in load_reference(folder).main_roads.properties}
    local = {item["id"]: item["name_ar"] for item in load_reference(folder).main_roads.properties}
    found: tuple[dict[str, tuple[Road, ...]], ...] = ({}, {})
    for road in _roads(folder):
        names = (road.name, road.slug, local[road.slug])
        for text in (*names, *map(_backwards, names), numbers[road.slug] or ""):
            for index, form in zip(found, _spelled(text), strict=True):
                if form:
                    index[form] = tuple(dict.fromkeys((*index.get(form, ()), road)))
    return found[0], found[1]


def _backwards(text: str) -> str:
    return "-".join(reversed(_PARTS.split(_IDLE.sub("", text).strip())))


def _spelled(text: str) -> tuple[str, str]:
    plain = fold(_IDLE.sub("", text))
    return plain, letters(plain)


def road_segments(name: str) -> list[Segment]:
    """Return a main road in straight pieces; KeyError when there is none of that name."""
    return [
        {side: piece[side] for side in ("x", "y", "dx", "dy")}
        for piece in road_pieces(name)
        if piece["is_road"]
    ]


def road_pieces(*names: str) -> list[dict[str, Any]]:
    """Return roads in straight pieces, with `road`, `is_road`, and where each begins (`begins`).

    All in metres; a bridge over a gap of the line is no road. KeyError for an unknown name.
    """
    return [piece for name in names for piece in _pieces(name)]


def _pieces(name: str) -> Iterable[dict[str, Any]]:
    line = _reference().main_roads.find_metric(name)
    corners = [
        (number, *map(float, corner))
        for number, part in enumerate(shapely.get_parts(line))
        for corner in shapely.get_coordinates(part)
    ]
    at = 0.0
    for (part, x, y), (of, to_x, to_y) in pairwise(corners):
        yield {
            "road": name, "x": x, "y": y, "dx": to_x - x, "dy": to_y - y, "begins": at,
            "is_road": part == of,
        }  # fmt: skip
        at += float(np.hypot(to_x - x, to_y - y))


def stretch(name: str, first_km: float, last_km: float, off_km: float = 0.0) -> BaseGeometry:
    """Return a stretch of a road as a line, or the area within `off_km` beside it (WGS 84).

    KeyError when there is none of that name.
    """
    known = _reference()
    chain = known.road_chains[list(known.main_roads.names).index(name)]
    part = substring(chain, first_km * METRES_PER_KM, last_km * METRES_PER_KM)
    beside = shapely.buffer(part, off_km * METRES_PER_KM, cap_style="flat") if off_km else part
    return shapely.transform(beside, lambda vertices: np.column_stack(to_degrees(*vertices.T)))


@lru_cache(maxsize=64)
def towns_along(name: str) -> tuple[tuple[str, float], ...]:
    """Return the towns by a road, the largest first, each with its kilometre.

    Of towns only those that somebody has counted the people of. KeyError for an unknown road.
    """
    known = _reference()
    position = list(known.main_roads.names).index(name)
    towns = [
        place
        for place in places_in(known.folder)
        if place.kind in TOWN_KINDS and place.points and place.population
    ]
    eastings, northings = to_metres([each.longitude for each in towns],
                                    [each.latitude for each in towns])  # fmt: skip
    points = shapely.points(eastings, northings)
    off = shapely.distance(points, known.main_roads.metric[position])
    along = shapely.line_locate_point(known.road_chains[position], points)
    found = [
        (-town.population, town.name, float(metres) / METRES_PER_KM)
        for town, metres, away in zip(towns, along, off, strict=True)
        if away <= TOWN_KM * METRES_PER_KM
    ]
    return tuple((town, km) for _, town, km in sorted(found))


@lru_cache(maxsize=256)
def reaches(
    name: str, every: int, km: float, provinces: tuple[str, ...], districts: tuple[str, ...]
) -> tuple[bool, ...]:
    """Tell of each `every` km of a road whether it comes within `km` of provinces or districts.

    Without any every one does.
    """
    known = _reference()
    chain = known.road_chains[list(known.main_roads.names).index(name)]
    step = every * METRES_PER_KM
    parts = [substring(chain, at, at + step) for at in np.arange(0, chain.length, step)]
    shapes = [shape for (admin1, admin2), shape in known.districts.items()
              if admin2 in districts and admin1 in (provinces or (admin1,))]  # fmt: skip
    if not districts:
        shapes = [known.admin1.find(each) for each in provinces]
    if not shapes:
        return (not districts,) * len(parts)
    area = shapely.union_all(project(np.array(shapes, dtype=object)))
    return tuple(bool(shapely.dwithin(part, area, km * METRES_PER_KM)) for part in parts)


def beside_roads(
    lats: NDArray[np.float64], lons: NDArray[np.float64], km: float
) -> dict[str, NDArray[np.bool_]]:
    """Tell for each main road that has a name which points (degrees) lie within `km` of it.

    To the metre, as a filter by distance does; a point without coordinates lies on no road.
    """
    eastings, northings = to_metres(lons, lats)
    main_roads = _reference().main_roads
    return {
        name: np.round(
            metric_distances_km(eastings, northings, main_roads.find_metric(name)), DECIMALS
        ) <= km
        for name in road_names()
    }  # fmt: skip


def _reference() -> Reference:
    return load_reference(settings.load().reference_dir)
