"""The history of the store, each upload with undo or redo."""

from __future__ import annotations

from typing import Final

import streamlit as st

from corridor import actions
from corridor.people import Person
from corridor.store import Commit, StoreError
from corridor.texts.effect_text import undo_texts
from corridor.texts.upload_text import adds, beside
from corridor.ui import parts
from corridor.ui.frame import cached, signed_in, state
from corridor.ui.panels.uploads import outlook
from corridor.ui.parts import Html
from corridor.words import has, say
from corridor.words import numbers as fmt
from corridor.words.numbers import day
from corridor.words.terms import slug

# Notes of the log that this program writes, in the words that it writes.
_NOTES: Final = {"shipped incidents": "note-shipped", "good rows only": "note-good-rows-only"}


def show(person: Person) -> None:
    """Draw the history, newest first; `person` undoes or redoes."""
    parts.show(parts.section(say("history-title"), say("history-note")))
    for commit in cached.store().history():
        with st.container(key=f"cw-commit-{commit.version}"):
            words, button = st.columns((5, 1), vertical_alignment="center")
            with words:
                parts.show(_told(commit))
            with button:
                change_button(commit, person)


def _told(commit: Commit) -> Html:
    note = say(_NOTES[commit.note]) if commit.note in _NOTES else commit.note
    about = " · ".join(word for word in (commit.file_name, _counted(commit), note) if word)
    title = say(
        "history-entry",
        what=parts.rich(f"**{_action(commit)}**"),
        state=_state(commit),
        day=day(commit.recorded_at.date()),
        time=f"{commit.recorded_at:%H:%M}",
        author=parts.esc(commit.author),
    )
    return parts.lines(
        parts.paragraph(Html(title)), parts.paragraph(f"{commit.commit_id} · {about}", quiet=True)
    )


def _counted(commit: Commit) -> str:
    if commit.action == "import" and not commit.undoes:
        return fmt.sentences(say("history-adds", what=adds(commit.counts)), *beside(commit.counts))
    return fmt.unit_list([_count(*item) for item in commit.counts.items() if item[1]])


def _count(name: str, number: int) -> str:
    """Say one of the counts of a commit: "2 retracted"; other programs may count otherwise."""
    kind = slug(name)
    if has(f"history-count-{kind}"):
        return say(f"history-count-{kind}", count=number)
    return f"{fmt.number(number)} {name}"


def _action(commit: Commit) -> str:
    name = commit.action.capitalize()
    if commit.undoes:
        return say("history-action-of", action=commit.action, of=commit.undone, name=name)
    return say("history-action", action=commit.action, name=name)


def _state(commit: Commit) -> str:
    if commit.live or commit.undoes:
        return "live"
    return "replaced" if commit.action == "seed" else "undone"


def change_button(commit: Commit, person: Person, place: str = "") -> None:
    """Offer to undo or redo a commit; an undo is asked about first. `place` tells buttons apart."""
    if commit.action == "seed" or not commit.brings_rows or not person.may("undo"):
        return
    if not commit.live:
        key = f"{place}Redo-{commit.commit_id}"
        st.button(say("redo"), key=key, on_click=_redo, args=(commit.commit_id, person))
    elif st.button(say("undo"), key=f"{place}Undo-{commit.commit_id}"):
        _ask(commit, person)


def _ask(commit: Commit, person: Person) -> None:
    """Say what an undo would do, and do it when the person says so."""
    file = commit.file_name
    name = (
        say("undo-of-file", action=commit.action, file=file)
        if file
        else say("undo-what", action=commit.action)
    )

    @st.dialog(parts.plain(say("undo-question", name=name)))
    def asked() -> None:
        with st.spinner(say("working-out")):
            told = _effect(commit, name)
        parts.show(*told)
        with st.container(horizontal=True):
            is_said = st.button(
                say("undo-it"), type="primary", key="undo-it", on_click=_undo, args=(commit, person)
            )
            if st.button(say("cancel"), key="keep-it") or is_said:
                st.rerun()  # closes the dialog

    asked()


def _effect(commit: Commit, name: str) -> list[Html]:
    try:
        found = cached.undoing(commit.commit_id, state.current_filter(), state.current_as_of())
    except StoreError as error:
        return [parts.notice(str(error))]
    texts = [parts.paragraph(text) for text in undo_texts(found, name)]
    note = say("undo-can-be-redone")
    return [*texts, outlook.changed(found), parts.paragraph(note, quiet=True)]


def _undo(commit: Commit, person: Person) -> None:
    try:
        actions.undo(cached.store(), signed_in.person(person.name), commit.commit_id)
    except (StoreError, actions.NotAllowedError) as error:
        st.toast(parts.plain(str(error)))


def _redo(commit_id: str, person: Person) -> None:
    try:
        actions.redo(cached.store(), signed_in.person(person.name), commit_id)
    except (StoreError, actions.NotAllowedError) as error:
        st.toast(parts.plain(str(error)))
