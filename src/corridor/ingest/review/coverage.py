"""What a source covers: outside of it silence is unknown, inside it nothing happened.

A file says on which days and in which places something happened, not which it watched. Its own
span and places are the default; a person widens them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, NamedTuple

import pandas as pd

from corridor import packs
from corridor.ingest.model.statements import statement
from corridor.store.errors import clauses
from corridor.store.workbench import Workbench
from corridor.words import Message, later

_MOST_PLACES: Final = 6


class CoverageError(ValueError):
    """A declared coverage that cannot be, said in a sentence."""


@dataclass(frozen=True)
class Coverage:
    """Days and places that a source covers; `first_row` and `last_row` span its rows."""

    source: str
    first: date
    last: date
    places: str
    first_row: date
    last_row: date

    def wrong(self) -> Message | None:
        """Return what is wrong with it, None when nothing is."""
        if self.first > self.last:
            return later("coverage-backwards", source=self.source, last=self.last.isoformat())
        if self.first > self.first_row or self.last < self.last_row:
            first, last = self.first_row.isoformat(), self.last_row.isoformat()
            return later("coverage-too-narrow", source=self.source, first=first, last=last)
        return None

    def problem(self) -> str:
        """Say what is wrong with it, "" when nothing is."""
        return str(self.wrong() or "")

    def as_json(self) -> dict[str, str]:
        """Return the shape of `import --json`."""
        return {
            "source": self.source,
            "from": self.first.isoformat(),
            "to": self.last.isoformat(),
            "places": self.places,
        }


def found(bench: Workbench) -> tuple[Coverage, ...]:
    """Return the coverage of each source that a commit would write and that is not shipped."""
    return tuple(_coverage(_Row(*row)) for row in bench.rows(statement("coverage")))


class _Row(NamedTuple):
    """A row of `coverage.sql`."""

    source: str
    first: date
    last: date
    declared_from: date | None
    declared_to: date | None
    declared_places: str | None
    places: list[str] | None


def _coverage(row: _Row) -> Coverage:
    places = row.places or []
    listed = ", ".join(places) if 0 < len(places) <= _MOST_PLACES else packs.country().name
    return Coverage(
        row.source,
        min(row.first, row.declared_from or row.first),
        max(row.last, row.declared_to or row.last),
        row.declared_places or listed,
        row.first,
        row.last,
    )


def widened(
    coverage: Iterable[Coverage],
    first: date | None = None,
    last: date | None = None,
    places: str | None = None,
) -> tuple[Coverage, ...]:
    """Return the same with what a person said of every source; CoverageError when it cannot be."""
    wider = tuple(
        replace(
            item,
            first=first or item.first,
            last=last or item.last,
            places=(places or "").strip() or item.places,
        )
        for item in coverage
    )
    problems = [problem for item in wider if (problem := item.wrong())]
    if problems:
        raise CoverageError(clauses(problems))
    return wider


def records(coverage: Iterable[Coverage]) -> pd.DataFrame:
    """Return the records that declare sources, in columns of `schema.RECORDS`."""
    rows: list[dict[str, Any]] = [
        {
            "record_kind": "source",
            "source": item.source,
            "title": item.source,
            "role": "upload",
            "coverage_from": item.first,
            "coverage_to": item.last,
            "coverage_places": item.places,
            "counts": "Added by an upload. The person who uploaded it stated the coverage.",
        }
        for item in coverage
    ]
    return pd.DataFrame(rows)
