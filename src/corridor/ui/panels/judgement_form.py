"""What people say of a finding's incidents: judge one, see it otherwise, withdraw, take a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from corridor import actions, answers, vocabulary
from corridor.exchange.counts import counts_csv
from corridor.findings import Finding, Report
from corridor.findings.judgements import Judged, Judgement
from corridor.people import Person
from corridor.store import Commit, Store
from corridor.texts import judgements_text
from corridor.ui import parts
from corridor.ui.frame import cached, signed_in
from corridor.ui.parts import Html, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.words.terms import term

LONGEST_REASON = 500
# So many incidents have a button of their own; others are chosen in the form.
MOST_BUTTONS = 6

Write = Callable[[Store, Person, str, int, Judgement], Commit]


def form(report: str, finding: Finding) -> None:
    """Show what people judged, and offer to judge an incident of a report's finding."""
    judged = finding.judged
    if judged.standing:
        parts.show(_told(finding))
        _otherwise(finding)
    title = say("judge-title", count=len(judged.by_incident))
    with st.expander(title, expanded=bool(st.session_state.get(_open(finding)))):
        if not signed_in.may("judge"):
            parts.show(signed_in.refusal("judge"))
            return
        _judge(report, finding)
        if judged.standing:
            _withdraw(report, finding)


def export(report: Report, findings: tuple[Finding, ...]) -> None:
    """Offer everything that people judged of a report as a file, where there is something."""
    if any(each.judged.standing or each.judged.withdrawn for each in findings):
        st.download_button(
            say("judgements-csv"),
            data=partial(_csv, report),
            file_name="corridor-watch-judgements.csv",
            mime="text/csv",
            on_click="ignore",
            key="save-judgements",
        )


def _csv(report: Report) -> bytes:
    return counts_csv([each.as_json() for each in answers.judgements(cached.store(), report)])


def _open(finding: Finding) -> str:
    return f"cw-judge-open-{finding.number}"


def _told(finding: Finding) -> Html:
    """List who says what of which incident, those that are disputed first."""
    judged = finding.judged
    columns = [
        TableColumn(say("judgements-incident")),
        TableColumn(say("judgements-says")),
        TableColumn(say("judgements-who")),
        TableColumn(say("judgements-why")),
    ]
    ordered = sorted(judged.by_incident, key=lambda key: key not in judged.disputed)
    rows = [_row(judged, each) for key in ordered for each in judged.by_incident[key]]
    return parts.lines(
        parts.section(say("judgements-title")),
        parts.paragraph(parts.esc(judgements_text.verdicts(finding))),
        parts.table(columns, rows, caption=say("judgements-caption")),
    )


def _row(judged: Judged, each: Judgement) -> list[str]:
    ruling = term(each.ruling)
    if judged.key(each.incident_id) in judged.disputed:
        ruling = say("judgements-ruling-disputed", ruling=ruling)
    author = judgements_text.author(each.recorded_by)
    day = fmt.day(date.fromisoformat(each.recorded_at[:10]))
    who = say("judgements-who-when", author=author, day=day)
    return [each.incident_id, ruling, who, each.reason]


def _otherwise(finding: Finding) -> None:
    """Offer to say something else of an incident that somebody judged."""
    with st.container(horizontal=True):
        for key in list(finding.judged.by_incident)[-MOST_BUTTONS:]:
            st.button(
                say("judgements-otherwise", incident=key),
                key=f"cw-otherwise-{finding.number}-{key}",
                on_click=_see_otherwise,
                args=(finding, key),
            )


def _see_otherwise(finding: Finding, incident_id: str) -> None:
    st.session_state[f"judge-id-{finding.number}"] = incident_id
    st.session_state[_open(finding)] = True


def _judge(report: str, finding: Finding) -> None:
    both = (finding.evidence.supporting, finding.evidence.contradicting)
    listed = [str(name) for rows in both for name in rows["incident_id"]]
    offered = list(dict.fromkeys([*listed, *finding.judged.by_incident]))
    if not offered:
        parts.show(parts.paragraph(say("judge-none"), quiet=True))
        return
    number = finding.number
    with st.form(f"judge-{number}", border=False):
        left, middle, right = st.columns(3, gap="medium")
        incident_id = left.selectbox(say("judge-incident"), offered, key=f"judge-id-{number}")
        ruling = middle.selectbox(
            say("judge-ruling"), vocabulary.RULINGS, format_func=term, key=f"judge-what-{number}"
        )
        person = signed_in.ask_name(right, say("judge-name"), f"judge-by-{number}")
        reason = st.text_input(
            say("judge-reason"), max_chars=LONGEST_REASON, key=f"judge-why-{number}"
        )
        if st.form_submit_button(say("judge-record")):
            judged = Judgement(str(incident_id), str(ruling), reason, "", "")
            _record(actions.judge, report, finding, judged, person)
    parts.show(parts.paragraph(say("judge-about"), quiet=True))


def _withdraw(report: str, finding: Finding) -> None:
    number, standing = finding.number, finding.judged.standing
    with st.form(f"withdraw-{number}", border=False):
        left, right = st.columns((2, 1), gap="medium")
        said = left.selectbox(
            say("judgements-which"), standing, format_func=_one, key=f"withdraw-what-{number}"
        )
        person = signed_in.ask_name(right, say("judge-name"), f"withdraw-by-{number}")
        reason = st.text_input(
            say("judgements-why-withdrawn"),
            max_chars=LONGEST_REASON,
            key=f"withdraw-why-{number}",
        )
        if st.form_submit_button(say("judgements-withdraw")) and said:
            taken = Judgement(said.incident_id, "", reason, "", "")
            _record(actions.withdraw, report, finding, taken, person)


def _one(said: Judgement) -> str:
    author = judgements_text.author(said.recorded_by)
    return say("judgements-one", author=author, incident=said.incident_id, ruling=term(said.ruling))


def _record(write: Write, report: str, finding: Finding, judged: Judgement, person: Person) -> None:
    try:
        write(cached.store(), person, report, finding.number, judged)
    except (actions.JudgementError, actions.NotAllowedError) as error:
        parts.show(parts.notice(str(error)))
    else:
        st.session_state[_open(finding)] = False
        st.rerun()
