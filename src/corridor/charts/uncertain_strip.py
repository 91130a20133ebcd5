"""The strip under the bars: incidents whose day is not exact, as whiskers over their days."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from corridor.charts.chart import NO_NAME, note
from corridor.charts.figure import Figure, scatter
from corridor.palette import Theme, colour, css
from corridor.words import numbers as fmt
from corridor.words import say

# Room of the strip, as a share of the plot's height, and its rows.
STRIP: Final = 0.11
_WHISKER_ROWS: Final = 5


def draw_strip(figure: Figure, uncertain: pd.DataFrame, theme: Theme) -> None:
    """Draw `uncertain` (event_date, event_date_end) under the bars and say how many they are."""
    spans = uncertain.sort_values(["event_date", "event_date_end"])
    across: list[Any] = []
    rows: list[float | None] = []
    words: list[str | None] = []
    starts, ends = pd.to_datetime(spans["event_date"]), pd.to_datetime(spans["event_date_end"])
    for first, last, row in zip(starts, ends, _lanes(spans), strict=True):
        across += [first.isoformat(), (last + pd.Timedelta(days=1)).isoformat(), None]
        rows += [-row, -row, None]
        words += [fmt.days(first.date(), last.date())] * 2 + [None]
    figure.add_trace(
        scatter(
            x=across, y=rows, yaxis="y2", mode="lines", text=words,
            name=say("chart-date-not-exact"),
            line={"color": css("ink2", theme, 0.6), "width": 1.8},
            hovertemplate=say("chart-date-not-exact-hover", days="%{text}") + NO_NAME,
            connectgaps=False,
        )
    )  # fmt: skip
    figure.update_layout(yaxis2={
        "domain": [0, STRIP], "range": [-_WHISKER_ROWS, 3.4], "visible": False,
        "fixedrange": True, "anchor": "x",
    })  # fmt: skip
    note(
        figure, say("chart-without-exact-day", count=len(spans)), theme,
        x=0, xref="paper", y=STRIP, yref="paper", xanchor="left", yanchor="top",
        font={"color": colour("ink3", theme), "size": 11},
    )  # fmt: skip


def _lanes(spans: pd.DataFrame) -> list[int]:
    """Return for each whisker the first row that is free on its days, else the last."""
    free_from = [pd.Timestamp.min] * _WHISKER_ROWS
    lanes = []
    starts, ends = pd.to_datetime(spans["event_date"]), pd.to_datetime(spans["event_date_end"])
    for first, last in zip(starts, ends, strict=True):
        lane = next((at for at, day in enumerate(free_from) if day < first), _WHISKER_ROWS - 1)
        free_from[lane] = max(free_from[lane], last)
        lanes.append(lane)
    return lanes
