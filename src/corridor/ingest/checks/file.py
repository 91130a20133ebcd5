"""A file by itself: opened, recognised, landed, and every cell and row of it checked.

The way of an uploaded row, in order: `files` opens and lands it, `layouts` says what its columns
are, `checks` looks at it. `review` then holds it against the store.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

import pandas as pd

from corridor import schema, settings
from corridor.ingest.checks.cells import Writing
from corridor.ingest.checks.remarks import file_notes, of_other_countries
from corridor.ingest.checks.rows import ROW_COUNTS, check_rows, cleaning
from corridor.ingest.files.opening import open_upload
from corridor.ingest.layouts.recognise import EXPECTED, recognise, settle
from corridor.ingest.model import pace
from corridor.ingest.model.header import Header
from corridor.ingest.model.layout import Layout
from corridor.ingest.model.mapping import ColumnMap, DateOrder, Decimal, Recall
from corridor.ingest.model.problem import Problem, RefusedError, UnknownLayoutError
from corridor.ingest.model.report import IngestReport, recounted
from corridor.ingest.model.versions import MOST_SIGNS
from corridor.store.progress import Progress
from corridor.store.workbench import Workbench
from corridor.words import later


def read_upload(
    data: bytes,
    file_name: str,
    layout: str | None = None,
    *,
    today: date | None = None,
    max_mb: int | None = None,
    date_order: DateOrder | None = None,
    decimal: Decimal | None = None,
    mapping: ColumnMap | None = None,
    sheet: str | None = None,
    release: str = "",
    recall: Recall | None = None,
    bench: Workbench | None = None,
    progress: Progress | None = None,
) -> IngestReport:
    """Read, recognise and check a file; nothing is written.

    `layout` overrides the recognition (a key of `LAYOUTS`), `today` is the last day that is
    not in the future (default: the day in UTC), `max_mb` the size limit (default: the setting),
    `date_order` says whether day or month stands first in dates such as 05/06/2018, `decimal`
    what parts a number's decimals (default: a comma may where semicolons or tabs part the cells).
    `mapping` says what the columns are, whatever is recognised; `sheet` names the one to read of a
    workbook (default: the one that shows most known column names); `release` is the version of a
    series' file (default: what its name tells); `recall` is asked for one when nothing is.
    The rows stay in `bench` (default: one of their own).
    Never raises for what stands in the file: a file that cannot be read has `refused` set.
    """
    empty = IngestReport(layout or "", file_name, hashlib.sha256(data).hexdigest())
    bench = bench or Workbench.alone()
    progress = progress or Progress()
    bench.watched_by(progress)
    try:
        progress.at(later("stage-reading-file"), 0.0, 0.03)
        opened = open_upload(data, EXPECTED, max_mb or settings.load().max_upload_mb, sheet)
        header = opened.header
        empty = replace(
            empty, assumed=opened.notes, header=header.written,
            sheets=opened.sheets, sheet=opened.sheet,
        )  # fmt: skip
        found = recognise(header, layout, mapping, recall)
        bench.run(cleaning())
        notes = (*found.notes, *opened.land(bench))
        merged = opened.merged
        today = today or datetime.now(UTC).date()
        of_name = found.layout.versions.named(file_name) if found.layout.versions else ""
        version = release.strip() or of_name
        read_as = found.layout if layout else settle(bench, header, found.layout, version, today)
        version = _version(read_as, version, is_asked=bool(release))
        del opened  # its text would take room while the rows are checked
    except RefusedError as refusal:
        can_map = isinstance(refusal, UnknownLayoutError)
        sheets = refusal.sheets or empty.sheets
        return replace(empty, refusal=refusal.message, is_mappable=can_map, sheets=sheets)
    mapping = found.mapping
    if mapping:  # what was said beside it is remembered with it
        date_order = date_order or mapping.date_order
        decimal = decimal or mapping.decimal
        mapping = replace(mapping, date_order=date_order, decimal=decimal)
    is_comma = header.delimiter in {";", "\t"} if decimal is None else decimal == "comma"
    progress.at(later("stage-checking-cells"), pace.CELLS)
    writing = Writing(date_order, is_comma)
    order = check_rows(bench, header, read_as, today, writing, merged=merged)
    report = replace(
        empty,
        layout=read_as.name,
        version=version,
        bench=bench,
        date_order=order,
        mapping=mapping,
    )
    report = told_of(report, header, read_as, found.problems)
    if report.rows and report.left_out == report.rows and (elsewhere := of_other_countries(bench)):
        return replace(report, refusal=elsewhere)
    return replace(report, assumed=(*empty.assumed, *notes, *file_notes(bench)))


def _version(layout: Layout, version: str, *, is_asked: bool) -> str:
    """Return the version of a file; refused when a person gave one that its series cannot have."""
    if not layout.versions or layout.versions.is_one(version):
        return version[:MOST_SIGNS]
    if is_asked:
        raise RefusedError(
            later(
                "release-no-such-version", version=version[:MOST_SIGNS], layout=layout.title,
                example=layout.versions.example,
            )
        )  # fmt: skip
    return ""


def told_of(
    found: IngestReport, header: Header, layout: Layout, of_header: tuple[Problem, ...] = ()
) -> IngestReport:
    """Fill a report with the rows and problems that stand in its workbench."""
    assert found.bench is not None  # noqa: S101  says so to the type checker
    bench = found.bench
    bench.keep("written", _written_names(header, layout))
    return recounted(replace(found, header=header.written, of_header=of_header))


def _written_names(header: Header, layout: Layout) -> pd.DataFrame:
    """Return for every codebook column the name that the file's author knows, and its place."""
    written = dict(zip(header.names, header.written, strict=True))
    alias = {name: short for short, name in schema.CSV_ALIASES.items() if name not in written}
    rows = []
    for column in (*schema.INCIDENT, schema.column("reason")):
        theirs = layout.origin.get(column.name) or alias.get(column.name, column.name)
        place = header.names.index(theirs) if theirs in written else len(header.names)
        rows.append((column.name, written.get(theirs, column.name), place))
    if layout.row_counts:
        rows.append((ROW_COUNTS, written[layout.row_counts], header.names.index(layout.row_counts)))
    return pd.DataFrame(rows, columns=["column", "name", "place"])
