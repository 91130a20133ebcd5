"""Incidents whose accounts disagree, with what each account says, side by side."""

from __future__ import annotations

from typing import Final

from corridor import answers
from corridor.answers import Disagreement
from corridor.filter import IncidentFilter
from corridor.texts import as_text, disagreement_text
from corridor.ui import parts
from corridor.ui.frame import cached, navigation
from corridor.ui.parts import Html, TableColumn
from corridor.words import say

SHOWN: Final = 8


def disagreement_table(chosen: IncidentFilter, listed: IncidentFilter) -> Html:
    """Show those of what is `listed`, newest first; nothing where none has several accounts.

    Links keep the filter `chosen`.
    """
    found = cached.answer(answers.disagreements, listed)
    if not found.compared:
        return Html("")
    title = parts.section(disagreement_text.told(found), disagreement_text.by_fact(found))
    if not found.incidents:
        return title
    columns = [
        TableColumn(say("heading-date"), whole=True, phone=False),
        TableColumn(say("heading-place"), strong=True),
        TableColumn(say("heading-disputed")),
        TableColumn(say("heading-counted-account")),
        TableColumn(say("heading-other-accounts")),
    ]
    rows = [row for each in found.incidents[:SHOWN] for row in _rows(each, chosen)]
    more = len(found.incidents) - SHOWN
    note = say("disagreements-more", count=more) if more > 0 else say("disagreements-note")
    return parts.lines(
        title, parts.table(columns, rows, caption=say("disagreements-caption"), note=note)
    )


def _rows(incident: Disagreement, chosen: IncidentFilter) -> list[list[str]]:
    first = incident.accounts[0]
    opened = [(navigation.INCIDENT, incident.incident_id)]
    place = parts.link(as_text.place(first), navigation.href("incidents", chosen, opened))
    when = as_text.days(first)
    return [
        [when if at == 0 else "", place if at == 0 else "", say(f"disputed-{fact}"),
         *disagreement_text.sides(incident, fact)]
        for at, fact in enumerate(incident.facts)
    ]  # fmt: skip
