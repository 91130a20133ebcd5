"""The version of the data that this reader saw last: kept by the browser, for each store apart.

The browser keeps it in a cookie (`static/frame.js` writes it), which comes back with the next
visit. Whoever signs in can have it kept elsewhere: what pages ask is `current` and `move`.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from typing import Final

import streamlit as st

from corridor.filter import parse_day
from corridor.settings import today
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.ui.parts import Html

_KEPT: Final = "last_look"
_COOKIE: Final = re.compile(r"([0-9]{1,9})\.([0-9]{4}-[0-9]{2}-[0-9]{2})")


@dataclass(frozen=True)
class Look:
    """What version somebody saw, and on which day."""

    version: int
    day: date


def current() -> Look:
    """Return the last look of this reader; on a first visit the present one."""
    version = cached.data_state()[0]
    found: Look | None = st.session_state.get(_KEPT) or _told_by_browser(version)
    return found if found and found.version < version else move(version)


def move(version: int) -> Look:
    """Take a version as seen today."""
    look = Look(version, today())
    st.session_state[_KEPT] = look
    return look


def keep() -> None:
    """Let the browser keep the look of this session; hold one that it told of without change."""
    look = current()
    st.session_state[_KEPT] = look
    if look.version == cached.data_state()[0]:
        mark = f"{_name()}={look.version}.{look.day.isoformat()}"
        parts.show(Html(f'<span data-cw-look="{mark}" hidden></span>'))


def _told_by_browser(version: int) -> Look | None:
    """Return what the cookie says; None for none, for nonsense, and for a version to come."""
    found = _COOKIE.fullmatch(str(st.context.cookies.get(_name()) or ""))
    day = parse_day(found[2]) if found else None
    look = Look(int(found[1]), day) if found and day else None
    return look if look and look.version <= version else None


def _name() -> str:
    return cached.kept(_named)


def _named() -> str:
    """Name the cookie: by the first commit, which no two stores share."""
    first = cached.store().history()[-1]
    told = f"{first.commit_id} {first.recorded_at.isoformat()}"
    return f"cw-look-{hashlib.sha256(told.encode()).hexdigest()[:12]}"
