"""One cell's text to a value or a Fault, by the codebook's type, range, choices and length."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from corridor import vocabulary
from corridor.ingest.characters import plain_code, plain_number
from corridor.ingest.coordinates import Axis, parse_degrees, parse_point
from corridor.ingest.counts import Range, parse_range
from corridor.ingest.dates import DateFault, DateOrder, parse_date
from corridor.ingest.suggestions import nearest, only_holder
from corridor.ingest.words import is_unknown
from corridor.schema import Column


@dataclass(frozen=True)
class Fault:
    """What is wrong with a cell and what to write instead."""

    rule: str
    remedy: str


@dataclass(frozen=True)
class Writing:
    """How a file writes its values.

    `date_order` says whether day or month stands first in numeric dates, `decimal_comma` that a
    comma may stand for the point, `is_point` that both coordinates stand in one cell.
    """

    date_order: DateOrder | None = None
    decimal_comma: bool = False
    is_point: bool = False


Value = str | int | float | date
Parsed = Value | Range | Fault | None
PLAIN: Final = Writing()

_MEASURED: Final = frozenset({"INTEGER", "DOUBLE", "DATE"})
_DEGREES: Final = frozenset({"latitude", "longitude"})
_SAVE: Final = (
    "Open the workbook in the program that made it, save it and upload it again, or type the value."
)
_COMMA: Final = (
    "Or say that the file uses a decimal comma (page: “How the file is read”; command line: "
    "--decimal comma)."
)
_PAIR: Final = (
    "Write latitude and longitude, such as 34.53, 44.63. Leave the cell empty when it is not known."
)
_TWO_IN_ONE: Final = (
    "Read the file with a mapping that names the column as latitude and as longitude, or write "
    "them in two columns."
)
EMPTY: Final = "Leave the cell empty when it is not known."
# A count that a spreadsheet or pandas wrote as 3.0 is still the whole number 3.
_INTEGER: Final = re.compile(r"(-?[0-9]{1,12})(?:\.0)?")
_DECIMAL: Final = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,20})?")
_COMMA_DECIMAL: Final = re.compile(r"-?[0-9]{1,6},[0-9]{1,20}")
# A coordinate that lost its point: 353256 for 35.3256.
_NO_POINT: Final = re.compile(r"-?[0-9]{4,12}")
# What a spreadsheet makes of "3-5": the third of May.
_A_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}-[A-Z][a-z]{2}(?:-[0-9]{2,4})?")
_RANGE_MADE_DAY: Final = (
    "Perhaps a range such as 3-5 that a spreadsheet turned into a date. Write the lowest and the "
    "highest count in columns of their own, or leave the cell empty when it is not known."
)
_THOUSANDS: Final = re.compile(r"[0-9]{1,3}(?:[.,' ’\xa0\u202f][0-9]{3})+")
IRAQ: Final = frozenset(
    {"iraq", "irq", "iq", "368", "645", "irak", "iraque", "العراق", "عراق", "جمهورية العراق"}
    | {"republic of iraq", "عێراق", "iraq (kurdistan)", "iraqi kurdistan"}
    | {"kurdistan region of iraq", "إقليم كردستان العراق", "اقليم كردستان العراق"}
)
_PEOPLE: Final = "people"
_BOUNDS: Final = frozenset({"fatalities_low", "fatalities_high"})
_BLANKS: Final = re.compile(r"[\s\x00-\x1f\x7f]")


def parse_cell(column: Column, text: str, today: date, writing: Writing = PLAIN) -> Parsed:
    """Read trimmed `text` as a value of `column`.

    None when it is empty or says that nothing is known, a Range for people counted by bounds, a
    Fault when it does not fit.
    """
    if text == "":
        return _required(column) if column.required else None
    if column.type in _MEASURED:
        if is_unknown(text) and not column.required:
            return None
        if text.startswith("="):
            return Fault("a formula without its result", _SAVE)
    if column.type == "DATE":
        return _parse_date(text, today, writing.date_order)
    if column.name in _DEGREES:
        return _parse_degrees(column, text, writing)
    return (_SPECIAL.get(column.name) or _PARSERS[column.type])(column, text)


def _required(column: Column) -> Fault:
    return Fault(
        "the cell is empty", f"Every row needs this field. {column.meaning}{_example(column)}"
    )


def _example(column: Column) -> str:
    return f" For example: {column.example}" if column.example else ""


def _parse_integer(column: Column, text: str) -> Parsed:
    if plain := _INTEGER.fullmatch(plain_number(text)):
        return _in_range(column, int(plain[1]))
    is_bounded = column.unit == _PEOPLE and column.name not in _BOUNDS
    return (parse_range(text) if is_bounded else None) or _no_integer(column, text)


def _no_integer(column: Column, text: str) -> Fault:
    if _A_DAY.fullmatch(text):
        return Fault("a day, not a number", _RANGE_MADE_DAY)
    if _THOUSANDS.fullmatch(text):
        whole, *rest = re.findall("[0-9]+", text)
        digits = "".join((whole, *rest))
        return Fault("thousands or decimals", f"Write {digits} or {whole}.")
    return Fault("not a whole number", f"Write digits only, such as {_sample(column)}. {EMPTY}")


def _sample(column: Column) -> str:
    return column.example or f"{max(1, column.minimum or 0):.0f}"


def _parse_decimal(column: Column, text: str) -> Parsed:
    plain = plain_number(text)
    if _DECIMAL.fullmatch(plain) is None:
        unit = f" in {column.unit}" if column.unit else ""
        return Fault("not a decimal number", f"Write a number{unit} such as 34.53. {EMPTY}")
    return _in_range(column, float(plain))


def _parse_degrees(column: Column, text: str, writing: Writing) -> Parsed:
    """Read a coordinate: of a cell that holds both, with a comma, in degrees and minutes."""
    axis: Axis = "latitude" if column.name == "latitude" else "longitude"
    if writing.is_point:
        point = parse_point(text)
        return point[axis == "longitude"] if point else Fault("no pair of coordinates", _PAIR)
    plain = plain_number(text)
    if _COMMA_DECIMAL.fullmatch(plain):
        if not writing.decimal_comma:
            return Fault(
                "decimal comma", f"Write {plain.replace(',', '.')}, with a point. {_COMMA}"
            )
        plain = plain.replace(",", ".")
    if _NO_POINT.fullmatch(plain):
        sign, digits = ("-", plain[1:]) if plain[0] == "-" else ("", plain)
        guess = f"{sign}{digits[:2]}.{digits[2:]}"
        return Fault("no decimal point", f"Write degrees, perhaps {guess}. {EMPTY}")
    if _DECIMAL.fullmatch(plain) is None:
        if (degrees := parse_degrees(text, axis)) is not None:
            return _in_range(column, degrees)
        if parse_point(text):
            return Fault("two coordinates in one cell", _TWO_IN_ONE)
    return _parse_decimal(column, plain)


def _in_range(column: Column, number: float) -> Parsed:
    low, high = column.minimum, column.maximum
    if low is not None and number < low:
        rule = "negative number" if low == 0 else f"below {_written(low)}"
    elif high is not None and number > high:
        rule = f"above {_written(high)}"
    else:
        return number
    return Fault(rule, f"Write a number from {_written(low)} to {_written(high)}. {EMPTY}")


def _written(limit: float | None) -> str:
    return f"{limit or 0:,.0f}".replace("-", "−")


def _parse_text(column: Column, text: str) -> Parsed:
    if len(text) > column.max_length:
        rule = f"{len(text):,} characters, at most {column.max_length:,} fit"
        return Fault(rule, "Shorten the text.")
    return _choose(column, text) if column.choices else text


def _choose(column: Column, text: str) -> Parsed:
    wanted = text.casefold()
    by_fold = {choice.casefold(): choice for choice in column.choices}
    if wanted in by_fold:
        return by_fold[wanted]
    meant = nearest(text, column.choices) or only_holder(text, column.choices)
    hint = f"Did you mean “{meant}”? " if meant else ""
    return Fault("not in the list of values", f"{hint}Write {_listed(column.choices)}.")


def _listed(choices: tuple[str, ...]) -> str:
    if len(choices) > 30:
        return f"one of {choices[0]} to {choices[-1]}"
    return "one of: " + ", ".join(choices)


def _parse_date(text: str, today: date, order: DateOrder | None) -> Parsed:
    found = parse_date(text, today, order)
    return Fault(found.rule, found.remedy) if isinstance(found, DateFault) else found


def _parse_boolean(_: Column, text: str) -> Parsed:
    known = {"true": 1, "1": 1, "yes": 1, "false": 0, "0": 0, "no": 0}
    answer = known.get(plain_code(text).casefold())
    if answer is None:
        return Fault("neither true nor false", f"Write true or false. {EMPTY}")
    return bool(answer)


def _parse_country(_: Column, text: str) -> Parsed:
    if text.casefold() in IRAQ:
        return "Iraq"
    return Fault("not known as Iraq", "Write Iraq, or delete the row: only Iraq is covered.")


def _parse_code(column: Column, text: str) -> Parsed:
    return _parse_text(column, plain_code(text))


def _parse_id(column: Column, text: str) -> Parsed:
    if _BLANKS.search(text):
        return Fault("blank in an id", "Write it without blanks, such as MYLIST:1.")
    return _parse_code(column, text)


def _parse_actor(column: Column, text: str) -> Parsed:
    name = vocabulary.actor_name(text)
    return _parse_text(column, name) if name else None


_PARSERS: Final[dict[str, Callable[[Column, str], Parsed]]] = {
    "VARCHAR": _parse_text,
    "INTEGER": _parse_integer,
    "DOUBLE": _parse_decimal,
    "BOOLEAN": _parse_boolean,
}
_SPECIAL: Final[dict[str, Callable[[Column, str], Parsed]]] = {
    "incident_id": _parse_id,
    "source": _parse_code,
    "country": _parse_country,
    "actor1": _parse_actor,
    "actor2": _parse_actor,
    "initiated_by": _parse_actor,
}
