"""How a file is read: recognised, or as a person says it is."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import streamlit as st

from corridor.ingest import LAYOUTS
from corridor.ingest.dates import DateOrder
from corridor.ingest.mapped import NAME as MAPPED
from corridor.ingest.mapping import Decimal
from corridor.ingest.report import IngestReport
from corridor.ingest.upload import Reading
from corridor.ui import parts
from corridor.ui.views.uploads import mapper

_ORDERS: Final[dict[str, DateOrder]] = {"Day first": "dmy", "Month first": "mdy"}
_BY_SEPARATOR: Final = "As found: a point, or a comma in files with semicolons or tabs"
_DECIMALS: Final[dict[str, Decimal]] = {"A comma: 35,47": "comma", "A point: 35.47": "point"}
_ASKED: Final = {
    "ambiguous": "The file has dates such as 05/06/2018. Which comes first?",
    "mixed": "Some dates in the file start with the day, others with the month. Which comes first?",
}
_RECOGNISED: Final = "as recognised"
_TITLES: Final = {
    _RECOGNISED: "As recognised",
    **{name: layout.title for name, layout in LAYOUTS.items()},
    MAPPED: "Another table: I choose the meaning of its columns",
}


def chosen(file_id: str) -> Reading:
    """Give what the person has said of this file so far."""
    layout = st.session_state.get(_key("layout", file_id), _RECOGNISED)
    order = st.session_state.get(_key("order", file_id))
    decimal = st.session_state.get(_key("decimal", file_id))
    sheet = st.session_state.get(_key("sheet", file_id))
    return Reading(
        layout=layout if layout in LAYOUTS else None,
        date_order=_ORDERS.get(order or ""),
        decimal=_DECIMALS.get(decimal or ""),
        mapping=mapper.chosen(file_id, sheet) if layout == MAPPED else None,
        sheet=sheet,
    )


def title(report: IngestReport) -> str:
    """Name the layout that a file was read as."""
    return LAYOUTS[report.layout].title if report.layout in LAYOUTS else "your mapping"


def show(data: Path, report: IngestReport, file_id: str) -> None:
    """Draw what was assumed, what must be asked, and beneath it how to change it."""
    if report.notes:
        parts.show(parts.paragraph(parts.esc(" ".join(report.notes)), quiet=True))
    _ask_order(report, file_id)
    must_map = report.is_mappable and chosen(file_id).layout is None
    with st.expander("How the file is read", expanded=must_map):
        ask_sheet(report, file_id)
        layout = st.selectbox(
            "Layout",
            list(_TITLES),
            format_func=_TITLES.__getitem__,
            index=list(_TITLES).index(MAPPED if must_map or report.mapping else _RECOGNISED),
            key=_key("layout", file_id),
        )
        st.selectbox(
            "Decimal sign of coordinates",
            [_BY_SEPARATOR, *_DECIMALS],
            key=_key("decimal", file_id),
        )
        if layout == MAPPED:
            mapper.show(data, report.mapping, file_id, chosen(file_id).sheet)


def ask_sheet(report: IngestReport, file_id: str) -> None:
    """Ask which sheet of a workbook is meant, where it has several; the file is read again."""
    if len(report.sheets) > 1:
        st.selectbox(
            "Sheet",
            report.sheets,
            index=report.sheets.index(report.sheet) if report.sheet else None,
            key=_key("sheets", file_id),
            placeholder="Choose a sheet",
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
            _ASKED.get(report.date_order or "", _ASKED["ambiguous"]),
            list(_ORDERS),
            index=None,
            horizontal=True,
            key=key,
        )


def _key(what: str, file_id: str) -> str:
    return f"upload-{what}-{file_id}"
