"""The word of a list that a misspelt one is nearest to: offered to a person, never applied."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rapidfuzz import fuzz, process

# Percent of letters that must agree.
ENOUGH: Final = 75
LONGEST: Final = 60


def nearest(word: str, known: Iterable[str], enough: float = ENOUGH) -> str | None:
    """Give the known word that is spelt most alike, None when none is near."""
    found = process.extractOne(
        word[:LONGEST].casefold(),
        list(known),
        scorer=fuzz.ratio,
        processor=str.casefold,
        score_cutoff=enough,
    )
    return found[0] if found else None
