"""The names that a rule can use: those of the reference geography, and our closed lists."""

from __future__ import annotations

from collections.abc import Sequence

from corridor import settings, vocabulary
from corridor.geo.reference import Reference, load_reference
from corridor.packs.region import place_names

Names = tuple[str, ...]


def provinces() -> Names:
    """Name the governorates."""
    return tuple(_reference().admin1.names)


def districts() -> Names:
    """Name the districts of all governorates."""
    return tuple(_reference().admin2.names)


def districts_of(provinces: Sequence[str]) -> list[tuple[str, str]]:
    """Name the districts of some governorates, each as (governorate, district)."""
    inside = place_names(settings.load().reference_dir)
    return [(province, name) for province in provinces for name in inside[province]]


def roads() -> Names:
    """Name the main roads: the nearest of them is kept with each incident."""
    return tuple(_reference().main_roads.names)


def areas() -> Names:
    """Name the areas of interest by their slugs: the distance to each is kept."""
    return tuple(item["slug"] for item in _reference().areas.properties)


def area_name(slug: str) -> str:
    """Return the name of an area of interest within sentences: "the Hamrin crest"."""
    found = {item["slug"]: item for item in _reference().areas.properties}[slug]
    return str(found.get("said", found["name"]))


def event_types() -> Names:
    """Name the types of events."""
    return vocabulary.EVENT_TYPES


def sub_event_types() -> Names:
    """Name the sub-types of events."""
    return tuple(vocabulary.SUB_EVENT_TYPES)


def _reference() -> Reference:
    return load_reference(settings.load().reference_dir)
