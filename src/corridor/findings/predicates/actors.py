"""Predicates of who did what to whom, when, and in which province."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pandas as pd

from corridor import vocabulary
from corridor.findings.predicates import known
from corridor.findings.predicates.row import (
    MOST_DAYS,
    Binding,
    Predicate,
    Seen,
    a_text,
    fields,
    names,
    names_of,
    texts,
)  # fmt: skip
from corridor.findings.rules import Named, Rule
from corridor.packs import Table
from corridor.words import say

MOST_DEATHS: Final = 100_000


def _one_of(column: str) -> Callable[[Binding, Rule, str], str]:
    def compiled(compiler: Binding, rule: Rule, row: str) -> str:
        return f"list_contains({compiler.texts(rule.value('names'))}, {row}.{column})"

    return compiled


def _governorate_reason(rule: Rule, seen: Seen, is_so: bool) -> str:
    if seen.row["admin1"] not in rule.value("names") or not is_so:
        return ""
    precision = vocabulary.GEO_PRECISIONS.get(seen.row["geo_precision"], "")
    return say("why-province", province=seen.row["admin1"], precision=precision)


def _reported_reason(rule: Rule, seen: Seen, is_so: bool) -> str:
    is_named = seen.row["reported_admin1"] in rule.value("names")
    return say("why-reported", province=seen.row["reported_admin1"]) if is_so and is_named else ""


def _coded_reason(rule: Rule, seen: Seen, is_so: bool) -> str:
    begun = seen.row.get("initiated_by")
    if not is_so or begun not in rule.value("names"):
        return ""
    return say("why-started", actor=vocabulary.actor_label(str(begun)))


def _district(compiler: Binding, rule: Rule, row: str) -> str:
    # A point known only to the governorate says nothing about a district.
    names = compiler.texts(rule.value("names"))
    return f"({row}.geo_precision <= 3 AND list_contains({names}, {row}.admin2))"


def _district_reason(rule: Rule, seen: Seen, is_so: bool) -> str:
    if seen.row["geo_precision"] > 3 or (seen.row["admin2"] in rule.value("names")) is not is_so:
        return ""
    return say("why-district", district=seen.row["admin2"]) if is_so else ""


def _actor(compiler: Binding, rule: Rule, row: str) -> str:
    names = compiler.texts(rule.value("names"))
    return f"(list_contains({names}, {row}.actor1) OR list_contains({names}, {row}.actor2))"


def _side(compiler: Binding, rule: Rule, row: str) -> str:
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


def _side_reason(rule: Rule, seen: Seen, is_so: bool) -> str:
    actor = rule.value("of")
    if actor not in {seen.row["actor1"], seen.row["actor2"]}:
        return ""
    name = vocabulary.actor_label(actor)
    if not is_so:
        return say("why-operation", actor=name)
    is_attack = seen.row["event_type"] == vocabulary.CIVILIANS_TYPE
    return say("why-attack" if is_attack else "why-others-died", actor=name)


def _deaths(table: Table, _named: Named, kind: str) -> Rule:
    return Rule(kind, (("least", table.count(kind, most=MOST_DEATHS)),))


def _killed(compiler: Binding, rule: Rule, row: str) -> str:
    # Where nobody says how many died, nothing is known to be so many.
    return f"{row}.fatalities_best >= {compiler.bind(rule.value('least'))}"


def _killed_reason(rule: Rule, seen: Seen, is_so: bool) -> str:
    deaths = seen.row["fatalities_best"]
    if pd.isna(deaths):
        return "" if is_so else say("why-deaths-unknown")
    is_met = deaths >= rule.value("least")
    return say("why-deaths", count=int(deaths)) if is_met is is_so else ""


def _window(compiler: Binding, rule: Rule, row: str) -> str:
    days = compiler.bind(rule.value("days"))
    return (
        f"({row}.event_date <= CAST($as_of AS DATE) "
        f"AND date_diff('day', {row}.event_date, CAST($as_of AS DATE)) < {days})"
    )


ROWS: Final = {
    "admin1": Predicate(names_of(known.provinces), _one_of("admin1"), _governorate_reason),
    "admin2": Predicate(names_of(known.districts), _district, _district_reason),
    "reported_admin1": Predicate(
        names_of(known.provinces), _one_of("reported_admin1"), _reported_reason
    ),
    "event_type": Predicate(names_of(known.event_types), _one_of("event_type")),
    "sub_event_type": Predicate(names_of(known.sub_event_types), _one_of("sub_event_type")),
    "actor": Predicate(names, _actor),
    "initiated_by": Predicate(names, _one_of("initiated_by"), _coded_reason),
    "side": Predicate(fields(of=a_text("of"), against=texts("against")), _side, _side_reason),
    "fatalities_at_least": Predicate(_deaths, _killed, _killed_reason),
    "window": Predicate(fields(days=lambda table: table.count("days", most=MOST_DAYS)), _window),
}
