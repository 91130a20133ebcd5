"""When: the whole period with the window marked; a click or a drag selects days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final

import streamlit as st

from corridor import answers, queries
from corridor.answers import Timeline
from corridor.charts import period_bars
from corridor.charts.chart import Mark
from corridor.charts.chart_sheet import HATCH, RING, Charted
from corridor.charts.figure import Figure
from corridor.charts.level_lines import baseline_level, window_level
from corridor.charts.period_bars import Picked
from corridor.charts.timeline_sheet import bars_key, bars_told
from corridor.exchange.counts import timeline_csv
from corridor.filter import IncidentFilter
from corridor.filter.selection import Selection, days_of
from corridor.maps.sheet import Told
from corridor.palette import Theme, colour
from corridor.texts import deaths_text, level_text
from corridor.ui import parts
from corridor.ui.frame import cached, report_incident, selecting, state, viewer
from corridor.ui.frame.drawing import draw_chart, pick_on, with_paper
from corridor.ui.frame.footer import credits_now
from corridor.ui.panels import chart_files, looking_ahead, timeline_views
from corridor.ui.panels.changes_table import every_change
from corridor.ui.panels.nothing_here import nothing_here
from corridor.ui.parts import Html, LegendItem, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say

AUTOMATIC: Final = "auto"
MOST_ROWS: Final = 400
PICKS: Final = "timeline_picks"
_MARKS: Final = {HATCH: "hatch", RING: "circle"}


def show(chosen: IncidentFilter) -> None:
    """Draw the page for a filter."""
    parts.show(parts.rule())
    words, controls = st.columns((7, 6), gap="medium", vertical_alignment="bottom")
    with (
        controls,
        st.container(horizontal=True, horizontal_alignment="right", key="cw-timeline-controls"),
    ):
        view = timeline_views.choice()
        period, stack = _controls() if view == timeline_views.BARS else (AUTOMATIC, "type")
        by = timeline_views.split() if view == "multiples" else ""
    found = _found(chosen, period, stack)
    levels = cached.levels(chosen)
    level = level_text.in_words(levels)
    with words:
        kicker = _kicker(chosen, found, view)
        told = fmt.sentences(
            say("timeline-told", series=found.series), level_text.thin_in_words(levels)
        )
        parts.show(parts.headline(kicker, level, told))
    if found.is_empty:
        parts.show(nothing_here(chosen, "timeline"))
        return
    if view != timeline_views.BARS:
        timeline_views.show(chosen, view, by)
        looking_ahead.show(chosen)
        every_change(chosen)
        return
    title, table, deaths = cached.kept(_numbers, chosen, found.period, stack)
    _bars_and_deaths(chosen, found, stack, deaths)
    looking_ahead.show(chosen)
    every_change(chosen)
    with (
        st.container(key="cw-unfolded"),  # on paper, where nothing can be opened
        st.expander(title),
    ):
        parts.show(table)


def _bars_and_deaths(chosen: IncidentFilter, found: Timeline, stack: str, deaths: str) -> None:
    asked = found.period, stack, bool(st.session_state.get("rolling"))
    picked = selecting.selection(), state.current_as_of()
    drawn = cached.kept(_drawn, chosen, asked, viewer.theme(), viewer.is_small(), picked)
    parts.show(drawn.legend)
    levels = cached.levels(chosen)
    alt = say("timeline-in-words", period=found.period, level=level_text.in_words(levels))
    draw_chart(drawn.bars, "timeline_bars", fmt.sentences(alt, drawn.selected))
    pick_on(
        PICKS, ("timeline_bars", "timeline_deaths"), say("timeline-picks"),
        partial(_picked, found.period), span=found.span,
    )  # fmt: skip
    parts.show(parts.section(say("timeline-deaths"), say("timeline-deaths-key")))
    draw_chart(drawn.deaths, "timeline_deaths", deaths)
    charts = [
        Charted("timeline_bars", drawn.bars),
        Charted("timeline_deaths", drawn.deaths, say("timeline-deaths")),
    ]
    chart_files.offer("timeline", drawn.around, charts, partial(timeline_csv, found))


def _kicker(chosen: IncidentFilter, found: Timeline, view: str) -> str:
    if view != timeline_views.BARS:
        return say("view-kicker", place=chosen.place())
    return say("timeline-kicker", place=chosen.place(), period=found.period)


def _found(chosen: IncidentFilter, period: str, stack: str) -> Timeline:
    first_day = cached.region().first_day
    return cached.answer(answers.timeline, chosen, period, stack, first_day=first_day)


@dataclass(frozen=True)
class _Drawn:
    """What the page shows under its controls."""

    legend: Html
    selected: str
    bars: Figure
    deaths: Figure
    around: Told


def _drawn(
    chosen: IncidentFilter,
    asked: tuple[str, str, bool],
    theme: Theme,
    phone: bool,
    selection: tuple[Selection, date],
) -> _Drawn:
    """Draw the charts and the table that the controls ask for, and what is selected."""
    period, stack, is_rolling = asked
    found = _found(chosen, period, stack)
    picked = _picked_of(chosen, found, stack, selection)
    bars = _bars(chosen, found, theme, phone, picked, is_rolling=is_rolling)
    bars.add_trace(period_bars.stops(found.rows, found.series, picked))
    deaths = period_bars.fatalities_bars(
        found.rows,
        theme=theme,
        window=found.window,
        span=found.span,
        uncovered=_uncovered(found),
        picked=picked.rows if picked else None,
    )
    told = picked.told if picked else ""
    return _Drawn(
        _legend(found, chosen, theme, picked),
        told,
        with_paper(bars, theme),
        with_paper(deaths, theme),
        bars_told(chosen, found, cached.levels(chosen), credits_now(), told),
    )


def small(chosen: IncidentFilter) -> None:
    """Draw the overview's line of months."""
    picked = selecting.selection(), state.current_as_of()
    figure, key, alt, around = cached.kept(
        _small, chosen, viewer.theme(), viewer.is_small(), picked
    )
    parts.show(key)
    draw_chart(figure, "small_timeline", alt)
    chart_files.offer(
        "months",
        around,
        [Charted("small_timeline", figure)],
        partial(timeline_csv, _months(chosen)),
        cached.kept(_months_table, chosen),
    )


def _months(chosen: IncidentFilter) -> Timeline:
    return cached.answer(answers.timeline, chosen, "month", "type", cached.region().small_from)


def _small(
    chosen: IncidentFilter, theme: Theme, phone: bool, selection: tuple[Selection, date]
) -> tuple[Figure, Html, str, Told]:
    found = _months(chosen)
    picked = _picked_of(chosen, found, "type", selection)
    level = cached.levels(chosen)
    figure = period_bars.bars(
        found.rows,
        theme=theme,
        window=found.window,
        window_level=window_level(level, "month"),
        report_date=report_incident.mark(),
        baseline=baseline_level(level, "month"),
        events=[] if phone else _events(found)[:1],
        span=found.span,
        uncovered=_uncovered(found),
        picked=picked,
        height=225,
        small=True,
    )
    told = picked.told if picked else ""
    alt = say("timeline-months-in-words", level=level_text.in_words(level))
    around = bars_told(chosen, found, level, credits_now(), told, has_deaths=False)
    key = _legend(found, chosen, theme, picked)
    return with_paper(figure, theme), key, fmt.sentences(alt, told), around


def _picked_of(
    chosen: IncidentFilter, found: Timeline, stack: str, selection: tuple[Selection, date]
) -> Picked | None:
    """Count what is selected by the periods that are drawn; None where nothing is selected."""
    asked, as_of = selection
    if not asked:
        return None
    meant = selecting.meant(chosen, asked, as_of)
    rows = queries.timeline(cached.store(), found.around(meant.chosen), found.period, stack)
    told = say("selection-of", count=meant.summary.incidents or 0, all=sum(found.counted.values()))
    return Picked(rows, told, tuple(map(days_of, asked.of("dates"))))


def _controls() -> tuple[str, str]:
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
    return picked or AUTOMATIC, stack or "type"


def _legend(found: Timeline, chosen: IncidentFilter, theme: Theme, picked: Picked | None) -> Html:
    """Name the colours of all bars; count what lies in the filter’s period."""
    items = [
        LegendItem(label, _MARKS.get(mark, "square"), count=count,
                   colour="" if mark in _MARKS else mark)
        for mark, label, count in bars_key(found, chosen, theme)
    ]  # fmt: skip
    if picked:
        told = say("timeline-strong", figures=picked.told)
        items.insert(0, LegendItem(told, "square", colour=colour("ink", theme)))
    period = fmt.days(chosen.date_from, chosen.date_to)
    return parts.legend(items, say("timeline-legend-period", period=period))


def _uncovered(found: Timeline) -> period_bars.Uncovered:
    return period_bars.Uncovered(found.series, found.uncovered)


def _bars(
    chosen: IncidentFilter,
    found: Timeline,
    theme: Theme,
    phone: bool,
    picked: Picked | None,
    *,
    is_rolling: bool,
) -> Figure:
    mark = report_incident.mark()
    level = cached.levels(chosen)
    return period_bars.bars(
        found.rows,
        theme=theme,
        window=found.window,
        window_level=window_level(level, found.period),
        report_date=mark if mark and found.span[0] <= mark.day <= found.span[1] else None,
        baseline=baseline_level(level, found.period),
        events=_events(found),
        rolling=found.moving_average() if is_rolling else None,
        uncertain=found.uncertain,
        span=found.span,
        uncovered=_uncovered(found),
        picked=picked,
        small=phone,
    )


def _picked(period: str) -> None:
    """Select the days of the bars that were clicked or drawn across."""
    selecting.pick_told(PICKS, partial(_terms, period))


def _terms(period: str, told: Mapping[str, Any]) -> Sequence[str]:
    if "drawn" not in told:
        return selecting.ends_of(told)
    first, last = sorted(date.fromisoformat(str(told[name])) for name in ("first", "last"))
    days = (
        answers.bars_within(first, last, period)
        if told["drawn"]
        else queries.period_of(first, period)
    )
    return (f"dates:{days[0]}/{days[1]}",)


def _events(found: Timeline) -> list[Mark]:
    first, last = found.span
    events = cached.region().events
    return [Mark(item.day, item.label) for item in events if first <= item.day <= last]


def _numbers(chosen: IncidentFilter, period: str, stack: str) -> tuple[str, Html, str]:
    """Return the title and the table of the numbers behind the bars, and the deaths in words."""
    found = _found(chosen, period, stack)
    return *_table(found), deaths_text.in_words(found)


def _months_table(chosen: IncidentFilter) -> Html:
    return _table(_months(chosen))[1]


def _table(found: Timeline) -> tuple[str, Html]:
    """Return the title and the table of the numbers behind the bars."""
    rows = found.totals()
    columns = [
        TableColumn(say("heading-period")),
        TableColumn(say("timeline-incidents"), numeric=True),
        TableColumn(say("timeline-killed"), numeric=True),
        TableColumn(say("timeline-deaths-unknown"), numeric=True, phone=False),
    ]
    body = [_row(row) for row in queries.rows_of(rows.head(MOST_ROWS))]
    note = say("timeline-newest", count=MOST_ROWS) if len(rows) > MOST_ROWS else ""
    table = parts.table(columns, body, caption=say("timeline-caption"), note=note)
    return say("timeline-table", count=len(rows), period=found.period), table


def _row(row: dict[str, Any]) -> list[str]:
    counts = (row[f"fatalities_{name}"] for name in ("low", "best", "high"))
    return [
        fmt.days(row["period_start"].date(), row["period_end"].date()),
        fmt.number(row["incidents"]),
        fmt.fatality_range(*counts),
        fmt.number(row["fatalities_unknown"]) if row["fatalities_unknown"] else "",
    ]
