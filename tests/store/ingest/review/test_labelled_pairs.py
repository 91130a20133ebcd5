"""How often a link by default is right, held against pairs that were labelled by hand."""

from __future__ import annotations

import re

import pytest
from bench.matching import FRESH, HALVES, LABELS, OUTCOMES, PAIRS, Measured, labels, measure

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
    pairs, _ = stated_tables()
    assert tuple(pairs[0][2:]) == OUTCOMES
    stated = {
        (kind, label, outcome): tuple(int(number) for number in cell.split(" + "))
        for kind, label, *counts in pairs[2:]
        for outcome, cell in zip(OUTCOMES, counts, strict=True)
    }
    tables = {half: found.table(half) for half in HALVES}
    assert stated == {
        (kind, label, outcome): tuple(
            tables[half][kind, label, outcome]
            for half in ((FRESH[kind],) if kind in FRESH else HALVES[:2])
        )
        for kind, label in {key[:2] for key in found.table()}
        for outcome in OUTCOMES
    }


def test_the_links_of_each_part_are_what_the_method_states(found: Measured) -> None:
    _, parts = stated_tables()
    seen = []
    for half in HALVES:
        same = [one for one in found.told if one.label == "same" and one.half == half]
        linked = [one for one in same if found.outcome(one) == "linked"]
        links = [str(len(rows)) for rows in found.links(half).values()]
        seen.append([half, *links, f"{len(linked)} of {len(same)}"])
    assert parts[2:] == seen


def test_no_link_by_default_is_wrong(found: Measured) -> None:
    counts = {half: {k: len(v) for k, v in found.links(half).items()} for half in HALVES}
    assert {half: tuple(count.values()) for half, count in counts.items()} == RIGHT
    assert sum(RIGHT[half][0] for half in HALVES[2:]) >= 50
    assert not found.links()["wrong"]


RIGHT = {
    HALVES[0]: (25, 0, 0),
    HALVES[1]: (23, 0, 0),
    "fresh": (34, 0, 1),
    "fresh again": (11, 0, 1),
    "fresh last": (10, 0, 2),
}


def test_where_a_list_does_not_tell_who_died_few_dead_mislead_it(
    store: Store, shipped: Settings
) -> None:
    """Two attacks of one day and town, one side killed in each: only who died tells them apart."""
    wrong = measure(store, shipped, victims=False).links()["wrong"]
    assert {(one.new_id, one.target_id) for one in wrong} == {
        ("UCDP:121167", "UCDP:126124"),
        ("UCDP:121374", "UCDP:122083"),
        ("UCDP:108998", "UCDP:108879"),
    }
    assert all("deaths agree" in one.why for one in wrong)


def stated_tables() -> tuple[list[list[str]], list[list[str]]]:
    """Return the tables of the method, of pairs and of parts, with their headings."""
    method = (PROJECT / "docs" / "method.md").read_text("utf-8")
    section = method.split("### How often a link by default is right")[1].split("\n#")[0]
    rows = [cells(row) for row in re.findall(r"^\|.*\|$", section, re.MULTILINE)]
    return [row for row in rows if len(row) == 6], [row for row in rows if len(row) == 5]


def cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]
