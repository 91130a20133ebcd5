"""The packs of the data folder, where it has its own, else those that are shipped; read once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from corridor import settings
from corridor.packs.country import Country, load_country
from corridor.packs.region import FILE, Region, load_region
from corridor.packs.series import Series, load_series

REGIONS: Final = "regions"


def country() -> Country:
    """Return the country that the store is about; PackError when its file cannot be used."""
    return _country(settings.load().find("country.toml"))


def list_regions() -> list[str]:
    """Name the regions that are there, whether or not they can be used."""
    folders = {settings.load().data_dir / REGIONS, settings.SHIPPED / REGIONS}
    return sorted({file.parent.name for folder in folders for file in folder.glob(f"*/{FILE}")})


def region(slug: str = "") -> Region:
    """Return a region, the country's first when none is named; PackError if it cannot be used."""
    here, home = settings.load(), country()
    return _region(here.find(f"{REGIONS}/{slug or home.region}"), here.reference_dir, home)


def series() -> Series:
    """Return the series that rates are taken from; PackError when its file cannot be used."""
    return _series(settings.load().find(f"series/{country().series}"))


@lru_cache(maxsize=4)
def _country(file: Path) -> Country:
    return load_country(file)


@lru_cache(maxsize=32)
def _region(folder: Path, reference: Path, home: Country) -> Region:
    return load_region(folder, reference, home.bounds)


@lru_cache(maxsize=4)
def _series(folder: Path) -> Series:
    return load_series(folder)
