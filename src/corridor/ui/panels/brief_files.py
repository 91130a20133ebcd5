"""The page to take away: a brief made when it is asked for, as paper, slide or mail."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from corridor import answers
from corridor.exchange.brief.writing import TYPES, MadeBrief, view_of
from corridor.filter import IncidentFilter
from corridor.settings import address, now
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.words import say

NAME: Final = "corridor-watch-brief"


def offer(chosen: IncidentFilter, as_of: date) -> None:
    """Offer the brief of a filter, with the findings as of a day; nothing without a report."""
    if cached.report() is None:
        return
    with st.popover(say("brief-take"), type="tertiary"):
        parts.show(parts.paragraph(say("brief-take-how"), quiet=True))
        with st.container(horizontal=True):
            for ending, kind in TYPES.items():
                st.download_button(
                    say(f"brief-file-{ending[1:]}"),
                    data=partial(_file, ending, chosen, as_of, _base()),
                    file_name=f"{NAME}{ending}",
                    mime=kind,
                    on_click="ignore",
                    key=f"brief-file-{ending[1:]}",
                )


def _base() -> str:
    """Return where this page is served, as the reader's browser knows it."""
    return str(st.context.url or address()).partition("?")[0]


def _file(ending: str, chosen: IncidentFilter, as_of: date, base: str) -> bytes:
    report = cached.report()
    if report is None:  # it was there when the button was drawn
        return b""
    moment = now()
    tested = answers.Tested(report, cached.findings(as_of), cached.findings(report.date))
    found = answers.brief(cached.store(), chosen, tested, moment.date())
    return MadeBrief(found, cached.settings_now(), moment, view_of(found, base)).file(ending)
