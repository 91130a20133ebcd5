"""Years laid over each other: how many incidents each had up to a day of the year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import accumulate
from typing import Final

from corridor.answers import TimeView
from corridor.charts.calendar_cells import month_name
from corridor.charts.cells import FADED, MADE_UP, Picks, framed, moment, small_font, term_of, told
from corridor.charts.chart import NO_NAME, note, plain
from corridor.charts.figure import Figure, Trace, scatter
from corridor.palette import Theme, colour, css
from corridor.words import numbers as fmt
from corridor.words import say

_HEIGHT: Final = 400
# Years of the filter's period that are drawn strong, and how near two labels may stand.
_MOST_STRONG: Final = 3
_APART: Final = 0.055
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10**6)


# Where, how many so far, words, and the term that is selected.
Line = list[tuple[str, float | None, str, str]]


def years_over(
    found: TimeView, *, theme: Theme, small: bool = False, picked: Picks | None = None
) -> Figure:
    """Draw `years`, added up month by month; a line ends where the series does, with gaps in it.

    With `picked` all is faded but the stretches of months of which something is selected.
    """
    lines = {
        year: _line(found, year, picked) for year in sorted({cell.group for cell in found.cells})
    }
    tops = {year: max((y for _, y, *_ in line if y is not None), default=0.0)
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
                x=[x for x, *_ in lines[year]], y=[y for _, y, *_ in lines[year]],
                text=[word for _, _, word, _ in lines[year]], mode="lines", name=year, line=look,
                customdata=[term for *_, term in lines[year]],
                connectgaps=False, hovertemplate="%{text}" + NO_NAME,
                opacity=1 if picked is None else FADED,
            )
        )  # fmt: skip
    if picked:
        figure.add_trace(_stretches(found, lines, picked, theme))
    for year in _with_room(tops, strong, _APART * top):
        last = next((x for x, y, *_ in reversed(lines[year]) if y is not None), "")
        note(figure, plain(_named(year, found.as_far_as)), theme, x=last, y=tops[year], xshift=4,
             xanchor="left", yanchor="middle",
             font=small_font(theme, "ink" if year in strong else "ink2"))  # fmt: skip
    return figure


def _look(year: str, strong: list[str], theme: Theme) -> dict[str, object]:
    if year == strong[-1]:
        return {"color": colour("report", theme), "width": 2.6}
    return {"color": css("ink", theme, 0.8 if year in strong else 0.3),
            "width": 2.0 if year in strong else 1.2}  # fmt: skip


def _line(found: TimeView, year: str, picked: Picks | None) -> Line:
    cells = found.of(year)
    points: Line = [(moment(date(MADE_UP, 1, 1)), 0.0, "", "")]
    sums = accumulate(cell.incidents or 0 for cell in cells)
    for cell, total in zip(cells, sums, strict=True):
        so_far = plain(say("view-so-far", count=total, year=year))
        words = f"{told(found, cell, picked=picked)}<br>{so_far}"
        is_known = cell.incidents is not None
        end = moment(date(MADE_UP, cell.last.month, cell.last.day), 1)
        points.append((end, float(total) if is_known else None, words, term_of(cell)))
    return points


def _stretches(found: TimeView, lines: Mapping[str, Line], picked: Picks, theme: Theme) -> Trace:
    """Return the stretches of the lines on which something is selected, strong."""
    across: list[str | None] = []
    up: list[float | None] = []
    for year, line in lines.items():
        months = zip(found.of(year), line, line[1:], strict=False)
        for cell, before, after in months:
            if (cell.group, cell.first) in picked:
                across += [before[0], after[0], None]
                up += [before[1], after[1], None]
    return scatter(
        x=across, y=up, mode="lines", line={"color": colour("accent", theme), "width": 4},
        connectgaps=False, hoverinfo="skip",
    )  # fmt: skip


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
