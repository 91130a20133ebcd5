"""A grade by hand: of one account, or of a source; what it says is checked before it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from corridor import queries, schema, vocabulary
from corridor.store import Reader
from corridor.words import Message, ToldError, later, written
from corridor.words import numbers as fmt


class GradeError(ToldError):
    """A grade that cannot be recorded so, said in a sentence with what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)


@dataclass(frozen=True)
class ByHand:
    """What a person says: the grade of the account `of`, or the letter of the source of that name.

    `reason` says why.
    """

    of: str
    grade: str
    reason: str
    is_source: bool = False


def record(store: Reader, said: ByHand) -> pd.DataFrame:
    """Return the one record of a grade by hand: columns of `schema.RECORDS`.

    A source has a letter alone: how true one of its accounts is, is not said with it. GradeError
    for what is no grade, for an account or a source that is not there, and without a reason.
    """
    grade, of = said.grade.strip().upper(), said.of.strip()
    allowed = vocabulary.SOURCE_RELIABILITY if said.is_source else _both()
    if grade not in allowed:
        key = "grade-no-letter" if said.is_source else "grade-no-grade"
        raise GradeError(later(key, grade=said.grade.strip()))
    reason, most = said.reason.strip(), schema.column("reason").max_length
    if not reason or len(reason) > most:
        raise GradeError(later("grade-needs-reason", most=most))
    found: dict[str, Any] = {"record_kind": "grade", "reason": reason}
    if said.is_source:
        known = sources(store)
        if of not in known:
            some = written(fmt.unit_list, known)
            raise GradeError(later("no-such-choice", kind="source", name=repr(of), known=some))
        of_source = {"source": of, "source_grade": grade + vocabulary.UNJUDGED_ITEM}
        return pd.DataFrame([found | of_source])
    if of not in set(queries.accounts_of(store, of)["incident_id"]):
        raise GradeError(later("no-such-incident", id=of))
    return pd.DataFrame([found | {"incident_id": of, "source_grade": grade}])


def sources(store: Reader) -> tuple[str, ...]:
    """Return the sources that can be graded: those of accounts, and those that are declared."""
    declared = queries.list_sources(store)["source"]
    return tuple(sorted({*queries.options(store).sources, *map(str, declared)}))


def _both() -> tuple[str, ...]:
    return schema.column("source_grade").choices
