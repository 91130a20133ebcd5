"""Rows as their files had them: kept whole beside what was made of them, version by version."""

from __future__ import annotations

import csv
import gzip
import io
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Barrier, Thread

import polars
import pytest
from deltalake import DeltaTable
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as some

from corridor import queries
from corridor.ingest.review.confirm import Choices, confirm
from corridor.ingest.review.upload import check
from corridor.settings import PROJECT, Settings
from corridor.store import Store, open_store
from corridor.store.log import delta_log
from tests.store.conftest import Run, account, csv_text, imported, killing
from tests.torture.seed import small_data_folder

UPLOADS = PROJECT / "tests" / "data" / "uploads"
FILES = (
    ("acled_new.csv", "utf-8", ","),
    ("acled_old.csv", "utf-8", ","),
    ("gtd_good.csv", "utf-8", ","),
    ("ucdp_41.csv", "utf-8", ","),
    ("ucdp_tags.csv", "utf-8", ","),
    ("good_arabic.csv", "utf-8", ","),
    ("good_semicolon_crlf_bom.csv", "utf-8-sig", ";"),
    ("good_tab.csv", "utf-8", "\t"),
    ("utf16_le_mark.csv", "utf-16", ","),
    ("encoding_cp1256.csv", "cp1256", ","),
    ("digits_arabic.csv", "utf-8", ","),
    ("gzip_good.csv.gz", "utf-8", ","),
)


def stated(data: bytes, encoding: str, delimiter: str) -> dict[int, dict[str, str]]:
    """Read a file by the standard library: what stands on each line, empty cells left out."""
    found: dict[int, dict[str, str]] = {}
    lines = csv.DictReader(io.StringIO(data.decode(encoding), newline=""), delimiter=delimiter)
    for row in lines:
        found[lines.line_num] = {name: text for name, text in row.items() if text}
    return found


def test_code_words_stay_as_the_source_wrote_them(run: Run, tiny: Settings, tmp_path: Path) -> None:
    row = {
        "event_id_cnty": "IRQ900001",
        "event_date": "30 April 2018",
        "event_type": "Violence against civilians",
        "sub_event_type": "Abduction/forced disappearance",
        "actor1": "IS: Islamic State",
        "inter1": "Rebel group",
        "country": "Iraq",
        "admin1": "Kirkuk",
        "latitude": "35.47",
        "longitude": "44.39",
        "notes": 'He said "كركوك"\nand left\\',
        "tags": "",
    }
    file = tmp_path / "acled.csv"
    file.write_text(csv_text([row]), encoding="utf-8")
    done = run("import", file, "--author", "Me", "--json", data=tiny.data_dir).json
    (found,) = run("original", "ACLED:IRQ900001", "--json", data=tiny.data_dir).json
    assert found["cells"] == {name: text for name, text in row.items() if text}
    assert (found["file_name"], found["line"], found["recorded_by"]) == ("acled.csv", 2, "Me")
    assert found["commit_id"] == done["commit"]
    shown = run("original", "ACLED:IRQ900001", data=tiny.data_dir).out
    assert shown.startswith("acled.csv:2, ")
    assert "  event_date: 30 April 2018\n" in shown


@pytest.mark.parametrize(("name", "encoding", "delimiter"), FILES)
def test_every_row_is_kept_as_another_reader_finds_it(
    tiny: Settings, tiny_store: Store, name: str, encoding: str, delimiter: str
) -> None:
    data = (UPLOADS / name).read_bytes()
    commit = confirm(
        tiny_store, check(tiny_store, tiny, data, name), "tester", Choices(only_good=True)
    )
    assert commit is not None
    brought = tiny_store.read(
        "SELECT incident_id, row_number FROM accounts WHERE commit_id = $commit",
        {"commit": commit.commit_id},
    )
    plain = gzip.decompress(data) if name.endswith(".gz") else data
    expected = stated(plain, encoding, delimiter)
    assert len(brought) == commit.counts["new"] > 0
    for incident_id, line in brought.itertuples(index=False):
        (found,) = queries.handed_in(tiny_store, incident_id)
        assert (found.line, found.cells) == (line, expected[line])


@given(
    texts=some.lists(
        some.text(some.characters(codec="utf-8", exclude_characters="\0\r"), max_size=60),
        min_size=1,
        max_size=30,
    )
)
@hypothesis_settings(max_examples=5)
def test_any_text_comes_back_as_it_went_in(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        settings = small_data_folder(Path(folder) / "data")
        store = open_store(settings)
        data = csv_text(killing(at, my_own_column=it) for at, it in enumerate(texts)).encode()
        confirm(store, check(store, settings, data, "mine.csv"), "tester")
        found = [queries.handed_in(store, f"MYLIST:{at}")[0].cells for at in range(len(texts))]
        assert [cells.get("my_own_column", "") for cells in found] == texts


def test_a_column_may_have_any_name(tiny: Settings, tiny_store: Store) -> None:
    names = ['a "quoted" name', "$name1", "كركوك", "x', c0) --"]
    data = csv_text([killing(1) | dict.fromkeys(names, "kept")]).encode()
    confirm(tiny_store, check(tiny_store, tiny, data, "mine.csv"), "tester")
    (found,) = queries.handed_in(tiny_store, "MYLIST:1")
    assert {name for name, text in found.cells.items() if text == "kept"} == set(names)


def test_an_update_keeps_the_row_before_it(run: Run, tiny: Settings, tmp_path: Path) -> None:
    for name, deaths in (("first.csv", "1"), ("second.csv", "2")):
        (tmp_path / name).write_text(csv_text([killing(1, fatalities_best=deaths)]), "utf-8")
        run("import", tmp_path / name, data=tiny.data_dir)
    found = run("original", "MYLIST:1", "--json", data=tiny.data_dir).json
    told = [(item["file_name"], item["cells"]["fatalities_best"]) for item in found]
    assert told == [("second.csv", "2"), ("first.csv", "1")]
    (first,) = run("original", "MYLIST:1", "--json", "--at-version", 1, data=tiny.data_dir).json
    assert first["file_name"] == "first.csv"


def test_what_is_hidden_or_undone(run: Run, tiny: Settings, tmp_path: Path) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(csv_text([killing(1)]), encoding="utf-8")
    done = run("import", file, "--json", data=tiny.data_dir).json
    run("retract", "MYLIST:1", "--reason", "told twice", data=tiny.data_dir)
    assert run("original", "MYLIST:1", data=tiny.data_dir).code == 0
    run("undo", done["commit"], data=tiny.data_dir)
    gone = run("original", "MYLIST:1", data=tiny.data_dir)
    assert (gone.code, gone.err) == (
        1,
        "corridor original: MYLIST:1: there is no such incident\n",
    )


def test_a_shipped_incident_says_that_no_file_brought_it(run: Run, tiny: Settings) -> None:
    store = open_store(tiny)
    shipped = store.read("SELECT incident_id FROM incidents LIMIT 1")["incident_id"].iloc[0]
    told = run("original", shipped, data=tiny.data_dir)
    assert (told.code, told.out) == (1, "")
    why = "it came with the product, not from an uploaded file"
    assert told.err == f"corridor original: {shipped}: {why}\n"


def test_a_terminal_is_not_given_a_stranger_s_commands(
    run: Run, tiny: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(csv_text([killing(1, own="\x1b[2J gone\u202e")]), encoding="utf-8")
    run("import", file, "--author", "\x1b[31mred", data=tiny.data_dir)
    shown = run("original", "MYLIST:1", data=tiny.data_dir).out
    assert " by \\u001b[31mred\n" in shown
    assert "  own: \\u001b[2J gone\\u202e\n" in shown


def test_the_rows_are_not_held_in_memory(tiny: Settings, tiny_store: Store) -> None:
    data = csv_text([killing(1)]).encode()
    confirm(tiny_store, check(tiny_store, tiny, data, "mine.csv"), "tester")
    for table in ("records", "accounts", "incidents"):
        assert "original" not in tiny_store.read(f"SELECT * FROM {table} LIMIT 0")


def test_an_older_store_learns_of_the_column_when_it_is_written_to(
    tiny: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    older_fields = [it for it in delta_log.delta_fields() if it["name"] != "original"]
    with monkeypatch.context() as older:
        older.setattr(delta_log, "delta_fields", lambda: older_fields)
        open_store(tiny).commit(account("TEST:1"), imported())
    store = open_store(tiny)
    assert store.version == 1, "a store that is only read is not touched"
    data = csv_text([killing(1)]).encode()
    confirm(store, check(store, tiny, data, "mine.csv"), "tester")
    folder = str(tiny.store_dir)
    assert DeltaTable(folder).schema().fields[-1].name == "original"
    rows = polars.read_delta(folder).filter(polars.col("original").is_not_null())
    assert rows["incident_id"].to_list() == ["MYLIST:1"]
    assert (store.verify(), len(store.history())) == ([], 3)
    assert open_store(tiny, at_version=1).verify() == []


def test_programs_that_add_the_column_at_once_all_get_their_commit(
    tiny: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    older_fields = [it for it in delta_log.delta_fields() if it["name"] != "original"]
    with monkeypatch.context() as older:
        older.setattr(delta_log, "delta_fields", lambda: older_fields)
        open_store(tiny)
    stores = [open_store(tiny) for _ in range(4)]
    start = Barrier(len(stores))

    def write(at: int) -> None:
        start.wait()
        stores[at].commit(account(f"TEST:{at}"), imported())

    threads = [Thread(target=write, args=(at,)) for at in range(len(stores))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(open_store(tiny).history()) == 1 + len(stores)
    assert open_store(tiny).verify() == []
