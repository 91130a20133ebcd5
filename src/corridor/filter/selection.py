"""What somebody picked: a few terms, written as an address carries them.

A selection is no filter: it lies inside the one there is, and every panel shows it against that.
Each term is an incident, or a rule by which incidents are found; what is meant is always looked
for among the incidents that the filter keeps now, so that nothing stale can show.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from corridor import geo
from corridor.filter.address import parse_day
from corridor.filter.along import along_of, kilometres
from corridor.filter.dimensions import IncidentFilter
from corridor.words import ToldError, say

KEY: Final = "sel"
# What fits into an address that every browser and proxy takes.
MOST_TERMS: Final = 100
MOST_SIGNS: Final = 2000
_BETWEEN: Final = ":"
_NEXT: Final = "~"
_QUOTED: Final = "%7E"
# Of what cannot be read so much is shown again.
_SHOWN: Final = 60

# Kinds whose text only a reader of the store can judge.
_NAMED: Final = ("mark", "incident", "finding")


@dataclass(frozen=True)
class Term:
    """One thing that was picked: of a kind, and which.

    `mark` is a mark of the map (see `queries.map_places`), `incident` an id, `area` a polygon
    ("44.1,35.2;44.5,35.2;44.3,35.6": longitude and latitude of its corners), `circle` a point and a
    distance in km ("44.3,35.4,10"), `dates` the days of first and last ("2018-01-01/2018-03-31"),
    `district` a governorate and its district ("Kirkuk/Hawija"), `road` a stretch of a main road by
    its kilometres ("kirkuk-baghdad/120-130"), `finding` a conclusion of the report and its side
    ("rising/supporting").
    """

    kind: str
    text: str

    def __str__(self) -> str:
        """Return it as an address has it: "circle:44.3,35.4,10"."""
        return f"{self.kind}{_BETWEEN}{self.text}"

    @property
    def is_rule(self) -> bool:
        """Tell whether it is a filter of its own, so that it can become part of the filter."""
        return self.kind not in _NAMED

    def narrowed(self, chosen: IncidentFilter) -> IncidentFilter:
        """Return the filter with this in the place of its own choice of that kind."""
        return _NARROWED[self.kind](chosen, self.text) if self.is_rule else chosen


@dataclass(frozen=True)
class Selection:
    """Terms, each once, in the order in which they were picked; any of them may hold."""

    terms: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is selected."""
        return bool(self.terms)

    def __str__(self) -> str:
        """Return it as an address has it: its terms, with "~" between them."""
        return joined(map(str, self.terms))

    def of(self, kind: str) -> tuple[str, ...]:
        """Return the texts of its terms of a kind."""
        return tuple(term.text for term in self.terms if term.kind == kind)

    def added(self, other: Selection) -> Selection:
        """Return it with the terms of another; those that are in both are taken away."""
        both = set(self.terms) & set(other.terms)
        kept = [*self.terms, *other.terms]
        return Selection(tuple(term for term in kept if term not in both))


def through(first: str, last: str) -> str:
    """Return the term from one to another: days, or kilometres of one road; else the last alone.

    Raises ValueError when one is no term.
    """
    begin, end = _term(first), _term(last)
    if begin.kind != end.kind or begin.kind not in ("dates", "road"):
        return last
    if begin.kind == "dates":
        ends = [*days_of(begin.text), *days_of(end.text)]
        return f"dates:{min(ends)}/{max(ends)}"
    (road, own), (other, others) = stretch_of(begin.text), stretch_of(end.text)
    if road.slug != other.slug:
        return last
    return f"road:{road.slug}/{min(own + others):g}-{max(own + others):g}"


def joined(texts: Iterable[str]) -> str:
    """Return terms as an address has them, whether they say anything or not."""
    return _NEXT.join(text.replace(_NEXT, _QUOTED) for text in texts)


def read_selection(text: str) -> tuple[Selection, tuple[str, ...]]:
    """Return the selection that an address asks for, and why what else it asks is none, if so."""
    terms: dict[Term, None] = {}
    bad: list[str] = []
    for part in filter(None, text.split(_NEXT)):
        try:
            terms[_term(part.replace(_QUOTED, _NEXT))] = None
        except ToldError as error:
            bad.append(str(error))
        except ValueError:
            bad.append(say("selection-unreadable", text=part[:_SHOWN]))
    if len(terms) > MOST_TERMS:
        bad.append(say("selection-too-long", count=len(terms), most=MOST_TERMS))
    return Selection(tuple(terms)[:MOST_TERMS]), tuple(bad)


def _term(text: str) -> Term:
    kind, _, rest = text.partition(_BETWEEN)
    if len(text) > MOST_SIGNS or not rest or kind not in (*_NAMED, *_NARROWED):
        raise ValueError(text)
    term = Term(kind, rest)
    term.narrowed(IncidentFilter())
    return term


def _area(chosen: IncidentFilter, text: str) -> IncidentFilter:
    geo.area_of(text)
    return replace(chosen, within=text)


def circle_of(text: str) -> tuple[float, float, float]:
    """Read "44.39,35.47,20": longitude, latitude, km; ValueError when it is no such thing."""
    *place, distance = text.split(",")
    lon, lat = _place(place)
    km = kilometres(distance)
    if km is None:
        raise ValueError(text)
    return lon, lat, km


def _circle(chosen: IncidentFilter, text: str) -> IncidentFilter:
    lon, lat, km = circle_of(text)
    return replace(chosen, near=f"{lat:g}, {lon:g}", near_km=km)


def _dates(chosen: IncidentFilter, text: str) -> IncidentFilter:
    first, last = days_of(text)
    return replace(chosen, date_from=first, date_to=last)


def days_of(text: str) -> tuple[date, date]:
    """Read "2018-01-01/2018-03-31"; raises ValueError when it is no such thing."""
    ends = [parse_day(part) for part in text.split("/")]
    if len(ends) != 2 or ends[0] is None or ends[1] is None or ends[0] > ends[1]:
        raise ValueError(text)
    return ends[0], ends[1]


def _district(chosen: IncidentFilter, text: str) -> IncidentFilter:
    province, _, district = text.partition("/")
    if not district:
        raise ValueError(text)
    return replace(chosen, provinces=(province,), districts=(district,))


def _road(chosen: IncidentFilter, text: str) -> IncidentFilter:
    road, stretch = stretch_of(text)
    _, km = chosen.reach()
    along = along_of(road, [f"{km:g}", "-".join(f"{end:g}" for end in stretch)])
    if along is None:
        raise ValueError(text)
    return replace(chosen, along=along.text)


def stretch_of(text: str) -> tuple[geo.Road, tuple[float, float]]:
    """Read "kirkuk-baghdad/120-130"; raises ValueError when it is no such thing."""
    slug, _, ends = text.partition("/")
    road = geo.road_of(slug)
    along = along_of(road, [ends]) if road and road.slug == slug else None
    if road is None or along is None or along.stretch is None:
        raise ValueError(text)
    return road, along.stretch


def _place(parts: list[str]) -> tuple[float, float]:
    lon, lat = map(float, parts)
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise ValueError(parts)
    return lon, lat


_NARROWED: Final[dict[str, Callable[[IncidentFilter, str], IncidentFilter]]] = {
    "area": _area,
    "circle": _circle,
    "dates": _dates,
    "district": _district,
    "road": _road,
}
