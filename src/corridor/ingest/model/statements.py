"""The ingest's SQL by name, with names of our own columns where it leaves room for them."""

from __future__ import annotations

from pathlib import Path

from corridor.statements import statements

statement = statements(Path(__file__).parents[1] / "sql")


def filled(name: str, /, **parts: str) -> str:
    """Return the text of `sql/<name>.sql` with SQL of ours in place of its comments `/* part */`.

    Only names of codebook columns and expressions over them are put in, never a value.
    """
    text = statement(name)
    for part, sql in parts.items():
        text = text.replace(f"/* {part} */", sql)
    return text
