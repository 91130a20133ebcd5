"""What a predicate is made of, and how it is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Protocol

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from corridor.findings.rules import Named, Rule
from corridor.packs import Table, plain

# The row that a rule is asked of, and another of the same series.
HERE: Final = "here"
THERE: Final = "there"
# From one end of Iraq to the other; ten years.
MOST_KM: Final = 1000
MOST_DAYS: Final = 3660


class Binding(Protocol):
    """What compiling asks of the compiler (see `predicates.Compiler`)."""

    misplaced: list[str]

    def bind(self, value: Any) -> str:
        """Keep a value and return the placeholder for it."""

    def texts(self, value: tuple[str, ...] | list[str]) -> str:
        """Keep a list of texts and return the placeholder for it."""

    def expression(self, rule: Rule, row: str = HERE) -> str:
        """Return a condition over a row."""


class Rows(Protocol):
    """What an explanation reads of a series (`findings.series.Series`)."""

    @property
    def rows(self) -> pd.DataFrame:
        """The incidents."""

    @property
    def ordinals(self) -> NDArray[np.int64]:
        """The day of each, as a number."""

    @property
    def metres(self) -> Any:
        """Eastings and northings, in metres."""

    def mask(self, rule: Rule) -> NDArray[np.bool_]:
        """Tell which rows match a rule."""


@dataclass(frozen=True)
class Seen:
    """The incident to be explained: its record, and its position in its series."""

    row: dict[str, Any]
    index: int
    series: Rows


Reads = Callable[[Table, Named, str], Rule]
Compiles = Callable[[Binding, Rule, str], str]
Explains = Callable[[Rule, Seen, bool], str]


def _unexplained(_rule: Rule, _seen: Seen, _is_so: bool) -> str:
    return ""


@dataclass(frozen=True)
class Predicate:
    """One predicate. `explains` says why it holds, or fails where `is_so` is false; "" is nothing.

    `reads` takes its key out of the rule's table; `compiles` gives a condition over a row's name.
    """

    reads: Reads
    compiles: Compiles
    explains: Explains = _unexplained


def look_up(table: Table, named: Named, key: str) -> Rule:
    """Return the rule that a key names; PackError when the report defines none of that name."""
    name = table.text(key)
    if name not in named:
        raise table.fail("report-rule-unknown", key, key=key, name=plain(name))
    return named[name]


def names(table: Table, _named: Named, kind: str) -> Rule:
    """Read a list of names of any kind."""
    return Rule(kind, (("names", table.texts(kind)),))


def names_of(known: Callable[[], tuple[str, ...]]) -> Reads:
    """Read a list of names that have to be known."""
    return lambda table, _named, kind: Rule(kind, (("names", table.texts(kind, known=known())),))


def rank(table: Table, _named: Named, kind: str) -> Rule:
    """Read a rank."""
    return Rule(kind, (("rank", table.count(kind, most=7)),))


def fields(**readers: Callable[[Table], Any]) -> Reads:
    """Read a table with exactly these keys."""

    def read(table: Table, _named: Named, kind: str) -> Rule:
        inner = table.table(kind)
        values = tuple((key, reader(inner)) for key, reader in readers.items())
        inner.close()
        return Rule(kind, values)

    return read


def km(table: Table) -> float:
    """Read a distance."""
    return table.number("km", least=0, most=MOST_KM)


def texts(key: str) -> Callable[[Table], tuple[str, ...]]:
    """Read a list of texts under a key."""
    return lambda table: table.texts(key)


def a_text(key: str) -> Callable[[Table], str]:
    """Read one text under a key."""
    return lambda table: table.text(key)
