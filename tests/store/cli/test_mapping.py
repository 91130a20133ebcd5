"""A mapping on the command line, and how the store's history remembers it."""

from __future__ import annotations

import json
from pathlib import Path

from corridor.settings import Settings
from corridor.store import open_store
from tests.store.conftest import Run

HEAD = "Ref,Date of attack,Kind of incident,Killed,Governorate\n"
FIRST = HEAD + "1,2018-06-05,IED,2,Kirkuk\n2,2018-06-06,Odd thing,n/a,Kirkuk\n"
LATER = "Governorate,Ref,Date of attack,Kind of incident,Killed\nDiyala,3,2018-06-07,IED,1\n"


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def mended(run: Run, folder: Path) -> Path:
    drafted = run("mapping", written(folder, "first.csv", FIRST)).json
    drafted["same"]["source"] = "NINA"
    drafted["codes"]["event_type"]["Odd thing"] = "Battles"
    return written(folder, "mapping.json", json.dumps(drafted))


def test_an_unknown_table_is_taken_with_a_mapping_and_remembered(
    run: Run, tiny: Settings, tmp_path: Path
) -> None:
    mapping = mended(run, tmp_path)
    refused = run("import", tmp_path / "first.csv", data=tiny.data_dir)
    assert refused.code == 1
    assert "corridor mapping first.csv" in refused.err
    done = run("import", tmp_path / "first.csv", "--mapping", mapping, data=tiny.data_dir)
    assert (done.code, "2 new" in done.out) == (0, True)
    store = open_store(tiny)
    rows = store.read(
        "SELECT incident_id, event_type, fatalities_best FROM incidents WHERE source = 'NINA' "
        "ORDER BY incident_id"
    )
    assert rows["event_type"].tolist() == ["Explosions/Remote violence", "Battles"]
    assert rows["fatalities_best"].isna().tolist() == [False, True]
    # The columns stand in another order, and the upload that taught them was taken back.
    store.undo(store.history()[0].commit_id, "tester")
    later = run("import", written(tmp_path, "later.csv", LATER), data=tiny.data_dir)
    assert "Columns read as in first.csv of " in later.err
    assert (later.code, "1 new" in later.out) == (0, True)


def test_a_faulty_mapping_stops_the_import_with_its_name(
    run: Run, tiny: Settings, tmp_path: Path
) -> None:
    table = written(tmp_path, "first.csv", FIRST)
    broken = written(tmp_path, "broken.json", '{"corridor_mapping": 1, "columnz": {}}')
    done = run("import", table, "--mapping", broken, data=tiny.data_dir)
    assert done.code == 1
    assert "broken.json" in done.err
    assert "perhaps columns is meant" in done.err
    out = tmp_path / "drafted.json"
    assert (run("mapping", table, "--out", out).code, out.read_text()[:1]) == (0, "{")
    nothing = run("mapping", written(tmp_path, "empty.csv", ""))
    assert (nothing.code, "empty.csv" in nothing.err) == (1, True)
