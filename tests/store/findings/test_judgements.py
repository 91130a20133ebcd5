"""Judgements of several people: who agrees, who disputes, what is withdrawn, as a file."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest

from corridor import actions
from corridor.findings import Finding, evaluate, load_report
from corridor.findings.judgements import Judgement
from corridor.people import Person
from corridor.settings import SHIPPED
from corridor.store import Commit, Store
from corridor.texts import judgements_text
from tests.store.conftest import Run

SLUG = "is-there-a-return-of-isis-2018"
REPORT = load_report(SHIPPED / "reports" / SLUG)
# What is told here is told of the fifth conclusion: no other needs to be measured.
FIFTH = replace(REPORT, findings=(REPORT.finding(5),))
JUNE_30 = date(2018, 6, 30)
# Counted for the fifth conclusion, in Daquq.
ONE = "UCDP:259090"
A, B = Person("A. Smith"), Person("B. Jones")


def judge(store: Store, person: Person, ruling: str, name: str = ONE, number: int = 5) -> Commit:
    said = Judgement(name, ruling, f"{person.name} has a reason", "", "")
    return actions.judge(store, person, SLUG, number, said)


def withdraw(store: Store, person: Person, name: str = ONE, reason: str = "misread") -> Commit:
    return actions.withdraw(store, person, SLUG, 5, Judgement(name, "", reason, "", ""))


def fifth(store: Store) -> Finding:
    return evaluate(store, FIFTH, JUNE_30)[0]


def numerators(finding: Finding) -> list[float | None]:
    return [part.judged and part.judged.numerator for part in finding.parts]


def listed(finding: Finding) -> bool:
    return ONE in set(finding.evidence.supporting["incident_id"])


def test_where_people_agree_the_incident_moves_and_all_of_them_are_told(own_store: Store) -> None:
    judge(own_store, A, "not relevant")
    judge(own_store, B, "not relevant")
    found = fifth(own_store)
    assert [each.recorded_by for each in found.judged.standing] == ["A. Smith", "B. Jones"]
    assert not found.judged.disputed
    assert found.readings == ()
    assert not listed(found)
    assert (found.parts[1].indicator.numerator, numerators(found)[1]) == (7, 6)


def test_a_disputed_incident_stays_and_the_verdict_is_given_as_each_reads_it(
    own_store: Store,
) -> None:
    daquq = fifth(own_store).scene
    inside = daquq.series.rows[daquq.inside(REPORT.finding(5).counted)]
    names = [str(name) for name in inside.loc[inside["admin2"] == "Daquq", "incident_id"]]
    # As A reads it nothing in Daquq counts: that is what a store gives in which A alone judged.
    for name in names:
        judge(own_store, A, "not relevant", name)
    alone = fifth(own_store)
    for name in names:
        judge(own_store, B, "supports", name)
    found = fifth(own_store)
    assert found.judged.disputed == set(names)
    assert numerators(found) == [None, None, None]
    assert (found.judged_verdict, listed(found)) == ("", True)
    by = {each.by: each.verdict for each in found.readings}
    assert by == {"A. Smith": alone.judged_verdict, "B. Jones": found.verdict}
    assert alone.judged_verdict != found.verdict
    told = found.evidence.supporting.set_index("incident_id").loc[ONE, "judged"]
    assert told == (
        "disputed: not relevant, judged by A. Smith: A. Smith has a reason; "
        "supports, judged by B. Jones: B. Jones has a reason"
    )
    said = judgements_text.verdicts(found)
    assert f"on {len(names)} they disagree, and the rules’ own reading stays." in said
    assert f"By the rules the conclusion is “{found.verdict}”" in said
    assert f"as A. Smith reads it “{alone.judged_verdict}”" in said


def test_a_withdrawn_judgement_no_longer_stands_and_an_undo_brings_it_back(
    own_store: Store,
) -> None:
    before = fifth(own_store)
    judge(own_store, A, "not relevant")
    judge(own_store, B, "supports")
    with pytest.raises(actions.JudgementError, match=r"B\. Jones2 has no judgement on UCDP:259090"):
        withdraw(own_store, Person("B. Jones2"))
    with pytest.raises(actions.JudgementError, match="needs a reason"):
        withdraw(own_store, B, reason=" ")
    done = withdraw(own_store, Person(" b. jones"))
    found = fifth(own_store)
    assert [each.recorded_by for each in found.judged.standing] == ["A. Smith"]
    assert [each.reason for each in found.judged.withdrawn] == ["misread"]
    assert numerators(found)[1] == 6
    with pytest.raises(actions.JudgementError, match="no judgement"):
        withdraw(own_store, B)
    actions.undo(own_store, A, done.commit_id)
    assert fifth(own_store).judged.disputed == {ONE}
    withdraw(own_store, A)
    withdraw(own_store, B)
    after = fifth(own_store)
    assert (numerators(after), after.verdict) == (numerators(before), before.verdict)
    assert judgements_text.verdicts(after) == ""


def test_what_a_person_said_last_holds_by_whatever_account_and_spelling(own_store: Store) -> None:
    """The incident of 17 June 2018 is told by several accounts."""
    accounts = own_store.read(
        "SELECT account_ids FROM incidents WHERE len(account_ids) > 1 ORDER BY incident_id"
    )["account_ids"].iloc[0]
    first, second = (str(name) for name in accounts[:2])
    judge(own_store, A, "supports", first)
    judge(own_store, Person("a. smith "), "contradicts", second)
    judged = fifth(own_store).judged
    assert [each.ruling for each in judged.standing] == ["contradicts"]
    judge(own_store, B, "supports", first)
    assert len(fifth(own_store).judged.disputed) == 1


def test_a_judgement_of_before_several_people_were_told_apart_stands(own_store: Store) -> None:
    row = {
        "record_kind": "judgement", "incident_id": ONE, "report": SLUG, "finding": 5,
        "ruling": "not relevant", "reason": "old",
    }  # fmt: skip
    own_store.commit(
        pd.DataFrame([row]), Commit("", "judgement", "", recorded_at=datetime.now(UTC))
    )
    found = fifth(own_store)
    assert (len(found.judged.standing), numerators(found)[1]) == (1, 6)
    judge(own_store, A, "supports")
    assert judgements_text.author(fifth(own_store).readings[0].by) == "An analyst"


def test_all_of_it_is_exported(run: Run, tmp_path: Path) -> None:
    data_folder = tmp_path / "data"
    told = ("--finding", "5", "--reason", "=1+1")
    for author, ruling in (("A. Smith", "supports"), ("B. Jones", "not relevant")):
        done = run("judge", ONE, *told, "--ruling", ruling, "--author", author, data=data_folder)
        assert done.code == 0
    listed = run("judgements", "--json", data=data_folder).json
    assert [(each["recorded_by"], each["standing"]) for each in listed] == [
        ("A. Smith", "disputed"), ("B. Jones", "disputed"),
    ]  # fmt: skip
    taken = run("judge", ONE, *told, "--withdraw", "--author", "B. Jones", data=data_folder)
    assert taken.code == 0
    listed = run("judgements", "--json", data=data_folder).json
    assert [each["standing"] for each in listed] == ["stands", "withdrawn"]
    assert "withdrawn" in run("judgements", data=data_folder).out
    file = tmp_path / "judged.csv"
    assert run("judgements", "--out", str(file), data=data_folder).code == 0
    rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"))))
    assert [row["standing"] for row in rows] == ["stands", "withdrawn"]
    assert not rows[0]["reason"].startswith("=")  # a spreadsheet would compute it
    [said] = run("findings", "--json", data=data_folder).json[4]["judgements"]
    assert (said["recorded_by"], said["ruling"], said["is_disputed"]) == (
        "A. Smith", "supports", False,
    )  # fmt: skip
