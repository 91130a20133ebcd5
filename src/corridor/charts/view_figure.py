"""The timeline in another shape than bars: the chart of each."""

from __future__ import annotations

from corridor.answers import TimeView
from corridor.charts.calendar_cells import calendar_cells
from corridor.charts.cells import Picks
from corridor.charts.figure import Figure
from corridor.charts.mirrored_bars import mirrored_bars
from corridor.charts.small_multiples import hidden_days, small_multiples, span_of
from corridor.charts.years_over import years_over
from corridor.palette import Theme


def view_figure(
    found: TimeView, *, theme: Theme, small: bool = False, picked: Picks | None = None
) -> Figure:
    """Draw a view, for a phone if `small`; of `picked` all else is faded."""
    if found.view == "multiples":
        span = span_of(found)
        return small_multiples(
            found, span, hidden_days(found, span), theme=theme, small=small, picked=picked
        )
    draw = {"calendar": calendar_cells, "years": years_over, "mirrored": mirrored_bars}
    return draw[found.view](found, theme=theme, small=small, picked=picked)
