"""The predicate of an incident near earlier ones."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from corridor.findings import phrases
from corridor.findings.predicates.row import (
    MOST_DAYS,
    THERE,
    Binding,
    Predicate,
    Seen,
    look_up,
)
from corridor.findings.rules import Named, Rule
from corridor.findings.statements import statement
from corridor.packs import Table
from corridor.words import say

# The length of a degree serves for the distance of points this near.
MOST_KM_APART: Final = 100


def _read_recurs(table: Table, named: Named, kind: str) -> Rule:
    inner = table.table(kind)
    values = (
        ("within_km", inner.number("within_km", least=0, most=MOST_KM_APART)),
        ("within_days", inner.count("within_days", most=MOST_DAYS)),
        ("at_least", inner.count("at_least", 1, most=1000)),
    )
    among = look_up(inner, named, "among")
    inner.close()
    return Rule(kind, values, (among,))


def kilometres(one: str, other: str) -> str:
    """Give the SQL for the distance of two rows' points, by the length of a degree between them.

    WGS 84 series; within a metre or so of the projected distance over the 10 km it serves.
    """
    middle = f"radians(({one}.latitude + {other}.latitude) / 2)"
    north = f"(111.13209 - 0.56605 * cos(2 * {middle}) + 0.0012 * cos(4 * {middle}))"
    east = f"(111.41513 * cos({middle}) - 0.09455 * cos(3 * {middle}))"
    return (
        f"sqrt(pow(({one}.latitude - {other}.latitude) * {north}, 2) "
        f"+ pow(({one}.longitude - {other}.longitude) * {east}, 2))"
    )


def _recurs(compiler: Binding, rule: Rule, row: str) -> str:
    found = (
        statement("repeats")
        .replace("/* among */", compiler.expression(rule.children[0], THERE))
        .replace("/* distance */", kilometres("later", THERE))
    )
    for name in ("within_km", "within_days", "at_least"):
        found = found.replace(f"$of_{name}", compiler.bind(rule.value(name)))
    return f"({row}.geo_precision <= 2 AND {row}.incident_id IN (\n{found}\n))"


def _recurs_reason(rule: Rule, seen: Seen, is_so: bool) -> str:
    """Name the latest earlier incident near by, or say that there is none."""
    km, days = rule.value("within_km"), rule.value("within_days")
    if not is_so:
        return say("why-no-repeat", distance=phrases.km(km), days=days)
    series, index = seen.series, seen.index
    apart, gaps = _distances_km(seen), series.ordinals[index] - series.ordinals
    among = series.mask(rule.children[0])
    near = np.flatnonzero(among & (gaps > 0) & (gaps <= days) & (apart <= km + 0.01))
    if not len(near):
        return say("why-repeat-some")
    latest = near[np.argmin(gaps[near])]
    return say(
        "why-repeat",
        incident=series.rows["incident_id"].iloc[latest],
        distance=phrases.km(apart[latest], 1),
        days=gaps[latest],
    )


def _distances_km(seen: Seen) -> Any:
    """Give the distance of every row to one, in km."""
    eastings, northings = seen.series.metres
    return np.hypot(eastings - eastings[seen.index], northings - northings[seen.index]) / 1000


ROWS: Final = {"recurs": Predicate(_read_recurs, _recurs, _recurs_reason)}
