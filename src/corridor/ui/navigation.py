"""The seven pages and the links between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlencode

import streamlit as st
from streamlit.navigation.page import Page

from corridor.filters import IncidentFilter
from corridor.settings import PROJECT

TITLES: Final = {
    "overview": "Overview",
    "timeline": "Timeline",
    "map": "Map",
    "findings": "Findings",
    "incidents": "Incidents",
    "uploads": "Uploads",
    "method": "Method",
}
HOME: Final = "overview"


def current_page() -> Page:
    """Announce the pages to the browser and give the one that its address asks for."""
    home = st.Page(_file(HOME), title=TITLES[HOME], url_path="home", default=True)

    # The default page lives at "/" only; without this, "/overview" is told "Page not found".
    alias = st.Page(_file(HOME), title=TITLES[HOME], url_path=HOME, visibility="hidden")
    others = [
        st.Page(_file(name), title=title, url_path=name)
        for name, title in TITLES.items()
        if name != HOME
    ]
    return st.navigation([home, *others, alias], position="top")


def href(page: str, incident_filter: IncidentFilter, extra: Sequence[tuple[str, str]] = ()) -> str:
    """Link to a page with the filter in its address; relative, so that any base path works."""
    path = "./" if page == HOME else page
    return f"{path}?{query(incident_filter, extra)}"


def query(incident_filter: IncidentFilter, extra: Sequence[tuple[str, str]] = ()) -> str:
    """Give the part of an address after "?": the filter, both dates always, then `extra`."""
    return urlencode([*incident_filter.to_query(), *extra])


def _file(name: str) -> str:
    return str(PROJECT / "pages" / f"{name}.py")
