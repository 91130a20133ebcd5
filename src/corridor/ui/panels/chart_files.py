"""Charts and the numbers behind them as files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from corridor.charts.chart_sheet import Charted, chart_frame, chart_svg
from corridor.maps.sheet import Told
from corridor.ui import parts
from corridor.ui.frame import viewer
from corridor.ui.frame.drawing import save_picture
from corridor.ui.parts import Html
from corridor.words import say


def offer(
    name: str,
    told: Told,
    charts: Sequence[Charted],
    csv: Callable[[], bytes],
    table: Html | None = None,
) -> None:
    """Offer charts that are on the page as one picture, and their numbers.

    `name` is that of the files; `told` stands round the picture; `table` has the numbers where
    they stand nowhere else on the page.
    """
    file = f"corridor-watch-{name}"
    label = say("chart-files-and-table" if table else "chart-files")
    with st.popover(label, type="tertiary"):
        parts.show(parts.paragraph(say("chart-files-how"), quiet=True))
        with st.container(horizontal=True):
            save_picture(chart_frame(told, charts), f"save-{name}-png", f"{file}.png")
            st.download_button(
                "SVG",
                data=partial(chart_svg, told, charts, viewer.theme()),
                file_name=f"{file}.svg",
                mime="image/svg+xml",
                on_click="ignore",
                key=f"save-{name}-svg",
            )
            st.download_button(
                "CSV",
                data=csv,
                file_name=f"{file}.csv",
                mime="text/csv",
                on_click="ignore",
                key=f"save-{name}-csv",
            )
        if table:
            parts.show(parts.scroll(table))
