"""The country that one store is about: what no region of it can choose by itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corridor.packs.degrees import Box, take_box
from corridor.packs.reading import read_pack
from corridor.packs.table import Table
from corridor.words import later


@dataclass(frozen=True)
class Country:
    """Its names, the word for all its provinces, and how its ground is measured.

    `aliases` are other names of it and of parts that are written as a country, `parts` pieces of
    a name that may mean a part of it, `alike` other countries whose names a slip of the finger
    could make of its own; all are folded. `whole` stands for all provinces in addresses; `region`
    and `series` are the slugs of those that are shown, and measured by, unless a report says
    otherwise; `report` is the slug of the report that is shown first, "" for the first by name.
    `actor` is whose attacks are told apart from operations against it, by its name in the data;
    `opponents` are how the names of the sides begin whose deaths make an incident an attack.
    `utm_zone` is the zone, north of the equator, in whose metres distances are taken; points beyond
    `bounds` lie abroad, distances are taken within `measured`, which is wider (both in degrees).
    `clock` is the city whose clock it goes by, `hours` before Greenwich; `credits` say where its
    ground comes from.
    """

    name: str
    aliases: frozenset[str]
    parts: tuple[str, ...]
    alike: frozenset[str]
    whole: str
    credits: tuple[str, ...]
    region: str
    series: str
    report: str
    actor: str
    opponents: tuple[str, ...]
    clock: str
    hours: int
    utm_zone: int
    bounds: Box
    measured: Box
    iso: int = 0
    gleditsch_ward: int = 0


def load_country(file: Path) -> Country:
    """Read a country; PackError says what is wrong with its file, where, and what to do."""
    table = read_pack(file, later("country-place"))
    measured, clock = take_box(table, "measured"), table.table("clock")
    country = Country(
        name=table.text("name"),
        aliases=frozenset(_folded(table, "aliases")),
        parts=_folded(table, "parts"),
        alike=frozenset(_folded(table, "alike")),
        whole=table.text("whole"),
        credits=table.texts("credits", (), most=20, most_of_each=300),
        region=table.slug("region"),
        series=table.slug("series"),
        report=table.slug("report", ""),
        actor=table.text("actor"),
        opponents=table.texts("opponents", most=20),
        clock=clock.text("name"),
        hours=clock.count("hours", least=-12, most=14),
        utm_zone=table.count("utm_zone", most=60),
        bounds=take_box(table, "bounds", measured),
        measured=measured,
        iso=table.count("iso", 0, least=0, most=999),
        gleditsch_ward=table.count("gleditsch_ward", 0, least=0, most=9999),
    )
    clock.close()
    table.close()
    return country


def _folded(table: Table, key: str) -> tuple[str, ...]:
    return tuple(text.casefold() for text in table.texts(key, (), least=0))
