"""Accounts that disagree, in words: how many, on what, and what each says."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from corridor.answers import Disagreement, Disagreements
from corridor.texts import as_text
from corridor.words import numbers as fmt
from corridor.words import say, terms

Row = dict[str, Any]


def told(found: Disagreements) -> str:
    """Say of how many incidents with several accounts these disagree."""
    return say("disagreements-told", count=len(found.incidents), all=found.compared)


def by_fact(found: Disagreements) -> str:
    """Say on what they disagree: "On deaths 5, on the sides 3."; "" where on nothing."""
    each = [
        say("disagreements-on", fact=say(f"disputed-{fact}"), count=count)
        for fact, count in found.counts.items()
    ]
    return say("disagreements-by-fact", facts=fmt.unit_list(each)) if each else ""


def sides(incident: Disagreement, fact: str) -> tuple[str, str]:
    """Return what the counted account says of a fact, and what the others say, each with who."""
    first, *others = incident.accounts
    write = _WRITTEN[fact]
    by_value: dict[str, list[str]] = {}
    for row in others:
        by_value.setdefault(write(row), []).append(teller(row))
    said = [
        say("disagreement-said", value=value, tellers=fmt.unit_list(list(dict.fromkeys(tellers))))
        for value, tellers in by_value.items()
    ]
    return (
        say("disagreement-said", value=write(first), tellers=as_text.source(first["source"])),
        "; ".join(said),
    )


def teller(row: Row) -> str:
    """Name who tells an account: the news offices it cites, else its source."""
    return as_text.text(row["source_office"]) or as_text.source(row["source"])


def _place(row: Row) -> str:
    return say("disagreement-place", place=as_text.place(row), precision=as_text.precision(row))


# What an account says of a fact.
_WRITTEN: Final[dict[str, Callable[[Row], str]]] = {
    "deaths": as_text.killed,
    "place": _place,
    "date": as_text.days,
    "sides": lambda row: as_text.actors(row) or say("disagreement-not-said"),
    "type": lambda row: terms.event_label(row["event_type"]),
}
