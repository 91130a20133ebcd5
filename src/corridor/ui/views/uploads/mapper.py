"""The column mapper: a person says what the columns of a table are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from corridor import schema, vocabulary
from corridor.ingest.first_mapping import suggest
from corridor.ingest.glance import MOST_TEXTS, Glance
from corridor.ingest.mapping import NEEDED, UNKNOWN_WORDS, ColumnMap
from corridor.ingest.report import RefusedError
from corridor.ingest.words import event_type
from corridor.ui import parts
from corridor.ui.views.uploads import jobs

_ABSENT: Final = "Not in the file"
_BOTH: Final = (
    " One column may hold both, as “34.53, 44.63”, WKT, degrees and minutes or MGRS: choose it for "
    "both, and it is split."
)
_TWICE: Final = {"latitude": _BOTH, "longitude": _BOTH}
_ONE: Final = "One incident"
_SAME: Final = "The same for every row"
_LABELS: Final = {
    "event_date": "Date",
    "event_type": "Kind of incident",
    "source": "Source",
    "incident_id": "Id of the row",
    "reported_admin1": "Governorate",
    "reported_admin2": "District",
    "location": "Place",
    "latitude": "Latitude (north)",
    "longitude": "Longitude (east)",
    "geo_precision": "How exact the place is",
    "actor1": "One side",
    "actor2": "The other side",
    "fatalities_best": "Killed",
    "wounded": "Wounded",
    "abducted": "Abducted",
    "notes": "What happened",
    "source_title": "Title of the report",
    "source_url": "Address of the report",
}
_PRECISIONS: Final = {
    str(rank): f"Every row: {name}, {vocabulary.GEO_PRECISION_MEANINGS[rank]}"
    for rank, name in vocabulary.GEO_PRECISIONS.items()
}
_NOT_DRAWN: Final = "Not known: rows stay off the map"
# The words of the pages, with the codebook's where that has another.
_KINDS: Final = {
    kind: label if label == kind else f"{label} ({kind})"
    for kind, label in vocabulary.EVENT_TYPE_LABELS.items()
}
_MOST_UNMAPPED: Final = 12


def chosen(file_id: str, sheet: str | None) -> ColumnMap | None:
    """Return the mapping that the person has confirmed for this table."""
    found: ColumnMap | None = st.session_state.get(f"mapping-{_table(file_id, sheet)}")
    return found


def _table(file_id: str, sheet: str | None) -> str:
    return file_id if sheet is None else f"{file_id}-{sheet}"


def show(data: Path, used: ColumnMap | None, file_id: str, sheet: str | None) -> None:
    """Draw the mapper, filled from the mapping `used`, else from the columns' names."""
    try:
        table = jobs.look(data, file_id, sheet)
    except RefusedError as refusal:
        parts.show(parts.notice(parts.esc(str(refusal))))
        return
    file_id = _table(file_id, sheet)
    told = f"{len(table.header.written)} columns, {table.rows:,} rows. Fields with * are required."
    parts.show(parts.paragraph(told, quiet=True))
    mapper = _Mapper(table, used or suggest(table), file_id)
    made = mapper.ask()
    lacking = [*made.lacking(), *(["geo_precision"] if mapper.is_vague else [])]
    if lacking:
        names = ", ".join(_LABELS[name] for name in lacking)
        parts.show(parts.paragraph(f"Still needed: {names}."))
    if mapper.unmapped:
        parts.show(parts.paragraph(_without_a_kind(mapper.unmapped)))
    read, save = st.columns(2)
    with read:
        st.button(
            "Apply this mapping",
            type="primary",
            disabled=bool(lacking) or made == used,
            on_click=_take,
            args=(made, file_id),
            key=f"map-take-{file_id}",
        )
    with save:
        st.download_button(
            "Mapping for the command line",
            json.dumps(made.as_json(), ensure_ascii=False, indent=2),
            "mapping.json",
            "application/json",
            on_click="ignore",
            key=f"map-save-{file_id}",
        )


def _take(made: ColumnMap, file_id: str) -> None:
    st.session_state[f"mapping-{file_id}"] = made


def _without_a_kind(words: list[str]) -> str:
    """Name the words that nothing was chosen for: their rows would be refused."""
    shown = ", ".join(f"“{word[:60]}”" for word in words[:_MOST_UNMAPPED])
    more = len(words) - _MOST_UNMAPPED
    rest = f" and {more:,} more" if more > 0 else ""
    verb = "has" if len(words) == 1 else "have"
    return f"{shown}{rest} {verb} no kind yet. Choose one above, or these rows are refused."


class _Mapper:
    """The fields of one table, filled from a first mapping; `ask` draws them."""

    def __init__(self, table: Glance, first: ColumnMap, file_id: str) -> None:
        self._table = table
        self._first = first
        self._id = file_id
        self._columns: dict[str, str] = {}
        self._same: dict[str, str] = {}
        self.is_vague = False
        self.unmapped: list[str] = []

    def ask(self) -> ColumnMap:
        """Draw every field and give the mapping that they say."""
        names = list(_LABELS)
        for pair in zip(names[::2], names[1::2], strict=True):
            for name, place in zip(pair, st.columns(2), strict=True):
                with place:
                    self._field(name)
        codes = self._codes()
        row_counts = self._row()
        with st.expander("More fields"):
            for column in schema.CSV_COLUMNS:
                if column.name not in _LABELS:
                    self._field(column.name)
        words = st.text_input(
            "Words that mean unknown, in any column",
            ", ".join(self._first.unknown or UNKNOWN_WORDS),
            key=self._key("unknown"),
        )
        return ColumnMap(
            tuple(self._columns.items()),
            tuple(self._same.items()),
            codes,
            tuple(word.strip() for word in words.split(",") if word.strip()),
            self._first.date_order,
            self._first.decimal,
            row_counts,
        )

    def _row(self) -> str | None:
        """Ask what a row is: one that counts several incidents is refused."""
        columns = [_ONE, *self._table.header.written]
        first = self._first.row_counts
        picked = st.selectbox(
            "What one row stands for",
            columns,
            index=columns.index(first) if first in columns else 0,
            format_func=lambda name: (
                name if name == _ONE else f"As many incidents as the column {name} says"
            ),
            help="Each row must be one incident. Choose the column that counts incidents, if there "
            "is one: rows with a count other than 1 are refused.",
            key=self._key("row"),
        )
        return None if picked == _ONE else picked

    def _field(self, name: str) -> None:
        options = {option: self._shown(option) for option in self._options(name)}
        start = list(options).index(self._start(name))
        # A point without its precision is not drawn: with coordinates it must be said.
        is_asked = name == "geo_precision" and "latitude" in self._columns
        is_needed = name in NEEDED or is_asked
        picked = st.selectbox(
            _LABELS.get(name, name.replace("_", " ").capitalize()) + (" *" if is_needed else ""),
            list(options),
            index=None if is_asked and not start else start,
            placeholder="Choose one, or the rows stay off the map",
            format_func=options.__getitem__,
            help=schema.column(name).meaning + _TWICE.get(name, ""),
            key=self._key(name),
        )
        if picked is None or picked == _NOT_DRAWN:
            self.is_vague = picked is None
        elif picked == _SAME:
            self._same |= self._said(name)
        elif picked in _PRECISIONS and name == "geo_precision":
            self._same[name] = picked
        elif picked != _ABSENT:
            self._columns[name] = picked

    def _options(self, name: str) -> list[str]:
        first = [_SAME] if name in ("source", "event_type") else [_ABSENT]
        if name == "geo_precision" and "latitude" in self._columns:
            first = [_NOT_DRAWN]
        fixed = list(_PRECISIONS) if name == "geo_precision" else []
        return [*first, *self._table.header.written, *fixed]

    def _shown(self, option: str) -> str:
        examples = self._table.examples.get(option, ())
        return f"{option} ({'; '.join(examples)})" if examples else _PRECISIONS.get(option, option)

    def _start(self, name: str) -> str:
        options = self._options(name)
        first = dict(self._first.columns).get(name) or dict(self._first.same).get(name, "")
        return first if first in options else options[0]

    def _said(self, name: str) -> Mapping[str, str]:
        before = dict(self._first.same).get(name, "")
        key = self._key(f"{name}-same")
        if name == "event_type":
            types = vocabulary.EVENT_TYPES
            index = types.index(before) if before in types else None
            answer = st.selectbox(
                "Kind of every incident", types, index=index, key=key,
                format_func=_KINDS.__getitem__,
            )  # fmt: skip
        else:
            answer = st.text_input(
                "Code of your list, for every row", before, key=key, max_chars=60,
                placeholder="such as MYLIST",
            )  # fmt: skip
        return {name: answer.strip()} if answer and answer.strip() else {}

    def _codes(self) -> tuple[tuple[str, str, str], ...]:
        column = self._columns.get("event_type")
        kept = tuple(item for item in self._first.codes if item[0] != "event_type")
        if column is None:
            return kept
        before = {theirs: ours for name, theirs, ours in self._first.codes if name == "event_type"}
        texts = self._table.texts(column)
        more = "" if len(texts) < MOST_TEXTS else f" The {MOST_TEXTS} most frequent are shown."
        parts.show(parts.paragraph(f"What each word in “{column}” means.{more}"))
        grid = st.columns(2)
        asked = [
            ("event_type", text, self._meaning(grid[at % 2], text, before))
            for at, text in enumerate(texts)
        ]
        self.unmapped = [text for _, text, ours in asked if not ours]
        return (*kept, *(item for item in asked if item[2] and item[1] != item[2]))

    def _meaning(self, place: DeltaGenerator, text: str, before: Mapping[str, str]) -> str:
        types = vocabulary.EVENT_TYPES
        first = before.get(text) or event_type(text)
        answer = place.selectbox(
            parts.plain(text[:60]),
            types,
            index=types.index(first) if first in types else None,
            format_func=_KINDS.__getitem__,
            placeholder="Choose a kind",
            key=self._key(f"code-{text}"),
        )
        return answer or ""

    def _key(self, what: str) -> str:
        return f"map-{self._id}-{what}"
