"""Read the ingest's SQL by name, and put names of our own columns where it leaves room for them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parents[1] / "sql"


@cache
def statement(name: str) -> str:
    """Give the text of `sql/<name>.sql`."""
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def filled(name: str, /, **parts: str) -> str:
    """Give the text of `sql/<name>.sql` with SQL of ours in place of its comments `/* part */`.

    Only names of codebook columns and expressions over them are put in, never a value.
    """
    text = statement(name)
    for part, sql in parts.items():
        text = text.replace(f"/* {part} */", sql)
    return text
