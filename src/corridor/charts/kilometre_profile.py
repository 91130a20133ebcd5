"""Incidents along the roads: where by ten kilometres, and what says little about the kilometre."""

from __future__ import annotations

import pandas as pd

from corridor.charts.chart import NO_NAME, empty, styled
from corridor.charts.figure import Figure, Trace, scatter
from corridor.palette import Theme, colour
from corridor.words import say

_ROW = 30


def kilometre_profile(profile: pd.DataFrame, *, theme: Theme) -> Figure:
    """Draw one row per road and one mark per ten kilometres, with its number of incidents.

    `profile`: road, from_km, to_km, incidents, at_town, near, exact. A filled mark holds an exact
    incident off the towns; an open one only town points or places known to about 25 km.
    """
    if profile.empty:
        return empty(theme, 120, say("chart-no-road"))
    roads = profile.groupby("road")["incidents"].sum().sort_values().index.tolist()
    figure = styled(Figure(), theme, 60 + _ROW * len(roads), 6)
    for is_exact in (False, True):
        figure.add_trace(_marks(profile[(profile["exact"] > 0) == is_exact], theme, is_exact))
    figure.update_layout(margin={"l": 180, "r": 8, "t": 6, "b": 40}, hovermode="closest")
    figure.update_xaxes(
        title={"text": say("chart-kilometre-axis")},
        gridcolor=colour("line", theme),
        zeroline=False,
        rangemode="tozero",
        fixedrange=True,
    )
    figure.update_yaxes(categoryorder="array", categoryarray=roads, showgrid=True,
                        gridcolor=colour("line", theme), fixedrange=True)  # fmt: skip
    return figure


def _marks(rows: pd.DataFrame, theme: Theme, is_exact: bool) -> Trace:
    ink = colour("Battles", theme)
    return scatter(
        x=[float(value) + 5 for value in rows["from_km"]],
        y=[str(value) for value in rows["road"]],
        mode="markers+text",
        text=[str(int(value)) for value in rows["incidents"]],
        textposition="middle right",
        textfont={"size": 11, "color": colour("ink2", theme)},
        marker={
            "size": [8 + 3 * float(value) ** 0.5 for value in rows["incidents"]],
            "color": ink if is_exact else "rgba(0,0,0,0)",
            "line": {"color": ink, "width": 1.5},
        },
        customdata=rows[["from_km", "to_km", "at_town", "near", "exact"]]
        .astype(int)
        .to_numpy()
        .tolist(),
        hovertemplate=_hover() + NO_NAME,
        name=say("chart-road-exact" if is_exact else "chart-road-inexact"),
    )


def _hover() -> str:
    where = say("chart-road-and-km", road="%{y}", first="%{customdata[0]}", last="%{customdata[1]}")
    counted = say(
        "chart-road-incidents",
        incidents="%{text}",
        exact="%{customdata[4]}",
        town="%{customdata[2]}",
        near="%{customdata[3]}",
    )
    return f"{where}<br>{counted}"
