"""A report's problems and counts, read from its workbench again after a later check."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, get_args

from corridor.ingest.model.report import MOST_PROBLEMS, IngestReport, Problem, Severity
from corridor.ingest.model.statements import statement
from corridor.words.sealed import Sealed

# Worst first, as they are listed.
SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)


def recounted(report: IngestReport) -> IngestReport:
    """Give the report with what `problems` of its workbench says now."""
    assert report.bench is not None  # noqa: S101  says so to the type checker
    found = report.bench.rows(
        statement("problems"), {"most": MOST_PROBLEMS, "severities": list(SEVERITIES)}
    )
    ((rows, left_out, rejected, warned, *numbers),) = report.bench.rows(statement("counted"))
    counted = dict(zip(SEVERITIES, numbers, strict=True))
    for problem in report.of_header:
        counted[problem.severity] += 1
    of_rows = (
        Problem(line, column, cell, Sealed(what), Sealed(mend), severity)
        for line, column, cell, what, mend, severity in found
    )
    problems = [*report.of_header, *of_rows]
    return replace(
        report,
        rows=rows,
        accepted_rows=rows - left_out - rejected,
        left_out=left_out,
        rejected_rows=rejected,
        warned=warned,
        problems=tuple(sorted(problems, key=lambda it: SEVERITIES.index(it.severity))),
        counted=counted,
    )
