"""A list of incidents to hide: what it would do, why, and the button that does it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import streamlit as st

from corridor import queries, schema
from corridor.figures.outlook import effect_texts
from corridor.ingest.confirm import UploadError
from corridor.ingest.hiding import Hiding
from corridor.ingest.retractions import RetractionList
from corridor.ingest.upload import Checked
from corridor.store import Commit, StoreError
from corridor.store.progress import CancelledError
from corridor.ui import cached, cells, parts, state
from corridor.ui.parts import Html, KeyFigure, TableColumn
from corridor.ui.views.uploads import check, jobs, outlook
from corridor.words import numbers as fmt
from corridor.workers import WorkError

READS: Final = "A list of incident ids with a reason for each hides those incidents."
MOST_LISTED: Final = 100
_DONE: Final = "retraction_done"
_COLUMNS: Final = (
    TableColumn("Id"),
    TableColumn("Date", whole=True),
    TableColumn("Place"),
    TableColumn("Killed", numeric=True),
    TableColumn("Source", phone=False),
    TableColumn("Reason in the list", phone=False),
)


def show(
    found: RetractionList,
    file_id: str,
    author: Callable[[], str],
    put_aside: Callable[[str], None],
) -> None:
    """Draw the outcome of the check and ask for the reason; nothing has been written yet."""
    report = found.report
    parts.show(parts.section("3 · Check", f"{report.file_name}, read as a list to hide"))
    if report.refused:
        title = f"{report.file_name} cannot be read. Nothing was saved."
        parts.show(parts.notice(title, [report.refused]))
        return
    parts.show(
        parts.paragraph(parts.esc(" ".join(report.notes)), quiet=True) if report.notes else Html("")
    )
    parts.show(_counts(found), _effect(found))
    if found.found:
        _show_changes(found)
    check.show_problems(Checked(report))
    parts.show(_listed(found))
    choices = _asked(found)
    label = f"Hide {fmt.plural(found.found, 'incident')}" if found.found else "Nothing new to hide"
    is_ready = bool(found.found) and (report.is_clean or choices.only_good)
    if st.button(label, type="primary", disabled=not is_ready, key="hide"):
        end(put_aside, lambda: jobs.begin_hiding(found, file_id, author(), choices))


def outcome() -> None:
    """Say once what was hidden."""
    commit: Commit | None = st.session_state.pop(_DONE, None)
    if commit is not None:
        number = fmt.plural(commit.counts.get("retracted", 0), "incident")
        undo = "To bring them back, choose Undo in the history."
        parts.show(parts.notice(f"{number} hidden. Saved as change {commit.commit_id}.", [undo]))


def _counts(found: RetractionList) -> Html:
    figures = [
        KeyFigure("rows", fmt.number(found.report.rows)),
        KeyFigure("would be hidden", fmt.number(found.found)),
        KeyFigure("already hidden", fmt.number(found.hidden)),
        KeyFigure("unknown", fmt.number(found.unknown)),
    ]
    return parts.key_figures(figures)


def _effect(found: RetractionList) -> Html:
    if not found.found:
        return Html("")
    told = ""
    if found.told_otherwise:
        verb = "has" if found.told_otherwise == 1 else "have"
        told = f" {found.told_otherwise:,} of them {verb} another account, which stays visible."
    if not found.of_primary:
        return parts.paragraph(
            f"None comes from UCDP: averages and verdicts stay as they are.{told}"
        )
    number = fmt.plural(found.of_primary, "incident")
    verb = "disappears" if found.of_primary == 1 else "disappear"
    loud = f"**{number} from UCDP {verb}: averages and verdicts can change.**"
    return parts.notice(parts.rich(f"{loud}{told}"))


def _show_changes(found: RetractionList) -> None:
    """Say which figures and verdicts would change; the list is not hidden yet."""
    parts.show(parts.section("What would change"))
    try:
        with st.spinner("Working out what would change …"):
            effect = cached.hiding(found, state.current_filter(), state.current_as_of())
    except StoreError as error:
        parts.show(parts.notice(parts.esc(str(error))))
        return
    parts.show(*map(parts.paragraph, effect_texts(effect)), outlook.changed(effect))


def _listed(found: RetractionList) -> Html:
    if not found.found:
        return Html("")
    rows = [
        [
            row["incident_id"],
            cells.days(row),
            cells.place(row),
            cells.killed(row),
            row["source"],
            cells.text(row["own_reason"], "none"),
        ]
        for row in queries.rows_of(found.preview(MOST_LISTED))
    ]
    note = f"The first {MOST_LISTED} of {found.found:,} that would be hidden."
    note = note if found.found > len(rows) else ""
    table = parts.table(_COLUMNS, rows, caption="Incidents that would be hidden", note=note)
    return parts.scroll(table)


def _asked(found: RetractionList) -> Hiding:
    """Ask who hides them, why, and whether bad rows are left out."""
    report = found.report
    parts.show(parts.section("4 · Confirm"))
    st.text_input("Your name, for the history", key="author", max_chars=80)
    reason = st.text_area(
        "Why should they be hidden?",
        value=found.common_reason,
        max_chars=schema.column("reason").max_length,
        placeholder="" if found.needs_reason else "Each row keeps the reason given in the list.",
        key=f"reason-{report.key}",
    )
    only_good = False
    if report.rejected_rows:
        bad = fmt.plural(report.rejected_rows, "bad row")
        verb = "is" if found.found == 1 else "are"
        only_good = st.checkbox(
            f"Hide the {found.found:,} that {verb} here, leave out {bad}",
            key=f"hide_good-{report.key}",
            disabled=not found.found,
        )
    return Hiding(reason or "", only_good, keep_own=not found.common_reason)


def end(put_aside: Callable[[str], None], begin: Callable[[], None] | None = None) -> None:
    """Wait until the incidents are hidden, which may `begin` now; the next run tells it."""
    try:
        if begin:
            begin()
        st.session_state[_DONE], file_id = jobs.end_hiding()
    except (CancelledError, UploadError, StoreError, WorkError) as error:
        parts.show(parts.notice(parts.esc(str(error))))
        return
    put_aside(file_id)
    st.rerun()
