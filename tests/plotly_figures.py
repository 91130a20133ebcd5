"""Charts as Plotly's own objects, which refuse a field or value that Plotly does not know."""

from __future__ import annotations

import plotly.graph_objects as go

from corridor.charts.figure import Figure


def checked(figure: Figure) -> go.Figure:
    return go.Figure(figure.to_dict())
