"""How a file is read: recognised, or as a person says it is."""

from __future__ import annotations

from pathlib import Path
from typing import Final, get_args

import streamlit as st

from corridor.ingest import LAYOUTS
from corridor.ingest.layouts.mapped import NAME as MAPPED
from corridor.ingest.model.mapping import DateOrder, Decimal
from corridor.ingest.model.report import IngestReport
from corridor.ingest.review.upload import Reading
from corridor.ui import parts
from corridor.ui.panels.uploads import mapper
from corridor.words import numbers as fmt
from corridor.words import say

_ORDERS: Final[tuple[DateOrder, ...]] = get_args(DateOrder)
_DECIMALS: Final[tuple[Decimal, ...]] = get_args(Decimal)
_AS_FOUND: Final = "found"
# Both orders are possible, or both stand in the file.
_ASKED: Final = ("ambiguous", "mixed")
_RECOGNISED: Final = "recognised"
_LAYOUTS: Final = (_RECOGNISED, *LAYOUTS, MAPPED)


def chosen(file_id: str) -> Reading:
    """Give what the person has said of this file so far."""
    layout = st.session_state.get(_key("layout", file_id), _RECOGNISED)
    order = st.session_state.get(_key("order", file_id))
    decimal = st.session_state.get(_key("decimal", file_id))
    sheet = st.session_state.get(_key("sheet", file_id))
    return Reading(
        layout=layout if layout in LAYOUTS else None,
        date_order=order,
        decimal=decimal if decimal in _DECIMALS else None,
        mapping=mapper.chosen(file_id, sheet) if layout == MAPPED else None,
        sheet=sheet,
        release=str(st.session_state.get(_key("release", file_id)) or "").strip(),
    )


def title(report: IngestReport) -> str:
    """Name the layout that a file was read as."""
    return LAYOUTS[report.layout].title if report.layout in LAYOUTS else say("reading-your-mapping")


def has_versions(report: IngestReport) -> bool:
    """Say whether a file is of a series that has versions."""
    return report.layout in LAYOUTS and LAYOUTS[report.layout].versions is not None


def _title(layout: str) -> str:
    return LAYOUTS[layout].title if layout in LAYOUTS else say(f"reading-layout-{layout}")


def show(data: Path, report: IngestReport, file_id: str) -> None:
    """Draw what was assumed, what must be asked, and beneath it how to change it."""
    if report.notes:
        parts.show(parts.paragraph(parts.esc(fmt.sentences(*report.notes)), quiet=True))
    _ask_order(report, file_id)
    must_map = report.is_mappable and chosen(file_id).layout is None
    with st.expander(say("reading-how"), expanded=must_map):
        ask_sheet(report, file_id)
        layout = st.selectbox(
            say("reading-layout"),
            _LAYOUTS,
            format_func=_title,
            index=_LAYOUTS.index(MAPPED if must_map or report.mapping else _RECOGNISED),
            key=_key("layout", file_id),
        )
        if has_versions(report):
            st.text_input(
                say("reading-release"), report.version, key=_key("release", file_id), max_chars=40
            )
        st.selectbox(
            say("reading-decimal"),
            (_AS_FOUND, *_DECIMALS),
            format_func=lambda sign: say(f"reading-decimal-{sign}"),
            key=_key("decimal", file_id),
        )
        if layout == MAPPED:
            mapper.show(data, report.mapping, file_id, chosen(file_id).sheet)


def ask_sheet(report: IngestReport, file_id: str) -> None:
    """Ask which sheet of a workbook is meant, where it has several; the file is read again."""
    if len(report.sheets) > 1:
        st.selectbox(
            say("reading-sheet"),
            report.sheets,
            index=report.sheets.index(report.sheet) if report.sheet else None,
            key=_key("sheets", file_id),
            placeholder=say("reading-choose-sheet"),
            on_change=_take_sheet,
            args=(file_id,),
        )


def _take_sheet(file_id: str) -> None:
    # Only what a person chose: the sheet that was found by itself is no other reading.
    st.session_state[_key("sheet", file_id)] = st.session_state[_key("sheets", file_id)]


def _ask_order(report: IngestReport, file_id: str) -> None:
    key = _key("order", file_id)
    if st.session_state.get(key) or report.date_order in _ASKED:
        st.radio(
            say("reading-which-first", order=report.date_order or ""),
            _ORDERS,
            format_func=lambda order: say(f"date-order-{order}"),
            index=None,
            horizontal=True,
            key=key,
        )


def _key(what: str, file_id: str) -> str:
    return f"upload-{what}-{file_id}"
