"""A release of a series: what it replaces and leaves out, and what has to be said of it first."""

from __future__ import annotations

import streamlit as st

from corridor.ingest.review.confirm import Choices
from corridor.ingest.review.coverage import Coverage
from corridor.ingest.review.decisions import Decided
from corridor.ingest.review.upload import Checked
from corridor.texts import release_text
from corridor.ui import parts
from corridor.ui.parts import TableColumn
from corridor.words import numbers as fmt
from corridor.words import say


def said(file_id: str) -> tuple[bool, bool]:
    """Give what was ticked so far: that it is a part of a release, that it is meant."""
    state = st.session_state
    return bool(state.get(_key("part", file_id))), bool(state.get(_key("sure", file_id)))


def show(checked: Checked, file_id: str, declared: tuple[Coverage, ...], decided: Decided) -> None:
    """Draw what the file does to what is here of its series, in the days that were declared."""
    found = checked.release(declared, is_part=said(file_id)[0])
    if found is None:
        return
    told = say(
        "release-of-file",
        headline=release_text.headline(found),
        counts=release_text.counts(found, decided.kept),
    )
    parts.show(parts.paragraph(parts.rich(told)))
    remarks = [str(text) for text in found.remarks()]
    if remarks:
        parts.show(parts.paragraph(parts.esc(fmt.sentences(*remarks)), quiet=True))
    rows = release_text.withdrawn(found, decided.kept)
    if not rows:
        return
    columns = [
        TableColumn(say("heading-incident")),
        TableColumn(say("heading-date"), whole=True),
        TableColumn(say("heading-place")),
        TableColumn(say("heading-killed"), numeric=True),
    ]
    total = len(found.records(decided.kept))
    note = say("check-first-problems", shown=len(rows), count=total) if total > len(rows) else ""
    caption = say("release-withdrawn-listed")
    parts.show(parts.paragraph(parts.esc(caption), quiet=True))
    parts.show(parts.scroll(parts.table(columns, rows, caption=caption, note=note), is_wide=True))


def ask(checked: Checked, file_id: str, declared: tuple[Coverage, ...]) -> bool:
    """Ask what has to be said before it is written; gives whether nothing is open."""
    is_part, is_sure = said(file_id)
    found = checked.release(declared, is_part=is_part)
    if found is None:
        return True
    if found.version:
        st.checkbox(say("release-part"), key=_key("part", file_id))
    asked = [parts.esc(str(text)) for text in found.questions()]
    if not asked:
        return True
    parts.show(parts.notice(say("release-asks"), asked))
    st.checkbox(say("release-sure"), key=_key("sure", file_id))
    return is_sure


def brings_anything(checked: Checked, choices: Choices) -> bool:
    """Say whether a release without a new row is to be written all the same."""
    found = checked.release(choices.coverage, is_part=choices.is_part)
    return found is not None and found.brings_anything


def withdrawn(checked: Checked, choices: Choices, decided: Decided) -> int:
    """Count what a release would withdraw; 0 of any other file."""
    found = checked.release(choices.coverage, is_part=choices.is_part)
    return len(found.records(decided.kept)) if found else 0


def _key(what: str, file_id: str) -> str:
    return f"release-{what}-{file_id}"
