"""Which governorate or district a name that is not known may mean: offered, never taken.

Folded spellings are compared by the share of letters that stay when single ones are put in, left
out, changed or swapped with their neighbour (optimal string alignment). Of the 80 names in
`tests/unit/geo/test_suggestions.py` the misspelt ones agree with their own to 0.75 or more, and
names of other places and words with none to more than 0.67: hence `ALIKE`.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from corridor.geo.places import Index, fold, folder_of, indexes
from corridor.geo.reference import SETTLEMENT_KINDS, Reference, load_reference
from corridor.words import Message, later

ALIKE: Final = 0.7
# A settlement's name, its governorate and its district.
Home = tuple[str, str, str]


def suggest_admin1(text: str, reference: Reference | None = None) -> Message | None:
    """Return a question such as "Perhaps Kirkuk?" for a name that is no governorate's, or None."""
    folder = folder_of(reference)
    wanted = fold(text)
    found = indexes(folder)[1].get(wanted) or ()
    homes = {(name, governorate) for governorate, name in found} or {
        (name, governorate) for name, governorate, _ in _homes(folder).get(wanted, ())
    }
    return _asked_home(homes) or _asked_name(wanted, indexes(folder)[0])


def suggest_admin2(
    text: str, admin1: str | None = None, reference: Reference | None = None
) -> Message | None:
    """Return a question such as "Perhaps Hawija?" for a name that is no district's, or None.

    With `admin1`, a display name, only districts of that governorate are thought of.
    """
    folder = folder_of(reference)
    wanted = fold(text)
    homes = {
        (name, district)
        for name, governorate, district in _homes(folder).get(wanted, ())
        if admin1 in (None, governorate)
    }
    index = indexes(folder)[1]
    if wanted in index:
        return None  # Known, but in two governorates.
    inside = {
        spelling: tuple(place for place in places if admin1 in (None, place[0]))
        for spelling, places in index.items()
    }
    return _asked_home(homes) or _asked_name(wanted, inside)


def _asked_home(homes: set[tuple[str, str]]) -> Message | None:
    if len(homes) != 1:
        return None
    ((name, home),) = homes
    return later("perhaps-home", home=home, name=name) if home and home != name else None


def _asked_name(wanted: str, index: Index) -> Message | None:
    spellings = [spelling for spelling, places in index.items() if places and _is_name(spelling)]
    found = process.extractOne(
        wanted, spellings, scorer=OSA.normalized_similarity, score_cutoff=ALIKE
    )
    return later("perhaps", name=index[found[0]][0][1]) if found else None


def _is_name(spelling: str) -> bool:
    # Codes such as IQG13 and IQ-AN are near to each other and to "Iran".
    return not any(letter.isdigit() for letter in spelling) and not (
        spelling.startswith("iq") and len(spelling) == len("iqan")
    )


@lru_cache(maxsize=4)
def _homes(folder: Path) -> dict[str, frozenset[Home]]:
    """Map each folded spelling of a settlement to the places that it may be."""
    found: dict[str, frozenset[Home]] = {}
    gazetteer = load_reference(folder).gazetteer
    rows = gazetteer[gazetteer["kind"].isin(SETTLEMENT_KINDS)]
    for name, aliases, admin1, admin2 in zip(
        rows["name"], rows["aliases"], rows["admin1"], rows["admin2"], strict=True
    ):
        for spelling in {fold(text) for text in (name, *aliases.split("|"))}:
            found[spelling] = found.get(spelling, frozenset()) | {(name, admin1, admin2)}
    return found
