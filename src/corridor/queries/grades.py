"""Admiralty grades: of a filter's incidents, and of each account with what gave it."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from corridor import schema, vocabulary
from corridor.filter import IncidentFilter
from corridor.filter.grades import grades_kept
from corridor.queries.statements import ask, ask_filtered, rows_of
from corridor.store import Reader


@schema.returns(
    grade="VARCHAR", letter_by="VARCHAR", number_by="VARCHAR", incidents="INTEGER"
)  # fmt: skip
def by_grade(store: Reader, chosen: IncidentFilter) -> pd.DataFrame:
    """Count the measuring series' incidents by the grade of the counted account.

    Columns: grade, letter_by (hand, file, person, declared, pack, nobody), number_by (hand, file,
    rule, nobody), incidents.
    """
    return ask_filtered(store, "by_grade", chosen)


def grades_known(store: Reader, chosen: IncidentFilter) -> tuple[int, int]:
    """Count the measuring series' incidents that a filter with a grade decides about.

    Return all that its other choices keep, and those of them that the grade leaves out, or takes
    with `unjudged`, only because a half of theirs cannot be judged.
    """
    others = replace(chosen, grade="", unjudged=False)
    kept = grades_kept(chosen.grade, unjudged=True)
    no_half = {"no_letter": vocabulary.UNJUDGED_SOURCE, "no_number": vocabulary.UNJUDGED_ITEM}
    (row,) = rows_of(ask_filtered(store, "grades_known", others, **kept, **no_half))
    return int(row["incidents"]), int(row["unjudged"])


@schema.returns(
    "incident_id", grade="VARCHAR", letter_by="VARCHAR", number_by="VARCHAR", tellers="INTEGER",
    disputed="VARCHAR", reason="VARCHAR", graded_by="VARCHAR", graded_at="TIMESTAMPTZ",
)  # fmt: skip
def grades_of(store: Reader, incident_id: str) -> pd.DataFrame:
    """Return the grade of each account of the incident that the id belongs to.

    Columns: incident_id, grade, letter_by and number_by (see `by_grade`), tellers (news channels
    and sources that tell of the incident), disputed (on what its accounts disagree: "deaths,
    date"), reason, graded_by and graded_at of a person who graded the account or its source.
    """
    return ask(store, "grades_of", incident_id=incident_id)


def accounts_graded(store: Reader, grade: str, *, unjudged: bool = False) -> frozenset[str]:
    """Return the ids of all accounts that are graded so or better, as a filter means it."""
    rows = ask(store, "accounts_graded", **grades_kept(grade, unjudged=unjudged))
    return frozenset(rows["incident_id"])


@schema.returns("incident_id", resolved_grade="VARCHAR", grade_source="VARCHAR")
def grades_by_id(store: Reader, incident_ids: tuple[str, ...]) -> pd.DataFrame:
    """Return the grades of some accounts, and in words for files what gave each.

    Columns: incident_id, resolved_grade, grade_source, as in `list_incidents`.
    """
    return ask(store, "grades_by_id", ids=list(incident_ids))
