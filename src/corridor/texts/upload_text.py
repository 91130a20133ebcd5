"""What an upload adds, in the same words before and after it is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from corridor.words import numbers as fmt
from corridor.words import say

_BESIDE: Final = {
    "withdrawn": "beside-withdrawn",
    "apart": "beside-kept-apart",
    "undecided": "beside-undecided",
    "skipped": "beside-skipped",
    "duplicates": "beside-already-here",
    "rejected": "beside-refused",
}


def adds(counts: Mapping[str, int]) -> str:
    """Say what is added: "10 new incidents, 2 more accounts of known incidents and 1 update".

    `counts` are those of a commit (see `Commit`) or of a check; "nothing" when there is nothing.
    """
    told = [say(f"adds-{kind}", count=count) for kind, count in _kinds(counts).items() if count]
    return fmt.sentence_list(told) or say("no-row-adds")


def beside(counts: Mapping[str, int]) -> list[str]:
    """Say what became of the rows that add nothing, and of pairs that are not linked."""
    return [say(key, count=counts[kind]) for kind, key in _BESIDE.items() if counts.get(kind, 0)]


def _kinds(counts: Mapping[str, int]) -> dict[str, int]:
    linked, repeated = counts.get("linked", 0), counts.get("repeated", 0)
    return {
        "new": counts.get("new", 0) - linked - repeated,
        "joined": linked,
        "repeated": repeated,
        "updated": counts.get("updated", 0),
    }
