"""Reference geography: names of places, and where a point lies."""

from corridor.geo.distance import distances_km, km_to_admin1
from corridor.geo.enrich import enrich
from corridor.geo.near import (
    beside_roads,
    places_of,
    point_segments,
    points_of,
    road_name,
    road_names,
    road_segments,
)
from corridor.geo.places import Named, admin1_name, admin2_name, fold, named
from corridor.geo.projection import meridian
from corridor.geo.reference import Layer, Reference, load_reference
from corridor.geo.suggestions import suggest_admin1, suggest_admin2

__all__ = [
    "Layer",
    "Named",
    "Reference",
    "admin1_name",
    "admin2_name",
    "beside_roads",
    "distances_km",
    "enrich",
    "fold",
    "km_to_admin1",
    "load_reference",
    "meridian",
    "named",
    "places_of",
    "point_segments",
    "points_of",
    "road_name",
    "road_names",
    "road_segments",
    "suggest_admin1",
    "suggest_admin2",
]
