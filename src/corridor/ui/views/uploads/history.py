"""The history of the store, each upload with undo or redo."""

from __future__ import annotations

import streamlit as st

from corridor.filters import day
from corridor.store import Commit, StoreError
from corridor.ui import cached, parts

WORDS = {
    "seed": "Shipped incidents",
    "import": "Upload",
    "judgement": "Judgement",
    "link": "Link",
    "retraction": "Retraction",
}


def show(author: str) -> None:
    """Draw the history, newest first; `author` is written into an undo or redo."""
    parts.show(
        parts.section("History", "Newest first. Undo takes a whole upload back; nothing is lost.")
    )
    for commit in cached.store().history():
        with st.container(key=f"cw-commit-{commit.version}"):
            words, button = st.columns((5, 1), vertical_alignment="center")
            with words:
                parts.show(_told(commit))
            with button:
                _button(commit, author)


def _told(commit: Commit) -> parts.Html:
    counts = ", ".join(f"{number:,} {name}" for name, number in commit.counts.items() if number)
    about = " · ".join(word for word in (commit.file_name, counts, commit.note) if word)
    when = f"{day(commit.recorded_at.date())} {commit.recorded_at:%H:%M} UTC"
    title = parts.lines(
        parts.rich(f"**{_action(commit)}**"),
        parts.esc(f"{_state(commit)}, {when}, {commit.author}"),
    )
    return parts.lines(
        parts.paragraph(title), parts.paragraph(f"{commit.commit_id} · {about}", quiet=True)
    )


def _action(commit: Commit) -> str:
    if commit.undoes:
        return f"{commit.action.capitalize()} of {commit.undoes}"
    return WORDS.get(commit.action, commit.action.capitalize())


def _state(commit: Commit) -> str:
    if commit.live or commit.undoes:
        return ""
    return " (replaced by a newer release)" if commit.action == "seed" else " (undone)"


def _button(commit: Commit, author: str) -> None:
    if commit.action == "seed" or not commit.brings_rows:
        return
    action = "Undo" if commit.live else "Redo"
    st.button(
        action,
        key=f"{action}-{commit.commit_id}",
        on_click=_change,
        args=(commit.commit_id, action, author),
    )


def _change(commit_id: str, action: str, author: str) -> None:
    change = cached.store().undo if action == "Undo" else cached.store().redo
    try:
        change(commit_id, author)
    except StoreError as error:
        st.toast(parts.plain(str(error)))
