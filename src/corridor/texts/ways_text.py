"""Ways of counting in words."""

from __future__ import annotations

from collections.abc import Sequence

from corridor.analysis.intervals import LEVEL
from corridor.answers import Ways
from corridor.findings import Finding
from corridor.findings.parts import Way
from corridor.texts.history_text import value_words
from corridor.words import numbers as fmt
from corridor.words import say, terms


def label(way: Way) -> str:
    """Name a way of counting; the report's own has no label of its own."""
    return say("ways-own") if way.is_own else way.label


def in_words(found: Ways) -> str:
    """Say in how many ways the verdict stays: "Corridor: supported in 4 of 13 ways, …"."""
    own, *others = found.verdicts.items()
    told = say(
        "ways-told",
        part=found.part.label,
        verdict=terms.term(own[0]),
        same=own[1],
        all=len(found.ways),
    )
    rest = [say("ways-others", verdict=terms.term(word), count=count) for word, count in others]
    ends = found.ends
    unit = found.part.indicator.unit
    values = [] if ends is None else [
        say("ways-values", least=value_words(ends[0], unit), most=value_words(ends[1], unit))
    ]  # fmt: skip
    return say("between-clauses").join([told, *filter(None, [fmt.unit_list(rest)]), *values]) + "."


def tests_in_words(findings: Sequence[Finding]) -> str:
    """Say how many parts are tested, and how often chance alone would then call one supported."""
    count = sum(len(finding.parts) for finding in findings)
    chance = 1 - (1 - (1 - LEVEL) / 2) ** count
    return say("tests-counted", count=count, chance=fmt.percent(chance)) if count else ""
