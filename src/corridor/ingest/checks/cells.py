"""One cell's text to a value or a Fault, by the codebook's type, range, choices and length."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from corridor import packs, vocabulary
from corridor.ingest.checks.coordinates import Axis, parse_degrees, parse_point
from corridor.ingest.checks.dates import parse_date
from corridor.ingest.model.characters import plain_code, plain_number
from corridor.ingest.model.known_words import is_unknown
from corridor.ingest.model.likeness import nearest, only_holder
from corridor.ingest.model.mapping import DateOrder
from corridor.ingest.model.problem import Fault
from corridor.schema import Column
from corridor.words import Message, Written, later, written
from corridor.words import numbers as fmt
from corridor.words.terms import slug


@dataclass(frozen=True)
class Writing:
    """How a file writes its values.

    `date_order` says whether day or month stands first in numeric dates, `decimal_comma` that a
    comma may stand for the point, `is_point` that both coordinates stand in one cell.
    """

    date_order: DateOrder | None = None
    decimal_comma: bool = False
    is_point: bool = False


@dataclass(frozen=True)
class Range:
    """A count that is known by its bounds only; None where one is open."""

    low: int | None
    high: int | None


Value = str | int | float | date
Parsed = Value | Range | Fault | None
PLAIN: Final = Writing()

_MEASURED: Final = frozenset({"INTEGER", "DOUBLE", "DATE"})
_DEGREES: Final = frozenset({"latitude", "longitude"})
# A count that a spreadsheet or pandas wrote as 3.0 is still the whole number 3.
_INTEGER: Final = re.compile(r"(-?[0-9]{1,12})(?:\.0)?")
_DECIMAL: Final = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,20})?")
_COMMA_DECIMAL: Final = re.compile(r"-?[0-9]{1,6},[0-9]{1,20}")
# A coordinate that lost its point: 353256 for 35.3256.
_NO_POINT: Final = re.compile(r"-?[0-9]{4,12}")
# What a spreadsheet makes of "3-5": the third of May.
_A_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}-[A-Z][a-z]{2}(?:-[0-9]{2,4})?")
_THOUSANDS: Final = re.compile(r"[0-9]{1,3}(?:[.,' ’\xa0\u202f][0-9]{3})+")
_FORMULA: Final = Fault(later("problem-a-formula-without-its-result"), later("remedy-formula"))
_DAY: Final = Fault(later("problem-a-day-not-a-number"), later("remedy-day-for-a-number"))
_NEGATIVE: Final = later("problem-negative-number")
_NO_PAIR: Final = Fault(
    later("problem-no-pair-of-coordinates"), later("remedy-pair-of-coordinates")
)
_TWO_IN_ONE: Final = Fault(
    later("problem-two-coordinates-in-one-cell"), later("remedy-two-coordinates")
)
_NOT_BOOLEAN: Final = Fault(later("problem-neither-true-nor-false"), later("remedy-true-or-false"))
_NOT_OURS: Final = Fault(later("problem-not-the-country"), later("remedy-country"))
_BLANK_IN_ID: Final = Fault(later("problem-blank-in-an-id"), later("remedy-blank-in-an-id"))
# A longer list is named by its first and its last value.
_MOST_LISTED: Final = 30
_PEOPLE: Final = "people"
_BOUNDS: Final = frozenset({"fatalities_low", "fatalities_high"})
# Counts of people as sheets write them: "3–5" and "at least 3" are bounds and no best count.
_LONGEST: Final = 40
_N: Final = r"([0-9]{1,6})"
_BETWEEN: Final = re.compile(
    rf"(?:from|من)?\s*{_N}\s*(?:-|–|—|‐|‑|to|or|until|إلى|الى|او|أو)\s*{_N}"
    rf"|(?:between|بين)\s*{_N}\s*(?:and|و)\s*{_N}",
    re.IGNORECASE,
)
_LEAST: Final = re.compile(
    rf"(?:at least|minimum(?: of)?|min\.?|not less than|≥|>=)\s*{_N}"
    rf"|(?:ما لا يقل عن|على الاقل|على الأقل)\s*{_N}"
    rf"|{_N}\s*(?:\+|or more|and more|at least|على الاقل|على الأقل|او اكثر|أو أكثر)",
    re.IGNORECASE,
)
_MORE: Final = re.compile(rf"(?:more than|over|>|اكثر من|أكثر من)\s*{_N}", re.IGNORECASE)
_MOST: Final = re.compile(
    rf"(?:up to|at most|maximum(?: of)?|max\.?|no more than|≤|<=|لا يزيد عن|حتى)\s*{_N}",
    re.IGNORECASE,
)
_LESS: Final = re.compile(rf"(?:less than|fewer than|under|<|اقل من|أقل من)\s*{_N}", re.IGNORECASE)
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
            return _FORMULA
    if column.type == "DATE":
        return parse_date(text, today, writing.date_order)
    if column.name in _DEGREES:
        return _parse_degrees(column, text, writing)
    return (_SPECIAL.get(column.name) or _PARSERS[column.type])(column, text)


def _required(column: Column) -> Fault:
    meaning = later(f"field-meaning-{slug(column.name)}")
    needed = later("remedy-empty-cell", meaning=meaning, example=column.example)
    return Fault(later("problem-the-cell-is-empty"), needed)


def _parse_integer(column: Column, text: str) -> Parsed:
    if plain := _INTEGER.fullmatch(plain_number(text)):
        return _in_range(column, int(plain[1]))
    is_bounded = column.unit == _PEOPLE and column.name not in _BOUNDS
    return (parse_range(text) if is_bounded else None) or _no_integer(column, text)


def _no_integer(column: Column, text: str) -> Fault:
    if _A_DAY.fullmatch(text):
        return _DAY
    if _THOUSANDS.fullmatch(text):
        whole, *rest = re.findall("[0-9]+", text)
        digits = "".join((whole, *rest))
        mend = later("remedy-thousands-or-decimals", digits=digits, whole=whole)
        return Fault(later("problem-thousands-or-decimals"), mend)
    sample = column.example or f"{max(1, column.minimum or 0):.0f}"
    mend = later("remedy-whole-number", sample=sample)
    return Fault(later("problem-not-a-whole-number"), mend)


def _parse_decimal(column: Column, text: str) -> Parsed:
    plain = plain_number(text)
    if _DECIMAL.fullmatch(plain) is None:
        mend = later("remedy-decimal-number", unit=column.unit)
        return Fault(later("problem-not-a-decimal-number"), mend)
    return _in_range(column, float(plain))


def _parse_degrees(column: Column, text: str, writing: Writing) -> Parsed:
    """Read a coordinate: of a cell that holds both, with a comma, in degrees and minutes."""
    axis: Axis = "latitude" if column.name == "latitude" else "longitude"
    if writing.is_point:
        point = parse_point(text)
        return point[axis == "longitude"] if point else _NO_PAIR
    plain = plain_number(text)
    if _COMMA_DECIMAL.fullmatch(plain):
        if not writing.decimal_comma:
            mend = later("remedy-decimal-comma", number=plain.replace(",", "."))
            return Fault(later("problem-decimal-comma"), mend)
        plain = plain.replace(",", ".")
    if _NO_POINT.fullmatch(plain):
        sign, digits = ("-", plain[1:]) if plain[0] == "-" else ("", plain)
        guess = f"{sign}{digits[:2]}.{digits[2:]}"
        mend = later("remedy-decimal-point", guess=guess)
        return Fault(later("problem-no-decimal-point"), mend)
    if _DECIMAL.fullmatch(plain) is None:
        if (degrees := parse_degrees(text, axis)) is not None:
            return _in_range(column, degrees)
        if parse_point(text):
            return _TWO_IN_ONE
    return _parse_decimal(column, plain)


def _in_range(column: Column, number: float) -> Parsed:
    low, high = column.minimum, column.maximum
    if low is not None and number < low:
        what = later("problem-below", limit=_limit(low)) if low else _NEGATIVE
    elif high is not None and number > high:
        what = later("problem-above", limit=_limit(high))
    else:
        return number
    return Fault(what, later("remedy-number-out-of-range", low=_limit(low), high=_limit(high)))


def _limit(limit: float | None) -> Written:
    return written(fmt.number, limit or 0)


def _parse_text(column: Column, text: str) -> Parsed:
    if len(text) > column.max_length:
        what = later("problem-1-text-too-long", count=len(text), most=column.max_length)
        return Fault(what, later("remedy-text-too-long"))
    return _choose(column, text) if column.choices else text


def _choose(column: Column, text: str) -> Parsed:
    wanted = text.casefold()
    by_fold = {choice.casefold(): choice for choice in column.choices}
    if wanted in by_fold:
        return by_fold[wanted]
    meant = nearest(text, column.choices) or only_holder(text, column.choices)
    return Fault(later("problem-not-in-the-list-of-values"), _choice(column.choices, meant))


def _choice(choices: tuple[str, ...], meant: str | None) -> Message:
    """Return what to write; the choices as they are to be written."""
    if len(choices) > _MOST_LISTED:
        first, last = choices[0], choices[-1]
        if meant:
            return later("remedy-choose-between-perhaps", meant=meant, first=first, last=last)
        return later("remedy-choose-between", first=first, last=last)
    listed = written(fmt.unit_list, choices)
    if meant:
        return later("remedy-choose-perhaps", meant=meant, choices=listed)
    return later("remedy-choose", choices=listed)


def _parse_boolean(_: Column, text: str) -> Parsed:
    known = {"true": 1, "1": 1, "yes": 1, "false": 0, "0": 0, "no": 0}
    answer = known.get(plain_code(text).casefold())
    if answer is None:
        return _NOT_BOOLEAN
    return bool(answer)


def _parse_country(_: Column, text: str) -> Parsed:
    home = packs.country()
    return home.name if text.casefold() in home.aliases else _NOT_OURS


def _parse_code(column: Column, text: str) -> Parsed:
    return _parse_text(column, plain_code(text))


def _parse_id(column: Column, text: str) -> Parsed:
    if _BLANKS.search(text):
        return _BLANK_IN_ID
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


def parse_range(text: str) -> Range | None:
    """Return the bounds that a text states, None when it states none or in the wrong order."""
    plain = " ".join(plain_number(text).split()) if len(text) <= _LONGEST else ""
    if both := _BETWEEN.fullmatch(plain):
        low, high = int(both[1] or both[3]), int(both[2] or both[4])
        return Range(low, high) if low <= high else None
    if least := _LEAST.fullmatch(plain):
        return Range(int(least[1] or least[2] or least[3]), None)
    if more := _MORE.fullmatch(plain):
        return Range(int(more[1]) + 1, None)
    if most := _MOST.fullmatch(plain):
        return Range(None, int(most[1]))
    less = _LESS.fullmatch(plain)
    return Range(None, int(less[1]) - 1) if less and int(less[1]) else None
