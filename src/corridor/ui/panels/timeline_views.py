"""The timeline in other shapes: side by side, a calendar, years over each other, two mirrored."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from corridor import answers
from corridor.answers import TimeView
from corridor.charts.calendar_cells import key
from corridor.charts.chart_sheet import Charted
from corridor.charts.figure import Figure
from corridor.charts.timeline_sheet import view_told
from corridor.charts.view_figure import view_figure
from corridor.exchange.counts import view_csv
from corridor.filter import IncidentFilter
from corridor.palette import Theme
from corridor.texts import time_views_text
from corridor.ui import parts
from corridor.ui.frame import cached, navigation, state, viewer
from corridor.ui.frame.drawing import draw_chart, with_paper
from corridor.ui.frame.footer import credits_now
from corridor.ui.panels import chart_files
from corridor.ui.parts import Html, LegendItem, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say

BARS: Final = "bars"
_HERE: Final = "view_here"
_MOST_ROWS: Final = 400


def choice() -> str:
    """Draw the choice of the view, which the address keeps; return what is chosen."""
    asked = st.query_params.get(navigation.VIEW, "")
    # A bound widget would write the words of its choice into the address, not its name.
    st.session_state[_HERE] = asked if asked in answers.VIEWS else BARS
    picked = st.segmented_control(
        say("view"),
        [BARS, *answers.VIEWS],
        format_func=lambda view: say(f"view-shape-{view}"),
        key=_HERE,
        on_change=_chosen,
    )
    return picked or BARS


def _chosen() -> None:
    view = st.session_state[_HERE] or BARS
    state.open_in_address(navigation.VIEW, "" if view == BARS else view)


def split() -> str:
    """Draw the choice of what small multiples are of; return it."""
    picked = st.segmented_control(
        say("view-split"),
        answers.SPLITS,
        default=answers.SPLITS[0],
        format_func=lambda name: say(f"view-split-{name}"),
        key="view_split",
    )
    return picked or answers.SPLITS[0]


def show(chosen: IncidentFilter, view: str, by: str) -> None:
    """Draw a view of a filter, its statement, its table and its file."""
    found = cached.answer(answers.time_view, chosen, view, by)
    drawn = cached.kept(_drawn, chosen, view, by, viewer.theme(), viewer.is_small())
    if found is None or drawn is None:
        parts.show(parts.notice(say("view-nothing-covered", series=chosen.measuring)))
        return
    head, figure, alt, foot, table = drawn
    parts.show(head)
    draw_chart(figure, "timeline_view", alt)
    parts.show(foot)
    chart_files.offer(
        f"timeline-{view}", view_told(chosen, found, credits_now()),
        [Charted("timeline_view", figure)], partial(view_csv, found),
    )  # fmt: skip
    with (
        st.container(key="cw-unfolded"),
        st.expander(say("view-table", count=len(found.cells))),
    ):
        parts.show(table)


def _drawn(
    chosen: IncidentFilter, view: str, by: str, theme: Theme, phone: bool
) -> tuple[Html, Figure, str, Html, Html] | None:
    found = cached.answer(answers.time_view, chosen, view, by)
    if found is None:
        return None
    says, notes = time_views_text.says(found), time_views_text.notes(found)
    head = parts.lines(parts.section(says), _key(found, theme))
    foot = parts.paragraph(notes, quiet=True) if notes else Html("")
    alt = fmt.sentences(f"{says}.", notes)
    figure = view_figure(found, theme=theme, small=phone)
    return head, with_paper(figure, theme), alt, foot, _table(found)


def _key(found: TimeView, theme: Theme) -> Html:
    """Say what the colours of a calendar mean."""
    if found.view != "calendar":
        return Html("")
    items = [LegendItem(label, "square", colour=ink) for label, ink in key(found, theme)]
    if any(cell.incidents is None for cell in found.cells):
        items.append(LegendItem(say("timeline-uncovered", series=found.series), "hatch"))
    return parts.legend(items, say("timeline-incidents"))


def _table(found: TimeView) -> Html:
    is_grouped = any(cell.group for cell in found.cells)
    columns = [
        *([TableColumn(say("view-column-group"))] if is_grouped else []),
        TableColumn(say("view-column-days"), whole=True),
        TableColumn(say("timeline-incidents"), numeric=True),
        TableColumn(say("view-column-covered"), numeric=True, phone=False),
    ]
    told = [cell for cell in found.cells if cell.incidents != 0][:_MOST_ROWS]
    rows = [
        [
            *([time_views_text.group(cell.group)] if is_grouped else []),
            fmt.years(cell.first, cell.last),
            fmt.number(cell.incidents),
            fmt.number(cell.covered_days),
        ]
        for cell in told
    ]
    note = say("view-table-rest", shown=len(told), count=len(found.cells))
    return parts.scroll(parts.table(columns, rows, caption=say("view-caption"), note=note))
