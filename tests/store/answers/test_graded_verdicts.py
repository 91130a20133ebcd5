"""What verdicts would be by well graded incidents alone equals what such data give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from corridor import answers
from corridor.answers import GradedVerdicts
from corridor.filter import IncidentFilter
from corridor.findings import evaluate, load_report
from corridor.settings import SHIPPED, Settings
from corridor.store import Store
from corridor.texts import graded_verdicts_text
from tests.grades_again import graded, is_kept
from tests.store.conftest import Run, account, imported
from tests.store.test_sensitivity import THEN, reseed

REPORT = load_report(SHIPPED / "reports" / "is-there-a-return-of-isis-2018")
AS_OF = date.fromisoformat(THEN[1])
# Its factors of what goes unrecorded grow when what they were measured on is left out; the fourth
# is measured against years that are gone then.
FACTORED = 3


def again(store: Store, grade: str, *, unjudged: bool = False) -> GradedVerdicts:
    tested = evaluate(store, REPORT, AS_OF)
    return answers.graded_verdicts(store, REPORT, tested, grade, unjudged=unjudged)


@pytest.mark.parametrize(("grade", "unjudged"), [("B3", False), ("B2", True), ("A1", True)])
def test_verdicts_by_grade_are_those_of_data_without_the_rest(
    run: Run, store: Store, tmp_path: Path, grade: str, unjudged: bool
) -> None:
    found = again(store, grade, unjudged=unjudged)
    rows = graded()
    kept = rows[is_kept(rows, IncidentFilter(grade=grade, unjudged=unjudged))]
    condition = "record_kind <> 'account' OR list_contains($kept, incident_id)"
    reseed(tmp_path / "data", condition, kept=sorted(kept.index))
    told = {
        item["number"]: item["verdict"]
        for item in run("findings", "--json", *THEN, data=tmp_path / "data").json
    }
    alone = {each.finding: each.alone for each in found.findings if each.finding != FACTORED}
    assert alone == {number: told[number] for number in alone}
    assert any(not each.stands for each in found.findings)


def test_the_command_says_the_same_in_words_and_in_json(
    run: Run, store: Store, shipped: Settings
) -> None:
    data = shipped.data_dir
    found = again(store, "B2")
    listed = run("findings", "--grade", "b2", "--json", *THEN, data=data).json
    assert [item["graded"] for item in listed] == [each.as_json() for each in found.findings]
    told = graded_verdicts_text.in_words(found)
    assert told in run("findings", "--grade", "B2", *THEN, data=data).out
    assert "graded" not in run("findings", "--json", *THEN, data=data).json[0]
    assert "--unjudged needs --grade" in run("findings", "--unjudged", *THEN, data=data).err
    answer = next(each for each in found.findings if each.finding == found.answer)
    assert told.startswith("By incidents graded B2 or better alone (")
    assert f"the answer {'stays' if answer.stands else 'changes from'} “" in told


def test_what_the_grade_leaves_out_moves_no_verdict_by_it(tiny_store: Store) -> None:
    """A hundred that nobody can judge, and one graded worse: verdicts by grade stay."""

    def alone() -> list[Any]:
        return [replace(each, verdict="", incidents=0, value=0.0) for each in
                again(tiny_store, "B2").findings]  # fmt: skip

    before = alone()
    rows = [
        account(f"UCDP:9{at:06}", source="UCDP", actor2="Civilians", fatalities_best=3,
                source_grade="E5" if at else None)
        for at in range(2)
    ]  # fmt: skip
    tiny_store.commit(pd.concat(rows, ignore_index=True), imported())
    assert alone() == before
