"""What a kind of indicator is: the settings it reads and the function that measures it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from corridor.findings.measured import Measured, Scene
from corridor.findings.predicates import read_rule
from corridor.findings.rules import NOTHING, Rule
from corridor.findings.spec import PartSpec
from corridor.packs import Table

Reader = Callable[[Table, str, Mapping[str, Rule]], Any]

# A piece for each day of a year.
MOST_PIECES: Final = 366


@dataclass(frozen=True)
class Kind:
    """`settings` maps each setting's name to its reader."""

    settings: Mapping[str, Reader]
    measure: Callable[[PartSpec, Scene], Measured]


def rule(table: Table, name: str, named: Mapping[str, Rule]) -> Rule:
    """Read a rule that has to be there."""
    return read_rule(table.table(name), named)


def optional_rule(table: Table, name: str, named: Mapping[str, Rule]) -> Rule:
    """Read a rule, or the one that matches nothing."""
    return read_rule(table.table(name), named) if table.has(name) else NOTHING


def number(default: float | None = None, *, least: float, most: float) -> Reader:
    """Give a reader of a number."""
    return lambda table, name, _named: table.number(name, default, least=least, most=most)


def count(default: int | None = None, *, most: int) -> Reader:
    """Give a reader of a whole number above zero."""
    return lambda table, name, _named: table.count(name, default, most=most)


def text(table: Table, name: str, _named: Mapping[str, Rule]) -> str:
    """Read a text."""
    return table.text(name)


def texts(table: Table, name: str, _named: Mapping[str, Rule]) -> tuple[str, ...]:
    """Read a list of texts, empty when it is not given."""
    return table.texts(name, (), least=0)


def day(table: Table, name: str, _named: Mapping[str, Rule]) -> date:
    """Read a date."""
    return table.day(name)
