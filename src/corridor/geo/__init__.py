"""Reference geography: names of places, and where a point lies."""

from corridor.geo.areas import MOST_SIGNS_OF_AN_AREA, Area, AreaError, area_of, km2_of
from corridor.geo.distance import distances_km, km_to_admin1
from corridor.geo.enrich import enrich
from corridor.geo.gazetteer import Place
from corridor.geo.near import point_segments
from corridor.geo.places import Named, admin1_name, admin2_name, fold, named
from corridor.geo.projection import meridian
from corridor.geo.reference import Layer, Reference, load_reference
from corridor.geo.roads import (
    Road,
    beside_roads,
    nearest_roads,
    reaches,
    road_name,
    road_names,
    road_of,
    road_pieces,
    road_segments,
    roads,
    stretch,
    take_road,
    towns_along,
)
from corridor.geo.search import (
    find_places,
    nearest_names,
    place_label,
    place_labels,
    swapped_point,
    take_place,
)
from corridor.geo.suggestions import suggest_admin1, suggest_admin2
from corridor.geo.vague import around, in_metres, may_lie_in

__all__ = [
    "MOST_SIGNS_OF_AN_AREA",
    "Area",
    "AreaError",
    "Layer",
    "Named",
    "Place",
    "Reference",
    "Road",
    "admin1_name",
    "admin2_name",
    "area_of",
    "around",
    "beside_roads",
    "distances_km",
    "enrich",
    "find_places",
    "fold",
    "in_metres",
    "km2_of",
    "km_to_admin1",
    "load_reference",
    "may_lie_in",
    "meridian",
    "named",
    "nearest_names",
    "nearest_roads",
    "place_label",
    "place_labels",
    "point_segments",
    "reaches",
    "road_name",
    "road_names",
    "road_of",
    "road_pieces",
    "road_segments",
    "roads",
    "stretch",
    "suggest_admin1",
    "suggest_admin2",
    "swapped_point",
    "take_place",
    "take_road",
    "towns_along",
]
