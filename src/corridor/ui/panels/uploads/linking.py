"""Link two accounts that are here already: what it changes is told before, and once it is done."""

from __future__ import annotations

from typing import Final

import streamlit as st

from corridor import actions
from corridor.answers.outlook import Effect, Question, recording
from corridor.ingest.review.decisions import UnknownPairError, link_record
from corridor.people import Person
from corridor.store import StoreError
from corridor.texts.count_phrases import capital
from corridor.texts.effect_text import effect_texts
from corridor.ui import parts
from corridor.ui.frame import cached, signed_in, state
from corridor.ui.panels.uploads import outlook
from corridor.ui.parts import Html
from corridor.words import say

_DONE: Final = "linked_last"
_FIELDS: Final = ("link_one", "link_other", "link_reason")


def show(person: Person) -> None:
    """Ask which two, and link them when the person has seen what that changes."""
    with st.expander(say("link-title"), key="cw-linking"):
        _tell_last()
        if not person.may("link"):
            parts.show(signed_in.refusal("link"))
            return
        one, other = st.columns(2)
        first = one.text_input(say("link-one"), key="link_one", placeholder="MYLIST:7")
        second = other.text_input(say("link-other"), key="link_other", placeholder="UCDP:259081")
        reason = st.text_input(say("link-reason"), key="link_reason", max_chars=500)
        if first.strip() and second.strip() and reason.strip():
            _offer(first.strip(), second.strip(), reason, person)


def _offer(first: str, second: str, reason: str, person: Person) -> None:
    store = cached.store()
    try:
        record = link_record(store, first, second, reason)
        with st.spinner(say("working-out")):
            question = Question(state.current_filter(), cached.report(), state.current_as_of())
            found = recording(store, record, question)
    except (UnknownPairError, StoreError) as error:
        refused = say("link-refused", why=capital(str(error)))
        parts.show(parts.notice(parts.esc(refused)))
        return
    parts.show(*_told(found))
    st.button(
        say("link-them"),
        type="primary",
        key="link_them",
        on_click=_link,
        args=((first, second, reason), person, found),
    )


def _told(found: Effect) -> list[Html]:
    return [*(parts.paragraph(text) for text in effect_texts(found)), outlook.changed(found)]


def _link(said: tuple[str, str, str], person: Person, found: Effect) -> None:
    store = cached.store()
    try:
        actions.link(store, signed_in.person(person.name), link_record(store, *said))
    except (UnknownPairError, StoreError, actions.NotAllowedError) as error:
        st.toast(parts.plain(str(error)))
        return
    st.session_state[_DONE] = (said[:2], found)
    for key in _FIELDS:
        st.session_state[key] = ""


def _tell_last() -> None:
    """Say once what was linked and what it changed."""
    if _DONE in st.session_state:
        (first, second), found = st.session_state.pop(_DONE)
        title = say("link-done", one=first, other=second)
        parts.show(parts.success(parts.esc(title)), *_told(found))
