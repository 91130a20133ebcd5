"""New incidents: template, check, confirm; history with undo and redo."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import pandas as pd
import streamlit as st

from corridor import queries, vocabulary
from corridor.figures import format as fmt
from corridor.filters import IncidentFilter, day
from corridor.ingest.template import annotated_csv, template_csv
from corridor.ingest.upload import Checked, UploadError, check, confirm
from corridor.store import Commit, StoreError
from corridor.ui import cached, cells, navigation, parts
from corridor.ui.parts import KeyFigure, TableColumn

MOST_PROBLEMS: Final = 200
_DONE: Final = "upload_done"
_FILE: Final = "upload_file"


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
        _steps(chosen)
    with right:
        _history()


def _steps(chosen: IncidentFilter) -> None:
    _outcome(chosen)
    parts.show(
        parts.section("1 · Take the template", "CSV, UTF-8. Empty cells are unknown, never 0.")
    )
    st.download_button(
        "Template (CSV)", template_csv, "corridor-watch-template.csv", "text/csv",
        on_click="ignore", key="template",
    )  # fmt: skip
    limit = cached.settings_now().max_upload_mb
    parts.show(
        parts.section("2 · Choose a file", f"Our template, or a UCDP GED file; at most {limit} MB.")
    )
    uploaded = st.file_uploader(
        "CSV file", type=["csv", "tsv", "txt"], max_upload_size=limit, key=_file_key(),
        label_visibility="collapsed",
    )  # fmt: skip
    if uploaded is not None:
        _checked(uploaded.getvalue(), uploaded.name)


def _file_key() -> str:
    return f"{_FILE}-{st.session_state.get(_FILE, 0)}"


def _checked(data: bytes, name: str) -> None:
    with st.spinner("Checking every row …"):
        checked = check(cached.store(), cached.settings_now(), data, name)
    report = checked.report
    parts.show(
        parts.section(
            "3 · Check", f"{report.file_name}, read as {report.layout or 'no known layout'}"
        )
    )
    if report.refused:
        parts.show(
            parts.notice(
                "This file cannot be read. Nothing was written.", [parts.esc(report.refused)]
            )
        )
        return
    _counts(checked)
    _problems(checked)
    _preview(checked.records)
    _confirm(checked)


def _counts(checked: Checked) -> None:
    report = checked.report
    figures = [
        KeyFigure("rows", fmt.number(report.rows)),
        KeyFigure("new", fmt.number(report.new)),
        KeyFigure("updated", fmt.number(report.updated)),
        KeyFigure("duplicates", fmt.number(report.duplicates)),
        KeyFigure("rejected", fmt.number(report.rejected_rows)),
    ]
    parts.show(parts.key_figures(figures, _meaning(checked)))


def _meaning(checked: Checked) -> str:
    report = checked.report
    primary = (
        (checked.records["source"] == vocabulary.PRIMARY_SERIES).sum()
        if len(checked.records)
        else 0
    )
    told = [f"{fmt.plural(report.warned, 'row')} kept with a warning."] if report.warned else []
    if primary:
        told.append(
            f"{fmt.plural(int(primary), 'row')} of the primary series: rates and verdicts change."
        )
    elif len(checked.records):
        told.append(
            "Shown everywhere, never mixed into rates: these are not of the primary series."
        )
    return " ".join(told)


def _problems(checked: Checked) -> None:
    problems = checked.report.problems
    if not problems:
        return
    rows = pd.DataFrame(
        {
            "Line": [item.line for item in problems],
            "Column": [item.column for item in problems],
            "Value": [item.value for item in problems],
            "What is wrong": [item.rule for item in problems],
            "What to do": [item.remedy for item in problems],
            "Severity": [item.severity for item in problems],
        }
    )
    st.dataframe(rows.head(MOST_PROBLEMS), hide_index=True, height=min(38 + 35 * len(rows), 320))
    st.download_button(
        "Your file with the problems beside each row", lambda: annotated_csv(checked.report),
        f"checked-{checked.report.file_name}", "text/csv", on_click="ignore", key="annotated",
    )  # fmt: skip


def _preview(records: pd.DataFrame) -> None:
    if records.empty:
        return
    rows = records.head(8)
    columns = [
        TableColumn("Date", whole=True),
        TableColumn("Place"),
        TableColumn("Located in"),
        TableColumn("Killed", numeric=True),
    ]
    body = [
        [
            fmt.day(pd.Timestamp(row["event_date"]).date()),
            cells.text(row.get("location"), "not stated"),
            cells.text(row.get("admin1"), "not located"),
            fmt.number(cells.count(row.get("fatalities_best"))),
        ]
        for row in queries.rows_of(rows)
    ]
    note = (
        f"The first {len(rows)} of {len(records):,} to be written."
        if len(records) > len(rows)
        else ""
    )
    parts.show(parts.table(columns, body, caption="Incidents to be written", note=note))


def _confirm(checked: Checked) -> None:
    report = checked.report
    parts.show(parts.section("4 · Confirm"))
    author = st.text_input("Your name, for the history", key="author", max_chars=80)
    only_good = False
    if report.rejected_rows:
        only_good = st.checkbox(
            f"Take the {report.accepted_rows:,} good rows, leave out {report.rejected_rows:,} bad",
            key="take_good",
            disabled=not report.accepted_rows,
        )
    ready = checked.is_committable or only_good
    label = (
        f"Write {len(checked.records):,} incidents"
        if len(checked.records)
        else "Nothing new to write"
    )
    if st.button(label, type="primary", disabled=not ready or checked.records.empty, key="confirm"):
        _commit(checked, author, only_good=only_good)


def _commit(checked: Checked, author: str, *, only_good: bool) -> None:
    try:
        commit = confirm(cached.store(), checked, _author(author), only_good=only_good)
    except (UploadError, StoreError) as error:
        parts.show(parts.notice(parts.esc(str(error))))
        return
    days = pd.to_datetime(checked.records["event_date"])
    st.session_state[_DONE] = (commit, days.min().date(), days.max().date())
    st.session_state[_FILE] = st.session_state.get(_FILE, 0) + 1
    st.rerun()


def _outcome(chosen: IncidentFilter) -> None:
    done = st.session_state.pop(_DONE, None)
    if done is None:
        return
    commit, first, last = done
    wanted = replace(chosen, provinces=(), districts=(), date_from=first, date_to=last)
    counts = commit.counts if commit else {}
    parts.show(
        parts.notice(
            f"Committed as {commit.commit_id}: {counts.get('new', 0):,} new, "
            f"{counts.get('updated', 0):,} updated.",
            [parts.link("See their period in the table", navigation.href("incidents", wanted))],
        )
    )


def _author(typed: str) -> str:
    return typed.strip() or cached.settings_now().user or "unnamed"


def _history() -> None:
    parts.show(
        parts.section(
            "History", "Newest first. Undo takes a whole upload back; nothing is ever lost."
        )
    )
    for commit in cached.store().history():
        with st.container(key=f"cw-commit-{commit.version}"):
            words, button = st.columns((5, 1), vertical_alignment="center")
            with words:
                parts.show(_told(commit))
            with button:
                _button(commit)


def _told(commit: Commit) -> parts.Html:
    counts = ", ".join(f"{number:,} {name}" for name, number in commit.counts.items() if number)
    what = f"{commit.action} of {commit.undoes}" if commit.undoes else commit.action
    state = "" if commit.live or commit.undoes else " (undone)"
    about = " · ".join(word for word in (commit.file_name, counts, commit.note) if word)
    when = f"{day(commit.recorded_at.date())} {commit.recorded_at:%H:%M} UTC"
    return parts.lines(
        parts.paragraph(f"**{what.capitalize()}**{state}, {when}, {commit.author}"),
        parts.paragraph(f"{commit.commit_id} · {about}", quiet=True),
    )


def _button(commit: Commit) -> None:
    if commit.action in ("seed", "undo", "redo"):
        return
    action = "Undo" if commit.live else "Redo"
    st.button(action, key=f"{action}-{commit.commit_id}", on_click=_change, args=(commit, action))


def _change(commit: Commit, action: str) -> None:
    change = cached.store().undo if action == "Undo" else cached.store().redo
    try:
        change(commit.commit_id, _author(st.session_state.get("author", "")))
    except StoreError as error:
        st.toast(str(error))
