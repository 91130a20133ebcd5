"""What goes wrong with the store, said in sentences for its users."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import duckdb
from deltalake.exceptions import DeltaError

from corridor.words import ToldError, Value, Written, later, say, written


class StoreError(ToldError):
    """Something that cannot be done with the store, said in a sentence for its user."""


class BrokenLogError(StoreError):
    """Entries of the log that cannot be read, each in a sentence."""


class RepeatedError(Exception):
    """The same transaction is in the log already."""


@contextmanager
def told(key: str) -> Iterator[None]:
    """Say a failure of the engine, the log or the disk by a message that takes its `error`."""
    try:
        yield
    except (duckdb.Error, DeltaError, OSError) as error:
        raise StoreError(later(key, error=one_line(error))) from error


def one_line(error: Exception) -> str:
    """Return an error's own words in one line; the log's causes follow in lines marked by ↳."""
    first, *rest = re.sub(r"\x1b\[[0-9;]*m", "", str(error)).strip().splitlines() or [""]
    inner = re.search(r'\{"exception_type":.*\}$', first)
    if inner:  # DuckDB's own words for what happened in another of its threads
        first = f"{first.split(':')[0]}: {json.loads(inner.group())['exception_message']}"
    causes = [line.strip(" ↳") for line in rest if line.strip().startswith("↳")]
    return ": ".join([first.strip(), *causes])


def clauses(problems: Iterable[Value]) -> Written:
    """Join what is wrong into one sentence: "this; that"."""
    return written(_joined, *problems)


def _joined(*problems: Value) -> str:
    return say("between-clauses").join(map(str, problems))
