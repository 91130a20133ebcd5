"""What a checked file would do to the store: which accounts are new, updated, there already."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pandas as pd

from corridor import packs, schema
from corridor.ingest.checks.row_rules import SERIES_RULE
from corridor.ingest.layouts.recognise import LAYOUTS
from corridor.ingest.model.report import IngestReport, recounted
from corridor.ingest.model.statements import filled, statement
from corridor.store.workbench import Workbench

_CONTENT: Final = tuple(column for column in schema.INCIDENT if column.name != "incident_id")
_STORED: Final = (*(column.name for column in schema.INCIDENT), "commit_id")
_HIDDEN: Final = {
    "what": "problem-hidden-by-a-retraction",
    "mend": "remedy-hidden-by-a-retraction",
}
_TAKEN: Final = {
    "what": "problem-the-id-is-that-of-a-shipped-incident",
    "mend": "remedy-id-of-its-own-list",
}
_SAME: Final = " AND ".join(f"a.{it.name} IS NOT DISTINCT FROM s.{it.name}" for it in _CONTENT)


def compare(report: IngestReport, existing: pd.DataFrame | None = None) -> IngestReport:
    """Fill `new`, `updated` and `duplicates` of a report.

    It is held against the store that lent the report's workbench, or against `existing`, the
    current accounts (columns of `schema.INCIDENT`, others are ignored). An account with a known
    id and the same content in every column is a duplicate, with other content it is updated.
    Hidden accounts are compared too, and rows of them get a warning. A report is compared once:
    what it says of itself is kept in its workbench.
    accepted_rows = new + updated + duplicates.
    """
    if report.bench is None:
        return replace(report, compared=True)
    bench = report.bench
    _see_stored(bench, existing)
    bench.run(filled("effects", same=_SAME))
    bench.run(statement("to_write"))
    bench.run(statement("create_repeats"))
    counts = dict(bench.rows(statement("effect_counts")))
    return _still_true(
        replace(
            report,
            new=counts.get("new", 0),
            updated=counts.get("updated", 0),
            duplicates=counts.get("duplicate", 0),
            compared=True,
        )
    )


def _see_stored(bench: Workbench, existing: pd.DataFrame | None) -> None:
    """Make the view `stored`: one row per current account, typed as the codebook says."""
    if existing is None:
        bench.run(filled("see_accounts", columns=", ".join(_STORED)))
        bench.run(statement("tell_hidden"), _HIDDEN)
        bench.run(statement("refuse_taken"), _TAKEN)
        return
    has_commit = "commit_id" in existing
    columns = {
        column.name: existing[column.name].astype(object).where(existing[column.name].notna(), None)
        if column.name in existing
        else pd.Series([None] * len(existing), dtype=object)
        for column in schema.INCIDENT
    }
    columns["commit_id"] = existing["commit_id"] if has_commit else pd.Series([""] * len(existing))
    frame = pd.DataFrame(columns).drop_duplicates("incident_id")
    bench.keep("existing", frame)
    typed = ", ".join(f"CAST({it.name} AS {it.type}) AS {it.name}" for it in schema.INCIDENT)
    bench.run(filled("see_existing", columns=typed))


def changes(report: IngestReport, most: int) -> pd.DataFrame:
    """List what updates would change: incident_id, column, before, after (texts, "" unknown).

    `most` limits how many changes are listed.
    """
    if report.bench is None:
        return pd.DataFrame(columns=["incident_id", "column", "before", "after"])
    found = [
        report.bench.frame(
            filled("changes", name=column.name),
            {"column": column.name, "most": most},
        )
        for column in _CONTENT
    ]
    listed = pd.concat(found, ignore_index=True)
    return listed.sort_values("incident_id", kind="stable", ignore_index=True).head(most)


def updated_ids(report: IngestReport) -> frozenset[str]:
    """Name the accounts of which the file has another version (after compare)."""
    if report.bench is None:
        return frozenset()
    return frozenset(str(name) for (name,) in report.bench.rows(statement("updated_ids")))


def _still_true(report: IngestReport) -> IngestReport:
    """Drop the warning about the country's series when no row of it would be written.

    A release of that series is told as such.
    """
    assert report.bench is not None  # noqa: S101  says so to the type checker
    series = packs.series().code
    is_release = bool(report.version) and LAYOUTS[report.layout].source == series
    if is_release or not report.bench.one(statement("writes_series"), {"series": series}):
        report.bench.run(statement("forget_rule"), {"key": SERIES_RULE})
    return recounted(report)
