"""The history of the store, each upload with undo or redo."""

from __future__ import annotations

import streamlit as st

from corridor.figures.outlook import undo_texts
from corridor.figures.uploads import adds, beside
from corridor.store import Commit, StoreError
from corridor.ui import cached, parts, state
from corridor.ui.views.uploads import outlook
from corridor.words.numbers import day

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
        parts.section("History", "Newest first. Undo takes back a whole upload; Redo restores it.")
    )
    for commit in cached.store().history():
        with st.container(key=f"cw-commit-{commit.version}"):
            words, button = st.columns((5, 1), vertical_alignment="center")
            with words:
                parts.show(_told(commit))
            with button:
                change_button(commit, author)


def _told(commit: Commit) -> parts.Html:
    about = " · ".join(word for word in (commit.file_name, _counted(commit), commit.note) if word)
    when = f"{day(commit.recorded_at.date())} {commit.recorded_at:%H:%M} UTC"
    title = parts.lines(
        parts.rich(f"**{_action(commit)}**"),
        parts.esc(f"{_state(commit)}, {when}, {commit.author}"),
    )
    return parts.lines(
        parts.paragraph(title), parts.paragraph(f"{commit.commit_id} · {about}", quiet=True)
    )


def _counted(commit: Commit) -> str:
    if commit.action == "import" and not commit.undoes:
        return " ".join([f"{adds(commit.counts)}.", *beside(commit.counts)])
    return ", ".join(f"{number:,} {name}" for name, number in commit.counts.items() if number)


def _action(commit: Commit) -> str:
    if commit.undoes:
        return f"{commit.action.capitalize()} of {commit.undoes}"
    return WORDS.get(commit.action, commit.action.capitalize())


def _state(commit: Commit) -> str:
    if commit.live or commit.undoes:
        return ""
    return " (replaced by a newer release)" if commit.action == "seed" else " (undone)"


def change_button(commit: Commit, author: str, place: str = "") -> None:
    """Offer to undo or redo a commit; an undo is asked about first. `place` tells buttons apart."""
    if commit.action == "seed" or not commit.brings_rows:
        return
    if not commit.live:
        key = f"{place}Redo-{commit.commit_id}"
        st.button("Redo", key=key, on_click=_redo, args=(commit.commit_id, author))
    elif st.button("Undo", key=f"{place}Undo-{commit.commit_id}"):
        _ask(commit, author)


def _ask(commit: Commit, author: str) -> None:
    """Say what an undo would do, and do it when the person says so."""
    what = _action(commit).lower()
    name = f"Undo {what} of {commit.file_name}" if commit.file_name else f"Undo {what}"

    @st.dialog(parts.plain(f"{name}?"))
    def asked() -> None:
        with st.spinner("Working out what would change …"):
            told = _effect(commit, name)
        parts.show(*told)
        with st.container(horizontal=True):
            is_said = st.button(
                "Undo it", type="primary", key="undo-it", on_click=_undo, args=(commit, author)
            )
            if st.button("Cancel", key="keep-it") or is_said:
                st.rerun()  # closes the dialog

    asked()


def _effect(commit: Commit, name: str) -> list[parts.Html]:
    try:
        found = cached.undoing(commit.commit_id, state.current_filter(), state.current_as_of())
    except StoreError as error:
        return [parts.notice(str(error))]
    texts = [parts.paragraph(text) for text in undo_texts(found, name)]
    note = "You can restore it later with Redo."
    return [*texts, outlook.changed(found), parts.paragraph(note, quiet=True)]


def _undo(commit: Commit, author: str) -> None:
    try:
        cached.store().undo(commit.commit_id, author)
    except StoreError as error:
        st.toast(parts.plain(str(error)))


def _redo(commit_id: str, author: str) -> None:
    try:
        cached.store().redo(commit_id, author)
    except StoreError as error:
        st.toast(parts.plain(str(error)))
