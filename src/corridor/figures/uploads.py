"""What an upload adds, in the same words before and after it is written."""

from __future__ import annotations

from collections.abc import Mapping

from corridor.figures.outlook import NAMES
from corridor.words import numbers as fmt


def adds(counts: Mapping[str, int]) -> str:
    """Say what is added: "10 new incidents, 2 more accounts of known incidents and 1 update".

    `counts` are those of a commit (see `Commit`) or of a check; "nothing" when there is nothing.
    """
    told = [fmt.plural(number, *NAMES[kind]) for kind, number in _kinds(counts).items() if number]
    return fmt.sentence_list(told) or "nothing"


def beside(counts: Mapping[str, int]) -> list[str]:
    """Say what became of the rows that add nothing, and of pairs that are not linked."""
    apart, undecided, skipped = (counts.get(it, 0) for it in ("apart", "undecided", "skipped"))
    already, refused = counts.get("duplicates", 0), counts.get("rejected", 0)
    told = [
        f"{fmt.plural(apart, 'account')} kept apart for good." if apart else "",
        f"{fmt.plural(undecided, 'account')} counted separately until linked." if undecided else "",
        f"{fmt.plural(skipped, 'row')} left out." if skipped else "",
        f"{fmt.plural(already, 'row')} already here." if already else "",
        f"{fmt.plural(refused, 'row')} refused." if refused else "",
    ]
    return [text for text in told if text]


def _kinds(counts: Mapping[str, int]) -> dict[str, int]:
    linked = counts.get("linked", 0)
    return {
        "new": counts.get("new", 0) - linked,
        "joined": linked,
        "updated": counts.get("updated", 0),
    }
