"""What README and docs show is run, and what can be chosen is told there."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from corridor import filter as filters
from corridor import queries, vocabulary
from corridor.cli.arguments import build_parser
from corridor.settings import PROJECT, SECRETS, Settings
from corridor.ui.frame import navigation
from tests import ucdp_files
from tests.store.conftest import Row, Run, csv_text, killing

PAGES = [
    PROJECT / "README.md",
    PROJECT / "CONTRIBUTING.md",
    *sorted((PROJECT / "docs").glob("*.md")),
]
FENCED = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
SHOWN = re.compile(r"^\S*python -m corridor ([a-z].*?)(?:\s+#.*)?$", re.MULTILINE)
INLINE = re.compile(r"`(?:python -m )?corridor ([a-z][^`]*)`")
CELLS = re.compile(r"^\| (.*) \| (.*) \| (.*) \|$", re.MULTILINE)
# Runs until it is stopped: see test_server.py and test_wheel.py.
ENDLESS = ("serve",)
# Would call a publisher: see tests/unit/fetching.
OUTWARD = ("update",)


def text(path: Path) -> str:
    return path.read_text("utf-8")


def shown() -> list[str]:
    """Return every command of a block that a shell would run, in the order of the pages."""
    blocks = [block for page in PAGES for block in FENCED.findall(text(page))]
    return [line for block in blocks for line in SHOWN.findall(block.replace("\\\n", " "))]


def commands() -> dict[str, argparse.ArgumentParser]:
    actions = build_parser()._actions
    [found] = [item for item in actions if isinstance(item, argparse._SubParsersAction)]
    return dict(found.choices)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the commands speak of."""
    monkeypatch.chdir(tmp_path)
    sheet = {"Date": "2018-06-05", "event type": "Battles", "Source": "SHEET"}
    rows: dict[str, list[Row]] = {"incidents.csv": [killing(7), killing(8)], "sheet.csv": [sheet],
            "withdrawn.csv": [{"incident_id": "MYLIST:8"}]}  # fmt: skip
    for name, listed in rows.items():
        (tmp_path / name).write_text(csv_text(listed), encoding="utf-8")
    for name in ("GEDEvent_v25_1.csv", "ucdp_iraq.csv"):
        (tmp_path / name).write_text(ucdp_files.text(ucdp_files.events(5, 2019, 2024)))
    (tmp_path / "inbox").mkdir()
    return tmp_path


def test_the_commands_that_are_shown_do_what_they_say(run: Run, own: Settings, desk: Path) -> None:
    """In their order, on one store; ids and versions of the text are those of this store."""
    done: list[str] = []
    for line in shown():
        words = shlex.split(line)
        if words[0] in ENDLESS + OUTWARD:
            build_parser().parse_args(words)
            continue
        last = run("history", "--json", data=own.data_dir).json[0]
        if words[0] == "undo":
            words[1] = last["commit_id"]
        if words[0] == "restore":
            words[words.index("--to") + 1] = "1"
        if words[0] in ("link", "retract"):  # what was undone above is there again
            run("import", "incidents.csv", data=own.data_dir)
        found = run(*words, data=own.data_dir)
        assert found.code == 0, f"{line}: {found.out}{found.err}"
        done.append(words[0])
    assert set(done) > {"import", "mapping", "undo", "retract", "restore", "summary", "findings"}
    assert (desk / "mapping.json").exists()
    assert (desk / "incidents.geojson").exists()
    assert run("verify", data=own.data_dir).code == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_within_a_text_exist(page: Path) -> None:
    known = commands()
    for line in INLINE.findall(text(page)):
        name, *words = shlex.split(line)
        assert name in known, line
        options = [word for word in words if word.startswith("--")]
        assert set(options) <= set(known[name]._option_string_actions), line


def choices() -> Iterator[tuple[str, str]]:
    for line, flags, _ in CELLS.findall(text(PROJECT / "docs" / "filters.md").split("\n## ")[0]):
        if line.startswith("`"):
            yield line.strip("`"), flags.strip("`")


@pytest.mark.parametrize(("address", "flags"), list(choices()))
def test_an_address_and_its_flags_are_the_same_filter(
    run: Run, shipped: Settings, address: str, flags: str
) -> None:
    asked = run("summary", "--json", *shlex.split(flags), data=shipped.data_dir).json["filter"]
    for key, values in parse_qs(address, strict_parsing=True).items():
        assert asked[key] == values


def test_every_choice_of_the_filter_is_told() -> None:
    told = text(PROJECT / "docs" / "filters.md")
    keys = {key for address, _ in choices() for key in parse_qs(address)}
    assert keys == set(filters.URL_KEYS)
    shown_flags = set(re.findall(r"--[a-z-]+", " ".join(flags for _, flags in choices())))
    [group] = [
        group
        for group in commands()["summary"]._action_groups
        if str(group.title).startswith("filter")
    ]
    assert shown_flags == {action.option_strings[0] for action in group._group_actions}
    words = [
        *vocabulary.EVENT_TYPES, *vocabulary.GEO_PRECISIONS.values(), *queries.PERIODS,
        *queries.STACKS, filters.ONLY_UPLOADS, *vocabulary.TACTICS,
    ]  # fmt: skip
    assert [word for word in words if f"`{word}`" not in told] == []
    beside = (navigation.AS_OF, navigation.INCIDENT, navigation.FINDING)
    assert [key for key in beside if f"`{key}=" not in told] == []


def test_every_setting_that_is_named_exists_and_every_one_is_told() -> None:
    known = {item.metadata["variable"] for item in fields(Settings)} | set(SECRETS.values())
    told = {name for page in PAGES for name in re.findall(r"CORRIDOR_[A-Z_]+", text(page))}
    assert known <= set(re.findall(r"CORRIDOR_[A-Z_]+", text(PROJECT / "docs" / "settings.md")))
    assert told - known <= {"CORRIDOR_SOURCES", "CORRIDOR_BROWSER"}  # of the tests
