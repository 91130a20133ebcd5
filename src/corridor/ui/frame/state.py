"""The filter's way through a session: address -> widgets -> one IncidentFilter, and back.

The widgets of the filter bar are bound to the address under the keys of `filter.URL_KEYS`;
their values live in `st.session_state` under the same keys. Nothing else is kept there but the
last complete filter, what the address asked for, the filter that it gave at first, and what a
callback has written into the address.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Final, NoReturn
from urllib.parse import parse_qs, urlencode

import streamlit as st

from corridor import answers, packs, queries, vocabulary
from corridor.filter import (
    FREE,
    URL_KEYS,
    Dimension,
    IncidentFilter,
    dimensions,
    parse_day,
    problems,
    remarks,
)
from corridor.filter.dimensions import DISTANCES
from corridor.filter.reading import Reading
from corridor.findings import Report
from corridor.ui.frame import cached, navigation
from corridor.words import numbers as fmt
from corridor.words import say

AS_OF: Final = navigation.AS_OF
REPORT: Final = cached.REPORT
# Wide on purpose: a shared link must open whatever the data cover today.
FIRST_DAY: Final = date(1980, 1, 1)
LAST_DAY: Final = date(2099, 12, 31)
# Streamlit knows figures only. Of its forms this one is also that of addresses and of files.
DATE_FORMAT: Final = "YYYY-MM-DD"

_FILTER: Final = "shown_filter"
_ASKED: Final = "asked_query"
_NOTICED: Final = "noticed_filter"
_PENDING: Final = "pending_values"
_MENDING: Final = "mending_address"
_WRITTEN: Final = "written_into_address"
_SHORTENED: Final = "shortened_text"


def current_filter() -> IncidentFilter:
    """Return the filter of this script run; the frame has read it before a page runs."""
    found: IncidentFilter = st.session_state[_FILTER]
    return found


def current_as_of() -> date:
    """Return the day that the screen speaks of: the pinned one, else the end of the period."""
    return pinned_as_of() or cached.answer(answers.moment, current_filter())


def pinned_as_of() -> date | None:
    """Return the day up to which somebody wants the findings judged, whatever the period."""
    chosen = st.session_state.get(AS_OF)
    return chosen if isinstance(chosen, date) else None


def keep_asked() -> None:
    """Remember what the address asked for, before widgets drop what they do not know."""
    if _ASKED not in st.session_state:
        beside = (navigation.RULE, navigation.VIEW, navigation.MAPS)
        keys = (*URL_KEYS, AS_OF, REPORT, *beside)
        st.session_state[_ASKED] = {key: st.query_params.get_all(key) for key in keys}


def understand_actors(choices: list[str]) -> None:
    """Take other names of an actor in the address ("IS") as ours; call it after the widget.

    The widget drops a value that it does not offer, so it starts again with the one that is meant.
    """
    asked: list[str] = st.session_state[_ASKED]["actor"]
    meant = [vocabulary.actor_label(vocabulary.actor_name(name)) for name in asked]
    known = [name for name in dict.fromkeys(meant) if name in choices]
    if known and meant != asked:
        st.session_state[_ASKED]["actor"] = meant
        run_again_with(actor=known)


def shorten(row: Dimension) -> Reading:
    """Take the short form of what was pasted, which the address carries; call it after the widget.

    What is to be said of the text that was pasted is said of its short form.
    """
    pasted = st.session_state[row.key] or ""
    read = row.reads(pasted) if pasted.strip() else Reading()
    if read.value and read.value != pasted and row.reads(read.value).value == read.value:
        st.session_state[_SHORTENED] = read
        run_again_with(**{row.key: read.value})
    before: Reading = st.session_state.get(_SHORTENED, Reading())
    return before if before.value == pasted else read


def chosen_provinces() -> tuple[str, ...]:
    """Return the provinces that their widget holds; none when it stands for all."""
    chosen = st.session_state.get("province", list(cached.region().provinces))
    return () if packs.country().whole in chosen else tuple(chosen)


def stops(row: Dimension) -> list[str]:
    """Return where the slider of a choice rests: at no restriction, its stops, and what is asked.

    An address may ask for a value between two stops.
    """
    asked = st.session_state.get(row.key) or st.query_params.get(row.key, "")
    known = [each for each in reversed(row.closed) if each in (*row.stops, asked)]
    return [say(f"choice-{row.key}-any"), *known]


def is_idle(row: Dimension) -> bool:
    """Tell whether a choice means nothing now, as a distance from nothing does."""
    if not row.of:
        return False
    (of,) = (each for each in dimensions() if each.name == row.of)
    held = st.session_state.get(of.key)
    return held not in of.closed if of.kind == "scale" else not held


def read_widgets(options: queries.Options) -> IncidentFilter:
    """Read the filter from the widgets that have run, and make it the current one."""
    state = st.session_state
    before = state.get(_FILTER) or options.default_filter()
    found = IncidentFilter(
        **{
            row.name: _value(row, state[row.key], options)
            for row in dimensions()
            if row.kind != "day"
        }
    )
    alone = {row.name: row.usual for row in dimensions() if row.of and not getattr(found, row.of)}
    found = replace(found, **alone)  # a distance from nothing makes no other filter
    first, last = _period(state.dates, before)
    state[_FILTER] = replace(found, date_from=first, date_to=last)
    state[navigation.USUAL] = _usual_query(options)
    return current_filter()


def set_dates(first: date, last: date) -> None:
    """Set the period, from a brush or a preset. For callbacks: widgets have not run yet."""
    first, last = min(first, last), max(first, last)
    st.session_state.dates = (max(first, FIRST_DAY), min(last, LAST_DAY))


def follow_series(before: queries.Options) -> None:
    """Move the usual period to that of the series that was chosen. For callbacks."""
    if tuple(st.session_state.dates) == before.default_dates():
        set_dates(*cached.options().default_dates())


def reset(options: queries.Options) -> None:
    """Set every part of the filter back to its default. For callbacks."""
    for key, value in _defaults(options).items():
        st.session_state[key] = value


def set_filter(wanted: IncidentFilter) -> None:
    """Put a filter into the widgets. For callbacks: widgets have not run yet."""
    if wanted.date_from and wanted.date_to:
        set_dates(wanted.date_from, wanted.date_to)
    for row in dimensions():
        if row.kind != "day":
            told = row.texts(wanted)
            words = {"many": told, "written": "".join(told)}
            value = words.get(row.kind, getattr(wanted, row.name))
            st.session_state[row.key] = _WIDGETS[row.kind](value)


def turn_to(report: Report) -> None:
    """Look at another report: its region, its day, nothing of the other's. For callbacks.

    The period stays, and all provinces where these were chosen.
    """
    state, region = st.session_state, cached.region_of(report)
    if packs.country().whole not in state.province:
        state.province = list(region.provinces)
    for row in dimensions():
        if row.key == "district" or row.part in DISTANCES:
            state[row.key] = _WIDGETS[row.kind](row.usual)
    state[REPORT], state[AS_OF] = report.slug, None
    for opened in (navigation.INCIDENT, navigation.FINDING):
        open_in_address(opened, "")


def open_in_address(key: str, value: str) -> None:
    """Write into the address what is opened; an empty value closes it. For callbacks.

    A click and the timer of a fragment can come at one moment. The timer's run then has the
    callback, and the click's own run after it brings the address as it was before the click.
    """
    st.session_state.setdefault(_WRITTEN, {})[key] = (st.query_params.get(key, ""), value)
    _write(key, value)


def keep_written() -> None:
    """Write again what a callback wrote, where this run's address is the one from before it."""
    for key, (before, value) in st.session_state.pop(_WRITTEN, {}).items():
        if st.query_params.get(key, "") == before:
            _write(key, value)


def _write(key: str, value: str) -> None:
    if value:
        st.query_params[key] = value
    else:
        st.query_params.pop(key, None)


def apply_pending() -> None:
    """Set the values that the run before asked for; call it before the widgets."""
    for key, value in st.session_state.pop(_PENDING, {}).items():
        st.session_state[key] = value


def run_again_with(**values: Any) -> NoReturn:
    """Start the run again with other values in the widgets, though these have run already."""
    st.session_state[_PENDING] = values
    st.rerun()


def mend_address(options: queries.Options) -> None:
    """Write the filter back into the address where it was lost; call it after the widgets.

    Going Back soon after a reload, Streamlit keeps the values of bound widgets but can strip
    them from the address. The run starts once more, now knowing the whole address, and sends it.
    """
    state = st.session_state
    if state.pop(_MENDING, False):
        st.query_params.update({})
        return
    first = cached.reports().first
    every = _defaults(options) | {REPORT: first.slug if first else ""}
    changed = {key: state[key] for key, usual in every.items() if state[key] != usual}
    if any(key not in st.query_params for key in changed):
        state[_MENDING] = True
        run_again_with(**changed)


def _defaults(options: queries.Options) -> dict[str, Any]:
    rows = [row for row in dimensions() if row.kind != "day"]
    usual = {
        # Nothing chosen stands for the report's series.
        row.key: _WIDGETS[row.kind](row.usual if row.kind == "one" else options.usual(row))
        for row in rows
    }
    return usual | {"dates": options.default_dates(), AS_OF: None}


# How a widget holds the value of a choice that nobody has made.
_WIDGETS: Final[dict[str, Callable[[Any], Any]]] = {
    "many": list,
    "one": lambda usual: usual or None,
    "written": lambda usual: usual or None,
    "scale": lambda usual: usual or say("choice-grade-any"),
    "switch": bool,
    "text": str,
    "pasted": str,
    "number": float,
}


def _value(row: Dimension, shown: Any, options: queries.Options) -> Any:
    """Return the value of a choice from what its widget holds."""
    if row.kind == "many":
        return () if row.everything() in shown else tuple(map(row.meant, shown))
    if row.kind == "scale":
        return shown if shown in row.closed else ""
    if row.kind in FREE:
        return row.reads(shown).value if (shown or "").strip() else ""
    return options.usual(row) if shown is None else shown


def _usual_query(options: queries.Options) -> dict[str, list[str]]:
    return parse_qs(urlencode(options.default_filter().to_query()))


def notices(options: queries.Options) -> dict[str, list[str]]:
    """Return headings with what the address asked for in vain, and what texts were taken for.

    There is nothing any more when the viewer has changed the filter.
    """
    state = st.session_state
    if _NOTICED not in state:
        state[_NOTICED] = state[_FILTER]
    if state[_NOTICED] != state[_FILTER]:
        return {}
    asked = {key: [*filter(None, values)] for key, values in state.get(_ASKED, {}).items()}
    told = {
        say("frame-link-problems"): address_problems(asked, options),
        say("frame-link-remarks"): remarks(asked),
    }
    return {heading: items for heading, items in told.items() if items}


def address_problems(asked: dict[str, list[str]], options: queries.Options) -> list[str]:
    """Name the parts of an address that cannot be met, in words for the viewer."""
    found = problems(asked, _closed_lists(asked, options))
    found += _out_of_range(asked) + _as_of_problems(asked.get(AS_OF, []))
    found += _rule_problems(asked.get(navigation.RULE, []))
    found += _view_problems(asked.get(navigation.VIEW, []))
    found += _maps_problems(asked.get(navigation.MAPS, []))
    return found + _report_problems(asked.get(REPORT, []))


def _closed_lists(query: dict[str, list[str]], options: queries.Options) -> dict[str, list[str]]:
    rows = {row.key: row for row in dimensions()}
    chosen = query.get("province") or list(options.home)
    provinces = () if packs.country().whole in chosen else chosen
    found = {key: options.offered(row, provinces) for key, row in rows.items()}
    return {key: list(values) for key, values in found.items() if values}


def _out_of_range(query: dict[str, list[str]]) -> list[str]:
    moments = [moment for text in query.get("dates", []) if (moment := parse_day(text))]
    if all(FIRST_DAY <= moment <= LAST_DAY for moment in moments):
        return []
    first, last = fmt.day(FIRST_DAY), fmt.day(LAST_DAY)
    return [say("frame-dates-out-of-range", first=first, last=last)]


def _as_of_problems(values: list[str]) -> list[str]:
    bad = [value for value in values if parse_day(value) is None]
    return [say("frame-as-of-unreadable", value=value) for value in bad]


def _rule_problems(values: list[str]) -> list[str]:
    known = fmt.unit_list(list(answers.RULES))
    bad = [value for value in values if value not in answers.RULES]
    return [say("frame-rule-unknown", value=value, known=known) for value in bad]


def _view_problems(values: list[str]) -> list[str]:
    known = fmt.unit_list(list(answers.VIEWS))
    bad = [value for value in values if value not in answers.VIEWS]
    return [say("view-unknown", value=value, known=known) for value in bad]


def _maps_problems(values: list[str]) -> list[str]:
    bad = [value for value in values if value != navigation.TWO]
    return [say("map-maps-unknown", value=value, known=navigation.TWO) for value in bad]


def _report_problems(values: list[str]) -> list[str]:
    usable = cached.reports().usable
    known = fmt.unit_list(list(usable))
    bad = [value for value in values if value not in usable]
    return [say("frame-report-unknown", value=value, known=known) for value in bad]


def _period(dates: Any, before: IncidentFilter) -> tuple[date | None, date | None]:
    # Half a range is what the calendar holds between the first click and the second.
    if isinstance(dates, tuple) and len(dates) == 2:
        return dates[0], dates[1]
    return before.date_from, before.date_to
