"""An analyst's judgement on one incident for one finding: written like an upload, undoable."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from corridor import vocabulary
from corridor.findings import Finding
from corridor.store import Commit
from corridor.ui import cached, parts

LONGEST_REASON = 500


def form(finding: Finding) -> None:
    """Offer to overrule an incident of a finding's evidence."""
    both = (finding.evidence.supporting, finding.evidence.contradicting)
    offered = [str(name) for rows in both for name in rows["incident_id"]]
    with st.expander(f"Judge an incident ({len(finding.judged)} judged by people)"):
        if not offered:
            parts.show(parts.paragraph("There is no incident to judge.", quiet=True))
            return
        with st.form(f"judge-{finding.number}", border=False):
            left, middle, right = st.columns(3, gap="medium")
            incident_id = left.selectbox("Incident", offered, key=f"judge-id-{finding.number}")
            ruling = middle.selectbox(
                "This incident", vocabulary.RULINGS, key=f"judge-what-{finding.number}"
            )
            author = right.text_input("Your name", max_chars=80, key=f"judge-by-{finding.number}")
            reason = st.text_input(
                "Reason", max_chars=LONGEST_REASON, key=f"judge-why-{finding.number}"
            )
            if st.form_submit_button("Record the judgement"):
                _record(finding, str(incident_id), str(ruling), reason.strip(), author.strip())
        parts.show(
            parts.paragraph(
                "A judgement moves the incident between the lists and shows the figure with and "
                "without it. It never changes the verdict. Undo it in the history of uploads.",
                quiet=True,
            )
        )


def _record(finding: Finding, incident_id: str, ruling: str, reason: str, author: str) -> None:
    if not reason or not author:
        parts.show(parts.notice("A judgement needs a reason and a name. Nothing was saved."))
        return
    record = {
        "record_kind": "judgement",
        "incident_id": incident_id,
        "report": cached.report().slug,
        "finding": finding.number,
        "ruling": ruling,
        "reason": reason,
    }
    note = f"finding {finding.number}: {incident_id} {ruling}"
    cached.store().commit(
        pd.DataFrame([record]), Commit("", "judgement", author, counts={"new": 1}, note=note)
    )
    st.rerun()
