"""What an address asks of the filter, and what of that in vain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from corridor.filter.along import KILOMETRES, kilometres, kilometres_text
from corridor.filter.dimensions import FREE, dimensions
from corridor.words import say

# What an address can say. Keys and labels are a public contract.
URL_KEYS: Final = tuple(dict.fromkeys(row.key for row in dimensions()))


def problems(query: Mapping[str, Sequence[str]], options: Mapping[str, Sequence[str]]) -> list[str]:
    """Name what an address asks for that cannot be met.

    `query` maps keys to their values, `options` the keys with a list to choose from to theirs.
    """
    found: list[str] = []
    rows = {row.key: row for row in dimensions()}
    for key, row in rows.items():
        for value in query.get(key, ()):
            if row.kind in FREE:
                if refused := row.reads(value).refused:
                    found.append(say("left-out", key=key, why=refused))
            elif key in options and value not in options[key]:
                found.append(say("not-offered", key=key, value=value))
            elif row.kind == "number" and kilometres(value) is None:
                low, high = map(kilometres_text, KILOMETRES)
                found.append(say("distance-unreadable", key=key, value=value, low=low, high=high))
    return found + _date_problems(list(query.get("dates", ())))


def remarks(query: Mapping[str, Sequence[str]]) -> list[str]:
    """Say what texts of an address were taken for, where another thing may be meant."""
    read = [
        row.reads(value)
        for row in dimensions()
        if row.kind in FREE
        for value in query.get(row.key, ())
    ]
    return [str(each.note) for each in read if each.note]


def _date_problems(values: list[str]) -> list[str]:
    moments = [parse_day(value) for value in values]
    bad = [value for value, moment in zip(values, moments, strict=True) if moment is None]
    if bad:
        return [say("date-unreadable", value=value) for value in bad]
    # One date is a period of one day: Streamlit writes two equal ones as one.
    if len(values) > 2:
        return [say("dates-too-many", count=len(values))]
    if len(moments) == 2 and moments[0] and moments[1] and moments[0] > moments[1]:
        return [say("dates-backwards", first=values[0], last=values[1])]
    return []


def parse_day(text: str) -> date | None:
    """Read an ISO date, None when it is not one."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
