"""Incidents whose accounts disagree, on what, and what each account says."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any, Final

from corridor import queries
from corridor.filter import IncidentFilter
from corridor.queries.statements import known
from corridor.store import Reader

# What is told of each account.
_TOLD: Final = (
    "incident_id", "source", "source_office", "fatalities_low", "fatalities_best",
    "fatalities_high", "location", "admin1", "geo_precision", "event_date", "event_date_end",
    "date_precision", "actor1", "actor2", "event_type",
)  # fmt: skip


@dataclass(frozen=True)
class Disagreement:
    """An incident, the `facts` that its accounts dispute, and its accounts, the counted one first.

    Each account is a dict of columns of the codebook; what it does not say is None.
    """

    incident_id: str
    facts: tuple[str, ...]
    accounts: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Disagreements:
    """Of the incidents of `series` that several accounts tell (`compared`), those that disagree.

    Newest first.
    """

    series: str
    compared: int
    incidents: tuple[Disagreement, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many incidents disagree on each fact, most first."""
        return dict(Counter(fact for each in self.incidents for fact in each.facts).most_common())

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `disagreements --json`."""
        return asdict(self) | {"counts": self.counts}


def disagreements(store: Reader, chosen: IncidentFilter) -> Disagreements:
    """Find the measuring series' incidents on which two accounts differ."""
    rows = queries.disputes(store, chosen)
    facts: dict[str, list[str]] = {}
    for row in queries.rows_of(rows):
        facts.setdefault(str(row["incident_key"]), []).append(known(row["fact"]))
    disputed = {key: tuple(found) for key, found in facts.items() if found != [None]}
    accounts = _accounts(store, list(disputed))
    return Disagreements(
        chosen.measuring,
        len(facts),
        tuple(Disagreement(key, found, accounts[key]) for key, found in disputed.items()),
    )


def _accounts(store: Reader, keys: list[str]) -> dict[str, tuple[dict[str, Any], ...]]:
    if not keys:
        return {}
    rows = queries.accounts_of_incidents(store, keys)
    return {
        str(key): tuple(
            {name: known(row[name]) for name in _TOLD} for row in queries.rows_of(of_key)
        )
        for key, of_key in rows.groupby("incident_key")
    }
