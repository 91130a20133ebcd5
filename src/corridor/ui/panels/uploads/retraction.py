"""A list of incidents to hide: what it would do, why, and the button that does it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import streamlit as st

from corridor import queries, schema
from corridor.ingest.review.confirm import UploadError
from corridor.ingest.review.retractions import Hiding, RetractionList
from corridor.ingest.review.upload import Checked
from corridor.people import Person
from corridor.store import Commit, StoreError
from corridor.store.progress import CancelledError
from corridor.texts import as_text
from corridor.texts.effect_text import effect_texts
from corridor.ui import parts
from corridor.ui.frame import cached, signed_in, state
from corridor.ui.panels.uploads import check, jobs, outlook
from corridor.ui.parts import Html, KeyFigure, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.workers import WorkError

MOST_LISTED: Final = 100
_DONE: Final = "retraction_done"


def show(
    found: RetractionList,
    file_id: str,
    person: Callable[[], Person],
    put_aside: Callable[[str], None],
) -> None:
    """Draw the outcome of the check and ask for the reason; nothing has been written yet."""
    report = found.report
    read_as = say("hide-read-as", file=report.file_name)
    parts.show(parts.section(say("upload-step-check"), read_as))
    if report.refused:
        title = say("upload-not-read", file=report.file_name)
        parts.show(parts.notice(title, [report.refused]))
        return
    parts.show(
        parts.paragraph(parts.esc(fmt.sentences(*report.notes)), quiet=True)
        if report.notes
        else Html("")
    )
    parts.show(_counts(found), _effect(found))
    if found.found:
        _show_changes(found)
    check.show_problems(Checked(report))
    parts.show(_listed(found))
    if not signed_in.may("hide"):
        parts.show(signed_in.refusal("hide"))
        return
    choices = _asked(found)
    label = say("hide-incidents", count=found.found)
    is_ready = bool(found.found) and (report.is_clean or choices.only_good)
    if st.button(label, type="primary", disabled=not is_ready, key="hide"):
        end(put_aside, lambda: jobs.begin_hiding(found, file_id, person(), choices))


def outcome() -> None:
    """Say once what was hidden."""
    commit: Commit | None = st.session_state.pop(_DONE, None)
    if commit is not None:
        count = commit.counts.get("retracted", 0)
        done = say("hide-done", count=count, commit=commit.commit_id)
        parts.show(parts.notice(done, [say("hide-undo")]))


def _counts(found: RetractionList) -> Html:
    figures = [
        KeyFigure(say("figure-rows"), fmt.number(found.report.rows)),
        KeyFigure(say("figure-would-be-hidden"), fmt.number(found.found)),
        KeyFigure(say("figure-already-hidden"), fmt.number(found.hidden)),
        KeyFigure(say("unknown"), fmt.number(found.unknown)),
    ]
    return parts.key_figures(figures)


def _effect(found: RetractionList) -> Html:
    if not found.found:
        return Html("")
    otherwise = found.told_otherwise
    told = [say("hide-none-of-series")]
    if found.of_series:
        told = [say("hide-of-series", count=found.of_series)]
    if otherwise:
        told.append(say("hide-told-otherwise", count=otherwise))
    if not found.of_series:
        return parts.paragraph(fmt.sentences(*told))
    return parts.notice(parts.rich(fmt.sentences(*told)))


def _show_changes(found: RetractionList) -> None:
    """Say which figures and verdicts would change; the list is not hidden yet."""
    parts.show(parts.section(say("upload-outlook-title")))
    try:
        with st.spinner(say("working-out")):
            effect = cached.hiding(found, state.current_filter(), state.current_as_of())
    except StoreError as error:
        parts.show(parts.notice(parts.esc(str(error))))
        return
    parts.show(*map(parts.paragraph, effect_texts(effect)), outlook.changed(effect))


def _listed(found: RetractionList) -> Html:
    if not found.found:
        return Html("")
    columns = [
        TableColumn(say("heading-id")),
        TableColumn(say("heading-date"), whole=True),
        TableColumn(say("heading-place")),
        TableColumn(say("heading-killed"), numeric=True),
        TableColumn(say("heading-source"), phone=False),
        TableColumn(say("heading-reason-in-list"), phone=False),
    ]
    rows = [
        [
            row["incident_id"],
            as_text.days(row),
            as_text.place(row),
            as_text.killed(row),
            row["source"],
            as_text.text(row["own_reason"], say("no-reason")),
        ]
        for row in queries.rows_of(found.preview(MOST_LISTED))
    ]
    is_cut = found.found > len(rows)
    note = say("hide-first", shown=MOST_LISTED, count=found.found) if is_cut else ""
    table = parts.table(columns, rows, caption=say("hide-listed"), note=note)
    return parts.scroll(table)


def _asked(found: RetractionList) -> Hiding:
    """Ask who hides them, why, and whether bad rows are left out."""
    report = found.report
    parts.show(parts.section(say("upload-step-confirm")))
    signed_in.ask_name(st, say("upload-your-name"), "author")
    reason = st.text_area(
        say("hide-reason"),
        value=found.common_reason,
        max_chars=schema.column("reason").max_length,
        placeholder="" if found.needs_reason else say("hide-keeps-reasons"),
        key=f"reason-{report.key}",
    )
    only_good = False
    if report.rejected_rows:
        only_good = st.checkbox(
            say("hide-good", count=found.found, bad=report.rejected_rows),
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
