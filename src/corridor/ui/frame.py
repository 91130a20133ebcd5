"""The frame round every page: masthead, navigation, filter sentence and filter bar."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

from corridor.settings import PROJECT
from corridor.ui import cached, filter_bar, navigation, parts, state
from corridor.ui.sentence import filter_sentence

STYLE: Final = Path(__file__).with_name("style.css")
STATIC: Final = PROJECT / "static"
NAME: Final = "Corridor Watch"
_DAMAGED: Final = (
    "Part of the incident store cannot be read. The rest is shown; nothing can be written until "
    "the file is back:"
)


def run() -> None:
    """Draw the frame and the page that the address asks for."""
    state.keep_asked()
    page = navigation.current_page()
    st.set_page_config(
        page_title=f"{page.title} · {NAME}", page_icon=STATIC / "favicon.png", layout="wide"
    )
    st.html(STYLE)
    st.logo(str(STATIC / "logo.svg"), size="large")
    _filter()
    page.run()


def _filter() -> None:
    options = cached.options()
    with st.container(key="cw-head", gap=None):
        line = st.container(key="cw-line")
        incident_filter = filter_bar.show(options)
        with line:
            summary = cached.summary(incident_filter)
            parts.show(filter_sentence(incident_filter, summary, options.data_end))
        damaged = cached.store().damaged
        if damaged:
            parts.show(parts.notice(_DAMAGED, [parts.esc(item) for item in damaged]))
        problems = state.notices(options)
        if problems:
            parts.show(parts.notice("The address asked for something that is not here:", problems))
