"""The rows of uploaded files that an incident was made of, as they were handed in."""

from __future__ import annotations

from typing import Final

import pandas as pd
import streamlit as st

from corridor import queries
from corridor.queries import HandedIn
from corridor.ui import cached, parts
from corridor.ui.parts import Html, TableColumn
from corridor.words import numbers as fmt

_COLUMNS: Final = (TableColumn("Column", quiet=True), TableColumn("The file says"))
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
    with st.expander(f"{fmt.plural(len(found), 'row')} as handed in"):
        seen = set[str]()
        for item in found:
            parts.show(_version(item, is_earlier=item.incident_id in seen))
            seen.add(item.incident_id)


def _version(item: HandedIn, *, is_earlier: bool) -> Html:
    by = f" by {item.recorded_by}" if item.recorded_by else ""
    earlier = " An earlier version: it is kept and no longer counted." if is_earlier else ""
    said = (
        f"{item.file_name}, line {item.line:,}, written {fmt.day(item.recorded_at)}{by}.{earlier}"
    )
    rows = [(name, _shortened(text)) for name, text in item.cells.items()]
    caption = f"{item.incident_id} as handed in"
    return parts.lines(
        parts.section(item.incident_id, said), parts.table(_COLUMNS, rows, caption=caption)
    )


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
