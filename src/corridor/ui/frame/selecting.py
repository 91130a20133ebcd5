"""The one selection: kept in session and address, shown under the filter on every page.

The browser sends what its fields hold with every click, and for the time of a run it does not
yet hold what the last click has led to. So a second field goes with the selection, with the
number of the last write: a message that brings an older number cannot know what was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
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
_NUMBER: Final = "selection_number"
_WRITTEN: Final = "selection_written"


def keep() -> None:
    """Draw the unseen fields: the selection, bound to the address, and the number of its write."""
    if _is_behind():
        written = _written()
        st.session_state[KEY], st.session_state[_NUMBER] = written.text, str(written.number)
    with st.container(key="cw-selection-kept"):
        st.text_input(
            say("selection"), key=KEY, bind="query-params", max_chars=MOST_TERMS * MOST_SIGNS
        )
        # Below the selection: a browser that has this number has the selection, too.
        st.text_input(say("selection"), key=_NUMBER)


def selection() -> Selection:
    """Return what is selected, as the address has it."""
    return read_selection(_text())[0]


@dataclass(frozen=True)
class _Written:
    """What a callback wrote last, its number, and what each component had told by then."""

    text: str = ""
    number: int = 0
    heard: Mapping[str, tuple[str, int]] = field(default_factory=dict)


def _written() -> _Written:
    found: _Written = st.session_state.get(_WRITTEN, _Written())
    return found


def _is_behind() -> bool:
    """Tell whether the browser sent this before it had what was written last."""
    return _number_there() < _written().number


def _number_there() -> int:
    """Return the number that the browser sent: greater than ours when the server is a new one."""
    sent = str(st.session_state.get(_NUMBER) or "")
    return int(sent) if re.fullmatch(r"[0-9]{1,9}", sent) else 0


def _text() -> str:
    return _written().text if _is_behind() else st.session_state.get(KEY) or ""


def _write(text: str, heard: Mapping[str, tuple[str, int]] | None = None) -> None:
    """Write what is selected; the next whole run puts it into the fields.

    A newer message can end a callback wherever it asks the session, and brings what it was called
    for once more. So this asks once, at the end: it is all done then, or not at all.
    """
    before, number = _written(), max(_written().number, _number_there()) + 1
    st.session_state[_WRITTEN] = _Written(text, number, heard or before.heard)


def pick(texts: Sequence[str], *, adds: bool = False) -> None:
    """Select what terms say, or add them; what was selected alone is let go. For callbacks.

    With a term that cannot be taken all stays as it is; the line under the filter says why.
    """
    _write(_picked(_text(), texts, adds=adds))


def clear() -> None:
    """Select nothing. For callbacks."""
    _write("")


def pick_told(name: str, terms_of: Callable[[Mapping[str, Any]], Sequence[str]]) -> None:
    """Select what was picked on a component and nobody has heard of yet. For callbacks.

    `terms_of` reads the terms of one pick; where it fails, that pick counts for nothing. Of what
    comes within one run Streamlit keeps the last, so a component tells with each pick those of a
    moment ago, too, with their numbers (told.js).
    """
    told = st.session_state[name].get("picked") or {}
    try:  # a browser can send anything
        teller, picks = str(told["from"]), [(int(each["number"]), each) for each in told["picks"]]
    except (KeyError, OverflowError, TypeError, ValueError):
        return
    heard, text = _written().heard, _text()
    before, last = heard.get(name, ("", 0))
    fresh = [(number, each) for number, each in picks if before != teller or number > last]
    for number, each in fresh:
        with suppress(KeyError, TypeError, ValueError):
            text = _picked(text, terms_of(each), adds=bool(each.get("adds")))
        heard = {**heard, name: (teller, number)}
    if fresh:
        _write(text, heard)


def ends_of(told: Mapping[str, Any]) -> Sequence[str]:
    """Return the term from one end to the other that a chart tells; none where it clears."""
    if told.get("clears"):
        return ()
    first, last = (str(end) for end in told["ends"])
    return (through(first, last),)


def _picked(text: str, terms: Sequence[str], *, adds: bool) -> str:
    picked, bad = read_selection(joined(terms))
    before = read_selection(text)[0]
    if bad:
        return joined([*map(str, before.terms), *terms])
    return str(before.added(picked) if adds else Selection() if picked == before else picked)


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
    _, bad = read_selection(_text())
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
