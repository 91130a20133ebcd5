"""Two periods mirrored: one above the axis, the other below, by days from the first of each."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from corridor.answers import TimeView
from corridor.answers.time_views import NOW, THEN, Cell
from corridor.charts.apart import hatch
from corridor.charts.cells import MADE_UP, Picks, cells_of, framed, level, moment, small_font
from corridor.charts.chart import note, plain
from corridor.charts.figure import Figure
from corridor.palette import Theme, colour
from corridor.spans import Pair
from corridor.words import numbers as fmt
from corridor.words import say

_FIRST: Final = date(MADE_UP, 1, 1)
_STEPS: Final = (1, 7, 14, 30, 61, 91, 182, 365, 730, 1826, 3652)
_HIGH: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10**6)


def mirrored_bars(
    found: TimeView, *, theme: Theme, small: bool = False, picked: Picks | None = None
) -> Figure:
    """Draw a `mirrored` view; what is not covered is hatched, of `picked` the rest faded."""
    starts = {group: min(cell.first for cell in found.of(group)) for group in (NOW, THEN)}
    ends = {group: max(cell.last for cell in found.of(group)) for group in (NOW, THEN)}
    long = max((ends[group] - starts[group]).days + 1 for group in (NOW, THEN))
    top = float(max((cell.incidents or 0 for cell in found.cells), default=0)) * 1.18 or 1.0
    apart = next(step for step in _STEPS if long / step <= (5 if small else 12))
    across = {moment(_FIRST, at + 0.5): fmt.number(at + 1) for at in range(0, long, apart)}
    high = next(step for step in _HIGH if top / step <= 4)
    ticks = range(-(int(top) // high) * high, int(top) + 1, high)
    up = {float(at): fmt.number(abs(at)) for at in ticks}
    span = moment(_FIRST), moment(_FIRST, long)
    figure = framed(theme, 380, span, (across, up), (-top, top))
    figure.layout["margin"]["b"] = 44
    figure.update_xaxes(title={"text": say("view-day-of-period"), "standoff": 4,
                               "font": small_font(theme, "ink2")})  # fmt: skip
    for group, sign, ink in ((NOW, 1.0, "accent"), (THEN, -1.0, "ink3")):
        cells = found.of(group)
        drawn = [
            (cell, (*_at(cell, starts[group]), 0.0, sign * (cell.incidents or 0)))
            for cell in cells
            if cell.incidents
        ]
        figure.data += cells_of(found, drawn, colour(ink, theme), picked)
        _hatch(figure, found, (starts[group], ends[group]), sign * top, theme)
        own = (ends[group] - starts[group]).days + 1
        if own < long:
            _end(figure, moment(_FIRST, own), sign * top, theme)
        days = fmt.days(starts[group], ends[group])
        title = say("view-period-total", days=days, count=found.totals[group])
        note(figure, f"<b>{plain(title)}</b>", theme, x=span[0], y=sign * top, xanchor="left",
             yanchor="top" if sign > 0 else "bottom", font=small_font(theme))  # fmt: skip
    level(figure, 0, span, theme)
    return figure


def _at(cell: Cell, start: date) -> tuple[str, float]:
    return moment(_FIRST, (cell.first - start).days), float(cell.days)


def _end(figure: Figure, at: str, top: float, theme: Theme) -> None:
    """Mark where the shorter of two periods ends: after it nothing was counted."""
    figure.add_shape(
        type="line", xref="x", yref="y", x0=at, x1=at, y0=0, y1=top,
        line={"color": colour("ink3", theme), "width": 1, "dash": "dot"},
    )  # fmt: skip
    note(figure, plain(say("view-period-ends")), theme, x=at, y=0.5 * top, xanchor="left",
         xshift=4, yanchor="middle", font=small_font(theme, "ink3"))  # fmt: skip


def _hatch(figure: Figure, found: TimeView, days: Pair, top: float, theme: Theme) -> None:
    """Hatch the days of a period that are not covered."""
    start, last = days
    words = plain(say("chart-uncovered", series=found.series))
    for first, until in found.covered.outside(start, last).pairs:
        after = (until + timedelta(days=1) - start).days
        field = moment(_FIRST, (first - start).days), moment(_FIRST, after)
        figure.add_trace(hatch(field, (0, top), theme, words))
