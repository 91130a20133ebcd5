"""Every command, in and out: exit codes, JSON, files, and what it says to bad input."""

from __future__ import annotations

import csv
import io
import itertools
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq  # type: ignore[import-untyped]
import pytest

from corridor import queries
from corridor.codebook import codebook_markdown
from corridor.filter import IncidentFilter
from corridor.ingest import LAYOUTS
from corridor.settings import PROJECT, SHIPPED, Settings
from corridor.store import Store
from tests.store.conftest import LENT, Run, csv_text, killing

YEAR = ("--from", "2017-07-01", "--to", "2018-06-30")
INJANA = "UCDP:259081"


@pytest.fixture
def folder(shipped: Settings, store: Store) -> Path:
    """The data folder of the shared store: for commands that only read."""
    LENT[shipped.data_dir] = store
    return shipped.data_dir


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """A file with two good rows, one of unknown fatalities."""
    path = tmp_path / "rows.csv"
    path.write_text(csv_text([killing(1), killing(2, fatalities_best="")]), encoding="utf-8")
    return path


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A file with one good row and one with a bad date."""
    path = tmp_path / "mixed.csv"
    path.write_text(csv_text([killing(1), killing(2, event_date="2018-02-30")]), encoding="utf-8")
    return path


def test_summary(run: Run, folder: Path, store: Store) -> None:
    found = run("summary", "--json", *YEAR, data=folder)
    asked = IncidentFilter(date_from=date(2017, 7, 1), date_to=date(2018, 6, 30))
    expected = queries.summary(store, asked)
    assert found.code == 0
    assert found.json["incidents"] == expected.incidents
    assert found.json["fatalities"] == {
        "low": expected.fatalities_low,
        "best": expected.fatalities_best,
        "high": expected.fatalities_high,
        "unknown": expected.fatalities_unknown,
    }
    assert found.json["unplaced"] == expected.unplaced
    assert found.json["first_date"] == str(expected.first_date)
    assert found.json["last_date"] == str(expected.last_date)
    assert run("summary", *YEAR, data=folder).out == found.json["text"] + "\n"


def test_no_filter_is_the_page_s_default(run: Run, folder: Path, store: Store) -> None:
    found = run("summary", "--json", data=folder).json
    asked = queries.options(store).default_filter()
    assert found["filter"]["province"] == list(asked.provinces)
    assert found["filter"]["dates"] == [str(asked.date_from), str(asked.date_to)]
    assert found["incidents"] == queries.summary(store, asked).incidents


def test_global_options_stand_anywhere(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = run("summary", "--json", data=folder)
    assert expected.code == 0
    assert run("--data", folder, "--json", "summary") == expected
    assert run("--json", "summary", "--data", folder) == expected
    monkeypatch.setenv("CORRIDOR_DATA", str(folder))
    assert run("summary", "--json") == expected
    monkeypatch.setenv("CORRIDOR_DATA", str(folder / "elsewhere"))
    assert run("summary", "--json", data=folder) == expected
    assert not (folder / "elsewhere").exists()


def test_spellings_and_places_outside_the_corridor(run: Run, folder: Path) -> None:
    kirkuk = run("summary", "--json", "--province", "كركوك", "--actor", "ISIS", data=folder).json
    assert kirkuk["filter"]["province"] == ["Kirkuk"]
    assert kirkuk["filter"]["actor"] == ["ISIS"]
    mosul = run("summary", "--json", "--district", "Mosul", *YEAR, data=folder).json
    assert mosul["filter"] | {"dates": []} == {
        "province": ["All Iraq"], "district": ["Mosul"], "dates": [],
    }  # fmt: skip
    assert mosul["incidents"] > 0


@pytest.mark.parametrize("period", queries.PERIODS)
def test_timeline(run: Run, folder: Path, period: str) -> None:
    total = run("summary", "--json", *YEAR, data=folder).json
    found = run("timeline", "--json", "--period", period, *YEAR, data=folder).json
    assert {row["beside"] for row in found} == {None, "others"}
    for teller, told in ((None, total), ("others", total["beside"]["others"])):
        rows = [row for row in found if row["beside"] == teller]
        assert sum(row["incidents"] for row in rows) == told["incidents"]
        assert sum(row["fatalities_best"] or 0 for row in rows) == told["fatalities"]["best"]
        assert sum(row["fatalities_unknown"] for row in rows) == told["fatalities"]["unknown"]
    spans = sorted({(row["period_start"], row["period_end"]) for row in found})
    for (_, end), (start, _) in itertools.pairwise(spans):
        assert date.fromisoformat(end) + timedelta(days=1) == date.fromisoformat(start)
    assert all(isinstance(row["fatalities_unknown"], int) for row in found)


def test_timeline_by_province(run: Run, folder: Path) -> None:
    found = run("timeline", "--json", "--stack", "province", *YEAR, data=folder).json
    seen = Counter[tuple[str | None, str | None]]()
    for row in found:
        seen[row["group"], row["beside"]] += row["incidents"]
    for name in ("Kirkuk", "Salah al-Din", "Diyala"):
        one = run("summary", "--json", "--province", name, *YEAR, data=folder).json
        assert seen[name, None] == one["incidents"]
        assert seen[name, "others"] == one["beside"]["others"]["incidents"]


def tellers_in(form: str, data: bytes) -> list[tuple[str, str | None]]:
    """Return the ids of a file's incidents, each with who alone tells it (None: the series)."""
    if form == "csv":
        found = list(csv.DictReader(io.StringIO(data.decode())))
        return [(row["incident_id"], row["beside"] or None) for row in found]
    if form == "parquet":
        rows = pq.read_table(io.BytesIO(data), columns=["incident_id", "beside"]).to_pylist()
        return [(row["incident_id"], row["beside"]) for row in rows]
    values = json.loads(data)
    if form == "json":
        return [(item["incident_id"], item["beside"]) for item in values]
    return [(item["id"], item["properties"]["beside"]) for item in values["features"]]


@pytest.mark.parametrize("form", ["csv", "json", "geojson", "parquet"])
def test_incidents_in_every_format(run: Run, folder: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / f"out.{form}"
    found = run("incidents", "--format", form, "--out", path, *YEAR, data=folder)
    told = run("summary", "--json", *YEAR, data=folder).json
    expected = {None: told["incidents"], "others": told["beside"]["others"]["incidents"]}
    total = sum(expected.values())
    assert (found.code, found.out) == (0, "")
    counts = f"{expected[None]} incidents by UCDP · {expected['others']} more told only by others"
    assert f"{counts}, in {path}" in found.err.replace("\u00a0", " ")
    listed = tellers_in(form, path.read_bytes())
    assert len(set(listed)) == len(listed) == total
    assert Counter(teller for _, teller in listed) == expected
    assert (INJANA, None) in listed
    if form != "parquet":
        assert run("incidents", "--format", form, *YEAR, data=folder).out == path.read_text("utf-8")


def test_incidents_name_their_accounts(run: Run, folder: Path) -> None:
    listed = run("incidents", "--json", "--text", "259081", *YEAR, data=folder).json
    assert [item["incident_id"] for item in listed] == [INJANA]
    assert listed[0]["account_ids"][0] == INJANA
    assert "RAWABET:2018-06-17-injana" in listed[0]["account_ids"]
    assert listed[0]["accounts"] == len(listed[0]["account_ids"])
    assert listed[0]["recorded_at"].endswith("+00:00")
    text = run("incidents", "--text", "259081", *YEAR, data=folder).out
    [row] = csv.DictReader(io.StringIO(text))
    assert row["account_ids"].split() == listed[0]["account_ids"]


NUMBERS = {"name", "value", "low", "high", "numerator", "denominator"}


def test_findings(run: Run, folder: Path, shipped_findings: list[dict[str, Any]]) -> None:
    at_report = run("findings", "--json", "--as-of", "report", data=folder).json
    assert at_report == shipped_findings
    for item in run("findings", "--json", data=folder).json:
        assert item["as_of"] == "2018-12-31", "the last covered day"
        then = shipped_findings[item["number"] - 1]
        names = ("as_of", "verdict", "confidence", "indicator")
        assert item["at_report"] == {name: then[name] for name in names}
    assert [item["number"] for item in shipped_findings] == [1, 2, 3, 4, 5]
    for item in shipped_findings:
        assert {"slug", "verdict", "confidence", "supporting", "contradicting"} <= set(item)
        assert set(item["indicator"]) >= NUMBERS
        assert all(set(part) >= NUMBERS for part in item["indicators"])
        assert not set(item["supporting"]) & set(item["contradicting"])
    assert INJANA in shipped_findings[0]["cited"]


def test_findings_as_of_another_day(
    run: Run, folder: Path, shipped_findings: list[dict[str, Any]]
) -> None:
    later = run("findings", "--json", "--as-of", "2018-12-31", data=folder).json
    assert {item["as_of"] for item in later} == {"2018-12-31"}
    assert later[3]["indicators"][0]["numerator"] == 102
    assert shipped_findings[3]["indicators"][0]["numerator"] == 130
    said = run("findings", "--as-of", "2031-01-01", data=folder)
    assert said.code == 0
    assert said.out.count(": not enough data\n") == 5, "each of the five"
    at_report = [line.split(": ")[1] for line in said.out.splitlines() if "At the report" in line]
    assert at_report == [item["verdict"] for item in shipped_findings]


def test_codebook_verify_history(run: Run, folder: Path) -> None:
    assert run("codebook").out == codebook_markdown() + "\n"
    assert run("codebook", "--json").json == {"markdown": codebook_markdown()}
    assert run("verify", "--json", data=folder).json["sound"] is True
    assert run("verify", data=folder).out.endswith("1 live file\n")
    [seed] = run("history", "--json", data=folder).json
    assert (seed["action"], seed["live"]) == ("seed", True)
    assert seed["commit_id"] in run("history", data=folder).out


def test_import_history_undo_redo(run: Run, own: Settings, rows: Path) -> None:
    data = own.data_dir
    before = run("summary", "--json", data=data).out
    done = run("import", rows, "--json", "--author", "Layla", data=data)
    assert done.code == 0
    counts = {name: done.json[name] for name in ("rows", "accepted", "new", "duplicates")}
    assert counts == {"rows": 2, "accepted": 2, "new": 2, "duplicates": 0}
    commit = done.json["commit"]
    during = run("summary", "--json", data=data)
    told = [json.loads(out)["beside"]["others"]["incidents"] for out in (before, during.out)]
    assert told[1] == told[0] + 2
    assert run("undo", commit, data=data).code == 0
    assert run("summary", "--json", data=data).out == before
    again = run("redo", commit, "--json", data=data)
    assert (again.code, again.json["undoes"]) == (0, commit)
    assert run("summary", "--json", data=data).out == during.out
    told = run("history", "--json", data=data).json
    assert [item["action"] for item in told] == ["redo", "undo", "import", "seed"]
    entry = told[2]
    assert (entry["author"], entry["file_name"], entry["counts"]["new"]) == ("Layla", "rows.csv", 2)


def test_rows_of_other_countries_are_one_line(run: Run, own: Settings, tmp_path: Path) -> None:
    names = ["Iraq", *["Syria"] * 3, "Iran"]
    rows = [killing(at, event_date="2018-06-17", country=name) for at, name in enumerate(names)]
    world = tmp_path / "world.csv"
    world.write_text(csv_text(rows), encoding="utf-8")
    done = run("import", world, "--dry-run", data=own.data_dir)
    assert done.code == 0
    assert "world.csv: note: 4 rows of other countries left out: Syria 3, Iran 1." in done.err
    assert "5 rows: 1 new, 0 updated, 0 duplicates, 0 rejected, 4 left out" in done.out
    told = run("import", world, "--dry-run", "--json", data=own.data_dir).json
    assert (told["left_out"], told["rejected"], told["problems"]) == (4, 0, [])


def test_the_same_file_twice_is_one_commit(run: Run, own: Settings, rows: Path) -> None:
    first = run("import", rows, "--json", data=own.data_dir).json
    again = run("import", rows, "--json", data=own.data_dir)
    assert again.code == 0
    assert (again.json["new"], again.json["duplicates"]) == (0, 2)
    assert again.json["commit"] == first["commit"]
    assert len(run("history", "--json", data=own.data_dir).json) == 2


def test_dry_run_and_refusal_write_nothing(
    run: Run, own: Settings, rows: Path, mixed: Path, tmp_path: Path
) -> None:
    data = own.data_dir
    dry = run("import", rows, "--dry-run", "--json", data=data)
    assert (dry.code, dry.json["new"], dry.json["commit"]) == (0, 2, None)
    rejects = tmp_path / "rejects.csv"
    refused = run("import", mixed, "--json", "--rejects", rejects, data=data)
    assert refused.code == 1
    assert (refused.json["accepted"], refused.json["rejected"]) == (1, 1)
    assert refused.json["commit"] is None
    [bad] = csv.DictReader(io.StringIO(rejects.read_text("utf-8-sig")))
    assert (bad["line"], bad["incident_id"]) == ("3", "MYLIST:2")
    assert "2018-02-30" in bad["errors"]
    said = run("import", mixed, data=data)
    assert said.code == 1
    assert "mixed.csv:3: error: event_date “2018-02-30”" in said.err
    assert "refused: nothing was saved" in said.out
    assert run("import", mixed, "--dry-run", data=data).code == 1
    assert [item["action"] for item in run("history", "--json", data=data).json] == ["seed"]


def test_taking_the_good_rows_is_recorded(run: Run, own: Settings, mixed: Path) -> None:
    done = run("import", mixed, "--take-good-rows", "--json", data=own.data_dir)
    assert (done.code, done.json["accepted"], done.json["rejected"]) == (0, 1, 1)
    entry = run("history", "--json", data=own.data_dir).json[0]
    assert entry["note"] == "good rows only"
    assert entry["counts"]["rejected"] == 1


def test_layout_can_be_said(run: Run, folder: Path, rows: Path) -> None:
    plain = run("import", rows, "--dry-run", "--json", data=folder).json
    assert plain["layout"] == "native"
    said = run("import", rows, "--layout", "native", "--dry-run", "--json", data=folder)
    assert said.json == plain
    wrong = run("import", rows, "--layout", "ucdp_ged", "--dry-run", data=folder)
    assert wrong.code == 1
    assert "not known here" in wrong.err
    unknown = run("import", rows, "--layout", "xml", "--dry-run", data=folder)
    assert unknown.code == 2
    assert "'xml'" in unknown.err
    assert [name for name in LAYOUTS if name not in unknown.err] == []


BAD = {
    "province": (["summary", "--province", "Atlantis"], "Atlantis"),
    "district": (["summary", "--district", "Atlantis"], "Atlantis"),
    "district elsewhere": (
        ["summary", "--province", "Kirkuk", "--district", "Mosul"], "no district 'Mosul'",
    ),
    "actor": (["timeline", "--actor", "Nobody at all"], "Nobody at all"),
    "source": (["incidents", "--source", "NOPE"], "NOPE"),
    "event type": (["summary", "--event-type", "Picnic"], "Picnic"),
    "precision": (["summary", "--precision", "vague"], "vague"),
    "inverted": (["summary", "--from", "2018-06-30", "--to", "2018-01-01"], "2018-06-30"),
    "date": (["summary", "--from", "2018-02-30"], "2018-02-30"),
    "year one": (["findings", "--as-of", "0001-01-01"], "0001-01-01"),
    "report": (["findings", "--report", "nope"], "'nope'"),
    "missing file": (["import", "/no/such/file.csv"], "/no/such/file.csv"),
    "a folder": (["import", "/"], "directory"),
    "undo": (["undo", "nope"], "'nope'"),
    "redo": (["redo", "nope"], "'nope'"),
    "port": (["serve", "--port", "99999"], "99999"),
    "command": (["fly"], "fly"),
    "empty folder": (["summary", "--data", ""], "--data"),
    "no folder to write to": (["incidents", "--out", "/no/such/out.csv"], "/no/such/out.csv"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_named(run: Run, folder: Path, case: str) -> None:
    arguments, named = BAD[case]
    found = run(*arguments, data=folder)
    assert found.code != 0
    assert found.out == ""
    assert named in found.err


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"", "empty"),
        (b"%PDF-1.4", "PDF"),
        (b"PK\x03\x04xx", "spreadsheet"),
        (b"caf\x81\xe9;1\n", "UTF-8"),
        (b"a,b\n1,2\n", "not known here"),
        (b"incident_id,source,event_type\nA:1,A,Battles\n", "event_date"),
    ],
)
def test_unreadable_files(
    run: Run, folder: Path, tmp_path: Path, content: bytes, named: str
) -> None:
    path = tmp_path / "bad.csv"
    path.write_bytes(content)
    found = run("import", path, data=folder)
    assert found.code == 1
    assert named in found.err
    assert run("import", path, "--json", data=folder).json["rows"] == 0


def test_undoing_twice_is_refused(run: Run, own: Settings, rows: Path) -> None:
    commit = run("import", rows, "--json", data=own.data_dir).json["commit"]
    assert run("redo", commit, data=own.data_dir).code == 1
    run("undo", commit, data=own.data_dir)
    found = run("undo", commit, data=own.data_dir)
    assert (found.code, found.out) == (1, "")
    assert "undone already" in found.err


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("CORRIDOR_THREADS", "abc"),
        ("CORRIDOR_THREADS", "0"),
        ("CORRIDOR_MAX_UPLOAD_MB", "-1"),
        ("CORRIDOR_MEMORY_LIMIT", "lots"),
    ],
)
def test_bad_settings_are_named(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    found = run("summary", data=folder)
    assert (found.code, found.out) == (1, "")
    assert variable in found.err
    assert repr(value) in found.err


def broken_report(data: Path) -> str:
    path = data / "reports" / "mine" / "report.toml"
    path.parent.mkdir(parents=True)
    path.write_text("title = ", encoding="utf-8")
    return str(path)


def unknown_key(data: Path) -> str:
    path = data / "reports" / "mine" / "report.toml"
    path.parent.mkdir(parents=True)
    text = (SHIPPED / "reports/is-there-a-return-of-isis-2018/report.toml").read_text("utf-8")
    path.write_text(f'colour = "red"\n{text}', encoding="utf-8")
    return "colour"


def no_report(data: Path) -> str:
    (data / "reports").mkdir(parents=True)
    return str(data / "reports")


def no_seed(data: Path) -> str:
    seed = data / "incidents" / "seed"
    seed.mkdir(parents=True)
    return str(seed)


def corrupt_seed(data: Path) -> str:
    seed = data / "incidents" / "seed" / "incidents.parquet"
    seed.parent.mkdir(parents=True)
    seed.write_bytes(b"PAR1 and nothing else, much too short to be one PAR1")
    return str(seed)


def seed_of_another_table(data: Path) -> str:
    import pandas as pd

    seed = data / "incidents" / "seed" / "incidents.parquet"
    seed.parent.mkdir(parents=True)
    pd.DataFrame({"a": [1]}).to_parquet(seed)
    return "record_kind"


def seed_without_coverage(data: Path) -> str:
    import duckdb

    seed = data / "incidents" / "seed" / "incidents.parquet"
    seed.parent.mkdir(parents=True)
    shipped = duckdb.read_parquet(str(SHIPPED / "incidents" / "seed" / "incidents.parquet"))
    shipped.filter("record_kind <> 'source'").write_parquet(str(seed))
    return "declares no series"


def corrupt_log(data: Path) -> str:
    log = data / "incidents" / "store" / "_delta_log"
    log.mkdir(parents=True)
    (log / "00000000000000000000.json").write_text("garbage", encoding="utf-8")
    return "the store cannot be opened"


def file_for_folder(data: Path) -> str:
    data.parent.mkdir(parents=True, exist_ok=True)
    data.write_text("not a folder", encoding="utf-8")
    return str(data)


@pytest.mark.parametrize(
    "spoil",
    [
        broken_report,
        unknown_key,
        no_report,
        no_seed,
        corrupt_seed,
        seed_of_another_table,
        seed_without_coverage,
        corrupt_log,
        file_for_folder,
    ],
)
def test_a_spoiled_data_folder_is_said_in_a_sentence(run: Run, tmp_path: Path, spoil: Any) -> None:
    data = tmp_path / "data"
    named = spoil(data)
    found = run("findings", "--json", data=data)
    assert (found.code, found.out) == (1, "")
    assert found.err.startswith("corridor findings: ")
    assert named in found.err
    assert found.err.count("\n") == 1


def test_strangers_in_the_store_folder_do_no_harm(run: Run, own: Settings) -> None:
    own.store_dir.mkdir(parents=True)
    (own.store_dir / "stranger.parquet").write_text("garbage", encoding="utf-8")
    assert run("verify", data=own.data_dir).code == 0


def test_a_damaged_upload_is_named(run: Run, own: Settings, rows: Path) -> None:
    commit = run("import", rows, "--json", data=own.data_dir).json["commit"]
    path = own.store_dir / f"{commit}.parquet"
    whole = path.read_bytes()
    before = run("summary", "--province", "All Iraq", data=own.data_dir).out
    path.write_bytes(whole[:50])
    for command in ("summary", "findings", "timeline", "incidents", "verify"):
        found = run(command, data=own.data_dir)
        assert found.code == 1
        assert found.out
        assert f"{path.name} cannot be read: it has 50 bytes" in found.out + found.err
    # Nothing can be written but the undo of what is damaged; then all is well again.
    refused = run("retract", "UCDP:259056", "--reason", "made up", data=own.data_dir)
    assert (refused.code, f"{path.name} cannot be read" in refused.err) == (1, True)
    assert run("undo", commit, data=own.data_dir).code == 0
    refused = run("redo", commit, data=own.data_dir)
    assert (refused.code, "copy it back from a backup" in refused.err) == (1, True)
    path.write_bytes(whole)
    assert run("redo", commit, data=own.data_dir).code == 0
    assert run("summary", "--province", "All Iraq", data=own.data_dir).out == before


def shell(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "corridor", *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=PROJECT,
        env=os.environ | environment,
        timeout=120,
    )


def test_as_a_program(folder: Path, run: Run, mixed: Path) -> None:
    here: Mapping[str, str] = {"CORRIDOR_DATA": str(folder), "PYTHONIOENCODING": "ascii"}
    found = shell("summary", "--json", **here)
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout == run("summary", "--json", data=folder).out
    refused = shell("import", mixed, **here)
    assert refused.returncode == 1
    assert "Traceback" not in refused.stderr
    assert "event_date" in refused.stderr


def test_a_reader_that_goes_away_is_no_error_of_ours(folder: Path) -> None:
    program = [sys.executable, "-m", "corridor", "incidents", "--data", str(folder)]
    command = [*program, "--province", "All Iraq", "--from", "2003-01-01"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 1


def test_day_and_month_are_asked_for_and_can_be_said(
    run: Run, own: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "dates.csv"
    file.write_text(csv_text([killing(1, event_date="05/06/2018")]), encoding="utf-8")
    asked = run("import", file, "--dry-run", data=own.data_dir)
    assert asked.code == 1
    assert "Write 2018-05-06 or 2018-06-05" in asked.err
    assert "--date-order dmy or mdy" in asked.err
    said = run("import", file, "--date-order", "mdy", "--json", data=own.data_dir)
    assert (said.code, said.json["new"], said.json["date_order"]) == (0, 1, "mdy")
    listed = run("incidents", "--from", "2018-05-06", "--to", "2018-05-06", data=own.data_dir)
    assert "MYLIST:1" in listed.out


def test_what_was_assumed_of_a_file_is_printed(run: Run, own: Settings, tmp_path: Path) -> None:
    file = tmp_path / "arabic.csv"
    text = csv_text([killing(1, event_date="2018-06-17", notes="هجوم على نقطة تفتيش")])
    file.write_bytes(text.encode("cp1256"))
    done = run("import", file, "--dry-run", data=own.data_dir)
    assert done.code == 0
    assert "note: " in done.err
    assert "Windows-1256" in done.err
