"""The one door for writes: permission is asked before anything is written, by every action."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from corridor import actions, people
from corridor.findings.judgements import Judgement
from corridor.ingest.review.confirm import Choices
from corridor.ingest.review.decisions import link_record
from corridor.ingest.review.grading import ByHand, record
from corridor.ingest.review.upload import check
from corridor.people import NotAllowedError, Person
from corridor.settings import Settings
from corridor.store import Store
from corridor.views import saved_views
from tests.store.conftest import csv_text, killing

SOMEBODY = Person("A. Tester")
KNOWN = "UCDP:259081"


def upload(store: Store, own: Settings) -> object:
    found = check(store, own, csv_text([killing(1)]).encode(), "one.csv")
    return actions.upload(store, SOMEBODY, found, Choices())


def link(store: Store, _own: Settings) -> object:
    rows = store.read("SELECT incident_id FROM accounts WHERE account_rank = 1 LIMIT 2", {})
    first, second = rows["incident_id"]
    return actions.link(store, SOMEBODY, link_record(store, first, second, "a test"))


def judge(store: Store, _own: Settings) -> object:
    judged = Judgement(KNOWN, "supports", "a test", "", "")
    return actions.judge(store, SOMEBODY, "isis-return", 1, judged)


def grade(store: Store, _own: Settings) -> object:
    return actions.grade(store, SOMEBODY, record(store, ByHand(KNOWN, "B2", "a test")))


def view(_store: Store, own: Settings) -> object:
    return actions.save_view(own, SOMEBODY, "a view", "map")


def restore(store: Store, own: Settings) -> object:
    return actions.restore(store, SOMEBODY, 0)


ACTIONS: dict[str, Callable[[Store, Settings], object]] = {
    "upload": upload,
    "hide": lambda store, _: actions.hide(store, SOMEBODY, [KNOWN], "a test"),
    "link": link,
    "judge": judge,
    "grade": grade,
    "view": view,
    "undo": lambda store, _: actions.undo(store, SOMEBODY, store.history()[0].commit_id),
    "redo": lambda store, _: actions.redo(store, SOMEBODY, store.history()[0].commit_id),
    "restore": restore,
    "replace": lambda _, own: actions.replace(own, SOMEBODY, Path("nothing.tar.gz")),
}


@pytest.mark.parametrize("name", ACTIONS)
def test_nobody_writes_who_may_not(
    own_store: Store, own: Settings, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    version = own_store.version
    monkeypatch.setitem(people.RIGHTS, "admin", people.ALL - {name})
    with pytest.raises(NotAllowedError, match=r"A\. Tester may not do this"):
        ACTIONS[name](own_store, own)
    assert own_store.version == version


def test_every_action_asks_and_is_in_the_history_by_name(own_store: Store, own: Settings) -> None:
    assert set(ACTIONS) == people.ALL
    for name in ("upload", "grade", "hide", "link", "judge", "undo"):
        before = own_store.version
        assert ACTIONS[name](own_store, own)
        assert own_store.version == before + 1
        assert own_store.history()[0].author == "A. Tester"
    # A saved view is no change of the data: it has a list of its own.
    version = own_store.version
    assert view(own_store, own)
    assert [each.saved_by for each in saved_views(own)] == ["A. Tester"]
    assert own_store.version == version


@pytest.mark.parametrize(("reason", "name"), [("", "A. Tester"), (" ", "A. Tester"), ("x", " ")])
def test_a_judgement_needs_a_reason_and_a_name(own_store: Store, reason: str, name: str) -> None:
    judged = Judgement(KNOWN, "supports", reason, "", "")
    with pytest.raises(actions.JudgementError):
        actions.judge(own_store, Person(name), "isis-return", 1, judged)
    with pytest.raises(actions.JudgementError, match="no ruling"):
        actions.judge(own_store, SOMEBODY, "isis-return", 1, Judgement(KNOWN, "maybe", "x", "", ""))
    assert isinstance(own_store.read("SELECT 1 AS one", {}), pd.DataFrame)
