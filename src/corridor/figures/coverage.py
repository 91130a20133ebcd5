"""Coverage as a heat table: years across, provinces down, counts in the cells."""

from __future__ import annotations

import pandas as pd

from corridor import vocabulary
from corridor.figures.chart import styled
from corridor.figures.figure import Figure, heatmap
from corridor.figures.palette import Theme, colour, css


def heat_table(counts: pd.DataFrame, *, theme: Theme, small: bool = False) -> Figure:
    """Draw `counts` (year, admin1, incidents): the corridor first, a cell without rows is empty."""
    table = counts.pivot_table(index="admin1", columns="year", values="incidents", aggfunc="sum")
    rest = [name for name in table.index if name not in vocabulary.CORRIDOR]
    order = [*[name for name in vocabulary.CORRIDOR if name in table.index], *sorted(rest)]
    shown = table.reindex(order)
    years = [year for year in shown.columns if not small or int(year) >= 2010]
    shown = shown[years]
    figure = styled(Figure(), theme, 40 + 24 * len(order), 8)
    figure.add_trace(
        heatmap(
            z=[
                [None if pd.isna(cell) else min(float(cell), 100.0) for cell in row]
                for row in shown.to_numpy()
            ],
            x=[str(year) for year in years],
            y=order,
            text=[
                ["" if pd.isna(cell) else f"{cell:.0f}" for cell in row] for row in shown.to_numpy()
            ],
            texttemplate="" if small else "%{text}",
            hovertemplate="%{y} %{x}: %{text} incidents<extra></extra>",
            colorscale=[[0, css("Battles", theme, 0.08)], [1, css("Battles", theme, 0.85)]],
            showscale=False,
            xgap=1,
            ygap=1,
        )
    )
    figure.update_layout(margin={"l": 110, "r": 2, "t": 8, "b": 26}, hovermode="closest")
    figure.update_yaxes(
        autorange="reversed", tickfont={"color": colour("ink2", theme)}, fixedrange=True
    )
    figure.update_xaxes(
        type="category", nticks=10, tickfont={"color": colour("ink2", theme)}, fixedrange=True
    )
    return figure
