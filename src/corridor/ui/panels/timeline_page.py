"""When: the whole period with the window marked; a drag across the bars sets the period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

import pandas as pd
import streamlit as st

from corridor import answers, queries
from corridor.charts import period_bars
from corridor.charts.chart import Mark
from corridor.charts.figure import Figure
from corridor.filter import IncidentFilter
from corridor.palette import Theme
from corridor.ui import parts
from corridor.ui.frame import cached, report_incident, state, viewer
from corridor.ui.frame.drawing import draw_chart, with_paper
from corridor.ui.panels import level_words
from corridor.ui.panels.nothing_here import nothing_here
from corridor.ui.parts import Html, LegendItem, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say

Span = tuple[date, date]

AUTOMATIC: Final = "auto"
# Trailing periods of the rolling mean: four weeks, two months, half a year, three years.
ROLLING: Final = {"day": 28, "week": 8, "month": 6, "year": 3}
# The most days drawn round the window when bars are days or weeks.
LONGEST: Final = {"day": 400, "week": 2200}
EARLIEST: Final = date(2003, 1, 1)
SMALL_FROM: Final = date(2010, 1, 1)
MOST_ROWS: Final = 400


def show(chosen: IncidentFilter) -> None:
    """Draw the page for a filter."""
    period, stack = _head(chosen)
    span = _span(chosen, period)
    shown = replace(chosen, date_from=span[0], date_to=span[1])
    series = cached.answer(queries.timeline, shown, period, stack, apart=True)
    if not series["incidents"].sum():
        parts.show(nothing_here(chosen, "timeline"))
        return
    parts.show(_legend(series, chosen, stack, viewer.theme()))
    _bars(chosen, shown, series, period)
    _deaths(series, _window(chosen, span), span)
    _table(series, period)


def small(chosen: IncidentFilter) -> None:
    """Draw the overview's line of months from 2010."""
    figure, key, alt = cached.kept(_small, chosen, viewer.theme(), viewer.is_small())
    parts.show(key)
    draw_chart(figure, "small_timeline", alt)


def _small(chosen: IncidentFilter, theme: Theme, phone: bool) -> tuple[Figure, Html, str]:
    last = _data_end(chosen)
    span = (min(SMALL_FROM, chosen.date_from or SMALL_FROM), last)
    shown = replace(chosen, date_from=span[0], date_to=last)
    series = cached.answer(queries.timeline, shown, "month", "type", apart=True)
    found = cached.answer(answers.levels, chosen)
    figure = period_bars.bars(
        series,
        theme=theme,
        window=_window(chosen, span),
        window_level=level_words.window_level(found, "month"),
        report_date=report_incident.of_report().mark,
        baseline=level_words.baseline_level(found, "month"),
        events=[] if phone else _events(span)[:1],
        span=span,
        height=225,
        small=True,
    )
    alt = say("timeline-months-in-words", level=level_words.in_words(found))
    return with_paper(figure, theme), _legend(series, chosen, "type", theme), alt


def _head(chosen: IncidentFilter) -> tuple[str, str]:
    parts.show(parts.rule())
    words, controls = st.columns((7, 6), gap="medium", vertical_alignment="bottom")
    with (
        controls,
        st.container(horizontal=True, horizontal_alignment="right", key="cw-timeline-controls"),
    ):
        period, stack = _controls(chosen)
    with words:
        parts.show(
            parts.headline(
                say("timeline-kicker", place=chosen.place(), period=period),
                level_words.in_words(cached.answer(answers.levels, chosen)),
                say("timeline-told"),
            ),
        )
    return period, stack


def _controls(chosen: IncidentFilter) -> tuple[str, str]:
    picked = st.segmented_control(
        say("timeline-bars-by"),
        [AUTOMATIC, *queries.PERIODS],
        default=AUTOMATIC,
        format_func=lambda period: say(f"timeline-bars-{period}"),
        key="bars_by",
    )
    stack = st.segmented_control(
        say("timeline-stacked-by"),
        queries.STACKS,
        default="type",
        key="stacked_by",
        format_func=lambda stack: say(f"timeline-stack-{stack}"),
    )
    st.toggle(say("timeline-moving-average"), key="rolling")
    automatic = queries.automatic_period(*_covered(chosen))
    return str(picked) if picked in queries.PERIODS else automatic, stack or "type"


def _data_end(chosen: IncidentFilter) -> date:
    options = cached.options()
    return max(options.series_last, options.last_day, chosen.date_to or options.last_day)


def _covered(chosen: IncidentFilter) -> Span:
    """Give the span from the year of the filter's first incident at any date to the data end."""
    whole = cached.summary(replace(chosen, date_from=None, date_to=None))
    first = max(whole.first_date or EARLIEST, EARLIEST)
    return first.replace(month=1, day=1), _data_end(chosen)


def _span(chosen: IncidentFilter, period: str) -> Span:
    """Give the days drawn: all, or round the window when bars are days or weeks."""
    first, last = _covered(chosen)
    begin, end = chosen.date_from or first, chosen.date_to or last
    if period not in LONGEST:
        return min(first, begin), max(last, end)
    longest = timedelta(days=LONGEST[period])
    around = max(timedelta(days=30), min(end - begin, longest) // 2)
    return max(begin - around, end - longest), end + around


def _window(chosen: IncidentFilter, span: Span) -> Span:
    return chosen.date_from or span[0], chosen.date_to or span[1]


def _legend(series: pd.DataFrame, chosen: IncidentFilter, stack: str, theme: Theme) -> Html:
    """Name the colours of all bars; count what lies in the filter’s period."""
    inside = cached.answer(queries.timeline, chosen, "year", stack, apart=True)
    totals = inside[~inside["is_other"]].groupby("group")["incidents"].sum()
    keys = zip(period_bars.groups_of(series), period_bars.key(series, theme), strict=True)
    items = [
        LegendItem(label, "square", count=fmt.number(int(totals.get(group, 0))), colour=colour)
        for group, (label, colour) in list(keys)[:8]
    ]
    others = int(inside.loc[inside["is_other"], "incidents"].sum())
    if others:
        # Never added to UCDP's: the means beside the bars are of that series alone.
        items.append(LegendItem(say("timeline-by-others"), "hatch", count=fmt.number(others)))
    period = fmt.days(chosen.date_from, chosen.date_to)
    return parts.legend(items, say("timeline-legend-period", period=period))


def _bars(chosen: IncidentFilter, shown: IncidentFilter, series: pd.DataFrame, period: str) -> None:
    span = _window(shown, _covered(shown))
    is_near = period in LONGEST
    mark = report_incident.of_report().mark
    found = cached.answer(answers.levels, chosen)
    figure = period_bars.bars(
        series,
        theme=viewer.theme(),
        window=_window(chosen, span),
        window_level=level_words.window_level(found, period),
        report_date=mark if span[0] <= mark.day <= span[1] else None,
        baseline=level_words.baseline_level(found, period),
        events=_events(span),
        rolling=_rolling(series, period) if st.session_state.get("rolling") else None,
        uncertain=cached.answer(queries.uncertain_dates, shown) if is_near else None,
        span=span,
        small=viewer.is_small(),
    )
    draw_chart(
        figure,
        "timeline_bars",
        say("timeline-in-words", period=period, level=level_words.in_words(found)),
        on_select=_brushed,
        selection_mode="box",
    )


def _brushed() -> None:
    boxes = st.session_state["timeline_bars"]["selection"]["box"]
    ends = sorted(pd.Timestamp(moment).date() for moment in boxes[0]["x"]) if boxes else []
    if len(ends) == 2 and ends[0] < ends[1]:
        state.set_dates(ends[0], ends[1])


def _rolling(series: pd.DataFrame, period: str) -> pd.DataFrame:
    own = series.assign(incidents=series["incidents"].where(~series["is_other"], 0))
    totals = own.groupby("period_start", as_index=False)[["incidents"]].sum()
    return totals.assign(mean=totals["incidents"].rolling(ROLLING[period]).mean())


def _events(span: Span) -> list[Mark]:
    events = cached.region().events
    return [Mark(item.day, item.label) for item in events if span[0] <= item.day <= span[1]]


def _deaths(series: pd.DataFrame, window: Span, span: Span) -> None:
    parts.show(parts.section(say("timeline-deaths"), say("timeline-deaths-key")))
    figure = period_bars.fatalities_bars(series, theme=viewer.theme(), window=window, span=span)
    draw_chart(figure, "timeline_deaths", say("timeline-deaths-in-words"))


def _table(series: pd.DataFrame, period: str) -> None:
    counted = ["incidents", *(f"fatalities_{name}" for name in ("low", "best", "high", "unknown"))]
    rows = series.groupby(["period_start", "period_end"], as_index=False)[counted].sum(min_count=1)
    rows = rows[rows["incidents"] > 0].iloc[::-1]
    columns = [
        TableColumn(say("heading-period")),
        TableColumn(say("timeline-incidents"), numeric=True),
        TableColumn(say("timeline-killed"), numeric=True),
        TableColumn(say("timeline-deaths-unknown"), numeric=True, phone=False),
    ]
    body = [_row(row) for row in queries.rows_of(rows.head(MOST_ROWS))]
    note = say("timeline-newest", count=MOST_ROWS) if len(rows) > MOST_ROWS else ""
    with (
        st.container(key="cw-unfolded"),  # on paper, where nothing can be opened
        st.expander(say("timeline-table", count=len(rows), period=period)),
    ):
        parts.show(parts.table(columns, body, caption=say("timeline-caption"), note=note))


def _row(row: dict[str, Any]) -> list[str]:
    counts = (row[f"fatalities_{name}"] for name in ("low", "best", "high"))
    return [
        fmt.days(row["period_start"].date(), row["period_end"].date()),
        fmt.number(row["incidents"]),
        fmt.fatality_range(*counts),
        fmt.number(row["fatalities_unknown"]) if row["fatalities_unknown"] else "",
    ]
