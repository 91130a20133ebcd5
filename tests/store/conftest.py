"""The command line, run in this process, and CSV files to feed it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from corridor import queries
from corridor.cli import main, opening
from corridor.filter import IncidentFilter
from corridor.findings import as_json, evaluate, load_reports
from corridor.queries.summary import OTHERS, Beside, Deaths
from corridor.settings import SHIPPED, Settings
from corridor.store import Commit, Reader, Store, open_store
from tests import once
from tests.torture.seed import small_data_folder

Row = Mapping[str, object]
NO_OTHERS = Beside(0, Deaths(None, None, None, 0), unplaced=0, uploaded=0)


@dataclass(frozen=True)
class Result:
    """What a command gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Result]


# Stores that many tests only read, by data folder: to open one anew is most of a command's work.
LENT: dict[Path, Store] = {}


def lend_or_open(settings: Settings, at_version: int | None = None) -> Store:
    """Open a store for a reading command, or lend one that is open."""
    lent = LENT.get(settings.data_dir) if at_version is None else None
    return lent or open_store(settings, at_version)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command: `run("summary", "--json", data=folder)`."""
    monkeypatch.setattr(opening, "open_store", lend_or_open)

    def call(*arguments: object, data: Path | None = None) -> Result:
        words = [str(item) for item in arguments] + (["--data", str(data)] if data else [])
        capsys.readouterr()
        try:
            code = main(words)
        except SystemExit as end:  # how argparse refuses
            code = int(end.code or 0)
        caught = capsys.readouterr()
        return Result(code, caught.out, caught.err)

    return call


def csv_text(rows: Iterable[Row]) -> str:
    """Write rows as CSV; columns are those of the first row."""
    listed = list(rows)
    text = io.StringIO()
    writer = csv.DictWriter(text, list(listed[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(listed)
    return text.getvalue()


def killing(number: int, **values: object) -> dict[str, object]:
    """Give a row of our layout: IS kills a civilian in the town of Samarra."""
    row: dict[str, object] = {
        "incident_id": f"MYLIST:{number}",
        "source": "MYLIST",
        "event_date": "2018-06-01",
        "event_type": "Violence against civilians",
        "actor1": "IS",
        "actor2": "Civilians",
        "fatalities_best": 1,
        "admin1": "Salah al-Din",
        "location": "Samarra",
        "latitude": 34.2,
        "longitude": 43.87,
        "geo_precision": 1,
        "notes": "",
    }
    return row | values


def of_the_series(number: int, **values: object) -> dict[str, object]:
    """Give the same as a row of the primary series, under an id that it does not use."""
    return killing(number, **({"incident_id": f"UCDP:9{number:06}", "source": "UCDP"} | values))


def others(store: Reader, chosen: IncidentFilter) -> Beside:
    """Return what no series tells of a filter: what `account` makes stands there."""
    return queries.summary(store, chosen).beside.get(OTHERS, NO_OTHERS)


def account(incident_id: str, **values: object) -> pd.DataFrame:
    """One synthetic account."""
    row: dict[str, object] = {
        "record_kind": "account",
        "incident_id": incident_id,
        "source": "TEST",
        "event_date": date(2018, 6, 1),
        "event_type": "Battles",
        "actor1": "IS",
        "admin1": "Kirkuk",
        "fatalities_best": None,
    }
    return pd.DataFrame([row | values])


def imported(**values: Any) -> Commit:
    return Commit("", "import", "tester", **values)


@pytest.fixture
def tiny(tmp_path: Path) -> Settings:
    """Settings of a data folder with a small seed: a store that opens fast."""
    return small_data_folder(tmp_path / "data")


@pytest.fixture
def tiny_store(tiny: Settings) -> Store:
    """A small store that one test may write to."""
    return once.begun(tiny)


@pytest.fixture(scope="session")
def shipped_findings(store: Store) -> list[dict[str, Any]]:
    """`findings --json` on the shipped store, as of the report's date."""
    report = next(iter(load_reports(SHIPPED / "reports").usable.values()))
    found = evaluate(store, report)
    values: list[dict[str, Any]] = json.loads(json.dumps(as_json(found, found)))
    return [item | {"hidden": 0} for item in values]
