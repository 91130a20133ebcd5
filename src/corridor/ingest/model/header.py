"""The line of column names: what is known of it before and after a file is opened."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from corridor.ingest.model.characters import trim
from corridor.words import Message
from corridor.words import numbers as fmt

LONGEST_VALUE: Final = 200


@dataclass(frozen=True)
class Order:
    """The columns of a source's export in their order, for a file without a line of names.

    `export` is the word that the note chooses its name by. `holds` says by column what its cells
    look like; a file of that many columns is such an export when they do.
    """

    export: str
    names: tuple[str, ...]
    holds: Mapping[str, re.Pattern[str]]

    def fits(self, cells: Sequence[str]) -> bool:
        """Say whether a record is one of such an export."""
        return len(cells) == len(self.names) and all(
            looks.fullmatch(trim(cells[self.names.index(name)]))
            for name, looks in self.holds.items()
        )


@dataclass(frozen=True)
class Expected:
    """The plain names that columns of files have, and the orders that exports have."""

    names: frozenset[str]
    orders: tuple[Order, ...] = ()


@dataclass(frozen=True)
class Header:
    """The record of column names: as in the file, their plain forms, and the delimiter found.

    A plain name is in small letters with underscores: "Event Date" is `event_date`. `spare`
    counts the nameless columns that spreadsheets leave at the right edge; they must be empty.
    `ends` is the last line of that record, 0 where the file has none. `running` are the names
    given to nameless columns that are empty or hold running numbers, which are left out;
    `is_wrapped` says that whole lines stand inside quotation marks, `is_numbered` that the columns
    have numbers for names; `notes` say what was assumed.
    """

    written: tuple[str, ...]
    names: tuple[str, ...]
    delimiter: str
    spare: int = 0
    ends: int = 1
    running: frozenset[str] = frozenset()
    is_wrapped: bool = False
    is_numbered: bool = False
    notes: tuple[Message, ...] = ()

    @property
    def line(self) -> str:
        """The line that says how many columns there are: "first", or its number."""
        return "first" if self.ends <= 1 else str(self.ends)


def shorten(value: str) -> str:
    """Cut a value that is too long to be shown in a list of problems."""
    return value if len(value) <= LONGEST_VALUE else value[: LONGEST_VALUE - 1] + "…"


def shown_names(names: Sequence[str]) -> str:
    """List column names, as many as can be shown."""
    return shorten(fmt.unit_list(names))


def plain_name(written: str) -> str:
    """Return a column name in small letters with underscores for blanks and hyphens."""
    return re.sub(r"[\s\-]+", "_", trim(written).casefold())
