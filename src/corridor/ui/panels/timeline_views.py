"""The timeline in other shapes: side by side, a calendar, years over each other, two mirrored."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from corridor import answers
from corridor.answers import TimeView
from corridor.charts.calendar_cells import key
from corridor.charts.cells import Picks
from corridor.charts.chart_sheet import Charted
from corridor.charts.figure import Figure
from corridor.charts.timeline_sheet import view_told
from corridor.charts.view_figure import view_figure
from corridor.exchange.counts import view_csv
from corridor.filter import IncidentFilter
from corridor.filter.selection import Selection
from corridor.palette import Theme, colour
from corridor.texts import time_views_text
from corridor.ui import parts
from corridor.ui.frame import cached, navigation, selecting, state, viewer
from corridor.ui.frame.drawing import draw_chart, pick_on, with_paper
from corridor.ui.frame.footer import credits_now
from corridor.ui.panels import chart_files
from corridor.ui.parts import Html, LegendItem, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say

BARS: Final = "bars"
PICKS: Final = "timeline_view_picks"
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
    look, asked = (viewer.theme(), viewer.is_small()), selecting.selection()
    drawn = cached.kept(_drawn, chosen, (view, by), look, (asked, state.current_as_of()))
    if found is None or drawn is None:
        parts.show(parts.notice(say("view-nothing-covered", series=chosen.measuring)))
        return
    head, figure, alt, foot, table, told = drawn
    parts.show(head)
    draw_chart(figure, "timeline_view", fmt.sentences(alt, told))
    pick_on(PICKS, ("timeline_view",), say("picks-cells"), _picked, in_order=view != "multiples")
    parts.show(foot)
    chart_files.offer(
        f"timeline-{view}", view_told(chosen, found, credits_now(), told),
        [Charted("timeline_view", figure)], partial(view_csv, found),
    )  # fmt: skip
    with (
        st.container(key="cw-unfolded"),
        st.expander(say("view-table", count=len(found.cells))),
    ):
        parts.show(table)


def _drawn(
    chosen: IncidentFilter,
    asked: tuple[str, str],
    look: tuple[Theme, bool],
    selection: tuple[Selection, date],
) -> tuple[Html, Figure, str, Html, Html, str] | None:
    found = cached.answer(answers.time_view, chosen, *asked)
    if found is None:
        return None
    picked, told = _picked_of(chosen, found, asked[1], selection)
    theme, phone = look
    says, notes = time_views_text.says(found), time_views_text.notes(found)
    head = parts.lines(parts.section(says), _key(found, theme, told))
    foot = parts.paragraph(notes, quiet=True) if notes else Html("")
    alt = fmt.sentences(f"{says}.", notes)
    figure = view_figure(found, theme=theme, small=phone, picked=picked)
    return head, with_paper(figure, theme), alt, foot, _table(found), told


def _picked() -> None:
    selecting.pick_told(PICKS, selecting.ends_of)


def _picked_of(
    chosen: IncidentFilter, found: TimeView, by: str, selection: tuple[Selection, date]
) -> tuple[Picks | None, str]:
    """Count by cell what is selected, and say how much it is; None where nothing is selected."""
    asked, as_of = selection
    if not asked:
        return None, ""
    meant = selecting.meant(chosen, asked, as_of)
    every = cached.summary(chosen).incidents or 0
    told = say("selection-of", count=meant.summary.incidents or 0, all=every)
    return answers.picked_cells(cached.store(), meant.chosen, found, by), told


def _key(found: TimeView, theme: Theme, told: str) -> Html:
    """Say what the colours of a calendar mean, and how much is `told` to be selected."""
    strong = LegendItem(say("timeline-strong", figures=told), "square", colour=colour("ink", theme))
    if found.view != "calendar":
        return parts.legend([strong] if told else [])
    items = [LegendItem(label, "square", colour=ink) for label, ink in key(found, theme)]
    if any(cell.incidents is None for cell in found.cells):
        items.append(LegendItem(say("timeline-uncovered", series=found.series), "hatch"))
    return parts.legend([*([strong] if told else []), *items], say("timeline-incidents"))


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
