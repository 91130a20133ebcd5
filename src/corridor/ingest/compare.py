"""What a checked file would do to the store: which accounts are new, updated, there already."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd

from corridor import schema, vocabulary
from corridor.ingest.report import IngestReport, Problem
from corridor.ingest.rules import PRIMARY_RULE

_CONTENT: Final = tuple(column for column in schema.INCIDENT if column.name != "incident_id")
# Stands for "unknown" where numbers are compared: outside the range of every column.
_NO_NUMBER: Final = -1e300


def compare(report: IngestReport, existing: pd.DataFrame) -> IngestReport:
    """Fill `new`, `updated`, `duplicates` and `effects` of a report.

    `existing` holds the current accounts (columns of `schema.INCIDENT`, others are ignored).
    An account with a known id and the same content in every column is a duplicate, with other
    content it is updated. accepted_rows = new + updated + duplicates.
    """
    effects = _effects(report.accounts, existing)
    counts = effects.value_counts()
    return replace(
        report,
        new=int(counts.get("new", 0)),
        updated=int(counts.get("updated", 0)),
        duplicates=int(counts.get("duplicate", 0)),
        effects=effects,
        compared=True,
        problems=_still_true(report, effects),
    )


def changes(report: IngestReport, existing: pd.DataFrame) -> pd.DataFrame:
    """List what updates would change: incident_id, column, before, after (texts, "" unknown)."""
    updated = report.accounts[(report.effects == "updated").to_numpy()].reset_index(drop=True)
    stored = _matching(existing, updated["incident_id"])
    after, before = _comparable(updated), _comparable(stored)
    found = [
        pd.DataFrame(
            {
                "incident_id": updated["incident_id"],
                "column": column.name,
                "before": _shown(stored, column),
                "after": _shown(updated, column),
            }
        )[(after[column.name] != before[column.name]).to_numpy()]
        for column in _CONTENT
    ]
    return pd.concat(found, ignore_index=True).sort_values("incident_id", kind="stable")


def _effects(accounts: pd.DataFrame, existing: pd.DataFrame) -> pd.Series:
    ids = accounts["incident_id"]
    is_known = ids.isin(existing["incident_id"]).to_numpy(dtype=bool)
    same = (_comparable(accounts) == _comparable(_matching(existing, ids))).all(axis=1).to_numpy()
    words = np.where(is_known, np.where(same, "duplicate", "updated"), "new")
    return pd.Series(words, dtype="str")


def _matching(existing: pd.DataFrame, ids: pd.Series) -> pd.DataFrame:
    """Give the existing accounts in the order of `ids`; all unknown where there is none."""
    by_id = existing.drop_duplicates("incident_id").set_index("incident_id")
    return by_id.reindex(ids).reset_index()


def _comparable(accounts: pd.DataFrame) -> pd.DataFrame:
    """Give content columns in one type each, with a stand-in for unknown, whoever made them."""
    return pd.DataFrame({column.name: _plain(accounts, column) for column in _CONTENT})


def _plain(accounts: pd.DataFrame, column: schema.Column) -> pd.Series:
    values = _values(accounts, column)
    if column.type == "DATE":
        return pd.to_datetime(values).astype("datetime64[s]").astype("int64")
    if column.type in ("INTEGER", "DOUBLE"):
        return pd.to_numeric(values).astype("Float64").fillna(_NO_NUMBER).astype("float64")
    return values.astype("str").fillna("")


def _shown(accounts: pd.DataFrame, column: schema.Column) -> pd.Series:
    values = _values(accounts, column)
    if column.type == "DATE":
        return pd.to_datetime(values).dt.strftime("%Y-%m-%d").fillna("").astype("str")
    if column.type in ("INTEGER", "DOUBLE"):
        return pd.to_numeric(values).map("{:g}".format, na_action="ignore").astype("str").fillna("")
    return values.astype("str").fillna("")


def _values(accounts: pd.DataFrame, column: schema.Column) -> pd.Series:
    if column.name in accounts:
        return accounts[column.name].reset_index(drop=True)
    return pd.Series([None] * len(accounts), dtype="object")


def _still_true(report: IngestReport, effects: pd.Series) -> tuple[Problem, ...]:
    """Drop the warning about the primary series when no row of it would be written."""
    is_primary = (report.accounts["source"] == vocabulary.PRIMARY_SERIES).to_numpy(dtype=bool)
    if (is_primary & (effects != "duplicate").to_numpy()).any():
        return report.problems
    return tuple(problem for problem in report.problems if problem.rule != PRIMARY_RULE)
