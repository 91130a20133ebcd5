"""Read query texts by name; those that ask of a filter begin with `filtered.sql`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from corridor.filters import IncidentFilter
from corridor.store import Reader

_FOLDER = Path(__file__).parent / "sql"


@cache
def statement(name: str) -> str:
    """Give the text of `sql/<name>.sql`."""
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def ask(store: Reader, name: str, **values: Any) -> pd.DataFrame:
    """Run `sql/<name>.sql` with bound values."""
    return store.read(statement(name), values)


def ask_filtered(store: Reader, name: str, chosen: IncidentFilter, **values: Any) -> pd.DataFrame:
    """Run `sql/<name>.sql` over the incidents that the filter keeps (as `filtered`)."""
    return store.read(statement("filtered") + statement(name), chosen.params() | values)


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Give a frame's rows as dicts by column name."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def known(value: Any) -> Any:
    """Give a plain Python value; NaN, NaT and NA become None (unknown is never 0).

    A moment without a zone is a day: DATE reaches pandas as midnight.
    """
    if value is None or pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime() if value.tz else value.date()
    return value.item() if hasattr(value, "item") else value
