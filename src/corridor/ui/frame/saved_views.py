"""Saved views: opened, saved, taken out and brought back beside the filter of every page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final
from urllib.parse import parse_qsl, urlencode

import streamlit as st

from corridor import actions
from corridor.filter import IncidentFilter
from corridor.people import NotAllowedError
from corridor.ui import parts
from corridor.ui.frame import cached, filter_bar, navigation, signed_in
from corridor.ui.parts import Html
from corridor.views import MOST_OF_NAME, MOST_OF_NOTE, SavedView, ViewError, saved_views
from corridor.words import numbers as fmt
from corridor.words import say

_DATES: Final = "dates"
_DONE: Final = "view_done"


def show(page: str, chosen: IncidentFilter) -> None:
    """Offer the saved views, and to save what this page shows."""
    with st.popover(say("saved-views"), type="tertiary"):
        if done := st.session_state.pop(_DONE, ""):
            parts.show(parts.notice(done))
        try:
            views = saved_views(cached.settings_now())
        except ViewError as error:
            parts.show(parts.notice(str(error)))
            return
        there = [view for view in views if not view.is_out]
        parts.show(_listed(there))
        if not signed_in.may("view"):
            parts.show(signed_in.refusal("view"))
            return
        _save(page, chosen)
        out = [view for view in views if view.is_out]
        _turn("out", there, actions.take_view_out)
        _turn("back", out, actions.bring_view_back)


def _listed(views: list[SavedView]) -> Html:
    if not views:
        return parts.paragraph(say("saved-views-none"), quiet=True)
    return Html(f'<ul class="cw-views">{"".join(map(_item, views))}</ul>')


def _item(view: SavedView) -> Html:
    """Name a view with its page, who saved it and when; it may be the one that opens first here."""
    page = say(navigation.TITLES[view.page])
    day = fmt.day(view.saved_at.date())
    told = say("saved-view-saved-by", page=page, by=view.saved_by or "–", day=day)
    address = parts.esc(f"./{view.link}")
    # The whole address counts: no selection of this page goes along.
    name = f'<a href="{address}" target="_self" data-cw-whole="yes">{parts.esc(view.name)}</a>'
    label = parts.esc(say("saved-view-open-first"))
    first = f'<button class="cw-first" data-cw-first="{address}">{label}</button>'
    note = parts.paragraph(view.note, quiet=True) if view.note else ""
    return parts.lines("<li>", name, " ", first, note, parts.paragraph(told, quiet=True), "</li>")


def _save(page: str, chosen: IncidentFilter) -> None:
    query = filter_bar.kept_query(chosen)
    with st.form("save-view", border=False):
        name = st.text_input(say("saved-view-name"), max_chars=MOST_OF_NAME, key="view-name")
        note = st.text_input(say("saved-view-note"), max_chars=MOST_OF_NOTE, key="view-note")
        user = cached.settings_now().user
        person = signed_in.ask_name(st, say("saved-view-by"), "view-by", user)
        if (chosen.date_from, chosen.date_to) == cached.options().default_dates():
            moves = st.checkbox(say("saved-view-moves"), value=True, key="view-moves")
            query = _without_dates(query) if moves else query
        replaces = st.checkbox(say("saved-view-replaces"), key="view-replaces")
        if st.form_submit_button(say("saved-view-save")):
            settings, link = cached.settings_now(), f"{page}?{query}"
            _do(
                partial(
                    actions.save_view, settings, person, name, link, note,
                    replaces=replaces,
                ),
                say("saved-view-saved", name=name.strip()),
            )  # fmt: skip


def _without_dates(query: str) -> str:
    return urlencode([pair for pair in parse_qsl(query) if pair[0] != _DATES])


def _turn(to: str, views: list[SavedView], does: Callable[..., SavedView]) -> None:
    """Offer to take a view `out`, or to bring one `back`."""
    if not views:
        return
    with st.form(f"view-{to}", border=False):
        names = [view.name for view in views]
        name = st.selectbox(say("saved-view-which", to=to), names, key=f"view-{to}-name")
        if st.form_submit_button(say("saved-view-turn", to=to)):
            person = signed_in.person(cached.settings_now().user)
            done = say("saved-view-turned", to=to, name=name)
            _do(partial(does, cached.settings_now(), person, name), done)


def _do(action: Callable[[], SavedView], done: str) -> None:
    try:
        action()
    except (ViewError, NotAllowedError) as error:
        parts.show(parts.notice(str(error)))
    else:
        st.session_state[_DONE] = done
        st.rerun()
