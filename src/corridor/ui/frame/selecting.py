"""The one selection: kept in session and address, shown under the filter on every page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

import streamlit as st

from corridor import answers
from corridor.answers import Selected
from corridor.filter import IncidentFilter
from corridor.filter.selection import (
    KEY,
    MOST_SIGNS,
    MOST_TERMS,
    Selection,
    joined,
    read_selection,
    through,
)
from corridor.texts import selection_text
from corridor.ui import parts
from corridor.ui.frame import cached, state
from corridor.words import say

# Above, a filter of single incidents would be no address any more.
MOST_IDS: Final = 100


def keep() -> None:
    """Draw the unseen field that binds the selection to the address."""
    with st.container(key="cw-selection-kept"):
        st.text_input(
            say("selection"), key=KEY, bind="query-params", max_chars=MOST_TERMS * MOST_SIGNS
        )


def selection() -> Selection:
    """Return what is selected, as the address has it."""
    return read_selection(st.session_state.get(KEY) or "")[0]


def pick(texts: Sequence[str], *, adds: bool = False) -> None:
    """Select what terms say, or add them; what was selected alone is let go. For callbacks.

    With a term that cannot be taken all stays as it is; the line under the filter says why.
    """
    picked, bad = read_selection(joined(texts))
    before = selection()
    if bad:
        st.session_state[KEY] = joined([*map(str, before.terms), *texts])
        return
    found = before.added(picked) if adds else Selection() if picked == before else picked
    st.session_state[KEY] = str(found)


def pick_told(told: Mapping[str, Any]) -> None:
    """Select what a chart tells: a term, all from one to another, or nothing. For callbacks."""
    if told.get("clears"):
        clear()
        return
    try:
        first, last = (str(end) for end in told["ends"])
        term = through(first, last)
    except (KeyError, TypeError, ValueError):  # a browser can send anything
        return
    pick([term], adds=bool(told.get("adds")))


def clear() -> None:
    """Select nothing. For callbacks."""
    st.session_state[KEY] = ""


def found(chosen: IncidentFilter) -> Selected | None:
    """Return what is selected of a filter's incidents now; None when nothing is."""
    asked = selection()
    if not asked:
        return None
    return meant(chosen, asked, state.current_as_of())


def meant(chosen: IncidentFilter, asked: Selection, as_of: date) -> Selected:
    """Return what a selection means, for pieces of a page that are kept by it."""
    return cached.kept(_found, chosen, asked, as_of)


def _found(chosen: IncidentFilter, asked: Selection, as_of: date) -> Selected:
    findings = cached.findings(as_of) if asked.of("finding") else ()
    return answers.selected(cached.store(), chosen, asked, findings)


def bar(chosen: IncidentFilter) -> None:
    """Show the selection against the filter, with the ways out of it."""
    _, bad = read_selection(st.session_state.get(KEY) or "")
    if bad:
        parts.show(parts.notice(say("selection-problems"), [parts.esc(text) for text in bad]))
    picked = found(chosen)
    if picked is None:
        return
    with st.container(key="cw-selection", horizontal=True, vertical_alignment="center"):
        parts.show(_told(chosen, picked))
        if (picked.ids or picked.selection.of("dates")) and _can_be_filter(picked):
            st.button(
                say("selection-as-filter"), key="cw-selection-filter", on_click=_as_filter,
                args=(chosen, picked), type="tertiary",
            )  # fmt: skip
        st.button(say("selection-clear"), key="cw-selection-clear", on_click=clear, type="tertiary")


def _told(chosen: IncidentFilter, picked: Selected) -> parts.Html:
    whole = cached.summary(chosen)
    told = selection_text.selected(picked, whole, plain=parts.esc, strong=_strong)
    more = selection_text.limits(picked)
    return parts.lines(
        f'<p class="cw-selection">{told}</p>',
        f'<p class="cw-note">{parts.esc(more)}</p>' if more else "",
    )


def _strong(text: str) -> parts.Html:
    return parts.Html(f"<strong>{parts.esc(text)}</strong>")


def _can_be_filter(picked: Selected) -> bool:
    return _is_one_rule(picked.selection) or len(picked.ids) <= MOST_IDS


def _is_one_rule(asked: Selection) -> bool:
    return len(asked.terms) == 1 and asked.terms[0].is_rule


def _as_filter(chosen: IncidentFilter, picked: Selected) -> None:
    """Keep in the filter what is selected: its rule, else the incidents one by one."""
    is_rule = _is_one_rule(picked.selection)
    state.set_filter(picked.selection.terms[0].narrowed(chosen) if is_rule else picked.chosen)
    clear()
