"""Incidents for and against a finding, and the absences that speak against it."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace
from datetime import date
from typing import Any, Final

import pandas as pd
import streamlit as st

from corridor import queries
from corridor.filter import IncidentFilter
from corridor.filter.selection import KEY, Selection, Term
from corridor.findings import Finding
from corridor.texts import as_text
from corridor.ui import parts
from corridor.ui.frame import cached, navigation, selecting, state
from corridor.ui.parts import Html, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say

LISTS: Final = ("supporting", "contradicting", "cited")
MOST_LISTED: Final = 40


def show(finding: Finding, chosen: IncidentFilter) -> None:
    """Draw a finding's evidence; the filter narrows what is listed."""
    counts = {name: len(rows) for name, rows in _lists(finding).items()}
    picked = st.segmented_control(
        say("evidence"),
        LISTS,
        default=LISTS[0] if counts[LISTS[0]] else LISTS[1],
        key=f"evidence-{finding.number}",
        format_func=lambda name: say("evidence-tab", list=name, count=counts[name]),
        label_visibility="collapsed",
    )
    picked = picked or LISTS[0]
    pinned, asked = state.pinned_as_of(), selecting.selection()
    parts.show(cached.kept(_told, finding.number, finding.as_of, picked, (chosen, pinned), asked))
    if picked == LISTS[1] and not finding.absences.empty:
        parts.show(cached.kept(_absences, finding.number, finding.as_of))


def _lists(finding: Finding) -> dict[str, pd.DataFrame]:
    found = finding.evidence
    return dict(zip(LISTS, (found.supporting, found.contradicting, found.cited), strict=True))


def _told(
    number: int, as_of: date, picked: str, links: tuple[IncidentFilter, date | None],
    asked: Selection,
) -> Html:  # fmt: skip
    """List what a finding has in one of its lists within a filter; what is selected is marked."""
    chosen, pinned = links
    finding = cached.finding(number, as_of)
    rows = _lists(finding)[picked]
    listed = rows if picked == LISTS[2] else _inside(rows, chosen)
    told = [finding.spec.evidence_note]
    if len(listed) < len(rows):
        told.append(say("evidence-in-filter", listed=len(listed), count=len(rows)))
    if picked == LISTS[2] and finding.not_here:
        ids = fmt.unit_list(finding.not_here)
        told.append(say("evidence-not-here", count=len(finding.not_here), ids=ids))
    title = say("evidence-title", list=picked, count=len(rows))
    return parts.lines(
        Html(f'<p class="cw-paper cw-legend-title">{parts.esc(title)}</p>'),
        parts.paragraph(
            parts.lines(parts.esc(fmt.sentences(*told)), " ", _on_the_map(finding, picked, chosen)),
            quiet=True,
        ),
        _evidence_table(listed, picked, chosen, pinned, _selected(chosen, asked, as_of)),
    )


def _on_the_map(finding: Finding, picked: str, chosen: IncidentFilter) -> Html:
    """Link to the map of the finding's own days, with the incidents of a list selected there."""
    rows = _lists(finding)[picked]
    if rows.empty:
        return Html("")
    told = pd.to_datetime(rows["event_date"]).dt.date
    first, last = min(finding.days[0], *told), max(finding.days[1], *told)
    term = Term("finding", f"{finding.slug}/{picked}")
    extra = [(KEY, str(term)), *navigation.pin(finding.as_of)]
    window = replace(chosen, date_from=first, date_to=last)
    label = say("evidence-on-the-map", days=fmt.days(first, last))
    return parts.link(label, navigation.href("map", window, extra))


def _selected(chosen: IncidentFilter, asked: Selection, as_of: date) -> Set[str]:
    """Return the ids of all accounts of what is selected."""
    if not asked:
        return frozenset()
    picked = set(selecting.meant(chosen, asked, as_of).ids)
    kept = cached.answer(queries.list_incidents, chosen)
    of_picked = kept["account_ids"][kept["incident_id"].isin(picked)]
    return frozenset(name for names in of_picked for name in names)


def _inside(rows: pd.DataFrame, chosen: IncidentFilter) -> pd.DataFrame:
    kept = cached.answer(queries.list_incidents, chosen)
    ids = {name for names in kept["account_ids"] for name in names}
    return rows[rows["incident_id"].isin(ids)]


def _evidence_table(
    rows: pd.DataFrame, picked: str, chosen: IncidentFilter, pinned: date | None,
    selected: Set[str],
) -> Html:  # fmt: skip
    if rows.empty:
        return parts.paragraph(say("evidence-none", list=picked), quiet=True)
    columns = [
        TableColumn(say("heading-date"), whole=True),
        TableColumn(say("heading-place")),
        TableColumn(say("heading-why-here")),
        TableColumn(say("heading-killed"), numeric=True),
        TableColumn(say("heading-source"), quiet=True, phone=False),
        TableColumn(say("heading-grade"), quiet=True, phone=False),
        TableColumn(say("heading-place-known"), quiet=True, phone=False),
    ]
    listed = rows.head(MOST_LISTED)
    ids = tuple(map(str, listed["incident_id"]))
    uploads = cached.answer(queries.uploads_of, ids)
    grades = cached.answer(queries.grades_by_id, ids)
    listed = listed.merge(grades, how="left", on="incident_id")
    body = [_evidence_row(row, chosen, pinned, uploads) for row in queries.rows_of(listed)]
    is_cut = len(rows) > MOST_LISTED
    note = say("evidence-newest", shown=MOST_LISTED, count=len(rows)) if is_cut else ""
    caption = say("evidence-caption", list=picked)
    marked = [at for at, name in enumerate(listed["incident_id"]) if name in selected]
    return parts.scroll(parts.table(columns, body, caption=caption, note=note, picked=marked))


def _evidence_row(
    row: dict[str, Any], chosen: IncidentFilter, pinned: date | None, uploads: Mapping[str, str]
) -> list[str]:
    incident_id = str(row["incident_id"])
    # What is kept must not depend on what the session holds: the pinned day is handed on.
    day = navigation.pin(pinned)
    href = navigation.href("incidents", chosen, [(navigation.INCIDENT, incident_id), *day])
    place = parts.link(as_text.place(row), href)
    if incident_id in uploads:
        its_upload = replace(chosen, upload=uploads[incident_id])
        mark = parts.link(say("evidence-uploaded"), navigation.href("incidents", its_upload, day))
        place = parts.lines(place, " · ", mark)
    judged = as_text.text(row["judged"])
    return [
        as_text.days(row),
        place,
        fmt.sentences(
            as_text.text(row["why"]), say("evidence-judged", by=judged) if judged else ""
        ),
        as_text.killed(row),
        as_text.told_by(row),
        str(row["resolved_grade"]),
        as_text.precision(row),
    ]


def _absences(number: int, as_of: date) -> Html:
    columns = [
        TableColumn(say("heading-where")),
        TableColumn(say("heading-period")),
        TableColumn(say("heading-days"), numeric=True),
        TableColumn(say("heading-why-here")),
    ]
    rows = [
        [
            str(row["label"]),
            fmt.days(row["first"], row["last"]),
            fmt.number(row["days"]),
            str(row["why"]),
        ]
        for row in queries.rows_of(cached.finding(number, as_of).absences)
    ]
    return parts.lines(
        parts.section(say("evidence-quiet-periods")),
        parts.scroll(parts.table(columns, rows, caption=say("evidence-without-incidents"))),
    )
