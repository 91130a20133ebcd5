"""New incidents: template, check, confirm; beside it the history with undo and redo."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st

from corridor.figures import format as fmt
from corridor.filters import IncidentFilter
from corridor.ingest.confirm import Choices, UploadError, confirm
from corridor.ingest.template import template_csv
from corridor.ingest.upload import Checked
from corridor.store import StoreError
from corridor.ui import cached, navigation, parts
from corridor.ui.views.uploads import check, coverage, history, reading

_DONE: Final = "upload_done"
_FILE: Final = "upload_file"
_READS: Final = "Our template, or UCDP GED, ACLED, GTD: CSV in any encoding, gzip or Excel (XLSX)"


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
    limit = cached.settings_now().max_upload_mb
    parts.show(parts.section("2 · Choose a file", f"{_READS}; at most {limit} MB."))
    uploaded = st.file_uploader(
        "File of incidents",
        type=["csv", "tsv", "txt", "xlsx", "gz"],
        max_upload_size=limit,
        key=f"{_FILE}-{st.session_state.get(_FILE, 0)}",
        label_visibility="collapsed",
    )
    if uploaded is not None:
        _checked(uploaded.getvalue(), uploaded.name, uploaded.file_id)


def _checked(data: bytes, name: str, file_id: str) -> None:
    with st.spinner("Checking every row …"):
        checked = cached.checked(data, name, reading.chosen(file_id))
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
    _confirm(checked)


def _confirm(checked: Checked) -> None:
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
        _commit(checked, Choices(only_good, apart, declared))


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


def _commit(checked: Checked, choices: Choices) -> None:
    try:
        commit = confirm(cached.store(), checked, _author(), choices)
    except (UploadError, StoreError) as error:
        parts.show(parts.notice(parts.esc(str(error))))
        return
    st.session_state[_DONE] = (commit, checked.first_day, checked.last_day)
    st.session_state[_FILE] = st.session_state.get(_FILE, 0) + 1
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
