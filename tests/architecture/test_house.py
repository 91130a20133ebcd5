"""The house rules that no other tool holds."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

from corridor import docs

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src" / "corridor").rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
CLOCKS = {"monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns", "process_time", "time_ns"}


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_pages_are_short(page: Path) -> None:
    assert lines(page) <= 40


def test_app_is_short() -> None:
    assert lines(ROOT / "app.py") <= 20


@pytest.mark.parametrize("module", SOURCES, ids=lambda path: path.stem)
def test_modules_are_not_crowded(module: Path) -> None:
    assert lines(module) <= 400


@pytest.mark.parametrize("module", SOURCES, ids=lambda path: path.stem)
def test_no_sql_is_put_together_from_strings(module: Path) -> None:
    pattern = re.compile(r'f"+\s*(SELECT|INSERT|COPY|DELETE|UPDATE|WITH|CREATE)\b')
    assert not pattern.search(module.read_text("utf-8"))


def test_sql_binds_every_value() -> None:
    for path in (ROOT / "src").rglob("*.sql"):
        assert not re.search(r"\{\w+\}|%s", path.read_text("utf-8")), path


@pytest.mark.parametrize("page", docs.pages(), ids=lambda path: path.name)
def test_generated_docs_are_fresh(page: Path) -> None:
    assert page.read_text("utf-8") == docs.pages()[page], "run `make docs`"


def test_no_workplace_path_is_committed() -> None:
    found = subprocess.run(
        ["git", "grep", "-lE", r"/work/(main|shared)|\.\./shared/(design|report|hooks)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert [
        name for name in found.stdout.split() if name != "tests/architecture/test_house.py"
    ] == []


def clocked(text: str) -> list[int]:
    """Give the lines of assertions that go by a clock, straight or through a name."""
    tree = ast.parse(text)
    times = {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and reads_clock(node.value, set())
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Assert) and reads_clock(node.test, times)
    ]


def reads_clock(expression: ast.expr, times: set[str]) -> bool:
    return any(
        (isinstance(node, ast.Name) and node.id in times | CLOCKS)
        or (isinstance(node, ast.Attribute) and node.attr in CLOCKS)
        or (isinstance(node, ast.Attribute) and ast.unparse(node) == "time.time")
        for node in ast.walk(expression)
    )


def test_no_test_goes_by_a_clock() -> None:
    """A busy machine is no fault: count operations (tests/counted.py), or measure in bench."""
    found = {str(path.relative_to(ROOT)): clocked(path.read_text("utf-8")) for path in TESTS}
    assert {path: where for path, where in found.items() if where} == {}


def test_an_assertion_by_a_clock_is_noticed() -> None:
    lines = ("start = time.perf_counter()", "assert perf_counter() - start < 2", "assert start < 2")
    assert clocked("\n".join(lines)) == [2, 3]
    assert clocked("assert time.time() < 3") == [1]
    assert clocked("while time.monotonic() < end:\n    assert x") == []


def test_no_generated_case_has_a_deadline() -> None:
    """The shared profile of tests/conftest.py has none; a test that sets one goes by a clock."""
    pattern = re.compile(r"deadline=(?!None)")
    assert [path.name for path in TESTS if pattern.search(path.read_text("utf-8"))] == [
        "test_house.py"
    ]


def test_only_the_door_writes() -> None:
    """Who writes goes through `actions`, where permission is asked."""
    inside = {"actions.py", "ingest/review/confirm.py"}
    writes = {"commit", "undo", "redo", "restore", "retract"}
    package = ROOT / "src" / "corridor"
    found = []
    for module in SOURCES:
        name = module.relative_to(package).as_posix()
        if name in inside or name.startswith(("store/", "seed/")):
            continue
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                owner = ast.unparse(node.func.value)
                if node.func.attr in writes and "store" in owner:
                    found.append(f"{name}:{node.lineno}")
            if isinstance(node, ast.ImportFrom) and {"confirm", "import_store"} & {
                each.name for each in node.names
            }:
                found.append(f"{name}:{node.lineno}")
    assert found == []


def test_pages_take_who_writes_from_who_is_signed_in() -> None:
    """A person made elsewhere would have the rights of whoever runs commands."""
    package = ROOT / "src" / "corridor" / "ui"
    made = [
        module.relative_to(package).as_posix()
        for module in sorted(package.rglob("*.py"))
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Person")
    ]
    assert made == ["frame/signed_in.py"]


# Where pages still take a frame in their hands; the list only gets shorter.
FRAMES_IN_PAGES = {
    "panels/evidence_lists",
    "panels/handed_in", "panels/incident_detail", "panels/incidents_page",
    "panels/uploads/check", "panels/uploads/outlook",
}  # fmt: skip


def test_pages_draw_what_answers_have_computed() -> None:
    """No statistics in `ui`, and no more frames than are known."""
    package = ROOT / "src" / "corridor" / "ui"
    modules = {
        path.relative_to(package).with_suffix("").as_posix(): path.read_text("utf-8")
        for path in package.rglob("*.py")
    }
    measuring = re.compile(r"corridor\.(analysis|findings\.(indicators|measured|series|window))")
    assert [name for name, text in modules.items() if measuring.search(text)] == []
    frames = {
        name for name, text in modules.items() if re.search(r"^import pandas", text, re.MULTILINE)
    }
    assert frames == FRAMES_IN_PAGES, "let `answers` compute, or take it from the list"
