"""An analyst's judgement on one incident for one finding: written like an upload, undoable."""

from __future__ import annotations

import streamlit as st

from corridor import actions, vocabulary
from corridor.findings import Finding
from corridor.findings.judgements import Judgement
from corridor.people import Person
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.words import say
from corridor.words.terms import term

LONGEST_REASON = 500


def form(report: str, finding: Finding) -> None:
    """Offer to overrule an incident of the evidence of a report's finding."""
    both = (finding.evidence.supporting, finding.evidence.contradicting)
    offered = [str(name) for rows in both for name in rows["incident_id"]]
    with st.expander(say("judge-title", count=len(finding.judged))):
        if not offered:
            parts.show(parts.paragraph(say("judge-none"), quiet=True))
            return
        with st.form(f"judge-{finding.number}", border=False):
            left, middle, right = st.columns(3, gap="medium")
            incident_id = left.selectbox(
                say("judge-incident"), offered, key=f"judge-id-{finding.number}"
            )
            ruling = middle.selectbox(
                say("judge-ruling"),
                vocabulary.RULINGS,
                format_func=term,
                key=f"judge-what-{finding.number}",
            )
            author = right.text_input(
                say("judge-name"), max_chars=80, key=f"judge-by-{finding.number}"
            )
            reason = st.text_input(
                say("judge-reason"), max_chars=LONGEST_REASON, key=f"judge-why-{finding.number}"
            )
            if st.form_submit_button(say("judge-record")):
                judged = Judgement(str(incident_id), str(ruling), reason.strip(), "", "")
                _record(report, finding, judged, Person(author.strip()))
        parts.show(parts.paragraph(say("judge-about"), quiet=True))


def _record(report: str, finding: Finding, judged: Judgement, person: Person) -> None:
    try:
        actions.judge(cached.store(), person, report, finding.number, judged)
    except actions.JudgementError as error:
        parts.show(parts.notice(str(error)))
    else:
        st.rerun()
