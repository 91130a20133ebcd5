"""Whatever strangers wrote, nothing that the command line prints commands a terminal."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from corridor.settings import PROJECT, Settings
from corridor.words.strange import harmless, one_line
from tests.store.conftest import Result, Run, csv_text, killing

# A title, a bell, a wiped screen, the same by one byte of C1, a hidden text, text turned round.
HOSTILE = "\x1b]0;owned\x07\x1b[2J\x9b8m\x85\x7f\u202e\u2066\u200f\ufeff"


def commanding(text: str) -> list[str]:
    return [
        letter
        for letter in text
        if letter not in "\n\t" and unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    ]


@pytest.fixture
def hostile(run: Run, tiny: Settings, tmp_path: Path) -> Path:
    """A data folder with an upload whose every free text commands a terminal."""
    row = killing(
        1, actor1=f"a{HOSTILE}z", location=f"a{HOSTILE}z", notes=f"a{HOSTILE}z", own=f"a{HOSTILE}z"
    )
    file = tmp_path / f"rows{HOSTILE.replace('/', '')}.csv"
    file.write_text(csv_text([row]), encoding="utf-8")
    done = run("import", file, "--author", f"eve{HOSTILE}\n0  forged", data=tiny.data_dir)
    assert done.code == 0, done.err
    return tiny.data_dir


PERIOD = ("--from", "2018-05-01", "--to", "2018-07-01")
COMMANDS = {
    "history": ("history",),
    "history as JSON": ("history", "--json"),
    "incidents as JSON": ("incidents", "--json", *PERIOD),
    "incidents as GeoJSON": ("incidents", "--format", "geojson", *PERIOD),
    "timeline": ("timeline", "--stack", "actor", *PERIOD),
    "original": ("original", "MYLIST:1"),
    "original as JSON": ("original", "MYLIST:1", "--json"),
    "summary": ("summary", "--text", f"x{HOSTILE}"),
    "unknown actor": ("summary", "--actor", "nobody"),
    "unknown option": ("summary", f"--{HOSTILE}"),
    "not a date": ("summary", "--from", HOSTILE),
    "no such file": ("import", f"{HOSTILE}.csv"),
    "no such commit": ("undo", HOSTILE),
    "no such incident": ("original", HOSTILE),
    "no such report": ("findings", "--report", HOSTILE),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_commands_the_terminal(run: Run, hostile: Path, name: str) -> None:
    found = run(*COMMANDS[name], data=hostile)
    assert commanding(found.out + found.err) == []
    assert found.out + found.err


def test_json_still_says_what_was_written(run: Run, hostile: Path) -> None:
    newest = run("history", "--json", data=hostile).json[0]
    assert newest["author"] == f"eve{HOSTILE}\n0  forged"
    [listed] = run("incidents", "--json", "--source", "MYLIST", *PERIOD, data=hostile).json
    assert "\x9b8m" in listed["notes"]


def test_a_name_makes_no_line_of_its_own(run: Run, hostile: Path) -> None:
    lines = run("history", data=hostile).out.splitlines()
    assert len(lines) == 2
    assert "\\n0  forged" in lines[0]


def told_of(run: Run, folder: Path, header: str, line: str, name: str = "bad.csv") -> Result:
    file = folder / name
    file.write_text(f"{header}\n{line}\n", encoding="utf-8")
    return run("import", file, "--dry-run", data=folder / "data")


def test_problems_notes_and_refusals_are_harmless(run: Run, hostile: Path, tmp_path: Path) -> None:
    header = "incident_id,source,event_date,event_type"
    wrong = told_of(run, tmp_path, header, f"MYLIST:1,MYLIST,{HOSTILE},bad{HOSTILE}")
    assert "bad\\u001b]0;owned\\u0007" in wrong.err
    column = told_of(run, tmp_path, f"{header},x{HOSTILE}", "MYLIST:1,MYLIST,2018-06-01,Battles,1")
    refused = told_of(run, tmp_path, f"a{HOSTILE},b", "1,2", f"x{HOSTILE}.csv")
    drafted = run("mapping", tmp_path / f"x{HOSTILE}.csv", data=hostile)
    verified = run("verify", data=hostile)
    (hostile / "incidents" / "store" / "_delta_log" / f"{1:020}.json").write_text("{")
    broken = run("verify", data=hostile)
    for found in (wrong, column, refused, drafted, verified, broken):
        assert found.out + found.err
        assert commanding(found.out + found.err) == []


def test_what_is_refused_makes_no_line_of_its_own(run: Run, tiny: Settings, tmp_path: Path) -> None:
    """The name of a column, which stands in the refusal, is not taken for a line of ours."""
    file = tmp_path / "a\nsound: version 9.csv"
    file.write_text('"x\n1 rows: 1 new","x\n1 rows: 1 new"\n1,2\n', encoding="utf-8")
    for words in (("import", file), ("mapping", file), ("retract", "--file", file),
                  ("original", "none\nsound: version 9")):  # fmt: skip
        found = run(*words, data=tiny.data_dir)
        assert found.code == 1
        assert not [line for line in (found.out + found.err).splitlines()
                    if line.startswith(("1 rows", "sound"))], words  # fmt: skip


def test_spaces_and_letters_of_any_script_stay() -> None:
    plain = "هجوم 33\u00a0km – “x” \u3000é\n\tend"
    assert harmless(plain) == plain
    assert one_line("a\tb\nc") == "a\\tb\\nc"


def test_an_escape_reads_back_as_json() -> None:
    text = "\x9b \U000e0001 \U0001f600 \u2028 \u202e"
    assert json.loads(harmless(json.dumps(text, ensure_ascii=False))) == text
    assert harmless("\udc80") == "\\udc80"


def read_or_end(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # how Linux says that the other side has closed
        return b""


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal of Unix")
def test_on_a_real_terminal_the_data_are_harmless_too(hostile: Path) -> None:
    """To a pipe the CSV goes byte by byte; to a terminal as what can be seen."""
    import pty

    command = [sys.executable, "-m", "corridor", "incidents", "--source", "MYLIST", *PERIOD]
    command += ["--data", str(hostile)]
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, cwd=PROJECT):
        os.close(theirs)
        shown = b"".join(iter(lambda: read_or_end(ours), b"")).decode().replace("\r\n", "\n")
    os.close(ours)
    assert "MYLIST:1" in shown
    assert "\\u202e" in shown
    assert commanding(shown) == []
    piped = subprocess.run(command, capture_output=True, cwd=PROJECT, check=True, timeout=300)
    assert "\u202e" in piped.stdout.decode()


MAPPING = {
    "corridor_mapping": 1,
    "columns": {"event_date": "Date", "event_type": "Type"},
    "same": {"source": "MYLIST"},
}
ASTRAY = {
    "a key": ({"columns": {f"event_dat{HOSTILE}": "Date"}}, "event_dat\\u001b", "not known"),
    "a column": (
        {"columns": {"event_date": f"Datum{HOSTILE}", "event_type": "Type"}},
        "“columns” reads event_date from “Datum\\u001b", "which table.csv does not have",
    ),
    "a code": (
        {"codes": {"event_type": {"bomb": f"Battle{HOSTILE}"}}},
        "“codes” turns event_type “bomb” into “Battle\\u001b", "which is not known here",
    ),
    "a text": (
        {"same": {"source": "MYLIST", "event_type": "Battle"}, "columns": {"event_date": "Date"}},
        "“same” gives event_type the text “Battle”", "perhaps Battles is meant",
    ),
    "a setting": ({f"decimal{HOSTILE}": "comma"}, "decimal\\u001b", "which is not known"),
}  # fmt: skip


@pytest.mark.parametrize("case", ASTRAY)
def test_what_is_wrong_in_a_mapping_names_its_file_and_the_key(
    run: Run, tiny: Settings, tmp_path: Path, case: str
) -> None:
    changed, *words = ASTRAY[case]
    table, mapping = tmp_path / "table.csv", tmp_path / "mapping.json"
    table.write_text("Ref,Date,Type\n1,2018-06-05,bomb\n", encoding="utf-8")
    mapping.write_text(json.dumps(MAPPING | changed), encoding="utf-8")
    told = run("import", table, "--mapping", mapping, data=tiny.data_dir)
    assert told.code == 1
    [line] = [line for line in told.err.splitlines() if str(mapping) in line]
    assert [word for word in words if word not in line] == []
    assert commanding(told.out + told.err) == []
