"""The predicates of evidence rules, one row each: read from TOML, compiled to SQL, explained.

A rule is a table whose keys all have to hold. `any_of`, `all_of` (lists of rules), `not` (a rule)
and `rule` (the name of one that the report defines once) make larger ones. To add a predicate, add
a row to one of the modules here: how it is read, the SQL that is true for what it keeps, and why
an incident matched it.

SQL is put together of names of known columns and fixed pieces; every value of a report is bound.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from typing import Any, Final

from corridor.findings.predicates import actors, places, recurring
from corridor.findings.predicates.row import HERE, Predicate, Reads, Seen, look_up
from corridor.findings.rules import Named, Rule, all_of
from corridor.packs import Table

__all__ = ["HERE", "PREDICATES", "Compiler", "Predicate", "Seen", "explain", "read_rule"]

MOST_CHILDREN: Final = 50
MOST_PIECES: Final = 300
MOST_DEPTH: Final = 16
_JOINERS: Final = {"all_of": ("TRUE", " AND "), "any_of": ("FALSE", " OR ")}


PREDICATES: Final = actors.ROWS | places.ROWS | recurring.ROWS


class Compiler:
    """Turns rules into SQL and gathers their values in `params`.

    `misplaced` are the ids whose point lies outside the reported governorate by more than
    its uncertainty: a matter of polygons, which DuckDB does not know here. `columns` holds, by
    name, the condition of each predicate that a `flag` is made of: the rules of a report share
    most of them, and the engine plans each once.
    """

    def __init__(self, misplaced: tuple[str, ...] = ()) -> None:
        self.params: dict[str, Any] = {}
        self.misplaced = list(misplaced)
        self.columns: dict[str, str] = {}
        self._names: dict[Rule, str] = {}

    def bind(self, value: Any) -> str:
        """Keep a value and return the placeholder for it."""
        name = f"value_{len(self.params)}_"
        self.params[name] = list(value) if isinstance(value, tuple) else value
        return f"${name}"

    def texts(self, value: tuple[str, ...] | list[str]) -> str:
        """Keep a list of texts (it may be empty) and return the placeholder for it."""
        return f"CAST({self.bind(tuple(value))} AS VARCHAR[])"

    def expression(self, rule: Rule, row: str = HERE) -> str:
        """Give a condition over the row named `row`; it is true or false, never NULL."""

        def condition(one: Rule) -> str:
            return f"coalesce({PREDICATES[one.kind].compiles(self, one, row)}, FALSE)"

        return _joined(rule, condition)

    def flag(self, rule: Rule) -> str:
        """Give the same condition over `columns`."""
        return _joined(rule, self._column)

    def _column(self, rule: Rule) -> str:
        if rule not in self._names:
            name = self._names[rule] = f"is_{len(self._names)}_"
            self.columns[name] = self.expression(rule)
        return self._names[rule]


def _joined(rule: Rule, condition: Callable[[Rule], str]) -> str:
    """Join the conditions of a rule's predicates as it says."""
    if rule.kind == "not":
        return f"(NOT {_joined(rule.children[0], condition)})"
    if rule.kind not in _JOINERS:
        return condition(rule)
    empty, joiner = _JOINERS[rule.kind]
    parts = [_joined(child, condition) for child in rule.children]
    return f"({joiner.join(parts)})" if parts else empty


def read_rule(table: Table, named: Named) -> Rule:
    """Read a rule and close its table; PackError for a key, a value or a rule that is not known."""
    known = {**{key: row.reads for key, row in PREDICATES.items()}, **_LARGER}
    waiting = table.keys()
    children = [known[key](table, named, key) for key in waiting if key in known]
    table.close(known)
    if not children:
        raise table.fail("report-rule-empty")
    rule = children[0] if len(children) == 1 else all_of(*children)
    # Rules that name others can grow without end in a few lines.
    if sum(1 for _ in islice(rule.walk(), MOST_PIECES + 1)) > MOST_PIECES:
        raise table.fail("report-rule-large", most=MOST_PIECES)
    if rule.depth > MOST_DEPTH:
        raise table.fail("report-rule-deep", most=MOST_DEPTH)
    return rule


def explain(rule: Rule, seen: Seen, *, is_so: bool = True) -> list[str]:
    """Say why an incident matches a rule, a phrase for each predicate that has one."""
    if rule.kind == "not":
        return explain(rule.children[0], seen, is_so=not is_so)
    if rule.kind in _JOINERS:
        return [phrase for child in rule.children for phrase in explain(child, seen, is_so=is_so)]
    phrase = PREDICATES[rule.kind].explains(rule, seen, is_so)
    return [phrase] if phrase else []


def _several(table: Table, named: Named, kind: str) -> Rule:
    return Rule(
        kind,
        children=tuple(read_rule(item, named) for item in table.tables(kind, most=MOST_CHILDREN)),
    )


def _negation(table: Table, named: Named, kind: str) -> Rule:
    return Rule(kind, children=(read_rule(table.table(kind), named),))


_LARGER: Final[dict[str, Reads]] = {
    "any_of": _several, "all_of": _several, "not": _negation, "rule": look_up
}  # fmt: skip
