"""Every table of a workbench and of the serving copy is told: who makes and reads it, what for."""

from __future__ import annotations

from corridor.docs import workbench
from corridor.settings import PROJECT
from corridor.words import say

PAGE = PROJECT / "docs" / "workbench.md"


def test_what_every_table_holds_is_told() -> None:
    held = workbench.told(PAGE.read_text("utf-8"))
    assert {place: set(tables) for place, tables in held.items()} == {
        place: set(tables) for place, tables in workbench.found().items()
    }
    untold = say("tables-untold")
    assert [name for tables in held.values() for name in tables if tables[name] == untold] == []


def test_no_table_is_made_that_nobody_reads() -> None:
    inner = {"guarded", "live_accounts", "heads", "other_records"}  # read where they are made
    unread = {
        name for tables in workbench.found().values() for name in tables if not tables[name].readers
    }
    assert unread == inner


def test_maker_changers_and_readers_are_found() -> None:
    effects = workbench.found()["ingest"]["effects"]
    assert effects.makers == {("ingest/review/compare.py", "effects")}
    assert ("ingest/review/matching.py", "candidates") in effects.readers
    cells = workbench.found()["ingest"]["cells"]
    assert ("ingest/checks/place_names.py", "take_names") in cells.changers
    # A frame is kept, not made by a statement; a step of a question is no table of that name.
    assert workbench.found()["ingest"]["answers"].makers == {("ingest/checks/rows.py", "")}
    assert "known" not in workbench.found()["ingest"]
    # `landed` is a table of both places: each package means its own.
    assert not any("ingest" in module for module, _ in workbench.found()["store"]["landed"].readers)


def test_what_is_written_by_hand_outlives_a_new_page() -> None:
    text = workbench.workbench_markdown(PAGE)
    assert "Points that stand for an area" in text
    assert list(workbench.told(text)["ingest"])[:2] == ["raw", "landed"]


def test_a_table_that_is_not_told_yet_is_listed(tmp_path) -> None:
    page = tmp_path / "workbench.md"
    assert workbench.workbench_markdown(page).count(say("tables-untold")) == sum(
        len(tables) for tables in workbench.found().values()
    )
