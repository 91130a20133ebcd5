"""A region of the country: its provinces, its periods, and what its map and charts write."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Final

from corridor.packs.degrees import Box, take_box, take_point
from corridor.packs.ground import LINES, SHAPES, Feature, Relief, read_shapes, take_relief
from corridor.packs.reading import read_pack
from corridor.packs.sheets import read_sheet
from corridor.packs.table import Table
from corridor.words import later
from corridor.words import numbers as fmt

FILE: Final = "region.toml"
Period = tuple[date, date]
# What the map writes in which way: see docs/packs.md.
LABEL_KINDS: Final = (
    "governorate", "neighbour", "country", "town1", "town2", "place", "range", "range_ar",
    "river", "road", "road_name",
)  # fmt: skip
LABEL_ANCHORS: Final = ("start", "middle", "end")
_MOST_SHIFT: Final = 200
_MOST_ANCHORS: Final = 100
_LABEL: Final[Mapping[str, type]] = {
    "name": str, "name_ar": str, "lat": float, "lon": float, "kind": str, "angle": float,
    "anchor": str, "dx": float, "dy": float,
}  # fmt: skip
_EVENT: Final[Mapping[str, type]] = {"date": date, "label": str, "note": str}


@dataclass(frozen=True)
class Label:
    """A name on the map: where (degrees), of what kind, how it is turned, tied and shifted.

    `angle` is in degrees anticlockwise, `anchor` the end of the writing that lies at the place,
    `dx` and `dy` are in pixels, right and down.
    """

    name: str
    name_ar: str
    lat: float
    lon: float
    kind: str
    angle: float
    anchor: str
    dx: float
    dy: float


@dataclass(frozen=True)
class Event:
    """A moment that the timeline names, and a note on what happened."""

    day: date
    label: str
    note: str


@dataclass(frozen=True)
class Region:
    """A region as data; two of one slug are the same.

    `short` is its name within sentences ("the corridor"), `word` that in the list of words, empty
    where none is wanted; `provinces` stand in the order in which they are listed. `view` is what
    its map shows first, `anchors` gives a longitude and latitude for the counts of districts at
    that view. `baseline` is a span of whole years that levels are compared with. Charts begin on
    `first_day`, the small one of the overview on `small_from`, the history of an indicator on
    `history_from`; `recent_from` is the first day of a month, from which a period of the filter
    runs. `reporting` is a sentence on how the news reached the series from here, `range` a range of
    hills, `ground` a clause and `sketched` a sentence on what of the ground is no exact drawing;
    each may be empty. `roads`, `water` and `relief` are drawn beside what is of the reference, and
    never measure.
    """

    slug: str
    name: str = field(repr=False)
    short: str = field(repr=False)
    word: str = field(repr=False)
    provinces: tuple[str, ...] = field(repr=False)
    view: Box = field(repr=False)
    first_day: date = field(repr=False)
    small_from: date = field(repr=False)
    history_from: date = field(repr=False)
    recent_from: date = field(repr=False)
    baseline: Period = field(repr=False)
    anchors: Mapping[str, tuple[float, float]] = field(repr=False, hash=False)
    labels: tuple[Label, ...] = field(repr=False, hash=False)
    events: tuple[Event, ...] = field(repr=False, hash=False)
    reporting: str = field(repr=False)
    range: str = field(repr=False)
    ground: str = field(repr=False)
    sketched: str = field(repr=False)
    roads: tuple[Feature, ...] = field(repr=False, hash=False)
    water: tuple[Feature, ...] = field(repr=False, hash=False)
    relief: Relief | None = field(repr=False)


def load_region(folder: Path, reference: Path, within: Box) -> Region:
    """Read a region from its folder; its places must be those of the reference geography.

    Its points lie within a box. PackError says what is wrong, where, and what to do.
    """
    table = read_pack(folder / FILE, later("region-place"))
    districts = place_names(reference)
    provinces = table.texts("provinces", most=len(districts), known=districts)
    inside = sorted({name for province in provinces for name in districts[province]})
    anchors = [
        _anchor(each, inside, within)
        for each in table.tables("anchor", [], least=0, most=_MOST_ANCHORS)
    ]
    region = Region(
        slug=folder.name,
        name=table.text("name"),
        short=table.text("short", most=60),
        word=table.text("word", "", most=60),
        provinces=provinces,
        view=take_box(table, "view", within),
        first_day=table.day("first_day"),
        small_from=table.day("small_from"),
        history_from=table.day("history_from"),
        recent_from=_first_of_month(table, "recent_from"),
        baseline=whole_years(table.table("baseline")),
        anchors=dict(anchors),
        labels=_labels(folder / "labels.csv"),
        events=_events(folder / "events.csv"),
        range=table.text("range", "", most=60),
        ground=fmt.together(table.text("ground", "", most=200)),
        sketched=fmt.together(table.text("sketched", "", most=400)),
        reporting=fmt.together(table.text("reporting", "", most=1000)),
        roads=read_shapes(folder / "roads.geojson", LINES),
        water=read_shapes(folder / "water.geojson", SHAPES),
        relief=take_relief(table),
    )
    table.close()
    return region


@lru_cache(maxsize=4)
def place_names(reference: Path) -> Mapping[str, tuple[str, ...]]:
    """Return the names of the reference's provinces, each with those of its districts."""
    districts: dict[str, tuple[str, ...]] = {
        item["name"]: () for item in _properties(reference / "admin1.geojson")
    }
    for item in _properties(reference / "admin2.geojson"):
        districts[item["admin1"]] = (*districts[item["admin1"]], item["name"])
    return districts


def _properties(file: Path) -> list[dict[str, str]]:
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    return [item["properties"] for item in features]


def _anchor(table: Table, districts: list[str], within: Box) -> tuple[str, tuple[float, float]]:
    name = table.name("district", districts)
    point = take_point(table, "lon", "lat", within)
    table.close()
    return name, point


def _first_of_month(table: Table, key: str) -> date:
    day = table.day(key)
    if day.day != 1:
        raise table.fail("region-first-of-month", key, key=key)
    return day


def whole_years(table: Table) -> Period:
    """Take a table of two days that are whole years; PackError when they are not."""
    first, last = table.day("from"), table.day("to")
    table.close()
    if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31) or first > last:
        raise table.fail("region-whole-years")
    return first, last


def _labels(file: Path) -> tuple[Label, ...]:
    # Names beyond the country's bounds are those of its neighbours.
    return tuple(_label(row) for row in read_sheet(file, later("region-label"), _LABEL))


def _label(row: Table) -> Label:
    kind = row.name("kind", LABEL_KINDS)
    return Label(
        name=row.text("name", ""),
        name_ar=row.text("name_ar", ""),
        lat=row.number("lat", least=-90, most=90),
        lon=row.number("lon", least=-180, most=180),
        kind=kind,
        angle=row.number("angle", least=-180, most=180),
        anchor=row.name("anchor", LABEL_ANCHORS),
        dx=row.number("dx", least=-_MOST_SHIFT, most=_MOST_SHIFT),
        dy=row.number("dy", least=-_MOST_SHIFT, most=_MOST_SHIFT),
    )


def _events(file: Path) -> tuple[Event, ...]:
    return tuple(
        Event(row.day("date"), row.text("label", most=60), row.text("note", "", most=400))
        for row in read_sheet(file, later("region-event"), _EVENT)
    )
