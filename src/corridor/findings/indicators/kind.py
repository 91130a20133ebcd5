"""What a kind of indicator is: the settings it reads and the function that measures it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from corridor.findings.measured import Measured, Scene
from corridor.findings.predicates import known, read_rule
from corridor.findings.rules import NOTHING, Rule
from corridor.findings.spec import PartSpec
from corridor.packs import Table

Reader = Callable[[Table, str, Mapping[str, Rule]], Any]

# A piece for each day of a year.
MOST_PIECES: Final = 365


# What a part's thresholds can be, by what its indicator is: a share, the difference of two, how
# many times, kilometres (below 0 inside), a count.
SHARE: Final = (0.0, 1.0)
DIFFERENCE: Final = (-1.0, 1.0)
TIMES: Final = (0.0, 1000.0)
KM: Final = (-1000.0, 1000.0)
COUNT: Final = (0.0, 1000.0)

_IN_ORDER: Final = (
    ("baseline_from", "baseline_to"), ("from", "to"), ("factor_low", "factor_high"),
    ("factor_from", "factor_to"),
)  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """`settings` maps each setting's name to its reader; `scale` are the least and most value.

    `by_set`: what it measures hangs on which incidents the window holds, not on when in it they
    were, so that it stays while none enters or leaves.
    """

    settings: Mapping[str, Reader]
    measure: Callable[[PartSpec, Scene], Measured]
    scale: tuple[float, float]
    by_set: bool = False


def read_settings(
    readers: Mapping[str, Reader], table: Table, named: Mapping[str, Rule]
) -> dict[str, Any]:
    """Read settings by their readers; PackError when the last of two lies before the first."""
    found = {name: reader(table, name, named) for name, reader in readers.items()}
    for first, last in _IN_ORDER:
        if first in found and found[first] > found[last]:
            start, end = str(found[first]), str(found[last])
            raise table.fail("report-order", last, first=first, last=last, start=start, end=end)
    return found


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


def province(table: Table, name: str, _named: Mapping[str, Rule]) -> str:
    """Read the name of a governorate."""
    return table.name(name, known.provinces())


def text(table: Table, name: str, _named: Mapping[str, Rule]) -> str:
    """Read a text."""
    return table.text(name)


def texts(table: Table, name: str, _named: Mapping[str, Rule]) -> tuple[str, ...]:
    """Read a list of texts, empty when it is not given."""
    return table.texts(name, (), least=0)


def day(table: Table, name: str, _named: Mapping[str, Rule]) -> date:
    """Read a date."""
    return table.day(name)
