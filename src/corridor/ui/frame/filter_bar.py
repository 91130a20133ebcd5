"""The one set of filter widgets, opened under the filter sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, Final, Literal, get_args
from urllib.parse import urlsplit

import streamlit as st

from corridor import answers, packs, queries
from corridor.filter import FREE, KILOMETRES, Dimension, IncidentFilter, dimensions, selection
from corridor.filter.dimensions import DISTANCES, Part
from corridor.filter.reading import Reading
from corridor.geo import MOST_SIGNS_OF_AN_AREA
from corridor.ui import parts
from corridor.ui.frame import cached, navigation, presets, report_incident, state
from corridor.words import has, say

PRESET: Final = "period"
HALF: Final = "half_a_period"
BOUND: Final = "query-params"
MOST_SIGNS: Final = 200
COLUMNS: Final[tuple[Part, ...]] = ("where", "when", "what", "how")


def show(options: queries.Options, page: str) -> IncidentFilter:
    """Draw the filter widgets of a page and give the filter they make.

    They sit in a compact expander: inside a closed popover bound widgets lose their values. Each
    page has one of its own, which is closed when one comes to it.
    """
    with (
        st.container(key="cw-filter"),
        st.expander(say("filter-change"), type="compact", key=f"cw-filter-bar-{page}"),
    ):
        _draw(options)
        incident_filter = state.read_widgets(options)
        state.mend_address(options)
        _link(incident_filter)
    return incident_filter


def _draw(options: queries.Options) -> None:
    """Draw the bar: the chief choices in columns of two, then line by line."""
    rows = {part: [row for row in dimensions() if row.part == part] for part in get_args(Part)}
    for column, part in zip(st.columns(4, gap="medium"), COLUMNS, strict=True):
        with column:
            if part == "when":
                _period(options)
            for row in rows[part]:
                if row.kind != "day":
                    _widget(row, options)
    for group, part in zip(st.columns(2, gap="medium"), DISTANCES, strict=True):
        with group:
            st.caption(say(f"choices-{part}"))
            _line([partial(_widget, row) for row in rows[part]], options)
    _line([*(partial(_widget, row) for row in rows["more"]), _as_of, _reset], options, "bottom")


def _line(
    drawn: Sequence[Callable[[queries.Options], None]],
    options: queries.Options,
    edge: Literal["top", "bottom"] = "top",
) -> None:
    """Draw choices beside each other, on the level of one edge."""
    columns = st.columns(len(drawn), gap="medium", vertical_alignment=edge)
    for column, draw in zip(columns, drawn, strict=True):
        with column:
            draw(options)


def _widget(row: Dimension, options: queries.Options) -> None:
    """Draw the widget of one choice, bound to the address, which carries the words it offers."""
    key, label = f"choice-{row.key}", say(f"choice-{row.key}")
    empty = say(f"choice-{row.key}-any") if has(f"{key}-any") else row.everything() or None
    told: dict[str, Any] = {"key": row.key, "bind": BOUND}
    if row.key in _CHANGED:
        told |= {"on_change": _CHANGED[row.key], "args": (options,)}
    if has(f"{key}-help"):
        told["help"] = say(f"choice-{row.key}-help")
    inside = state.chosen_provinces() if row.options == "districts" else ()
    offered = list(options.offered(row, inside))
    if row.kind == "many":
        told["accept_new_options"] = not (row.options or row.closed)
        st.multiselect(label, offered, default=list(options.usual(row)), placeholder=empty, **told)
    elif row.kind in ("one", "written"):
        told["accept_new_options"] = row.kind == "written"
        written = st.selectbox(label, offered, index=None, placeholder=empty, **told) or ""
        _mind(row.reads(written) if row.kind in FREE and written.strip() else Reading())
    elif row.kind in ("scale", "switch", "number"):
        _bare(row, label, **told)
    else:
        _text(row, label, placeholder=empty, **told)
    if row.key == "actor":
        state.understand_actors(offered)


def _bare(row: Dimension, label: str, **told: Any) -> None:
    """Draw what has no empty field: a slider, a switch, a number."""
    if row.kind == "scale":
        st.select_slider(label, state.stops(row), **told)
        return
    told["disabled"] = state.is_idle(row)
    if row.kind == "switch":
        st.checkbox(label, **told)
        return
    low, high = KILOMETRES
    st.number_input(label, low, high, row.usual, 1.0, format="%g", **told)


def _text(row: Dimension, label: str, **told: Any) -> None:
    if row.kind == "text":
        st.text_input(label, max_chars=MOST_SIGNS, **told)
        return
    # A sign more than may be: a browser cuts the rest off without a word.
    st.text_area(label, max_chars=MOST_SIGNS_OF_AN_AREA + 1, height=68, **told)
    _mind(state.shorten(row))


def _mind(read: Reading) -> None:
    """Say where somebody has written what cannot be used, or may mean another thing."""
    if told := read.refused or read.note:
        st.caption(parts.plain(str(told)))


def _province_changed(options: queries.Options) -> None:
    """Let the word for all of them stand alone, and drop districts that lie elsewhere now."""
    chosen, whole = list(st.session_state.province), packs.country().whole
    if whole in chosen:
        was_last = chosen[-1] == whole
        st.session_state.province = (
            [whole] if was_last else [name for name in chosen if name != whole]
        )
    (district,) = (row for row in dimensions() if row.options == "districts")
    offered = options.offered(district, state.chosen_provinces())
    st.session_state.district = [name for name in st.session_state.district if name in offered]


# What follows when a choice changes.
_CHANGED: Final = {"province": _province_changed, cached.SERIES: state.follow_series}


def _period(options: queries.Options) -> None:
    # The bound dates are read first: they say which preset, if any, the period is.
    top = st.container()
    period = _dates(options)
    known = _presets(options)
    st.session_state[PRESET] = presets.name_of(period, known) if period else presets.CHOSEN
    top.selectbox(
        say("filter-period"),
        [*(preset.name for preset in known), presets.CHOSEN],
        format_func=partial(presets.label, cached.region()),
        key=PRESET,
        on_change=_preset_chosen,
        args=(options,),
    )


def _presets(options: queries.Options) -> tuple[presets.Preset, ...]:
    tested, incident = cached.report(), report_incident.of_report()
    reported, happened = tested.date if tested else None, incident.day if incident else None
    return presets.presets(options, cached.region(), reported, happened)


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


def _as_of(_options: queries.Options) -> None:
    st.date_input(
        say("filter-as-of"),
        value=None,
        min_value=state.FIRST_DAY,
        max_value=state.LAST_DAY,
        format=state.DATE_FORMAT,
        help=say("filter-as-of-help"),
        key=state.AS_OF,
        bind=BOUND,
    )


def _reset(options: queries.Options) -> None:
    st.button(say("filter-reset"), key="cw-reset", on_click=state.reset, args=(options,))


def _link(incident_filter: IncidentFilter) -> None:
    """Show an address that keeps its meaning: both dates are written, even default ones."""
    here = (st.context.url or "").partition("?")[0]
    with st.container(key="cw-link", gap="xsmall"):
        st.caption(say("filter-link"))
        told = f"{_with_path(here)}?{kept_query(incident_filter)}"
        st.code(told, language=None, wrap_lines=True)


def kept_query(incident_filter: IncidentFilter) -> str:
    """Return the part of an address after "?" that shows this page as it is now, later too."""
    rule = st.query_params.get(navigation.RULE, "")
    extra = [(navigation.RULE, rule)] if rule in answers.RULES else []
    view = st.query_params.get(navigation.VIEW, "")
    extra += [(navigation.VIEW, view)] if view in answers.VIEWS else []
    if st.query_params.get(navigation.MAPS, "") == navigation.TWO:
        extra.append((navigation.MAPS, navigation.TWO))
    if selected := st.session_state.get(selection.KEY):
        extra.append((selection.KEY, selected))
    return navigation.query(incident_filter, extra)


def _with_path(address: str) -> str:
    # The home page's address comes as "http://host:port", without its slash.
    return address if urlsplit(address).path else f"{address}/"
