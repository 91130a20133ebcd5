"""An account as the files that brought it had it, before anything was converted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from corridor.queries.statements import rows_of
from corridor.store import Commit, Store


@dataclass(frozen=True)
class HandedIn:
    """One version of an account: where it stood, who brought it when, and the row's own cells.

    `cells` are the file's column names and texts, empty cells left out. `line` counts the lines
    of the file.
    """

    incident_id: str
    commit_id: str
    file_name: str
    line: int
    recorded_at: datetime
    recorded_by: str
    cells: dict[str, str]

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `original --json`."""
        return vars(self) | {"recorded_at": self.recorded_at.isoformat()}


def handed_in(store: Store, incident_id: str) -> tuple[HandedIn, ...]:
    """Return the versions of an account as they were handed in, newest first; none when shipped."""
    found = store.originals(incident_id)
    commits = {item.commit_id: item for item in store.history()} if len(found) else {}
    return tuple(_version(incident_id, row, commits) for row in rows_of(found))


def _version(incident_id: str, row: dict[str, Any], commits: dict[str, Commit]) -> HandedIn:
    commit = commits.get(row["commit_id"])
    return HandedIn(
        incident_id,
        row["commit_id"],
        commit.file_name if commit else "",
        int(row["row_number"]),
        row["recorded_at"].to_pydatetime(),
        row["recorded_by"] or "",
        {name: text for name, text in json.loads(row["original"]).items() if text},
    )
