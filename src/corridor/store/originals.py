"""Rows as their files had them, read from the store's files when somebody asks for one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corridor import schema
from corridor.store.changes import SEED_PREFIX
from corridor.store.engine import connect
from corridor.store.log.commits import file_name
from corridor.store.statements import statement

if TYPE_CHECKING:
    import pandas as pd

# Versions of an account with the row that brought each.
of_originals: Final = schema.returns(
    "commit_id", "recorded_at", "recorded_by", "row_number", "original"
)  # fmt: skip


@of_originals
def original_rows(versions: pd.DataFrame, folder: Path, live: Sequence[str]) -> pd.DataFrame:
    """Return versions of an account with their `original`, in the same order.

    `versions` has commit_id and row_number; those that were not handed in as a row of a file, or
    before such rows were kept, are left out.
    """
    commits = [name for name in versions["commit_id"].unique() if not name.startswith(SEED_PREFIX)]
    names = [name for name in map(file_name, commits) if name in live]
    if not names:
        return versions.head(0).assign(original="")
    asked = {
        "paths": [str(folder / name) for name in names],
        "lines": versions["row_number"].dropna().astype(int).tolist(),
    }
    with connect() as engine:
        found = engine.execute(statement("original_rows"), asked).df()
    merged = versions.merge(found.dropna(), on=["commit_id", "row_number"])
    return merged.reset_index(drop=True)
