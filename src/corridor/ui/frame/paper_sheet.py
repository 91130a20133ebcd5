"""What a sheet of paper carries besides the page: whose it is, what of, as of when, from when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

import streamlit as st

from corridor import vocabulary
from corridor.filter import IncidentFilter
from corridor.texts import as_text
from corridor.texts.count_phrases import capital
from corridor.ui import parts
from corridor.ui.frame import cached, state, viewer
from corridor.ui.parts import Html, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say, terms

# A filter of many words is cut in the margin; the whole sentence stands on the first sheet.
LONGEST: Final = 90
MOST_LISTED: Final = 400
# Signs that stand for the two numbers that the browser counts.
_PAGE: Final = "\ue001"
_PAGES: Final = "\ue002"


def sheet(name: str, title: str, chosen: IncidentFilter) -> None:
    """Head the first sheet and set the margins of all; nothing of it is seen on a screen."""
    printed = fmt.day(datetime.now().astimezone().date())
    stand = say(
        "paper-stand",
        day=fmt.day(state.current_as_of()),
        data=str(cached.data_state()[0]),
        printed=printed,
    )
    what = capital(chosen.describe())
    shown = what if len(what) <= LONGEST else f"{what[:LONGEST].rstrip()}…"
    st.html(_margins(f"{name} · {title}", shown, stand))
    theme = f"cw-{viewer.theme()}"
    parts.show(
        Html(
            f'<div class="cw-paper cw-paper-head {theme}"><strong>{parts.esc(name)}</strong> '
            f"{parts.esc(title)}<span>{parts.esc(stand)}</span></div>"
        )
    )


def _margins(left: str, right: str, foot: str) -> str:
    """Return the style of the sheet's margins; the browser counts the pages."""
    boxes = {
        "top-left": _quoted(left),
        "top-right": _quoted(right),
        "bottom-left": _quoted(foot),
        "bottom-right": _counted(say("paper-page", page=_PAGE, pages=_PAGES)),
    }
    body = "".join(f"@{box}{{content:{content}}}" for box, content in boxes.items())
    # The first sheet has a head of its own.
    first = '@page:first{margin-top:13mm;@top-left{content:""}@top-right{content:""}}'
    return f"<style>@page{{{body}}}{first}</style>"


def _quoted(text: str) -> str:
    """Return a text as a CSS string; a filter may hold any sign, and none must end the string."""
    safe = "".join(sign if sign.isalnum() or sign == " " else f"\\{ord(sign):x} " for sign in text)
    return f'"{safe}"'


def _counted(text: str) -> str:
    """Return a text as the content of a CSS box in which the browser counts the pages."""
    counters = {_PAGE: "counter(page)", _PAGES: "counter(pages)"}
    pieces = filter(None, re.split(f"([{_PAGE}{_PAGES}])", text))
    return " ".join(counters.get(piece) or _quoted(piece) for piece in pieces)


def incident_table(rows: Sequence[dict[str, Any]], total: int) -> Html:
    """List incidents for paper, where the grid of the screen shows the rows in view alone."""
    columns = (
        TableColumn(say("heading-date"), whole=True),
        TableColumn(say("heading-place")),
        TableColumn(say("heading-province")),
        TableColumn(say("heading-type")),
        TableColumn(say("heading-between")),
        TableColumn(say("heading-killed"), numeric=True),
        TableColumn(say("heading-placed")),
        TableColumn(say("heading-source")),
    )
    nowhere = terms.term(vocabulary.NOT_LOCATED)
    body = [
        [
            as_text.days(row), as_text.place(row), as_text.text(row["admin1"], nowhere),
            parts.event_type(row["event_type"]), as_text.actors(row), as_text.killed(row),
            as_text.precision(row), as_text.text(row["source"]),
        ]
        for row in rows
    ]  # fmt: skip
    note = say("paper-newest", shown=len(rows)) if len(rows) < total else ""
    listed = parts.table(columns, body, caption=say("paper-incidents"), note=note)
    return Html(f'<div class="cw-paper">{listed}</div>')
