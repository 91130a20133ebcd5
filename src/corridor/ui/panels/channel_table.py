"""Who reports the incidents of a filter: news channels, and what stands on one of them alone."""

from __future__ import annotations

from typing import Final

from corridor import answers
from corridor.answers import Channel
from corridor.filter import IncidentFilter
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.ui.parts import Html, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say

SHOWN: Final = 8


def channel_table(chosen: IncidentFilter) -> Html:
    """Show the channels that report most; nothing where no incident names one."""
    found = cached.answer(answers.channels, chosen)
    if not found.channels:
        return Html("")
    most = found.channels[0]
    told = say("channels-most", count=most.incidents, all=found.named, channel=most.name)
    columns = [
        TableColumn(say("heading-channel")),
        TableColumn(say("heading-reported"), numeric=True),
        TableColumn(say("heading-share"), numeric=True, phone=False),
        TableColumn(say("heading-reported-alone"), numeric=True),
    ]
    rows = [_row(each, found.named) for each in found.channels[:SHOWN]]
    notes = [
        say("channels-note"),
        say("channels-more", count=len(found.channels) - SHOWN)
        if len(found.channels) > SHOWN
        else "",
        say("channels-unnamed", count=found.unnamed) if found.unnamed else "",
    ]
    body = parts.lines(
        parts.section(told, say("channels-alone", count=most.alone, channel=most.name)),
        parts.table(
            columns, rows, caption=say("channels-caption"), note=" ".join(filter(None, notes))
        ),
    )
    # Few narrow columns: as wide as the window, nobody finds the number of a name.
    return Html(f'<div class="cw-narrow">{body}</div>')


def _row(each: Channel, named: int) -> list[str]:
    # Of a few incidents a percentage says nothing.
    share = fmt.percent(each.incidents / named) if named >= fmt.LOW_BASE else ""
    return [each.name, fmt.number(each.incidents), share, fmt.number(each.alone)]
