"""A rerun costs what changed: what is kept is neither asked nor drawn again."""

from __future__ import annotations

import gc
from collections import Counter

import pytest

from corridor.store.log import Log
from corridor.store.serving import Serving
from corridor.ui import cached, frame, navigation
from tests.pages.conftest import Open, html

FILTER = {"province": ["Kirkuk"], "dates": ["2018-01-01", "2018-06-30"]}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often the disk was asked for the version, and the store for rows."""
    counted: Counter[str] = Counter()
    refresh, read = Log.refresh, Serving.read

    def refreshed(log: Log) -> int:
        counted["versions"] += 1
        return refresh(log)

    def was_read(serving: Serving, *arguments: object) -> object:
        counted["reads"] += 1
        return read(serving, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Log, "refresh", refreshed)
    monkeypatch.setattr(Serving, "read", was_read)
    return counted


def test_a_rerun_with_kept_answers_asks_for_the_version_alone(
    open_page: Open, asked: Counter[str]
) -> None:
    app = open_page("overview", **FILTER)
    assert asked["reads"] > 5
    first = html(app)
    asked.clear()
    assert html(app.run()) == first
    assert asked == {"versions": 1}
    asked.clear()
    assert html(open_page("overview", **FILTER)) == first  # another visitor
    assert asked["reads"] == 0


def test_a_commit_is_seen_by_the_next_rerun(open_page: Open) -> None:
    app = open_page("overview", **FILTER)
    before = cached.store().version
    assert f"data version {before}." in html(app)
    ids = ["RAWABET:2018-06-17-injana"]
    with cached.one_run():
        assert cached.data_state()[0] == before
        made = cached.store().retract(ids, "a test")
        assert made
        assert cached.data_state()[0] == made.version  # within the same run too
    assert f"data version {made.version}." in html(app.run())
    cached.store().undo(made.commit_id)


def test_answers_are_told_apart_by_all_of_their_arguments() -> None:
    def key(*arguments: object) -> str:
        return cached._key(navigation.query, arguments)

    chosen = cached.options().default_filter()
    kinds = [(chosen, "light"), (chosen, "dark"), (chosen,), (chosen, "light", True)]
    assert len({key(*kind) for kind in kinds}) == len(kinds)


def test_what_stays_is_left_out_of_the_search_for_garbage_once(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen: list[int] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(1))
    monkeypatch.setattr(frame, "_SETTLED", set())
    open_page("overview").run()
    assert len(frozen) == 1
