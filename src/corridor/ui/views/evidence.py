"""Incidents for and against a finding, and the absences that speak against it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

import pandas as pd
import streamlit as st

from corridor import queries
from corridor.filters import IncidentFilter
from corridor.findings import Finding
from corridor.ui import cached, cells, navigation, parts
from corridor.ui.parts import Html, TableColumn
from corridor.words import numbers as fmt

LISTS: Final = ("Supporting", "Contradicting", "Cited by the report")
MOST_LISTED: Final = 40


def show(finding: Finding, chosen: IncidentFilter) -> None:
    """Draw a finding's evidence; the filter narrows what is listed."""
    found = {
        LISTS[0]: finding.evidence.supporting,
        LISTS[1]: finding.evidence.contradicting,
        LISTS[2]: finding.evidence.cited,
    }
    counts = {name: len(rows) for name, rows in found.items()}
    picked = st.segmented_control(
        "Evidence",
        LISTS,
        default=LISTS[0] if counts[LISTS[0]] else LISTS[1],
        key=f"evidence-{finding.number}",
        format_func=lambda name: f"{name} ({counts[name]})",
        label_visibility="collapsed",
    )
    picked = picked or LISTS[0]
    rows = found[picked]
    listed = rows if picked == LISTS[2] else _inside(rows, chosen)
    told = [finding.spec.evidence_note]
    if len(listed) < len(rows):
        told.append(f"{len(listed)} of {len(rows)} match the filter and are listed.")
    parts.show(
        Html(f'<p class="cw-paper cw-legend-title">Evidence: {picked} ({counts[picked]})</p>'),
        parts.paragraph(" ".join(told), quiet=True),
        _evidence_table(listed, picked, chosen),
    )
    if picked == LISTS[1] and not finding.absences.empty:
        parts.show(_absences(finding))


def _inside(rows: pd.DataFrame, chosen: IncidentFilter) -> pd.DataFrame:
    kept = cached.answer(queries.list_incidents, chosen)
    ids = {name for names in kept["account_ids"] for name in names}
    return rows[rows["incident_id"].isin(ids)]


def _evidence_table(rows: pd.DataFrame, picked: str, chosen: IncidentFilter) -> Html:
    if rows.empty:
        return parts.paragraph(f"No incident is listed as {picked.casefold()}.", quiet=True)
    columns = [
        TableColumn("Date", whole=True),
        TableColumn("Place"),
        TableColumn("Why it is here"),
        TableColumn("Killed", numeric=True),
        TableColumn("Source", quiet=True, phone=False),
        TableColumn("Grade", quiet=True, phone=False),
        TableColumn("Place known", quiet=True, phone=False),
    ]
    listed = rows.head(MOST_LISTED)
    uploads = cached.answer(queries.uploads_of, tuple(map(str, listed["incident_id"])))
    body = [_evidence_row(row, chosen, uploads) for row in queries.rows_of(listed)]
    note = f"The newest {MOST_LISTED} of {len(rows)}." if len(rows) > MOST_LISTED else ""
    return parts.scroll(parts.table(columns, body, caption=f"{picked} incidents", note=note))


def _evidence_row(
    row: dict[str, Any], chosen: IncidentFilter, uploads: Mapping[str, str]
) -> list[str]:
    incident_id = str(row["incident_id"])
    href = navigation.href("incidents", chosen, [(navigation.INCIDENT, incident_id)])
    place = parts.link(cells.place(row), href)
    if incident_id in uploads:
        its_upload = replace(chosen, upload=uploads[incident_id])
        mark = parts.link("uploaded", navigation.href("incidents", its_upload))
        place = parts.lines(place, " · ", mark)
    judged = cells.text(row["judged"])
    return [
        cells.days(row),
        place,
        " ".join(filter(None, (cells.text(row["why"]), f"Judged: {judged}" if judged else ""))),
        cells.killed(row),
        cells.told_by(row),
        cells.text(row["source_grade"]) or "not graded",
        cells.precision(row),
    ]


def _absences(finding: Finding) -> Html:
    columns = [
        TableColumn("Where"),
        TableColumn("Period"),
        TableColumn("Days", numeric=True),
        TableColumn("Why it is here"),
    ]
    rows = [
        [
            str(row["label"]),
            fmt.days(row["first"], row["last"]),
            fmt.number(row["days"]),
            str(row["why"]),
        ]
        for row in queries.rows_of(finding.absences)
    ]
    return parts.lines(
        parts.section("Quiet periods that speak against it"),
        parts.scroll(parts.table(columns, rows, caption="Periods without incidents")),
    )
