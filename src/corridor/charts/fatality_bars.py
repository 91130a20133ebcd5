"""Deaths by period: the range that the sources give, and the best count."""

from __future__ import annotations

from datetime import date

import pandas as pd

from corridor.charts.apart import Uncovered, draw_uncovered, measured_of
from corridor.charts.chart import (
    NO_NAME,
    date_axis,
    empty,
    floats,
    moments,
    shade,
    styled,
    value_axis,
)
from corridor.charts.figure import Figure, Trace, bar, scatter
from corridor.charts.level_lines import Frame
from corridor.charts.period_series import hover_head, slots, span_of
from corridor.palette import Theme, css
from corridor.words import numbers as fmt
from corridor.words import say

# Of the plot, in px: labels are fitted to it.
_WIDTH = 820
# What is not selected, where something is.
_FADED = 0.35


def fatalities_bars(
    series: pd.DataFrame,
    *,
    theme: Theme,
    window: tuple[date, date] | None = None,
    uncovered: Uncovered | None = None,
    span: tuple[date, date] | None = None,
    picked: pd.DataFrame | None = None,
    height: int = 150,
) -> Figure:
    """Draw deaths by period: the range from low to high as a bar, the best count as a line.

    `series`: period_start, period_end, fatalities_low, fatalities_best, fatalities_high; rows of
    one period are added up, but for what others alone tell (`beside`). Periods in which no incident
    states a count have no mark. With `picked`, rows of what is selected, these are strong and all
    faded.
    """
    if series.empty:
        return empty(theme, height, say("no-incident-matches"))
    series = measured_of(series)
    totals = _totals(series)
    figure = styled(Figure(), theme, height, 6)
    limits = span or span_of(series)
    if uncovered:
        top = float(totals["fatalities_high"].max()) if len(totals) else 1.0
        draw_uncovered(figure, uncovered, top, theme, Frame(limits, _WIDTH))
    shares = [(totals, 1.0)] if picked is None else [(totals, _FADED), (_totals(picked), 1.0)]
    for rows, opacity in shares:
        figure.add_trace(_range_bar(rows, theme, opacity))
        figure.add_trace(_best_line(rows, theme, opacity))
    figure.update_layout(dragmode=False)  # what is drawn across, `drawing.pick_days` reads
    figure.update_xaxes(**date_axis(theme, limits, hoverformat=hover_head(series)))
    figure.update_yaxes(**value_axis(theme, nticks=4, tickformat=",d"))
    return shade(figure, window, theme) if window else figure


def _totals(series: pd.DataFrame) -> pd.DataFrame:
    periods = measured_of(series).groupby(["period_start", "period_end"], as_index=False)
    counts = ["fatalities_low", "fatalities_best", "fatalities_high"]
    return periods[counts].sum(min_count=1)


def _range_bar(totals: pd.DataFrame, theme: Theme, opacity: float) -> Trace:
    widths, offsets = slots(totals)
    low, high = totals["fatalities_low"].astype(float), totals["fatalities_high"].astype(float)
    words = [
        fmt.fatality_range(*counts)
        for counts in totals[["fatalities_low", "fatalities_best", "fatalities_high"]].itertuples(
            index=False
        )
    ]
    return bar(
        x=moments(totals["period_start"]), y=floats(high - low), base=floats(low),
        width=widths,
        offset=offsets,
        marker={"color": css("ink2", theme, 0.38 * opacity), "line": {"width": 0}},
        name=say("chart-killed"), text=words, textposition="none",
        hovertemplate=say("chart-killed-hover", range="%{text}") + NO_NAME,
    )  # fmt: skip


def _best_line(totals: pd.DataFrame, theme: Theme, opacity: float) -> Trace:
    """Draw the best count as one level stroke over each period, without joining periods."""
    across: list[str | None] = []
    counts: list[float | None] = []
    starts = pd.to_datetime(totals["period_start"])
    bests = floats(totals["fatalities_best"])
    for start, width, offset, best in zip(starts, *slots(totals), bests, strict=True):
        first = start + pd.Timedelta(milliseconds=offset)
        last = first + pd.Timedelta(milliseconds=width)
        across += [first.isoformat(), last.isoformat(), None]
        counts += [best, best, None]
    return scatter(
        x=across, y=counts, mode="lines", name=say("chart-killed-best"), hoverinfo="skip",
        connectgaps=False,
        line={"color": css("ink", theme, opacity), "width": 1.6},
    )  # fmt: skip
