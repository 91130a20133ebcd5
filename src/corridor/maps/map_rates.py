"""Districts in the colour of how many incidents they have for their size."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd
import pydeck as pdk

from corridor.answers.places import is_measured
from corridor.answers.rates import AREA, Rate, Rates
from corridor.maps.basemap import Basemap
from corridor.maps.map_layers import collection
from corridor.maps.map_text import safe
from corridor.palette import Rgba, Theme, rgba
from corridor.words import numbers as fmt
from corridor.words import say

Row = dict[str, Any]
# Where the classes end, as shares of the last one: 1, 2, 5 and 10 where 10 is the last.
_ENDS: Final = (0.1, 0.2, 0.5, 1.0)
_STEPS: Final = (45, 90, 145, 210)
# How strong the colour of a district is of which few incidents are known.
FEW: Final = 0.45


@dataclass(frozen=True)
class RateClass:
    """Rates above `over`, up to `upto` incidents per 1,000 km², and their colour."""

    over: float
    upto: float
    colour: Rgba


def rate_classes(rates: Rates, theme: Theme) -> tuple[RateClass, ...]:
    """Return the classes for these rates, the lowest first; none where no district has any."""
    if not rates.most:
        return ()
    tens = 10.0 ** math.floor(math.log10(rates.most))
    last = next(tens * step for step in (1, 2, 5, 10) if tens * step >= rates.most)
    ends = [0.0, *(last * share for share in _ENDS)]
    inks = [rgba("accent", theme, alpha) for alpha in _STEPS]
    return tuple(map(RateClass, ends, ends[1:], inks))


def rate_look(rates: Rates, theme: Theme) -> dict[str, Any]:
    """Return by what the browser colours districts in a window: the same classes."""
    classes = rate_classes(rates, theme)
    return {
        "area": AREA,
        "ends": [item.upto for item in classes],
        "colours": [item.colour for item in classes],
        "few": FEW,
        "least": fmt.LOW_BASE,
    }


def class_words(item: RateClass) -> str:
    """Say between which rates a class lies: "2–5"."""
    return say("map-rate-class", over=_number(item.over), upto=_number(item.upto))


def _number(rate: float) -> str:
    return fmt.number(rate, 0 if rate >= 1 or rate == 0 else -math.floor(math.log10(rate)))


def rate_rows(rates: Rates, places: pd.DataFrame, basemap: Basemap, theme: Theme) -> list[Row]:
    """Return one GeoJSON feature per district with incidents, with the fields of its tooltip.

    `m` are the marks in it (rows of `places`, see `queries.map_places`), which a click selects.
    """
    classes = rate_classes(rates, theme)
    own = places[is_measured(places)]
    marks: dict[tuple[Any, Any], list[int]] = defaultdict(list)
    for at, province, district in zip(own.index, own["admin1"], own["admin2"], strict=True):
        marks[province, district].append(int(at))
    return [
        _row(each, marks[each.admin1, each.admin2], classes, basemap, theme)
        for each in rates.rates
        if each.incidents
    ]


def _row(
    each: Rate, marks: Sequence[int], classes: Sequence[RateClass], basemap: Basemap, theme: Theme
) -> Row:
    rate = each.rate or 0.0
    ink = next(item.colour for item in classes if rate <= item.upto or item is classes[-1])
    few = say("map-rate-few") if each.is_few else ""
    told = say(
        "map-rate" if each.days is None else "map-rate-a-month",
        rate=fmt.number(rate, 1 if each.days is None else 2), area=AREA, km2=fmt.number(each.km2),
    )  # fmt: skip
    return basemap.district_features[each.admin1, each.admin2] | {
        "place": safe(say("map-district", district=each.admin2)),
        "what": say("incidents", count=each.incidents or 0),
        "how": fmt.sentences(told, few) if few else told,
        "n": each.incidents,
        "uploaded": 0,
        "district": [each.admin1, each.admin2],
        "m": list(marks),
        "km2": round(each.km2, 1),
        "term": f"district:{each.admin1}/{each.admin2}",
        "ink": rgba("ink", theme),
        "c": [*ink[:3], round(ink[3] * FEW)] if each.is_few else ink,
    }


def rate_layer(rows: list[Row], theme: Theme) -> pdk.Layer:
    """Return the coloured districts, pickable; few incidents have their colour pale."""
    return pdk.Layer(
        "GeoJsonLayer", id="rates", data=collection(rows), stroked=False, filled=True,
        pickable=True, auto_highlight=True, highlight_color=rgba("ink", theme, 25),
        _sub_layer_props={"polygons-fill": {"getFillColor": "@@=c"}},
    )  # fmt: skip
