"""The house rules that no other tool holds."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from corridor import docs

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))


def lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_pages_are_short(page: Path) -> None:
    assert lines(page) <= 40


def test_app_is_short() -> None:
    assert lines(ROOT / "app.py") <= 20


@pytest.mark.parametrize("module", SOURCES, ids=lambda path: path.stem)
def test_modules_are_not_crowded(module: Path) -> None:
    assert lines(module) <= 300


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
