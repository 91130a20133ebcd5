"""A file of a series that has a version: what it replaces of what is here, and what it leaves out.

A release states all that its series has over the days and places that it covers. Accounts of that
series which are here, lie within them and stand in no row of the file are withdrawn: hidden in the
same commit, with the release as the reason, until a later one states them again. A file without a
version, and a part of a release, withdraw nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property, partial
from typing import Any, Final

import pandas as pd

from corridor import packs
from corridor.ingest.layouts.recognise import LAYOUTS
from corridor.ingest.model.report import IngestReport
from corridor.ingest.model.statements import statement
from corridor.ingest.model.versions import Days, is_older
from corridor.ingest.review.coverage import Coverage, Rule
from corridor.spans import Spans
from corridor.store.workbench import Workbench
from corridor.words import Message, later, say, written
from corridor.words import numbers as fmt

# A release takes out a handful of what an earlier one said. Where it would be more than one in so
# many, and more than so many, a person is asked: perhaps the file is a part of it.
_ONE_IN: Final = 5
_MOST_UNASKED: Final = 20
_A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, eq=False)
class Release:
    """A file of a series: its version, what it covers, and what it does to what is here.

    `covers` are its days and places; `held` is the newest version of the series that is here (""
    where none is known), `spans` are the days that the series covers now. `is_part` says that the
    file is not all of the release. `newer` is the newest version that says something of the same
    days already, "" where none does: a month of candidate events is not older than the next one.
    `overwrites` are the newer versions that brought accounts which it states otherwise, each with
    how many: a later month may have stated events of this one again.
    """

    report: IngestReport
    bench: Workbench
    covers: Coverage
    held: str
    spans: Spans
    is_part: bool
    newer: str = ""
    overwrites: tuple[tuple[str, int], ...] = ()

    @property
    def version(self) -> str:
        """Its version, "" where nobody said it."""
        return self.report.version

    @property
    def source(self) -> str:
        """The series, as its accounts name it."""
        return self.covers.source

    @property
    def places(self) -> list[str] | None:
        """The governorates that the release covers, None for the whole country."""
        home = packs.country()
        told = self.covers.places.strip()
        if told.casefold() in {"", home.name.casefold(), home.whole.casefold()}:
            return None
        return [name.strip() for name in told.split(",") if name.strip()]

    @cached_property
    def withdrawn(self) -> pd.DataFrame:
        """The accounts that are here and that the release leaves out, by day.

        Columns: incident_id, event_date, event_date_end, location, admin1, fatalities_low,
        fatalities_best, fatalities_high (people killed).
        """
        found = self.bench.frame(statement("withdrawn"), self._within)
        return found if self.version and not self.is_part else found.head(0)

    @property
    def _within(self) -> dict[str, Any]:
        first, last = self.covers.first, self.covers.last
        return {"source": self.source, "first": first, "last": last, "places": self.places}

    @cached_property
    def within(self) -> int:
        """How many accounts of its series are here in its days and places."""
        return int(self.bench.one(statement("held_within"), self._within))

    @property
    def withdraws_much(self) -> bool:
        """True when it leaves out more than a release does."""
        withdrawn = len(self.withdrawn)
        return withdrawn > _MOST_UNASKED and withdrawn * _ONE_IN > self.within

    @property
    def is_declared(self) -> bool:
        """True when its days and its version are recorded: not those of a part.

        Nor those of rows without a version on days that are covered already.
        """
        days = self.covers.first, self.covers.last
        return not self.is_part and (bool(self.version) or not self.spans.is_whole(*days))

    @property
    def brings_anything(self) -> bool:
        """True when it withdraws, covers days that were not covered, or is of another version."""
        return not self.withdrawn.empty or (self.is_declared and self.version != self.held)

    def questions(self) -> Iterator[Message]:
        """Yield what a person has to say yes to before it is written."""
        if self.newer:
            yield later("release-older", source=self.source, version=self.version, held=self.newer)
        for held, count in () if self.newer else self.overwrites:
            yield later(
                "release-overwrites", count=count, source=self.source, version=self.version,
                held=held,
            )  # fmt: skip
        if self.withdraws_much:
            yield later(
                "release-withdraws-much", count=len(self.withdrawn), within=self.within,
                source=self.source, version=self.version,
            )  # fmt: skip

    def remarks(self) -> Iterator[Message]:
        """Yield what is worth knowing of it: what it replaces, what stays open, what is lacking."""
        first, last = self.covers.first, self.covers.last
        if not self.version:
            yield later("release-without-version", source=self.source, example=self._example)
        elif self.version != self.held and (again := self.spans.within(first, last)) and self.held:
            yield later(
                "release-replaces", source=self.source, version=self.version, held=self.held,
                days=written(_days, again.pairs),
            )  # fmt: skip
        if gaps := self._gaps():
            yield later("release-leaves-open", source=self.source, days=written(_days, gaps))

    @property
    def _example(self) -> str:
        versions = LAYOUTS[self.report.layout].versions
        return versions.example if versions else ""

    def _gaps(self) -> tuple[Days, ...]:
        """Return the days between what is covered already and the release."""
        first, last = self.covers.first, self.covers.last
        return tuple(
            gap
            for gap in (self.spans | Spans(((first, last),))).gaps
            if gap[1] + _A_DAY == first or gap[0] - _A_DAY == last
        )

    def records(self, kept: frozenset[str]) -> pd.DataFrame:
        """Return what a commit writes of what is withdrawn; `kept` go on under another id."""
        ids = [name for name in self.withdrawn["incident_id"] if name not in kept]
        return pd.DataFrame(
            {
                "record_kind": "retraction",
                "incident_id": pd.Series(ids, dtype="str"),
                "reason": say("release-withdrew", version=self.version),
                "source": self.source,
                "release": self.version,
            }
        )

    def digest(self, transaction: str, kept: frozenset[str]) -> str:
        """Name the commit of a file: of another version, span or withdrawal it is another one."""
        told = [
            transaction, self.version, self.covers.first.isoformat(), self.covers.last.isoformat(),
            self.covers.places, *self.records(kept)["incident_id"],
        ]  # fmt: skip
        return hashlib.sha256("\n".join(told).encode()).hexdigest()

    def as_json(self, kept: frozenset[str] = frozenset()) -> dict[str, Any]:
        """Return the shape of `release` in `import --json`."""
        ids = list(self.records(kept)["incident_id"])
        return {
            "series": self.source,
            "version": self.version or None,
            "held": self.held or None,
            "from": self.covers.first.isoformat(),
            "to": self.covers.last.isoformat(),
            "places": self.places,
            "new": self.report.new,
            "changed": self.report.updated,
            "unchanged": self.report.duplicates,
            "withdrawn": len(ids),
            "withdrawn_ids": ids,
            "is_part": self.is_part,
            "questions": [str(text) for text in self.questions()],
            "remarks": [str(text) for text in self.remarks()],
        }


def _days(pairs: tuple[Days, ...]) -> str:
    return fmt.unit_list([fmt.days(*pair) for pair in pairs])


def series_of(report: IngestReport) -> str:
    """Return the one source of a file in the layout of a series, "" for any other file."""
    return LAYOUTS[report.layout].source if report.layout in LAYOUTS else ""


def found(report: IngestReport, covered: tuple[Coverage, ...], *, is_part: bool) -> Release | None:
    """Return what a file of a series with versions does to what is here; None for any other file.

    `covered` is what is declared of the sources of the file. A series that numbers nothing, such as
    one that is corrected every week, has versions where a person gave one.
    """
    source = series_of(report) if report.version or rule(report) else ""
    covers = next((item for item in covered if item.source == source), None)
    if report.bench is None or not source or covers is None:
        return None
    here = report.bench.rows(statement("held_spans"), {"source": source})
    spans = Spans(tuple((first, last) for first, last, _ in here))
    newer = _newest(
        version
        for first, last, version in here
        if version and is_older(report.version, version)
        and first <= covers.last and covers.first <= last
    )  # fmt: skip
    held = _newest(version for _, _, version in here if version)
    stated = report.bench.rows(statement("overwritten"), {"source": source})
    over = tuple(sorted((name, count) for name, count in stated if is_older(report.version, name)))
    return Release(report, report.bench, covers, held, spans, is_part, newer, over)


def _newest(versions: Iterable[str]) -> str:
    newest = ""
    for version in versions:
        newest = version if not newest or is_older(newest, version) else newest
    return newest


def rule(report: IngestReport) -> Rule | None:
    """Return how a file's version and rows tell the days that it covers; None where they do not."""
    layout = LAYOUTS.get(report.layout)
    if layout is None or layout.versions is None:
        return None
    return partial(layout.versions.covers, report.version)
