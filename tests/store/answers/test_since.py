"""What changed between two versions: exactly the rows that were touched, found another way too."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corridor import answers, queries
from corridor.answers.outlook import Question
from corridor.answers.since import KINDS, SEEN
from corridor.exchange.since_file import since_csv
from corridor.filter import IncidentFilter
from corridor.settings import Settings
from corridor.store import Store, open_store
from corridor.texts import since_text
from tests.store.conftest import Run, account, csv_text, imported, killing
from tests.torture.seed import small_data_folder

HERE = IncidentFilter(provinces=("Kirkuk",), date_from=date(2018, 1, 1), date_to=date(2018, 12, 31))
AS_OF = date(2018, 6, 30)
Told = Mapping[str, Mapping[str, tuple[str, str]]]


def compared(
    tiny: Settings, before: int, after: int | None = None, chosen: IncidentFilter = HERE
) -> answers.Since:
    newest = open_store(tiny)
    later = newest if after is None else open_store(tiny, after)
    question = Question(chosen, None, AS_OF)
    return answers.since(open_store(tiny, before), later, question, newest.history())


def rows(found: answers.Since) -> Told:
    return {
        kind: {each.incident_id: (each.why, each.other) for each in found.of(kind)}
        for kind in KINDS
        if found.of(kind)
    }


def commit(store: Store, *accounts: pd.DataFrame, **more: Any) -> str:
    return store.commit(pd.concat(accounts, ignore_index=True), imported(**more)).commit_id


def link(store: Store, one: str, other: str) -> None:
    record = {"record_kind": "link", "incident_id": one, "target_id": other, "reason": "one"}
    store.commit(pd.DataFrame([record]), imported())


def test_each_way_of_changing_data_gives_exactly_its_rows(tiny: Settings) -> None:
    store = open_store(tiny)
    start = store.version
    second = commit(
        store,
        account("T:1"),
        account("T:2", fatalities_best=2),
        account("T:3", admin1="Basra"),
        file_name="list.csv",
    )
    found = compared(tiny, start)
    assert rows(found) == {"new": {"T:1": ("absent", ""), "T:2": ("absent", "")}}
    assert [item.commit_id for item in found.commits] == [second]
    assert since_text.told(found) == "2\u00a0incidents new"
    assert since_text.what(found, found.incidents[0]) == "added by list.csv"

    at = store.version
    third = commit(store, account("T:2", fatalities_best=5), account("T:3", admin1="Kirkuk"))
    found = compared(tiny, at)
    assert rows(found) == {"new": {"T:3": ("elsewhere", "")}, "changed": {"T:2": ("", "")}}
    assert found.of("changed")[0].fields == (("fatalities_best", 2, 5),)
    assert found.of("new")[0].fields == (("admin1", "Basra", "Kirkuk"),)
    assert since_text.what(found, found.of("changed")[0]) == "killed: 2 → 5"

    at = store.version
    store.undo(third)
    assert rows(compared(tiny, at)) == {
        "changed": {"T:2": ("", "")}, "gone": {"T:3": ("elsewhere", "")}
    }  # fmt: skip

    at = store.version
    store.retract(["T:1"], "told twice")
    found = compared(tiny, at)
    assert rows(found) == {"gone": {"T:1": ("hidden", "")}}
    assert since_text.what(found, found.incidents[0]) == "hidden: “told twice”"

    at = store.version
    commit(store, account("T:4"))
    link(store, "T:4", "T:2")
    assert rows(compared(tiny, at)) == {"changed": {"T:2": ("", "")}}
    assert rows(compared(tiny, at + 1)) == {
        "changed": {"T:2": ("", "")}, "gone": {"T:4": ("joined", "T:2")}
    }  # fmt: skip
    assert compared(tiny, at).incidents[0].fields == (("accounts", 1, 2),)

    at = store.version
    store.undo(second)
    gone = compared(tiny, at)
    assert rows(gone)["gone"] == {"T:2": ("absent", "")}
    assert since_text.what(gone, gone.of("gone")[0]) == "taken back with list.csv"
    assert compared(tiny, at, at).is_empty


def test_what_a_release_withdraws_is_told_by_its_version(tiny: Settings) -> None:
    store = open_store(tiny)
    [name] = store.read("SELECT incident_id FROM accounts LIMIT 1")["incident_id"]
    at, said = store.version, {"record_kind": "retraction", "reason": "gone", "release": "25.1"}
    store.commit(pd.DataFrame([{"incident_id": name} | said]), imported())
    everywhere = IncidentFilter(provinces=())
    found = compared(tiny, at, chosen=everywhere)
    assert rows(found) == {"gone": {name: ("withdrawn", "25.1")}}
    assert since_text.what(found, found.incidents[0]) == "withdrawn by 25.1"


def test_what_is_shipped_anew_is_compared_value_by_value(tiny: Settings) -> None:
    open_store(tiny)
    seed = tiny.seed_dir / "incidents.parquet"
    table = pq.read_table(seed)
    notes = table["notes"].to_pylist()
    at = next(i for i, kind in enumerate(table["record_kind"].to_pylist()) if kind == "account")
    notes[at] = "SYNTHETIC"
    column = table.schema.get_field_index("notes")
    seed.unlink()
    pq.write_table(table.set_column(column, "notes", pa.array(notes, pa.string())), seed)
    found = compared(tiny, 0, chosen=IncidentFilter(provinces=()))
    assert [each.incident_id for each in found.incidents] == [table["incident_id"][at].as_py()]
    assert [(name, after) for name, _, after in found.incidents[0].fields] == [
        ("notes", "SYNTHETIC")
    ]
    assert since_text.what(found, found.incidents[0]) == ("what happened: unknown → SYNTHETIC")


CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["new", "update", "hide", "undo", "link"]),
        st.integers(1, 5),
        st.sampled_from(["Kirkuk", "Basra"]),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(CHANGES)
@pytest.mark.usefixtures("unlent")
def test_any_changes_are_those_that_the_lists_of_both_versions_show(
    tmp_path_factory: pytest.TempPathFactory, changes: Sequence[tuple[str, int, str, int]]
) -> None:
    tiny = small_data_folder(tmp_path_factory.mktemp("since") / "data")
    store = open_store(tiny)
    commit(store, *(account(f"T:{number}") for number in (1, 2)))
    at = store.version
    for what, number, place, killed in changes:
        _change(store, what, number, place, killed)
    old, new = (
        queries.list_incidents(each, HERE).set_index("incident_id")
        for each in (open_store(tiny, at), store)
    )
    both = old.index.intersection(new.index)
    plain = [
        frame.loc[both, list(SEEN)].astype(object).where(frame.loc[both, list(SEEN)].notna(), "?")
        for frame in (old, new)
    ]
    differ = both[(plain[0] != plain[1]).any(axis="columns")]
    found = compared(tiny, at)
    assert {kind: {each.incident_id for each in found.of(kind)} for kind in KINDS} == {
        "new": {*new.index} - {*old.index},
        "changed": {*differ},
        "gone": {*old.index} - {*new.index},
    }


def _change(store: Store, what: str, number: int, place: str, killed: int) -> None:
    here = set(store.read("SELECT incident_id FROM accounts")["incident_id"])
    name, other = f"T:{number}", f"T:{number % 5 + 1}"
    if what == "hide" and name in here:
        store.retract([name], "why")
    elif what == "link" and {name, other} <= here:
        link(store, name, other)
    elif what == "undo":
        live = [item for item in store.history() if item.action == "import" and item.live]
        if live:
            store.undo(live[0].commit_id)
    else:
        commit(store, account(name, admin1=place, fatalities_best=killed))


@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from(["Basra", "Nineveh"]), st.integers(0, 90)), min_size=1, max_size=5
    )
)
def test_rows_outside_of_a_filter_change_nothing_of_it(
    tmp_path_factory: pytest.TempPathFactory, added: Sequence[tuple[str, int]]
) -> None:
    tiny = small_data_folder(tmp_path_factory.mktemp("since") / "data")
    store = open_store(tiny)
    commit(
        store,
        *(
            account(f"UCDP:9{at:06}", source="UCDP", admin1=place, fatalities_best=killed)
            for at, (place, killed) in enumerate(added)
        ),
    )
    found = compared(tiny, 0)
    assert found.is_empty
    assert found.moved_figures == {}
    assert len(found.commits) == 1


def test_the_command_gives_the_numbers_of_both_versions(run: Run, own: Settings) -> None:
    store, flags = open_store(own), ("--from", "2018-01-01", "--to", "2018-06-30")
    rows_of_mine = [
        account("UCDP:9000001", source="UCDP", admin1="Kirkuk", fatalities_best=4),
        account("T:1"),
    ]
    commit(store, *rows_of_mine)
    store.retract(["UCDP:259081"], "told twice")
    data = own.data_dir
    found = run("diff", "0", "2", *flags, "--json", data=data).json
    assert found["counts"] == {kind: len(found[kind]) for kind in KINDS}
    assert {each["incident_id"] for each in found["gone"]} == {"UCDP:259081"}
    figures = [
        run("key-figures", *flags, "--at-version", at, "--json", data=data).json["now"]
        for at in (0, 2)
    ]
    assert found["figures"] == {
        name: [each[field] for each in figures] for name, field in answers.FIGURES.items()
    }
    verdicts = [
        {
            item["number"]: item["verdict"]
            for item in run(
                "findings", "--as-of", found["as_of"], "--at-version", at, "--json", data=data
            ).json
        }
        for at in (0, 2)
    ]
    assert found["verdicts"]
    for each in found["verdicts"]:
        told = each["before"]["verdict"], each["after"]["verdict"]
        assert told == tuple(of[each["finding"]] for of in verdicts)
    alarms = [
        {
            each["place"]: each["is_elevated"]
            for each in run("surges", *flags, "--at-version", at, "--json", data=data).json[
                "places"
            ]
        }
        for at in (0, 2)
    ]
    assert {each["place"]: (each["before"], each["after"]) for each in found["alarms"]} == {
        place: (alarms[0][place], alarms[1][place]) for place in alarms[1]
    }
    said = run("diff", "0", *flags, data=data).out.replace("\u00a0", " ")
    assert said.startswith(f"From version 0 to version 2: {found['text']}".replace("\u00a0", " "))
    assert "hidden: “told twice”" in said


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("7",), "There is no version 7: they go from 0 to 1."),
        (("0", "9"), "There is no version 9: they go from 0 to 1."),
        (("1", "0"), "Version 1 is later than version 0: name the earlier one first."),
        (("2001-02-03",), "On 3 Feb 2001 there were no data yet: version 0 is of"),
        (("-1",), "“-1” is no version of these data."),
        (("no-commit",), "“no-commit” is no version of these data. Name one by a number from 0"),
        (("",), "“” is no version of these data."),
        (("٣",), "There is no version"),
    ],
)
def test_a_version_that_is_none_is_told_with_those_that_there_are(
    run: Run, tiny: Settings, words: tuple[str, ...], told: str
) -> None:
    commit(open_store(tiny), account("T:1"))
    found = run("diff", *words, data=tiny.data_dir)
    assert found.code
    assert told in found.err.replace("\u00a0", " ")


def test_versions_are_named_by_number_by_commit_and_by_day(run: Run, tiny: Settings) -> None:
    store = open_store(tiny)
    name = commit(store, account("T:1", event_date=date(2018, 12, 1)))
    commit(store, account("T:2", event_date=date(2018, 12, 1)))
    today = store.history()[0].recorded_at.date()
    ways = {
        words: run("diff", *words, "--json", data=tiny.data_dir).json
        for words in (("0", "1"), ("0", name), ("0", today.isoformat()), (name, "2"))
    }
    told = {words: (found["before"], found["after"]) for words, found in ways.items()}
    assert [*told.values()] == [(0, 1), (0, 1), (0, 2), (1, 2)]


def test_a_damaged_version_is_told_and_is_no_success(run: Run, tiny: Settings) -> None:
    store = open_store(tiny)
    name = commit(store, account("T:1"))
    store.undo(name)
    path = next(Path(tiny.store_dir).glob(f"{name}.parquet"))
    path.write_bytes(b"PAR1")
    found = run("diff", "1", "2", data=tiny.data_dir)
    assert found.code == 1
    assert path.name in found.err


def test_the_file_has_a_row_for_each_incident_and_field(tiny: Settings) -> None:
    hostile = '=HYPERLINK("x"),\n"'
    store = open_store(tiny)
    commit(store, account("T:1"))
    commit(store, account("T:1", fatalities_best=3, location=hostile), account("T:2"))
    text = since_csv(compared(tiny, 1)).decode("utf-8-sig")
    listed = [*csv.DictReader(io.StringIO(text))]
    assert [(row["change"], row["incident_id"], row["field"]) for row in listed] == [
        ("new", "T:2", ""), ("changed", "T:1", "fatalities_best"), ("changed", "T:1", "location")
    ]  # fmt: skip
    assert (listed[1]["before"], listed[1]["after"]) == ("", "3")
    assert not any(cell.startswith("=") for row in listed for cell in row.values())


def test_rows_that_are_uploaded_are_the_rows_that_are_new(
    run: Run, tiny: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    mine = [killing(number, event_date="2018-12-01") for number in range(1, 4)]
    file.write_text(csv_text(mine), encoding="utf-8")
    open_store(tiny)
    assert run("import", file, data=tiny.data_dir).code == 0
    found = run("diff", "0", "--json", data=tiny.data_dir).json
    assert [each["incident_id"] for each in found["new"]] == [row["incident_id"] for row in mine]
    assert found["commits"][0]["file_name"] == "list.csv"
