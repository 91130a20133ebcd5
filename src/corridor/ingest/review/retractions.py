"""An uploaded list of incidents that should not have been there: read, checked, looked up."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, Final

import pandas as pd
from rapidfuzz import fuzz, process

from corridor import packs, schema
from corridor.ingest.checks.file import told_of
from corridor.ingest.checks.rows import cleaning, read_cells, type_column
from corridor.ingest.files.opening import open_upload
from corridor.ingest.layouts import native
from corridor.ingest.layouts.recognise import KNOWN, LAYOUTS
from corridor.ingest.model.header import Expected, Header, plain_name, shown_names
from corridor.ingest.model.layout import Cells, Layout
from corridor.ingest.model.likeness import nearest
from corridor.ingest.model.problem import RefusedError
from corridor.ingest.model.report import IngestReport
from corridor.ingest.model.statements import statement
from corridor.ingest.review.confirm import UploadError
from corridor.settings import Settings
from corridor.store import Commit, Store
from corridor.store.retraction import Listed
from corridor.store.serving import Kept
from corridor.store.workbench import Workbench
from corridor.words import later, written
from corridor.words.sealed import seal

_ID, _SHORT_ID, _REASON = "incident_id", "id", "reason"
_COLUMNS: Final = (schema.column(_ID), schema.column(_REASON))
_OURS: Final = frozenset((_ID, _SHORT_ID, _REASON))
# What a table of incidents needs, in any layout: a list with one of these is such a table.
_OF_INCIDENTS: Final = frozenset(
    name
    for layout in LAYOUTS.values()
    for name in (*layout.required, *layout.marks, *(it for group in layout.one_of for it in group))
) - {_ID, _SHORT_ID}
_EXPECTED: Final = Expected(_OURS | {"event_id_cnty", "deleted_timestamp"})
_NEEDED: Final = tuple(name for name in native.LAYOUT.required if name != _ID)
_VALUES: Final = frozenset(column.name for column in schema.CSV_COLUMNS) - {_ID}
# How alike two column names must be, of 1, and two ids, of 100.
_COLUMN_ALIKE: Final = 0.55
_ID_ALIKE: Final = 70
# So many unknown ids are compared with all that are here.
_MOST_COMPARED: Final = 100

# A source's own list of what it took out: its ids, and columns that say when.
_THEIR_IDS: Final = {"event_id_cnty": "ACLED"}
_WHEN: Final = re.compile("(?:deleted|removed|withdrawn|retracted)(?:_.*)?")
_LONGEST_SECONDS: Final = 11

_UNKNOWN: Final = {
    "what": seal(later("problem-no-such-incident-here")),
    "mend": seal(later("remedy-no-such-incident")),
}
_TWICE: Final = {
    "what": "problem-the-same-id-is-on-line",
    "mend": seal(later("remedy-same-id")),
}


@dataclass(frozen=True, eq=False)
class RetractionList:
    """A checked list: its report, and what it would hide; nothing has been written.

    `found` incidents are shown now and would be hidden, `of_series` of them of the country's
    series; `told_otherwise` of them have another account here, which stays. `hidden` are hidden
    already, `unknown` are ids that the store has never had: their rows are refused.
    """

    report: IngestReport
    found: int = 0
    of_series: int = 0
    told_otherwise: int = 0
    hidden: int = 0
    unknown: int = 0

    @cached_property
    def reasons(self) -> Mapping[str, str | None]:
        """Each id that would be hidden, in the file's order, with the reason its row gives."""
        if self.report.bench is None:
            return {}
        return dict(self.report.bench.rows(statement("hide_reasons")))

    @property
    def common_reason(self) -> str:
        """The reason that every row gives, empty when there is no such one."""
        given = set(self.reasons.values())
        return given.pop() or "" if len(given) == 1 else ""

    @property
    def needs_reason(self) -> bool:
        """True when a row gives no reason of its own."""
        return None in self.reasons.values()

    def preview(self, most: int) -> pd.DataFrame:
        """Return the first accounts that would be hidden: columns of `accounts`, `own_reason`."""
        if self.report.bench is None:
            return pd.DataFrame()
        return self.report.bench.frame(statement("hide_shown"), {"most": most})

    def as_json(self, commit: Commit | None = None) -> dict[str, Any]:
        """Return the shape of `import --json` for a retraction list."""
        report = self.report
        return {
            "layout": report.layout,
            "file": report.file_name,
            "sha256": report.sha256,
            "rows": report.rows,
            "accepted": report.accepted_rows,
            "rejected": report.rejected_rows,
            "to_hide": self.found,
            "of_series": self.of_series,
            "hidden_already": self.hidden,
            "unknown": self.unknown,
            "refused": report.refused,
            "notes": list(report.notes),
            "problems": [problem.as_json() for problem in report.problems],
            "commit": commit.commit_id if commit else None,
        }


def is_retraction_list(report: IngestReport) -> bool:
    """Say whether a file that no layout fits is a list of ids to hide.

    It has ids and none of what a table of incidents must have. With a column `reason` that is
    sure; without one, a file that states values of incidents, or whose columns are nearly
    spelled as needed, is a table of incidents that lacks something. A column that is only called
    `id` may be of any table: then nothing foreign stands beside it.
    """
    names = frozenset(map(plain_name, report.header))
    others = names - _OURS
    if report.refused and _is_sources_own(names):
        return True
    if not report.refused or others & _OF_INCIDENTS:
        return False
    if _ID not in names:
        return _SHORT_ID in names and others <= native.CARRIED
    nearly_needed = any(nearest(name[:40], _NEEDED, _COLUMN_ALIKE) for name in others - KNOWN)
    return _REASON in names or not (others & _VALUES or nearly_needed)


def _is_sources_own(names: Collection[str]) -> bool:
    """Say whether columns are those of a source's list of deleted events: ids, and since when."""
    has_ids = any(name in names for name in _THEIR_IDS)
    return has_ids and any(map(_WHEN.fullmatch, names)) and "event_date" not in names


def read_retractions(
    store: Store,
    settings: Settings,
    data: bytes,
    file_name: str,
    kept: Kept | None = None,
    *,
    sheet: str | None = None,
) -> RetractionList:
    """Read a list with ids and look them up; other columns than id and reason are passed over.

    Nothing is written. Never raises for what stands in the file: a file that cannot be read
    has `report.refused` set.
    """
    empty = IngestReport("retraction", file_name, hashlib.sha256(data).hexdigest())
    bench = store.workbench(kept)
    try:
        opened = open_upload(data, _EXPECTED, settings.max_upload_mb, sheet)
        empty = replace(
            empty, assumed=opened.notes, header=opened.header.written,
            sheets=opened.sheets, sheet=opened.sheet,
        )  # fmt: skip
        layout = _layout(opened.header)
        bench.run(cleaning())
        opened.land(bench)
    except RefusedError as refusal:
        return RetractionList(replace(empty, refusal=refusal.message))
    is_own = _is_sources_own(opened.header.names)
    _look_up(bench, opened.header, layout, is_own=is_own)
    report = told_of(replace(empty, bench=bench), opened.header, layout)
    (counts,) = bench.rows(statement("hide_counts"), {"series": packs.series().code})
    found = RetractionList(report, *counts)
    return _of_source(found) if is_own else found


def _of_source(found: RetractionList) -> RetractionList:
    """Say of a source's own list what of it was never here: most of the world."""
    report, notes = found.report, [later("list-of-a-source")]
    if found.unknown:
        notes.append(later("list-not-here", count=found.unknown, rows=report.rows))
    return replace(found, report=replace(report, assumed=(*report.assumed, *notes)))


def _layout(header: Header) -> Layout:
    """Return the columns as they are read; refused when there is none of ids."""
    name = next((it for it in (_ID, _SHORT_ID, *_THEIR_IDS) if it in header.names), None)
    if name is None:
        named = written(shown_names, header.written)
        raise RefusedError(later("list-without-ids", columns=named))

    when = next(filter(_WHEN.fullmatch, header.names), None)

    def convert(cells: Cells) -> dict[str, str]:
        if name in _THEIR_IDS:
            cell = cells[name]
            own = f"CASE WHEN {cell} = '' THEN '' ELSE '{_THEIR_IDS[name]}:' || {cell} END"
            return {_ID: own, _REASON: _deleted(cells, when)}
        return {_ID: cells[name], _REASON: cells.get(_REASON, "''")}

    return Layout(
        name="retraction",
        title="retraction",
        required=(name,),
        known=frozenset(it for it in (name, _REASON, when) if it),
        convert=convert,
        origin={_ID: name},
        remedies={_ID: later("remedy-id-in-list")},
    )


def _deleted(cells: Cells, when: str | None) -> str:
    """Return SQL for the reason; seconds or thousandths since 1970, or a day as it is written."""
    if _REASON in cells or when is None:
        return cells.get(_REASON, "''")
    number = f"TRY_CAST(regexp_replace({cells[when]}, '\\.0+$', '') AS BIGINT)"
    seconds = (
        f"CASE WHEN {number} >= 10 ** {_LONGEST_SECONDS} THEN {number} // 1000 ELSE {number} END"
    )
    day = f"CAST(CAST(make_timestamp(({seconds}) * 1000000) AS DATE) AS VARCHAR)"
    # A cell of eight digits is a day and no number of seconds.
    is_number = f"{number} >= 10 ** 9"
    told = f"CASE WHEN {is_number} THEN {day} ELSE left({cells[when]}, 40) END"
    return (
        f"CASE WHEN {cells[when]} = '' THEN 'deleted by its source' "
        f"ELSE 'deleted by its source on ' || {told} END"
    )


def _look_up(bench: Workbench, header: Header, layout: Layout, *, is_own: bool) -> None:
    """Make `problems`, `asked` and `to_hide`; what a source's own list has more is no fault."""
    today = datetime.now(UTC).date()
    bench.run(statement("create_problems"))
    bench.run(statement("create_left_out"))
    for column in read_cells(bench, header, layout, today, _COLUMNS):
        type_column(bench, column, layout, today)
    bench.run(statement("asked"))
    if not is_own:
        bench.keep("alike", _alike(bench))
        bench.run(statement("hide_unknown"), _UNKNOWN)
    bench.run(statement("hide_twice"), _TWICE)
    bench.run(statement("to_hide"))


def _alike(bench: Workbench) -> pd.DataFrame:
    """Return a remedy for the first unknown ids that are spelled much like one id, and only one."""
    unknown = [name for (name,) in bench.rows(statement("unknown_ids"), {"most": _MOST_COMPARED})]
    rows = []
    if unknown:
        known = {name: name.casefold() for (name,) in bench.rows(statement("known_ids"))}
        rows = [
            (name, seal(later("remedy-no-such-incident-perhaps", meant=near)))
            for name in unknown
            if (near := _nearest(name, known))
        ]
    return pd.DataFrame(rows, columns=["incident_id", "mend"], dtype="str")


def _nearest(name: str, known: Mapping[str, str]) -> str | None:
    found = process.extract(
        name.casefold(), known, scorer=fuzz.ratio, limit=2, score_cutoff=_ID_ALIKE
    )
    is_alone = len(found) == 1 or (len(found) == 2 and found[0][1] > found[1][1])
    return found[0][2] if is_alone else None


@dataclass(frozen=True)
class Hiding:
    """What a person decided about a checked list.

    `reason` is recorded for every row without one of its own, and for all of them where
    `keep_own` is false. `only_good` leaves refused rows out.
    """

    reason: str = ""
    only_good: bool = False
    keep_own: bool = True


def records(found: RetractionList) -> pd.DataFrame:
    """Return what a commit would write of a list, but for its reasons: to see what it changes."""
    ids = list(found.reasons)
    return pd.DataFrame({"record_kind": "retraction", "incident_id": ids, "reason": ""})


def listed(found: RetractionList, *, keep_own: bool = True) -> Listed:
    """Return what the store is to know of the list, with its rows' reasons if they are kept."""
    report = found.report
    own = {name: reason for name, reason in found.reasons.items() if reason and keep_own}
    return Listed(own, report.file_name, report.sha256, report.rejected_rows)


def refuse_bad(found: RetractionList, *, only_good: bool) -> None:
    """Refuse a list that cannot be read or has bad rows that are not to be left out."""
    report = found.report
    if report.refusal:
        raise UploadError(report.refusal)
    if report.rejected_rows and not only_good:
        raise UploadError(later("list-rows-bad", bad=report.rejected_rows, rows=report.rows))
    if not report.accepted_rows:
        raise UploadError(later("list-names-none-here"))
