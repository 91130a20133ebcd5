"""Which of the pairs that were found are taken, so that no source has an incident twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple


class Pair(NamedTuple):
    """A new account of a file and what it may be another account of.

    `target_line` is the earlier line of the file that holds it, None when the store does;
    `target_sources` are the sources that its incident has accounts of already.
    """

    line: int
    source: str
    target_line: int | None
    target_id: str
    target_sources: Sequence[str]


def picked(pairs: Iterable[Pair]) -> list[Pair]:
    """Take pairs in the order given, at most one for a line; each joins two clusters.

    A pair is passed over when the two clusters share a source. As a line is joined to an earlier
    one or to the store, no cycle can come about.
    """
    clusters = _Clusters()
    taken: dict[int, Pair] = {}
    for pair in pairs:
        if pair.line not in taken and clusters.join(pair):
            taken[pair.line] = pair
    return list(taken.values())


class _Clusters:
    def __init__(self) -> None:
        self._parents: dict[Any, Any] = {}
        self._sources: dict[Any, set[str]] = {}

    def join(self, pair: Pair) -> bool:
        """Put two clusters together; False when that would give a source two accounts."""
        stored_or_line = pair.target_id if pair.target_line is None else pair.target_line
        head = self._head(stored_or_line, pair.target_sources)
        tail = self._head(pair.line, [pair.source])
        if self._sources[head] & self._sources[tail]:
            return False
        self._parents[tail] = head
        self._sources[head] |= self._sources.pop(tail)
        return True

    def _head(self, member: Any, sources: Iterable[str]) -> Any:
        if member not in self._parents:
            self._parents[member] = member
            self._sources[member] = set(sources)
        while self._parents[member] != member:
            member = self._parents[member]
        return member
