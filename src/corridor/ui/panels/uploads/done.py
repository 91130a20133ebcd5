"""What was just written: how much, where it is seen, what it changed, and the way back."""

from __future__ import annotations

from typing import Final

import streamlit as st

from corridor import queries
from corridor.answers.outlook import Outlook
from corridor.filter import IncidentFilter
from corridor.people import Person
from corridor.store import Commit
from corridor.texts.count_phrases import capital
from corridor.texts.upload_text import adds, beside
from corridor.ui import parts
from corridor.ui.frame import cached, navigation, state
from corridor.ui.panels.uploads import history, outlook
from corridor.ui.parts import Html
from corridor.words import numbers as fmt
from corridor.words import say

_DONE: Final = "upload_done"
_AHEAD: Final = "upload_ahead"
_PAGES: Final = ("incidents", "map", "timeline")


def keep(found: Outlook | None) -> None:
    """Keep what would change, so that the same is said once it is written."""
    st.session_state[_AHEAD] = found


def remember(commit: Commit | None) -> None:
    """Take a commit as the last one; None says that nothing was saved."""
    st.session_state[_DONE] = (commit, st.session_state.pop(_AHEAD, None))


def show(person: Person) -> None:
    """Tell the last upload until it is closed, undone or followed by another."""
    last, found = st.session_state.get(_DONE) or (None, None)
    commit = _live(last) if last else None
    if commit is None:
        return
    with st.container(key="cw-done"):
        about = [say("upload-saved-as", file=commit.file_name, commit=commit.commit_id)]
        about += beside(commit.counts)
        added = say("upload-added", what=capital(adds(commit.counts)))
        parts.show(parts.success(added, [*about, _seen(commit)]))
        parts.show(outlook.told(found) if found else Html(""))
        with st.container(horizontal=True):
            history.change_button(commit, person, "done-")
            st.button(say("upload-close"), key="done-close", on_click=remember, args=(None,))


def _live(commit: Commit) -> Commit | None:
    """Return the commit that holds the rows: of an undone file handed in again, its first one."""
    wanted = commit.undoes or commit.commit_id
    history = cached.store().history()
    return next((item for item in history if item.commit_id == wanted and item.live), None)


def _seen(commit: Commit) -> Html:
    """Link to exactly what was uploaded, whatever the filter is."""
    wanted = IncidentFilter(provinces=(), upload=commit.commit_id)
    days = queries.added(cached.store(), wanted, commit.commit_id)["event_date"]
    if days.empty:
        return parts.esc(say("upload-none-seen"))
    first, last = days.min().date(), days.max().date()
    exactly = IncidentFilter((), (), first, last, upload=commit.commit_id)
    pinned = navigation.pin(state.pinned_as_of())
    links = [
        parts.link(say(f"upload-seen-{page}"), navigation.href(page, exactly, pinned))
        for page in _PAGES
    ]
    return Html(say("upload-see", links=fmt.unit_list(links)))
