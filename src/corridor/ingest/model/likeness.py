"""What a person probably meant by a value or column name that is not known: offered, never taken.

Places have rules of their own, see `corridor.geo.suggestions`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rapidfuzz import process, utils
from rapidfuzz.distance import OSA

# Share of letters that must stay: "Battels" keeps 0.86 of "Battles", and "Violence", which is part
# of several, 0.67 of "Mob violence".
ALIKE: Final = 0.68


def nearest(text: str, choices: Iterable[str], alike: float = ALIKE) -> str | None:
    """Return the choice that is spelled most alike, None when none is near."""
    found = process.extractOne(
        text,
        list(choices),
        scorer=OSA.normalized_similarity,
        processor=str.casefold,
        score_cutoff=alike,
    )
    return found[0] if found else None


def only_holder(text: str, choices: Iterable[str]) -> str | None:
    """Return the only choice with all the words of `text`: "Landmine" has one sub-event type."""
    words = _words(text)
    return _only(choice for choice in choices if words and words <= _words(choice))


def only_part(text: str, choices: Iterable[str]) -> str | None:
    """Return the only choice whose words all stand in `text`: "date" for event_date."""
    words = _words(text)
    return _only(choice for choice in choices if set() < _words(choice) <= words)


def _only(found: Iterable[str]) -> str | None:
    listed = list(found)
    return listed[0] if len(listed) == 1 else None


def _words(text: str) -> set[str]:
    return set(utils.default_process(text.replace("_", " ")).split())
