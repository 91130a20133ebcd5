"""A rule of evidence as a value: predicates, joined by all, any and not (see `predicates`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

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
    def depth(self) -> int:
        """Say how many rules stand in each other, this one among them."""
        return 1 + max((child.depth for child in self.children), default=0)

    @property
    def depends_on_date(self) -> bool:
        """Say whether what matches changes with the as-of date."""
        return any(node.kind == "window" for node in self.walk())


NOTHING: Final = Rule("any_of")
Named = Mapping[str, Rule]


def all_of(*rules: Rule) -> Rule:
    """Give the rule that holds when all of these do."""
    return Rule("all_of", children=rules)
