"""What is installed is pinned whole: `make pins` makes the lists from a short one."""

from __future__ import annotations

import tomllib
from importlib.metadata import distribution, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LISTS = {"requirements.in": "requirements.txt", "requirements-dev.in": "requirements-dev.txt"}


def listed(name: str) -> dict[str, Requirement]:
    """Read a list, with the one that it builds on."""
    found: dict[str, Requirement] = {}
    for line in (ROOT / name).read_text("utf-8").splitlines():
        text = line.partition("#")[0].strip()
        if text.startswith("-r "):
            found |= listed(text.removeprefix("-r ").strip())
        elif text:
            wanted = Requirement(text)
            found[canonicalize_name(wanted.name)] = wanted
    return found


def closure(wanted: list[Requirement]) -> set[str]:
    """Name all that the installed packages need in their turn, on this machine."""
    found: set[str] = set()
    waiting = [(item.name, item.extras) for item in wanted]
    while waiting:
        name, extras = waiting.pop()
        found.add(canonicalize_name(name))
        for line in distribution(name).requires or []:
            needed = Requirement(line)
            holds = needed.marker is None or any(
                needed.marker.evaluate({"extra": extra}) for extra in ("", *extras)
            )
            if holds and canonicalize_name(needed.name) not in found:
                waiting.append((needed.name, needed.extras))
    return found


@pytest.mark.parametrize(("short", "whole"), LISTS.items())
def test_every_direct_need_is_pinned_as_it_is_stated(short: str, whole: str) -> None:
    pinned = listed(whole)
    for name, wanted in listed(short).items():
        assert pinned[name].specifier == wanted.specifier, name


@pytest.mark.parametrize(("short", "whole"), LISTS.items())
def test_all_that_is_needed_is_pinned_to_what_is_tested(short: str, whole: str) -> None:
    pinned = listed(whole)
    needed = closure(list(listed(short).values()))
    assert needed - set(pinned) == set(), "run `make pins`"
    for name in needed:
        assert str(pinned[name].specifier) == f"=={version(name)}"


def test_the_package_states_its_direct_needs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    dynamic = project["tool"]["setuptools"]["dynamic"]
    assert dynamic["dependencies"] == {"file": ["requirements.in"]}


def test_both_lists_pin_the_same() -> None:
    run, dev = listed("requirements.txt"), listed("requirements-dev.txt")
    assert {name: dev[name] for name in run} == run
