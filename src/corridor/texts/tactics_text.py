"""How it was done, in words: a tactic with where it is from, and of how many it is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from corridor import vocabulary
from corridor.answers import Tactics
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.words.terms import slug, term


def known(found: Tactics) -> str:
    """Say of how many incidents an account tells how they were done."""
    return say("tactics-known", count=found.known, all=found.incidents)


def unknown(found: Tactics) -> str:
    """Say of how many incidents the tactic is not known, and why; "" where all are known."""
    told = [
        say("tactics-silent", count=found.silent) if found.silent else "",
        say("tactics-unlisted", count=found.unlisted) if found.unlisted else "",
    ]
    return fmt.sentences(*told)


def with_sources(told: Sequence[Mapping[str, Any]]) -> str:
    """Write the tactics of one account (see `answers.Incident`), each with what says so."""
    ranked = sorted({each["tactic"] for each in told}, key=vocabulary.TACTICS.index)
    return "; ".join(_told(name, [it for it in told if it["tactic"] == name]) for name in ranked)


def _told(name: str, rows: Sequence[Mapping[str, Any]]) -> str:
    words = [f"“{row['word']}”" for row in rows if row["word"]]
    coded = [say(f"tactic-coded-{slug(row['said_by'])}") for row in rows if not row["word"]]
    found = say("tactic-found", count=len(words), words=fmt.unit_list(words)) if words else ""
    source = fmt.unit_list([*coded, *filter(None, [found])])
    return say("tactic-with-source", tactic=term(name), source=source)


def in_a_cell(tactic: object, source: object) -> str | None:
    """Write the tactics of an incident for a table; None where nothing tells how."""
    if isinstance(tactic, str):
        return fmt.unit_list([*map(term, tactic.split("; "))])
    return say("tactic-none-listed") if isinstance(source, str) else None
