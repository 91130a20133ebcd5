"""The SQL of the findings by name: `statement("series_rows")` is the text of its file."""

from __future__ import annotations

from pathlib import Path

from corridor.statements import statements

statement = statements(Path(__file__).parent / "sql")
