"""One incident with its accounts, and what they disagree on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import pandas as pd

from corridor import queries
from corridor.queries.statements import known
from corridor.store import Reader

Row = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Incident:
    """The accounts of an incident (columns of `queries.accounts_of`), the counted one first.

    `tactics` is what each account tells of how it was done, by its id: a list of dicts (`tactic`,
    `said_by`, `word`: see `queries.tactics_of`); None where it has neither notes nor a code of how.
    `grades` are the grade of each account and what gave it, by its id (see `queries.grades_of`).
    """

    accounts: pd.DataFrame
    tactics: Mapping[str, list[Row] | None] = field(default_factory=dict)
    grades: Mapping[str, Row] = field(default_factory=dict)

    @property
    def counted_id(self) -> str:
        """The id under which the incident is counted; "" when there is none."""
        return "" if self.accounts.empty else str(self.accounts["incident_id"].iloc[0])

    @property
    def differing(self) -> dict[str, tuple[bool, ...]]:
        """By fact of `FACTS`, which accounts say it otherwise than the counted one.

        An account that says nothing of a fact differs from none.
        """
        rows = queries.rows_of(self.accounts)
        found = {}
        for fact, says in FACTS.items():
            first, *others = (says(row) for row in rows)
            found[fact] = (False, *(None not in (first, it) and it != first for it in others))
        return found

    @property
    def disputed(self) -> tuple[str, ...]:
        """The facts that an account says otherwise than the counted one."""
        return tuple(fact for fact, marks in self.differing.items() if any(marks))


def incident(store: Reader, incident_id: str) -> Incident:
    """Return the incident that an account's id belongs to; without accounts when there is none."""
    accounts = queries.accounts_of(store, incident_id)
    tactics: dict[str, list[Row] | None] = {
        str(name): [] if isinstance(notes, str) else None
        for name, notes in zip(accounts["incident_id"], accounts["notes"], strict=True)
    }
    for name, rows in queries.tactics_of(store, incident_id).groupby("incident_id"):
        told = queries.rows_of(rows)
        tactics[str(name)] = [{key: known(row[key]) for key in _OF_TACTIC} for row in told]
    grades = {
        str(row.pop("incident_id")): {name: known(value) for name, value in row.items()}
        for row in queries.rows_of(queries.grades_of(store, incident_id))
    }
    return Incident(accounts, tactics, grades)


_OF_TACTIC: Final = ("tactic", "said_by", "word")


def _known(*names: str) -> Callable[[Row], object]:
    """Return what reads some columns together; None where all are empty."""

    def says(row: Row) -> object:
        told: tuple[object, ...] = tuple(
            None if pd.isna(row[name]) else row[name] for name in names
        )
        return told if any(value not in (None, "") for value in told) else None

    return says


def _stated(*names: str) -> Callable[[Row], object]:
    """Return what reads some columns together, where not to know is a statement too."""
    return lambda row: tuple("unknown" if pd.isna(row[name]) else row[name] for name in names)


def _when(row: Row) -> object:
    first, last = row["event_date"], row["event_date_end"]
    rank = row["date_precision"]
    return first, first if pd.isna(last) else last, None if pd.isna(rank) else int(rank)


def _source(row: Row) -> object:
    name: object = row["source"] if pd.isna(row["source_title"]) else row["source_title"]
    return name, "" if pd.isna(row["source_url"]) else row["source_url"]


def _road(row: Row) -> object:
    # Good to 2–3 km: what is told is whole kilometres.
    if pd.isna(row["road_km"]):
        return None
    return f"{row['road_km']:.0f}", row["nearest_road"], row["coded_at_town"] is True


# What is told of an account -> what it says there, None where it says nothing.
FACTS: Final[dict[str, Callable[[Row], object]]] = {
    "source": _source,
    "when": _when,
    "place-as-reported": _known("location"),
    "place-known": _stated("geo_precision"),
    "province-reported": _known("reported_admin1"),
    "province-by-point": _known("located_admin1"),
    "district-by-point": _known("located_admin2"),
    "road": _road,
    "between": _known("actor1", "actor2"),
    "kind-in-detail": _known("sub_event_type"),
    # An account that tells one tactic does not deny another.
    "tactic": lambda _: None,
    "killed": _stated("fatalities_low", "fatalities_best", "fatalities_high"),
    "civilians-killed": _known("deaths_civilians"),
    "abducted": _known("abducted"),
    "freed": _known("freed"),
    "attackers-killed": _known("attackers_killed"),
    "wounded": _known("wounded"),
    "vehicles-stopped": _known("vehicles_stopped"),
    "minutes": _known("duration_minutes"),
    "disguise": _known("disguise"),
    "news-offices": _known("source_office"),
    "first-reported": _known("source_date"),
    "grade": _known("source_grade"),
    "what-happened": _known("notes"),
}
