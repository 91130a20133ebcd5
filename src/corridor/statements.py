"""Statements of SQL: each is a file, read by name."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path


def statements(folder: Path) -> Callable[[str], str]:
    """Return what gives the text of `<name>.sql` of a folder; each file is read once."""

    @cache
    def statement(name: str) -> str:
        return (folder / f"{name}.sql").read_text(encoding="utf-8")

    return statement
