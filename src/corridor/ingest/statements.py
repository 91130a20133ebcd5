"""Read the ingest's SQL by name. Only names of our own columns are ever put into its text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "sql"


@cache
def statement(name: str) -> str:
    """Give the text of `sql/<name>.sql`."""
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
