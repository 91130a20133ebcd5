"""`corridor import --inbox`: what lies in a folder is taken, each file once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from corridor.settings import Settings
from tests.store.conftest import Run, csv_text, killing


@pytest.fixture
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An inbox; nobody waits for its files to grow."""
    monkeypatch.setattr("corridor.cli.inbox.sleep", lambda _: None)
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def put(folder: Path, name: str, *rows: dict[str, object]) -> None:
    (folder / name).write_text(csv_text(rows), encoding="utf-8")


def outcomes(run: Run, tiny: Settings, inbox: Path, *words: str) -> dict[str, str]:
    found = run("import", "--inbox", inbox, "--json", *words, data=tiny.data_dir)
    assert found.code == int("refused" in [item["outcome"] for item in found.json["files"]])
    return {item["file"]: item["outcome"] for item in found.json["files"]}


def imports(run: Run, tiny: Settings) -> list[str]:
    found = run("history", "--json", data=tiny.data_dir).json
    return [item["file_name"] for item in reversed(found) if item["action"] == "import"]


def test_each_file_is_taken_once_and_stays_where_it_lies(
    run: Run, tiny: Settings, inbox: Path
) -> None:
    put(inbox, "month_10.csv", killing(2))
    put(inbox, "month_9.csv", killing(1))
    put(inbox, "same as 9.csv", killing(1))
    put(inbox, "bad.csv", killing(3, event_date="yesterday"))
    put(inbox, "withdrawn.csv", {"incident_id": "MYLIST:1"})
    (inbox / "letter.pdf").write_bytes(b"%PDF-1.4")
    (inbox / "empty.csv").touch()
    (inbox / "folder").mkdir()
    assert outcomes(run, tiny, inbox) == {
        "bad.csv": "refused", "empty.csv": "refused", "letter.pdf": "refused",
        "month_9.csv": "imported", "month_10.csv": "imported", "same as 9.csv": "known",
        "withdrawn.csv": "refused",
    }  # fmt: skip
    assert imports(run, tiny) == ["month_9.csv", "month_10.csv"]
    assert len(list(inbox.iterdir())) == 8
    again = outcomes(run, tiny, inbox)
    assert (again["month_9.csv"], again["month_10.csv"]) == ("known", "known")
    assert len(imports(run, tiny)) == 2


def test_a_file_that_was_undone_is_not_taken_again(run: Run, tiny: Settings, inbox: Path) -> None:
    put(inbox, "a.csv", killing(1))
    outcomes(run, tiny, inbox)
    commit = run("history", "--json", data=tiny.data_dir).json[0]["commit_id"]
    run("undo", commit, data=tiny.data_dir)
    assert outcomes(run, tiny, inbox) == {"a.csv": "known"}


def test_parts_and_files_that_grow_are_left_for_the_next_time(
    run: Run, tiny: Settings, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(inbox, "whole.csv", killing(1))
    put(inbox, "grows.csv", killing(2))
    put(inbox, "half.csv.part", killing(3))
    put(inbox, ".hidden.csv", killing(4))

    def grow(_: float) -> None:
        with (inbox / "grows.csv").open("a", encoding="utf-8") as file:
            file.write("half a row")

    monkeypatch.setattr("corridor.cli.inbox.sleep", grow)
    assert outcomes(run, tiny, inbox) == {
        "grows.csv": "waiting", "half.csv.part": "waiting", "whole.csv": "imported",
    }  # fmt: skip
    assert imports(run, tiny) == ["whole.csv"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such file here")
def test_what_is_no_file_is_passed_over(run: Run, tiny: Settings, inbox: Path) -> None:
    os.mkfifo(inbox / "pipe.csv")
    assert outcomes(run, tiny, inbox) == {}


def test_files_are_moved_only_where_that_is_asked_for(
    run: Run, tiny: Settings, inbox: Path
) -> None:
    put(inbox, "a.csv", killing(1))
    put(inbox, "bad.csv", killing(3, event_date="yesterday"))
    assert outcomes(run, tiny, inbox, "--move", "--dry-run")["a.csv"] == "checked"
    assert sorted(path.name for path in inbox.iterdir()) == ["a.csv", "bad.csv"]
    outcomes(run, tiny, inbox, "--move")
    put(inbox, "a.csv", killing(1))
    assert outcomes(run, tiny, inbox, "--move") == {"a.csv": "known"}
    found = sorted(path.relative_to(inbox).as_posix() for path in inbox.rglob("*.csv"))
    assert found == ["done/a-2.csv", "done/a.csv", "refused/bad.csv"]


def test_each_file_is_told_in_a_line_with_its_reason(run: Run, tiny: Settings, inbox: Path) -> None:
    put(inbox, "a.csv", killing(1))
    put(inbox, "bad.csv", killing(2), killing(3, event_date="yesterday"))
    (inbox / "letter.pdf").write_bytes(b"%PDF-1.4")
    found = run("import", "--inbox", inbox, data=tiny.data_dir)
    assert found.code == 1
    first, last = found.out.splitlines()
    assert first.startswith("a.csv: imported, 1 new, 0 updated, commit ")
    assert last == "3 files: 1 imported, 0 known, 2 refused, 0 waiting"
    assert "bad.csv: refused. 1 of 2 rows are bad. Mend them, or take the good ones" in found.err
    assert "letter.pdf: refused. The file is a PDF document, not CSV." in found.err
    good = outcomes(run, tiny, inbox, "--take-good-rows")
    assert (good["bad.csv"], good["letter.pdf"]) == ("imported", "refused")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "name a file, or a folder with --inbox"),
        (["x.csv", "--inbox", "."], "name a file, or a folder with --inbox"),
        (["--inbox", "nowhere"], "there is no folder nowhere"),
        (["--inbox", ".", "--rejects", "x"], "--rejects is about one file"),
    ],
)
def test_what_makes_no_sense_is_told(run: Run, tiny: Settings, words: list[str], said: str) -> None:
    found = run("import", *words, data=tiny.data_dir)
    assert found.code == 1
    assert said in found.err
