"""Counts of people as sheets write them: "3–5", "at least 3" are bounds and no best count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from corridor.ingest.model.characters import plain_number

_LONGEST: Final = 40
_N: Final = r"([0-9]{1,6})"
_BETWEEN: Final = re.compile(
    rf"(?:from|من)?\s*{_N}\s*(?:-|–|—|‐|‑|to|or|until|إلى|الى|او|أو)\s*{_N}"
    rf"|(?:between|بين)\s*{_N}\s*(?:and|و)\s*{_N}",
    re.IGNORECASE,
)
_LEAST: Final = re.compile(
    rf"(?:at least|minimum(?: of)?|min\.?|not less than|≥|>=)\s*{_N}"
    rf"|(?:ما لا يقل عن|على الاقل|على الأقل)\s*{_N}"
    rf"|{_N}\s*(?:\+|or more|and more|at least|على الاقل|على الأقل|او اكثر|أو أكثر)",
    re.IGNORECASE,
)
_MORE: Final = re.compile(rf"(?:more than|over|>|اكثر من|أكثر من)\s*{_N}", re.IGNORECASE)
_MOST: Final = re.compile(
    rf"(?:up to|at most|maximum(?: of)?|max\.?|no more than|≤|<=|لا يزيد عن|حتى)\s*{_N}",
    re.IGNORECASE,
)
_LESS: Final = re.compile(rf"(?:less than|fewer than|under|<|اقل من|أقل من)\s*{_N}", re.IGNORECASE)


@dataclass(frozen=True)
class Range:
    """A count that is known by its bounds only; None where one is open."""

    low: int | None
    high: int | None


def parse_range(text: str) -> Range | None:
    """Return the bounds that a text states, None when it states none or in the wrong order."""
    plain = " ".join(plain_number(text).split()) if len(text) <= _LONGEST else ""
    if both := _BETWEEN.fullmatch(plain):
        low, high = int(both[1] or both[3]), int(both[2] or both[4])
        return Range(low, high) if low <= high else None
    if least := _LEAST.fullmatch(plain):
        return Range(int(least[1] or least[2] or least[3]), None)
    if more := _MORE.fullmatch(plain):
        return Range(int(more[1]) + 1, None)
    if most := _MOST.fullmatch(plain):
        return Range(None, int(most[1]))
    less = _LESS.fullmatch(plain)
    return Range(None, int(less[1]) - 1) if less and int(less[1]) else None
