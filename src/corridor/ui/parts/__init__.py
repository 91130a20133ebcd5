"""The parts that pages are built from: pure builders of escaped HTML, and `show`."""

from __future__ import annotations

import streamlit as st

from corridor.ui.parts.card import (
    Dot,
    FindingCard,
    IntervalBar,
    Threshold,
    dots_bar,
    finding_cards,
    finding_summary,
    interval_bar,
    verdict_badge,
)
from corridor.ui.parts.headline import (
    KeyFigure,
    headline,
    hidden_title,
    key_figures,
    paragraph,
    rule,
    section,
    short_answers,
    so_what,
)
from corridor.ui.parts.legend import LegendItem, legend, legend_list
from corridor.ui.parts.notice import (
    empty_state,
    footer,
    map_picture,
    notice,
    paper_picture,
    success,
)
from corridor.ui.parts.pair import Fact, PairSide, pair_card
from corridor.ui.parts.table import (
    TableColumn,
    event_type,
    heat_table,
    link,
    quiet,
    scroll,
    source_link,
    table,
    with_words,
)
from corridor.ui.parts.text import Html, esc, lines, plain, rich

__all__ = [
    "Dot",
    "Fact",
    "FindingCard",
    "Html",
    "IntervalBar",
    "KeyFigure",
    "LegendItem",
    "PairSide",
    "TableColumn",
    "Threshold",
    "dots_bar",
    "empty_state",
    "esc",
    "event_type",
    "finding_cards",
    "finding_summary",
    "footer",
    "headline",
    "heat_table",
    "hidden_title",
    "interval_bar",
    "key_figures",
    "legend",
    "legend_list",
    "lines",
    "link",
    "map_picture",
    "notice",
    "pair_card",
    "paper_picture",
    "paragraph",
    "plain",
    "quiet",
    "rich",
    "rule",
    "scroll",
    "section",
    "short_answers",
    "show",
    "so_what",
    "source_link",
    "success",
    "table",
    "verdict_badge",
    "with_words",
]


def show(*pieces: Html) -> None:
    """Put pieces of HTML on the page. Only `Html` is taken: nothing goes unescaped."""
    body = "".join(pieces)
    if body:
        st.html(body)
