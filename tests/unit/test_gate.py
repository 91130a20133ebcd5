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


FLAKY = """
print('FAILED tests/browser/test_a.py::test_one[chromium] - TimeoutError')
print('FAILED tests/browser/test_a.py::test_two[chromium] - AssertionError')
print('ERROR tests/browser/test_a.py::test_two[chromium] - AssertionError: what it left')
print('2 failed, 5 passed, 1 error in 9.1s')
raise SystemExit(1)
"""
ALL_WELL = "import sys; print(sys.argv[1:]); print(f'{len(sys.argv) - 1} passed in 0.3s')"
ONE_FAILS = (
    "import sys; print(f'FAILED {sys.argv[2]} - AssertionError'); "
    "print('1 failed, 1 passed in 0.3s'); raise SystemExit(1)"
)


@pytest.mark.parametrize(("again", "code"), [(ALL_WELL, 0), (ONE_FAILS, 1), ("1 / 0", 1)])
def test_what_fails_is_tried_again_alone_and_never_in_silence(
    again: str, code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    python = [sys.executable, "-c"]
    flaky = gate.Part("browser", [*python, FLAKY], is_beside_next=True, again=[*python, again])
    parts = [flaky, gate.Part("tests", [*python, FAKE["types"]])]
    monkeypatch.setitem(gate.KINDS, "fake", lambda: parts)
    assert gate.main("fake") == code
    told = capsys.readouterr().out
    assert told.index("== browser, what failed once more") > told.index("Success: no issues")
    last = told.partition("== summary")[2]
    one, two = (f"tests/browser/test_a.py::test_{name}[chromium]" for name in ("one", "two"))
    late = [line.partition(": ")[2] for line in last.splitlines() if "second try: " in line]
    assert late == {ALL_WELL: [one, two], ONE_FAILS: [one], "1 / 0": []}[again]
    failed = {ALL_WELL: 0, ONE_FAILS: 1, "1 / 0": 2}[again]
    assert f"{7 - failed} passed, {failed} failed, 0 skipped in " in last
    assert (f"  {two} - AssertionError" in last) == (failed > 0)


def test_many_failures_are_no_accident(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "".join(f"print('FAILED tests/a.py::test_{at}');" for at in range(4))
    code = f"{lines} print('4 failed in 1.0s'); raise SystemExit(1)"
    parts = [gate.Part("x", [sys.executable, "-c", code], again=[sys.executable, "-c", ALL_WELL])]
    monkeypatch.setitem(gate.KINDS, "fake", lambda: parts)
    assert gate.main("fake") == 1


def test_what_passes_ends_with_zero(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(
        gate.KINDS, "fake", lambda: [gate.Part("x", [sys.executable, "-c", FAKE["types"]])]
    )
    assert gate.main("fake") == 0
