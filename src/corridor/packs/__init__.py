"""Packs: what is added as data (`data/<kind>/<slug>/<kind>.toml`), read strictly.

A reader takes what it knows out of a `Table`, each number within its range, each name from its
list, each list with its length, and closes it. What is wrong is a PackError: file, line, place,
what it is, and what to do. `country`, `region` and `series` give those of the data folder.
"""

from corridor.packs.country import Country
from corridor.packs.degrees import Box
from corridor.packs.ground import Relief
from corridor.packs.home import (
    all_series,
    country,
    list_regions,
    list_series,
    refused_series,
    region,
    regions,
    series,
    series_of,
    tactics,
)
from corridor.packs.reading import read_pack
from corridor.packs.region import Event, Label, Region, load_region
from corridor.packs.series import Series, of_release
from corridor.packs.table import SLUG, Faults, PackError, Table, plain, shown
from corridor.packs.tactics import TacticWord, TacticWords

__all__ = [
    "SLUG",
    "Box",
    "Country",
    "Event",
    "Faults",
    "Label",
    "PackError",
    "Region",
    "Relief",
    "Series",
    "Table",
    "TacticWord",
    "TacticWords",
    "all_series",
    "country",
    "list_regions",
    "list_series",
    "load_region",
    "of_release",
    "plain",
    "read_pack",
    "refused_series",
    "region",
    "regions",
    "series",
    "series_of",
    "shown",
    "tactics",
]
