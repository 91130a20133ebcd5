"""Two series and a list in one store, and each of the two without the other.

INVENTED rows under ACLED's name stand beside the shipped ones, as many as make every sum of two
recognisable. What is expected is counted by pandas, each teller by itself; nothing of
`corridor.queries` is used for it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from html import unescape
from itertools import combinations
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pytest

from corridor import settings
from corridor.answers import findings as answered
from corridor.answers import outlook
from corridor.cli import answering, opening, reading, writing
from corridor.findings import Finding, Report, evaluate
from corridor.settings import SHIPPED, Settings
from corridor.store import Reader, Store, open_store
from tests.store.conftest import account, imported

SERIES: Final = ("UCDP", "ACLED")
YEAR: Final = range(1, 13)
# Below, a number may well stand for something else.
LARGE: Final = 600
FLAGS: Final = ("--province", "Kirkuk", "--from", "2018-01-01", "--to", "2018-12-31")
# So many in these months: primes, so that a sum with another is none of them.
MONTHS: Final = {3: 997, 9: 1013}
KILLED: Final = 7
PLACES: Final = (("Hawija", 35.33, 43.77), ("Daquq", 35.14, 44.45), ("Kirkuk", 35.47, 44.39))
TYPES: Final = ("Battles", "Violence against civilians", "Explosions/Remote violence")
_NUMBER: Final = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
# From here on it is the name of a commit that has digits only.
_NAME: Final = 10_000_000
# Tags, moments at which something was recorded, and names of commits.
_UNREAD: Final = re.compile(
    r"<[^>]+>|\d\d:\d\d:\d\d\.\d+|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"
    r"|(?<![\w.])(?=\d*[a-f])[0-9a-f]{8,64}\b"
)
_SPAN: Final = {
    "record_kind": "source", "source": "ACLED", "title": "INVENTED", "role": "series",
    "coverage_from": date(2018, 1, 1), "coverage_to": date(2018, 12, 31),
}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Tellers:
    """The counted accounts of Kirkuk in 2018, each `told` by a teller, and the stores.

    `together` has both series; of each `alone` the other one is not there.
    """

    folder: Path
    held: pd.DataFrame
    together: Store
    alone: dict[str, Store]

    def of(self, teller: str) -> pd.DataFrame:
        return self.held[self.held["told"] == teller]


@contextmanager
def both(folder: Path) -> Iterator[Tellers]:
    """Make the stores; commands read `together`, see `reading_from`."""
    rows, seed = invented(), _seed()
    second, first = rows["source"] == "ACLED", seed["source"] == "UCDP"
    gone = seed[first & (seed["record_kind"] == "account")][["incident_id"]].assign(
        record_kind="retraction", reason="SYNTHETIC"
    )
    span = pd.DataFrame([_SPAN])
    together = both_series(folder / "together", rows)
    alone = {
        "UCDP": _store(folder / "UCDP", [rows[~second]]),
        "ACLED": _store(folder / "ACLED", [rows, span, gone]),
    }
    with reading_from(together):
        yield Tellers(folder, _held(seed, rows), together, alone)


def both_series(folder: Path, rows: pd.DataFrame | None = None) -> Store:
    """Make the store of both series, of which nobody has to be alone."""
    told = invented() if rows is None else rows
    return _store(folder, [told, pd.DataFrame([_SPAN])])


def _store(folder: Path, records: list[pd.DataFrame]) -> Store:
    store = open_store(settings.load(folder))
    store.commit(records, imported())
    return store


@contextmanager
def reading_from(store: Store) -> Iterator[None]:
    """Let every command read this store: to open one anew is most of a command's work."""

    def lent(_: Settings, _version: int | None = None) -> Store:
        return store

    with pytest.MonkeyPatch.context() as patch:
        for module in (opening, writing):
            patch.setattr(module, "open_store", lent)
        for module in (answering, reading, answered, outlook):
            patch.setattr(module, "evaluate", _evaluated)
        yield


def _evaluated(store: Reader, report: Report, *asked: Any) -> tuple[Finding, ...]:
    """Evaluate a report once for each store: commands of one report ask the same."""
    if isinstance(store, Store):
        return _once(store, report, *asked)
    return evaluate(store, report, *asked)


@cache
def _once(store: Store, report: Report, *asked: Any) -> tuple[Finding, ...]:
    return evaluate(store, report, *asked)


def invented() -> pd.DataFrame:
    """Return the rows of the second series, and of an upload that declares no scope."""
    rows = []
    for month, count in MONTHS.items():
        for n in range(count):
            place, latitude, longitude = PLACES[n % 3]
            rows.append(
                account(
                    f"ACLED:INVENTED-{in_letters(month)}-{in_letters(n)}", source="ACLED",
                    admin1="Kirkuk", admin2=place,
                    event_date=date(2018, month, 1) + timedelta(days=n % 28), location=place,
                    event_type=TYPES[n % 2 if n % 5 else 2], fatalities_best=KILLED,
                    latitude=latitude, longitude=longitude, geo_precision=1,
                )
            )  # fmt: skip
    rows += [
        account(f"LIST:{n}", source="LIST", event_date=date(2018, 3, 1 + n), fatalities_best=11,
                admin2="Hawija", latitude=35.33, longitude=43.77, geo_precision=1)
        for n in range(29)
    ]  # fmt: skip
    return pd.concat(rows)


def in_letters(number: int) -> str:
    """Return a number of an id so that it is none in a text."""
    return str(number).translate(str.maketrans("0123456789", "abcdefghij"))


def _seed() -> pd.DataFrame:
    return pd.read_parquet(SHIPPED / "incidents" / "seed" / "incidents.parquet")


def _held(seed: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    linked = set(seed.loc[seed["record_kind"] == "link", "incident_id"])
    every = pd.concat([seed[seed["record_kind"] == "account"], rows])
    every["event_date"] = pd.to_datetime(every["event_date"])
    every = every[(every["admin1"] == "Kirkuk") & (every["event_date"].dt.year == 2018)]
    return every[~every["incident_id"].isin(linked)].assign(
        told=lambda it: it["source"].where(it["source"].isin(SERIES), "others")
    )


def _tables(held: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """Yield incidents and deaths by teller: whole, by type, by month, and by both."""
    months = held["event_date"].dt.month.astype(str)
    for key in (pd.Series(0, held.index), held["event_type"], months, months + held["event_type"]):
        groups = held.assign(key=key).groupby(["key", "told"], as_index=False)
        counted = groups.agg(n=("incident_id", "size"), killed=("fatalities_best", "sum"))
        for name in ("n", "killed"):
            yield counted.pivot_table(index="key", columns="told", values=name, fill_value=0)


def counts(held: pd.DataFrame) -> set[float]:
    """Return what each teller has by itself: whole, by type and month."""
    return set().union(*(set(table.to_numpy().astype(float).ravel()) for table in _tables(held)))


def sums(held: pd.DataFrame) -> set[float]:
    """Return every sum that must be nowhere: of two or all who tell, whole, by type and month."""
    found: set[float] = set()
    for table in _tables(held):
        for names in (*combinations(table.columns, 2), tuple(table.columns)):
            together = table[list(names)]
            is_sum = (together > 0).all(axis=1)
            if "ACLED" in names:
                found |= set(together[is_sum].sum(axis=1).astype(float))
    # A number that may stand for itself proves nothing.
    return {value for value in found - counts(held) if value > LARGE}


def written(text: str) -> set[float]:
    """Return every number in a text: in HTML, JSON or words; what is unseen parts none of them."""
    plain = unescape(_UNREAD.sub(" ", text)).replace("\u00a0", " ").replace("\u2060", "")
    found = {float(number.replace(",", "")) for number in _NUMBER.findall(plain)}
    return {number for number in found if number < _NAME}


def numbers_of(value: Any) -> set[float]:
    """Return every number in a value as JSON has it."""
    return written(json.dumps(value, ensure_ascii=False))


def told_alone(*numbers: set[float]) -> set[float]:
    """Return what tellers say alone, exact and as it is rounded for a reader, or in per cent."""
    exact = set().union(*numbers)
    return exact | {
        round(value * scale, digits)
        for value in exact
        for scale in (1, 100)
        for digits in (0, 1, 2)
    }
