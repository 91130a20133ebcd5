"""New incidents: template, check, confirm; beside it the history with undo and redo."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st

from corridor.figures import format as fmt
from corridor.filters import IncidentFilter
from corridor.ingest.confirm import Choices, UploadError
from corridor.ingest.template import template_csv
from corridor.ingest.upload import Checked
from corridor.store import StoreError
from corridor.store.progress import CancelledError
from corridor.ui import cached, navigation, parts
from corridor.ui.views.uploads import check, coverage, files, history, jobs, reading

_DONE: Final = "upload_done"


_ANOTHER: Final = (
    "{name} is a table of another layout. Say below what its columns are, or mend the file. "
    "Nothing was written."
)


def show(chosen: IncidentFilter) -> None:
    """Draw the page."""
    parts.show(
        parts.rule(),
        parts.headline(
            "Uploads",
            "Add incidents: nothing is written before you have seen what will happen",
            "Every upload is one commit: one click takes it back, one more brings it back again.",
        ),
    )
    left, right = st.columns((8, 6), gap="large")
    with left:
        _outcome(chosen)
        _steps()
    with right:
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
    if jobs.is_committing():
        _end_commit()
    chosen = files.ask()
    if chosen is not None:
        _checked(chosen.getvalue(), chosen.name, chosen.file_id)


def _checked(data: bytes, name: str, file_id: str) -> None:
    try:
        checked = jobs.check_file(data, name, reading.chosen(file_id))
    except CancelledError:
        parts.show(parts.notice("The check was stopped. Nothing was written."))
        st.button("Check again", on_click=jobs.forget, key="check_again")
        return
    report = checked.report
    if report.refused:
        title = _ANOTHER if report.is_mappable else "{name} cannot be read. Nothing was written."
        title = title.format(name=report.file_name)
        parts.show(parts.section("3 · Check"), parts.notice(title, [parts.esc(report.refused)]))
        if report.is_mappable:
            reading.show(data, report, file_id)
        return
    parts.show(parts.section("3 · Check", f"{report.file_name}, read as {reading.title(report)}"))
    reading.show(data, report, file_id)
    check.show(checked)
    _confirm(checked, file_id)


def _confirm(checked: Checked, file_id: str) -> None:
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
    apart = _kept_apart(checked)
    declared = coverage.ask(checked)
    written = checked.written
    label = f"Write {fmt.plural(written, 'incident')}" if written else "Nothing new to write"
    is_ready = bool(written) and not any(item.problem() for item in declared)
    is_ready = is_ready and (checked.is_committable or only_good)
    if st.button(label, type="primary", disabled=not is_ready, key="confirm"):
        jobs.begin_commit(checked, file_id, _author(), Choices(only_good, apart, declared))
        _end_commit()


def _kept_apart(checked: Checked) -> frozenset[str]:
    """Ask which accounts are of incidents of their own, whatever was found."""
    if not checked.matched:
        return frozenset()
    ids = checked.matches(checked.matched)["incident_id"].tolist()
    return frozenset(
        st.multiselect(
            "Keep apart, as incidents of their own (all others are linked and count once)",
            ids,
            key=f"keep_apart-{checked.report.sha256[:12]}",
        )
    )


def _end_commit() -> None:
    """Wait for the commit that was begun, and tell its end."""
    try:
        done = jobs.end_commit()
    except CancelledError:
        parts.show(parts.notice("Writing was stopped. Nothing was written."))
    except (UploadError, StoreError) as error:
        parts.show(parts.notice(parts.esc(str(error))))
    else:
        st.session_state[_DONE] = (done.commit, done.checked.first_day, done.checked.last_day)
        files.put_aside(done.file_id)
        st.rerun()


def _outcome(chosen: IncidentFilter) -> None:
    done = st.session_state.pop(_DONE, None)
    if done is None or done[0] is None:
        return
    commit, first, last = done
    wanted = replace(chosen, provinces=(), districts=(), date_from=first, date_to=last)
    counts = f"{commit.counts.get('new', 0):,} new, {commit.counts.get('updated', 0):,} updated"
    link = parts.link("See their period in the table", navigation.href("incidents", wanted))
    parts.show(parts.notice(f"Committed as {commit.commit_id}: {counts}.", [link]))


def _author() -> str:
    typed = str(st.session_state.get("author", "")).strip()
    return typed or cached.settings_now().user or "unnamed"
