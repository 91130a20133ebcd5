"""Tests stand where the packages stand that they test."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "corridor"
# Each suite, and what its folders mirror.
SUITES = {"unit": PACKAGE, "store": PACKAGE, "pages": PACKAGE / "ui"}


def folders(root: Path) -> Iterator[Path]:
    """Give every package below a folder, without the folder itself."""
    return (file.parent for file in root.rglob("__init__.py") if file.parent != root)


def untested(packages: Iterable[Path], suites: dict[Path, Path]) -> list[str]:
    """Name the packages that have neither a folder nor a file of tests in any suite."""
    found = []
    for package in packages:
        places = [
            tests / package.relative_to(mirrored)
            for tests, mirrored in suites.items()
            if package.is_relative_to(mirrored) and package != mirrored
        ]
        if not any(list(at.rglob("test_*.py")) or file_of(at).is_file() for at in places):
            found.append(package.name)
    return found


def file_of(place: Path) -> Path:
    return place.with_name(f"test_{place.name}.py")


@pytest.mark.parametrize("suite", SUITES)
def test_each_folder_of_tests_is_named_after_a_package(suite: str) -> None:
    tests, mirrored = ROOT / "tests" / suite, SUITES[suite]
    strangers = [
        folder.relative_to(tests).as_posix()
        for folder in folders(tests)
        if not (mirrored / folder.relative_to(tests) / "__init__.py").is_file()
    ]
    assert strangers == []


@pytest.mark.parametrize("suite", SUITES)
def test_each_folder_of_tests_is_a_package(suite: str) -> None:
    """Two files of one name are told apart by their packages only."""
    files = (ROOT / "tests" / suite).rglob("test_*.py")
    assert [file for file in files if not (file.parent / "__init__.py").is_file()] == []


def test_every_package_has_tests() -> None:
    suites = {ROOT / "tests" / suite: mirrored for suite, mirrored in SUITES.items()}
    assert untested(folders(PACKAGE), suites) == []


def test_a_package_without_tests_is_noticed(tmp_path: Path) -> None:
    code, tests = tmp_path / "code", tmp_path / "tests"
    for name in ("charts", "maps", "maps/marks", "texts"):
        (code / name).mkdir(parents=True)
        (code / name / "__init__.py").touch()
    (tests / "maps").mkdir(parents=True)
    (tests / "maps" / "test_marks.py").touch()
    (tests / "test_texts.py").touch()
    assert untested(folders(code), {tests: code}) == ["charts"]
