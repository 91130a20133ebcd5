"""What the sources of a file cover, asked before it is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

import streamlit as st

from corridor.ingest.checks.dates import EARLIEST
from corridor.ingest.review.coverage import Coverage
from corridor.ingest.review.upload import Checked
from corridor.ui import parts
from corridor.ui.frame import state
from corridor.words import say

# A list of lists would be a questionnaire: more sources keep the file's own span.
_MOST: Final = 3


def said(checked: Checked) -> tuple[Coverage, ...]:
    """Return what was declared so far, before it is asked for further down the page."""
    state, key = st.session_state, checked.report.key
    return tuple(
        replace(
            item,
            first=state.get(f"from-{key}-{at}", item.first),
            last=state.get(f"to-{key}-{at}", item.last),
            places=state.get(f"places-{key}-{at}", "").strip() or item.places,
        )
        for at, item in enumerate(checked.coverage)
    )


def ask(checked: Checked) -> tuple[Coverage, ...]:
    """Ask for each source; gives what was declared, faulty or not (see `Coverage.problem`)."""
    found = checked.coverage
    if not found:
        return ()
    parts.show(parts.paragraph(parts.rich(say("coverage-about"))))
    if len(found) > _MOST:
        more = say("coverage-more", count=len(found) - _MOST)
        parts.show(parts.paragraph(more, quiet=True))
    key = checked.report.key
    asked = tuple(_ask(item, f"{key}-{at}") for at, item in enumerate(found[:_MOST]))
    problems = [parts.esc(problem) for item in asked if (problem := item.problem())]
    if problems:
        parts.show(parts.notice(say("coverage-not-valid"), problems))
    return (*asked, *found[_MOST:])


def _ask(item: Coverage, key: str) -> Coverage:
    left, middle, right = st.columns((2, 2, 3))
    first = left.date_input(
        say("coverage-from", source=parts.plain(item.source)),
        item.first,
        min_value=EARLIEST,
        max_value=item.first_row,
        format=state.DATE_FORMAT,
        key=f"from-{key}",
    )
    last = middle.date_input(
        say("coverage-to"),
        item.last,
        min_value=item.last_row,
        max_value=max(item.last, datetime.now(UTC).date()),
        format=state.DATE_FORMAT,
        key=f"to-{key}",
    )
    places = right.text_input(say("coverage-in"), item.places, key=f"places-{key}", max_chars=200)
    return replace(item, first=first, last=last, places=places.strip() or item.places)
