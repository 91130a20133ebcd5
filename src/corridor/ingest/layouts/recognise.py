"""The one way in: bytes of an upload to an IngestReport, whatever the bytes are."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Final

import pandas as pd

from corridor import schema, settings
from corridor.ingest.checks.cells import Writing
from corridor.ingest.checks.dates import DateOrder
from corridor.ingest.checks.left_out import left_out_notes
from corridor.ingest.checks.remarks import file_notes
from corridor.ingest.checks.rows import ROW_COUNTS, check_rows, cleaning
from corridor.ingest.files.column_names import Expected, Header, plain_name, shorten, shown_names
from corridor.ingest.files.opening import open_upload
from corridor.ingest.layouts import acled, gtd, mapped, native, ucdp_ged
from corridor.ingest.model import known_words, pace
from corridor.ingest.model.layout import Layout
from corridor.ingest.model.likeness import nearest, only_part
from corridor.ingest.model.mapping import ColumnMap, Decimal
from corridor.ingest.model.recount import recounted
from corridor.ingest.model.report import IngestReport, Problem, RefusedError, UnknownLayoutError
from corridor.store.progress import Progress
from corridor.store.workbench import Workbench
from corridor.words import Later, Message, later, say, written
from corridor.words import numbers as fmt

LAYOUTS: Final = {
    layout.name: layout for layout in (native.LAYOUT, ucdp_ged.LAYOUT, acled.LAYOUT, gtd.LAYOUT)
}
KNOWN: Final = frozenset().union(*(layout.known for layout in LAYOUTS.values()))
# Shorter words stand in cells too.
_SHORTEST: Final = 3
EXPECTED: Final = Expected(
    KNOWN
    | {
        plain_name(word)
        for listed in known_words.COLUMNS.values()
        for word in listed
        if len(word) >= _SHORTEST
    },
    tuple(order for layout in LAYOUTS.values() for order in layout.orders),
)


@dataclass(frozen=True)
class Recalled:
    """The mapping that an earlier upload of the same columns used, and where it is from."""

    mapping: ColumnMap
    note: Message


# Asked with a file's plain column names.
Recall = Callable[[tuple[str, ...]], Recalled | None]

# Part of a layout's required columns that shows a file was meant to be that layout.
_MEANT: Final = 0.5
_MEANT_IF_MARKED: Final = 0.3
# The name of a column that holds what happened in a year, a month or from a day on.
_SPAN: Final = re.compile(r"(?:19|20)[0-9]{2}(?:[-/](?:0?[1-9]|1[0-2])(?:[-/][0-9]{1,2})?)?")
# A column that is left out is offered a name only when it is nearly that: "killed" is none of ours.
_COLUMN_ALIKE: Final = 0.75


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
    workbook (default: the one that shows most known column names); `recall` is asked for one when
    nothing is.
    The rows stay in `bench` (default: one of their own).
    Never raises for what stands in the file: a file that cannot be read has `refused` set.
    """
    empty = IngestReport(layout or "", file_name, hashlib.sha256(data).hexdigest())
    bench = bench or Workbench.alone()
    progress = progress or Progress()
    bench.watched_by(progress)
    try:
        limit = max_mb or settings.load().max_upload_mb
        refuse_size(data, limit)
        progress.at(later("stage-reading-file"), 0.0, 0.03)
        opened = open_upload(data, EXPECTED, limit * 1_000_000, sheet)
        header = opened.header
        empty = replace(
            empty, assumed=opened.notes, header=header.written,
            sheets=opened.sheets, sheet=opened.sheet,
        )  # fmt: skip
        mapping, notes = _mapping(header, layout, mapping, recall)
        chosen = mapped.layout(mapping, _own(header)) if mapping else _choose(header, layout)
        _refuse_lacking(header, chosen)
        bench.run(cleaning())
        notes = (*notes, *opened.land(bench))
        merged = opened.merged
        del opened  # its text would take room while the rows are checked
    except RefusedError as refusal:
        can_map = isinstance(refusal, UnknownLayoutError)
        sheets = refusal.sheets or empty.sheets
        return replace(empty, refusal=refusal.message, is_mappable=can_map, sheets=sheets)
    if mapping:  # what was said beside it is remembered with it
        mapping = replace(
            mapping,
            date_order=date_order or mapping.date_order,
            decimal=decimal or mapping.decimal,
        )
    writing = _writing(header, mapping, date_order, decimal)
    progress.at(later("stage-checking-cells"), pace.CELLS)
    today = today or datetime.now(UTC).date()
    order = check_rows(bench, header, chosen, today, writing, merged=merged)
    found = replace(
        empty,
        layout=chosen.name,
        bench=bench,
        date_order=order,
        mapping=mapping,
    )
    found = told_of(found, header, chosen)
    said = (*left_out_notes(bench), *file_notes(bench))
    return replace(found, assumed=(*empty.assumed, *notes, *said))


def _own(header: Header) -> list[str]:
    """Return the columns without those of running numbers, which say nothing of a row."""
    return [name for name in header.names if name not in header.running]


def _writing(
    header: Header,
    mapping: ColumnMap | None,
    date_order: DateOrder | None,
    decimal: Decimal | None,
) -> Writing:
    """Return how values are written: as a person says, else as the file shows."""
    decimal = decimal or (mapping.decimal if mapping else None)
    is_comma = header.delimiter in {";", "\t"} if decimal is None else decimal == "comma"
    return Writing(date_order or (mapping.date_order if mapping else None), is_comma)


def refuse_size(data: bytes, max_mb: int) -> None:
    """Refuse a file that is larger than is read (RefusedError)."""
    if len(data) > max_mb * 1_000_000:
        raise RefusedError(later("file-too-large", size=round(len(data) / 1e6), most=max_mb))


def _mapping(
    header: Header, wanted: str | None, given: ColumnMap | None, recall: Recall | None
) -> tuple[ColumnMap | None, tuple[Message, ...]]:
    """Give the mapping to use, and a note when it is one of an earlier upload."""
    if given and (lacking := given.lacking()):
        names = written(fmt.unit_list, tuple(lacking))
        raise RefusedError(later("mapping-refused", columns=names))
    if header.is_numbered:  # any table of so many columns has these names
        recall = None
    if given or wanted or not recall or not _choose(header, None).missing(header.names):
        return given, ()
    found = recall(header.names)
    return (found.mapping, (found.note,)) if found else (None, ())


def _choose(header: Header, wanted: str | None) -> Layout:
    """Give the layout asked for, else the one that fits the column names best."""
    if wanted is not None and wanted not in LAYOUTS:
        listed = written(fmt.unit_list, tuple(LAYOUTS))
        raise RefusedError(later("no-such-layout", layout=wanted, layouts=listed))
    return LAYOUTS[wanted] if wanted else max(LAYOUTS.values(), key=lambda it: _fit(header, it))


def _refuse_lacking(header: Header, chosen: Layout) -> None:
    missing = chosen.missing(header.names)
    if missing and (counts := _of_counts(header)):
        raise UnknownLayoutError(counts)
    if missing:
        raise UnknownLayoutError(_missing(header, chosen, missing))


def _fit(header: Header, layout: Layout) -> tuple[bool, bool, float]:
    """Rank a layout: nothing is missing, then a column of its own is there, then its share."""
    share = layout.share(header.names)
    return share == 1, _is_marked(header, layout), share


def _is_marked(header: Header, layout: Layout) -> bool:
    return bool(layout.marks & set(header.names))


def _missing(header: Header, layout: Layout, missing: list[tuple[str, ...]]) -> Later:
    near = len(_near(header, missing)) / (len(layout.required) + len(layout.one_of))
    share = layout.share(header.names)
    enough = _MEANT
    if _is_marked(header, layout):  # our ids stand in our lists, a source's in its other tables too
        enough = 0 if layout is native.LAYOUT else _MEANT_IF_MARKED
    if share < enough and share + near <= _MEANT:
        unknown = later("columns-not-known", columns=written(shown_names, header.written))
        return written(fmt.sentences, unknown, native.LAYOUT.advice)
    lacking = later("columns-lacking", count=len(missing), columns=written(_needed, tuple(missing)))
    # Ids and nothing else that is needed: perhaps they were to be hidden.
    is_list = missing == [(name,) for name in native.LAYOUT.required[1:]]
    hide = later("hide-with-reasons") if is_list else ""
    return written(fmt.sentences, lacking, _renames(header, missing), layout.advice, hide)


def _of_counts(header: Header) -> Message | None:
    """Say that a table counts incidents, by its column of counts or its columns of periods."""
    names = " ".join(header.names)
    period = next((kind for word, kind in known_words.PERIODS.items() if word in names), "any")
    counts = next(filter(known_words.counts_events, header.written), None)
    spans = [name for name in header.written if _SPAN.fullmatch(name)]
    if counts:
        return later("file-of-counts", period=period, column=shorten(counts))
    if len(spans) > 1:
        return later("file-of-counts-by-period", columns=written(shown_names, tuple(spans)))
    return None


def _needed(missing: Sequence[tuple[str, ...]]) -> str:
    return fmt.unit_list([fmt.either(names) for names in missing])


def _renames(header: Header, missing: list[tuple[str, ...]]) -> Message | str:
    pairs = _near(header, missing)
    return later("columns-to-rename", renames=written(_renamed, pairs)) if pairs else ""


def _renamed(pairs: Sequence[tuple[tuple[str, ...], str]]) -> str:
    return fmt.unit_list(
        [say("column-to-rename", column=theirs, name=fmt.either(ours)) for ours, theirs in pairs]
    )


def _near(
    header: Header, missing: list[tuple[str, ...]]
) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Pair missing columns with the file's own one that is spelled most alike."""
    free = {
        name: theirs
        for name, theirs in zip(header.names, header.written, strict=True)
        if name not in KNOWN and len(name) <= 40
    }
    wanted = {names: " ".join(names) for names in missing}
    close = {names: nearest(it, free) or only_part(it, free) for names, it in wanted.items()}
    return tuple((names, free[found]) for names, found in close.items() if found)


def _unknown(header: Header, layout: Layout) -> list[Problem]:
    """Warn of columns that will be left out, with the column that was perhaps meant."""
    if not layout.names_unknown:
        return []
    return [
        Problem(
            max(header.ends, 1),
            written,
            "",
            later("problem-column-not-known"),
            _left_out(name, header, layout),
            "warning",
        )
        for name, written in zip(header.names, header.written, strict=True)
        if name not in layout.known and name not in header.running
    ]


def _left_out(name: str, header: Header, layout: Layout) -> Message:
    absent = sorted(layout.known - set(header.names) - native.CARRIED)
    near = nearest(name[:40], absent, _COLUMN_ALIKE)
    return later("column-ignored-perhaps", name=near) if near else later("column-ignored")


def told_of(found: IngestReport, header: Header, layout: Layout) -> IngestReport:
    """Fill a report with the rows and problems that stand in its workbench."""
    assert found.bench is not None  # noqa: S101  says so to the type checker
    bench = found.bench
    bench.keep("written", _written_names(header, layout))
    of_header = tuple(_unknown(header, layout))
    return recounted(replace(found, header=header.written, of_header=of_header))


def _written_names(header: Header, layout: Layout) -> pd.DataFrame:
    """Give for every codebook column the name that the file's author knows, and its place."""
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
