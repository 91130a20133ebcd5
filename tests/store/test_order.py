"""The order of uploads decides nothing, unless two files say different things of one account."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Sequence
from contextlib import redirect_stdout
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corridor.cli import main
from corridor.filter import IncidentFilter
from corridor.ingest.review.confirm import Choices, confirm
from corridor.ingest.review.decisions import Decision, Decisions
from corridor.ingest.review.upload import check
from corridor.settings import Settings
from corridor.store import Store, open_store
from tests.store.conftest import Row, csv_text, killing, others
from tests.torture.seed import small_data_folder

# What two files say of one killing: the first has it, the second, both have the same account, or
# each has an account of its own, which the person who uploads it links.
Told = Literal["first", "second", "both", "linked"]
KINDS: tuple[Told, ...] = ("first", "second", "both", "linked")
ADDED = IncidentFilter(provinces=(), sources=("MYLIST", "OTHER"))
FEW = settings(suppress_health_check=list(HealthCheck), max_examples=5)


def row(number: int, killed: int, source: str = "MYLIST") -> Row:
    """Give a killing; no two numbers are near each other in time."""
    day = date(2015, 1, 1) + timedelta(days=50 * number)
    identity = {"incident_id": f"{source}:{number}", "source": source}
    return killing(number, **identity, event_date=str(day), fatalities_best=killed)


def files(told: Sequence[tuple[Told, int]]) -> tuple[list[Row], list[Row]]:
    first = [row(at, killed) for at, (kind, killed) in enumerate(told) if kind != "second"]
    second = [
        row(at, killed + 20, "OTHER") if kind == "linked" else row(at, killed)
        for at, (kind, killed) in enumerate(told)
        if kind != "first"
    ]
    return first, second


def upload(store: Store, chosen: Settings, rows: Sequence[Row]) -> None:
    if rows:
        found = check(store, chosen, csv_text(rows).encode(), "list.csv")
        assert found.report.is_clean
        linked: tuple[tuple[str, Decision], ...] = tuple((name, "link") for name in found.pairs)
        confirm(store, found, "tester", Choices(decisions=Decisions(single=linked)))


def outcome(order: Sequence[Sequence[Row]], retracted: Sequence[str]) -> tuple[Any, ...]:
    """Upload files one after the other, retracting some after the first; give what is counted."""
    with tempfile.TemporaryDirectory() as folder:
        chosen = small_data_folder(Path(folder) / "data")
        store = open_store(chosen)
        upload(store, chosen, order[0])
        if retracted:
            store.retract(retracted, "a test")
        upload(store, chosen, order[1])
        said = io.StringIO()
        with redirect_stdout(said):
            assert (
                main(["summary", "--json", "--province", "All Iraq", "--data", f"{folder}/data"])
                == 0
            )
        found = others(store, ADDED)
        assert store.verify() == []
        return found.incidents, found.fatalities.best, json.loads(said.getvalue())


@FEW
@given(
    told=st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 9)), min_size=1, max_size=8),
    retracts=st.booleans(),
)
def test_two_files_in_either_order_count_the_same(
    told: list[tuple[Told, int]], *, retracts: bool
) -> None:
    first, second = files(told)
    both = [f"MYLIST:{at}" for at, (kind, _) in enumerate(told) if kind == "both"]
    retracted = both[:1] if retracts else []
    forth, back = (outcome(order, retracted) for order in ((first, second), (second, first)))
    assert forth == back
    seen = [killed for at, (_, killed) in enumerate(told) if f"MYLIST:{at}" not in retracted]
    assert forth[0] == len(seen)
    assert forth[1] == (sum(seen) if seen else None)


@pytest.mark.parametrize("killed", [(1, 5), (5, 1)])
def test_of_two_statements_of_one_account_the_later_wins(killed: tuple[int, int]) -> None:
    incidents, deaths, _ = outcome([[row(1, count)] for count in killed], [])
    assert (incidents, deaths) == (1, killed[1])
