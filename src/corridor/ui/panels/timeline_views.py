"""The timeline in other shapes: side by side, a calendar, years over each other, two mirrored."""

from __future__ import annotations

from functools import partial
from typing import Final

import streamlit as st

from corridor import answers
from corridor.answers import TimeView
from corridor.charts.calendar_cells import calendar_cells, classes
from corridor.charts.figure import Figure
from corridor.charts.mirrored_bars import mirrored_bars
from corridor.charts.small_multiples import hidden_days, small_multiples, span_of
from corridor.charts.years_over import years_over
from corridor.exchange.template import write_csv
from corridor.filter import IncidentFilter
from corridor.palette import Theme
from corridor.texts import time_views_text
from corridor.ui import parts
from corridor.ui.frame import cached, navigation, state, viewer
from corridor.ui.frame.drawing import draw_chart, with_paper
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
    with (
        st.container(key="cw-unfolded"),
        st.expander(say("view-table", count=len(found.cells))),
    ):
        parts.show(table)
        st.download_button(
            say("view-download"),
            data=partial(csv, found),
            file_name=f"corridor-watch-timeline-{view}.csv",
            mime="text/csv",
            on_click="ignore",
            key="download-view",
        )


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
    return head, with_paper(_figure(found, theme, phone), theme), alt, foot, _table(found)


def _figure(found: TimeView, theme: Theme, phone: bool) -> Figure:
    if found.view == "multiples":
        span = span_of(found)
        return small_multiples(found, span, hidden_days(found, span), theme=theme, small=phone)
    draw = {"calendar": calendar_cells, "years": years_over, "mirrored": mirrored_bars}
    return draw[found.view](found, theme=theme, small=phone)


def _key(found: TimeView, theme: Theme) -> Html:
    """Say what the colours of a calendar mean."""
    if found.view != "calendar":
        return Html("")
    items = [
        LegendItem(_class(low, high), "square", colour=ink)
        for low, high, ink in classes(found, theme)
    ]
    if any(cell.incidents is None for cell in found.cells):
        items.append(LegendItem(say("timeline-uncovered", series=found.series), "hatch"))
    return parts.legend(items, say("timeline-incidents"))


def _class(low: int, high: int) -> str:
    return fmt.number(low) if low == high else say("view-class", low=low, high=high)


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


def csv(found: TimeView) -> bytes:
    """Return the counts of a view as CSV; what is unknown is empty."""
    rows = [
        (cell.group, cell.first.isoformat(), cell.last.isoformat(), str(cell.covered_days),
         "" if cell.incidents is None else str(cell.incidents))
        for cell in found.cells
    ]  # fmt: skip
    return write_csv(("group", "first", "last", "covered_days", "incidents"), rows).encode()
