"""Incidents, one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

import pandas as pd

from corridor import schema
from corridor.filter import IncidentFilter
from corridor.queries.statements import ask, ask_filtered, known
from corridor.store import Reader

# Of an account: of what role its source is, its place among the accounts of its incident.
_RANKED: Final = {
    "source_role": "VARCHAR", "account_rank": "BIGINT", "incident_key": "VARCHAR",
    "is_covered": "BOOLEAN",
}  # fmt: skip


@schema.returns(
    *schema.SERVED_NAMES, source_role="VARCHAR", is_covered="BOOLEAN", is_uploaded="BOOLEAN",
    beside="VARCHAR", is_provisional="BOOLEAN", account_ids="VARCHAR[]", accounts="INTEGER",
    tactic="VARCHAR", tactic_source="VARCHAR",
    resolved_grade="VARCHAR", grade_source="VARCHAR",
)  # fmt: skip
def list_incidents(
    store: Reader, chosen: IncidentFilter, ids: tuple[str, ...] = ()
) -> pd.DataFrame:
    """Return every incident that the filter keeps, newest first, with the ids of its accounts.

    Where there are `ids`, of these alone.

    Columns: those of the codebook, `source_role`, `is_covered`, `beside` (None for an incident that
    the measuring series tells, else who alone does: see `Summary.beside`), `is_provisional`,
    `account_ids` (list), `accounts` (count), `tactic` ("; " between several; None where none is
    told) and `tactic_source` (by what, and by which list of words; None where no account has a
    text or a code of how), `resolved_grade` (an Admiralty grade) and `grade_source` (what gave it).
    """
    found = ask_filtered(store, "incidents", chosen, ids=list(ids))
    return found.drop(columns=["choice", "is_unplaced", "account_rank", "incident_key"])


def incident_ids(store: Reader, chosen: IncidentFilter) -> tuple[str, ...]:
    """Return the ids of all incidents that the filter keeps, sorted: measured or not."""
    return tuple(ask_filtered(store, "incident_ids", chosen)["incident_id"])


@schema.returns(
    *schema.SERVED_NAMES, **_RANKED, is_uploaded="BOOLEAN", beside="VARCHAR",
    is_provisional="BOOLEAN",
)  # fmt: skip
def latest_incidents(store: Reader, chosen: IncidentFilter, count: int) -> pd.DataFrame:
    """Return the newest `count` incidents that the filter keeps (codebook columns)."""
    found = ask_filtered(store, "latest_incidents", chosen, count=count)
    return found.drop(columns=["choice", "is_unplaced"])


@schema.returns(*schema.SERVED_NAMES, **_RANKED)
def accounts_of(store: Reader, incident_id: str) -> pd.DataFrame:
    """Return all accounts of the incident that the id belongs to, the counted one first."""
    return ask(store, "incident_accounts", incident_id=incident_id)


@schema.returns(
    "incident_id", "event_date", "event_date_end", "event_type", "actor1", "actor2", "admin1",
    "admin2", "location", "fatalities_low", "fatalities_best", "fatalities_high", "source",
    "source_office",
)  # fmt: skip
def accounts_named(store: Reader, ids: Sequence[str]) -> pd.DataFrame:
    """Return what some accounts tell of days, places and what happened, of one at least."""
    return ask(store, "accounts_named", ids=list(ids))


def uploads_of(store: Reader, incident_ids: tuple[str, ...]) -> dict[str, str]:
    """Return which upload brought each of these accounts, without those that were shipped."""
    found = ask(store, "uploads_of", ids=list(incident_ids))
    return dict(zip(found["incident_id"], found["commit_id"], strict=True))


@schema.returns(*schema.SERVED_NAMES, **_RANKED)
def current_accounts(store: Reader) -> pd.DataFrame:
    """Return every live account, to compare an upload with."""
    return ask(store, "current_accounts")


def first_day(store: Reader, chosen: IncidentFilter) -> date | None:
    """Return the day of the first incident that the measuring series tells; None without one."""
    found: date | None = known(ask_filtered(store, "first_day", chosen)["first_day"].iloc[0])
    return found


def nearest_date(store: Reader, chosen: IncidentFilter) -> date | None:
    """Return the day of the nearest incident outside the period, other choices kept, or None."""
    anytime = replace(chosen, date_from=None, date_to=None)
    found = ask_filtered(
        store, "nearest_date", anytime, near_from=chosen.date_from, near_to=chosen.date_to
    )
    return None if found.empty else known(found["event_date"].iloc[0])
