"""Who looks: the theme of their screen, and whether it is a phone."""

from __future__ import annotations

import streamlit as st

from corridor.palette import Theme


def theme() -> Theme:
    """Give "light" or "dark", as the viewer's system has it."""
    found = st.context.theme.type
    return "dark" if found == "dark" else "light"


def is_small() -> bool:
    """Guess a phone from its User-Agent: the server cannot know the width of a screen."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")
