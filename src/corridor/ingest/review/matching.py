"""New accounts that may be of an incident that is known already: found, scored, explained.

It is one that the store has, or one that an earlier row of the same file tells by another source.
Both must agree in date and place within what each says of its own precision. The score is a
judgement, 9 points at most: same day 3 (else 1); within 2 km 3, 10 km 2, else 1; both sides
the same 2, one of them 1; deaths that overlap 1, that do not −1. From 5 points up an account
is proposed as another one of that incident; of one source, at most one to an incident.

A proposal is probable, or weak where who or how many speaks against it: other sides, deaths that
exclude each other (1 against 29), an event against a total of many days. With both, other sides
and other deaths, there is none. Nothing is linked unless a person says so. Of the 10 incidents of
the shipped series that accounts were linked to by hand it finds 7, none wrongly.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]

from corridor.ingest.model.statements import filled, statement
from corridor.store.workbench import Workbench
from corridor.words import numbers as fmt
from corridor.words import say

ENOUGH: Final = 5
MOST_POINTS: Final = 9
# Days that a date may be off, by date precision 1–5; kilometres that a point may be off, by
# location precision 1–7 (a district's or a governorate's half width; beyond, nothing is said).
DAYS_OFF: Final = (0, 3, 4, 16, 183)
KM_OFF: Final = (2.0, 25.0, 20.0, 0.0, 30.0, 0.0, 0.0)
LONGEST_DAYS: Final = 31
# From this length on (days after the first) an account is a total of many days.
TOTAL_DAYS: Final = 7
# Names of one side, in small letters: whoever is called so is of the state's forces, or nobody.
STATE: Final = (
    r"^(government of iraq|(iraqi )?(security|government|armed) forces|(iraqi |federal )?police"
    r"|(iraqi )?army|(police|military) forces of iraq.*|popular mobili[sz]ation (forces|units)"
    r"|pmf|pmu|hashd.*|tribal mobili[sz]ation.*|peshmerga.*)$"
)
NOBODY: Final = "^(unidentified|unknown|unnamed)"
# What is shown of both accounts.
FACTS: Final = (
    "source", "event_date", "event_date_end", "date_precision", "location", "admin1",
    "geo_precision", "actor1", "actor2", "fatalities_low", "fatalities_best", "fatalities_high",
    "source_title", "notes",
)  # fmt: skip


_WORDS: Final = ["agrees_date", "agrees_place", "agrees_sides", "agrees_deaths"]


def find_matches(bench: Workbench) -> tuple[int, int]:
    """Make `matches` beside `placed`; return how many accounts have a probable one, a weak one.

    Accounts without coordinates are not searched, nor those that a person has linked or kept
    apart before.
    """
    bench.run(
        statement("candidates"),
        {
            "days": list(DAYS_OFF),
            "reach": list(KM_OFF),
            "longest": LONGEST_DAYS,
            "enough": ENOUGH,
            "total": TOTAL_DAYS,
            "state": STATE,
            "nobody": NOBODY,
        },
    )
    taken = picked(Pair(*row) for row in bench.rows(statement("candidates_by_score")))
    lines = pa.array([pair.line for pair in taken], pa.int64())
    targets = pa.array([pair.target_id for pair in taken], pa.string())
    bench.keep("picked", pa.table({"line": lines, "target_id": targets}))
    bench.run(statement("matches"))
    ((probable, weak),) = bench.rows(statement("count_matches"))
    return int(probable), int(weak)


def matches(bench: Workbench, most: int, *, weak: bool = False) -> pd.DataFrame:
    """Return the probable matches or the weak ones, surest first: both accounts, and why.

    Columns: line, incident_id; target_id, the incident that it would be linked to, of which it is
    most like the account `account_id`, on `target_line` of the file (unknown when it is stored);
    score (points); `FACTS` of the new account, and the other's as `stored_…`; `agrees_date`,
    `agrees_place`, `agrees_sides`, `agrees_deaths` ("" when a count is unknown), and `why`, all and
    what speaks against it, in one.
    """
    found = bench.frame(
        filled("matches_shown", facts=", ".join(FACTS)), {"most": most, "weak": weak}
    )
    told = [_agreement(row) for row in found.to_dict("records")]
    words = pd.DataFrame(told, columns=_WORDS, index=found.index, dtype="str")
    totals = [say("pair-total") if row else "" for row in found["is_total"]]
    why = [
        fmt.unit_list([word for word in (*row, total) if word])
        for row, total in zip(told, totals, strict=True)
    ]
    return pd.concat([found, words], axis=1).assign(
        why=pd.Series(why, index=found.index, dtype="str")
    )


def _agreement(row: dict[Any, Any]) -> tuple[str, str, str, str]:
    days, km = int(row["days_apart"]), float(row["km_apart"])
    return (
        say("pair-days-apart", count=days) if days else say("pair-same-day"),
        _distance(km),
        say(_sides(int(row["sides"]), is_known=bool(row["is_known"]))),
        _deaths(int(row["deaths"]), is_far=bool(row["is_far"])),
    )


def _distance(km: float) -> str:
    if km >= 1:
        return say("pair-km-apart", km=fmt.number(km))
    return say("pair-same-point" if km < 0.1 else "pair-under-a-km")


def _sides(same: int, *, is_known: bool) -> str:
    if same == 1:
        return "pair-side-same-other-not" if is_known else "pair-side-same"
    return "pair-sides-same" if same else "pair-sides-other" if is_known else "pair-sides-unknown"


def _deaths(overlap: int, *, is_far: bool) -> str:
    if is_far:
        return say("pair-deaths-far")
    return say("pair-deaths-agree" if overlap > 0 else "pair-deaths-differ") if overlap else ""


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
