"""The page to take away: a brief made when it is asked for, as paper, slide or mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from corridor import answers
from corridor.exchange.brief.writing import TYPES, MadeBrief, view_of
from corridor.filter import IncidentFilter
from corridor.findings import Report
from corridor.settings import address, now
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.words import say

NAME: Final = "corridor-watch-brief"


def offer(chosen: IncidentFilter, as_of: date) -> None:
    """Offer the brief of a filter, with the findings as of a day; nothing without a report."""
    report = cached.report()
    if report is None:
        return
    with st.popover(say("brief-take"), type="tertiary"):
        parts.show(parts.paragraph(say("brief-take-how"), quiet=True))
        with st.container(horizontal=True):
            for ending, kind in TYPES.items():
                st.download_button(
                    say(f"brief-file-{ending[1:]}"),
                    data=partial(
                        file_of, ending, Asked(chosen, as_of, report, cached.series(), _base())
                    ),
                    file_name=f"{NAME}{ending}",
                    mime=kind,
                    on_click="ignore",
                    key=f"brief-file-{ending[1:]}",
                )


def _base() -> str:
    """Return where this page is served, as the reader's browser knows it."""
    return str(st.context.url or address()).partition("?")[0]


@dataclass(frozen=True, eq=False)
class Asked:
    """What a page shows, for the thread that makes its brief: there no session is at hand."""

    chosen: IncidentFilter
    as_of: date
    report: Report
    series: str
    base: str


def file_of(ending: str, asked: Asked) -> bytes:
    """Return the brief of what a page shows, as a file whose name ends so."""
    moment, report = now(), asked.report
    with cached.looking_at(report.slug, asked.series):
        tested = answers.Tested(report, cached.findings(asked.as_of), cached.findings(report.date))
        found = answers.brief(
            cached.store(), asked.chosen, tested, moment.date(), ask=cached.answer
        )
        link = view_of(found, asked.base)
        return MadeBrief(found, cached.settings_now(), moment, link).file(ending)
