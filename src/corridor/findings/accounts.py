"""Accounts of incidents: those of one that has several, and of the incidents a report cites."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Set
from dataclasses import dataclass
from typing import Any

import pandas as pd

from corridor.findings import channels
from corridor.findings.series import ordinals_of
from corridor.findings.statements import statement
from corridor.store import Reader


@dataclass(frozen=True)
class Account:
    """One source's version of an incident, as far as findings need it.

    `ordinal` is its first day; numbers and texts are None where unknown.
    """

    incident_id: str
    incident_key: str
    source: str
    channels: frozenset[str]
    ordinal: int
    fatalities_best: float | None
    reported_admin1: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    geo_precision: int | None
    location_radius_km: float | None


@dataclass(frozen=True)
class Accounts:
    """The accounts by incident; `keys` leads from any account's id to its incident."""

    by_incident: dict[str, tuple[Account, ...]]
    keys: dict[str, str]

    def of(self, incident_id: str) -> tuple[Account, ...]:
        """Give the accounts of the incident that an account id belongs to."""
        return self.by_incident.get(self.keys.get(incident_id, ""), ())

    def find(self, incident_id: str) -> Account | None:
        """Give one account."""
        found = (item for item in self.of(incident_id) if item.incident_id == incident_id)
        return next(found, None)

    def without(self, channel: str) -> Accounts:
        """Leave out the accounts that cite a news channel."""
        return self._keeping(lambda item: channel not in item.channels)

    def but(self, ids: Collection[str]) -> Accounts:
        """Leave out some accounts."""
        return self._keeping(lambda item: item.incident_id not in ids)

    def placed(self, worst: int) -> Accounts:
        """Leave out those whose place is known worse than a rank of `vocabulary.GEO_PRECISIONS`."""
        return self._keeping(lambda item: (item.geo_precision or worst + 1) <= worst)

    def among(self, ids: Set[str]) -> Accounts:
        """Leave out those whose id is none of these."""
        return self._keeping(lambda item: item.incident_id in ids)

    def _keeping(self, keeps: Callable[[Account], bool]) -> Accounts:
        items = self.by_incident.items()
        return Accounts({key: tuple(filter(keeps, each)) for key, each in items}, self.keys)


NO_ACCOUNTS = Accounts({}, {})


def read_accounts(store: Reader, cited: Iterable[str]) -> Accounts:
    """Read every account of the incidents that have several, or that are cited."""
    rows = store.read(statement("accounts_of_incidents"), {"cited": sorted(set(cited))})
    found: dict[str, list[Account]] = {}
    for row, ordinal in zip(rows.itertuples(), ordinals_of(rows["event_date"]), strict=True):
        found.setdefault(str(row.incident_key), []).append(_account(row, int(ordinal)))
    keys = {item.incident_id: key for key, items in found.items() for item in items}
    return Accounts({key: tuple(items) for key, items in found.items()}, keys)


def _account(row: Any, ordinal: int) -> Account:
    return Account(
        row.incident_id,
        row.incident_key,
        row.source,
        channels.of(row.source_office),
        ordinal,
        _known(row.fatalities_best),
        _known(row.reported_admin1),
        _known(row.admin1),
        _known(row.latitude),
        _known(row.longitude),
        _known(row.geo_precision),
        _known(row.location_radius_km),
    )


def _known(value: Any) -> Any:
    return None if pd.isna(value) else value
