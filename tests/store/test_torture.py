"""The short form of `make torture`: a few writers killed, a full disk, the order of syncs."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from corridor.settings import PROJECT
from corridor.store import open_store
from tests.torture import full_disk, syncs
from tests.torture.report import Tried, markdown
from tests.torture.seed import small_data_folder
from tests.torture.storm import Storm, race_to_undo

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals and mounts of Linux")


@pytest.fixture(autouse=True)
def no_main_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """Page tests leave a page as the main module, which every new process would run."""
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))


def test_writers_killed_at_random_lose_and_double_nothing(tmp_path: Path) -> None:
    settings = small_data_folder(tmp_path / "data")
    books = Storm(settings, writers=3, uploads=12, kills=6).rage(seed=1)
    assert books.is_right, books
    assert (books.acknowledged, books.undone, books.refused) == (12, 3, 3)
    assert len([item for item in open_store(settings).history() if item.action == "undo"]) == 3
    race = race_to_undo(settings, 3)
    assert race.count("undo") == 1
    assert sum("is undone already" in told for told in race) == 2
    text = markdown(Tried(1, 3, books, race, "no root", "no strace"))
    assert "Everything held." in text
    assert "3 processes tried, 1 did it. The others were told: “commit " in text
    assert "Skipped: no root." in text
    assert "Skipped: no strace." in text


def test_a_full_disk_refuses_whole_uploads_in_a_sentence(tmp_path: Path) -> None:
    if full_disk.why_not():
        pytest.skip(full_disk.why_not())
    found = full_disk.fill_up(tmp_path)
    assert found.is_right, found
    assert found.acknowledged
    assert found.sentence.startswith("nothing was saved: ")
    assert "No space left on device" in found.sentence


def test_all_is_synced_before_a_commit_is_acknowledged(tmp_path: Path) -> None:
    if syncs.why_not():
        pytest.skip(syncs.why_not())
    found = syncs.traced_import(small_data_folder(tmp_path / "data"), tmp_path)
    assert found.wrong == []
    assert len(found.lines) == 6
    assert str(PROJECT) not in "".join(found.lines)
