"""What the charts of time in other shapes share: drawn days, words of a cell, what is not covered.

They stand on one pair of axes, so that paper draws them too: a chart with several panels, or years
over each other, has days of a made-up calendar, and writes at its ticks what they stand for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
# What of a cell is not selected, where something is.
FADED: Final = 0.35

# Start, days wide, foot, height.
Place = tuple[str, float, float, float]
# How many incidents are selected, by the group and the first day of a cell.
Picks = Mapping[tuple[str, date], int]


def moment(day: date, later: float = 0) -> str:
    """Return a day, or so many days later, as Plotly takes it."""
    return (pd.Timestamp(day) + pd.Timedelta(days=later)).isoformat()


def told(found: TimeView, cell: Cell, name: str = "", picked: Picks | None = None) -> str:
    """Say what a cell holds: "Hawija, 2018: 15 incidents (359 of 365 days covered)"."""
    days = fmt.years(cell.first, cell.last)
    if cell.incidents is None:
        text = say("view-cell-uncovered", days=days, series=found.series)
    else:
        text = say("view-cell", days=days, count=cell.incidents)
    if cell.incidents is not None and cell.covered_days < cell.days:
        text = f"{text} {say('view-cell-part', covered=cell.covered_days, days=cell.days)}"
    if picked is not None and cell.incidents is not None:
        count = picked.get((cell.group, cell.first), 0)
        text = say("view-cell-selected", cell=text, count=count)
    return plain(say("view-cell-of", name=name, cell=text) if name else text)


def term_of(cell: Cell) -> str:
    """Return what is selected by a click on a cell: its days."""
    return f"dates:{cell.first}/{cell.last}"


def cells_of(
    found: TimeView,
    drawn: Sequence[tuple[Cell, Place]],
    ink: str,
    picked: Picks | None,
    name: str = "",
) -> list[Trace]:
    """Return cells at their places, of incidents of `name`, as bars.

    Of `picked` the share that is selected is drawn strong at the foot of each, the rest faded.
    """
    words = [told(found, cell, name, picked) for cell, _ in drawn]
    terms = [term_of(cell) for cell, _ in drawn]
    whole = bars_of([place for _, place in drawn], words, ink, plain(name), terms)
    if picked is None:
        return [whole]
    strong = [
        ((start, days, foot, tall * picked[cell.group, cell.first] / (cell.incidents or 1)), at)
        for at, (cell, (start, days, foot, tall)) in enumerate(drawn)
        if (cell.group, cell.first) in picked
    ]
    above = bars_of([place for place, _ in strong], [words[at] for _, at in strong], ink,
                    plain(name), [terms[at] for _, at in strong])  # fmt: skip
    return [whole | {"opacity": FADED}, *([above] if strong else [])]


def bars_of(
    places: Sequence[Place], words: Sequence[str], ink: str, name: str, terms: Sequence[str]
) -> Trace:
    """Return bars with what is said of each under the mouse, and the term that it selects."""
    return bar(
        x=[start for start, *_ in places],
        width=[BAR_SHARE * days * DAY_MS for _, days, *_ in places],
        offset=[(1 - BAR_SHARE) / 2 * days * DAY_MS for _, days, *_ in places],
        base=[foot for *_, foot, _ in places],
        y=[tall for *_, tall in places],
        text=list(words), textposition="none", name=name, customdata=list(terms),
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
