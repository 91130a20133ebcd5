"""The choices of the filter, one row each: all that address, SQL, page and command line know of it.

A row is a field of `IncidentFilter`. To add a choice, add a field here and its messages to
`words/en/filter.ftl`: `choice-<key>`, its label; `choice-<key>-any`, what stands in its empty
field; `choice-<key>-help`, if it needs one; `flag-<key>`, its help on the command line; and what
`said` says of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cache
from typing import Any, Final, Literal

from corridor import geo, packs, vocabulary
from corridor.filter.along import USUAL_KM, Along, kilometres_text, known_along
from corridor.filter.comparisons import comparison_name, comparison_text
from corridor.filter.grades import grades_kept
from corridor.filter.reading import (
    Reads,
    read_along,
    read_area,
    read_comparison,
    read_place,
    read_text,
)
from corridor.words import isolated, say
from corridor.words import numbers as fmt
from corridor.words.terms import term

# What `upload` may say beside the id of one upload.
WITHOUT_UPLOADS: Final = "without"
ONLY_UPLOADS: Final = "only"
# Attacks by the actor that the country names, and operations against it.
ACTS: Final = ("attacks", "operations")
# What accounts of one incident may disagree on.
DISAGREE: Final = ("deaths", "place", "date", "sides", "type")
# Between a series and the one that continues it, where both measure as one.
_CONTINUED: Final = " + "
# From here on an area is said in whole km².
LARGE_KM2: Final = 100.0

# Several of a list, one of it, one of it on a slider, yes or no, free text, a day, a number, one of
# a list or anything that somebody writes, a text of many lines.
Kind = Literal["many", "one", "scale", "switch", "text", "day", "number", "written", "pasted"]
# Of these somebody may write what cannot be used.
FREE: Final = ("text", "written", "pasted")
# Where its widget stands in the filter bar.
Part = Literal["where", "when", "what", "how", "along", "around", "more"]
# The parts of what is measured: along roads, round a place or in an area.
DISTANCES: Final[tuple[Part, ...]] = ("along", "around")


@dataclass(frozen=True)
class Dimension:
    """One choice of the filter.

    `key` is its name in an address and its widget's; `flag` that on the command line, where it is
    another. `where` is SQL that is true for what stays, or names a file of `queries/sql`; it binds
    `$<field>`, or what `binds` makes of the filter, and stands in a query only when something is
    chosen. `shown` leads from a value to the word that people see and that an address carries,
    `meant` from what somebody wrote to the value. `options` names the values to choose from in
    `queries.Options`, `closed` those that no data can add to, `everything` gives the word for no
    restriction. `said_before` is the choice that it is said before, where that is not the next.
    `of` is the field without which a number or a switch means nothing, `stops` are the values at
    which a slider rests, the least first. `reads` takes a free text for a value,
    or says why not.
    """

    key: str
    kind: Kind
    part: Part
    where: str = ""
    said: Callable[[IncidentFilter], str] | None = None
    binds: Callable[[IncidentFilter], dict[str, Any]] | None = None
    said_before: str = ""
    options: str = ""
    closed: tuple[str, ...] = ()
    everything: Callable[[], str] = str
    shown: Callable[[Any], str] = str
    meant: Callable[[str], Any] = str
    reads: Reads = read_text
    of: str = ""
    stops: tuple[str, ...] = ()
    flag: str = ""
    name: str = ""  # the field's; `dimensions` fills it in
    usual: Any = None  # when nothing is said, regions apart; `dimensions` fills it in

    @property
    def option(self) -> str:
        """Its name on the command line, without dashes before it: "event-type"."""
        return self.flag or self.key.replace("_", "-")

    def chosen(self, incident_filter: IncidentFilter) -> Any:
        """Return its value in a filter; None when it restricts nothing."""
        if self.of and not getattr(incident_filter, self.of):
            return None
        value = getattr(incident_filter, self.name)
        if isinstance(value, str):
            value = value.strip()
        return value if value or self.kind == "number" else None

    def texts(self, incident_filter: IncidentFilter) -> list[str]:
        """Return what an address says of it: nothing, a value, or several."""
        value = self.chosen(incident_filter)
        if value is None:
            return [self.everything()] if self.everything() else []
        if self.kind == "many":
            return [self.shown(each) for each in value]
        if self.kind == "switch":
            return ["true"]
        if self.kind == "number":
            return [f"{value:g}"]
        return [self.shown(value)]


def _choice(default: Any, key: str, kind: Kind, part: Part, where: str = "", **more: Any) -> Any:
    row = {"row": Dimension(key, kind, part, where, **more)}
    if callable(default):
        return field(default_factory=default, metadata=row)
    return field(default=default, metadata=row)


def _listed(attribute: str) -> Callable[[IncidentFilter], str]:
    return lambda chosen: fmt.sentence_list([*map(term, getattr(chosen, attribute))])


def _area_said(area: geo.Area) -> str:
    middle = ", ".join(f"{degrees:.2f}" for degrees in area.middle)
    return say("within-area", km2=fmt.number(area.km2, int(area.km2 < LARGE_KM2)), middle=middle)


def _along_said(along: Along) -> str:
    told = say("within-of-road", km=kilometres_text(along.km), road=along.road.name)
    if along.stretch is None:
        return told
    first, last = map(kilometres_text, along.stretch)
    return say("along-a-stretch", along=told, first=first, last=last, start=along.road.starts_at)


def _facts(facts: tuple[str, ...]) -> str:
    return fmt.either([say(f"disputed-{fact}") for fact in facts])


def _starts(names: tuple[str, ...]) -> str:
    """Return the pattern of what begins with one of these."""
    return f"^(?:{'|'.join(map(re.escape, names))})"


@dataclass(frozen=True)
class IncidentFilter:
    """Which incidents a view shows. Empty values mean "no restriction".

    `provinces` (unless told otherwise those of the country's first region) and `districts` hold
    display names; `date_from` and `date_to` are inclusive and compare with the first day of an
    incident; `compare` says what the period is compared with ("" is the equal period before;
    see `filter.comparisons`); `civilians` keeps violence against civilians and any incident
    with civilians among the dead; `acts` keeps attacks by the country's actor, or its other
    incidents, mostly operations against it; `tactics` keeps incidents of which any account
    tells one of these, by a column or by a listed word in its notes; `series` is the one that
    measures ("" is the country's), alone or with the one that continues it
    (`with_continuation`); `sources` counts each incident by its best account among them;
    `precision` keeps incidents known at least as well as the label; `road` and `near` keep
    those within `road_km` of a main road, within `near_km` of a place or a point ("35.47,
    44.39"), `along` those beside a road or a stretch of it (see `filter.along`), `within` those in
    an area (the short form of `geo.areas`), all where the place is known to about 25 km or
    better; `text` is looked for in every account of an incident, a
    place also under its other names; `disagree` keeps incidents whose accounts say one of these
    facts otherwise; `grade` keeps those whose counted account is graded as well or better, in both
    halves ("B2"), with `unjudged` those of which a half cannot be judged; `only` keeps incidents
    that were chosen one by one; `upload` keeps the incidents that one upload tells (its id), or any
    ("only"), or leaves out every uploaded account ("without": what an upload has updated counts as
    it was shipped).
    """

    provinces: tuple[str, ...] = _choice(
        lambda: packs.region().provinces, "province", "many", "where",
        "list_contains($provinces, admin1)", said=lambda chosen: chosen.place(),
        options="provinces", everything=lambda: packs.country().whole,
        meant=lambda text: geo.admin1_name(text) or text,
    )  # fmt: skip
    districts: tuple[str, ...] = _choice(
        (), "district", "many", "where", "list_contains($districts, admin2)",
        options="districts", meant=lambda text: geo.admin2_name(text) or text,
    )  # fmt: skip
    date_from: date | None = _choice(
        None, "dates", "day", "when", "event_date >= $date_from",
        said=lambda chosen: chosen.period(), flag="from",
    )  # fmt: skip
    date_to: date | None = _choice(
        None, "dates", "day", "when", "event_date <= $date_to", flag="to",
    )  # fmt: skip
    compare: str = _choice(
        "", "compare", "written", "when",  # no incident is left out: see `analysis.comparison`
        said=lambda chosen: say("compared-with", days=comparison_name(chosen.compare)),
        options="comparisons", shown=comparison_text, reads=read_comparison,
    )  # fmt: skip
    event_types: tuple[str, ...] = _choice(
        (), "event_type", "many", "what", "list_contains($event_types, event_type)",
        said=_listed("event_types"), options="event_types", closed=vocabulary.EVENT_TYPES,
    )  # fmt: skip
    actors: tuple[str, ...] = _choice(
        (), "actor", "many", "what",
        "(list_contains($actors, actor1) OR list_contains($actors, actor2))",
        said=lambda chosen: say(
            "involving", actors=fmt.sentence_list([*map(vocabulary.actor_label, chosen.actors)])
        ),
        options="actors", shown=vocabulary.actor_label, meant=vocabulary.actor_name,
    )  # fmt: skip
    series: str = _choice(
        "", "series", "one", "more",  # it decides what is measured: see `filtered.sql`
        options="series",
    )  # fmt: skip
    sources: tuple[str, ...] = _choice(
        (), "source", "many", "more",  # it decides which account counts: see `filtered.sql`
        said=lambda chosen: say("by-sources", sources=fmt.sentence_list(chosen.sources)),
        options="sources",
    )  # fmt: skip
    civilians: bool = _choice(
        False, "civilians", "switch", "more",
        "(event_type = $civilians_type OR deaths_civilians > 0)",
        said=lambda _: say("civilians-targeted"), said_before="actor",
        binds=lambda _: {"civilians_type": vocabulary.CIVILIANS_TYPE},
    )  # fmt: skip
    acts: str = _choice(
        "", "acts", "one", "what", "/* filtered_acts */",
        said=lambda chosen: say(f"acting-{chosen.acts}"), said_before="civilians",
        binds=lambda chosen: {
            "acts": chosen.acts,
            "acts_actor": packs.country().actor,
            "acts_civilians": vocabulary.CIVILIANS_TYPE,
            "acts_opponents": _starts(packs.country().opponents),
        },
        closed=ACTS,
    )  # fmt: skip
    tactics: tuple[str, ...] = _choice(
        (), "tactic", "many", "how", "/* filtered_tactic */",
        said=_listed("tactics"), binds=lambda chosen: {"tactics": list(chosen.tactics)},
        closed=vocabulary.TACTICS,
    )  # fmt: skip
    precision: str = _choice(
        "", "precision", "one", "where", "geo_precision <= $precision_rank",
        said=lambda chosen: say("placed-at-least", precision=term(chosen.precision)),
        binds=lambda chosen: {"precision_rank": vocabulary.precision_rank(chosen.precision)},
        closed=tuple(vocabulary.GEO_PRECISIONS.values()),
    )  # fmt: skip
    road: str = _choice(
        "", "road", "one", "along", "/* filtered_within of road */",
        said=lambda chosen: say(
            "within-of-road", km=kilometres_text(chosen.road_km), road=chosen.road
        ),
        binds=lambda chosen: {"road_segments": geo.road_segments(chosen.road)},
        options="roads", meant=lambda text: geo.road_name(text) or text,
    )  # fmt: skip
    road_km: float = _choice(USUAL_KM, "road_km", "number", "along", of="road")
    along: str = _choice(
        "", "along", "written", "along", "/* filtered_along of along */",
        said=lambda chosen: _along_said(known_along(chosen.along)),
        binds=lambda chosen: known_along(chosen.along).binds(),
        options="roads", reads=read_along,
    )  # fmt: skip
    near: str = _choice(
        "", "near", "written", "around", "/* filtered_within of near */",
        said=lambda chosen: say(
            "within-of-place", km=kilometres_text(chosen.near_km), place=chosen.near
        ),
        binds=lambda chosen: {"near_segments": geo.point_segments(chosen.near)},
        options="places", reads=read_place,
    )  # fmt: skip
    near_km: float = _choice(USUAL_KM, "near_km", "number", "around", of="near")
    within: str = _choice(
        "", "within", "pasted", "around", "/* filtered_inside of within */",
        said=lambda chosen: _area_said(geo.area_of(chosen.within)),
        binds=lambda chosen: {"within_segments": geo.area_of(chosen.within).segments()},
        reads=read_area,
    )  # fmt: skip
    text: str = _choice(
        "", "text", "text", "how", "/* filtered_text */",
        said=lambda chosen: say("with-the-text", text=isolated(chosen.text.strip())),
    )  # fmt: skip
    disagree: tuple[str, ...] = _choice(
        (), "disagree", "many", "how", "/* filtered_disagree */",
        said=lambda chosen: say("disagreeing-on", facts=_facts(chosen.disagree)),
        binds=lambda chosen: {"disagree": list(chosen.disagree)},
        closed=DISAGREE,
    )  # fmt: skip
    grade: str = _choice(
        "", "grade", "scale", "how", "/* filtered_grade */",
        said=lambda chosen: say(
            "graded-at-least", grade=chosen.grade, unjudged="too" if chosen.unjudged else "out"
        ),
        binds=lambda chosen: grades_kept(chosen.grade, unjudged=chosen.unjudged),
        closed=vocabulary.GRADES, stops=vocabulary.GRADE_STOPS,
    )  # fmt: skip
    unjudged: bool = _choice(False, "unjudged", "switch", "how", of="grade")
    only: tuple[str, ...] = _choice(
        (), "id", "many", "more", "/* filtered_ids of only */",
        said=lambda chosen: say("chosen-one-by-one", count=len(chosen.only)),
        binds=lambda chosen: {"only_ids": list(chosen.only)},
    )  # fmt: skip
    upload: str = _choice(
        "", "upload", "one", "more", "/* filtered_upload */",
        said=lambda chosen: say("of-upload", upload=chosen.upload), options="uploads",
    )  # fmt: skip

    @property
    def measuring(self) -> str:
        """The code of the series that measures, as its accounts name their source."""
        return (self.series or packs.series().code).partition(_CONTINUED)[0]

    @property
    def continuation(self) -> str:
        """The code of the series whose rows count after the last covered day; "" for none."""
        return self.series.partition(_CONTINUED)[2]

    def place(self) -> str:
        """Name the places in words: "Kirkuk and Diyala", or the whole country."""
        names = self.districts or self.provinces
        return fmt.sentence_list(names) if names else say("all-of")

    def period(self) -> str:
        """Say the dates: "1–30 Jun 2018", "1 Jul 2017 – 30 Jun 2018", "all dates"."""
        if self.date_from is None and self.date_to is None:
            return say("all-dates")
        if self.date_from is None:
            return say("dates-to", day=fmt.day(self.date_to))
        if self.date_to is None:
            return say("dates-from", day=fmt.day(self.date_from))
        return fmt.days(self.date_from, self.date_to)

    def describe(self) -> str:
        """Say the filter in one phrase, places and dates first."""
        return fmt.unit_list(self.phrases())

    def phrases(self) -> list[str]:
        """Say each thing that the filter asks for: place and dates first, and in any case."""
        keys = [row.key for row in dimensions()]

        def at(row: Dimension) -> tuple[int, bool]:
            return keys.index(row.said_before or row.key), not row.said_before

        told = [
            row.said(self)
            for row in sorted(dimensions(), key=at)
            if row.said and (row.key in ("province", "dates") or row.chosen(self) is not None)
        ]
        return [part for part in told if part]

    def to_query(self) -> list[tuple[str, str]]:
        """Return the pairs of an address that restore this filter; both dates are written."""
        return [(row.key, text) for row in dimensions() for text in row.texts(self)]

    def conditions(self) -> tuple[list[str], dict[str, Any]]:
        """Return the SQL of what is chosen, and the values that it binds."""
        rows = [row for row in dimensions() if row.chosen(self) is not None]
        values: dict[str, Any] = {}
        for row in rows:
            if row.binds:
                values |= row.binds(self)
            elif row.where or row.kind == "number":
                value = getattr(self, row.name)
                values[row.name] = list(value) if isinstance(value, tuple) else value
        return [row.where for row in rows if row.where], values

    def reach(self) -> tuple[str, float]:
        """Return the road that is asked for ("" for none), and within how many km it counts."""
        if self.along:
            along = known_along(self.along)
            return along.road.name, along.km
        return self.road, self.road_km

    def without_distance(self) -> IncidentFilter:
        """Return the same filter but for what is near a road or a place, or in an area."""
        return replace(
            self, **{row.name: row.usual for row in dimensions() if row.part in DISTANCES}
        )


def with_continuation(series: str, continuation: str) -> str:
    """Return the choice of a series with the one that continues it, by their codes."""
    return f"{series}{_CONTINUED}{continuation}"


_USUAL: Final = IncidentFilter(provinces=())


@cache
def dimensions() -> tuple[Dimension, ...]:
    """Return all choices, in the order in which they are said and written into an address."""
    return tuple(
        replace(item.metadata["row"], name=item.name, usual=getattr(_USUAL, item.name))
        for item in fields(IncidentFilter)
    )
