"""A series of a person's own: declared once, within its days, undone like an upload."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from corridor import actions, answers, packs, queries
from corridor.filter import IncidentFilter
from corridor.ingest.review.confirm import confirm
from corridor.ingest.review.own_series import DeclarationError, Declared, places_of, records
from corridor.ingest.review.upload import check
from corridor.people import Person
from corridor.settings import Settings
from corridor.spans import Spans
from corridor.store import Store
from tests.paths import CASES
from tests.store.conftest import Run, account, imported

QUARTER = (date(2018, 4, 1), date(2018, 6, 30))
LOG: dict[str, Any] = {
    "code": "OPS", "title": "Log of the operations room", "entry": "a logged attack",
    "is_death_needed": False, "spans": (QUARTER,),
}  # fmt: skip


def of_the_log(number: int, **values: Any) -> pd.DataFrame:
    return account(f"OPS:{number}", source="OPS", **values)


@pytest.fixture
def logged(tiny_store: Store) -> Store:
    """A store with two accounts of a log, of which nobody has said what it is."""
    rows = [of_the_log(1), of_the_log(2, event_date=date(2018, 6, 30))]
    tiny_store.commit(rows, imported())
    return tiny_store


def declared(store: Store, **values: Any) -> str:
    rows = records(store, Declared(**(LOG | values)))
    return actions.declare(store, Person("tester"), rows).commit_id


def state(store: Store) -> tuple[str, str]:
    row = store.read("SELECT role, title FROM sources WHERE source = 'OPS'")
    return ("", "") if row.empty else (row["role"].iloc[0], row["title"].iloc[0])


def covered(store: Store) -> list[bool]:
    return list(
        store.read("SELECT is_covered FROM accounts WHERE source = 'OPS' ORDER BY incident_id")[
            "is_covered"
        ].astype(bool)
    )


def refusal(store: Store, **values: Any) -> str:
    with pytest.raises(DeclarationError) as caught:
        records(store, Declared(**(LOG | values)))
    return str(caught.value)


def days_covered(store: Store) -> Spans:
    return queries.covered(store, IncidentFilter(provinces=("Kirkuk",), series="OPS"))


def test_it_measures_within_its_days_and_undo_takes_it_back(logged: Store) -> None:
    commit = declared(logged, grade="B2")
    assert state(logged) == ("series", "Log of the operations room")
    assert covered(logged) == [True, True]
    assert days_covered(logged).pairs == (QUARTER,)
    (held,) = [each for each in answers.held_series(logged) if each.code == "OPS"]
    assert (held.why_not, held.accounts, held.grade) == ("", 2, "B2")
    assert held.is_death_needed is False
    logged.undo(commit)
    assert (state(logged), covered(logged)) == (("", ""), [False, False])


def test_what_was_declared_outlives_a_later_upload(logged: Store) -> None:
    declared(logged)
    span = {
        "record_kind": "source", "source": "OPS", "title": "OPS", "role": "upload",
        "coverage_from": date(2019, 1, 1), "coverage_to": date(2019, 3, 31),
    }  # fmt: skip
    logged.commit([of_the_log(3, event_date=date(2019, 1, 5)), pd.DataFrame([span])], imported())
    assert state(logged) == ("series", "Log of the operations room")
    assert covered(logged) == [True, True, True]
    assert days_covered(logged).gaps == ((date(2018, 7, 1), date(2018, 12, 31)),)


def test_a_file_of_a_declared_series_adds_the_days_of_its_rows(
    tiny_store: Store, tiny: Settings
) -> None:
    for part in "ab":
        name = f"c36{part}_two_lists_gap.csv"
        confirm(tiny_store, check(tiny_store, tiny, (CASES / name).read_bytes(), name), "tester")
        if part == "a":
            facts = Declared("DESK", "Desk", "a report of the desk", is_death_needed=False)
            actions.declare(tiny_store, Person("tester"), records(tiny_store, facts))
    (held,) = [each for each in answers.held_series(tiny_store) if each.code == "DESK"]
    assert (held.title, held.accounts, len(held.covers.pairs)) == ("Desk", 4, 2)
    assert held.covers.gaps == ((date(2020, 4, 1), date(2024, 1, 4)),)
    rows = tiny_store.read("SELECT is_covered, source_role FROM accounts WHERE source = 'DESK'")
    assert rows["is_covered"].all()
    assert set(rows["source_role"]) == {"series"}


def test_without_days_it_measures_nothing_and_says_why(logged: Store) -> None:
    declared(logged, spans=())
    assert covered(logged) == [False, False]
    assert not days_covered(logged)
    (held,) = [each for each in answers.held_series(logged) if each.code == "OPS"]
    assert (held.why_not, held.as_json()["measures"]) == ("no-span", False)


def test_rows_outside_its_days_or_places_are_told_with_an_example(logged: Store) -> None:
    told = refusal(logged, spans=((date(2018, 4, 1), date(2018, 6, 29)),))
    assert "1 of the 2 accounts of OPS lie outside" in told.replace("\u00a0", " ")
    assert "such as OPS:2" in told
    assert "OPS:1" in refusal(logged, places=("Diyala",))
    declared(logged, places=("Kirkuk",))
    assert covered(logged) == [True, True]


def test_a_second_declaration_may_add_days_but_not_contradict(logged: Store) -> None:
    declared(logged)
    told = refusal(logged, is_death_needed=True)
    assert "was declared before as “a logged attack”, a death not needed" in told
    assert "Undo that declaration" in told
    assert "contradicts" in refusal(logged, entry="a report")
    declared(logged, spans=((date(2019, 1, 1), date(2019, 3, 31)),))
    assert days_covered(logged).days == 91 + 90


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"title": "", "is_death_needed": None}, "needs a title; whether an entry needs a death"),
        ({"entry": " "}, "needs what one entry of it is"),
        ({"grade": "G9"}, "“G9” is no grade"),
        ({"title": "x" * 501}, "Too long, or on several lines: a title"),
        ({"title": "a\nb"}, "Too long, or on several lines: a title"),
        ({"spans": (QUARTER[::-1],)}, "end before they begin"),
        ({"code": "ACLED"}, "is described in data/series/acled"),
    ],
)
def test_what_is_wrong_is_said_with_a_remedy(
    tiny_store: Store, values: dict[str, Any], told: str
) -> None:
    assert told in refusal(tiny_store, **values)


def test_of_a_known_series_only_its_days_are_said(tiny_store: Store) -> None:
    facts = records(tiny_store, Declared("ACLED", spans=(QUARTER,), release="2025-03-01"))
    assert (facts["entry"].iloc[0], facts["is_death_needed"].iloc[0]) == (
        packs.series("acled").entry,
        False,
    )
    assert "data as of 2025-03-01" in facts["attribution"].iloc[0]


def test_places_are_provinces_in_any_spelling_or_the_country(tiny_store: Store) -> None:
    assert places_of("Diyala, kirkuk") == ("Diyala", "Kirkuk")
    assert places_of("") == places_of("iraq") == ()
    with pytest.raises(DeclarationError, match="“Atlantis” is no province of Iraq"):
        places_of("Kirkuk, Atlantis")


def test_accounts_of_a_shipped_series_are_of_a_series_whatever_an_upload_said(
    tiny_store: Store,
) -> None:
    row = account("ACLED:IRQ1", source="ACLED")
    said = {"record_kind": "source", "source": "ACLED", "title": "ACLED", "role": "upload"}
    tiny_store.commit([row, pd.DataFrame([said])], imported())
    roles = tiny_store.read("SELECT source_role FROM accounts WHERE source = 'ACLED'")
    assert roles["source_role"].tolist() == ["series"]


def test_the_command_line_declares_lists_and_undoes(
    run: Run, tiny: Settings, logged: Store, tmp_path: Path
) -> None:
    facts = (
        "OPS", "--title", "Log", "--entry", "a logged attack", "--death-needed", "no",
        "--span", "2018-04-01..2018-06-30", "--span", "2019-01-01..2019-03-31",
    )  # fmt: skip
    dry = run("declare", *facts, "--dry-run", data=tiny.data_dir)
    assert (dry.code, "Nothing was saved" in dry.out) == (0, True)
    done = run("declare", *facts, "--json", data=tiny.data_dir).json
    rows = {row["code"]: row for row in run("series", "--json", data=tiny.data_dir).json}
    assert rows["OPS"]["covers"] == [["2018-04-01", "2018-06-30"], ["2019-01-01", "2019-03-31"]]
    assert (rows["ACLED"]["measures"], rows["ACLED"]["why_not"]) == (False, "no-rows")
    assert rows["UCDP"]["measures"]
    assert "OPS" in run("series", data=tiny.data_dir).out
    assert run("undo", done["commit"], data=tiny.data_dir).code == 0
    left = {row["code"] for row in run("series", "--json", data=tiny.data_dir).json}
    assert "OPS" not in left
    faulty = tiny.data_dir / "series" / "faulty"
    faulty.mkdir(parents=True)
    (faulty / "series.toml").write_text("code = 5", "utf-8")
    told = run("series", "--json", data=tiny.data_dir)
    assert (told.code, len(told.json)) == (1, 4)
    assert "faulty/series.toml, line 1: series: “code” must be a text" in told.err
    bad = run("declare", "OPS", "--span", "2018-04-01", data=tiny.data_dir)
    assert (bad.code, "is no span of days" in bad.err) == (2, True)
