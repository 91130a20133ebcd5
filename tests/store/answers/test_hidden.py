"""Rows of the measuring series that people have hidden are counted beside every figure."""

from __future__ import annotations

from datetime import date

import pandas as pd

from corridor import answers
from corridor.settings import Settings
from corridor.store import open_store
from tests.store.conftest import Run, account, imported


def test_hidden_rows_are_told_beside_figures_and_verdicts(run: Run, tiny: Settings) -> None:
    def told() -> set[int]:
        summary = run("summary", "--json", data=tiny.data_dir).json
        findings = run("findings", "--json", data=tiny.data_dir).json
        return {summary["hidden"], *(finding["hidden"] for finding in findings)}

    store = open_store(tiny)
    rows = store.read("SELECT incident_id FROM accounts WHERE source = 'UCDP' LIMIT 3")
    assert told() == {0}
    run("retract", *rows["incident_id"], "--reason", "not there", data=tiny.data_dir)
    assert told() == {3}
    assert answers.hidden(open_store(tiny)) == answers.Hidden("UCDP", 3)


def test_what_others_tell_and_what_a_release_withdrew_is_not_among_them(tiny: Settings) -> None:
    store = open_store(tiny)
    store.commit([account("TEST:1")], imported())
    store.retract(["TEST:1"], "not there")
    names = store.read("SELECT incident_id FROM accounts WHERE source = 'UCDP' LIMIT 1")
    said = {"record_kind": "retraction", "reason": "withdrawn", "release": "25.1"}
    store.commit([names.assign(**said)], imported())
    left = store.read("SELECT incident_id FROM accounts WHERE source = 'UCDP'")
    assert names["incident_id"].iloc[0] not in set(left["incident_id"])
    assert answers.hidden(store).rows == 0


def test_they_are_those_of_the_series_that_measures(run: Run, tiny: Settings) -> None:
    store = open_store(tiny)
    rows = store.read("SELECT incident_id FROM accounts WHERE source = 'UCDP' LIMIT 2")
    names = [f"ACLED:{number}" for number in range(4)]
    said = {"record_kind": "source", "source": "ACLED", "title": "ACLED", "role": "series"}
    days = {"coverage_from": date(2018, 1, 1), "coverage_to": date(2018, 12, 31)}
    accounts = [account(name, source="ACLED") for name in names]
    store.commit([pd.DataFrame([said | days]), *accounts], imported())
    store.retract([*rows["incident_id"], *names[1:]], "not there")
    for words, hidden in (((), 2), (("--series", "ACLED"), 3)):
        for command in ("summary", "findings"):
            found = run(command, "--json", *words, data=tiny.data_dir).json
            told = found if isinstance(found, list) else [found]
            assert {item["hidden"] for item in told} == {hidden}, (command, words)
    assert answers.hidden(open_store(tiny), "UCDP + UCDP-CANDIDATE").rows == 2
