"""The seven pages and the links between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final
from urllib.parse import parse_qs, urlencode

import streamlit as st
from streamlit.navigation.page import Page

from corridor import vocabulary
from corridor.filter import IncidentFilter
from corridor.settings import PROJECT
from corridor.ui.frame import cached
from corridor.words import say

# Names of the pages, as addresses have them, and the keys of their titles.
TITLES: Final = {
    "overview": "page-title-overview",
    "timeline": "page-title-timeline",
    "map": "page-title-map",
    "findings": "page-title-findings",
    "incidents": "page-title-incidents",
    "uploads": "page-title-uploads",
    "method": "page-title-method",
}
HOME: Final = vocabulary.PAGES[0]
# Keys of the address beside the filter's: the day that findings are judged at, what is opened.
AS_OF: Final = "as_of"
INCIDENT: Final = "incident"
FINDING: Final = "finding"
# The rule by which the Timeline page says what stands out.
RULE: Final = "rule"
# The shape in which it draws the timeline.
VIEW: Final = "view"
# How many maps it draws: two, of the period and of what it is compared with, side by side.
MAPS: Final = "maps"
TWO: Final = "two"
# What the session keeps: the values of the address that Streamlit leaves out.
USUAL: Final = "usual_query"


def current_page() -> Page:
    """Announce the pages to the browser and give the one that its address asks for."""
    home = st.Page(_file(HOME), title=say(TITLES[HOME]), url_path="home", default=True)

    # The default page lives at "/" only; without this, "/overview" is told "Page not found".
    alias = st.Page(_file(HOME), title=say(TITLES[HOME]), url_path=HOME, visibility="hidden")
    others = [
        st.Page(_file(name), title=say(title), url_path=name)
        for name, title in TITLES.items()
        if name != HOME
    ]
    return st.navigation([home, *others, alias], position="top")


def name_of(page: Page) -> str:
    """Return the name of a page, as `TITLES` has it."""
    return page.url_path if page.url_path in TITLES else HOME


def pin(day: date | None) -> list[tuple[str, str]]:
    """Return what an address says of the day that findings are judged at, if one is pinned."""
    return [(AS_OF, day.isoformat())] if day else []


def href(page: str, incident_filter: IncidentFilter, extra: Sequence[tuple[str, str]] = ()) -> str:
    """Link to a page with filter and as-of date in its address.

    Relative, so that any base path works. Every link inside the product is made here. What is at
    its default is left out: Streamlit would write the address again without it, one step more to
    go back through.
    """
    path = "./" if page == HOME else page
    asked = parse_qs(query(incident_filter, extra))
    usual = st.session_state.get(USUAL, {})
    told = {key: values for key, values in asked.items() if usual.get(key) != values}
    return f"{path}?{urlencode(told, doseq=True)}" if told else path


def query(incident_filter: IncidentFilter, extra: Sequence[tuple[str, str]] = ()) -> str:
    """Return the part of an address after "?": filter, as-of date and `extra`, for a link to keep.

    Dates are always written, also default ones: these move with the data. The report is written
    where it is not the first.
    """
    pairs = [*incident_filter.to_query(), *extra]
    report, first = cached.report(), cached.reports().first
    if report and first and report.slug != first.slug:
        pairs.append((cached.REPORT, report.slug))
    as_of = st.session_state.get(AS_OF)
    if isinstance(as_of, date) and AS_OF not in dict(extra):
        pairs.append((AS_OF, as_of.isoformat()))
    return urlencode(pairs)


def _file(name: str) -> str:
    return str(PROJECT / "pages" / f"{name}.py")
