"""Who is signed in: the person whom a proxy names, or whoever sits at this machine."""

from __future__ import annotations

from typing import Any

import streamlit as st

from corridor import people
from corridor.people import MOST_OF_NAME, Action, Person
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.words import say


def person(typed: str = "") -> Person:
    """Return who writes from this page: who is signed in, else an editor by the name typed.

    Asked anew in every run and callback: a role that is taken away is gone with the next.
    """
    here = cached.settings_now()
    if here.sign_in == "no":
        return Person(typed.strip(), "editor")
    return people.of_request(here, st.context.headers.get_all)


def may(action: Action) -> bool:
    """Say whether the viewer may do something; where not, a page says who may instead."""
    return person().may(action)


def refusal(action: str) -> parts.Html:
    """Say that the viewer's role does not allow an action, or to check a file."""
    told = say("may-not", role=person().role or "none", action=action)
    return parts.paragraph(parts.esc(told), quiet=True)


def ask_name(place: Any, label: str, key: str, usual: str = "") -> Person:
    """Ask in a place for the name of who writes; of somebody signed in show it."""
    if cached.settings_now().sign_in == "no":
        return person(place.text_input(label, usual, max_chars=MOST_OF_NAME, key=key))
    found = person()
    place.text_input(label, found.name, disabled=True, key=f"{key}-signed-in")
    return found
