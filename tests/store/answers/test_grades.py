"""Grades: what gives them, and a filter by them that equals another computation."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pytest

from corridor import answers, packs, queries, vocabulary
from corridor.filter import IncidentFilter
from corridor.packs import Series
from corridor.store import Store
from corridor.texts import grade_text
from corridor.texts.count_phrases import grade_phrase
from tests.grades_again import graded, is_kept, with_grades
from tests.independent import random_filters
from tests.store.conftest import Run, account, imported

EVERYWHERE: Final = IncidentFilter(provinces=())


def with_a_grade() -> Iterator[IncidentFilter]:
    dice = random.Random(20180617)
    for at, chosen in enumerate(random_filters(24)):
        yield replace(chosen, grade=dice.choice(vocabulary.GRADES), unjudged=at % 2 == 0)
    yield from (replace(EVERYWHERE, grade=grade) for grade in vocabulary.GRADE_STOPS)


def test_every_grade_is_that_of_another_computation(store: Store) -> None:
    listed = queries.list_incidents(store, EVERYWHERE).set_index("incident_id")
    expected = graded().loc[listed.index]
    assert (listed["resolved_grade"] == expected["letter"] + expected["number"]).all()
    assert {"B1", "B2", "B3", "B6", "F3"} <= set(listed["resolved_grade"])


@pytest.mark.parametrize("chosen", list(with_a_grade()), ids=lambda each: each.describe())
def test_a_filter_by_grade_keeps_what_another_computation_keeps(
    store: Store, chosen: IncidentFilter
) -> None:
    rows = with_grades(chosen)
    kept = rows[is_kept(rows, chosen)]
    found = queries.summary(store, chosen)
    assert (found.incidents or 0) == len(kept)
    assert (found.fatalities_best or 0) == kept["fatalities_best"].sum()
    everything = is_kept(rows, replace(chosen, unjudged=True))
    nobody_can_say = (rows["letter"] == "F") | (rows["number"] == "6")
    assert (found.grade_of, found.grade_unjudged) == (
        len(rows),
        int((everything & nobody_can_say).sum()),
    )
    for listed in (
        queries.list_incidents(store, chosen).assign(incidents=1),
        queries.map_places(store, chosen),
        queries.timeline(store, chosen, "month", "type"),
    ):
        assert listed.loc[listed["beside"].isna(), "incidents"].sum() == len(kept)
    assert answers.grades(store, chosen).incidents == len(kept)


def test_the_filter_says_of_how_many_nobody_can_judge(store: Store, run: Run) -> None:
    chosen = replace(EVERYWHERE, grade="B2")
    found = queries.summary(store, chosen)
    told = f"{found.grade_unjudged} of {found.grade_of} cannot be judged and are left out"
    assert grade_phrase(found, chosen).replace(",", "") == told
    assert found.grade_unjudged > found.incidents > 0
    both = queries.summary(store, replace(chosen, unjudged=True))
    assert both.incidents == found.incidents + found.grade_unjudged
    assert grade_phrase(queries.summary(store, EVERYWHERE), EVERYWHERE) == ""


# What an account says beside `offices`, and its number by rule; the first is of one alone.
BASE: Final[dict[str, Any]] = {
    "source": "UCDP", "fatalities_low": 3, "fatalities_best": 3, "fatalities_high": 3,
    "event_date": date(2018, 6, 4),
}  # fmt: skip
RULES: Final[list[tuple[list[dict[str, Any]], str]]] = [
    ([{}], "6"),
    ([{"source_office": "Reuters News"}], "3"),
    ([{"source_office": "Reuters;Reuters News"}], "3"),
    ([{"source_office": "Reuters; Xinhua"}], "1"),
    ([{"source_office": "Reuters;Xinhua", "fatalities_high": 4}], "2"),
    ([{"source": "LOG"}], "3"),
    ([{"source_office": "Reuters"}, {"source": "LOG"}], "1"),
    ([{"source_office": "Reuters"}, {"source": "LOG", "fatalities_best": 4}], "2"),
    ([{"source_office": "Reuters"}, {"source": "LOG", "source_office": "Reuters"}], "3"),
    # A data set made of news that does not say which adds nobody.
    ([{"source_office": "Reuters"}, {"source": "ACLED"}], "3"),
    ([{"source_office": "Reuters"}, {"source": "LOG", "event_type": "Riots"}], "1"),
    ([{"source_office": "Reuters"}, {"source": "LOG", "event_date": date(2018, 6, 6)}], "2"),
]


def test_the_number_by_rule_in_each_case(tiny_store: Store) -> None:
    rows = []
    for at, (accounts, _) in enumerate(RULES):
        for nth, values in enumerate(accounts):
            name = f"{(BASE | values)['source']}:9{at:03}{nth}"
            rows.append(account(name, **BASE | values))
            if nth:
                to = f"{(BASE | accounts[0])['source']}:9{at:03}0"
                same = {"record_kind": "link", "incident_id": name, "target_id": to}
                rows.append(pd.DataFrame([same | {"reason": "same"}]))
    tiny_store.commit(pd.concat(rows, ignore_index=True), imported())
    found = queries.list_incidents(tiny_store, EVERYWHERE).set_index("incident_id")
    told = [found.loc[f"{(BASE | of[0])['source']}:9{at:03}0"] for at, (of, _) in enumerate(RULES)]
    assert [row["resolved_grade"][1] for row in told] == [number for _, number in RULES]


def numbers(store: Store) -> dict[str, str]:
    listed = queries.list_incidents(store, EVERYWHERE)
    return dict(zip(listed["incident_id"], listed["resolved_grade"], strict=True))


def test_a_grade_by_hand_holds_until_it_is_undone(
    run: Run, tiny_store: Store, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    before = numbers(tiny_store)
    name = next(iter(before))
    said = ("--reason", "I was there", "--author", "Ann")
    done = run("grade", name, "a1", *said, "--json", data=data).json
    assert numbers(tiny_store) == before | {name: "A1"}
    (grade,) = answers.incident(tiny_store, name).grades.values()
    assert (grade["letter_by"], grade["number_by"], grade["graded_by"]) == ("hand", "hand", "Ann")
    assert grade_text.with_origin(grade).startswith("A1 by hand: I was there (Ann, ")
    run("grade", name, "E5", *said, data=data)
    assert numbers(tiny_store)[name] == "E5"
    last = run("history", "--json", data=data).json[0]
    run("undo", last["commit_id"], data=data)
    assert numbers(tiny_store)[name] == "A1"
    run("undo", done["commit_id"], data=data)
    assert numbers(tiny_store) == before


def test_a_source_that_a_person_grades_moves_all_its_accounts(
    run: Run, tiny_store: Store, tmp_path: Path
) -> None:
    own = account("UCDP:9000001", source="UCDP", source_grade="C4", source_office="Reuters")
    tiny_store.commit(own, imported())
    before = numbers(tiny_store)
    assert before["UCDP:9000001"] == "C4"
    words = ("grade", "D", "--source", "UCDP", "--reason", "SYNTHETIC", "--author", "Ann")
    assert run(*words, data=tmp_path / "data").code == 0
    after = numbers(tiny_store)
    # What an account's file gave it stands before what is said of its source.
    assert after.pop("UCDP:9000001") == "C4"
    moved = {name: "D" + grade[1] for name, grade in before.items() if name in after}
    assert after == moved | {name: before[name] for name in after if before[name][0] == "F"}
    assert set(after.values()) & {"D3", "D6"}
    found = answers.grades(tiny_store, EVERYWHERE)
    assert {each.letter_by for each in found.grades} <= {"person", "file"}


REFUSED: Final = {
    "no number": (("UCDP:1", "B"), "“B” is no grade. Write a letter"),
    "no such grade": (("UCDP:1", "G7"), "“G7” is no grade"),
    "a number for a source": (("--source", "UCDP", "B2"), "Write one letter"),
    "no such source": (("--source", "NOBODY", "B"), "no source 'NOBODY'; known: PUBLIC"),
    "no such account": (("NOBODY:1", "B2"), "NOBODY:1"),
    "nothing named": (("B2",), "Name the account, or --source"),
}


@pytest.mark.parametrize("why", REFUSED)
def test_what_is_no_grade_is_refused_with_a_remedy(run: Run, shipped: Any, why: str) -> None:
    words, told = REFUSED[why]
    found = run("grade", *words, "--reason", "x", "--author", "y", data=shipped.data_dir)
    assert found.code != 0
    assert told in found.err


def test_without_uploads_an_upload_that_only_adds_an_account_moves_no_grade(
    tiny_store: Store,
) -> None:
    """Beside a shipped account a second teller, and one that disagrees; one is updated, too."""
    without = replace(EVERYWHERE, upload="without")

    def told() -> tuple[Any, ...]:
        listed = queries.list_incidents(tiny_store, without)
        disputed = [replace(without, disagree=(fact,)) for fact in ("deaths", "date")]
        return (
            dict(zip(listed["incident_id"], listed["grade_source"], strict=True)),
            [queries.summary(tiny_store, replace(without, grade=stop)).incidents
             for stop in vocabulary.GRADE_STOPS],
            answers.grades(tiny_store, without),
            [queries.summary(tiny_store, each).incidents for each in disputed],
            answers.disagreements(tiny_store, without),
        )  # fmt: skip

    before, grades = told(), numbers(tiny_store)
    listed = queries.list_incidents(tiny_store, without)
    certain = listed["fatalities_low"] == listed["fatalities_high"]
    alone = list(listed.loc[certain & (listed["resolved_grade"] == "B3"), "incident_id"])[:3]
    rows = []
    for at, name in enumerate(alone):
        own, killed = f"LOG:{at}", 900 if at else None
        rows.append(
            account(own, source="LOG", fatalities_best=killed, event_date=None, admin1=None)
        )
        link = {"record_kind": "link", "incident_id": own, "target_id": name, "reason": "same"}
        rows.append(pd.DataFrame([link]))
    rows.append(account(alone[2], source="UCDP", fatalities_best=3, source_office="Reuters;Xinhua"))
    tiny_store.commit(pd.concat(rows, ignore_index=True), imported())
    now = numbers(tiny_store)
    assert [now[name] for name in alone] == ["B1", "B2", "B2"]
    assert {name: now[name] for name in grades if name not in alone} == {
        name: grade for name, grade in grades.items() if name not in alone
    }
    assert told() == before


def test_a_grade_needs_a_reason_and_a_name(run: Run, tiny_store: Store, tmp_path: Path) -> None:
    name = next(iter(numbers(tiny_store)))
    found = run("grade", name, "B2", "--author", "Ann", data=tmp_path / "data")
    assert "A grade needs a reason" in found.err
    found = run("grade", name, "B2", "--reason", "seen", data=tmp_path / "data")
    assert "--author" in found.err or not found.code  # a machine may know its user
    assert run("grade", name, "B2", "--unjudged", data=tmp_path / "data").code != 0


@pytest.mark.parametrize("unjudged", [False, True])
@pytest.mark.parametrize("grade", vocabulary.GRADE_STOPS)
def test_an_incident_that_matches_nothing_moves_nothing(
    tiny_store: Store, grade: str, unjudged: bool
) -> None:
    """One worse in a half that is judged is kept by no filter, with or without the unjudged."""
    chosen = replace(EVERYWHERE, grade=grade, unjudged=unjudged)

    def told() -> tuple[Any, ...]:
        found = queries.summary(tiny_store, chosen)
        return (
            replace(found, grade_of=0, grade_unjudged=0),
            answers.key_figures(tiny_store, chosen).as_json(),
            answers.grades(tiny_store, chosen),
            answers.places(tiny_store, chosen).marks.to_dict("records"),
            queries.timeline(tiny_store, chosen, "month", "type").to_dict("records"),
        )

    before = told()
    letters, items = vocabulary.SOURCE_RELIABILITY, vocabulary.INFORMATION_CREDIBILITY
    worse = [
        letter + item
        for letter in letters
        for item in items
        if (letter > grade[0] and letter != "F") or (item > grade[1] and item != "6")
    ]
    if not unjudged:
        worse += ["F1", "A6", "F6"]
    rows = [
        account(f"UCDP:9{at:06}", source="UCDP", source_grade=each, fatalities_best=50)
        for at, each in enumerate(worse)
    ]
    if rows:
        tiny_store.commit(pd.concat(rows, ignore_index=True), imported())
        assert set(worse) <= set(numbers(tiny_store).values())
    assert told() == before


def test_f_and_6_are_a_class_of_their_own(tiny_store: Store) -> None:
    halves = ("F1", "A6", "F6", "F5", "E6", "A1")
    rows = [
        account(f"UCDP:9{at:06}", source="UCDP", source_grade=each)
        for at, each in enumerate(halves)
    ]
    tiny_store.commit(pd.concat(rows, ignore_index=True), imported())

    def kept(grade: str, *, unjudged: bool) -> set[str]:
        chosen = replace(EVERYWHERE, grade=grade, unjudged=unjudged)
        listed = queries.list_incidents(tiny_store, chosen)
        return set(listed.loc[listed["incident_id"].str.startswith("UCDP:9"), "resolved_grade"])

    assert kept("E5", unjudged=False) == {"A1"}
    assert kept("E5", unjudged=True) == set(halves)
    # A half that is judged still has to hold.
    assert kept("B2", unjudged=True) == {"F1", "A6", "F6", "A1"}


def test_a_letter_of_a_pack_is_that_of_its_series(
    monkeypatch: pytest.MonkeyPatch, tiny_store: Store
) -> None:
    (own,) = (each for each in packs.all_series() if each.code == "UCDP")
    assert (own.reliability, own.reliability_reason[:4]) == ("B", "UCDP")
    unjudged: Series = replace(own, reliability="F")
    monkeypatch.setattr(packs, "all_series", lambda: (unjudged,))
    assert {grade[0] for grade in numbers(tiny_store).values()} == {"F"}
