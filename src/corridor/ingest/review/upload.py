"""An upload checked against the store. Page and command line share it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any, Final

import pandas as pd

from corridor import packs, schema
from corridor.geo import load_reference
from corridor.ingest.checks.file import read_upload
from corridor.ingest.checks.whereabouts import check_places
from corridor.ingest.model import pace
from corridor.ingest.model.mapping import ColumnMap, DateOrder, Decimal
from corridor.ingest.model.report import IngestReport
from corridor.ingest.model.statements import filled, statement
from corridor.ingest.review import coverage, releases
from corridor.ingest.review.compare import compare
from corridor.ingest.review.coverage import Coverage
from corridor.ingest.review.decisions import Decided, Decisions, as_json, decide, pairs
from corridor.ingest.review.first_mapping import recall
from corridor.ingest.review.matching import find_matches, matches
from corridor.ingest.review.releases import Release
from corridor.ingest.review.repeats import find_repeats, repeats
from corridor.settings import Settings
from corridor.store import Commit, Store
from corridor.store.progress import Progress
from corridor.store.serving import Kept
from corridor.words import later

# What a commit writes of each account: the codebook's columns and its line in the file.
COLUMNS: Final = ", ".join(
    [*(column.name for column in (*schema.INCIDENT, *schema.DERIVED)), "line AS row_number"]
)


@dataclass(frozen=True)
class Reading:
    """What a person said about a file that is otherwise recognised.

    `layout` is a key of `recognise.LAYOUTS`; `date_order` ("dmy", "mdy") says what stands first
    in dates such as 05/06/2018; `decimal` ("comma", "point") what parts a number's decimals;
    `mapping` says what the columns of any other table are; `sheet` names the one of a workbook;
    `release` is the version of a series' file, where its name does not tell it.
    """

    layout: str | None = None
    date_order: DateOrder | None = None
    decimal: Decimal | None = None
    mapping: ColumnMap | None = None
    sheet: str | None = None
    release: str = ""


@dataclass(frozen=True, eq=False)
class Checked:
    """A checked upload: its report, and what a commit would write.

    `written` accounts, `of_series` of them of the country's series, `matched` of them probably of
    an incident that is here or in the file already, `weak` perhaps, from `first_day` to `last_day`.
    `repeated` rows repeat an account of their own source under another id (see `repeats`).
    `transaction` names that commit: the file, and which version of each account it replaces. The
    same file is committed once with the same decisions, until an account that it states has
    changed since.
    """

    report: IngestReport
    written: int = 0
    of_series: int = 0
    matched: int = 0
    weak: int = 0
    first_day: date | None = None
    last_day: date | None = None
    transaction: str = ""
    repeated: int = 0

    @property
    def is_committable(self) -> bool:
        """True when every row was accepted."""
        return self.report.is_clean

    @cached_property
    def records(self) -> pd.DataFrame:
        """What a commit would write, placed: columns of `schema.INCIDENT` and `DERIVED`."""
        return self.preview(self.written)

    @cached_property
    def coverage(self) -> tuple[Coverage, ...]:
        """What the sources of the file cover, as far as it says and was declared before."""
        report, series = self.report, releases.series_of(self.report)
        if report.bench is None or not (self.written or series):
            return ()
        return coverage.found(report.bench, series, releases.rule(report), report.version)

    def release(
        self, covered: tuple[Coverage, ...] | None = None, *, is_part: bool = False
    ) -> Release | None:
        """Return what a file of a series does to what is here; None for any other file."""
        found = self.coverage if covered is None else covered
        return releases.found(self.report, found, is_part=is_part)

    @property
    def brings_anything(self) -> bool:
        """True when it has a row to write, or is a release that changes what is here without."""
        release = None if self.written else self.release()
        return bool(self.written) or (release is not None and release.brings_anything)

    def preview(self, most: int) -> pd.DataFrame:
        """Return the first of what a commit would write."""
        if self.report.bench is None or not self.written:
            return pd.DataFrame()
        return self.report.bench.frame(filled("preview", columns=COLUMNS), {"most": most})

    def matches(self, most: int, *, weak: bool = False) -> pd.DataFrame:
        """Return the probable matches or the weak ones, surest first, see `matching.matches`."""
        if self.report.bench is None or not (self.weak if weak else self.matched):
            return pd.DataFrame()
        return matches(self.report.bench, most, weak=weak)

    def repeats(self, most: int) -> list[dict[str, Any]]:
        """List the rows that repeat an account of their own source, see `repeats.repeats`."""
        return repeats(self.report.bench, most) if self.report.bench and self.repeated else []

    @cached_property
    def pairs(self) -> dict[str, str]:
        """What each matched account would be linked to: its id, the other's."""
        return pairs(self.report.bench) if self.report.bench is not None else {}

    def decided(self, decisions: Decisions) -> Decided:
        """Return what a commit would write of the matches. Raises UnknownPairError."""
        if self.report.bench is None:
            return Decided()
        return decide(self.report.bench, decisions)

    def as_json(
        self,
        commit: Commit | None = None,
        decisions: Decisions | None = None,
        release: Release | None = None,
    ) -> dict[str, Any]:
        """Return the shape of `import --json`: what was found, and what was decided of it."""
        report = self.report
        decisions = decisions or Decisions()
        decided = self.decided(decisions)
        return {
            "layout": report.layout,
            "file": report.file_name,
            "sha256": report.sha256,
            **counts(report),
            "matched": self.matched,
            "weak": self.weak,
            "repeats": self.repeats(self.repeated),
            **decided.counts,
            "matches": [
                *as_json(self.matches(self.matched), decisions),
                *as_json(self.matches(self.weak, weak=True), decisions),
            ],
            "refused": report.refused,
            "release": release.as_json(decided.kept) if release else None,
            "coverage": [item.as_json() for item in self.coverage],
            "notes": list(report.notes),
            "date_order": report.date_order,
            "problems": [problem.as_json() for problem in report.problems],
            "commit": commit.commit_id if commit else None,
        }


def check(
    store: Store,
    settings: Settings,
    data: bytes,
    file_name: str,
    reading: Reading | None = None,
    *,
    progress: Progress | None = None,
    folder: Path | None = None,
) -> Checked:
    """Read and check an upload against the store; nothing is written.

    With a `folder` its rows are kept in a file there, which another process can read later.
    Raises CancelledError when `progress` is asked to stop.
    """
    reading = reading or Reading()
    progress = progress or Progress()
    begins_at = pace.begins_at(store.rows(), len(data)) if folder else 0.0
    progress.knows(pace.LANDMARKS, pace.BEFORE, begins_at)
    progress.opening(later("stage-opening-store"))
    bench = store.workbench(Kept(folder, progress) if folder else None)
    read = read_upload(
        data,
        file_name,
        reading.layout,
        date_order=reading.date_order,
        decimal=reading.decimal,
        mapping=reading.mapping,
        sheet=reading.sheet,
        release=reading.release,
        recall=partial(recall, store),
        max_mb=settings.max_upload_mb,
        bench=bench,
        progress=progress,
    )
    progress.at(later("stage-comparing"), pace.COMPARING)
    report = compare(read)
    if report.bench is None:
        return Checked(report)
    bench = report.bench
    progress.at(later("stage-placing"), pace.PLACING, pace.MATCHING)
    reference = load_reference(settings.reference_dir)
    report = check_places(report, reference)
    ((written, of_series, first, last),) = bench.rows(
        statement("written"), {"series": packs.series().code}
    )
    name = bench.one(statement("transaction"), {"sha256": report.sha256})
    progress.at(later("stage-matching"), pace.MATCHING)
    repeated = find_repeats(bench)
    matched, weak = find_matches(bench)
    return Checked(report, written, of_series, matched, weak, first, last, name, repeated)


def counts(report: IngestReport) -> dict[str, int]:
    """Return how many rows went where, as a commit and `import --json` tell it."""
    return {
        "rows": report.rows,
        "accepted": report.accepted_rows,
        "rejected": report.rejected_rows,
        "left_out": report.left_out,
        "new": report.new,
        "updated": report.updated,
        "duplicates": report.duplicates,
        "warned": report.warned,
    }
