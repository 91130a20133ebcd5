"""The store's own SQL by name: `statement("check_seed")` is the text of its file."""

from __future__ import annotations

from pathlib import Path

from corridor.statements import statements

statement = statements(Path(__file__).parent / "sql")
