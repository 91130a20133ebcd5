"""A small chart for each district or type, all of one height: which went up where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pandas as pd

from corridor.answers import TimeView
from corridor.charts.apart import Uncovered, hatch
from corridor.charts.cells import Picks, cells_of, framed, level, moment, small_font
from corridor.charts.chart import note, plain
from corridor.charts.figure import Figure
from corridor.charts.period_bars import group_label
from corridor.palette import Theme, colour, css
from corridor.spans import Pair
from corridor.vocabulary import EVENT_TYPES
from corridor.words import numbers as fmt
from corridor.words import say

# Room between panels: of a panel's days, and of the tallest bar, where their names stand.
_BESIDE: Final = 0.09
_ABOVE: Final = 0.5
_ROW: Final = 118


def small_multiples(
    found: TimeView,
    span: Pair,
    uncovered: Uncovered,
    *,
    theme: Theme,
    small: bool = False,
    picked: Picks | None = None,
) -> Figure:
    """Draw `multiples` over the days `span`, side by side on one scale, most incidents first."""
    columns = 2 if small else 4
    names = list(found.totals)
    days = (span[1] - span[0]).days + 1
    top = float(max((cell.incidents or 0 for cell in found.cells), default=0)) or 1.0
    rows = -(-len(names) // columns)
    pitch = top * (1 + _ABOVE)
    shifts = [column * days * (1 + _BESIDE) for column in range(columns)]
    feet = [(rows - 1 - row) * pitch for row in range(rows)]
    first, last = str(span[0].year), str(span[1].year)
    ends = ((0.5, f"{first}{fmt.EN_DASH}{last}"),) if small else ((0.05, first), (0.95, last))
    across = {moment(span[0], shift + share * days): text for shift in shifts
              for share, text in ends}  # fmt: skip
    up = {foot + tall: fmt.number(tall) for foot in feet for tall in (0.0, top)}
    limits = moment(span[0]), moment(span[0], shifts[-1] + days)
    figure = framed(theme, 34 + _ROW * rows, limits, (across, up), (0, rows * pitch))
    for at, name in enumerate(names):
        panel = _Panel(span, shifts[at % columns], feet[at // columns], top)
        _ground(figure, found, panel, uncovered, theme)
        _panel(figure, found, name, panel, theme, picked)
    return figure


@dataclass(frozen=True)
class _Panel:
    """Where one chart stands: so many days to the right, from `foot` to `top` above it."""

    span: Pair
    shift: float
    foot: float
    tall: float

    def ends(self, days: Pair) -> tuple[str, str]:
        """Return where some days begin and end."""
        return moment(days[0], self.shift), moment(days[1], self.shift + 1)


def _ground(
    figure: Figure, found: TimeView, panel: _Panel, uncovered: Uncovered, theme: Theme
) -> None:
    """Draw what lies behind the bars: the period, days that are not covered, the line below."""
    foot, top = panel.foot, panel.foot + panel.tall
    first, last = panel.ends(
        (max(found.window[0], panel.span[0]), min(found.window[1], panel.span[1]))
    )
    figure.add_shape(
        type="rect", xref="x", yref="y", layer="below", x0=first, x1=last, y0=foot, y1=top,
        line={"width": 0}, fillcolor=css("ink", theme, 0.06),
    )  # fmt: skip
    words = say("chart-uncovered", series=uncovered.series)
    for days in uncovered.days:
        figure.add_trace(hatch(panel.ends(days), (foot, top), theme, words))
    level(figure, foot, panel.ends(panel.span), theme)


def _panel(  # noqa: PLR0917
    figure: Figure,
    found: TimeView,
    name: str,
    panel: _Panel,
    theme: Theme,
    picked: Picks | None,
) -> None:
    label, foot = group_label(name), panel.foot
    cells = [cell for cell in found.of(name) if cell.incidents]
    drawn = [
        (cell, (moment(cell.first, panel.shift), float(cell.days), foot,
                float(cell.incidents or 0)))
        for cell in cells
    ]  # fmt: skip
    ink = colour(name if name in EVENT_TYPES else "accent", theme)
    figure.data += cells_of(found, drawn, ink, picked, label)
    title = f"<b>{plain(label)}</b> {fmt.number(found.totals[name])}"
    note(figure, title, theme, x=moment(panel.span[0], panel.shift), y=foot + panel.tall,
         xanchor="left", yanchor="bottom", yshift=4, font=small_font(theme))  # fmt: skip
    if cells:  # where the eye would have to guess a small count
        tallest = max(cells, key=lambda cell: cell.incidents or 0)
        middle = moment(tallest.first, panel.shift + tallest.days / 2)
        note(figure, fmt.number(tallest.incidents), theme, x=middle,
             y=foot + (tallest.incidents or 0), xanchor="center", yanchor="bottom",
             font=small_font(theme, "ink2") | {"size": 11})  # fmt: skip


def hidden_days(found: TimeView, span: Pair) -> Uncovered:
    """Return the days of a span that the series does not cover."""
    return Uncovered(found.series, found.covered.outside(*span).pairs)


def span_of(found: TimeView) -> Pair:
    """Return the first and the last day of all cells."""
    first, last = (pd.Series([getattr(cell, end) for cell in found.cells]) for end in
                   ("first", "last"))  # fmt: skip
    return first.min(), last.max()
