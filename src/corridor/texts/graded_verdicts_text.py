"""How headline and verdicts move with a filter by grade, in a sentence."""

from __future__ import annotations

import math

from corridor.answers import GradedVerdicts
from corridor.findings import phrases
from corridor.findings.graded import Remeasured
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.words.terms import term


def in_words(found: GradedVerdicts) -> str:
    """Say it: "By incidents graded B2 or better alone, the answer … ; finding 1 stays; …"."""
    answer = next(each for each in found.findings if each.finding == found.answer)
    others = [each for each in found.findings if each is not answer]
    standing = [str(each.finding) for each in others if each.stands]
    told = [
        say(
            "graded-answer",
            grade=found.grade,
            unjudged="too" if found.unjudged else "out",
            kept=answer.kept,
            all=answer.incidents,
            moved=_moved(answer),
        ),
        *(say("graded-finding", number=str(each.finding), moved=_moved(each))
          for each in others if not each.stands),
    ]  # fmt: skip
    if standing:
        numbers = fmt.sentence_list(standing)
        told.append(say("graded-standing", count=len(standing), numbers=numbers))
    return say("between-clauses").join(told) + "."


def _moved(each: Remeasured) -> str:
    values = [
        phrases.amount(value, each.unit) if math.isfinite(value) else say("graded-unmeasured")
        for value in (each.value, each.value_alone)
    ]
    before, after = term(each.verdict), term(each.alone)
    key = "graded-stays" if each.stands else "graded-moves"
    return say(key, before=before, after=after, value=values[0], alone=values[1])
