"""What a source layout is: the columns it must have and how its text becomes ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from corridor.ingest.model.header import Order
from corridor.ingest.model.statements import filled
from corridor.ingest.model.versions import Versions
from corridor.words import Message, later

# The file's plain column names to SQL for their cleaned text.
Cells = Mapping[str, str]
# Names of lists of codes to what each code stands for, both as text.
Codes = Mapping[str, Mapping[str, str]]
_TEMPLATE: Final = later("use-the-template")


@dataclass(frozen=True)
class Layout:
    """One shape of file. `convert` gives SQL for columns of `schema.INCIDENT` from the file's.

    `required` are the plain column names without which it cannot be read, and of each group of
    `one_of` one is needed; `known` are all that are understood or knowingly left out. A column
    of `marks` stands in no other layout. `codes` are lists that `coded` looks up. `origin`
    gives, for a codebook column, the file's column that a problem is reported under.
    `remedies` replace the usual remedy of a column. `names_unknown` says that a column outside
    `known` is worth a warning; `advice` is given when required columns are missing.
    A codebook column of `always` is empty in no row: a row without it is cut off. `sides` are the
    columns that differ where an export repeats an event for each of its actors. `orders` are the
    columns of exports without a line of names. `is_point` says that latitude and longitude stand
    in one cell; `row_counts` is the column that says how many incidents a row counts. `source` is
    the one source of all its rows, and `versions` say how that source numbers its files. With
    `last_wins` an id may stand twice: the last row of it is the one that holds.
    """

    name: str
    title: str
    required: tuple[str, ...]
    known: frozenset[str]
    convert: Callable[[Cells], dict[str, str]]
    codes: Codes = field(default_factory=dict)
    origin: Mapping[str, str] = field(default_factory=dict)
    remedies: Mapping[str, Message] = field(default_factory=dict)
    names_unknown: bool = False
    one_of: tuple[tuple[str, ...], ...] = ()
    marks: frozenset[str] = frozenset()
    always: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    orders: tuple[Order, ...] = ()
    is_point: bool = False
    row_counts: str | None = None
    source: str = ""
    versions: Versions | None = None
    last_wins: bool = False
    advice: Message = _TEMPLATE

    def missing(self, names: Sequence[str]) -> list[tuple[str, ...]]:
        """Return what a file with these column names lacks, of each group one name."""
        lacked: list[tuple[str, ...]] = [(name,) for name in self.required if name not in names]
        return lacked + [group for group in self.one_of if not set(group) & set(names)]

    def share(self, names: Sequence[str]) -> float:
        """Return the part of what is needed that a file with these column names has."""
        return 1 - len(self.missing(names)) / (len(self.required) + len(self.one_of))


def cell_or_blank(cells: Cells, name: str) -> str:
    """Return SQL for a cell, and for empty text where the file has no such column."""
    return cells.get(name, "''")


def whole(cell: str) -> str:
    """Return SQL that takes the ".0" off a code or count that a program wrote as 3.0."""
    return f"regexp_replace({cell}, '\\.0+$', '')"


def foreign(cell: str) -> str:
    """Return SQL that marks a code no list knows, so that it is refused and never taken as ours."""
    return f"CASE {cell} WHEN '' THEN '' ELSE 'code ' || {cell} END"


def coded(codes: str, cell: str, otherwise: str | None = None) -> str:
    """Return SQL that looks a cell up in a list of codes; what is not in it stays as it is.

    `otherwise` is SQL for what is not in the list.
    """
    return filled("code", codes=codes, cell=cell, otherwise=otherwise or cell)
