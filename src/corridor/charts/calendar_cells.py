"""A calendar: days by weekday and week, or months by year, darker with more incidents."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

import pandas as pd

from corridor.answers import TimeView
from corridor.answers.time_views import Cell
from corridor.charts.cells import MADE_UP, Picks, Place, cells_of, framed, moment
from corridor.charts.figure import Figure
from corridor.charts.uncertain_strip import STRIP, draw_strip
from corridor.palette import Theme, css
from corridor.words import numbers as fmt
from corridor.words import say

# The least counts of the classes of colour, and how strong each is.
_CLASSES: Final = ((0, 0.07), (1, 0.24), (2, 0.4), (4, 0.56), (8, 0.72), (16, 0.86), (32, 1.0))
_TALL: Final = 0.9


def calendar_cells(
    found: TimeView, *, theme: Theme, small: bool = False, picked: Picks | None = None
) -> Figure:
    """Draw a `calendar`; days that are not covered are hatched, of `picked` the rest faded."""
    is_by_day = found.grain == "day"
    figure = _of_days(found, theme, 3 if small else 8) if is_by_day else _of_months(found, theme)
    figure.update_yaxes(showgrid=False)
    place = _by_week if is_by_day else _by_year(found)
    for low, high, ink in classes(found, theme):
        cells = [cell for cell in found.cells if low <= _count(cell) <= high]
        drawn = [(cell, place(cell)) for cell in cells]
        figure.data += [trace | {"name": str(low)}
                        for trace in cells_of(found, drawn, ink, picked)]  # fmt: skip
    unknown = [cell for cell in found.cells if cell.incidents is None]
    if unknown:
        drawn = [(cell, place(cell)) for cell in unknown]
        (hatched,) = cells_of(found, drawn, css("ink2", theme, 0.1), None)
        hatched["marker"]["pattern"] = {"shape": "/", "size": 5, "solidity": 0.3,
                                        "fgcolor": css("ink2", theme, 0.6)}  # fmt: skip
        figure.add_trace(hatched)
    if is_by_day and found.vague:
        figure.update_yaxes(domain=[STRIP + 0.03, 1])
        ends = pd.DataFrame(found.vague, columns=["event_date", "event_date_end"])
        draw_strip(figure, ends, theme)
    return figure


def classes(found: TimeView, theme: Theme) -> list[tuple[int, int, str]]:
    """Return the classes that occur: least count, most, colour."""
    most = max((cell.incidents or 0 for cell in found.cells), default=0)
    lows = [low for low, _ in _CLASSES if low <= most]
    highs = [*(low - 1 for low in lows[1:]), most]
    inks = [css("accent", theme, alpha) for _, alpha in _CLASSES]
    return list(zip(lows, highs, inks, strict=False))


def key(found: TimeView, theme: Theme) -> list[tuple[str, str]]:
    """Return (label, colour) of each class that occurs."""
    return [
        (fmt.number(low) if low == high else say("view-class", low=low, high=high), ink)
        for low, high, ink in classes(found, theme)
    ]


def _count(cell: Cell) -> int:
    return -1 if cell.incidents is None else cell.incidents


def _by_week(cell: Cell) -> Place:
    monday = cell.first - timedelta(days=cell.first.weekday())
    return moment(monday), 7.0, 6.0 - cell.first.weekday(), _TALL


def _by_year(found: TimeView) -> Callable[[Cell], Place]:
    last = max(cell.first.year for cell in found.cells)

    def place(cell: Cell) -> Place:
        start = date(MADE_UP, cell.first.month, 1)
        return moment(start), float(_length(cell.first.month)), last - cell.first.year, _TALL

    return place


def _length(month: int) -> int:
    return (date(MADE_UP + month // 12, month % 12 + 1, 1) - date(MADE_UP, month, 1)).days


def _of_days(found: TimeView, theme: Theme, named: int) -> Figure:
    first, last = found.window
    monday = first - timedelta(days=first.weekday())
    months = [cell.first for cell in found.cells if cell.first.day == 1] or [first]
    across = {moment(day, 3.5): fmt.month(day) for day in months[:: 1 + len(months) // named]}
    up = {6.45 - day: say("view-weekday", day=day) for day in range(7)}
    ends = moment(monday), moment(last, 7 - last.weekday())
    return framed(theme, 350, ends, (across, up), (0, 7))


def _of_months(found: TimeView, theme: Theme) -> Figure:
    years = sorted({cell.first.year for cell in found.cells})
    across = {
        moment(date(MADE_UP, month, 1), _length(month) / 2): month_name(month)
        for month in range(1, 13)
    }
    step = 1 + len(years) // 24
    up = {years[-1] - year + 0.45: str(year) for year in years[::-step]}
    ends = moment(date(MADE_UP, 1, 1)), moment(date(MADE_UP + 1, 1, 1))
    rows = years[-1] - years[0] + 1
    return framed(theme, 60 + max(120, 22 * rows), ends, (across, up), (0, rows))


def month_name(month: int) -> str:
    """Write the name of a month shortly: "Jan"."""
    return fmt.day_and_month(date(MADE_UP, month, 1)).split(fmt.NBSP)[-1]
