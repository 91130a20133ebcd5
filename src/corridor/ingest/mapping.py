"""How a table of no known layout becomes ours: a person's word on each of its columns."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from corridor import schema
from corridor.ingest.dates import DateOrder
from corridor.ingest.suggestions import nearest

VERSION: Final = 1
Decimal = Literal["comma", "point"]
# Words that a sheet writes where nothing is known; a mapping may name others.
UNKNOWN_WORDS: Final = (
    *("-", "–", "—", "?", "n/a", "na", "n/k", "nil", "null", "none", "unknown", "unk"),
    *("غير معروف", "غير معروفة", "مجهول", "مجهولة", "مجهولون", "مجهولين"),
)
NEEDED: Final = ("event_date", "event_type", "source")
_KEYS: Final = (
    *("corridor_mapping", "columns", "same", "codes", "unknown", "date_order", "decimal"),
    "row_counts",
)


class MappingError(ValueError):
    """A mapping that cannot be used, said in a sentence that names the key and the remedy."""


@dataclass(frozen=True)
class ColumnMap:
    """A person's mapping, as it is written in a mapping file.

    `columns` pairs codebook columns with the file's own names; `same` with the text that stands
    for every row. `codes` turns texts of the file into ours: (codebook column, theirs, ours),
    ours "" for unknown. `unknown` are words that mean unknown in any column. Without a column
    for `incident_id` an id is made of each row's text. Latitude and longitude may name the same
    column, which then says both. `decimal` says what parts a number's decimals; `row_counts` is
    the column that says how many incidents a row counts, where a table has one.
    """

    columns: tuple[tuple[str, str], ...] = ()
    same: tuple[tuple[str, str], ...] = ()
    codes: tuple[tuple[str, str, str], ...] = ()
    unknown: tuple[str, ...] = UNKNOWN_WORDS
    date_order: DateOrder | None = None
    decimal: Decimal | None = None
    row_counts: str | None = None

    def lacking(self) -> list[str]:
        """Give the codebook columns that a mapping needs and this one does not say."""
        said = {name for name, text in (*self.columns, *self.same) if text}
        return [name for name in NEEDED if name not in said]

    def as_json(self) -> dict[str, Any]:
        """Give it as a mapping file holds it."""
        codes: dict[str, dict[str, str]] = {}
        for name, theirs, ours in self.codes:
            codes.setdefault(name, {})[theirs] = ours
        return {
            "corridor_mapping": VERSION,
            "columns": dict(self.columns),
            "same": dict(self.same),
            "codes": codes,
            "unknown": list(self.unknown),
            "date_order": self.date_order,
            "decimal": self.decimal,
            "row_counts": self.row_counts,
        }


def read_mapping(text: str) -> ColumnMap:
    """Read a mapping file; MappingError says what is wrong in it."""
    try:
        values = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise MappingError(f"the mapping is not JSON: {error}") from error
    return from_json(values)


def from_json(values: Any) -> ColumnMap:
    """Make a mapping of a mapping file's values; MappingError says what is wrong."""
    if not isinstance(values, dict) or values.get("corridor_mapping") != VERSION:
        raise MappingError(f'the mapping must be an object with "corridor_mapping": {VERSION}')
    _refuse_others(values, _KEYS, "the mapping")
    columns = _texts(values, "columns")
    same = _texts(values, "same")
    codes = values.get("codes") or {}
    if not isinstance(codes, dict):
        raise MappingError('"codes" must be an object with an object for each column')
    found = ColumnMap(
        tuple(columns.items()),
        tuple(same.items()),
        tuple((name, *pair) for name in codes for pair in _texts(codes, name).items()),
        _words(values),
        _order(values.get("date_order")),
        _decimal(values.get("decimal")),
        _name(values.get("row_counts")),
    )
    _check(found, [*columns, *same, *codes])
    return found


def _refuse_others(names: Iterable[str], known: Iterable[str], where: str) -> None:
    for name in names:
        if name not in known:
            near = nearest(name, known)
            hint = f"; perhaps {near} is meant" if near else ""
            raise MappingError(f"{where} names “{name}”, which is not known{hint}")


def _texts(values: Mapping[str, Any], key: str) -> dict[str, str]:
    found = values.get(key) or {}
    if not isinstance(found, dict) or not all(isinstance(item, str) for item in found.values()):
        raise MappingError(f'"{key}" must be an object of texts, such as {{"event_date": "Date"}}')
    return found


def _words(values: Mapping[str, Any]) -> tuple[str, ...]:
    found = values.get("unknown", list(UNKNOWN_WORDS))
    if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
        raise MappingError('"unknown" must be a list of words, such as ["n/a"]')
    return tuple(found)


def _order(value: Any) -> DateOrder | None:
    if value is not None and value not in get_args(DateOrder):
        raise MappingError('"date_order" must be "dmy", "mdy" or null')
    found: DateOrder | None = value
    return found


def _decimal(value: Any) -> Decimal | None:
    if value is not None and value not in get_args(Decimal):
        raise MappingError('"decimal" must be "comma", "point" or null')
    found: Decimal | None = value
    return found


def _name(value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise MappingError('"row_counts" must be the name of a column, or null')
    return value or None


def _check(chosen: ColumnMap, named: list[str]) -> None:
    _refuse_others(named, [column.name for column in schema.CSV_COLUMNS], "the mapping")
    columns, same = dict(chosen.columns), dict(chosen.same)
    both = sorted(set(columns) & set(same))
    if both:
        raise MappingError(f"{both[0]} is in both “columns” and “same”: keep one of them")
    if "incident_id" in same:
        raise MappingError("incident_id cannot be the same for every row: leave it out of “same”")
    bare = [name for name, _, _ in chosen.codes if name not in columns]
    if bare:
        raise MappingError(f"“codes” names {bare[0]}, which has no column in “columns”")
    if chosen.lacking():
        raise MappingError(unsaid(chosen))
    for name, theirs, ours in (*chosen.codes, *((name, "", text) for name, text in chosen.same)):
        _check_choice(name, theirs, ours)


def _check_choice(name: str, theirs: str, ours: str) -> None:
    known = schema.column(name).choices
    if not known or not ours or ours.casefold() in {choice.casefold() for choice in known}:
        return
    where = f"“codes” turns {name} “{theirs}” into" if theirs else f"“same” gives {name} the text"
    near = nearest(ours, known)
    told = f"perhaps {near} is meant" if near else f"write one of: {', '.join(known)}"
    raise MappingError(f"{where} “{ours}”, which is not known here; {told}")


def unsaid(chosen: ColumnMap) -> str:
    """Say what a mapping lacks, and what to do about it."""
    return (
        f"the mapping does not say where {', '.join(chosen.lacking())} comes from: name a "
        "column in “columns”, or a text for every row in “same”"
    )
