"""One display name for a governorate or district, from any known spelling of it.

Spellings are compared in a folded form: case, diacritics, apostrophes, hyphens, blanks,
the Arabic article and words such as "province" or "Qaḑā’" make no difference. There is no
guessing beyond that: an unknown name gives None.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from corridor import settings
from corridor.geo.reference import Layer, Reference, load_reference

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

Index = dict[str, tuple[tuple[str, str], ...]]


def fold(text: str) -> str:
    """Give the form in which spellings of a governorate or district are compared."""
    decomposed = unicodedata.normalize("NFKD", text.translate(LETTERS).casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    words = re.findall(r"[^\W_]+", bare.translate(LETTERS))
    words = [word for word in words if word not in ADMIN_WORDS]
    kept = [word for word, after in pairwise([*words, ""]) if _says(word, after)]
    return "".join(ARABIC_ARTICLE.sub("", word) for word in kept)


def _says(word: str, after: str) -> bool:
    # "al" before a word is the article; at the end it may be a code, as in "IQ-AN".
    return word not in ARTICLES or not after


def admin1_name(text: str | None, reference: Reference | None = None) -> str | None:
    """Give the display name of a governorate from any known spelling, code or Arabic name."""
    return _unique(indexes(folder_of(reference))[0].get(fold(text or ""), ()))


def admin2_name(
    text: str | None, admin1: str | None = None, reference: Reference | None = None
) -> str | None:
    """Give the display name of a district from any known spelling, code or Arabic name.

    `admin1` (any spelling) decides between districts of different governorates that share a
    spelling; a spelling that stays ambiguous gives None.
    """
    found = indexes(folder_of(reference))[1].get(fold(text or ""), ())
    governorate = admin1_name(admin1, reference)
    return _unique(tuple(item for item in found if item[0] == governorate) or found)


def folder_of(reference: Reference | None) -> Path:
    """Give the folder of a reference, by default of the one that the settings name."""
    return reference.folder if reference else settings.load().reference_dir


def _unique(found: tuple[tuple[str, str], ...]) -> str | None:
    return found[0][1] if len(found) == 1 else None


@lru_cache(maxsize=4)
def indexes(folder: Path) -> tuple[Index, Index]:
    """Give every folded spelling of the governorates, and of the districts, of a folder."""
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
