"""Versions of the releases of a series: read from a name, compared, and the days they cover."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

Days = tuple[date, date]
_NUMBERS: Final = re.compile(r"[0-9]+")
# What a text that is no version of numbers may be, such as the day of an export.
MOST_SIGNS: Final = 40


@dataclass(frozen=True)
class Versions:
    """How a series numbers its releases.

    `named` reads the version out of a file's name, "" where it tells none; `covers` gives the first
    and last day of a version and of the rows of its file, the version "" where nobody knows it.
    `shape` is what a version looks like, and `example` is one.
    """

    named: Callable[[str], str]
    covers: Callable[[str, Days], Days]
    shape: re.Pattern[str]
    example: str

    def is_one(self, version: str) -> bool:
        """Say whether a text is a version of this series."""
        return self.shape.fullmatch(version) is not None


def is_older(version: str, held: str) -> bool:
    """Say whether a version comes before the one held; of what is no number nothing is said."""
    ours, theirs = _numbers(version), _numbers(held)
    return bool(ours and theirs) and ours < theirs


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in _NUMBERS.findall(version))
