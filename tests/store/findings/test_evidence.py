"""Evidence, judgements, coverage and history of the findings, on the shipped store."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from corridor import answers, queries, words
from corridor import settings as settings_module
from corridor.filter import IncidentFilter
from corridor.findings import (
    Finding,
    Report,
    as_json,
    evaluate,
    history,
    load_report,
    verdict_changes,
)
from corridor.store import Commit, Store

SLUG = "is-there-a-return-of-isis-2018"
JUNE_30 = date(2018, 6, 30)


@pytest.fixture(scope="module")
def report() -> Report:
    return load_report(settings_module.load().reports_dir / SLUG)


def commit(store: Store, **values: object) -> Commit:
    row = pd.DataFrame([values])
    return store.commit(row, Commit("", "import", "Analyst", recorded_at=datetime.now(UTC)))


def test_json_has_the_promised_shape(store: Store, report: Report) -> None:
    found = as_json(evaluate(store, report))
    assert json.loads(json.dumps(found, allow_nan=False)) == found
    assert [item["number"] for item in found] == [1, 2, 3, 4, 5]
    keys = {"number", "slug", "verdict", "confidence", "indicator", "indicators", "supporting",
            "contradicting", "cited"}  # fmt: skip
    assert all(keys <= set(item) for item in found)
    here = found[3]["indicator"]
    assert (round(here["value"], 2), here["numerator"], here["denominator"]) == (1.23, 59, 96)
    iraq, corridor = found[3]["indicators"]
    assert (corridor["subject"], corridor["at_most"]) == ("attacks by ISIS", 2.0)
    assert [part["beside"]["numerator"] for part in (iraq, corridor)] == [76, 38]
    assert [part["contrast"]["others"] for part in found[4]["indicators"]] == [15, 15, 15]
    assert "UCDP:259081" in found[1]["cited"]
    assert found[1]["indicators"][0]["interval_holds"] is None
    holds = found[3]["indicators"][0]["interval_holds"]
    assert 0.85 < holds["least"] < 0.9 < holds["mean"] < 0.92 < holds["most"]


def test_halves_of_one_counted_set(store: Store, report: Report) -> None:
    for finding in evaluate(store, report):
        lists = (finding.evidence.supporting, finding.evidence.contradicting)
        ids = [name for rows in lists for name in rows["incident_id"]]
        assert len(ids) == len(set(ids)) == finding.counted
        assert all(name.startswith("UCDP:") for name in ids), "gathered incidents are not counted"


def test_each_incident_says_why(store: Store, report: Report) -> None:
    found = evaluate(store, report, date(2018, 12, 25))
    roads = found[0].evidence
    assert roads.supporting["why"].str.contains(r"\d\u00a0km away, \d+\u00a0days? before").all()
    assert roads.supporting["why"].str.contains(r"km from .*road", case=False).all()
    assert (
        roads.contradicting["why"]
        .str.contains("no other within 10\u00a0km in the 180\u00a0days")
        .all()
    )
    ground = found[4].evidence.supporting
    assert ground["why"].str.contains("Hamrin|Daquq|Tuz Khurmatu").all()
    for finding in found:
        assert (finding.evidence.supporting["why"].str.len() > 0).all()
        assert finding.evidence.supporting["event_date"].is_monotonic_decreasing


def test_each_incident_has_the_grade_that_counts(store: Store, report: Report) -> None:
    """As the incidents have it, not as a file gave it: no shipped file gave any."""
    listed = queries.list_incidents(store, IncidentFilter(provinces=())).set_index("incident_id")
    found = answers.evidence_of(store, report, 5, JUNE_30)
    assert len(found.supporting)
    for rows in (found.supporting, found.cited):
        assert rows["source_grade"].isna().all()
        counted = rows[rows["incident_id"].isin(listed.index)]
        for name in ("resolved_grade", "grade_source"):
            assert list(counted[name]) == list(listed.loc[counted["incident_id"], name])


def test_a_finding_that_is_kept_speaks_the_language_of_who_reads_it(
    store: Store, report: Report
) -> None:
    found = evaluate(store, report)[4]
    before = said_of(found)
    with words.speaking("xx"):
        assert all(there != here for there, here in zip(said_of(found), before, strict=True))
    assert said_of(found) == before
    assert found.evidence is found.evidence


def said_of(finding: Finding) -> list[str]:
    (part, *_), (check, *_) = finding.parts, finding.confidence.checks
    return [
        finding.reason, part.sentence, part.threshold_words, part.indicator.note, check.words,
        finding.evidence.supporting["why"].iloc[0], finding.absences["why"].iloc[0],
        finding.shown[0].sentence,
    ]  # fmt: skip


def test_cited_incidents_name_their_account(store: Store, report: Report) -> None:
    cited = evaluate(store, report)[1].evidence.cited
    assert cited["incident_id"].tolist() == ["UCDP:259081"]
    why = cited["why"].iloc[0]
    assert "described in the report (PUBLIC:2018-06-17-injana-afp," in why
    assert "RAWABET:2018-06-17-injana)" in why
    before = evaluate(store, report, date(2018, 6, 16))[1]
    assert before.evidence.cited.empty
    assert before.verdict == "not enough data"


def test_quiet_spells_are_longer_than_fourteen_days(store: Store, report: Report) -> None:
    spells = evaluate(store, report)[2].absences
    assert (spells["days"] > 14).all()
    assert {"Kirkuk", "Samarra"} == set(spells["label"])
    assert spells["last"].max() <= JUNE_30


def test_what_the_series_does_not_cover_is_not_quiet(store: Store, report: Report) -> None:
    found = evaluate(store, report, date(2020, 6, 30))
    assert {finding.verdict for finding in found if finding.number != 2} == {"not enough data"}
    assert "unknown, not quiet" in found[4].coverage_note
    assert all(finding.absences.empty for finding in found)
    assert "cover too little" in found[3].reason


def test_rows_outside_coverage_and_other_sources_change_nothing(
    own_store: Store, report: Report
) -> None:
    before = as_json(evaluate(own_store, report))
    row: dict[str, object] = {
        "record_kind": "account", "source": "UCDP", "event_type": "Battles", "actor2": "IS",
        "actor1": "Government of Iraq", "admin1": "Kirkuk", "reported_admin1": "Kirkuk",
        "geo_precision": 4, "date_precision": 1,
    }  # fmt: skip
    commit(own_store, incident_id="UCDP:late", event_date=date(2026, 6, 1), **row)
    for number in range(3):
        commit(own_store, **{**row, "source": "OTHER"}, incident_id=f"OTHER:{number}",
               event_date=date(2018, 6, 1))  # fmt: skip
    assert as_json(evaluate(own_store, report)) == before
    commit(own_store, incident_id="UCDP:new", event_date=date(2018, 6, 1), **row)
    assert as_json(evaluate(own_store, report))[3]["shown"][2]["numerator"] == 207


def test_a_judgement_moves_the_incident_and_is_undone(own_store: Store, report: Report) -> None:
    before = as_json(evaluate(own_store, report))
    done = commit(
        own_store, record_kind="judgement", incident_id="UCDP:259090", report=SLUG, finding=5,
        ruling="not relevant", reason="a village quarrel",
    )  # fmt: skip
    finding = evaluate(own_store, report)[4]
    daquq = finding.parts[1]
    assert "UCDP:259090" not in finding.evidence.supporting["incident_id"].tolist()
    assert daquq.indicator.numerator == 7
    assert daquq.judged is not None
    assert daquq.judged.numerator == 6
    assert finding.judged.standing[0].words == "not relevant, judged by Analyst: a village quarrel"
    own_store.undo(done.commit_id)
    assert as_json(evaluate(own_store, report)) == before


def test_a_judgement_can_add_a_gathered_incident(own_store: Store, report: Report) -> None:
    name = "PUBLIC:2018-03-24-hawija-pmf-xinhua"
    commit(
        own_store, record_kind="judgement", incident_id=name, report=SLUG, finding=4,
        ruling="contradicts", reason="gunmen not known",
    )  # fmt: skip
    finding = evaluate(own_store, report)[3]
    listed = finding.evidence.contradicting.set_index("incident_id")
    assert str(listed.loc[name, "judged"]).startswith("contradicts, judged by Analyst")
    assert finding.parts[0].indicator.numerator == 130


def test_history_agrees_with_the_evaluation_and_asks_little(
    store: Store, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    evaluate(store, report)
    asked: list[str] = []
    read = Store.read

    def counted(of: Store, sql: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
        asked.append(sql)
        return read(of, sql, params)

    monkeypatch.setattr(Store, "read", counted)
    found = {number: history(store, report, number) for number in range(1, 6)}
    dates = found[4]["as_of"].nunique()
    assert dates > 100
    assert len(asked) < 20  # not one question for each date
    for finding in evaluate(store, report):
        rows = found[finding.number]
        at = rows[rows["as_of"] == JUNE_30].set_index("part")
        assert set(at["finding_verdict"]) == {finding.verdict}
        for part in finding.parts:
            value = float(str(at.loc[part.slug, "value"]))
            assert value == part.indicator.value or math.isnan(value)
    changes = verdict_changes(found[4])
    assert (changes["before"] != changes["after"]).all()
    assert history(store, report, 4, "corridor", [JUNE_30])["numerator"].tolist() == [59]


def test_profile_counts_every_incident_near_a_road_once(store: Store, report: Report) -> None:
    finding = evaluate(store, report)[0]
    profile = finding.profile
    assert profile["incidents"].sum() == 30
    assert (profile[["at_town", "near", "exact"]].sum(axis=1) == profile["incidents"]).all()
    assert (profile["to_km"] - profile["from_km"] == 10).all()


def test_thresholds_are_said_in_words(store: Store, report: Report) -> None:
    found = evaluate(store, report)
    words = "the report would be right from 0.80\u00a0times to 2.00\u00a0times, wrong at 0.50"
    assert found[3].parts[0].threshold_words == f"{words}\u00a0times or less"
    words = "the report would be right at 40\u00a0% or more, wrong at 20\u00a0% or less"
    assert found[4].parts[0].threshold_words == words
    assert found[1].parts[0].threshold_words.endswith("at −2\u00a0km or less")


SECOND = """
title = "Another"
publisher = "Somebody"
date = 2018-06-30
question = "Does it work?"
[rules.isis]
actor = ["IS"]
window = { days = 365 }
[source_mix]
label = "Iraq"
rule = "isis"
[[finding]]
number = 7
slug = "boundary"
title = "At the boundary"
statement = "Incidents come at the boundary."
paragraph = "More words."
counted = { rule = "isis", admin2 = ["Khanaqin", "Kifri"], event_type = ["Battles"] }
supports = { near_admin1_boundary = { pair = ["Diyala", "Salah al-Din"], km = 60 } }
contradicts = { not = { near_admin1_boundary = { pair = ["Salah al-Din", "Diyala"], km = 60 } } }
[[finding.part]]
slug = "share"
label = "Share"
indicator = "share_of"
words = "share in Khanaqin"
claim = 0.5
denial = 0.1
population = { admin2 = ["Khanaqin"] }
of = { rule = "isis", admin1 = ["Diyala"], sub_event_type = ["Armed clash"] }
"""


def test_a_second_report_is_evaluated_without_any_code(store: Store, tmp_path: Path) -> None:
    (tmp_path / "second").mkdir()
    (tmp_path / "second" / "report.toml").write_text(SECOND, encoding="utf-8")
    second = load_report(tmp_path / "second")
    finding = evaluate(store, second)[0]
    inside = store.read(
        "SELECT count(*) AS n FROM incidents WHERE source = 'UCDP' AND admin1 = 'Diyala' "
        "AND 'IS' IN (actor1, actor2) AND event_type = 'Battles' "
        "AND event_date BETWEEN '2017-07-01' AND '2018-06-30'"
    )["n"].iloc[0]
    assert finding.parts[0].indicator.denominator == inside
    sides = len(finding.evidence.supporting), len(finding.evidence.contradicting)
    assert sum(sides) == finding.counted > 0
    earlier = history(store, second, 7, dates=[date(2014, 6, 30), JUNE_30])
    assert earlier["denominator"].iloc[0] > inside
    assert earlier["denominator"].iloc[1] == inside
