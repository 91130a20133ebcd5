"""One display name for a governorate or district, from any known spelling of it.

Spellings are compared in a folded form: case, diacritics, apostrophes, hyphens, blanks,
the Arabic article and words such as "province" or "Qaḑā’" make no difference. There is no
guessing beyond that: an unknown name gives None.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from corridor import settings
from corridor.geo.reference import SETTLEMENT_KINDS, Layer, Reference, load_reference

ADMIN_WORDS: Final = frozenset(
    {"province", "governorate", "governate", "muhafazat", "muhafaza", "muhafazah", "محافظه"}
    | {"district", "qada", "qadaa", "qadha", "qaza", "قضا"}
)
ARTICLES: Final = frozenset(
    {"al", "el", "ad", "an", "ar", "as", "at", "ash", "az", "ath", "ud", "ul"}
)
# Letters that Unicode does not decompose, and marks that writers leave out at will.
LETTERS: Final = str.maketrans(
    {"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ە": "ه", "ء": None, "ـ": None, "ı": "i"}
    | dict.fromkeys("'’‘`´ʿʾʻʼ", None)
)
ARABIC_ARTICLE: Final = re.compile("^ال(?=...)")

# Kinds of gazetteer rows whose point is the place itself, not the middle of an area.
POINT_KINDS: Final = (*SETTLEMENT_KINDS, "place", "locality")

Index = dict[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Named:
    """All that bears a name: its spellings in any script, and its points (latitude, longitude)."""

    spellings: frozenset[str] = frozenset()
    points: frozenset[tuple[float, float]] = frozenset()


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return the form in which spellings of a governorate or district are compared."""
    decomposed = unicodedata.normalize("NFKD", text.translate(LETTERS).casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    words = re.findall(r"[^\W_]+", bare.translate(LETTERS))
    words = [word for word in words if word not in ADMIN_WORDS]
    # "al" before a word is the article; at the end it may be a code, as in "IQ-AN".
    kept = [word for word, after in pairwise([*words, ""]) if word not in ARTICLES or not after]
    return "".join(ARABIC_ARTICLE.sub("", word) for word in kept)


def admin1_name(text: str | None, reference: Reference | None = None) -> str | None:
    """Return the display name of a governorate from any known spelling, code or Arabic name."""
    return _unique(indexes(folder_of(reference))[0].get(fold(text or ""), ()))


def admin2_name(
    text: str | None, admin1: str | None = None, reference: Reference | None = None
) -> str | None:
    """Return the display name of a district from any known spelling, code or Arabic name.

    `admin1` (any spelling) decides between districts of different governorates that share a
    spelling; a spelling that stays ambiguous gives None.
    """
    found = indexes(folder_of(reference))[1].get(fold(text or ""), ())
    governorate = admin1_name(admin1, reference)
    return _unique(tuple(item for item in found if item[0] == governorate) or found)


def named(text: str, reference: Reference | None = None) -> Named:
    """Return the places of a name, in any known spelling of it; an empty value when there is none.

    Settlements, districts, governorates and other places of the gazetteer are looked through.
    """
    return _by_spelling(folder_of(reference)).get(fold(text), Named())


def folder_of(reference: Reference | None) -> Path:
    """Return the folder of a reference, by default of the one that the settings name."""
    return reference.folder if reference else settings.load().reference_dir


def _unique(found: tuple[tuple[str, str], ...]) -> str | None:
    return found[0][1] if len(found) == 1 else None


@lru_cache(maxsize=4)
def indexes(folder: Path) -> tuple[Index, Index]:
    """Return every folded spelling of the governorates, and of the districts, of a folder."""
    reference = load_reference(folder)
    return _index(reference.admin1), _index(reference.admin2)


def _index(layer: Layer) -> Index:
    """Map each folded spelling to the (governorate, display name) pairs that it may mean."""
    found: Index = {}
    for item in layer.properties:
        place = (item.get("admin1", ""), item["name"])
        for spelling in {fold(text) for text in (item["name"], *item["aliases"])}:
            found[spelling] = (*found.get(spelling, ()), place)
    return found


@lru_cache(maxsize=4)
def _by_spelling(folder: Path) -> dict[str, Named]:
    """Map each folded spelling to all places that it may mean, taken together."""
    reference = load_reference(folder)
    rows = reference.gazetteer
    points = zip(rows["lat"], rows["lon"], strict=True)
    known = [
        Named(
            frozenset(filter(None, (name, arabic, kurdish, *aliases.split("|")))),
            frozenset({point} if kind in POINT_KINDS else ()),
        )
        for name, arabic, kurdish, aliases, kind, point in zip(
            rows["name"], rows["name_ar"], rows["name_ku"], rows["aliases"], rows["kind"], points,
            strict=True,
        )
    ]  # fmt: skip
    for layer in (reference.admin1, reference.admin2):
        known += [Named(frozenset((item["name"], *item["aliases"]))) for item in layer.properties]
    found: dict[str, Named] = {}
    for place in known:
        for spelling in {fold(name) for name in place.spellings} - {""}:
            other = found.get(spelling, Named())
            found[spelling] = Named(other.spellings | place.spellings, other.points | place.points)
    return found
