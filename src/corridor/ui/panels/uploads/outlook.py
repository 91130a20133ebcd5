"""What an upload would change, before it is written: added, figures, verdicts."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from corridor import queries
from corridor.answers.outlook import Effect, Outlook
from corridor.charts import period_bars
from corridor.charts.chart_sheet import Charted
from corridor.exchange.counts import counts_csv
from corridor.ingest.review.confirm import Choices
from corridor.ingest.review.upload import Checked, Reading
from corridor.maps.sheet import Told
from corridor.store import StoreError
from corridor.store.progress import CancelledError
from corridor.texts.effect_text import (
    added_series,
    added_text,
    changes,
    figures_text,
    month_texts,
    verdicts_text,
)
from corridor.ui import parts
from corridor.ui.frame import viewer
from corridor.ui.frame.drawing import draw_chart
from corridor.ui.panels import chart_files
from corridor.ui.panels.uploads import jobs
from corridor.ui.parts import Html, LegendItem, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.workers import WorkError

# More rows than this are worked out when asked for: it takes seconds.
MOST_UNASKED: Final = 200_000
HEIGHT: Final = 150


def show(checked: Checked, reading: Reading, choices: Choices) -> Outlook | None:
    """Draw what would change by a commit with these choices; return it, None when not known."""
    if checked.report.accepted_rows:
        whose = "" if checked.is_committable else say("upload-outlook-good-rows-only")
        parts.show(parts.section(say("upload-outlook-title"), whose))
        if not checked.written:
            parts.show(parts.paragraph(say("upload-outlook-nothing")))
        elif checked.written <= MOST_UNASKED or _is_asked(checked):
            return _work_out(checked, reading, choices)
    return None


def _is_asked(checked: Checked) -> bool:
    key = f"outlook_asked-{checked.report.key}"
    if not st.session_state.get(key):
        parts.show(parts.paragraph(say("upload-outlook-takes-seconds", count=checked.written)))
        st.button(
            say("upload-outlook-ask"),
            key="outlook",
            on_click=lambda: st.session_state.update({key: True}),
        )
    return bool(st.session_state.get(key))


def _work_out(checked: Checked, reading: Reading, choices: Choices) -> Outlook | None:
    try:
        found = jobs.outlook(checked, reading, choices)
    except (StoreError, WorkError, CancelledError) as error:
        is_stopped = isinstance(error, CancelledError)
        said = say("upload-outlook-stopped") if is_stopped else str(error)
        parts.show(parts.notice(parts.esc(said)))
        st.button(say("upload-outlook-again"), on_click=jobs.forget_outlook, key="outlook_again")
        return None
    parts.show(told(found))
    _added(found)
    return found


def told(found: Outlook) -> Html:
    """Say what would change of the figures and the verdicts, the same before and after."""
    return parts.lines(
        parts.paragraph(figures_text(found)),
        parts.paragraph(verdicts_text(found)),
        changed(found),
    )


def changed(found: Outlook | Effect) -> Html:
    """Show the conclusions and parts that read otherwise afterwards; nothing when none does."""
    rows = changes(found)
    if not rows:
        return Html("")
    columns = [
        TableColumn(say("heading-conclusion")),
        TableColumn(say("heading-before")),
        TableColumn(say("heading-after")),
    ]
    return parts.table(columns, rows, caption=say("upload-outlook-conclusions"))


def _added(found: Outlook) -> None:
    if found.by_month.empty:
        parts.show(parts.paragraph(added_text(found)))
        return
    series = added_series(found)
    theme = viewer.theme()
    parts.show(
        parts.legend(
            [LegendItem(name, "square", colour=ink) for name, ink in period_bars.key(series, theme)]
        )
    )
    figure = period_bars.bars(series, theme=theme, span=_span(series), height=HEIGHT, small=True)
    title, told = say("upload-outlook-chart"), added_text(found)
    draw_chart(figure, "outlook_months", fmt.sentences(title, told))
    parts.show(parts.paragraph(told, quiet=True))
    chart_files.offer(
        "upload", Told(title, (told,)), [Charted("outlook_months", figure)],
        partial(counts_csv, queries.rows_of(found.by_month)),
    )  # fmt: skip
    months = month_texts(found)
    if len(months) > 1:
        with st.expander(say("upload-outlook-table", count=len(months))):
            columns = [
                TableColumn(say("heading-month"), whole=True),
                TableColumn(say("heading-added")),
            ]
            table = parts.table(columns, months, caption=say("upload-outlook-months-caption"))
            parts.show(parts.scroll(table))


def _span(series: pd.DataFrame) -> tuple[date, date]:
    """Give a year at least: a month alone would be one bar as wide as the page.

    A month is left free at the end, where the axis is written.
    """
    last = series["period_end"].max() + pd.DateOffset(months=1) + pd.Timedelta(days=1)
    first = min(series["period_start"].min(), last - pd.DateOffset(years=1))
    return first.date(), last.date()
