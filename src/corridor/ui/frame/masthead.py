"""The frame round every page: masthead, navigation, filter sentence and filter bar."""

from __future__ import annotations

import atexit
import gc
from contextlib import suppress
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.navigation.page import Page

from corridor import answers, settings, words
from corridor.filter import IncidentFilter
from corridor.packs import PackError
from corridor.settings import PROJECT
from corridor.store import StoreError
from corridor.texts.age_text import age_sentence
from corridor.ui import parts
from corridor.ui.frame import (
    cached,
    filter_bar,
    navigation,
    paper_sheet,
    report_choice,
    saved_views,
    selecting,
    signed_in,
    state,
)
from corridor.ui.frame.filter_line import filter_sentence, uploads_note, vague_note
from corridor.ui.parts import Html
from corridor.words import say

STYLE: Final = Path(__file__).with_name("style.css")
SCRIPT: Final = '<script src="./app/static/frame.js"></script>'
STATIC: Final = PROJECT / "static"
NEWS_SECONDS: Final = 10
_SEEN: Final = "version_seen"
_WAITED: Final = "waited_for_the_store"


def run() -> None:
    """Draw the frame and the page that the address asks for."""
    words.speak(cached.settings_now().language)
    state.keep_asked()
    state.keep_written()
    page = navigation.current_page()
    st.set_page_config(
        page_title=say("page-of-product", page=page.title, product=say("product")),
        page_icon=STATIC / "favicon.png",
        layout="wide",
    )
    st.html(STYLE)
    # Our own file, whole and constant: the policy of the server admits no other script.
    with st.container(key="cw-script"):
        st.html(_spoken() + SCRIPT, unsafe_allow_javascript=True)
    st.logo(str(STATIC / "logo.svg"), size="large")
    if not signed_in.person().role:  # taken away since the page was opened
        parts.show(parts.notice(say("door-no-role", name=parts.esc(signed_in.person().name))))
        return
    try:
        with cached.one_run():
            _filter(page)
            st.session_state[_SEEN] = cached.data_state()[0]
            page.run()
            with st.container(key="cw-news"):
                _tell_news()
    except PackError as error:  # the country or its first region: no page is without them
        parts.show(parts.notice(say("frame-pack-refused"), [parts.esc(str(error))]))
    except StoreError as error:
        parts.show(parts.notice(say("frame-unreadable"), [parts.esc(str(error))]))
        st.session_state[_WAITED] = False
        _look_again()
    _settle(page.url_path)


def _spoken() -> str:
    """Return what tells the script the page's language and direction; nothing for the usual one."""
    spoken = words.language()
    if spoken.code == words.DEFAULT:
        return ""
    direction = "rtl" if spoken.is_rtl else "ltr"
    return f'<span class="cw-language" lang="{spoken.locale}" dir="{direction}" hidden></span>'


@st.fragment(run_every=5)
def _look_again() -> None:
    """Draw the page as soon as its incidents can be read again."""
    if st.session_state[_WAITED]:
        with suppress(StoreError):
            cached.summary(cached.options().default_filter())
            st.rerun()
    st.session_state[_WAITED] = True  # not at once: what failed may be another question


@st.fragment(run_every=NEWS_SECONDS)
def _tell_news() -> None:
    """Tell a viewer that somebody has written since the page was drawn; the page stays as it is.

    Not that of somebody whose role was taken away meanwhile.
    """
    if not signed_in.person().role:
        st.rerun()
    with suppress(StoreError):
        if cached.data_state()[0] == st.session_state[_SEEN]:
            return
    parts.show(parts.notice(say("frame-news")))
    if st.button(say("frame-show-newest"), key="cw-newest"):
        st.rerun()


def _age(chosen: IncidentFilter) -> Html:
    """Say that the record is old, and where newer data come in."""
    found = cached.answer(answers.record_age, settings.today(), cached.series())
    told = age_sentence(found)
    if not told:
        return Html("")
    way = parts.link(say("record-what-to-do"), navigation.href("uploads", chosen))
    past = parts.esc(say("record-describes-the-past"))
    return Html(
        f'<p class="cw-age"><span><strong>{parts.esc(told)}</strong> {past}</span> {way}</p>'
    )


_SETTLED: Final[set[str]] = set()


def _settle(page: str) -> None:
    """Leave what a page's first run has loaded for good out of the search for garbage.

    Streamlit searches all objects after every run, which takes longer than a run whose answers
    are kept. Only the modules, tables and texts that stay as long as the server are many.
    """
    if page not in _SETTLED:
        _SETTLED.add(page)
        gc.collect()
        gc.freeze()
        # Libraries complain at the end about what was not given back.
        atexit.register(gc.unfreeze)


def _filter(page: Page) -> None:
    state.apply_pending()
    report_choice.keep()
    selecting.keep()
    options = cached.options()
    with st.container(key="cw-head", gap=None):
        sheet = st.container(key="cw-sheet", gap=None)
        report_choice.show()
        line = st.container(key="cw-line")
        views, name = st.container(key="cw-views"), navigation.name_of(page)
        incident_filter = filter_bar.show(options, name)
        with views:
            saved_views.show(name, incident_filter)
        with sheet:
            paper_sheet.sheet(say("product"), page.title, incident_filter)
        with line:
            summary = cached.summary(incident_filter)
            age = _age(incident_filter)
            parts.show(
                age,
                # What the line above says is not said again.
                filter_sentence(incident_filter, summary, None if age else options.data_end),
                vague_note(incident_filter, summary),
                uploads_note(incident_filter, summary, name),
            )
        selecting.bar(incident_filter)
        _, damaged = cached.data_state()
        if damaged:
            parts.show(
                parts.notice(say("frame-damaged"), [parts.esc(str(item)) for item in damaged])
            )
        for heading, items in state.notices(options).items():
            parts.show(parts.notice(heading, items))
