"""Admiralty grades in words: what gave each half, and of how many nobody can judge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from corridor.answers import Grades
from corridor.words import numbers as fmt
from corridor.words import say


def with_origin(told: Mapping[str, Any]) -> str:
    """Say a grade and what gave it, from a row of `queries.grades_of`.

    "B2: B by the pack of the source; 2 by rule: 3 channels or sources tell of it, and disagree on
    deaths".
    """
    grade, author, reason, day = str(told["grade"]), "", "", ""
    if isinstance(told["graded_by"], str):
        author, reason, day = (
            told["graded_by"], str(told["reason"]), fmt.day(told["graded_at"].date())
        )  # fmt: skip
    if told["letter_by"] == "hand":
        return say("grade-by-hand", grade=grade, author=author, reason=reason, day=day)
    origin, half = told["letter_by"], grade[0]
    letter = say(f"grade-letter-{origin}", half=half, author=author, reason=reason, day=day)
    return say("grade-with-origin", grade=grade, letter=letter, number=_number(grade[1], told))


def unjudged(found: Grades) -> str:
    """Say of how many incidents a half of the grade cannot be judged."""
    return say("grades-unjudged", count=found.unjudged, all=found.incidents)


def _number(half: str, told: Mapping[str, Any]) -> str:
    if told["number_by"] == "file":
        return say("grade-number-file", half=half)
    tellers, disputed = int(told["tellers"]), told["disputed"]
    if tellers < 2:
        return say("grade-number-alone" if tellers else "grade-number-nobody", half=half)
    if not isinstance(disputed, str):
        return say("grade-number-agreeing", half=half, count=tellers)
    facts = fmt.sentence_list([say(f"disputed-{fact}") for fact in disputed.split(", ")])
    return say("grade-number-disputed", half=half, count=tellers, facts=facts)
