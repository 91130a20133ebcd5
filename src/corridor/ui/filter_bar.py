"""The one set of filter widgets, opened under the filter sentence."""

from __future__ import annotations

from datetime import date
from typing import Any, Final
from urllib.parse import urlsplit

import streamlit as st

from corridor import queries, vocabulary
from corridor.filters import IncidentFilter
from corridor.ui import cached, navigation, presets, report_incident, state
from corridor.words import say, terms

PRESET: Final = "period"
HALF: Final = "half_a_period"
BOUND: Final = "query-params"


def show(options: queries.Options) -> IncidentFilter:
    """Draw the filter widgets and give the filter they make.

    They sit in a compact expander: inside a closed popover bound widgets lose their values.
    """
    state.apply_pending()
    with (
        st.container(key="cw-filter"),
        st.expander(say("filter-change"), type="compact", key="cw-filter-bar"),
    ):
        where, when, what, how = st.columns(4, gap="medium")
        with where:
            _place(options)
        with when:
            _period(options)
        with what:
            _people(options)
        with how:
            _detail()
        _last_row(options)
        incident_filter = state.read_widgets(options)
        state.mend_address(options)
        _link(incident_filter)
    return incident_filter


def _place(options: queries.Options) -> None:
    chosen = st.multiselect(
        say("filter-province"),
        state.province_choices(options),
        default=list(vocabulary.CORRIDOR),
        key="province",
        placeholder=terms.term(vocabulary.ALL_IRAQ),
        on_change=_province_changed,
        args=(options,),
        bind=BOUND,
    )
    st.multiselect(
        say("filter-district"),
        state.district_choices(chosen, options),
        key="district",
        placeholder=say("filter-all-districts"),
        bind=BOUND,
    )


def _province_changed(options: queries.Options) -> None:
    """Let "All Iraq" stand alone, and drop districts that lie elsewhere now."""
    chosen = list(st.session_state.province)
    if vocabulary.ALL_IRAQ in chosen:
        was_last = chosen[-1] == vocabulary.ALL_IRAQ
        st.session_state.province = (
            [vocabulary.ALL_IRAQ] if was_last else [n for n in chosen if n != vocabulary.ALL_IRAQ]
        )
    offered = state.district_choices(st.session_state.province, options)
    st.session_state.district = [name for name in st.session_state.district if name in offered]


def _period(options: queries.Options) -> None:
    # The bound dates are read first: they say which preset, if any, the period is.
    top = st.container()
    period = _dates(options)
    known = _presets(options)
    st.session_state[PRESET] = presets.name_of(period, known) if period else presets.CHOSEN
    top.selectbox(
        say("filter-period"),
        [*(preset.name for preset in known), presets.CHOSEN],
        format_func=presets.label,
        key=PRESET,
        on_change=_preset_chosen,
        args=(options,),
    )


def _presets(options: queries.Options) -> tuple[presets.Preset, ...]:
    return presets.presets(options, cached.report().date, report_incident.of_report().day)


def _dates(options: queries.Options) -> presets.Period | None:
    dates = st.date_input(
        say("filter-dates"),
        value=options.default_dates(),
        min_value=state.FIRST_DAY,
        max_value=state.LAST_DAY,
        format=state.DATE_FORMAT,
        help=say("filter-date-help"),
        key="dates",
        on_change=_dates_clicked,
        bind=BOUND,
    )
    period = _both(dates)
    if period and period[0] > period[1]:
        # Only an address can hold such a range, and it wins over a value set before the widget.
        state.run_again_with(dates=options.default_dates())
    if len(dates) == 1 and not st.session_state.get(HALF):
        # From an address, where Streamlit drops the second of two equal days.
        state.run_again_with(dates=2 * dates)
    return period


def _dates_clicked() -> None:
    """Remember that the calendar waits for the second click, not that one day is meant."""
    st.session_state[HALF] = len(st.session_state.dates) == 1


def _both(dates: Any) -> tuple[date, date] | None:
    return (dates[0], dates[1]) if isinstance(dates, tuple) and len(dates) == 2 else None


def _preset_chosen(options: queries.Options) -> None:
    wanted = st.session_state[PRESET]
    for preset in _presets(options):
        if preset.name == wanted:
            state.set_dates(*preset.period)


def _people(options: queries.Options) -> None:
    st.multiselect(
        say("filter-type"),
        list(options.event_types),
        key="event_type",
        placeholder=say("filter-all-types"),
        bind=BOUND,
    )
    actors = state.actor_choices(options)
    st.multiselect(
        say("filter-actor"), actors, key="actor", placeholder=say("filter-all-actors"), bind=BOUND
    )
    state.understand_actors(actors)


def _detail() -> None:
    st.selectbox(
        say("filter-precision"),
        list(vocabulary.GEO_PRECISIONS.values()),
        index=None,
        placeholder=say("filter-any-precision"),
        key="precision",
        bind=BOUND,
    )
    st.text_input(
        say("filter-text"),
        key="text",
        placeholder=say("filter-text-example"),
        help=say("filter-text-help"),
        max_chars=200,
        bind=BOUND,
    )


def _last_row(options: queries.Options) -> None:
    source, upload, as_of, civilians, again = st.columns(
        5, gap="medium", vertical_alignment="bottom"
    )
    source.multiselect(
        say("filter-source"),
        list(options.sources),
        key="source",
        placeholder=say("filter-all-sources"),
        bind=BOUND,
    )
    upload.selectbox(
        say("filter-uploads"),
        list(options.uploads),
        index=None,
        placeholder=say("filter-uploads-usual"),
        help=say("filter-uploads-help"),
        key="upload",
        bind=BOUND,
    )
    as_of.date_input(
        say("filter-as-of"),
        value=cached.report().date,
        min_value=state.FIRST_DAY,
        max_value=state.LAST_DAY,
        format=state.DATE_FORMAT,
        help=say("filter-date-help"),
        key=state.AS_OF,
        bind=BOUND,
    )
    civilians.checkbox(say("filter-civilians"), key="civilians", bind=BOUND)
    again.button(say("filter-reset"), key="cw-reset", on_click=state.reset, args=(options,))


def _link(incident_filter: IncidentFilter) -> None:
    """Show an address that keeps its meaning: both dates are written, even default ones."""
    here = (st.context.url or "").partition("?")[0]
    query = navigation.query(incident_filter)
    with st.container(key="cw-link", gap="xsmall"):
        st.caption(say("filter-link"))
        st.code(f"{_with_path(here)}?{query}", language=None, wrap_lines=True)


def _with_path(address: str) -> str:
    # The home page's address comes as "http://host:port", without its slash.
    return address if urlsplit(address).path else f"{address}/"
