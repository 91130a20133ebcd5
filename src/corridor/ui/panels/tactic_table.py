"""How it was done: incidents by tactic, and of how many the tactic is not known."""

from __future__ import annotations

from corridor import answers
from corridor.filter import IncidentFilter
from corridor.texts import tactics_text
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.ui.parts import Html, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.words.terms import term


def tactic_table(chosen: IncidentFilter) -> Html:
    """Show the tactics by their incidents; only the sentence where no account tells one."""
    found = cached.answer(answers.tactics, chosen)
    title = parts.section(tactics_text.known(found), tactics_text.unknown(found))
    if not found.tactics:
        return title
    columns = [
        TableColumn(say("heading-tactic")),
        TableColumn(say("heading-reported"), numeric=True),
        TableColumn(say("heading-tactic-coded"), numeric=True),
        TableColumn(say("heading-tactic-in-notes"), numeric=True, phone=False),
    ]
    rows = [
        [
            term(each.name),
            *map(fmt.number, (each.incidents, each.coded, each.incidents - each.coded)),
        ]
        for each in found.tactics
    ]
    note = say("tactics-note", version=found.word_list)
    body = parts.table(columns, rows, caption=say("tactics-caption"), note=note)
    return Html(f'<div class="cw-narrow">{parts.lines(title, body)}</div>')
