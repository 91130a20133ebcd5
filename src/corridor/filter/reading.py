"""What somebody wrote into a free choice of the filter, and what it is taken for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from corridor import geo
from corridor.filter.along import KILOMETRES, along_of, kilometres_text, parts_of
from corridor.filter.comparisons import comparison_of
from corridor.words import Message, later, written
from corridor.words import numbers as fmt
from corridor.words.terms import term

# What is quoted of a text that cannot be used.
MOST_SIGNS: Final = 200


@dataclass(frozen=True)
class Reading:
    """The `value` that a text stands for; "" where it is `refused`, with a reason and a remedy.

    `note` says what it was taken for, where somebody may have meant another thing.
    """

    value: str = ""
    refused: Message | None = None
    note: Message | None = None


Reads = Callable[[str], Reading]


def read_text(text: str) -> Reading:
    """Read words that are looked for as they are."""
    return Reading(text.strip())


def read_comparison(text: str) -> Reading:
    """Read what a period is compared with: see `comparisons`."""
    value = comparison_of(text)
    return Reading(value, None if value else later("refused-compare", text=_short(text)))


def read_place(text: str) -> Reading:
    """Read a place, in any spelling, or a point: the value names one place and no other."""
    taken = geo.take_place(text)
    if taken is None:
        return Reading(refused=_no_place(text))
    label = geo.place_label(taken.place)
    if taken.is_guess:
        return Reading(label, note=later("place-guessed", text=_short(text), place=label))
    if not taken.others:
        return Reading(label)
    others = written(fmt.quoted_list, tuple(map(geo.place_label, taken.others)))
    note = later("place-of-several", text=_short(text), place=label, others=others)
    return Reading(label, note=note)


def _no_place(text: str) -> Message:
    """Say why a text is no place to measure from, and what may be meant."""
    told = _short(text)
    if point := geo.swapped_point(text):
        return later("place-swapped", text=told, point=point)
    found = geo.find_places(text)
    if found and not any(place.points for place in found):
        kind = written(term, found[0].kind)
        return later("place-is-an-area", text=told, name=found[0].name, kind=kind)
    names = geo.nearest_names(text)
    if not names:
        return later("place-unknown", text=told)
    return later("place-nearest", text=told, names=written(fmt.unit_list, tuple(names)))


def read_along(text: str) -> Reading:
    """Read a road in any spelling, with a distance and a stretch if they are said."""
    name, more = parts_of(text)
    taken = geo.take_road(name)
    if taken is None:
        names = written(fmt.unit_list, geo.nearest_roads(name))
        return Reading(refused=later("road-nearest", text=_short(name), names=names))
    along = along_of(taken.road, more)
    if along is None:
        low, high = KILOMETRES
        return Reading(
            refused=later(
                "along-unreadable",
                text=_short(text),
                road=taken.road.name,
                low=written(kilometres_text, low),
                high=written(kilometres_text, high),
                length=written(fmt.number, taken.road.length),
            )
        )
    if taken.is_guess:
        note = later("road-guessed", text=_short(name), road=taken.road.name)
        return Reading(along.text, note=note)
    if not taken.others:
        return Reading(along.text)
    others = written(fmt.quoted_list, tuple(road.name for road in taken.others))
    note = later("road-of-several", text=_short(name), road=taken.road.name, others=others)
    return Reading(along.text, note=note)


def read_area(text: str) -> Reading:
    """Read an area: see `geo.area_of`; the value is its short form."""
    try:
        area = geo.area_of(text)
    except geo.AreaError as error:
        return Reading(refused=error.args[0])
    return Reading(area.text, note=later("area-was-open") if area.was_open else None)


def _short(text: str) -> str:
    return text.strip() if len(text) <= MOST_SIGNS else f"{text.strip()[:MOST_SIGNS]}…"
