"""The page on the tables of a workbench, held against the databases themselves."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from corridor.docs import workbench
from corridor.ingest.review.retractions import read_retractions
from corridor.ingest.review.upload import check
from corridor.settings import PROJECT, Settings
from corridor.store import Store
from corridor.store.workbench import Workbench
from tests.store.conftest import csv_text, killing

COLUMNS = """
    SELECT table_name, list(column_name) FROM duckdb_columns()
    WHERE database_name IN ('temp', 'memory') AND NOT internal GROUP BY table_name
"""


@pytest.fixture(scope="module")
def told() -> dict[str, dict[str, str]]:
    return workbench.told((PROJECT / "docs" / "workbench.md").read_text("utf-8"))


def columns(bench: Workbench) -> dict[str, set[str]]:
    return {name: set(listed) for name, listed in bench.rows(COLUMNS)}


def misnamed(found: Mapping[str, set[str]], held: Mapping[str, str]) -> list[str]:
    """Name what a page calls a column and the database does not."""
    others = set(workbench.found()["ingest"]) | set(workbench.found()["store"]) | {"t_"}
    return [
        f"{table}.{name}"
        for table, names in found.items()
        for name in re.findall(r"`(\w+)`", held[table])
        if name not in names | others
    ]


def test_the_tables_of_a_check_are_those_of_the_page(
    tiny_store: Store, tiny: Settings, told: Mapping[str, Mapping[str, str]]
) -> None:
    # What is made when it is first asked for is held against the page too.
    for made in ("account_disputes", "account_grades", "incident_tactics"):
        tiny_store.read(f"SELECT * FROM {made}")
    rows = [killing(1), killing(2, admin1="Kirkok", fatalities_best="2-3")]
    checked = check(tiny_store, tiny, csv_text(rows).encode(), "own.csv")
    assert checked.report.bench is not None
    both = columns(checked.report.bench)
    assert both.keys() <= told["ingest"].keys() | told["store"].keys()
    own = {name: both[name] for name in both.keys() & told["ingest"].keys()}
    assert {"landed", "cells", "problems", "effects", "places", "candidates", "matches"} <= set(own)
    assert misnamed(own, told["ingest"]) == []
    copy = {name: both[name] for name in both.keys() & told["store"].keys() - own.keys()}
    assert {"accounts", "incidents", "sources", "records"} <= set(copy)
    assert {"account_tactics", "account_disputes", "account_grades"} <= set(copy)
    assert misnamed(copy, told["store"]) == []


def test_the_tables_of_a_list_to_hide_are_those_of_the_page(
    tiny_store: Store, tiny: Settings, told: Mapping[str, Mapping[str, str]]
) -> None:
    found = read_retractions(tiny_store, tiny, b"incident_id,reason\nUCDP:1,twice\n", "hide.csv")
    assert found.report.bench is not None
    both = columns(found.report.bench)
    assert {"asked", "alike", "to_hide"} <= both.keys()
    assert (
        misnamed({name: both[name] for name in ("asked", "alike", "to_hide")}, told["ingest"]) == []
    )
