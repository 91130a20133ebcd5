"""A series of one's own: which series there are, and a source of an upload declared as one."""

from __future__ import annotations

from typing import Final

import streamlit as st

from corridor import actions, answers, packs, queries, schema
from corridor.answers.held_series import HeldSeries
from corridor.ingest.review.own_series import (
    DeclarationError,
    Declared,
    places_of,
    records,
    spans_of,
)
from corridor.people import Person
from corridor.store import StoreError
from corridor.texts.count_phrases import capital
from corridor.ui import parts
from corridor.ui.frame import cached, signed_in
from corridor.ui.parts import TableColumn
from corridor.words import numbers as fmt
from corridor.words import say

_DONE: Final = "declared_last"
# The fields of the form, with the most letters of each.
_TEXTS: Final = {"title": 300, "entry": 500, "days": 500, "places": 300, "licence": 300,
                 "attribution": 500}  # fmt: skip


def show(person: Person) -> None:
    """List the series, and ask what a source of an upload is, to declare it as one."""
    with st.expander(say("declare-heading"), key="cw-declaring"):
        if done := st.session_state.pop(_DONE, ""):
            parts.show(parts.success(parts.esc(say("declare-done", source=done))))
        found = cached.answer(answers.held_series)
        parts.show(_listed(found))
        if refused := packs.refused_series():
            faults = [parts.esc(str(why)) for why in refused.values()]
            parts.show(parts.notice(say("series-refused", count=len(faults)), faults))
        sources = queries.rows_of(cached.answer(queries.list_sources))
        offered = [str(row["source"]) for row in sources if row["role"] == "upload"]
        if not offered:
            parts.show(parts.paragraph(say("declare-none-here"), quiet=True))
            return
        if person.may("upload"):
            _ask(offered, person)
        else:
            parts.show(signed_in.refusal("upload"))


def _listed(found: tuple[HeldSeries, ...]) -> parts.Html:
    columns = [
        TableColumn(capital(say("held-source")), strong=True),
        TableColumn(capital(say("held-entry")), phone=False),
        TableColumn(capital(say("held-covers"))),
        TableColumn(capital(say("held-accounts")), numeric=True),
    ]
    rows = [
        [
            item.code,
            item.entry,
            say(f"measures-{item.why_not}") if item.why_not else fmt.unit_list(
                [fmt.days(*pair) for pair in item.covers.pairs]
            ),
            fmt.number(item.accounts),
        ]
        for item in found
    ]  # fmt: skip
    return parts.table(columns, rows, caption=say("declare-list"))


def _ask(offered: list[str], person: Person) -> None:
    parts.show(parts.paragraph(say("declare-about")))
    code = st.selectbox(say("declare-which"), offered, index=None, key="declare_code")
    if code is None:
        return
    said = {
        name: st.text_input(
            say(f"declare-field-{name}"),
            key=f"declare_{name}",
            max_chars=most,
            help=say("declare-days-help") if name == "days" else None,
        )
        for name, most in _TEXTS.items()
    }
    needed = st.radio(
        say("declare-death"), ("yes", "no"), index=None, horizontal=True, key="declare_death",
        format_func=lambda word: say(f"declare-death-{word}"),
    )  # fmt: skip
    grades = schema.column("source_grade").choices
    grade = st.selectbox(say("declare-grade"), grades, index=None, key="declare_grade")
    death = None if needed is None else needed == "yes"
    if st.button(say("declare-it"), type="primary", key="declare_it"):
        _declare((code, said, death, grade or ""), person)


def _declare(asked: tuple[str, dict[str, str], bool | None, str], person: Person) -> None:
    code, said, death, grade = asked
    store = cached.store()
    try:
        declared = Declared(
            code, said["title"], said["entry"], death, spans_of(said["days"]),
            places_of(said["places"]), licence=said["licence"], attribution=said["attribution"],
            grade=grade,
        )  # fmt: skip
        actions.declare(store, person, records(store, declared))
    except (DeclarationError, StoreError, actions.NotAllowedError) as error:
        parts.show(parts.notice(parts.esc(str(error))))
        return
    st.session_state[_DONE] = code
    st.rerun()
