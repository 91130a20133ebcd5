"""When: incidents and deaths by period as bars, with window, baseline and marked days.

Show them with `st.plotly_chart(figure, theme=None, config=chart.CONFIG, on_select="rerun",
selection_mode="box")`: a drag across the bars comes back as `selection["box"][0]["x"]`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from corridor import vocabulary
from corridor.figures import format as fmt
from corridor.figures.chart import (
    Mark,
    date_axis,
    draw_marks,
    empty,
    label_rows,
    note,
    plain,
    rows_used,
    shade,
    styled,
    text_width,
    top_margin,
    value_axis,
)  # fmt: skip
from corridor.figures.palette import Theme, colour, css, group_colours

NO_INCIDENTS: Final = "No incident matches."
_BAR_SHARE: Final = 0.88
_WHISKER_ROWS: Final = 5
# Room of the strip under the bars, as a share of the plot's height.
_STRIP: Final = 0.11
_HEADER: Final = {
    "day": "%-d %b %Y", "week": "week of %-d %b %Y", "month": "%B %Y", "year": "%Y",
}  # fmt: skip
_DAY_MS: Final = 86_400_000


@dataclass(frozen=True)
class Level:
    """A mean over a span of days, in incidents a period, with the words that name it."""

    mean: float
    first: date
    last: date
    label: str


def bars(
    series: pd.DataFrame,
    *,
    theme: Theme,
    window: tuple[date, date] | None = None,
    window_level: Level | None = None,
    report_date: Mark | None = None,
    baseline: Level | None = None,
    events: Sequence[Mark] = (),
    rolling: pd.DataFrame | None = None,
    uncertain: pd.DataFrame | None = None,
    span: tuple[date, date] | None = None,
    height: int = 380,
    small: bool = False,
) -> go.Figure:
    """Draw incidents by period as stacked bars.

    `series`: period_start, period_end (inclusive), group (None where nothing happened),
    incidents. `window` is shaded; `window_level` and `baseline` are drawn as means, thick and
    dotted. `rolling`: period_start, mean. `uncertain`: event_date, event_date_end, drawn as
    whiskers under the bars. `small` is for a phone: fewer labels. Only SVG traces.
    """
    if series.empty or not series["incidents"].sum():
        return empty(theme, height, NO_INCIDENTS)
    limits = span or _span(series)
    marks = [*([report_date] if report_date else []), *events]
    width = 345 if small else 860
    placed = label_rows(marks, limits, width, rows=2 if small else 3)
    figure = styled(go.Figure(), theme, height, top_margin(placed))
    for trace in _stack(series, theme):
        figure.add_trace(trace)
    figure.update_layout(barmode="stack", **_brush(theme))
    has_strip = uncertain is not None and not uncertain.empty
    figure.update_xaxes(**date_axis(theme, limits, hoverformat=_HEADER[period_of(series)]))
    figure.update_yaxes(
        **value_axis(
            theme, domain=[_STRIP + 0.03 if has_strip else 0, 1], range=[0, _top(series)],
            zeroline=has_strip, zerolinecolor=colour("ink2", theme), tickformat=",d",
        )
    )
    if window:
        shade(figure, window, theme)
    if rolling is not None:
        figure.add_trace(_rolling(rolling, theme))
    if baseline:
        _draw_baseline(figure, baseline, series, theme, limits, width)
    if window_level:
        _draw_window_level(figure, window_level, series, theme, limits, width)
    if has_strip and uncertain is not None:
        _draw_strip(figure, uncertain, theme)
    return draw_marks(figure, placed, theme)


def period_of(series: pd.DataFrame) -> str:
    """Tell the period of a series from its longest one: day, week, month or year."""
    longest = int(_lengths(series).max())
    return next(
        name for name, limit in (("day", 1), ("week", 7), ("month", 31), ("year", 366))
        if longest <= limit
    )  # fmt: skip


def key(series: pd.DataFrame, theme: Theme) -> list[tuple[str, str]]:
    """Give (label, colour) of each group drawn, for the legend written beside the title."""
    groups = groups_of(series)
    colours = group_colours(groups, theme)
    return [(vocabulary.EVENT_TYPE_LABELS.get(group, group), colours[group]) for group in groups]


def groups_of(series: pd.DataFrame) -> list[str]:
    """Give the groups in drawing order: event types as in the vocabulary, else the largest first."""
    totals = series.dropna(subset="group").groupby("group")["incidents"].sum()
    ranks = {name: at for at, name in enumerate(vocabulary.EVENT_TYPES)}
    return sorted(map(str, totals.index), key=lambda name: (ranks.get(name, 99), -totals[name], name))


def _stack(series: pd.DataFrame, theme: Theme) -> list[go.Bar]:
    groups = groups_of(series)
    colours = group_colours(groups, theme)
    return [_bar(series[series["group"] == group], group, colours[group], theme) for group in groups]


def _bar(rows: pd.DataFrame, group: str, ink: str, theme: Theme) -> go.Bar:
    label = vocabulary.EVENT_TYPE_LABELS.get(group, group)
    lengths = _lengths(rows) * _DAY_MS
    return go.Bar(
        x=_moments(rows["period_start"]),
        y=[int(count) for count in rows["incidents"]],
        width=[float(length) * _BAR_SHARE for length in lengths],
        offset=[float(length) * (1 - _BAR_SHARE) / 2 for length in lengths],
        name=plain(label),
        marker={"color": ink, "line": {"width": 0}},
        hovertemplate="%{y} %{fullData.name}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 0.55}},
    )


def _brush(theme: Theme) -> dict[str, Any]:
    return {
        "dragmode": "select",
        "selectdirection": "h",
        "newselection": {"line": {"color": colour("accent", theme), "width": 1, "dash": "solid"}},
        "activeselection": {"fillcolor": css("accent", theme, 0.12), "opacity": 1},
    }


def _rolling(rolling: pd.DataFrame, theme: Theme) -> go.Scatter:
    return go.Scatter(
        x=_moments(rolling["period_start"]), y=_floats(rolling["mean"]), mode="lines",
        name="rolling mean", line={"color": colour("ink", theme), "width": 1.6, "shape": "spline"},
        hovertemplate="%{y:.1f} rolling mean<extra></extra>", connectgaps=False,
    )  # fmt: skip


def _draw_baseline(
    figure: go.Figure, level: Level, series: pd.DataFrame, theme: Theme,
    limits: tuple[date, date], width: int,
) -> None:  # fmt: skip
    """Draw the mean of the earlier years dotted over the whole axis, its words at the left."""
    _level_line(figure, limits, level.mean, {"color": colour("ink", theme), "width": 1.4, "dash": "2px,3px"})
    reach = _days(limits) * text_width(level.label) / width
    above = _tallest(series, limits[0], limits[0] + pd.Timedelta(days=reach))
    note(
        figure, plain(level.label), theme, x=limits[0], y=max(level.mean, above),
        xanchor="left", yanchor="bottom", yshift=1,
    )  # fmt: skip


def _draw_window_level(
    figure: go.Figure, level: Level, series: pd.DataFrame, theme: Theme,
    limits: tuple[date, date], width: int,
) -> None:  # fmt: skip
    """Draw the window's mean as a thick line, its words above the bars at the window's end."""
    _level_line(figure, (level.first, level.last), level.mean, {"color": colour("ink", theme), "width": 3})
    reach = _days(limits) * text_width(level.label) * 1.1 / width
    above = _tallest(series, level.last - pd.Timedelta(days=reach), level.last)
    note(
        figure, f"<b>{plain(level.label)}</b>", theme, x=level.last, y=max(level.mean, above),
        xanchor="right", yanchor="bottom", yshift=2, xshift=-3,
    )  # fmt: skip


def _level_line(
    figure: go.Figure, across: tuple[date, date], mean: float, line: dict[str, Any]
) -> None:
    figure.add_shape(
        type="line", xref="x", yref="y", x0=across[0], x1=across[1], y0=mean, y1=mean, line=line
    )


def _tallest(series: pd.DataFrame, first: date, last: date) -> float:
    """Give the tallest bar between two days."""
    starts = pd.to_datetime(series["period_start"])
    within = series[(pd.to_datetime(series["period_end"]) >= pd.Timestamp(first))
                    & (starts <= pd.Timestamp(last))]  # fmt: skip
    totals = within.groupby("period_start")["incidents"].sum()
    return float(totals.max()) if len(totals) else 0.0


def _days(limits: tuple[date, date]) -> int:
    return (limits[1] - limits[0]).days


def _draw_strip(figure: go.Figure, uncertain: pd.DataFrame, theme: Theme) -> None:
    spans = uncertain.sort_values(["event_date", "event_date_end"])
    across: list[Any] = []
    rows: list[float | None] = []
    words: list[str | None] = []
    for span, row in zip(spans.itertuples(), _lanes(spans), strict=True):
        first, last = pd.Timestamp(span.event_date), pd.Timestamp(span.event_date_end)
        across += [first.isoformat(), (last + pd.Timedelta(days=1)).isoformat(), None]
        rows += [-row, -row, None]
        words += [fmt.days(first.date(), last.date())] * 2 + [None]
    figure.add_trace(
        go.Scatter(
            x=across, y=rows, yaxis="y2", mode="lines", name="date not exact", text=words,
            line={"color": css("ink2", theme, 0.6), "width": 1.8},
            hovertemplate="date not exact: %{text}<extra></extra>", connectgaps=False,
        )
    )  # fmt: skip
    figure.update_layout(yaxis2={
        "domain": [0, _STRIP], "range": [-_WHISKER_ROWS, 0.8], "visible": False,
        "fixedrange": True, "anchor": "x",
    })  # fmt: skip
    note(
        figure, f"{fmt.plural(len(spans), 'incident')} without an exact day", theme,
        x=0, xref="paper", y=_STRIP, yref="paper", xanchor="left", yanchor="top",
        font={"color": colour("ink3", theme), "size": 11},
    )  # fmt: skip


def _lanes(spans: pd.DataFrame) -> list[int]:
    """Give each whisker the first of the rows that is free on its days (the last when none is)."""
    free_from = [pd.Timestamp.min] * _WHISKER_ROWS
    lanes = []
    for span in spans.itertuples():
        first = pd.Timestamp(span.event_date)
        lane = next((at for at, day in enumerate(free_from) if day < first), _WHISKER_ROWS - 1)
        free_from[lane] = max(free_from[lane], pd.Timestamp(span.event_date_end))
        lanes.append(lane)
    return lanes


def fatalities_bars(
    series: pd.DataFrame,
    *,
    theme: Theme,
    window: tuple[date, date] | None = None,
    span: tuple[date, date] | None = None,
    height: int = 120,
) -> go.Figure:
    """Draw deaths by period: the range from low to high as a bar, the best count as a line.

    `series`: period_start, period_end, fatalities_low, fatalities_best, fatalities_high;
    rows of one period are added up. Periods in which no incident states a count have no mark.
    """
    if series.empty:
        return empty(theme, height, NO_INCIDENTS)
    totals = _deaths(series)
    figure = styled(go.Figure(), theme, height, 6)
    figure.add_trace(_range_bar(totals, theme))
    figure.add_trace(_best_line(totals, theme))
    limits = span or _span(series)
    figure.update_layout(**_brush(theme))
    figure.update_xaxes(**date_axis(theme, limits, hoverformat=_HEADER[period_of(series)]))
    figure.update_yaxes(**value_axis(theme, nticks=3, tickformat=",d"))
    return shade(figure, window, theme) if window else figure


def _deaths(series: pd.DataFrame) -> pd.DataFrame:
    columns = ["fatalities_low", "fatalities_best", "fatalities_high"]
    periods = series.groupby(["period_start", "period_end"], as_index=False)
    return periods[columns].sum(min_count=1)


def _range_bar(totals: pd.DataFrame, theme: Theme) -> go.Bar:
    lengths = _lengths(totals) * _DAY_MS
    low, high = totals["fatalities_low"].astype(float), totals["fatalities_high"].astype(float)
    words = [
        fmt.fatality_range(*counts)
        for counts in totals[["fatalities_low", "fatalities_best", "fatalities_high"]].itertuples(
            index=False
        )
    ]
    return go.Bar(
        x=_moments(totals["period_start"]), y=_floats(high - low), base=_floats(low),
        width=[float(length) * _BAR_SHARE for length in lengths],
        offset=[float(length) * (1 - _BAR_SHARE) / 2 for length in lengths],
        marker={"color": css("ink2", theme, 0.38), "line": {"width": 0}}, name="killed",
        text=words, textposition="none", hovertemplate="%{text} killed<extra></extra>",
        unselected={"marker": {"opacity": 0.55}},
    )  # fmt: skip


def _best_line(totals: pd.DataFrame, theme: Theme) -> go.Scatter:
    """Draw the best count as one level stroke over each period, without joining periods."""
    starts = pd.to_datetime(totals["period_start"])
    across: list[str | None] = []
    counts: list[float | None] = []
    for start, length, best in zip(starts, _lengths(totals), _floats(totals["fatalities_best"]),
                                   strict=True):  # fmt: skip
        gap = pd.Timedelta(days=float(length) * (1 - _BAR_SHARE) / 2)
        end = start + pd.Timedelta(days=float(length)) - gap
        across += [(start + gap).isoformat(), end.isoformat(), None]
        counts += [best, best, None]
    return go.Scatter(
        x=across, y=counts, mode="lines", name="best", hoverinfo="skip", connectgaps=False,
        line={"color": colour("ink", theme), "width": 1.6},
    )  # fmt: skip


def _lengths(series: pd.DataFrame) -> pd.Series:
    spans = pd.to_datetime(series["period_end"]) - pd.to_datetime(series["period_start"])
    return spans.dt.days + 1


def _span(series: pd.DataFrame) -> tuple[date, date]:
    first = pd.to_datetime(series["period_start"]).min()
    last = pd.to_datetime(series["period_end"]).max() + pd.Timedelta(days=1)
    return first.date(), last.date()


def _top(series: pd.DataFrame) -> float:
    """Leave a little air over the tallest bar."""
    return float(series.groupby("period_start")["incidents"].sum().max()) * 1.06


def _moments(values: pd.Series) -> list[str]:
    return [pd.Timestamp(value).isoformat() for value in values]


def _floats(values: pd.Series) -> list[float | None]:
    return [None if pd.isna(value) else float(value) for value in values]


__all__ = ["Level", "Mark", "bars", "fatalities_bars", "groups_of", "key", "period_of", "rows_used"]
