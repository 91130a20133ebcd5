"""The column mapper: a person says what the columns of a table are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from corridor import schema, vocabulary
from corridor.ingest.model.known_words import event_type
from corridor.ingest.model.mapping import NEEDED, UNKNOWN_WORDS, ColumnMap
from corridor.ingest.model.problem import RefusedError
from corridor.ingest.review.first_mapping import MOST_TEXTS, Glance, suggest
from corridor.ui import parts
from corridor.ui.panels.uploads import jobs
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.words.terms import event_label, slug, term

# What can be said beside a column: no column's name begins with a blank.
_ABSENT: Final = " absent"
_ONE: Final = " one"
_SAME: Final = " same"
_NOT_DRAWN: Final = " not-drawn"
_CHOICES: Final = (_ABSENT, _SAME, _NOT_DRAWN)
_FIRST: Final = (
    *("event_date", "event_type", "source", "incident_id", "reported_admin1", "reported_admin2"),
    *("location", "latitude", "longitude", "geo_precision", "actor1", "actor2"),
    *("fatalities_best", "wounded", "abducted", "notes", "source_title", "source_url"),
)
_PRECISIONS: Final = tuple(map(str, vocabulary.GEO_PRECISIONS))
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
    told = say("mapper-table", columns=len(table.header.written), rows=table.rows)
    parts.show(parts.paragraph(told, quiet=True))
    mapper = _Mapper(table, used or suggest(table), file_id)
    made = mapper.ask()
    lacking = [*made.lacking(), *(["geo_precision"] if mapper.is_vague else [])]
    if lacking:
        names = fmt.unit_list([_label(name) for name in lacking])
        parts.show(parts.paragraph(say("mapper-still-needed", names=names)))
    if mapper.unmapped:
        parts.show(parts.paragraph(_without_a_kind(mapper.unmapped)))
    read, save = st.columns(2)
    with read:
        st.button(
            say("mapper-apply"),
            type="primary",
            disabled=bool(lacking) or made == used,
            on_click=_take,
            args=(made, file_id),
            key=f"map-take-{file_id}",
        )
    with save:
        st.download_button(
            say("mapper-save"),
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
    shown = fmt.quoted_list([word[:60] for word in words[:_MOST_UNMAPPED]])
    more = max(len(words) - _MOST_UNMAPPED, 0)
    return say("mapper-without-a-kind", words=shown, count=len(words), more=more)


def _label(name: str) -> str:
    return say(f"mapper-field-{slug(name)}")


def _kind(event_type: str) -> str:
    """Name a kind in the words of the pages, with the codebook's where that has another."""
    label, word = event_label(event_type), term(event_type)
    return label if label == word else say("mapper-kind", label=label, word=word)


def _precision(rank: int) -> str:
    return say(
        "mapper-precision",
        name=term(vocabulary.GEO_PRECISIONS[rank]),
        meaning=say(f"precision-meaning-{rank}"),
    )


def _meaning_of(name: str) -> str:
    meaning = schema.column(name).meaning
    is_twofold = name in ("latitude", "longitude")
    return fmt.sentences(meaning, say("mapper-both")) if is_twofold else meaning


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
        for pair in zip(_FIRST[::2], _FIRST[1::2], strict=True):
            for name, place in zip(pair, st.columns(2), strict=True):
                with place:
                    self._field(name)
        codes = self._codes()
        row_counts = self._row()
        with st.expander(say("mapper-more-fields")):
            for column in schema.CSV_COLUMNS:
                if column.name not in _FIRST:
                    self._field(column.name)
        words = st.text_input(
            say("mapper-unknown-words"),
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
            say("mapper-row"),
            columns,
            index=columns.index(first) if first in columns else 0,
            format_func=lambda name: (
                say("mapper-row-one") if name == _ONE else say("mapper-row-counts", column=name)
            ),
            help=say("mapper-row-help"),
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
            say("mapper-required", field=_label(name)) if is_needed else _label(name),
            list(options),
            index=None if is_asked and not start else start,
            placeholder=say("mapper-choose-precision"),
            format_func=options.__getitem__,
            help=_meaning_of(name),
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
        fixed = _PRECISIONS if name == "geo_precision" else ()
        return [*first, *self._table.header.written, *fixed]

    def _shown(self, option: str) -> str:
        examples = self._table.examples.get(option, ())
        if examples:
            return say("mapper-column", name=option, examples="; ".join(examples))
        if option in _PRECISIONS:
            return _precision(int(option))
        return say(f"mapper-choice-{option.strip()}") if option in _CHOICES else option

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
                say("mapper-kind-of-all"), types, index=index, key=key, format_func=_kind,
            )  # fmt: skip
        else:
            answer = st.text_input(
                say("mapper-code-of-list"), before, key=key, max_chars=60,
                placeholder=say("mapper-code-example"),
            )  # fmt: skip
        return {name: answer.strip()} if answer and answer.strip() else {}

    def _codes(self) -> tuple[tuple[str, str, str], ...]:
        column = self._columns.get("event_type")
        kept = tuple(item for item in self._first.codes if item[0] != "event_type")
        if column is None:
            return kept
        before = {theirs: ours for name, theirs, ours in self._first.codes if name == "event_type"}
        texts = self._table.texts(column)
        told = [say("mapper-each-word", column=column)]
        if len(texts) >= MOST_TEXTS:
            told.append(say("mapper-most-frequent", count=MOST_TEXTS))
        parts.show(parts.paragraph(fmt.sentences(*told)))
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
            format_func=_kind,
            placeholder=say("mapper-choose-kind"),
            key=self._key(f"code-{text}"),
        )
        return answer or ""

    def _key(self, what: str) -> str:
        return f"map-{self._id}-{what}"
