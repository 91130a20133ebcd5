"""New incidents: template, check, confirm; beside it the history with undo and redo."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st

from corridor.figures import format as fmt
from corridor.filters import IncidentFilter
from corridor.ingest.confirm import Choices, UploadError, confirm
from corridor.ingest.dates import DateOrder
from corridor.ingest.decisions import Decisions
from corridor.ingest.template import template_csv
from corridor.ingest.upload import Checked, Reading
from corridor.store import StoreError
from corridor.ui import cached, navigation, parts
from corridor.ui.views.uploads import check, history, pairs

_DONE: Final = "upload_done"
_FILE: Final = "upload_file"
_ORDER: Final = "upload_date_order"
_READS: Final = "Our template, or UCDP GED, ACLED, GTD: CSV in any encoding, gzip or Excel (XLSX)"
_ORDERS: Final[dict[str, DateOrder]] = {"Day first": "dmy", "Month first": "mdy"}
_ASKED: Final = {
    "ambiguous": "Dates such as 05/06/2018 stand in the file. What comes first in them?",
    "mixed": "Some dates of the file have the day first, some the month. What comes first?",
}


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
        _checked(uploaded.getvalue(), uploaded.name, f"{_ORDER}-{uploaded.file_id}")


def _checked(data: bytes, name: str, order_key: str) -> None:
    chosen = st.session_state.get(order_key)
    with st.spinner("Checking every row …"):
        checked = cached.checked(data, name, Reading(date_order=_ORDERS.get(chosen or "")))
    report = checked.report
    if report.refused:
        title = f"{report.file_name} cannot be read. Nothing was written."
        parts.show(parts.section("3 · Check"), parts.notice(title, [parts.esc(report.refused)]))
        return
    parts.show(parts.section("3 · Check", f"{report.file_name}, read as {report.layout}"))
    if report.notes:
        parts.show(parts.paragraph(" ".join(report.notes), quiet=True))
    if chosen or report.date_order in _ASKED:
        st.radio(
            _ASKED.get(report.date_order or "", _ASKED["ambiguous"]),
            list(_ORDERS),
            index=None,
            horizontal=True,
            key=order_key,
        )
    check.show(checked)
    _confirm(checked, pairs.show(checked))


def _confirm(checked: Checked, decisions: Decisions) -> None:
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
    decided = checked.decided(decisions)
    is_any = checked.written > len(decided.skipped)
    is_ready = is_any and (checked.is_committable or only_good)
    label = pairs.label(checked, decided)
    if st.button(label, type="primary", disabled=not is_ready, key="confirm"):
        _commit(checked, Choices(only_good, decisions))


def _commit(checked: Checked, choices: Choices) -> None:
    try:
        commit = confirm(cached.store(), checked, _author(), choices)
    except (UploadError, StoreError) as error:
        parts.show(parts.notice(parts.esc(str(error))))
        return
    pairs.forget(checked)
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
    counts += pairs.outcome(commit.counts)
    link = parts.link("See their period in the table", navigation.href("incidents", wanted))
    parts.show(parts.notice(f"Committed as {commit.commit_id}: {counts}.", [link]))


def _author() -> str:
    typed = str(st.session_state.get("author", "")).strip()
    return typed or cached.settings_now().user or "unnamed"
