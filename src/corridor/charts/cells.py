"""What the charts of time in other shapes share: drawn days, words of a cell, what is not covered.

They stand on one pair of axes, so that paper draws them too: a chart with several panels, or years
over each other, has days of a made-up calendar, and writes at its ticks what they stand for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import pandas as pd

from corridor.answers import TimeView
from corridor.answers.time_views import Cell
from corridor.charts.chart import LABEL_SIZE, NO_NAME, date_axis, plain, styled, value_axis
from corridor.charts.figure import Figure, Trace, bar
from corridor.charts.period_series import BAR_SHARE, DAY_MS
from corridor.palette import Theme, colour
from corridor.words import numbers as fmt
from corridor.words import say

# A leap year, so that every day of any year has its place.
MADE_UP: Final = 2000


def moment(day: date, later: float = 0) -> str:
    """Return a day, or so many days later, as Plotly takes it."""
    return (pd.Timestamp(day) + pd.Timedelta(days=later)).isoformat()


def told(found: TimeView, cell: Cell, name: str = "") -> str:
    """Say what a cell holds: "Hawija, 2018: 15 incidents (of 359 of 365 days)"."""
    days = fmt.years(cell.first, cell.last)
    if cell.incidents is None:
        text = say("view-cell-uncovered", days=days, series=found.series)
    else:
        text = say("view-cell", days=days, count=cell.incidents)
    if cell.incidents is not None and cell.covered_days < cell.days:
        text = f"{text} {say('view-cell-part', covered=cell.covered_days, days=cell.days)}"
    return plain(say("view-cell-of", name=name, cell=text) if name else text)


def bars_of(
    places: Sequence[tuple[str, float, float, float]], words: Sequence[str], ink: str, name: str
) -> Trace:
    """Return bars at (start, days wide, foot, height) with what is said of each under the mouse."""
    return bar(
        x=[start for start, *_ in places],
        width=[BAR_SHARE * days * DAY_MS for _, days, *_ in places],
        offset=[(1 - BAR_SHARE) / 2 * days * DAY_MS for _, days, *_ in places],
        base=[foot for *_, foot, _ in places],
        y=[tall for *_, tall in places],
        text=list(words), textposition="none", name=name,
        marker={"color": ink, "line": {"width": 0}},
        hovertemplate="%{text}" + NO_NAME,
    )  # fmt: skip


def framed(
    theme: Theme,
    height: int,
    span: tuple[str, str],
    ticks: tuple[dict[str, str], dict[float, str]],
    reach: tuple[float, float],
) -> Figure:
    """Return a figure whose axes write the words of `ticks` (across, up); `reach` is that up."""
    figure = styled(Figure(), theme, height, 8)
    across, up = ticks
    figure.update_layout(dragmode=False, hovermode="closest", barmode="overlay")
    figure.update_xaxes(
        **date_axis(theme, (date(MADE_UP, 1, 1), date(MADE_UP + 1, 1, 1)), range=list(span),
                    tickmode="array", tickangle=0, tickvals=list(across),
                    ticktext=list(across.values()))
    )  # fmt: skip
    figure.update_yaxes(
        **value_axis(theme, range=list(reach), tickvals=list(up), ticktext=list(up.values()))
    )
    return figure


def level(figure: Figure, foot: float, span: tuple[str, str], theme: Theme) -> None:
    """Draw a line on which bars stand."""
    line: dict[str, Any] = {"color": colour("ink2", theme), "width": 1}
    figure.add_shape(type="line", xref="x", yref="y", x0=span[0], x1=span[1], y0=foot, y1=foot,
                     line=line)  # fmt: skip


def small_font(theme: Theme, name: str = "ink") -> dict[str, Any]:
    """Return the font of words on a chart."""
    return {"color": colour(name, theme), "size": LABEL_SIZE}
