"""Rows that repeat an account of their own source under another id: told, one choice for all."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st

from corridor.ingest.review.decisions import Decisions
from corridor.ingest.review.repeats import REPEATED, Repeated
from corridor.ingest.review.upload import Checked
from corridor.ui import parts
from corridor.ui.parts import TableColumn
from corridor.words import say

_SHOWN: Final = 10


def decide(checked: Checked, decisions: Decisions) -> Decisions:
    """Add to decisions what was chosen for the repeated rows of a file so far."""
    chosen: Repeated = st.session_state.get(_key(checked)) or "link"
    return replace(decisions, repeated=chosen)


def show(checked: Checked) -> None:
    """Draw how many there are, the first of them, and the choice."""
    if not checked.repeated:
        return
    parts.show(parts.paragraph(parts.rich(say("repeats-about", count=checked.repeated))))
    columns = [
        TableColumn(say("heading-line"), numeric=True),
        TableColumn(say("repeats-in-file")),
        TableColumn(say("pairs-here")),
    ]
    rows = [
        [str(row["line"]), row["incident_id"], row["account_id"]] for row in checked.repeats(_SHOWN)
    ]
    is_cut = checked.repeated > len(rows)
    note = say("check-first-added", shown=len(rows), count=checked.repeated) if is_cut else ""
    parts.show(parts.scroll(parts.table(columns, rows, note=note), is_wide=True))
    st.segmented_control(
        say("repeats-what-to-do"),
        REPEATED,
        default="link",
        required=True,
        format_func=lambda choice: say(f"repeats-decision-{choice}"),
        key=_key(checked),
    )


def _key(checked: Checked) -> str:
    return f"repeats-{checked.report.key}"
