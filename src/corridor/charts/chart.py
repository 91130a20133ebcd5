"""What every chart shares: type, axes, grid, labels that keep clear of each other."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd

from corridor.charts.figure import Figure
from corridor.palette import FONT, Theme, colour, css

CONFIG: Final[dict[str, Any]] = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
}
LABEL_SIZE: Final = 12
# Of what is pointed at and not drawn.
UNSEEN: Final = "rgba(0,0,0,0)"
# Ends a hover text: without it Plotly writes the name of the trace beside it.
NO_NAME: Final = "<extra></extra>"
# Left of every plot, for numbers up to "10,000": charts one above the other share their days.
AXIS_ROOM: Final = 48
# Plex Sans at 12 px: a little over half its size a letter.
_LETTER: Final = 5.9
_ROW: Final = 17


@dataclass(frozen=True)
class Mark:
    """A labelled moment: a key event, or the report's date when `is_report`."""

    day: date
    label: str
    is_report: bool = False


def styled(figure: Figure, theme: Theme, height: int, top: int) -> Figure:
    """Return a figure the house style: transparent, Plex, no legend, unified hover; px heights."""
    figure.update_layout(
        height=height,
        margin={"l": AXIS_ROOM, "r": 2, "t": top, "b": 26},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": FONT, "size": LABEL_SIZE, "color": colour("ink2", theme)},
        showlegend=False,
        hovermode="x unified",
        hoverlabel={
            "bgcolor": colour("card", theme),
            "bordercolor": colour("line", theme),
            "font": {"family": FONT, "size": LABEL_SIZE, "color": colour("ink", theme)},
        },
    )
    return figure


def date_axis(theme: Theme, span: tuple[date, date], **more: Any) -> dict[str, Any]:
    """Return the x axis: dates, no grid, an ink line; `span` is its range."""
    # Years are written in their middle; a month or day belongs to its tick.
    is_long = (span[1] - span[0]).days > 2 * 366
    return {
        "type": "date",
        "range": [pd.Timestamp(moment).isoformat() for moment in span],
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": colour("ink", theme),
        "linewidth": 1,
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": colour("ink2", theme),
        "tickfont": {"size": LABEL_SIZE, "color": colour("ink2", theme)},
        "ticklabelmode": "period" if is_long else "instant",
        "tickformatstops": [
            {"dtickrange": [None, "M1"], "value": "%-d %b"},
            {"dtickrange": ["M1", "M6"], "value": "%b %Y"},
            {"dtickrange": ["M12", None], "value": "%Y"},
        ],
        "fixedrange": True,
        "automargin": False,
        # At the foot of the figure, below any strip under the plot.
        "anchor": "free",
        "position": 0,
    } | more


def value_axis(theme: Theme, **more: Any) -> dict[str, Any]:
    """Return the y axis: its labels left of the plot, so that nothing drawn lies on them."""
    return {
        "side": "left",
        "rangemode": "tozero",
        "nticks": 7,
        "showgrid": True,
        "gridcolor": colour("line", theme),
        "gridwidth": 1,
        "zeroline": False,
        "ticklabelposition": "outside",
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": "rgba(0,0,0,0)",
        "tickfont": {"size": LABEL_SIZE, "color": colour("ink2", theme)},
        "fixedrange": True,
        "automargin": False,
    } | more


def label_rows(
    marks: Sequence[Mark], span: tuple[date, date], width: int, rows: int
) -> list[tuple[Mark, int, str]]:
    """Place labels over a time axis so that none covers another.

    Gives (mark, row, anchor) with row 0 nearest to the plot and anchor left or right of the
    line; the report's comes first, a mark that finds no room in `rows` rows is left out.
    `width` is the width of the axis in px.
    """
    taken: list[list[tuple[float, float]]] = [[] for _ in range(rows)]
    placed = []
    for mark in sorted(marks, key=lambda mark: (not mark.is_report, mark.day)):
        spot = _free_spot(mark, taken, span, width)
        if spot is not None:
            placed.append((mark, *spot))
    return placed


def _free_spot(
    mark: Mark, taken: list[list[tuple[float, float]]], span: tuple[date, date], width: int
) -> tuple[int, str] | None:
    days = max((span[1] - span[0]).days, 1)
    at = width * (mark.day - span[0]).days / days
    long = text_width(mark.label)
    for row, used in enumerate(taken):
        for anchor, box in (("right", (at - long, at)), ("left", (at, at + long))):
            is_inside = box[0] >= -4 and box[1] <= width + 4
            if is_inside and all(box[1] < left or right < box[0] for left, right in used):
                used.append(box)
                return row, anchor
    return None


def draw_marks(figure: Figure, placed: Sequence[tuple[Mark, int, str]], theme: Theme) -> Figure:
    """Draw each mark as a vertical line with its label in its row above the plot."""
    for mark, row, anchor in placed:
        ink = colour("report" if mark.is_report else "ink3", theme)
        figure.add_shape(
            type="line", xref="x", yref="paper", x0=mark.day, x1=mark.day, y0=0, y1=1,
            line={"color": ink, "width": 1.6 if mark.is_report else 1,
                  "dash": "solid" if mark.is_report else "dot"},
        )  # fmt: skip
        figure.add_annotation(
            x=mark.day, xref="x", y=1, yref="paper", yshift=3 + row * _ROW, yanchor="bottom",
            xanchor=anchor, xshift=2 if anchor == "right" else -2, text=plain(mark.label),
            showarrow=False, font={"color": ink, "size": LABEL_SIZE}, align=anchor,
        )  # fmt: skip
    return figure


def text_width(text: str, size: float = LABEL_SIZE) -> float:
    """Return about how many px a text takes."""
    return len(text) * _LETTER * size / LABEL_SIZE + 8


def rows_used(placed: Sequence[tuple[Mark, int, str]]) -> int:
    """Return the number of label rows above the plot."""
    return max((row + 1 for _, row, _ in placed), default=0)


def top_margin(placed: Sequence[tuple[Mark, int, str]]) -> int:
    """Return the room in px that the rows of labels need above the plot."""
    return 8 + _ROW * rows_used(placed)


def shade(
    figure: Figure,
    window: tuple[date, date],
    theme: Theme,
    ground: tuple[str, float] = ("ink", 0.06),
) -> Figure:
    """Shade a window of days behind the data: with 6 % of ink, or of another colour."""
    figure.add_shape(
        type="rect", xref="x", yref="paper", layer="below", y0=0, y1=1,
        x0=window[0], x1=window[1] + pd.Timedelta(days=1), line={"width": 0},
        fillcolor=css(ground[0], theme, ground[1]),
    )  # fmt: skip
    return figure


def note(figure: Figure, text: str, theme: Theme, **where: Any) -> Figure:
    """Write a small label on a figure; `where` takes Plotly's annotation fields."""
    font = {"color": colour("ink", theme), "size": LABEL_SIZE}
    figure.add_annotation(**({"showarrow": False, "font": font, "text": text} | where))
    return figure


def plain(text: str) -> str:
    """Make text from data safe inside Plotly's markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def empty(theme: Theme, height: int, sentence: str) -> Figure:
    """Return a figure that says why there is nothing to draw."""
    figure = styled(Figure(), theme, height, 8)
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    return note(figure, plain(sentence), theme, x=0.5, y=0.5, xref="paper", yref="paper")


def moments(values: pd.Series) -> list[str]:
    """Return dates as Plotly takes them."""
    return [pd.Timestamp(value).isoformat() for value in values]


def floats(values: pd.Series) -> list[float | None]:
    """Return numbers as Plotly takes them; what is missing or infinite becomes a gap."""
    return [float(value) if math.isfinite(value) else None for value in values.astype(float)]
