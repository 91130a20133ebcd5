"""When: the whole period with the window marked; a drag across the bars sets the period."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

import pandas as pd
import streamlit as st

from corridor import queries, vocabulary
from corridor.figures import chart, timeline
from corridor.figures import format as fmt
from corridor.figures.chart import Mark
from corridor.figures.timeline import Level
from corridor.filters import IncidentFilter
from corridor.ui import cached, parts, presets, state, viewer
from corridor.ui.empty import nothing_here
from corridor.ui.parts import LegendItem, TableColumn

AUTOMATIC: Final = "auto"
STACK_LABELS: Final = {"type": "type", "province": "province", "actor": "actors"}
# Trailing periods of the rolling mean: about a month of days, two of weeks, half a year.
ROLLING: Final = {"day": 28, "week": 8, "month": 6, "year": 3}
REPORT_MARK: Final = Mark(date(2018, 6, 17), "Injana attack, 17 Jun 2018", is_report=True)


def show(chosen: IncidentFilter) -> None:
    """Draw the page for a filter."""
    period, stack = _controls(chosen)
    span = _span(chosen, period)
    shown = replace(chosen, date_from=span[0], date_to=span[1])
    series = cached.answer(queries.timeline, shown, period, stack)
    if not series["incidents"].sum():
        parts.show(nothing_here(chosen, "timeline"))
        return
    _headline(chosen, period)
    _legend(series)
    _bars(chosen, shown, series, period)
    _deaths(chosen, series, span)
    _table(series, period)


def small(chosen: IncidentFilter) -> None:
    """Draw the overview's line of months from 2010."""
    options = cached.options()
    first = min(date(2010, 1, 1), chosen.date_from or options.series_last)
    last = max(options.series_last, chosen.date_to or options.series_last)
    shown = replace(chosen, date_from=max(first, date(2003, 1, 1)), date_to=last)
    series = cached.answer(queries.timeline, shown, "month", "type")
    _legend(series)
    figure = timeline.bars(
        series,
        theme=viewer.theme(),
        window=(chosen.date_from or first, chosen.date_to or last),
        window_level=_window_level(chosen, (chosen.date_from or first, chosen.date_to or last), "month"),
        report_date=REPORT_MARK,
        baseline=_baseline_level(chosen, "month"),
        events=[] if viewer.is_small() else _events(first, last)[:1],
        span=(shown.date_from, last),
        height=215,
        small=True,
    )
    st.plotly_chart(figure, theme=None, config=chart.CONFIG, key="small_timeline")


def in_words(chosen: IncidentFilter) -> str:
    """Say how the months of the window stand against the 2010–2011 mean."""
    first, last = _covered(chosen)
    begin, end = max(chosen.date_from or first, first), min(chosen.date_to or last, last)
    if begin > end:
        return "nothing is known of this period"
    shown = replace(chosen, date_from=begin, date_to=end, sources=(vocabulary.PRIMARY_SERIES,))
    months = cached.answer(queries.timeline, shown, "month", "type")
    counts = months.groupby("period_start")["incidents"].sum()
    above = counts > _baseline(chosen) / 24
    since = counts.index[~above].max() if (~above).any() else None
    run = int(above[above.index > since].sum()) if since is not None else len(above)
    if run >= 3:
        start = counts.index[-run]
        return f"above the 2010–2011 mean in every month since {start:%B %Y}"
    return f"above the 2010–2011 mean in {int(above.sum())} of {len(above)} months"


def _controls(chosen: IncidentFilter) -> tuple[str, str]:
    with st.container(horizontal=True, horizontal_alignment="right", key="cw-timeline-controls"):
        picked = st.segmented_control(
            "Bars by", [AUTOMATIC, *queries.PERIODS], default=AUTOMATIC, key="bars_by"
        )
        stack = st.segmented_control(
            "Stacked by",
            queries.STACKS,
            default="type",
            key="stacked_by",
            format_func=STACK_LABELS.get,
        )
        st.toggle("Rolling mean", key="rolling")
    if picked in queries.PERIODS:
        return str(picked), stack or "type"
    first, last = _covered(chosen)
    return queries.automatic_period(first, last), stack or "type"


def _covered(chosen: IncidentFilter) -> tuple[date, date]:
    """Give the span from the first incident of the filter at any date to the data end."""
    options = cached.options()
    whole = cached.summary(replace(chosen, date_from=None, date_to=None))
    first = max(whole.first_date or options.first_day, date(2003, 1, 1))
    return first.replace(month=1, day=1), max(options.series_last, options.last_day)


def _span(chosen: IncidentFilter, period: str) -> tuple[date, date]:
    """Give the days drawn: all, or round the window when bars are days or weeks."""
    first, last = _covered(chosen)
    if period in ("month", "year"):
        return min(first, chosen.date_from or first), max(last, chosen.date_to or last)
    begin, end = chosen.date_from or first, chosen.date_to or last
    longest = 400 if period == "day" else 2200
    around = timedelta(days=max(30, min((end - begin).days, longest) // 2))
    return max(begin - around, end - timedelta(days=longest)), end + around


def _headline(chosen: IncidentFilter, period: str) -> None:
    window = cached.answer(queries.primary_figures, chosen)
    baseline = _baseline(chosen)
    months = _periods(chosen, "month")
    mean, before = window.incidents / months, baseline / 24
    direction = "above" if mean > before else "below" if mean < before else "at"
    parts.show(
        parts.rule(),
        parts.headline(
            f"When · {chosen.place()} · bars by {period}",
            f"{mean:.1f} incidents a month in the window, {direction} the {before:.1f} of 2010–2011",
            "Drag across the bars to set the period. Means are of the primary series (UCDP), which "
            "counts incidents with at least one death.",
        ),
    )


def _baseline(chosen: IncidentFilter) -> int:
    first, last = presets.BASELINE
    return cached.answer(
        queries.primary_figures, replace(chosen, date_from=first, date_to=last)
    ).incidents


def _periods(chosen: IncidentFilter, period: str) -> float:
    first, last = _covered(chosen)
    days = ((chosen.date_to or last) - (chosen.date_from or first)).days + 1
    return max(days / {"day": 1, "week": 7, "month": 365.25 / 12, "year": 365.25}[period], 1e-9)


def _legend(series: pd.DataFrame) -> None:
    totals = series.groupby("group")["incidents"].sum()
    labels = dict(
        zip(timeline.groups_of(series), timeline.key(series, viewer.theme()), strict=True)
    )
    items = [
        LegendItem(label, "square", count=fmt.number(int(totals[group])), colour=colour)
        for group, (label, colour) in list(labels.items())[:8]
    ]
    parts.show(parts.legend(items))


def _bars(chosen: IncidentFilter, shown: IncidentFilter, series: pd.DataFrame, period: str) -> None:
    first, last = shown.date_from, shown.date_to
    window = (chosen.date_from or first, chosen.date_to or last)
    figure = timeline.bars(
        series,
        theme=viewer.theme(),
        window=window,
        window_level=_window_level(chosen, window, period),
        report_date=REPORT_MARK,
        baseline=_baseline_level(chosen, period),
        events=_events(first, last),
        rolling=_rolling(series, period) if st.session_state.get("rolling") else None,
        uncertain=cached.answer(queries.uncertain_dates, shown)
        if period in ("day", "week")
        else None,
        span=(first, last),
        small=viewer.is_small(),
    )
    st.plotly_chart(
        figure,
        theme=None,
        config=chart.CONFIG,
        on_select=_brushed,
        selection_mode="box",
        key="timeline_bars",
    )


def _brushed() -> None:
    boxes = st.session_state["timeline_bars"]["selection"]["box"]
    ends = sorted(pd.Timestamp(moment).date() for moment in boxes[0]["x"]) if boxes else []
    if len(ends) == 2 and ends[0] < ends[1]:
        state.set_dates(ends[0], ends[1])


def _window_level(chosen: IncidentFilter, window: tuple[Any, Any], period: str) -> Level:
    incidents = cached.answer(queries.primary_figures, chosen).incidents
    mean = incidents / _periods(chosen, period)
    return Level(mean, *window, f"{mean:.1f} a {period}")


def _baseline_level(chosen: IncidentFilter, period: str) -> Level:
    days = {"day": 1, "week": 7, "month": 365.25 / 12, "year": 365.25}[period]
    mean = _baseline(chosen) * days / 730
    return Level(mean, *presets.BASELINE, f"2010–2011 mean {mean:.1f}")


def _rolling(series: pd.DataFrame, period: str) -> pd.DataFrame:
    totals = series.groupby("period_start", as_index=False)["incidents"].sum()
    return totals.assign(mean=totals["incidents"].rolling(ROLLING[period]).mean())


@st.cache_data(show_spinner=False)
def _all_events() -> list[tuple[date, str]]:
    path = cached.settings_now().find("reference/events.csv")
    with path.open(encoding="utf-8") as lines:
        return [(date.fromisoformat(row["date"]), row["label"]) for row in csv.DictReader(lines)]


def _events(first: date | None, last: date | None) -> list[Mark]:
    return [
        Mark(day, label) for day, label in _all_events() if first and last and first <= day <= last
    ]


def _deaths(chosen: IncidentFilter, series: pd.DataFrame, span: tuple[date, date]) -> None:
    parts.show(
        parts.section(
            "Reported deaths",
            "Bar: low to high count; stroke: best count. Periods in which no count is stated are empty.",
        )
    )
    window = (chosen.date_from or span[0], chosen.date_to or span[1])
    figure = timeline.fatalities_bars(series, theme=viewer.theme(), window=window, span=span)
    st.plotly_chart(figure, theme=None, config=chart.CONFIG, key="timeline_deaths")


def _table(series: pd.DataFrame, period: str) -> None:
    rows = series.groupby(["period_start", "period_end"], as_index=False)[
        ["incidents", "fatalities_low", "fatalities_best", "fatalities_high", "fatalities_unknown"]
    ].sum(min_count=1)
    rows = rows[rows["incidents"] > 0].iloc[::-1]
    with st.expander(f"Table of periods with incidents ({len(rows):,} by {period})"):
        parts.show(
            parts.table(
                [
                    TableColumn("Period"),
                    TableColumn("Incidents", numeric=True),
                    TableColumn("Killed (low–high)", numeric=True),
                    TableColumn("Unknown for", numeric=True, phone=False),
                ],
                [_row(row) for row in rows.head(400).itertuples()],
                caption="Incidents and reported deaths by period",
                note="The newest 400 periods." if len(rows) > 400 else "",
            )
        )


def _row(row: Any) -> list[str]:
    counts = (row.fatalities_low, row.fatalities_best, row.fatalities_high)
    return [
        fmt.days(row.period_start.date(), row.period_end.date()),
        fmt.number(row.incidents),
        fmt.fatality_range(*counts),
        fmt.number(row.fatalities_unknown) if row.fatalities_unknown else "",
    ]
