"""Finds the places that a text may name, in any spelling.

Three steps, the surest first. **Exact**: a known spelling, as `places.fold` compares them. **Same
letters**: what writers of Arabic and Kurdish names choose between makes no difference, such as q
and k, j and g, oo and u, ee and i, doubled letters, an h after another letter, and Arabic letters
beside their Persian and Kurdish forms. **Alike**: so few letters are put in, left out, changed or
swapped (optimal string alignment) that it may be a slip of the finger. What is less alike than
that is named only where nothing else is found, and never taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from corridor import packs
from corridor.geo.gazetteer import Place, places_in
from corridor.geo.places import admin1_name, admin2_name, fold, folder_of
from corridor.geo.reference import Reference

# How sure it is that a text names a place: by a spelling of it, by the same letters written another
# way, by letters so alike that one or two are slips, or not sure at all.
EXACT, SAME_LETTERS, ALIKE, FAR = 1.0, 0.95, 0.8, 0.5
# Of two names that are alike, the second leaves open which was meant when it is nearer than this.
APART: Final = 0.05
MOST_SIGNS: Final = 80
FEWEST_LETTERS: Final = 3
MOST_NAMED: Final = 5
_POINT: Final = re.compile(r"\s*(-?\d{1,3}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*")
_WITHIN: Final = re.compile(r"\s*([^,،(]+?)\s*[,،(]\s*([^,،()]+?)\s*\)?\s*")
_LATIN: Final = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        ("x", "k"), ("ph", "f"), ("(?<=.)h", ""), ("[qc]", "k"), ("j", "g"), ("v", "f"),
        ("[ouw]+", "u"), ("a?[eiy]+", "i"), (r"(\w)\1+", r"\1"),
    )
)  # fmt: skip
_ARABIC: Final = str.maketrans(
    {"گ": "ك", "ق": "ك", "ۆ": "و", "ۇ": "و", "ۋ": "و", "ێ": "ي", "ې": "ي", "ڕ": "ر", "ڵ": "ل"}
    | {"پ": "ب", "چ": "ج", "ڤ": "ف", "ژ": "ز", "ھ": "ه", "ہ": "ه", "ٱ": "ا", "ط": "ت", "ص": "س"}
)


@dataclass(frozen=True)
class Taken:
    """The one place from which distances are taken, and `others` that a text may name as well.

    It `is_guess` when the text is no spelling of it, but so like one that it may be a slip.
    """

    place: Place
    others: tuple[Place, ...] = ()
    is_guess: bool = False


@dataclass(frozen=True)
class Match:
    """A place that a text may name, and how sure that is: `EXACT` at most, `ALIKE` at least."""

    place: Place
    sureness: float


def find_places(text: str, reference: Reference | None = None) -> list[Place]:
    """Return the places that a text may name, the one that is most likely meant first.

    Each has its `name`, `local` name, `kind`, `longitude` and `latitude`. A text may also say where
    the place lies ("Abbasi, Hawija"), or be a point ("35.47, 44.39"): latitude first.
    """
    return [match.place for match in matches(text, reference)]


def matches(text: str, reference: Reference | None = None) -> tuple[Match, ...]:
    """Return what `find_places` finds, each with how sure it is.

    Of places that are equally sure, a settlement goes before an area, one of the country's first
    region before others, the larger one before the smaller.
    """
    if _POINT.fullmatch(text):
        point = point_of(text)
        return (Match(_at(point), EXACT),) if point else ()
    return _matches(folder_of(reference), text[:MOST_SIGNS])


def point_of(text: str) -> tuple[float, float] | None:
    """Return latitude and longitude of "35.47, 44.39"; None for none, or one far from home."""
    written = _POINT.fullmatch(text)
    if written is None:
        return None
    latitude, longitude = map(float, written.groups())
    is_near = packs.country().measured.holds(longitude, latitude)
    return (latitude, longitude) if is_near else None


def swapped_point(text: str) -> str:
    """Return the point that a text gives longitude first; "" when it gives none."""
    written = _POINT.fullmatch(text)
    other = f"{written[2]}, {written[1]}" if written else ""
    return other if other and not point_of(text) and point_of(other) else ""


def take_place(text: str, reference: Reference | None = None) -> Taken | None:
    """Return the one place that a text means, as `matches` ranks them; None when it names none.

    Areas have no point to take a distance from. Of two that are alike, none is taken.
    """
    every = matches(text, reference)
    found = [match for match in every if match.place.points]
    if not found:
        return None
    first, *more = found
    if first.sureness >= SAME_LETTERS:
        others = (match.place for match in more if match.sureness == first.sureness)
        return Taken(first.place, tuple(others))
    return None if _is_open(first, every) else Taken(first.place, is_guess=True)


def _is_open(first: Match, every: Iterable[Match]) -> bool:
    """Tell whether a place of another name is almost as much like the text."""
    return any(
        match.sureness > first.sureness - APART and not match.place.folded & first.place.folded
        for match in every
    )


def place_label(place: Place, reference: Reference | None = None) -> str:
    """Return the text that means this place and no other: "Hawija", "Kanaan, Baquba", or a point.

    `take_place` takes the place back from it.
    """
    for text in (place.name, f"{place.name}, {place.admin2}"):
        taken = take_place(text, reference)
        if taken == Taken(place):
            return text
    return ", ".join(f"{degrees:.7g}" for degrees in (place.latitude, place.longitude))


@lru_cache(maxsize=16)
def place_labels(provinces: tuple[str, ...]) -> tuple[str, ...]:
    """Return the labels of all settlements and other points of some provinces, by name."""
    known = _index(folder_of(None)).places
    return tuple(
        sorted(place_label(each) for each in known if each.points and each.admin1 in provinces)
    )


def nearest_names(text: str, reference: Reference | None = None) -> list[str]:
    """Return up to five names of settlements and other points that are most like a text."""
    folder = folder_of(reference)
    wanted = _spelled(text[:MOST_SIGNS])
    found = _most_alike(folder, wanted, FAR)
    known = _index(folder).places
    names = (known[at].name for at, _ in found if known[at].points)
    return list(dict.fromkeys(names))[:MOST_NAMED]


def _at(point: tuple[float, float]) -> Place:
    name = ", ".join(f"{degrees:.7g}" for degrees in point)
    return Place(name, "", "point", *point, points=(point,))


def letters(folded: str) -> str:
    """Return a folded spelling without what writers of these names choose between.

    "" where hardly anything is left of it: that would say nothing.
    """
    found = folded.translate(_ARABIC)
    for pattern, other in _LATIN:
        found = pattern.sub(other, found)
    found = found.rstrip("ه")
    return found if len(found) >= FEWEST_LETTERS else ""


def _spelled(text: str) -> tuple[str, str]:
    return fold(text), letters(fold(text))


@dataclass(frozen=True)
class _Index:
    """All places, and their positions by each spelling: as it is folded, and by its letters."""

    places: tuple[Place, ...]
    by_spelling: tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]


@lru_cache(maxsize=4)
def _index(folder: Path) -> _Index:
    places = places_in(folder)
    found: tuple[dict[str, frozenset[int]], ...] = ({}, {})
    for at, place in enumerate(places):
        for spelling in place.spellings:
            for index, form in zip(found, _spelled(spelling), strict=True):
                if form:
                    index[form] = index.get(form, frozenset()) | {at}
    return _Index(places, (found[0], found[1]))


@lru_cache(maxsize=512)
def _matches(folder: Path, text: str) -> tuple[Match, ...]:
    wanted = _spelled(text)
    index = _index(folder)
    sure = dict.fromkeys(index.by_spelling[1].get(wanted[1], ()), SAME_LETTERS)
    sure |= dict.fromkeys(index.by_spelling[0].get(wanted[0], ()), EXACT)
    if sure:
        return _ranked(Match(index.places[at], sureness) for at, sureness in sure.items())
    if within := _WITHIN.fullmatch(text):
        return _inside(_matches(folder, within[1]), within[2])
    return _ranked(
        Match(index.places[at], sureness) for at, sureness in _most_alike(folder, wanted, ALIKE)
    )


def _inside(found: Iterable[Match], area: str) -> tuple[Match, ...]:
    """Keep the places of a province or a district."""
    names = {admin1_name(area), admin2_name(area)} - {None}
    return tuple(each for each in found if {each.place.admin1, each.place.admin2} & names)


def _most_alike(folder: Path, wanted: Sequence[str], least: float) -> list[tuple[int, float]]:
    """Return positions of places and how alike their names are, the most alike first."""
    found: dict[int, float] = {}
    for form, index in zip(wanted, _index(folder).by_spelling, strict=True):
        alike = process.extract(
            form or None,
            index.keys(),
            scorer=OSA.normalized_similarity,
            score_cutoff=least,
            limit=50,
        )
        for spelling, share, _ in alike:
            for at in index[spelling]:
                found[at] = max(found.get(at, 0.0), share)
    return sorted(found.items(), key=lambda item: -item[1])


def _ranked(found: Iterable[Match]) -> tuple[Match, ...]:
    home = packs.region().provinces

    def rank(match: Match) -> tuple[object, ...]:
        place = match.place
        is_away = place.admin1 not in home
        return -match.sureness, not place.points, is_away, -place.population, place.size, place.name

    return tuple(sorted(found, key=rank))
