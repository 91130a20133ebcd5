"""Reading a report file strictly: every key is known, every fault names file and place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from corridor.words import Message, Value, later, written
from corridor.words import numbers as fmt


class ReportError(Exception):
    """A report file that cannot be used, said in a sentence with the file and the place in it."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)


class Table:
    """One TOML table being read; `close` refuses the keys that nobody asked for."""

    def __init__(self, values: Mapping[str, Any], file: Path, place: Message) -> None:
        self._left = dict(values)
        self.file = file
        self.place = place

    def fail(self, key: str, /, **values: Value) -> ReportError:
        """Give the error that says by a message what is wrong here."""
        what = later(key, **values)
        return ReportError(later("report-fault", file=str(self.file), place=self.place, what=what))

    def unknown(self, key: str, value: str, known: Iterable[str]) -> ReportError:
        """Give the error that a value is none of those known."""
        names = written(fmt.unit_list, tuple(sorted(known)))
        return self.fail("report-kind-unknown", key=key, value=repr(value), known=names)

    def take(self, key: str, kind: type | tuple[type, ...], default: Any = None) -> Any:
        """Take a value of that type; without a default (None) it must be there."""
        if key not in self._left:
            if default is None:
                raise self.fail("report-key-missing", key=key)
            return default
        value = self._left.pop(key)
        wanted = kind if isinstance(kind, tuple) else (kind,)
        if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
            kinds = written(fmt.either, tuple(item.__name__ for item in wanted))
            raise self.fail("report-key-of-kind", key=key, kinds=kinds, value=repr(value))
        return value

    def number(self, key: str, default: float | None = None) -> float:
        """Take a number."""
        return float(self.take(key, (int, float), default))

    def count(self, key: str, default: int | None = None) -> int:
        """Take a whole number above zero."""
        value = int(self.take(key, int, default))
        if value < 1:
            raise self.fail("report-key-above-zero", key=key, value=value)
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Take a list of texts."""
        values = self.take(key, list, None if default is None else list(default))
        if not all(isinstance(value, str) for value in values):
            raise self.fail("report-key-texts", key=key)
        return tuple(values)

    def tables(self, key: str, default: list[Any] | None = None) -> list[Table]:
        """Take a list of tables."""
        values = self.take(key, list, default)
        if not all(isinstance(value, dict) for value in values):
            raise self.fail("report-key-tables", key=key)
        places = [
            later("report-below-numbered", place=self.place, key=key, number=number)
            for number, _ in enumerate(values, 1)
        ]
        return [Table(value, self.file, place) for value, place in zip(values, places, strict=True)]

    def table(self, key: str) -> Table:
        """Take a table."""
        place = later("report-below", place=self.place, key=key)
        return Table(self.take(key, dict), self.file, place)

    def has(self, key: str) -> bool:
        """Say whether a key waits to be taken."""
        return key in self._left

    def keys(self) -> list[str]:
        """Name the keys that wait to be taken."""
        return list(self._left)

    def close(self, known: Iterable[str] = ()) -> None:
        """Refuse what is left: `known` are the keys that would have been understood."""
        if not self._left:
            return
        keys = written(fmt.quoted_list, tuple(sorted(self._left)))
        if not known:
            raise self.fail("report-keys-unknown", keys=keys)
        names = written(fmt.unit_list, tuple(known))
        raise self.fail("report-keys-unknown-known", keys=keys, known=names)
