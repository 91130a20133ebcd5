"""Reading a report file strictly: every key is known, every fault names file and place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any


class ReportError(Exception):
    """A report file that cannot be used, said in a sentence with the file and the place in it."""


class Table:
    """One TOML table being read; `close` refuses the keys that nobody asked for."""

    def __init__(self, values: Mapping[str, Any], file: Path, place: str) -> None:
        self._left = dict(values)
        self.file = file
        self.place = place

    def fail(self, what: str) -> ReportError:
        """Give the error that says what is wrong here."""
        return ReportError(f"{self.file}: {self.place}: {what}")

    def take(self, key: str, kind: type | tuple[type, ...], default: Any = None) -> Any:
        """Take a value of that type; without a default (None) it must be there."""
        if key not in self._left:
            if default is None:
                raise self.fail(f"“{key}” is missing")
            return default
        value = self._left.pop(key)
        wanted = kind if isinstance(kind, tuple) else (kind,)
        if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
            names = " or ".join(item.__name__ for item in wanted)
            raise self.fail(f"“{key}” must be {names}, not {value!r}")
        return value

    def number(self, key: str, default: float | None = None) -> float:
        """Take a number."""
        return float(self.take(key, (int, float), default))

    def count(self, key: str, default: int | None = None) -> int:
        """Take a whole number above zero."""
        value = int(self.take(key, int, default))
        if value < 1:
            raise self.fail(f"“{key}” must be above 0, not {value}")
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Take a list of texts."""
        values = self.take(key, list, None if default is None else list(default))
        if not all(isinstance(value, str) for value in values):
            raise self.fail(f"“{key}” must be a list of texts")
        return tuple(values)

    def tables(self, key: str, default: list[Any] | None = None) -> list[Table]:
        """Take a list of tables."""
        values = self.take(key, list, default)
        if not all(isinstance(value, dict) for value in values):
            raise self.fail(f"“{key}” must be a list of tables")
        return [
            Table(value, self.file, f"{self.place} › {key} {number}")
            for number, value in enumerate(values, 1)
        ]

    def table(self, key: str) -> Table:
        """Take a table."""
        return Table(self.take(key, dict), self.file, f"{self.place} › {key}")

    def has(self, key: str) -> bool:
        """Say whether a key waits to be taken."""
        return key in self._left

    def keys(self) -> list[str]:
        """Name the keys that wait to be taken."""
        return list(self._left)

    def close(self, known: str = "") -> None:
        """Refuse what is left: `known` says what would have been understood."""
        if self._left:
            names = ", ".join(f"“{name}”" for name in sorted(self._left))
            hint = f" (known: {known})" if known else ""
            raise self.fail(f"unknown key {names}{hint}")
