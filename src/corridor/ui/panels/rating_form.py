"""People rate the evidence otherwise than the rules do, or take back what they said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import streamlit as st

from corridor import actions, vocabulary
from corridor.findings import Report
from corridor.findings.judgements import Judgement
from corridor.findings.rivals import Rivals, cell
from corridor.people import Person
from corridor.store import Commit, Store
from corridor.texts import judgements_text, rivals_text
from corridor.ui import parts
from corridor.ui.frame import cached, signed_in
from corridor.ui.panels.judgement_form import LONGEST_REASON
from corridor.ui.parts import Html, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say

Write = Callable[[Store, Person, str, Judgement], Commit]


def form(report: Report, found: Rivals) -> None:
    """Show how people rate cells of the matrix, and offer to rate one or to withdraw."""
    if found.judged.standing:
        parts.show(_told(found))
    with st.expander(say("rivals-rate", count=len(found.judged.by_incident))):
        if not signed_in.may("judge"):
            parts.show(signed_in.refusal("judge"))
            return
        _rate(report, found)
        if found.judged.standing:
            _withdraw(report, found)


def _told(found: Rivals) -> Html:
    columns = [
        TableColumn(say("rivals-evidence")),
        TableColumn(say("judgements-says")),
        TableColumn(say("judgements-who")),
        TableColumn(say("judgements-why")),
    ]
    rows = [_row(found, each) for each in found.judged.standing]
    return parts.lines(
        parts.section(say("rivals-said")),
        parts.table(columns, rows, caption=say("rivals-said-caption")),
    )


def _row(found: Rivals, each: Judgement) -> list[str]:
    ruling = rivals_text.rating(each.ruling)
    if each.incident_id in found.judged.disputed:
        ruling = say("judgements-ruling-disputed", ruling=ruling)
    day = fmt.day(date.fromisoformat(each.recorded_at[:10]))
    author = judgements_text.author(each.recorded_by)
    return [
        _cell(found, each.incident_id),
        ruling,
        say("judgements-who-when", author=author, day=day),
        each.reason,
    ]


def _cell(found: Rivals, name: str) -> str:
    """Name a cell; one that the report no longer has by what it was stored under."""
    cells = {
        cell(item.slug, rival.slug): say(
            "rivals-cell", item=rivals_text.label(item), rival=rival.short
        )
        for item in found.items
        for rival in found.report.rivals
    }
    return cells.get(name, name)


def _rate(report: Report, found: Rivals) -> None:
    items, rivals = {item.slug: item for item in found.items}, {r.slug: r for r in report.rivals}
    with st.form("rate", border=False):
        left, middle, right, last = st.columns(4, gap="medium")
        item = left.selectbox(
            say("rivals-item"), list(items), key="rate-item",
            format_func=lambda slug: rivals_text.label(items[slug]),
        )  # fmt: skip
        rival = middle.selectbox(
            say("rivals-rival"), list(rivals), key="rate-rival",
            format_func=lambda slug: rivals[slug].short,
        )  # fmt: skip
        rating = right.selectbox(
            say("rivals-it-speaks"), list(vocabulary.RATINGS), key="rate-what",
            format_func=rivals_text.rating,
        )  # fmt: skip
        person = signed_in.ask_name(last, say("judge-name"), "rate-by")
        reason = st.text_input(say("judge-reason"), max_chars=LONGEST_REASON, key="rate-why")
        if st.form_submit_button(say("rivals-record")):
            said = Judgement(cell(str(item), str(rival)), str(rating), reason, "", "")
            _record(actions.rate, report, said, person)


def _withdraw(report: Report, found: Rivals) -> None:
    with st.form("withdraw-rating", border=False):
        left, right = st.columns((2, 1), gap="medium")
        said = left.selectbox(
            say("judgements-which"), found.judged.standing, key="unrate-what",
            format_func=lambda each: say(
                "judgements-one", author=judgements_text.author(each.recorded_by),
                incident=_cell(found, each.incident_id), ruling=rivals_text.rating(each.ruling),
            ),
        )  # fmt: skip
        person = signed_in.ask_name(right, say("judge-name"), "unrate-by")
        label = say("judgements-why-withdrawn")
        reason = st.text_input(label, max_chars=LONGEST_REASON, key="unrate-why")
        if st.form_submit_button(say("judgements-withdraw")) and said:
            taken = Judgement(said.incident_id, "", reason, "", "")
            _record(actions.withdraw_rating, report, taken, person)


def _record(write: Write, report: Report, said: Judgement, person: Person) -> None:
    try:
        write(cached.store(), person, report.slug, said)
    except (actions.JudgementError, actions.NotAllowedError) as error:
        parts.show(parts.notice(str(error)))
    else:
        st.rerun()
