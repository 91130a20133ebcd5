"""New incidents: template, check, confirm; beside it the history with undo and redo."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

from corridor.figures.uploads import adds
from corridor.ingest.confirm import Choices, UploadError, counted
from corridor.ingest.decisions import Decided, Decisions
from corridor.ingest.retractions import is_retraction_list
from corridor.ingest.template import template_csv
from corridor.ingest.upload import Checked
from corridor.store import StoreError
from corridor.store.progress import CancelledError
from corridor.ui import cached, parts
from corridor.ui.views.uploads import (
    check,
    coverage,
    done,
    files,
    history,
    jobs,
    linking,
    outlook,
    pairs,
    reading,
    retraction,
)
from corridor.words import numbers as fmt
from corridor.workers import WorkError

_SEEN: Final = "upload_seen"
_CHANGED: Final = (
    "The data have changed since this check, and so has what your file would do. Nothing was "
    "saved. Look again, then confirm."
)
_ANOTHER: Final = (
    "{name} has columns that are not known here. Say below what they mean, or correct the file. "
    "Nothing was saved."
)


def show() -> None:
    """Draw the page."""
    parts.show(
        parts.rule(),
        parts.headline(
            "Uploads",
            "Add incidents: you see what would change before anything is saved",
            "Every upload can be undone as a whole, and redone.",
        ),
    )
    left, right = st.columns((8, 6), gap="large")
    with left:
        done.show(_author())
        retraction.outcome()
        _steps()
    with right:
        linking.show(_author())
        history.show(_author())


def _steps() -> None:
    title = "1 · Take the template"
    parts.show(parts.section(title, "CSV, UTF-8. An empty cell is unknown, never 0."))
    st.download_button(
        "Template (CSV)",
        template_csv,
        "corridor-watch-template.csv",
        "text/csv",
        on_click="ignore",
        key="template",
    )
    jobs.make_ready()
    if jobs.is_committing():
        _end_commit()
    if jobs.is_hiding():
        retraction.end(files.put_aside)
    chosen = files.ask()
    if chosen is not None:
        _checked(chosen.path, chosen.name, chosen.file_id)


def _checked(data: Path, name: str, file_id: str) -> None:
    try:
        _looked_at(data, name, file_id)
    except CancelledError:
        parts.show(parts.notice("The check was stopped. Nothing was saved."))
        st.button("Check again", on_click=jobs.forget, key="check_again")
    except (WorkError, StoreError) as error:
        parts.show(parts.notice(f"{parts.esc(name)} was not checked.", [parts.esc(str(error))]))
        st.button("Check again", on_click=jobs.forget, key="check_again")


def _looked_at(data: Path, name: str, file_id: str) -> None:
    checked = jobs.check_file(data, name, file_id, reading.chosen(file_id))
    report = checked.report
    if is_retraction_list(report):
        reading.ask_sheet(report, file_id)
        found = jobs.check_list(data, name, file_id, reading.chosen(file_id).sheet)
        retraction.show(found, file_id, _author, files.put_aside)
        return
    if report.refused:
        title = _ANOTHER if report.is_mappable else "{name} cannot be read. Nothing was saved."
        title = title.format(name=report.file_name)
        parts.show(parts.section("3 · Check"), parts.notice(title, [parts.esc(report.refused)]))
        if report.is_mappable:
            reading.show(data, report, file_id)
        else:
            reading.ask_sheet(report, file_id)
        return
    parts.show(parts.section("3 · Check", f"{report.file_name}, read as {reading.title(report)}"))
    reading.show(data, report, file_id)
    decisions = pairs.chosen(checked)
    decided = checked.decided(decisions)
    check.show(checked, counted(checked, decided))
    pairs.show(checked)
    done.keep(outlook.show(checked, reading.chosen(file_id), Choices(decisions=decisions)))
    _confirm(checked, file_id, decisions, decided)


def _confirm(checked: Checked, file_id: str, decisions: Decisions, decided: Decided) -> None:
    report = checked.report
    parts.show(parts.section("4 · Confirm"))
    st.text_input("Your name, for the history", key="author", max_chars=80)
    only_good = False
    if report.rejected_rows:
        good = fmt.plural(report.accepted_rows, "good row")
        bad = fmt.plural(report.rejected_rows, "bad one")
        only_good = st.checkbox(
            f"Take {good}, leave out {bad}", key="take_good", disabled=not report.accepted_rows
        )
    declared = coverage.ask(checked)
    is_any = checked.written > len(decided.skipped)
    is_ready = is_any and not any(item.problem() for item in declared)
    is_ready = is_ready and (checked.is_committable or only_good)
    seen = (checked.transaction, decided.digest)
    was_seen = st.session_state.get(_SEEN) == seen
    st.session_state[_SEEN] = seen
    if st.button(_label(checked, decided), type="primary", disabled=not is_ready, key="confirm"):
        if not was_seen:
            parts.show(parts.notice(_CHANGED))
            return
        jobs.begin_commit(checked, file_id, _author(), Choices(only_good, decisions, declared))
        _end_commit()


def _label(checked: Checked, decided: Decided) -> str:
    """Say what a click would write: "Add 10 new incidents and 2 more accounts of …"."""
    if checked.written > len(decided.skipped):
        return f"Add {adds(counted(checked, decided))}"
    return "Nothing to add: every row is left out" if decided.skipped else "Nothing new to add"


def _end_commit() -> None:
    """Wait for the commit that was begun, and tell its end."""
    try:
        written = jobs.end_commit()
    except CancelledError:
        parts.show(parts.notice("Saving was stopped. Nothing was saved; the check is kept."))
    except (UploadError, StoreError, WorkError) as error:
        parts.show(parts.notice(parts.esc(str(error))))
    else:
        pairs.forget(written.checked)
        done.remember(written.commit)
        files.put_aside(written.file_id)
        st.rerun()


def _author() -> str:
    typed = str(st.session_state.get("author", "")).strip()
    return typed or cached.settings_now().user or "unnamed"
