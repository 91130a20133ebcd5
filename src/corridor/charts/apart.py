"""What stands apart from the bars: days that are not covered, and what others alone tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pandas as pd

from corridor.charts.chart import NO_NAME, note, plain
from corridor.charts.figure import Figure, Trace, scatter
from corridor.charts.level_lines import Frame
from corridor.palette import Theme, colour, css
from corridor.spans import Pair
from corridor.texts import places_text
from corridor.words import say

# Open marks, one shape for each of those who tell what the measuring series does not.
_SHAPES: Final = ("circle-open", "diamond-open", "square-open", "cross-open", "x-open")
_ABOVE: Final = "triangle-up-open"
# More marks than this are drawn small: side by side they would be a chain.
_FEW: Final = 48


@dataclass(frozen=True)
class Uncovered:
    """Days that the measuring series, named by its code, does not cover."""

    series: str
    days: tuple[Pair, ...]


def measured_of(series: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the measuring series: all of them where nothing says whose they are."""
    return series[series["beside"].isna()] if "beside" in series else series


def draw_uncovered(
    figure: Figure, uncovered: Uncovered, top: float, theme: Theme, frame: Frame
) -> None:
    """Hatch the days that are not covered, to the height `top`, behind the bars, and say so."""
    told = say("chart-uncovered", series=uncovered.series)
    for first, last in uncovered.days:
        after = last + pd.Timedelta(days=1)
        ends = first.isoformat(), after.isoformat()
        figure.add_trace(hatch(ends, (0, top), theme, told) | {"hoverinfo": "skip"})
        if frame.days_of(told) <= after - first:
            middle = pd.Timestamp(first) + (pd.Timestamp(after) - pd.Timestamp(first)) / 2
            note(
                figure, plain(told), theme, x=middle.isoformat(), y=0.5 * top, xanchor="center",
                yanchor="middle", bgcolor=css("bg", theme, 0.8),
                font={"color": colour("ink2", theme), "size": 11},
            )  # fmt: skip


def hatch(ends: tuple[str, str], tall: tuple[float, float], theme: Theme, words: str) -> Trace:
    """Return a hatched field between two moments: days of which nothing is known."""
    (first, after), (foot, top) = ends, tall
    return scatter(
        x=[first, after, after, first, first], y=[foot, foot, top, top, foot],
        mode="lines", fill="toself", line={"width": 0}, name=words, text=plain(words),
        hoverinfo="text", hoveron="fills", fillcolor=css("ink2", theme, 0.1),
        fillpattern={"shape": "/", "fgcolor": css("ink2", theme, 0.55), "size": 7,
                     "solidity": 0.16, "bgcolor": "rgba(0,0,0,0)"},
    )  # fmt: skip


def beside_traces(series: pd.DataFrame, top: float, theme: Theme) -> Iterator[Trace]:
    """Yield an open mark for each period and each of those who alone tell of it.

    Never on a bar: what others tell is no part of it. The axis is that of the bars; what lies above
    it is a triangle at its top, whose hover says the number.
    """
    if "beside" not in series:
        return
    others = series[series["beside"].notna()]
    for at, (name, rows) in enumerate(others.groupby("beside")):
        label = plain(places_text.told_by(str(name), ""))
        counts = rows.groupby(["period_start", "period_end"], as_index=False)["incidents"].sum()
        middle = counts["period_start"] + (counts["period_end"] - counts["period_start"]) / 2
        tall = [int(count) for count in counts["incidents"]]
        is_few = len(tall) <= _FEW
        yield scatter(
            x=[moment.isoformat() for moment in middle],
            y=[min(float(count), 0.98 * top) for count in tall],
            text=[str(count) for count in tall], mode="markers", name=label,
            marker={"symbol": list(_symbols(tall, top, _SHAPES[at % len(_SHAPES)])),
                    "size": 8 if is_few else 4, "color": colour("ink2", theme),
                    "line": {"color": colour("ink2", theme), "width": 1.5 if is_few else 1}},
            hovertemplate="%{text} %{fullData.name}" + NO_NAME,
        )  # fmt: skip


def _symbols(counts: Iterable[int], top: float, shape: str) -> Iterator[str]:
    return (_ABOVE if count > top else shape for count in counts)
