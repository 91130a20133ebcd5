"""Mappings are remembered by the store's own history: same columns, same mapping."""

from __future__ import annotations

from typing import Any

from corridor.ingest.files.column_names import plain_name
from corridor.ingest.layouts.recognise import Recalled
from corridor.ingest.model.mapping import MappingError, from_json
from corridor.ingest.model.report import IngestReport
from corridor.store import Store
from corridor.words import later


def remember(report: IngestReport) -> dict[str, Any]:
    """Give what a commit keeps of a mapped file: its plain column names and the mapping."""
    if report.mapping is None:
        return {}
    names = sorted(plain_name(written) for written in report.header)
    return {"columns": names, "mapping": report.mapping.as_json()}


def recall(store: Store, names: tuple[str, ...]) -> Recalled | None:
    """Find the newest upload of a table with these columns, in any order; None without one."""
    wanted = sorted(names)
    for commit in store.history():
        if commit.reading.get("columns") == wanted:
            try:
                mapping = from_json(commit.reading.get("mapping"))
            except MappingError:  # written by another release
                continue
            when = commit.recorded_at.date().isoformat()
            return Recalled(mapping, later("mapping-of-before", file=commit.file_name, day=when))
    return None
