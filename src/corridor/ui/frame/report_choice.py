"""The report that is looked at: kept in session and address, chosen above the filter sentence."""

from __future__ import annotations

from typing import Final

import streamlit as st

from corridor.ui.frame import cached, state
from corridor.words import say

# The widget that people see; what the address carries is the name of the report's folder.
HERE: Final = "report_here"


def keep() -> None:
    """Draw the unseen field that binds the report to the address, before anything asks for it.

    A bound widget writes into the address what it shows, so that the one people see cannot be it.
    """
    first = cached.reports().first
    with st.container(key="cw-report-kept"):
        st.text_input(
            say("report-choice"),
            value=first.slug if first else "",
            key=state.REPORT,
            bind="query-params",
        )
    asked = st.session_state[state.REPORT]
    if first and asked not in cached.reports().usable:
        state.run_again_with(**{state.REPORT: first.slug})


def show() -> None:
    """Offer the reports that can be used, where there are several."""
    usable, report = cached.reports().usable, cached.report()
    if len(usable) < 2 or report is None:
        return
    st.session_state[HERE] = report.slug
    with st.container(key="cw-report"):
        st.selectbox(
            say("report-choice"),
            list(usable),
            format_func=_told,
            key=HERE,
            on_change=_chosen,
            label_visibility="collapsed",
        )


def _told(slug: str) -> str:
    report = cached.reports().usable[slug]
    return say("report-of-region", report=report.title, region=cached.region_of(report).name)


def _chosen() -> None:
    state.turn_to(cached.reports().usable[st.session_state[HERE]])
