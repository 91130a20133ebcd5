"""New accounts that may be of an incident that is known already: found, weighed, explained.

It is one that the store has, or one that an earlier row of the same file tells by another source.
Both must agree in date and place within what each says of its own precision. Points order them,
9 at most: same day 3 (else 1); within 2 km 3, 10 km 2, else 1; both sides the same 2, one of them
1; deaths that overlap 1, that do not −1. Below 5 points nothing is proposed; of one source, at
most one account to an incident.

Day and town are no evidence by themselves. A pair is probable when who, how many and who died agree
besides, no other account fits as well, and such incidents are not common there; it is vetoed when
its sides are others, its deaths exclude each other (1 against 29), none of the dead can be the
same, one is a total of many days or the kinds exclude each other; else it is weak. Only probable
ones are linked together; nothing is linked unless a person says so. Decision 19 states the rule,
docs/method.md how often it is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]

from corridor import packs
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
# From this rank of a date on (its days off) it is no day to agree on.
MONTH: Final = DAYS_OFF[3]
# Where one account leaves a side unnamed: so many dead in both. From so many on counts agree that
# differ by a fifth; fewer dead have to be rarer.
MANY: Final = 5
ABOUT: Final = 1.2
# Incidents like it in the six weeks and in the six months around, times the days that the dates
# leave open: fewer than one in 50 days; where few are dead, fewer than one in 65.
COMMON: Final = 1
COMMON_LONG: Final = 3
COMMON_FEW: Final = 2
# Incidents like it on its day in the region.
WAVE: Final = 1
# Places are called alike from this share on (Jaro and Winkler), and otherwise below the second.
LIKENESS: Final = 0.9
OTHERWISE: Final = 0.8
# Kilometres up to which the name of a spot says no more; a spot is known to this precision.
CLOSE: Final = KM_OFF[0]
SPOT: Final = 2
# Whoever is called so, in small letters and without the country's name, is of one side.
NAMES: Final = {
    "nobody": "^(unidentified|unknown|unnamed|(armed )?(gunm[ae]n|men|group)|militants?|insurgents?"
    "|assailants?|attackers?|terrorists?|government (general|diplomatic)|other$)",
    "isis": "^(is|isis|isil|isi|daesh|daish|islamic state.*|qa[ie]da in|aqi|tawhid and jihad"
    "|tawhid wal jihad|mujahideen shura council)$",
    "civilians": "^(civilians?|(private )?citizens|business|religious figures|educational inst"
    "|journalists?|ngo$|transportation|telecomm|utilities|food or water|tourists|villagers"
    "|farmers|labou?r group|teachers|students|women|health workers|aid workers)",
    "state": "^((federal|local|border|national|emergency|joint) )*(government|military|police"
    "|army|armed forces|security|special forces|soldiers|troops|popular mobili[sz]ation|pmf|pmu"
    "|hashd|tribal mobili[sz]ation|peshmerga|counter ?terrorism|swat)\\b",
}
# What makes no difference to the name of a place.
PLACE_WORDS: Final = (
    r"\b(town|village|city|district|province|governorate|near|of|the|al|an|ar|as|at|ad|az|qada"
    r"|qaryat)\b|[^\pL]"
)
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
    country = packs.country().name.lower()
    dropped = rf"\b(of )?{country}\w{{0,2}}\b|\b(al|el|the)\b|[^\pL]+"
    bench.run(statement("alike"))
    bench.run(statement("known_sides"), {"dropped": dropped, **NAMES})
    values = {
        "days": list(DAYS_OFF),
        "reach": list(KM_OFF),
        "longest": LONGEST_DAYS,
        "enough": ENOUGH,
        "total": TOTAL_DAYS,
        "month": MONTH,
        "many": MANY,
        "about": ABOUT,
        "common": COMMON,
        "common_long": COMMON_LONG,
        "common_few": COMMON_FEW,
        "wave": WAVE,
        "likeness": LIKENESS,
        "otherwise": OTHERWISE,
        "close": CLOSE,
        "spot": SPOT,
        "place_words": PLACE_WORDS,
    }
    limit = "" if bench.one(statement("any_near"), values) else "LIMIT 0"
    bench.run(filled("candidates", limit=limit), values)
    taken = picked(Pair(*row) for row in bench.rows(statement("candidates_by_score")))
    lines = pa.array([pair.line for pair in taken], pa.int64())
    targets = pa.array([pair.target_id for pair in taken], pa.string())
    bench.keep("picked", pa.table({"line": lines, "target_id": targets}))
    bench.run(statement("matches"))
    ((probable, weak),) = bench.rows(statement("count_matches"))
    return int(probable), int(weak)


def matches(bench: Workbench, most: int, *, weak: bool = False) -> pd.DataFrame:
    """Return the probable matches or the others, surest first, vetoed ones last, and why.

    Columns: line, incident_id; target_id, the incident that it would be linked to, of which it is
    most like the account `account_id`, on `target_line` of the file (unknown when it is stored);
    score (points); is_weak, is_vetoed; `FACTS` of the new account, and the other's as `stored_…`;
    `agrees_date`, `agrees_place`, `agrees_sides`, `agrees_deaths`, and `why`, all and what speaks
    against it, in one.
    """
    found = bench.frame(
        filled("matches_shown", facts=", ".join(FACTS)), {"most": most, "weak": weak}
    )
    rows = found.to_dict("records")
    told = [_agreement(row) for row in rows]
    words = pd.DataFrame(told, columns=_WORDS, index=found.index, dtype="str")
    why = [
        fmt.unit_list([word for word in (*agrees, *_against(row)) if word])
        for row, agrees in zip(rows, told, strict=True)
    ]
    return pd.concat([found, words], axis=1).assign(
        why=pd.Series(why, index=found.index, dtype="str")
    )


def _agreement(row: dict[Any, Any]) -> tuple[str, str, str, str]:
    days, km = int(row["days_apart"]), float(row["km_apart"])
    return (
        say("pair-days-apart", count=days) if days else say("pair-same-day"),
        _distance(km),
        say(_sides(int(row["sides"]), is_other=bool(row["is_other"]))),
        _deaths(row),
    )


def _distance(km: float) -> str:
    if km >= 1:
        return say("pair-km-apart", km=fmt.number(km))
    return say("pair-same-point" if km < 0.1 else "pair-under-a-km")


def _sides(same: int, *, is_other: bool) -> str:
    if is_other:
        return "pair-side-same-other-not" if same else "pair-sides-other"
    return ("pair-sides-unknown", "pair-side-same", "pair-sides-same")[same]


def _deaths(row: dict[Any, Any]) -> str:
    if row["deaths"] == 0:
        return say("pair-deaths-unknown")
    ours, theirs = _range(row, ""), _range(row, "stored_")
    if row["is_about"]:
        return say("pair-deaths-about", ours=ours, theirs=theirs)
    if row["deaths"] > 0:
        return say("pair-deaths-none" if "0" in {ours, theirs} else "pair-deaths-agree")
    return say(
        "pair-deaths-far" if row["is_far"] else "pair-deaths-differ", ours=ours, theirs=theirs
    )


def _range(row: dict[Any, Any], of: str) -> str:
    """Return the deaths of an account: a number, or its lowest and highest."""
    best = row[f"{of}fatalities_best"]
    ends = [row[f"{of}fatalities_{end}"] for end in ("low", "high")]
    low, high = (int(best if pd.isna(end) else end) for end in ends)
    return fmt.number(low) if low == high else f"{fmt.number(low)}–{fmt.number(high)}"


def _against(row: dict[Any, Any]) -> list[str]:
    """Say what else speaks against a pair, or keeps it from being probable."""
    is_open, fits = not row["is_vetoed"], bool(row["fits"])
    told = {
        say("pair-total"): row["is_total"],
        say("pair-other-kind"): row["is_other_kind"],
        say("pair-day-off"): is_open and row["is_day_off"],
        say("pair-day-unknown"): is_open and not row["is_day_known"],
        say("pair-far-off"): is_open and not row["is_near"],
        say("pair-place-vague"): is_open and not row["is_place_known"],
        say("pair-victims-other"): row["is_nobody_shared"],
        say("pair-victims-differ"): is_open and row["is_victim_other"],
        say("pair-best-far"): is_open and row["deaths"] > 0 and row["is_best_far"],
        say("pair-rivals", count=int(row["rivals"])): fits and row["rivals"] > 0,
        say("pair-common", count=int(row["like_it"])): fits and row["is_common"],
        say("pair-common-long", count=int(row["like_it_long"])): fits
        and row["is_common_long"]
        and not row["is_common"],
        say("pair-wave", count=int(row["in_wave"])): fits and row["is_wave"],
    }
    return [word for word, is_so in told.items() if is_so]


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
