"""The list of tactic words as `sql/tactics.sql` binds it: folded, and as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from corridor import packs, vocabulary
from corridor.store.folding import fold

# In Arabic "and", "so", "in", "to", "like" and "the" grow onto a word.
_GROWN: Final = "(?:[وف]?[بلك]?(?:ال|لل)?)?"
_THE: Final = " ال"


def tactic_values() -> dict[str, Any]:
    """Return what `tactics.sql` binds."""
    listed = packs.tactics()
    folded = [each.replace(_THE, " ") for each in fold(*(word.word for word in listed.words))]
    word, gap = f"{_GROWN}(?:{_any_of(folded)})", rf"(?: \S+ ){{0,{listed.between}}}?"
    # A word in between may be any, and what takes back stands on its own.
    before = _any_of(fold(*listed.before, *listed.beside))
    behind = _any_of(fold(*listed.beside))
    return {
        "tactics": list(vocabulary.TACTICS),
        "abduction": vocabulary.ABDUCTION,
        "version": listed.version,
        "tactic_pattern": f" {_GROWN}({_any_of(folded)}) ",
        "taking_back": f" {_GROWN}(?:{before}) ",
        "taken_before": f"( {_GROWN}(?:{before}) {gap}) {word} ",
        "taken_behind": f" {word} ({gap} {_GROWN}(?:{behind}) )",
        "tactic_words": [
            {"folded": form, "word": each.word, "tactic": each.tactic}
            for form, each in zip(folded, listed.words, strict=True)
        ],
    }


def _any_of(words: Iterable[str]) -> str:
    """Return the pattern of any of these as words of a text whose blanks are double.

    The longest is tried first: "car bomb" is no "bomb".
    """
    longest = sorted({*words} - {""}, key=lambda word: (-len(word), word))
    return "|".join("  (?:ال)?".join(map(re.escape, word.split(" "))) for word in longest)
