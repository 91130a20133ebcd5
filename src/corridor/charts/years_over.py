"""Years laid over each other: how many incidents each had up to a day of the year."""

from __future__ import annotations

from datetime import date
from itertools import accumulate
from typing import Final

from corridor.answers import TimeView
from corridor.charts.calendar_cells import month_name
from corridor.charts.cells import MADE_UP, framed, moment, small_font, told
from corridor.charts.chart import NO_NAME, note, plain
from corridor.charts.figure import Figure, scatter
from corridor.palette import Theme, colour, css
from corridor.words import numbers as fmt
from corridor.words import say

_HEIGHT: Final = 400
# Years of the filter's period that are drawn strong, and how near two labels may stand.
_MOST_STRONG: Final = 3
_APART: Final = 0.055
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10**6)


Line = list[tuple[str, float | None, str]]


def years_over(found: TimeView, *, theme: Theme, small: bool = False) -> Figure:
    """Draw `years`, added up month by month; a line ends where the series does, with gaps in it."""
    lines = {year: _line(found, year) for year in sorted({cell.group for cell in found.cells})}
    tops = {year: max((y for _, y, _ in line if y is not None), default=0.0)
            for year, line in lines.items()}  # fmt: skip
    top = max(tops.values(), default=0) * 1.06 or 1.0
    ends = moment(date(MADE_UP, 1, 1)), moment(date(MADE_UP + 1, 1, 1))
    across = {moment(date(MADE_UP, at, 16)): month_name(at) for at in range(1, 13, 1 + small)}
    step = next(step for step in _STEPS if top / step <= 6)
    up = {float(at): fmt.number(at) for at in range(0, int(top) + 1, step)}
    figure = framed(theme, _HEIGHT, ends, (across, up), (0, top))
    figure.layout["margin"]["r"] = 74
    strong = _strong(found, list(lines))
    for year in sorted(lines, key=lambda year: year in strong):
        look = _look(year, strong, theme)
        figure.add_trace(
            scatter(
                x=[x for x, *_ in lines[year]], y=[y for _, y, _ in lines[year]],
                text=[word for *_, word in lines[year]], mode="lines", name=year, line=look,
                connectgaps=False, hovertemplate="%{text}" + NO_NAME,
            )
        )  # fmt: skip
    for year in _with_room(tops, strong, _APART * top):
        last = next((x for x, y, _ in reversed(lines[year]) if y is not None), "")
        note(figure, plain(_named(year, found.as_far_as)), theme, x=last, y=tops[year], xshift=4,
             xanchor="left", yanchor="middle",
             font=small_font(theme, "ink" if year in strong else "ink2"))  # fmt: skip
    return figure


def _look(year: str, strong: list[str], theme: Theme) -> dict[str, object]:
    if year == strong[-1]:
        return {"color": colour("report", theme), "width": 2.6}
    return {"color": css("ink", theme, 0.8 if year in strong else 0.3),
            "width": 2.0 if year in strong else 1.2}  # fmt: skip


def _line(found: TimeView, year: str) -> Line:
    cells = found.of(year)
    points: Line = [(moment(date(MADE_UP, 1, 1)), 0.0, "")]
    sums = accumulate(cell.incidents or 0 for cell in cells)
    for cell, total in zip(cells, sums, strict=True):
        words = f"{told(found, cell)}<br>{plain(say('view-so-far', count=total, year=year))}"
        is_known = cell.incidents is not None
        end = moment(date(MADE_UP, cell.last.month, cell.last.day), 1)
        points.append((end, float(total) if is_known else None, words))
    return points


def _strong(found: TimeView, years: list[str]) -> list[str]:
    first, last = (str(day.year) for day in found.window)
    inside = [year for year in years if first <= year <= last]
    return inside if 0 < len(inside) <= _MOST_STRONG else (inside or years)[-1:]


def _with_room(tops: dict[str, float], strong: list[str], apart: float) -> list[str]:
    """Return the years that can be written at their lines' ends: the strong, then the highest."""
    shown: list[str] = []
    for year in sorted(tops, key=lambda year: (year not in strong, -tops[year])):
        if all(abs(tops[year] - tops[other]) >= apart for other in shown):
            shown.append(year)
    return shown


def _named(year: str, until: date | None) -> str:
    if until is None or year != str(until.year) or (until.month, until.day) == (12, 31):
        return year
    return say("view-year-to", year=year, day=fmt.day_and_month(until))
