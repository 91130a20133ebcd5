"""Reading a pack's file strictly: every fault names file, line, place, and what to do."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from corridor.packs import lines
from corridor.words import Later, Message, ToldError, Value, later, written
from corridor.words import numbers as fmt

SLUG: Final = re.compile("[a-z0-9-]{1,64}")
FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2100, 12, 31)
# How long a text and a list may be where nothing else is said.
MOST_OF_NAME: Final = 120
MOST_ENTRIES: Final = 200

_MOST_SHOWN: Final = 60
_MOST_NAMED: Final = 40
_UNSEEN: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_KINDS: Final[Mapping[type, str]] = {
    str: "text", bool: "yes-or-no", int: "count", float: "number", date: "day", list: "list",
    dict: "table",
}  # fmt: skip


class PackError(ToldError):
    """A pack that cannot be used, said in a sentence with file, line, place and remedy.

    `what` is the sentence without the file, `others` are the faults that were found after the first
    (see `Faults`).
    """

    def __init__(
        self, message: Message, others: tuple[Message, ...] = (), what: Message | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.others = others
        self.what = what or message

    @property
    def all(self) -> tuple[Message, ...]:
        """The first fault and the others."""
        return (self.message, *self.others)


class Faults:
    """The faults of pieces that can be read without each other: their writer is told them all."""

    def __init__(self) -> None:
        self._found: list[PackError] = []

    @contextmanager
    def gathered(self) -> Iterator[None]:
        """Keep the faults that are met within a `with`."""
        try:
            yield
        except PackError as error:
            self._found.append(error)

    def close(self) -> None:
        """Raise what was found, if anything was."""
        if self._found:
            first, *others = (told for error in self._found for told in error.all)
            raise PackError(first, tuple(others), self._found[0].what)


@dataclass(frozen=True)
class Source:
    """The file that is read, its text, and what finds the line of each value in it."""

    file: Path
    text: str
    find: Callable[[str], Mapping[lines.Path, int]] = lines.find_lines

    @cached_property
    def lines(self) -> Mapping[lines.Path, int]:
        """The line of each value (see `lines.find_lines`)."""
        return self.find(self.text)

    def fault(self, what: Message, line: int | None = None) -> PackError:
        """Return the error that says what is wrong, and on which line."""
        file = str(self.file)
        if line is None:
            return PackError(later("pack-fault", file=file, what=what), what=what)
        return PackError(later("pack-fault-at", file=file, line=str(line), what=what), what=what)


class Table:
    """A TOML table being read; `close` refuses the keys that nobody asked for.

    A key without a default (None) has to be there. PackError for all that is not as asked.
    """

    def __init__(
        self, values: Mapping[str, Any], source: Source, place: Message, path: lines.Path = ()
    ) -> None:
        self._left = dict(values)
        self._asked: dict[str, None] = {}
        self._source = source
        self._path = path
        self.place = place

    def fail(
        self, said: str, /, at: str | int | lines.Path | None = None, **values: Value
    ) -> PackError:
        """Return the error that says by a message what is wrong, here, at a key, or below one."""
        way = () if at is None else at if isinstance(at, tuple) else (at,)
        return self._fault(later(said, **values), *way)

    def _fault(self, what: Message, *at: str | int) -> PackError:
        found = self._source.lines
        line = found.get((*self._path, *at), found.get(self._path, 1))
        return self._source.fault(later("pack-what", place=self.place, what=what), line)

    def take(self, key: str, kind: type, default: Any = None) -> Any:
        """Take a value of a type: str, bool, int, float (whole ones too), date, list or dict."""
        self._asked[key] = None
        if key not in self._left:
            if default is None:
                raise self.fail("pack-missing", key=key)
            return default
        value = self._left.pop(key)
        if not _is_of(value, kind):
            wanted = later(f"pack-kind-{_KINDS[kind]}")
            raise self.fail("pack-of-kind", key, key=key, kind=wanted, value=shown(value))
        return value

    def number(self, key: str, default: float | None = None, *, least: float, most: float) -> float:
        """Take a number from `least` to `most`."""
        value = self.take(key, float, default)
        self._check_range(key, value, least, most)
        return float(value)

    def count(self, key: str, default: int | None = None, *, least: int = 1, most: int) -> int:
        """Take a whole number from `least` (1) to `most`."""
        value: int = self.take(key, int, default)
        self._check_range(key, value, least, most)
        return value

    def day(
        self,
        key: str,
        default: date | None = None,
        *,
        first: date = FIRST_DAY,
        last: date = LAST_DAY,
    ) -> date:
        """Take a day from `first` to `last`; a default may lie outside."""
        value: date = self.take(key, date, default)
        if value is not default and not first <= value <= last:
            raise self.fail(
                "pack-range", key, key=key, least=first.isoformat(), most=last.isoformat(),
                value=shown(value),
            )  # fmt: skip
        return value

    def text(self, key: str, default: str | None = None, *, most: int = MOST_OF_NAME) -> str:
        """Take a text of at most so many signs, which is not empty."""
        value: str = self.take(key, str, default)
        if value != default:
            self._check_text(value, most, key)
        return value

    def name(self, key: str, known: Iterable[str], default: str | None = None) -> str:
        """Take a text that is one of a list."""
        value: str = self.take(key, str, default)
        if value != default:
            self._check_known(value, tuple(known), key)
        return value

    def slug(self, key: str, default: str | None = None) -> str:
        """Take a short name of a–z, 0–9 and hyphens, as it stands in addresses."""
        value: str = self.take(key, str, default)
        if value != default and not SLUG.fullmatch(value):
            raise self.fail("pack-slug", key, key=key, value=shown(value))
        return value

    def texts(
        self,
        key: str,
        default: tuple[str, ...] | None = None,
        *,
        least: int = 1,
        most: int = MOST_ENTRIES,
        most_of_each: int = MOST_OF_NAME,
        known: Iterable[str] | None = None,
    ) -> tuple[str, ...]:
        """Take a list of so many texts, of the list `known` if one is given."""
        values = self._entries(key, str, default, least, most)
        names = None if known is None else tuple(known)
        for number, value in enumerate(values):
            if names is None:
                self._check_text(value, most_of_each, key, number)
            else:
                self._check_known(value, names, key, number)
        return tuple(values)

    def tables(
        self, key: str, default: list[Any] | None = None, *, least: int = 1, most: int
    ) -> list[Table]:
        """Take a list of so many tables."""
        values = self._entries(key, dict, default, least, most)
        return [
            Table(
                value,
                self._source,
                later("pack-below-numbered", place=self.place, key=plain(key), number=number + 1),
                (*self._path, key, number),
            )
            for number, value in enumerate(values)
        ]

    def table(self, key: str) -> Table:
        """Take a table."""
        value = self.take(key, dict)
        place = later("pack-below", place=self.place, key=plain(key))
        return Table(value, self._source, place, (*self._path, key))

    def has(self, key: str) -> bool:
        """Say whether a key waits to be taken."""
        self._asked[key] = None
        return key in self._left

    def values(self) -> dict[str, Any]:
        """Return what waits to be taken."""
        return dict(self._left)

    def over(self, values: Mapping[str, Any]) -> Table:
        """Return the same table with these values where it has none of its own."""
        return Table({**values, **self._left}, self._source, self.place, self._path)

    def keys(self) -> list[str]:
        """Name the keys that wait to be taken."""
        return list(self._left)

    def close(self, known: Iterable[str] = ()) -> None:
        """Refuse what is left: `known` are the keys that would do, by default those asked for."""
        if self._left:
            names = tuple(known) or tuple(self._asked)
            key = next(iter(self._left))
            raise self._fault(_unknown("pack-key-unknown", names, key=plain(key), value=key), key)

    def _entries(self, key: str, kind: type, default: Any, least: int, most: int) -> list[Any]:
        values: list[Any] = self.take(key, list, default)
        if values is default:
            return list(default)
        if len(values) < least:
            raise self.fail("pack-list-short", key, key=key, count=len(values), least=least)
        if len(values) > most:
            raise self.fail("pack-list-long", key, key=key, count=len(values), most=most)
        for number, value in enumerate(values):
            if not _is_of(value, kind):
                what = later(
                    "pack-entry-of-kind", key=key, number=number + 1,
                    kind=later(f"pack-kind-{_KINDS[kind]}"), value=shown(value),
                )  # fmt: skip
                raise self._fault(what, key, number)
        return values

    def _check_range(self, key: str, value: float, least: float, most: float) -> None:
        if not (math.isfinite(value) and least <= value <= most):
            raise self.fail(
                "pack-range", key, key=key, least=f"{least:.10g}", most=f"{most:.10g}",
                value=shown(value),
            )  # fmt: skip

    def _check_text(self, value: str, most: int, key: str, *number: int) -> None:
        unseen = _UNSEEN.search(value)
        if unseen:
            code = f"U+{ord(unseen[0]):04X}"
            raise self._fault(later("pack-text-unseen", key=key, code=code), key, *number)
        if not value.strip():
            raise self._fault(later("pack-text-empty", key=key), key, *number)
        if len(value) > most:
            what = later("pack-text-long", key=key, count=len(value), most=most)
            raise self._fault(what, key, *number)

    def _check_known(self, value: str, known: tuple[str, ...], key: str, *number: int) -> None:
        if value not in known:
            what = _unknown("pack-name-unknown", known, key=key, value=value)
            raise self._fault(what, key, *number)


def shown(value: object) -> str | Message:
    """Return a value of TOML as a sentence can show it: short, and on one line."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, dict)):
        return later(f"pack-kind-{_KINDS[type(value)]}")
    told = value.isoformat() if isinstance(value, date) else repr(value)
    return told if len(told) <= _MOST_SHOWN else f"{told[: _MOST_SHOWN - 1]}…"


def plain(name: str) -> str:
    """Return a key or a name that stands in the file as a sentence can show it."""
    is_plain = name.isprintable() and len(name) <= _MOST_SHOWN
    return name if is_plain else str(shown(name)).strip("'\"")


def _is_of(value: object, kind: type) -> bool:
    if isinstance(value, bool) or kind is bool:
        return isinstance(value, bool) and kind is bool
    if kind is float:
        return isinstance(value, (int, float))
    return isinstance(value, kind) and not isinstance(value, datetime)


def _unknown(said: str, known: tuple[str, ...], *, key: str, value: str) -> Message:
    """Return the message that a name is none of a list, with the one that is most like it."""
    alike = {name.casefold(): name for name in known}
    near = get_close_matches(value[:_MOST_SHOWN].casefold(), alike, n=1)
    names: Later = written(fmt.unit_list, tuple(sorted(known)[:_MOST_NAMED]))
    if len(known) > _MOST_NAMED:
        names = later("pack-and-more", names=names, count=len(known) - _MOST_NAMED)
    what = later(said, key=key, value=shown(value), known=names)
    return later("pack-perhaps", what=what, name=alike[near[0]]) if near else what
