"""How the answer to a report and its verdicts move where well graded accounts alone count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corridor import queries
from corridor.findings import Finding, Report
from corridor.findings.graded import Remeasured, remeasured
from corridor.store import Reader


@dataclass(frozen=True)
class GradedVerdicts:
    """The findings of a report by accounts graded `grade` or better alone.

    With `unjudged` also by those that cannot be judged; `answer` is the number of the finding that
    answers the report's question.
    """

    grade: str
    unjudged: bool
    answer: int
    findings: tuple[Remeasured, ...]


def graded_verdicts(
    store: Reader,
    report: Report,
    tested: Sequence[Finding],
    grade: str,
    *,
    unjudged: bool = False,
) -> GradedVerdicts:
    """Measure findings, which are evaluated already, again by well graded accounts alone."""
    ids = queries.accounts_graded(store, grade, unjudged=unjudged)
    answer = next(each.number for each in tested if each.slug == report.answer)
    return GradedVerdicts(grade, unjudged, answer, tuple(remeasured(each, ids) for each in tested))
