"""Charts and maps reach Streamlit as they were drawn; every chart is one that Plotly knows."""

from __future__ import annotations

import pandas as pd
import plotly.tools
import pytest

from corridor.charts.figure import Figure
from corridor.charts.kilometre_profile import kilometre_profile
from corridor.ui.frame import drawing
from tests.plotly_figures import checked


def test_streamlit_neither_builds_nor_checks_a_chart() -> None:
    """Checking one costs more than its data; this word would be refused."""
    figure = Figure()
    figure.update_layout(no_such_field=1)
    taken = plotly.tools.return_figure_from_figure_or_data(
        drawing._Ready(figure), validate_figure=True
    )
    assert taken == {"data": [], "layout": {"no_such_field": 1}}
    with pytest.raises(ValueError, match="no_such_field"):
        checked(figure)


def test_axes_keep_what_was_set_before() -> None:
    figure = Figure()
    figure.update_xaxes(type="date")
    figure.update_xaxes(range=[0, 1])
    figure.update_yaxes(visible=False)
    assert figure.layout == {
        "xaxis": {"type": "date", "range": [0, 1]}, "yaxis": {"visible": False},
    }  # fmt: skip


def test_a_road_has_a_mark_for_ten_kilometres() -> None:
    profile = pd.DataFrame(
        {"road": ["Kirkuk–Baghdad"] * 2, "from_km": [10, 20], "to_km": [20, 30],
         "incidents": [4, 1], "at_town": [1, 1], "near": [0, 0], "exact": [3, 0]}
    )  # fmt: skip
    figure = checked(kilometre_profile(profile, theme="dark"))
    near, exact = figure.data
    assert (list(near.x), list(exact.x)) == ([25.0], [15.0])
    assert figure.layout.xaxis.title.text.startswith("kilometre of the road")
