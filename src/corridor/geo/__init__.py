"""Reference geography: names of places, and where a point lies."""

from corridor.geo.distance import distances_km, km_to_admin1
from corridor.geo.enrich import enrich
from corridor.geo.places import admin1_name, admin2_name, fold
from corridor.geo.reference import Layer, Reference, load_reference

__all__ = [
    "Layer",
    "Reference",
    "admin1_name",
    "admin2_name",
    "distances_km",
    "enrich",
    "fold",
    "km_to_admin1",
    "load_reference",
]
