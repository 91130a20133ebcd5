"""SQL that types the cells that are plainly good, at the speed of a column; NULL is a doubt.

A cell in doubt is read by `cells.parse_cell`, which alone decides what is wrong with it. So a
value given here must be the one that `parse_cell` gives (a property test holds them together).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from corridor import packs, schema, vocabulary
from corridor.schema import Column

# Digits of ours only, few enough to fit; "3.0", Arabic digits and the rest are in doubt.
_WHOLE: Final = "regexp_full_match({cell}, '-?[0-9]{{1,9}}')"
_DECIMAL: Final = "regexp_full_match({cell}, '-?[0-9]{{1,9}}(\\.[0-9]{{1,15}})?')"
_ISO: Final = "regexp_full_match({cell}, '[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}')"
_EARLIEST: Final = "DATE '1900-01-01'"


def typed(column: Column, cell: str) -> str:
    """Return SQL for the value of a text cell: NULL when it is empty or in doubt."""
    build = _SPECIAL.get(column.name) or _BY_TYPE[column.type]
    return build(column, cell)


def values(today: Any) -> dict[str, Any]:
    """Return what the SQL binds: `today`, limits, lists of choices, names that stand for others."""
    found: dict[str, Any] = {
        "today": today,
        "aliases": list(vocabulary.ACTOR_ALIASES),
        "country": packs.country().name,
    }
    for column in schema.INCIDENT:
        found[f"low_{column.name}"] = column.minimum
        found[f"high_{column.name}"] = column.maximum
        found[f"choices_{column.name}"] = list(column.choices)
    return found


def _number(column: Column, cell: str, looks: str) -> str:
    number = f"TRY_CAST({cell} AS {column.type})"
    limits = [
        f"{number} {sign} CAST(${side}_{column.name} AS DOUBLE)"
        for sign, side, limit in ((">=", "low", column.minimum), ("<=", "high", column.maximum))
        if limit is not None
    ]
    good = " AND ".join([looks.format(cell=cell), *limits])
    return f"CASE WHEN {good} THEN {number} END"


def _whole(column: Column, cell: str) -> str:
    return _number(column, cell, _WHOLE)


def _decimal(column: Column, cell: str) -> str:
    return _number(column, cell, _DECIMAL)


def _date(_: Column, cell: str) -> str:
    day = f"TRY_CAST({cell} AS DATE)"
    looks = _ISO.format(cell=cell)
    return f"CASE WHEN {looks} AND {day} >= {_EARLIEST} AND {day} <= $today THEN {day} END"


def _text(column: Column, cell: str) -> str:
    if column.choices:
        return f"CASE WHEN list_contains($choices_{column.name}, {cell}) THEN {cell} END"
    return f"CASE WHEN {cell} <> '' AND length({cell}) <= {column.max_length} THEN {cell} END"


def _id(column: Column, cell: str) -> str:
    plain = f"regexp_full_match({cell}, '[!-~]{{1,{column.max_length}}}')"
    return f"CASE WHEN {plain} THEN {cell} END"


def _code(column: Column, cell: str) -> str:
    plain = f"regexp_full_match({cell}, '[ -~]{{1,{column.max_length}}}')"
    return f"CASE WHEN {plain} THEN {cell} END"


def _actor(column: Column, cell: str) -> str:
    own = f"length({cell}) <= {column.max_length} AND NOT list_contains($aliases, lower({cell}))"
    return f"CASE WHEN {cell} <> '' AND {own} THEN {cell} END"


def _country(_: Column, cell: str) -> str:
    return f"CASE WHEN {cell} = $country THEN {cell} END"


def _boolean(_: Column, cell: str) -> str:
    return f"CASE WHEN {cell} IN ('true', 'false') THEN CAST({cell} AS BOOLEAN) END"


_BY_TYPE: Final[dict[str, Callable[[Column, str], str]]] = {
    "INTEGER": _whole,
    "DOUBLE": _decimal,
    "DATE": _date,
    "VARCHAR": _text,
    "BOOLEAN": _boolean,
}
_SPECIAL: Final[dict[str, Callable[[Column, str], str]]] = {
    "incident_id": _id,
    "source": _code,
    "country": _country,
    "actor1": _actor,
    "actor2": _actor,
    "initiated_by": _actor,
}
