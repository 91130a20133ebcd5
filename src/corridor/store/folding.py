"""Texts as they are searched: see `sql/folded.sql`."""

from __future__ import annotations

from functools import cache

import duckdb

from corridor.store.engine import connect
from corridor.store.statements import statement


def fold(*texts: str) -> tuple[str, ...]:
    """Return texts in the form in which they are searched, in order: "Ḥawīja" is "hawija".

    The words of accounts are folded by the same rule when they are first searched; whoever
    searches hands in words that are folded already.
    """
    with _engine().cursor() as engine:
        rows = engine.execute(statement("fold_texts"), {"texts": list(texts)}).fetchall()
    return tuple(folded for (folded,) in rows)


@cache
def _engine() -> duckdb.DuckDBPyConnection:
    connection = connect(threads=1)
    connection.execute(statement("folded"))
    return connection
