"""What an upload would do: counts, problems with their remedies, what would be written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

import pandas as pd
import streamlit as st

from corridor import queries
from corridor.ingest.model.mapping import ColumnMap
from corridor.ingest.model.problem import Problem
from corridor.ingest.review.compare import changes
from corridor.ingest.review.upload import Checked
from corridor.maps.incident_map import incident_deck, load_basemap
from corridor.maps.sent_map import sent_map
from corridor.texts import as_text
from corridor.ui import parts
from corridor.ui.frame import cached, viewer
from corridor.ui.frame.drawing import draw_map
from corridor.ui.panels.uploads import jobs
from corridor.ui.parts import Html, KeyFigure, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say

MOST_PROBLEMS: Final = 100
MOST_LISTED: Final = 8
MOST_DRAWN: Final = 3000
# Width and height in px of the map.
SIZE: Final = (620, 300)


def show(checked: Checked, counted: Mapping[str, int]) -> None:
    """Draw the outcome of the check; nothing has been written yet.

    `counted` is what the commit would say of itself.
    """
    parts.show(_counts(checked, counted))
    show_problems(checked)
    parts.show(_changes(checked))
    if checked.written:
        _map(checked)
        parts.show(_listed(checked))


def show_problems(checked: Checked) -> None:
    """List what is wrong, and offer the file with it beside each row."""
    parts.show(_problems(checked))
    if checked.report.problems or checked.report.left_out:
        name = f"checked-{checked.report.file_name}"
        st.download_button(
            say("check-annotated"),
            lambda: jobs.annotated(checked.report),
            name,
            "text/csv",
            on_click="ignore",
            key="annotated",
        )


def _counts(checked: Checked, counted: Mapping[str, int]) -> Html:
    report, linked = checked.report, counted["linked"] + counted["repeated"]
    figures = [
        KeyFigure(say("figure-rows"), fmt.number(report.rows)),
        KeyFigure(say("figure-new-incidents"), fmt.number(counted["new"] - linked)),
        KeyFigure(say("figure-more-accounts"), fmt.number(linked)),
        KeyFigure(say("figure-updates"), fmt.number(report.updated)),
        KeyFigure(say("figure-already-here"), fmt.number(report.duplicates)),
        KeyFigure(say("figure-refused"), fmt.number(report.rejected_rows)),
        *(
            [KeyFigure(say("figure-left-out"), fmt.number(report.left_out))]
            if report.left_out
            else []
        ),
    ]
    if not linked:
        del figures[2]
    return parts.key_figures(figures, _meaning(checked))


def _meaning(checked: Checked) -> str:
    warned = checked.report.warned
    told = [say("check-warned", count=warned)] if warned else []
    if not checked.written:
        return fmt.sentences(*told)
    if checked.of_series:
        return fmt.sentences(*told, say("check-of-series", count=checked.of_series))
    return fmt.sentences(*told, say("check-not-counted"))


def _problems(checked: Checked) -> Html:
    problems = checked.report.problems
    if not problems:
        return Html("")
    columns = [
        TableColumn(say("heading-line"), numeric=True),
        TableColumn(say("heading-column")),
        TableColumn(say("heading-value"), phone=False),
        TableColumn(say("heading-what-is-wrong")),
        TableColumn(say("heading-what-to-do")),
        TableColumn(say("heading-row"), quiet=True),
    ]
    rows = [
        [
            str(item.line),
            item.column,
            item.value,
            fmt.together(item.rule),
            fmt.together(_remedy(item, checked.report.mapping)),
            say("check-row-refused" if item.severity == "error" else "check-row-kept"),
        ]
        for item in problems[:MOST_PROBLEMS]
    ]
    total = sum(checked.report.counted.values())
    is_cut = total > len(rows)
    note = say("check-first-problems", shown=MOST_PROBLEMS, count=total) if is_cut else ""
    table = parts.table(columns, rows, caption=say("check-problems"), note=note)
    return parts.scroll(table, is_wide=True)


def _remedy(problem: Problem, mapping: ColumnMap | None) -> str:
    """Say what mends a problem: in a mapped file the control of the mapper, before the cell."""
    fields = {theirs: ours for ours, theirs in mapping.columns} if mapping else {}
    field = fields.get(problem.column, problem.column)
    if mapping is None or problem.severity != "error":
        return problem.remedy
    if field == "event_type":
        return say("check-choose-a-kind", value=problem.value)
    return fmt.sentences(problem.remedy, say("check-another-column"))


def _changes(checked: Checked) -> Html:
    if not checked.report.updated:
        return Html("")
    found = changes(checked.report, MOST_PROBLEMS)
    columns = [
        TableColumn(say("heading-incident")),
        TableColumn(say("heading-field")),
        TableColumn(say("heading-before")),
        TableColumn(say("heading-after")),
    ]
    unknown = say("unknown")
    rows = [
        [row["incident_id"], row["column"], row["before"] or unknown, row["after"] or unknown]
        for row in queries.rows_of(found)
    ]
    return parts.scroll(parts.table(columns, rows, caption=say("check-updates")), is_wide=True)


def _map(checked: Checked) -> None:
    places = _places(checked.preview(MOST_DRAWN))
    deck = incident_deck(
        places,
        theme=viewer.theme(),
        basemap=load_basemap(cached.settings_now().reference_dir, cached.region()),
        window_end=checked.last_day or date.max,
        small=True,
        size=SIZE,
        scroll_zoom=False,
    )
    draw_map(sent_map(deck, places, viewer.theme()), "upload_map", SIZE, say("check-map"))


def _places(records: pd.DataFrame) -> pd.DataFrame:
    """Give each record a mark of its own, in the columns that the map draws."""
    return pd.DataFrame(
        {
            "geo_precision": records["geo_precision"],
            "admin1": records["admin1"],
            "admin2": records["admin2"],
            "location": records["location"],
            "latitude": records["latitude"],
            "longitude": records["longitude"],
            "incidents": 1,
            "killed": records["fatalities_best"],
            "killed_unknown": records["fatalities_best"].isna().astype(int),
            "first_date": records["event_date"],
            "last_date": records["event_date"],
            "event_type": records["event_type"],
        }
    ).reset_index(drop=True)


def _listed(checked: Checked) -> Html:
    columns = [
        TableColumn(say("heading-date"), whole=True),
        TableColumn(say("heading-place")),
        TableColumn(say("heading-located-in")),
        TableColumn(say("heading-killed"), numeric=True),
    ]
    rows = [
        [
            as_text.days(row),
            as_text.text(row["location"], say("check-not-stated")),
            as_text.text(row["admin1"], say("check-not-located")),
            as_text.killed(row),
        ]
        for row in queries.rows_of(checked.preview(MOST_LISTED))
    ]
    is_cut = checked.written > len(rows)
    note = say("check-first-added", shown=len(rows), count=checked.written) if is_cut else ""
    return parts.table(columns, rows, caption=say("check-added"), note=note)
