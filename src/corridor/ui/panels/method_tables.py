"""What simulation says of the intervals: two tables of the page Method."""

from __future__ import annotations

from corridor.texts import held_text
from corridor.ui import parts
from corridor.ui.parts import Html, TableColumn
from corridor.words import say


def held() -> Html:
    """Draw how often each interval holds the truth."""
    columns = [
        TableColumn(say("method-figure"), strong=True),
        TableColumn(say("method-made"), phone=False),
        TableColumn(say("method-holds"), whole=True),
        TableColumn(say("method-held-before"), numeric=True, quiet=True),
    ]
    return parts.table(columns, held_text.held_rows(), caption=say("method-holds-caption"))


def power() -> Html:
    """Draw how often each part would get which verdict in worlds that are known."""
    columns = [
        TableColumn(say("method-figure"), strong=True),
        TableColumn(say("method-incidents-a-year"), numeric=True),
        TableColumn(say("method-compared-with"), numeric=True, phone=False),
        TableColumn(say("method-in-truth"), whole=True),
        TableColumn(say("method-right-from"), quiet=True, whole=True, phone=False),
        TableColumn(say("method-wrong-up-to"), quiet=True, whole=True, phone=False),
        TableColumn(say("method-verdicts-of-100")),
    ]
    return parts.table(columns, held_text.power_rows(), caption=say("method-power-caption"))
