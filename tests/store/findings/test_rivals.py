"""Rival explanations: held against an independent computation from the file and the findings."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from corridor import actions, answers
from corridor.findings import Finding, Report, evaluate, load_report, load_reports
from corridor.findings.judgements import Judged, Judgement
from corridor.findings.rivals import Rivals, rivals
from corridor.people import Person
from corridor.settings import SHIPPED
from corridor.store import Store
from corridor.texts import rivals_text
from tests import rivals_again
from tests.store.conftest import Run

SLUG = "is-there-a-return-of-isis-2018"
DAYS = (date(2018, 6, 30), date(2014, 6, 30))
POINTS = {"CC": 2.0, "C": 1.0, "N": 0.0, "I": -1.0, "II": -2.0}
WEAKER = {"CC": "C", "II": "I"}
Evaluated = Callable[[str, date], tuple[Finding, ...]]


@cache
def report_of(slug: str) -> Report:
    return load_report(SHIPPED / "reports" / slug)


@pytest.fixture(scope="module")
def evaluated(store: Store) -> Evaluated:
    """Findings of a report as of a day, each evaluated once."""
    known: dict[tuple[str, date], tuple[Finding, ...]] = {}

    def found(slug: str, as_of: date) -> tuple[Finding, ...]:
        if (slug, as_of) not in known:
            known[slug, as_of] = evaluate(store, report_of(slug), as_of)
        return known[slug, as_of]

    return found


def computed(item: dict[str, Any], verdict: str, rival: str) -> str | None:
    """Rate an item of the file by a verdict, in other words than the product does."""
    stated = item["ratings"][rival]
    if verdict in ("undecided", "not enough data"):
        return None
    if verdict in ("supported", "more than claimed"):
        return str(stated["right"])
    if verdict == "contradicted":
        return str(stated["wrong"])
    side = "right" if verdict == "partly supported" else "wrong"
    return str(WEAKER.get(stated[side], stated[side]))


def mean_apart(ratings: list[str]) -> float:
    pairs = list(permutations([POINTS[each] for each in ratings], 2))
    return sum(abs(one - other) for one, other in pairs) / len(pairs)


@pytest.mark.parametrize("as_of", DAYS)
@pytest.mark.parametrize("slug", [SLUG, "upper-euphrates-2018"])
def test_the_matrix_equals_an_independent_computation(
    store: Store, evaluated: Evaluated, slug: str, as_of: date
) -> None:
    file = tomllib.loads((SHIPPED / "reports" / slug / "report.toml").read_text("utf-8"))
    findings = evaluated(slug, as_of)
    found = answers.rivals(store, report_of(slug), findings)
    assert found
    verdicts = {
        (finding.slug, part.slug): part.verdict for finding in findings for part in finding.parts
    }
    value = json.loads(json.dumps(found.as_json(), allow_nan=False))
    told = {each["item"]: each for each in value["items"]}
    assert set(told) == {item["slug"] for item in file["evidence"]}
    against = {rival["slug"]: [0, 0.0] for rival in file["rival"]}
    rated = 0
    for item in file["evidence"]:
        one = told[item["slug"]]
        if "finding" in item:
            assert one["verdict"] == verdicts[item["finding"], item["part"]]
        ratings = {name: computed(item, one["verdict"], name) for name in against}
        assert one["ratings"] == ratings
        known = [each for each in ratings.values() if each]
        if not known:
            assert one["diagnosticity"] is None
            continue
        rated += 1
        assert one["diagnosticity"] == pytest.approx(mean_apart(known))
        for name, each in ratings.items():
            if each in ("I", "II"):
                against[name][0] += 1
                against[name][1] += len(each)
    weighed = value["by_rules"]["weighed"]
    assert {each["rival"]: [each["against"], each["weight"]] for each in weighed} == against
    assert value["by_rules"]["rated"] == rated
    assert [each["weight"] for each in weighed] == sorted(each["weight"] for each in weighed)
    diagnostic = sum(bool(each["diagnosticity"]) for each in value["items"])
    least = min(weight for _, weight in against.values())
    best = {name for name, (_, weight) in against.items() if weight == least}
    assert set(value["by_rules"]["best"]) == (best if diagnostic >= 3 else set())
    order = [-1.0 if each["diagnosticity"] is None else each["diagnosticity"]
             for each in value["items"]]  # fmt: skip
    assert order == sorted(order, reverse=True)


def test_the_answer_equals_one_worked_out_from_the_rows(evaluated: Evaluated) -> None:
    """From the Parquet file and the report to the answer, without anything of the product."""
    found = rivals(report_of(SLUG), evaluated(SLUG, DAYS[0]), Judged())
    told = {item["slug"]: rivals_again.ratings(item) for item in rivals_again.report()["evidence"]}
    values = rivals_again.measured()
    for item in found.items:
        measured = item.indicator
        assert [measured.value, measured.low, measured.high] == pytest.approx(
            values[item.slug][0], rel=5e-3, nan_ok=True
        ), item.slug
        assert item.ratings == told[item.slug], item.slug
    by = {
        name: -1.0 if (it := rivals_again.apart(row)) is None else it for name, row in told.items()
    }
    in_order = sorted(told, key=lambda name: -by[name])
    assert [item.slug for item in found.items] == in_order
    weighed = found.by_rules.weighed
    against = {each.rival: (each.against, each.weight) for each in weighed}
    assert against == rivals_again.against(told)
    assert [each.weight for each in weighed] == sorted(weight for _, weight in against.values())
    assert set(found.by_rules.best) == rivals_again.best(told)
    assert set(found.by_rules.carrying) == {
        name for name in told if rivals_again.best(told, name) != rivals_again.best(told)
    }
    decide = {pair: each for each in found.missing for pair in each.pairs}
    expected = rivals_again.would_decide(told)
    assert decide.keys() == expected.keys()
    for pair, each in decide.items():
        assert each.item in expected[pair][0]
        assert each.apart == max(expected[other][1] for other in each.pairs)


@pytest.mark.parametrize("as_of", DAYS)
def test_an_item_carries_the_answer_if_the_report_without_it_gives_another(
    evaluated: Evaluated, as_of: date
) -> None:
    report, findings = report_of(SLUG), evaluated(SLUG, as_of)
    found = rivals(report, findings, Judged())
    assert found.by_rules.best
    for item in found.items:
        fewer = replace(report, evidence=tuple(x for x in report.evidence if x.slug != item.slug))
        other = {
            each.rival: each.weight for each in rivals(fewer, findings, Judged()).by_rules.weighed
        }
        best = {name for name, weight in other.items() if weight == min(other.values())}
        is_carrying = best != set(found.by_rules.best)
        assert (item.slug in found.by_rules.carrying) == is_carrying


def test_what_would_decide_is_the_unrated_item_that_can_tell_a_pair_apart_best(
    evaluated: Evaluated,
) -> None:
    found = rivals(report_of(SLUG), evaluated(SLUG, DAYS[0]), Judged())
    unrated = [item for item in found.items if None in item.ratings.values()]
    assert unrated
    for deciding in found.missing:
        item = found.item(deciding.item)
        assert item in unrated
        for pair in deciding.pairs:
            can = {
                each.slug: max(
                    abs(
                        POINTS[each.spec.ratings[pair[0]][how]]
                        - POINTS[each.spec.ratings[pair[1]][how]]
                    )
                    for how in ("more", "right", "partly", "short", "wrong")
                )
                for each in unrated
            }
            assert can[item.slug] == max(can.values()) > 0
        assert "would tell apart" in rivals_text.would_decide(found, deciding)
        assert item.verdict in rivals_text.would_decide(found, deciding)


def test_days_that_are_not_covered_decide_nothing(evaluated: Evaluated) -> None:
    findings = evaluated(SLUG, date(2024, 1, 1))
    found = rivals(report_of(SLUG), findings, Judged())
    assert {rating for item in found.items for rating in item.ratings.values()} == {None}
    assert (found.by_rules.rated, found.by_rules.best) == (0, ())
    told = rivals_text.answer(found, found.by_rules)
    assert told == (
        "The evidence does not decide: no item tells the explanations apart, and 3 are needed."
    )
    assert "does not cover these days" in rivals_text.would_decide(found, found.missing[0])


def ratings_of(found: Rivals) -> list[tuple[str, str, dict[str, str | None]]]:
    return [(item.slug, item.verdict, dict(item.ratings)) for item in found.items]


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_an_incident_that_matches_nothing_moves_nothing(
    evaluated: Evaluated, data: st.DataObject
) -> None:
    report, findings = report_of(SLUG), evaluated(SLUG, DAYS[0])
    before = rivals(report, findings, Judged())
    series = findings[0].scene.series
    matching = np.logical_or.reduce(
        [series.masks[rule] for item in report.evidence for rule in item.part.rules()]
    )
    strangers = np.flatnonzero(~matching)
    assume(len(strangers))
    gone = series.kept & False
    gone[data.draw(st.lists(st.sampled_from(strangers.tolist()), min_size=1))] = True
    scene = replace(findings[0].scene, series=series.without(gone))
    after = rivals(report, (replace(findings[0], scene=scene),), Judged())
    assert ratings_of(after) == ratings_of(before)
    assert after.by_rules.weighed == before.by_rules.weighed


def rate(store: Store, name: str, cell: str, rating: str) -> None:
    actions.rate(store, Person(name), SLUG, Judgement(cell, rating, "seen on site", "", ""))


def test_people_rate_otherwise_disagree_and_withdraw(own_store: Store) -> None:
    report = report_of(SLUG)
    findings = evaluate(own_store, report, DAYS[0])

    def now() -> Rivals:
        found = answers.rivals(own_store, report, findings)
        assert found
        return found

    before = now()
    assert before.by_rules.best == ("return", "insurgency")
    rate(own_store, "A. Smith", "small/return", "II")
    agreed = now()
    assert agreed.by_rules.weighed == before.by_rules.weighed
    assert agreed.with_ratings
    assert agreed.with_ratings.best == ("insurgency",)
    assert agreed.item("small").judged["return"] == "II"
    assert "(by people; the rules: ▲\u00a0for)" in rivals_text.rated(
        agreed, agreed.item("small"), report.rivals[0]
    )
    rate(own_store, "B. Jones", "small/return", "CC")
    disputed = now()
    assert disputed.with_ratings is None
    assert {name: m.best for name, m in disputed.readings.items()} == {
        "A. Smith": ("insurgency",), "B. Jones": before.by_rules.best,
    }  # fmt: skip
    told = rivals_text.with_people(disputed)
    assert "As A. Smith reads it: A persistent low-level insurgency is least contradicted" in told
    said = [each for each in answers.judgements(own_store, report) if each.cell]
    assert [(each.finding, each.cell, each.standing) for each in said] == [
        (None, "small/return", "disputed")] * 2  # fmt: skip
    taken = Judgement("small/return", "", "misread", "", "")
    with pytest.raises(actions.JudgementError, match="no judgement"):
        actions.withdraw_rating(own_store, Person("C. Nobody"), SLUG, taken)
    done = actions.withdraw_rating(own_store, Person("B. Jones"), SLUG, taken)
    assert now().with_ratings is not None
    actions.undo(own_store, Person("A. Smith"), done.commit_id)
    assert now().with_ratings is None
    with pytest.raises(actions.JudgementError, match="no rating: CC, C, N, I or II"):
        rate(own_store, "A. Smith", "small/return", "supports")


def test_the_commands_tell_and_record_the_same(
    run: Run, tmp_path: Path, store: Store, evaluated: Evaluated
) -> None:
    data = tmp_path / "data"
    asked = ("rivals", "--as-of", "report")
    found = run(*asked, "--json", data=data).json
    own = answers.rivals(store, report_of(SLUG), evaluated(SLUG, DAYS[0]))
    assert own
    assert found == json.loads(json.dumps(own.as_json()))
    assert rivals_text.answer(own, own.by_rules) in run(*asked, data=data).out
    done = run(
        *("rate", "small", "return", "--rating", "II", "--reason", "x", "--author", "A. Smith"),
        data=data,
    )
    assert done.code == 0
    assert run(*asked, "--json", data=data).json["with_people"]["best"] == ["insurgency"]
    wrong = run("rate", "small", "returns", "--rating", "II", data=data)
    assert (wrong.code, "no rival explanation 'returns'; known: artefact" in wrong.err) == (1, True)
    wrong = run("rate", "tiny", "return", "--rating", "II", data=data)
    assert "no item of evidence 'tiny'; known: all-iraq" in wrong.err


def test_each_shipped_report_states_three_rivals() -> None:
    for report in load_reports(SHIPPED / "reports").usable.values():
        assert [rival.slug for rival in report.rivals] == ["return", "insurgency", "artefact"]
        assert 6 <= len(report.evidence) <= 10
        assert "2018 in view" in report.rivals_about
