"""The packs of the data folder, where it has its own, else those that are shipped; read once."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Final

from corridor import settings, vocabulary
from corridor.packs.country import Country, load_country
from corridor.packs.region import FILE, Region, load_region
from corridor.packs.series import FILE as SERIES_FILE
from corridor.packs.series import Series, load_series
from corridor.packs.table import PackError
from corridor.packs.tactics import TacticWords, load_tactics
from corridor.words import stand
from corridor.words.numbers import EN_DASH

REGIONS: Final = "regions"
SERIES: Final = "series"


def country() -> Country:
    """Return the country that the store is about; PackError when its file cannot be used."""
    return _country(settings.find("country.toml"))


def tactics() -> TacticWords:
    """Return the words that tell a tactic; PackError when their file cannot be used."""
    return _tactics(settings.find("tactics.toml"))


def list_regions() -> list[str]:
    """Name the regions that are there, whether or not they can be used."""
    return _slugs(REGIONS, FILE)


def _slugs(kind: str, name: str) -> list[str]:
    folders = {settings.data_dir() / kind, settings.SHIPPED / kind}
    return sorted({file.parent.name for folder in folders for file in folder.glob(f"*/{name}")})


def regions() -> tuple[Region, ...]:
    """Return the regions that can be used, in the order of their slugs."""
    found = []
    for slug in list_regions():
        with suppress(PackError):
            found.append(region(slug))
    return tuple(found)


def region(slug: str = "") -> Region:
    """Return a region, the country's first when none is named; PackError if it cannot be used."""
    home = country()
    folder = settings.find(f"{REGIONS}/{slug or home.region}")
    return _region(folder, settings.find("reference"), home)


def list_series() -> list[str]:
    """Name the series that are there, whether or not they can be used."""
    return _slugs(SERIES, SERIES_FILE)


def all_series() -> tuple[Series, ...]:
    """Return the series that can be used, in the order of their slugs."""
    found = _each()
    return tuple(one for slug in sorted(found) if isinstance(one := found[slug], Series))


def refused_series() -> dict[str, PackError]:
    """Return what is wrong with each series that cannot be used, by its slug."""
    return {slug: one for slug, one in sorted(_each().items()) if isinstance(one, PackError)}


def series(slug: str = "") -> Series:
    """Return a series, the country's when none is named; PackError if it cannot be used.

    It cannot when another has its code: the country's own comes first, then the first by slug.
    """
    first, there = country().series, list_series()
    if slug in {"", first} or slug not in there:
        return _read(slug or first, (), there)
    one = _each()[slug]
    if isinstance(one, PackError):
        raise one
    return one


def _each() -> dict[str, Series | PackError]:
    """Read the series that are there, the country's first, or say what is wrong with them."""
    found: dict[str, Series | PackError] = {}
    taken: tuple[tuple[str, str], ...] = ()
    first, there = country().series, list_series()
    for slug in sorted(there, key=lambda slug: (slug != first, slug)):
        try:
            one = found[slug] = _read(slug, taken, there)
            taken = (*taken, (one.code, slug))
        except PackError as error:
            found[slug] = error
    return found


def _read(slug: str, taken: tuple[tuple[str, str], ...], there: Sequence[str]) -> Series:
    folder = settings.find(f"{SERIES}/{slug}")
    return _series(folder, settings.find("reference"), taken, tuple(there))


def series_of(code: str) -> Series | None:
    """Return the series whose accounts name this source, None where there is none."""
    return next((each for each in all_series() if each.code == code), None)


def _inside(low: float, high: float) -> str:
    """Write the whole degrees between two: "29–37"."""
    return f"{math.ceil(low)}{EN_DASH}{math.floor(high)}"


# What every message may say.
stand(
    country=lambda: country().name,
    series=lambda: series().code,
    clock=lambda: country().clock,
    armed_group=lambda: vocabulary.actor_label(country().actor),
    latitudes=lambda: _inside(country().bounds.south, country().bounds.north),
    longitudes=lambda: _inside(country().bounds.west, country().bounds.east),
)


@lru_cache(maxsize=4)
def _country(file: Path) -> Country:
    return load_country(file)


@lru_cache(maxsize=4)
def _tactics(file: Path) -> TacticWords:
    return load_tactics(file)


@lru_cache(maxsize=32)
def _region(folder: Path, reference: Path, home: Country) -> Region:
    return load_region(folder, reference, home.bounds)


@lru_cache(maxsize=32)
def _series(
    folder: Path, reference: Path, taken: tuple[tuple[str, str], ...], known: tuple[str, ...]
) -> Series:
    return load_series(folder, reference, dict(taken), known)
