"""How a table of no known layout becomes ours: a person's word on each of its columns."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from corridor import schema
from corridor.ingest.model.likeness import nearest
from corridor.words import Message, later, written
from corridor.words import numbers as fmt

VERSION: Final = 1
DateOrder = Literal["dmy", "mdy"]
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
        """Return the codebook columns that a mapping needs and this one does not say."""
        said = {name for name, text in (*self.columns, *self.same) if text}
        return [name for name in NEEDED if name not in said]

    def as_json(self) -> dict[str, Any]:
        """Return it as a mapping file holds it."""
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
        raise MappingError(later("mapping-not-json", error=str(error))) from error
    return from_json(values)


def from_json(values: Any) -> ColumnMap:
    """Make a mapping of a mapping file's values; MappingError says what is wrong."""
    if not isinstance(values, dict) or values.get("corridor_mapping") != VERSION:
        raise MappingError(later("mapping-no-object", version=VERSION))
    _refuse_others(values, _KEYS)
    columns = _texts(values, "columns")
    same = _texts(values, "same")
    codes = values.get("codes") or {}
    if not isinstance(codes, dict):
        raise MappingError(later("mapping-codes-no-object"))
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


def _refuse_others(names: Iterable[str], known: Iterable[str]) -> None:
    for name in names:
        if name not in known:
            if near := nearest(name, known):
                raise MappingError(later("mapping-names-nearly", name=name, near=near))
            raise MappingError(later("mapping-names-unknown", name=name))


def _texts(values: Mapping[str, Any], key: str) -> dict[str, str]:
    found = values.get(key) or {}
    if not isinstance(found, dict) or not all(isinstance(item, str) for item in found.values()):
        raise MappingError(later("mapping-no-texts", key=key))
    return found


def _words(values: Mapping[str, Any]) -> tuple[str, ...]:
    found = values.get("unknown", list(UNKNOWN_WORDS))
    if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
        raise MappingError(later("mapping-unknown-no-list"))
    return tuple(found)


def _order(value: Any) -> DateOrder | None:
    if value is not None and value not in get_args(DateOrder):
        raise MappingError(later("mapping-date-order"))
    found: DateOrder | None = value
    return found


def _decimal(value: Any) -> Decimal | None:
    if value is not None and value not in get_args(Decimal):
        raise MappingError(later("mapping-decimal"))
    found: Decimal | None = value
    return found


def _name(value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise MappingError(later("mapping-row-counts"))
    return value or None


def _check(chosen: ColumnMap, named: list[str]) -> None:
    _refuse_others(named, [column.name for column in schema.CSV_COLUMNS])
    columns, same = dict(chosen.columns), dict(chosen.same)
    both = sorted(set(columns) & set(same))
    if both:
        raise MappingError(later("mapping-column-twice", column=both[0]))
    if "incident_id" in same:
        raise MappingError(later("mapping-one-id"))
    bare = [name for name, _, _ in chosen.codes if name not in columns]
    if bare:
        raise MappingError(later("mapping-codes-without-column", column=bare[0]))
    if lacking := chosen.lacking():
        names = written(fmt.unit_list, tuple(lacking))
        raise MappingError(later("mapping-lacks", columns=names))
    for name, theirs, ours in (*chosen.codes, *((name, "", text) for name, text in chosen.same)):
        _check_choice(name, theirs, ours)


def _check_choice(name: str, theirs: str, ours: str) -> None:
    known = schema.column(name).choices
    if not known or not ours or ours.casefold() in {choice.casefold() for choice in known}:
        return
    near = nearest(ours, known)
    advice = "perhaps" if near else "one-of"
    choices = near or written(fmt.unit_list, tuple(known))
    raise MappingError(
        later("mapping-code-unknown", column=name, theirs=theirs, ours=ours, advice=advice,
              choices=choices)
        if theirs
        else later("mapping-same-unknown", column=name, ours=ours, advice=advice, choices=choices)
    )  # fmt: skip


@dataclass(frozen=True)
class Recalled:
    """The mapping that an earlier upload of the same columns used, and where it is from."""

    mapping: ColumnMap
    note: Message


# Asked with a file's plain column names.
Recall = Callable[[tuple[str, ...]], Recalled | None]
