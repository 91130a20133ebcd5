"""Compile evidence rules to one parameterised DuckDB expression.

Only names of known columns and the fixed pieces below go into the text; every value of a
report is bound. This is one of the two places where SQL is put together (see architecture).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from corridor.findings.rules import Rule

HERE: Final = "here"
THERE: Final = "there"


class Compiler:
    """Turns rules into SQL and gathers their values in `params`.

    `misplaced` are the ids whose point lies outside the reported governorate by more than
    its uncertainty: a matter of polygons, which DuckDB does not know here.
    """

    def __init__(self, misplaced: tuple[str, ...] = ()) -> None:
        self.params: dict[str, Any] = {}
        self.misplaced = list(misplaced)

    def bind(self, value: Any) -> str:
        """Keep a value and give the placeholder for it."""
        name = f"value_{len(self.params)}_"
        self.params[name] = list(value) if isinstance(value, tuple) else value
        return f"${name}"

    def texts(self, value: tuple[str, ...] | list[str]) -> str:
        """Keep a list of texts (it may be empty) and give the placeholder for it."""
        return f"CAST({self.bind(tuple(value))} AS VARCHAR[])"

    def expression(self, rule: Rule, row: str = HERE) -> str:
        """Give a condition over the row named `row`; it is true or false, never NULL."""
        if rule.kind in _JOINERS:
            empty, joiner = _JOINERS[rule.kind]
            parts = [self.expression(child, row) for child in rule.children]
            return f"({joiner.join(parts)})" if parts else empty
        if rule.kind == "not":
            return f"(NOT {self.expression(rule.children[0], row)})"
        return f"coalesce({_PREDICATES[rule.kind](self, rule, row)}, FALSE)"


_JOINERS: Final = {"all_of": ("TRUE", " AND "), "any_of": ("FALSE", " OR ")}


def _one_of(column: str) -> Callable[[Compiler, Rule, str], str]:
    def compiled(compiler: Compiler, rule: Rule, row: str) -> str:
        return f"list_contains({compiler.texts(rule.value('names'))}, {row}.{column})"

    return compiled


def _district(compiler: Compiler, rule: Rule, row: str) -> str:
    # A point known only to the governorate says nothing about a district.
    names = compiler.texts(rule.value("names"))
    return f"({row}.geo_precision <= 3 AND list_contains({names}, {row}.admin2))"


def _actor(compiler: Compiler, rule: Rule, row: str) -> str:
    names = compiler.texts(rule.value("names"))
    return f"(list_contains({names}, {row}.actor1) OR list_contains({names}, {row}.actor2))"


def _side(compiler: Compiler, rule: Rule, row: str) -> str:
    """Find an actor that hurt others: one-sided violence, or deaths of civilians or opponents.

    Stands in for "initiated by" where the source does not code who began.
    """
    actor = compiler.bind(rule.value("of"))
    starts = [compiler.bind(name) for name in rule.value("against")]
    present = f"{actor} IN ({row}.actor1, {row}.actor2)"
    alone = f"({row}.actor1 = {actor} AND {row}.event_type = 'Violence against civilians')"
    first = f"({row}.deaths_side_a > 0 AND {_starts_with(f'{row}.actor1', starts)})"
    second = f"({row}.deaths_side_b > 0 AND {_starts_with(f'{row}.actor2', starts)})"
    harmed = (f"coalesce({part}, FALSE)" for part in (alone, first, second))
    return f"({present} AND ({' OR '.join(harmed)} OR coalesce({row}.deaths_civilians > 0, FALSE)))"


def _starts_with(column: str, starts: list[str]) -> str:
    return "(" + " OR ".join(f"starts_with({column}, {start})" for start in starts) + ")"


def _window(compiler: Compiler, rule: Rule, row: str) -> str:
    days = compiler.bind(rule.value("days"))
    return (
        f"({row}.event_date <= CAST($as_of AS DATE) "
        f"AND date_diff('day', {row}.event_date, CAST($as_of AS DATE)) < {days})"
    )


def _near_road(compiler: Compiler, rule: Rule, row: str) -> str:
    near = f"{row}.geo_precision <= 2 AND {row}.road_km <= {compiler.bind(rule.value('km'))}"
    if not rule.value("roads"):
        return f"({near})"
    return f"({near} AND list_contains({compiler.texts(rule.value('roads'))}, {row}.nearest_road))"


def _off_town(compiler: Compiler, rule: Rule, row: str) -> str:
    return f"({row}.geo_precision <= 2 AND {row}.town_km > {compiler.bind(rule.value('km'))})"


def _in_areas(compiler: Compiler, slugs: tuple[str, ...], km: float, row: str) -> str:
    reach = compiler.bind(km)
    near = [f"coalesce({row}.area_km[{compiler.bind(slug)}] <= {reach}, FALSE)" for slug in slugs]
    return f"({row}.geo_precision <= 2 AND ({' OR '.join(near)}))"


def _in_area(compiler: Compiler, rule: Rule, row: str) -> str:
    return _in_areas(compiler, rule.value("areas"), rule.value("km"), row)


def boundary_slugs(pair: tuple[str, ...]) -> tuple[str, ...]:
    """Name the area of interest that is the boundary of two governorates, either way round."""
    parts = [name.lower().replace(" ", "-") for name in pair]
    return ("-".join(["boundary", *parts]), "-".join(["boundary", *reversed(parts)]))


def _near_boundary(compiler: Compiler, rule: Rule, row: str) -> str:
    return _in_areas(compiler, boundary_slugs(rule.value("pair")), rule.value("km"), row)


def _place_name(compiler: Compiler, rule: Rule, row: str) -> str:
    wanted = [compiler.bind(name.casefold()) for name in rule.value("names")]
    return "(" + " OR ".join(f"strpos(lower({row}.location), {name}) > 0" for name in wanted) + ")"


def _differs(compiler: Compiler, rule: Rule, row: str) -> str:
    if rule.value("beyond_tolerance"):
        return f"list_contains({compiler.texts(compiler.misplaced)}, {row}.incident_id)"
    return f"({row}.reported_admin1 <> {row}.located_admin1)"


def _max_precision(compiler: Compiler, rule: Rule, row: str) -> str:
    return f"{row}.geo_precision <= {compiler.bind(rule.value('rank'))}"


def kilometres(one: str = HERE, other: str = THERE) -> str:
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


def _recurs(compiler: Compiler, rule: Rule, row: str) -> str:
    return (  # names of columns and placeholders only
        f"({row}.geo_precision <= 2 AND (SELECT count(*) FROM counted AS {THERE} WHERE "  # noqa: S608
        f"{recurrence(compiler, rule, row)}) >= {compiler.bind(rule.value('at_least'))})"
    )


def recurrence(compiler: Compiler, rule: Rule, row: str = HERE) -> str:
    """Give the condition that the row `there` is an earlier incident near the row `row`."""
    days = compiler.bind(rule.value("within_days"))
    among = compiler.expression(rule.children[0], THERE)
    return (
        f"{THERE}.incident_id <> {row}.incident_id AND {THERE}.event_date < {row}.event_date "
        f"AND date_diff('day', {THERE}.event_date, {row}.event_date) <= {days} "
        f"AND {THERE}.geo_precision <= 2 AND {among} "
        f"AND {kilometres(row, THERE)} <= {compiler.bind(rule.value('within_km'))}"
    )


_PREDICATES: Final[dict[str, Callable[[Compiler, Rule, str], str]]] = {
    "admin1": _one_of("admin1"),
    "admin2": _district,
    "reported_admin1": _one_of("reported_admin1"),
    "event_type": _one_of("event_type"),
    "sub_event_type": _one_of("sub_event_type"),
    "actor": _actor,
    "initiated_by": _one_of("initiated_by"),
    "side": _side,
    "window": _window,
    "near_road": _near_road,
    "off_town": _off_town,
    "in_area": _in_area,
    "place_name": _place_name,
    "near_admin1_boundary": _near_boundary,
    "reported_admin1_differs": _differs,
    "recurs": _recurs,
    "max_geo_precision": _max_precision,
}
