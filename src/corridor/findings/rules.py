"""Evidence rules: a closed set of predicates, read from TOML.

A rule is a table; its keys all have to hold. `any_of`, `all_of` (lists of rules), `not` (a
rule) and `rule` (the name of a rule defined once in the report) make larger ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from corridor.findings.problems import Table

Values = tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class Rule:
    """One node: a predicate with its values, or `all_of`, `any_of`, `not` over children."""

    kind: str
    values: Values = ()
    children: tuple[Rule, ...] = ()

    def value(self, key: str) -> Any:
        """Give one of the predicate's values; KeyError when it has none of that name."""
        return dict(self.values)[key]

    def walk(self) -> Iterator[Rule]:
        """Give this node and all below it."""
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def depends_on_date(self) -> bool:
        """Say whether what matches changes with the as-of date."""
        return any(node.kind == "window" for node in self.walk())


NOTHING: Final = Rule("any_of")
Named = Mapping[str, Rule]


def all_of(*rules: Rule) -> Rule:
    """Give the rule that holds when all of these do."""
    return Rule("all_of", children=rules)


def read_rule(table: Table, named: Named) -> Rule:
    """Read a rule and close its table; ReportError names a key or rule that is not known."""
    waiting = table.keys()
    children = [_READERS[key](table, named) for key in waiting if key in _READERS]
    table.close(_READERS)
    return children[0] if len(children) == 1 else all_of(*children)


def _names(kind: str) -> Callable[[Table, Named], Rule]:
    def read(table: Table, _named: Named) -> Rule:
        return Rule(kind, (("names", table.texts(kind)),))

    return read


def _fields(kind: str, **readers: Callable[[Table], Any]) -> Callable[[Table, Named], Rule]:
    def read(table: Table, _named: Named) -> Rule:
        inner = table.table(kind)
        values = tuple((key, reader(inner)) for key, reader in readers.items())
        inner.close(readers)
        return Rule(kind, values)

    return read


def _precision(table: Table, _named: Named) -> Rule:
    return Rule("max_geo_precision", (("rank", table.count("max_geo_precision")),))


def _recurs(table: Table, named: Named) -> Rule:
    inner = table.table("recurs")
    values = (
        ("within_km", inner.number("within_km")),
        ("within_days", inner.count("within_days")),
        ("at_least", inner.count("at_least", 1)),
    )
    among = _look_up(inner, "among", named)
    inner.close(("within_km", "within_days", "at_least", "among"))
    return Rule("recurs", values, (among,))


def _look_up(table: Table, key: str, named: Named) -> Rule:
    name = table.take(key, str)
    if name not in named:
        raise table.fail("report-rule-unknown", key=key, name=name)
    return named[name]


def _several(kind: str) -> Callable[[Table, Named], Rule]:
    def read(table: Table, named: Named) -> Rule:
        return Rule(kind, children=tuple(read_rule(item, named) for item in table.tables(kind)))

    return read


def _negation(table: Table, named: Named) -> Rule:
    return Rule("not", children=(read_rule(table.table("not"), named),))


_READERS: Final[dict[str, Callable[[Table, Named], Rule]]] = {
    "admin1": _names("admin1"),
    "admin2": _names("admin2"),
    "reported_admin1": _names("reported_admin1"),
    "event_type": _names("event_type"),
    "sub_event_type": _names("sub_event_type"),
    "actor": _names("actor"),
    "initiated_by": _names("initiated_by"),
    "side": _fields(
        "side",
        of=lambda table: table.take("of", str),
        against=lambda table: table.texts("against"),
    ),
    "window": _fields("window", days=lambda table: table.count("days")),
    "near_road": _fields(
        "near_road",
        roads=lambda table: table.texts("roads", ()),
        km=lambda table: table.number("km"),
    ),
    "off_town": _fields("off_town", km=lambda table: table.number("km")),
    "in_area": _fields(
        "in_area", areas=lambda table: table.texts("areas"), km=lambda table: table.number("km")
    ),
    "place_name": _fields("place_name", names=lambda table: table.texts("names")),
    "near_admin1_boundary": _fields(
        "near_admin1_boundary",
        pair=lambda table: table.texts("pair"),
        km=lambda table: table.number("km"),
    ),
    "reported_admin1_differs": _fields(
        "reported_admin1_differs",
        beyond_tolerance=lambda table: table.take("beyond_tolerance", bool, False),
    ),
    "recurs": _recurs,
    "max_geo_precision": _precision,
    "any_of": _several("any_of"),
    "all_of": _several("all_of"),
    "not": _negation,
    "rule": lambda table, named: _look_up(table, "rule", named),
}
