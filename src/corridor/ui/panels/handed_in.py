"""The rows of uploaded files that an incident was made of, as they were handed in."""

from __future__ import annotations

from typing import Final

import pandas as pd
import streamlit as st

from corridor import queries
from corridor.queries import HandedIn
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.ui.parts import Html, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say

_LONGEST: Final = 2000


def rows_as_handed_in(accounts: pd.DataFrame) -> None:
    """Draw the rows behind an incident's accounts, folded; nothing when all were shipped."""
    found = [
        item
        for incident_id in accounts["incident_id"]
        for item in cached.answer(queries.handed_in, str(incident_id))
    ]
    if not found:
        return
    with st.expander(say("handed-in-rows", count=len(found))):
        seen = set[str]()
        for item in found:
            parts.show(_version(item, is_earlier=item.incident_id in seen))
            seen.add(item.incident_id)


def _version(item: HandedIn, *, is_earlier: bool) -> Html:
    author, day = item.recorded_by, fmt.day(item.recorded_at)
    said = (
        say("handed-in-by", file=item.file_name, line=item.line, day=day, author=author)
        if author
        else say("handed-in", file=item.file_name, line=item.line, day=day)
    )
    told = [said, say("handed-in-earlier")] if is_earlier else [said]
    columns = (
        TableColumn(say("heading-column"), quiet=True),
        TableColumn(say("heading-the-file-says")),
    )
    rows = [(name, _shortened(text)) for name, text in item.cells.items()]
    caption = say("handed-in-caption", incident=item.incident_id)
    return parts.lines(
        parts.section(item.incident_id, fmt.sentences(*told)),
        parts.table(columns, rows, caption=caption),
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
