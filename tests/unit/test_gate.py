"""The gate runs every part and says what became of each."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests import gate

FAKE = {
    "types": "print('Success: no issues found in 3 source files')",
    "lint": "print('E501 Line too long'); raise SystemExit(1)",
    "tests": "print('FAILED tests/unit/test_it.py::test_one - assert 1 == 2'); "
    "print('6 passed, 1 failed, 2 skipped in 0.31s'); raise SystemExit(1)",
    "browser": "print('==== 4 passed in 61.20s (0:01:01) ====')",
}


def test_every_part_runs_and_the_last_lines_say_all(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    parts = [gate.Part(name, [sys.executable, "-c", code]) for name, code in FAKE.items()]
    monkeypatch.setitem(gate.KINDS, "fake", lambda: parts)
    assert gate.main("fake") == 1
    lines = capsys.readouterr().out.splitlines()
    said = {line.split()[0]: line for line in lines if line.startswith("  ")}
    assert "passed" in said["types"]
    assert "FAILED" in said["lint"]
    assert "6 passed, 1 failed, 2 skipped" in said["tests"]
    assert "4 passed" in said["browser"]
    assert lines[-3] == "failed parts: lint, tests"
    assert lines[-2] == "  tests/unit/test_it.py::test_one - assert 1 == 2"
    assert lines[-1].startswith("10 passed, 1 failed, 2 skipped in ")


# Each waits for the file that the other makes: one after the other they would not end well.
MEET = """
import pathlib, sys, time
mine, other = map(pathlib.Path, sys.argv[1:])
mine.touch()
for _ in range(6000):
    if other.exists():
        raise SystemExit(print("1 passed in 0.1s"))
    time.sleep(0.01)
raise SystemExit(1)
"""


def test_parts_side_by_side_tell_whose_each_line_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    files = [str(tmp_path / name) for name in ("one", "two")]
    parts = [
        gate.Part("one", [sys.executable, "-c", MEET, *files], is_beside_next=True),
        gate.Part("two", [sys.executable, "-c", MEET, *reversed(files)]),
        gate.Part("last", [sys.executable, "-c", FAKE["types"]]),
    ]
    monkeypatch.setitem(gate.KINDS, "fake", lambda: parts)
    assert gate.main("fake") == 0
    lines = capsys.readouterr().out.splitlines()
    for said in ("== one and two", "one: 1 passed in 0.1s", "two: 1 passed in 0.1s", "== last"):
        assert lines.count(said) == 1, said
    assert lines[-1].startswith("2 passed, 0 failed")


def test_what_passes_ends_with_zero(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(
        gate.KINDS, "fake", lambda: [gate.Part("x", [sys.executable, "-c", FAKE["types"]])]
    )
    assert gate.main("fake") == 0
