"""What a source covers: outside of it silence is unknown, inside it nothing happened.

A file says on which days and in which places something happened, not which it watched. Its own
span and places are the default; a person widens them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import pandas as pd

from corridor import packs
from corridor.ingest.model.statements import statement
from corridor.ingest.model.versions import Days
from corridor.store.errors import clauses
from corridor.store.workbench import Workbench
from corridor.words import Message, later

_MOST_PLACES: Final = 6
_STATED: Final = "Added by an upload. The person who uploaded it stated the coverage."
# The first and last day of a file's rows to those that the file covers.
Rule = Callable[[Days], Days]


class CoverageError(ValueError):
    """A declared coverage that cannot be, said in a sentence."""


@dataclass(frozen=True)
class Coverage:
    """Days and places that a source covers; `first_row` and `last_row` span its rows.

    `version` is that of the data set where the file is a release of one, else "".
    """

    source: str
    first: date
    last: date
    places: str
    first_row: date
    last_row: date
    version: str = ""

    def wrong(self) -> Message | None:
        """Return what is wrong with it, None when nothing is."""
        if self.first > self.last:
            return later("coverage-backwards", source=self.source, last=self.last.isoformat())
        if self.first > self.first_row or self.last < self.last_row:
            first, last = self.first_row.isoformat(), self.last_row.isoformat()
            if self.version:
                return later(
                    "release-too-narrow", source=self.source, first=first, last=last,
                    version=self.version,
                )  # fmt: skip
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


def found(
    bench: Workbench, series: str = "", rule: Rule | None = None, version: str = ""
) -> tuple[Coverage, ...]:
    """Return what the rows of a file say of the days and places of each of its sources.

    Shipped sources have their coverage from their publisher, but for the `series` of which the file
    is a release of a `version`: it covers the whole country and, by its `rule`, more days than
    those of its rows.
    """
    rows = bench.rows(statement("coverage"), {"series": series})
    plain = [_coverage(*row) for row in rows]
    return tuple(
        _released(item, rule, version) if rule and item.source == series else item for item in plain
    )


def _coverage(source: str, first: date, last: date, places: list[str] | None) -> Coverage:
    listed = ", ".join(places) if places and len(places) <= _MOST_PLACES else packs.country().name
    return Coverage(source, first, last, listed, first, last)


def _released(item: Coverage, rule: Rule, version: str) -> Coverage:
    first, last = rule((item.first_row, item.last_row))
    where = packs.country().name
    return replace(item, first=first, last=last, places=where, version=version)


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
    """Return the records that declare sources, in columns of `schema.RECORDS`.

    A series that a pack describes is declared as one, in the pack's words.
    """
    return pd.DataFrame(list(map(_record, coverage)))


def _record(item: Coverage) -> dict[str, Any]:
    release = item.version
    said = packs.series_of(item.source)
    covered = {
        "record_kind": "source",
        "source": item.source,
        "coverage_from": item.first,
        "coverage_to": item.last,
        "coverage_places": item.places,
    }
    if said is None:
        return covered | {"title": item.source, "role": "upload", "counts": _STATED}
    return covered | {
        "title": packs.of_release(said.title, release),
        "role": "series",
        "counts": packs.of_release(said.definition, release),
        "licence": said.licence,
        "attribution": packs.of_release(said.attribution, release),
        "source_url": said.url,
        "entry": said.entry,
        "is_death_needed": said.is_death_needed,
        "release": release or None,
    }
