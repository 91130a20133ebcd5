"""How often a link by default is right, held against pairs that were labelled by hand."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from bench.matching import HALVES, LABELS, OUTCOMES, PAIRS, Measured, labels, measure

from corridor.settings import PROJECT, Settings
from corridor.store import Store


@pytest.fixture(scope="module")
def found(store: Store, shipped: Settings) -> Measured:
    return measure(store, shipped)


def test_at_least_two_hundred_pairs_have_a_label_and_a_reason() -> None:
    told = labels()
    assert len({frozenset((one.new_id, one.known_id)) for one in told}) == len(told) >= 200
    assert {one.label for one in told} == set(LABELS)
    assert all(one.reason.strip() for one in told)
    for name in ("rewritten_acled.csv", "rewritten_gtd.csv"):
        rows = (PAIRS / name).read_text("utf-8").splitlines()[1:]
        assert all("SYNTHETIC" in row for row in rows)


def test_what_becomes_of_the_pairs_is_what_the_method_states(found: Measured) -> None:
    method = (PROJECT / "docs" / "method.md").read_text("utf-8")
    section = method.split("### How often a link by default is right")[1].split("\n#")[0]
    heading, _, *rows = re.findall(r"^\|.*\|$", section, re.MULTILINE)
    assert tuple(cells(heading)[2:6]) == OUTCOMES
    stated = {
        (kind, label, outcome): tuple(int(number) for number in cell.split(" + "))
        for kind, label, *counts in map(cells, rows)
        for outcome, cell in zip(OUTCOMES, counts, strict=True)
    }
    set_by, held = (found.table(half) for half in HALVES)
    seen = {key[:2] for key in found.table()}
    assert stated == {
        (*key, outcome): (set_by[*key, outcome], held[*key, outcome])
        for key in seen
        for outcome in OUTCOMES
    }


def test_links_by_default_are_right_where_each_account_has_its_own(found: Measured) -> None:
    """Only rows of a list that counts one attack twice, their own account hidden, are mistaken."""
    counts = {half: {k: len(v) for k, v in found.links(half).items()} for half in HALVES}
    assert counts == RIGHT
    kinds = {one.new_id: one.kind for one in found.told}
    wrong = Counter(kinds[one.new_id] for one in found.links()["wrong"])
    assert set(wrong) <= {"two lists"}
    assert sum(len(rows) for rows in found.links().values()) >= 50


RIGHT = {
    HALVES[0]: {"right": 27, "wrong": 0, "unsure": 0},
    HALVES[1]: {"right": 26, "wrong": 0, "unsure": 0},
}


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]
