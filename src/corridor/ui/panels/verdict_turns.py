"""The days on which a finding's verdict changed, where somebody asks for them."""

from __future__ import annotations

from datetime import date

import streamlit as st

from corridor.answers import VerdictHistory
from corridor.filter import IncidentFilter
from corridor.findings import Finding
from corridor.findings.turning import Turn
from corridor.texts import verdict_history_text
from corridor.ui import parts
from corridor.ui.frame import cached, navigation, state
from corridor.ui.parts import Html, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say

MOST_LISTED = 24
TIPPED, ALL = "tipped", "all"


def show(finding: Finding, chosen: IncidentFilter) -> None:
    """Offer the days on which a verdict changed: they take seconds for the first time."""
    number = finding.number
    if not st.toggle(say("turned-title"), key=f"cw-turned-{number}"):
        return
    with st.spinner(say("turned-under-way", year=str(cached.region().history_from.year))):
        found = cached.verdict_history(number)
    parts.show(parts.paragraph(verdict_history_text.in_words(found)))
    if not found.turns:
        return
    counts = {TIPPED: len(found.tipped), ALL: len(found.turns)}
    shown = st.segmented_control(
        say("turned-shown"),
        list(counts),
        default=TIPPED if counts[TIPPED] else ALL,
        format_func=lambda name: say(f"turned-shown-{name}", count=counts[name]),
        key=f"turned-shown-{number}",
        label_visibility="collapsed",
    )
    is_all = shown == ALL
    parts.show(cached.kept(_table, number, is_all, chosen, state.pinned_as_of()))


def _table(number: int, is_all: bool, chosen: IncidentFilter, pinned: date | None) -> Html:
    found = cached.verdict_history(number)
    turns = (found.turns if is_all else found.tipped)[::-1]
    if not turns:
        return parts.paragraph(say("turned-none-tipped"), quiet=True)
    columns = [
        TableColumn(say("turned-day"), whole=True),
        TableColumn(say("turned-from-to")),
        TableColumn(say("turned-what")),
        TableColumn(""),
    ]
    body = [_row(found, turn, chosen, pinned) for turn in turns[:MOST_LISTED]]
    note = say("turned-newest", shown=MOST_LISTED, count=len(turns))
    return parts.scroll(
        parts.table(
            columns,
            body,
            caption=say("turned-caption", number=str(number)),
            note=note if len(turns) > MOST_LISTED else "",
        )
    )


def _row(
    found: VerdictHistory, turn: Turn, chosen: IncidentFilter, pinned: date | None
) -> list[str]:
    # What is kept must not depend on what the session holds: the pinned day is handed on.
    here = navigation.pin(pinned)
    incidents = [
        parts.link(
            verdict_history_text.incident(row),
            navigation.href(
                "incidents", chosen, [(navigation.INCIDENT, str(row["incident_id"])), *here]
            ),
        )
        for row in found.told(turn)
    ]
    that_day = [(navigation.FINDING, str(found.finding)), *navigation.pin(turn.day)]
    change = parts.lines(
        parts.verdict_badge(turn.before), f" {parts.esc(say('turned-arrow'))} ",
        parts.verdict_badge(turn.after),
    )  # fmt: skip
    return [
        fmt.day(turn.day),
        change,
        parts.lines(parts.esc(verdict_history_text.tipped(turn)), *_each(incidents)),
        parts.link(say("turned-see"), navigation.href("findings", chosen, that_day)),
    ]


def _each(incidents: list[Html]) -> list[Html]:
    return [Html(f"<br>{incident}") for incident in incidents]
