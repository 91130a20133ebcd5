"""The overview: the question answered, five findings, key figures, where, when, what changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from corridor import answers, queries, vocabulary
from corridor.filter import IncidentFilter
from corridor.texts import as_text, level_text, places_text, verdict_text
from corridor.ui import parts
from corridor.ui.frame import cached, navigation, state
from corridor.ui.panels import brief_files, graded_line, refused_reports, since_you_looked
from corridor.ui.panels import map_page as map_view
from corridor.ui.panels import timeline_page as timeline_view
from corridor.ui.panels.changes_table import most_changed
from corridor.ui.panels.finding_cards import card_row
from corridor.ui.panels.first_answers import first_answers
from corridor.ui.panels.key_figure_row import key_figures
from corridor.ui.panels.nothing_here import nothing_here
from corridor.ui.parts import Html, TableColumn
from corridor.words import say, terms

LATEST = 6


def show(chosen: IncidentFilter) -> None:
    """Draw the page for a filter."""
    as_of = state.current_as_of()
    since_you_looked.show(chosen, as_of)
    parts.show(
        parts.rule(), cached.kept(_headline, as_of), cached.kept(first_answers, chosen, as_of)
    )
    left, right = st.columns((6, 7), gap="medium")
    with left:
        parts.show(cached.kept(_so_what, as_of))
        brief_files.offer(chosen, as_of)
    with right:
        parts.show(cached.kept(key_figures, chosen))
    pinned = state.pinned_as_of()
    parts.show(
        _scope(chosen), graded_line.line(chosen, as_of), cached.kept(_cards, chosen, as_of, pinned)
    )
    if cached.summary(chosen).is_empty:
        parts.show(nothing_here(chosen, "overview"))
        return
    where, when = st.columns(2, gap="medium")
    with where:
        parts.show(cached.kept(_where, chosen))
        map_view.small(chosen)
    with when:
        parts.show(cached.kept(_when, chosen))
        timeline_view.small(chosen)
        parts.show(cached.kept(most_changed, chosen, pinned))
    parts.show(cached.kept(_latest, chosen, pinned))


def _headline(as_of: date) -> Html:
    report = cached.report()
    if report is None:
        return refused_reports.no_report()
    found = answers.headline(report, cached.findings(as_of))
    return parts.headline(verdict_text.answer_about(found), verdict_text.answer_headline(found))


def _so_what(as_of: date) -> Html:
    report = cached.report()
    if report is None:
        return Html("")
    found = answers.headline(report, cached.findings(as_of))
    told = [
        parts.rich(verdict_text.answer_figures(found)),
        parts.esc(found.coverage),
        parts.esc(verdict_text.answer_caution(found)),
    ]
    return parts.so_what(Html(" ".join(filter(None, told))))


def _cards(chosen: IncidentFilter, as_of: date, pinned: date | None) -> Html:
    findings, then = cached.findings(as_of), cached.findings(cached.report_date())
    return card_row(findings, then, chosen, pinned) if findings else Html("")


def _scope(chosen: IncidentFilter) -> Html:
    """Say what a narrower filter does not reach: the headline and the findings."""
    region = cached.region()
    if replace(chosen, date_from=None, date_to=None, compare="") == IncidentFilter(
        region.provinces
    ):
        return Html("")
    return parts.paragraph(
        parts.lines(
            parts.rich(say("overview-scope", region=region.short)),
            " ",
            parts.esc(say("overview-scope-shown", place=chosen.place())),
        )
    )


def _where(chosen: IncidentFilter) -> Html:
    told = places_text.where_most(cached.answer(answers.districts, chosen))
    return parts.section(told, say("overview-where-key"))


def _when(chosen: IncidentFilter) -> Html:
    return parts.section(level_text.months_in_words(cached.levels(chosen)))


def _latest(chosen: IncidentFilter, pinned: date | None) -> Html:
    incidents = cached.answer(queries.latest_incidents, chosen, LATEST)
    columns = [
        TableColumn(say("heading-date"), whole=True),
        TableColumn(say("heading-place")),
        TableColumn(say("heading-province"), phone=False),
        TableColumn(say("heading-type")),
        TableColumn(say("heading-between"), phone=False),
        TableColumn(say("heading-killed"), numeric=True),
        TableColumn(say("heading-placed"), quiet=True, phone=False),
    ]
    rows = [_incident_row(row, chosen, pinned) for row in queries.rows_of(incidents)]
    title = say("overview-latest")
    return parts.lines(parts.section(title), parts.table(columns, rows, caption=title))


def _incident_row(row: dict[str, Any], chosen: IncidentFilter, pinned: date | None) -> list[str]:
    # What is kept must not depend on what the session holds: the pinned day is handed on.
    opens = [*navigation.pin(pinned), (navigation.INCIDENT, str(row["incident_id"]))]
    href = navigation.href("incidents", chosen, opens)
    # What the measuring series does not tell says who does.
    marks = [as_text.source(row["source"]) if as_text.text(row["beside"]) else ""]
    marks += [say("uploaded") if row["is_uploaded"] else ""]
    marks += [say("provisional") if row["is_provisional"] else ""]
    mark = "".join(f" · {text}" for text in marks if text)
    return [
        as_text.days(row),
        parts.link(as_text.place(row) + mark, href),
        as_text.text(row["admin1"]) or terms.term(vocabulary.NOT_LOCATED),
        parts.event_type(row["event_type"]),
        as_text.actors(row),
        as_text.killed(row),
        as_text.precision(row),
    ]
