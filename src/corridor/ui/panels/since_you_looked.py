"""What changed since the reader looked last: a line, and behind it every incident."""

from __future__ import annotations

from datetime import date
from functools import partial

import streamlit as st

from corridor import answers
from corridor.answers import Altered, Since
from corridor.answers.outlook import Question
from corridor.exchange.since_file import since_csv
from corridor.filter import IncidentFilter
from corridor.store import Store, StoreError, open_store
from corridor.store.store import LARGE
from corridor.texts import as_text, since_text
from corridor.texts.count_phrases import capital
from corridor.ui import parts
from corridor.ui.frame import cached, last_look, navigation
from corridor.ui.frame.last_look import Look
from corridor.ui.parts import Html, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say, terms

MOST_LISTED = 30
_ASKED = "since_asked"


def show(chosen: IncidentFilter, as_of: date) -> None:
    """Draw the line; nothing on a first visit, nor where nothing of the filter has changed."""
    with st.container(key="cw-look", gap=None):
        last_look.keep()
    look, version = last_look.current(), cached.data_state()[0]
    if look.version == version or not _is_wanted(look):
        return
    try:
        with st.spinner(say("since-working")):
            found = _since(look.version, chosen, as_of)
    except StoreError as error:
        told = say("since-untold", day=fmt.day(look.day), why=str(error))
        parts.show(parts.paragraph(parts.esc(told), quiet=True))
        return
    if not found.is_empty:
        _draw(found, look, chosen, version)


def _is_wanted(look: Look) -> bool:
    """Ask first where an earlier version takes long to be read."""
    if cached.store().rows() < LARGE or st.session_state.get(_ASKED) == look:
        return True
    with _line():
        parts.show(parts.esc(say("since-may-differ", day=fmt.day(look.day))))
        if st.button(say("since-work-out"), type="tertiary", key="cw-look-asked"):
            st.session_state[_ASKED] = look
            st.rerun()
    return False


def _line() -> st.delta_generator.DeltaGenerator:
    return st.container(key="cw-since", horizontal=True, vertical_alignment="center")


def _draw(found: Since, look: Look, chosen: IncidentFilter, version: int) -> None:
    with _line():
        parts.show(parts.paragraph(parts.esc(since_text.looked(found, look.day))))
        with st.popover(say("since-list"), type="tertiary"):
            parts.show(cached.kept(_listed, look.version, chosen, found.question.as_of))
            if found.incidents:
                st.download_button(
                    say("since-file"),
                    data=partial(since_csv, found),
                    file_name="corridor-watch-since.csv",
                    mime="text/csv",
                    on_click="ignore",
                    key="download-since",
                )
        st.button(
            say("since-read"), type="tertiary", key="cw-look-read",
            on_click=_read, args=(version,),
        )  # fmt: skip


def _read(version: int) -> None:
    last_look.move(version)


def _since(version: int, chosen: IncidentFilter, as_of: date) -> Since:
    return _compared(version, cached.report_slug(), chosen, as_of, cached.data_state())


@st.cache_resource(max_entries=8, show_spinner=False)
def _compared(
    version: int, slug: str, chosen: IncidentFilter, as_of: date, of: cached.State
) -> Since:
    """Compare with an earlier version; StoreError where part of that cannot be read."""
    del slug, of  # only parts of the key
    before, store = _past(version), cached.store()
    if before.damaged:
        raise StoreError(before.state[1][0])
    return answers.since(before, store, Question(chosen, cached.report(), as_of), store.history())


@st.cache_resource(max_entries=2, show_spinner=False)
def _past(version: int) -> Store:
    """Open an earlier version; each that is kept takes as much room as the newest."""
    return open_store(cached.settings_now(), version)


def _listed(version: int, chosen: IncidentFilter, as_of: date) -> Html:
    found = _since(version, chosen, as_of)
    moved = (*since_text.figures(found), *since_text.verdicts(found), *since_text.alarms(found))
    lines = [parts.paragraph(parts.esc(capital(each))) for each in moved]
    return parts.lines(*lines, _table(found, chosen) if found.incidents else Html(""))


def _table(found: Since, chosen: IncidentFilter) -> Html:
    columns = [
        TableColumn(say("since-column-change")),
        TableColumn(say("heading-date"), whole=True),
        TableColumn(say("heading-place")),
        TableColumn(say("since-column-what")),
    ]
    rest = len(found.incidents) - MOST_LISTED
    return parts.table(
        columns,
        [_row(found, each, chosen) for each in found.incidents[:MOST_LISTED]],
        caption=say("since-list-caption"),
        note=say("since-rest", count=rest) if rest > 0 else "",
    )


def _row(found: Since, each: Altered, chosen: IncidentFilter) -> list[str]:
    # The page lists what the filter keeps; one that is gone is opened by its id all the same.
    href = navigation.href("incidents", chosen, [(navigation.INCIDENT, each.incident_id)])
    place = as_text.text(each.location) or terms.term(as_text.text(each.admin1))
    name = place or each.incident_id
    return [
        since_text.kind(each),
        fmt.day(each.event_date),
        parts.esc(name) if each.kind == "gone" and each.why == "absent" else parts.link(name, href),
        since_text.what(found, each),
    ]
