"""What a verdict hangs on equals what other data give."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from corridor import answers
from corridor.findings import Finding, evaluate, load_report
from corridor.findings import sensitivity as sensitivities
from corridor.findings.parts import measure_parts, one_word
from corridor.findings.sensitivity import Sensitivity, Variant
from corridor.settings import SHIPPED
from corridor.store import Store
from corridor.texts import sensitivity_text
from tests.store.conftest import Run
from tests.store.test_sensitivity import THEN, reseed

REPORT = load_report(SHIPPED / "reports" / "is-there-a-return-of-isis-2018")
AS_OF = date.fromisoformat(THEN[1])
# Its factors of what goes unrecorded grow when what they were measured on is left out; in data that
# never had it they cannot.
FACTORED = 3


@pytest.fixture(scope="module")
def tested(store: Store) -> tuple[Finding, ...]:
    return evaluate(store, REPORT, AS_OF)


@pytest.fixture(scope="module")
def found(store: Store, tested: tuple[Finding, ...]) -> tuple[Sensitivity, ...]:
    return tuple(answers.sensitivity(store, REPORT, finding) for finding in tested)


def verdicts_of(run: Run, data: Path) -> dict[int, str]:
    return {
        item["number"]: item["verdict"] for item in run("findings", "--json", *THEN, data=data).json
    }


def of_kind(found: tuple[Sensitivity, ...], kind: str, what: str) -> dict[int, Variant]:
    return {
        each.finding: variant
        for each in found
        for variant in each.variants
        if (variant.kind, variant.what) == (kind, what) and variant.verdict
    }


def test_a_verdict_without_a_channel_is_that_of_data_without_it(
    run: Run, tmp_path: Path, found: tuple[Sensitivity, ...]
) -> None:
    channel = "BBC Monitoring"
    expected = of_kind(found, "source", channel)
    expected.pop(FACTORED)
    assert len(expected) >= 3
    data = tmp_path / "data"
    # Spelt "BBC monitoring", too.
    reseed(data, "NOT coalesce(source_office, '') ILIKE $cites", cites=f"%{channel}%")
    told = verdicts_of(run, data)
    assert {number: told[number] for number in expected} == {
        number: variant.verdict for number, variant in expected.items()
    }


def test_verdicts_of_well_placed_incidents_are_those_of_data_without_the_others(
    run: Run, tmp_path: Path, found: tuple[Sensitivity, ...]
) -> None:
    expected = of_kind(found, "place", "")
    assert expected.keys() == {1, 2, 3, 4, 5}
    # The second is measured on one incident, named by an account that would be gone.
    del expected[2], expected[FACTORED]
    data = tmp_path / "data"
    vague = "record_kind = 'account' AND coalesce(geo_precision, 9) > 2"
    reseed(data, f"NOT coalesce({vague}, false)")
    told = verdicts_of(run, data)
    assert {number: told[number] for number in expected} == {
        number: variant.verdict for number, variant in expected.items()
    }


def test_an_incident_carries_a_verdict_only_where_data_without_it_give_another(
    run: Run, tmp_path: Path, store: Store
) -> None:
    """On a day on which some verdicts hang on one incident, and not on just any."""
    day = date(2017, 12, 28)
    finding = evaluate(store, REPORT, day)[4]
    found = answers.sensitivity(store, REPORT, finding)
    carrying = {v.what: v.verdict for v in found.moving if v.kind == "incident"}
    inside = finding.scene.inside(finding.spec.counted)
    names = [str(name) for name in finding.scene.series.rows.loc[inside, "incident_id"]]
    others = [name for name in names if name not in carrying]
    assert found.alone
    assert found.alone > len(carrying) > 0
    for at, name in enumerate([*list(carrying)[:2], *others[:2]]):
        data = tmp_path / f"data-{at}"
        reseed(data, "incident_id IS DISTINCT FROM $name", name=name)
        told = run("findings", "--json", "--as-of", day.isoformat(), data=data).json[4]
        assert told["verdict"] == carrying.get(name, found.verdict), name


def test_thresholds_and_other_series_are_those_of_the_finding(
    tested: tuple[Finding, ...], found: tuple[Sensitivity, ...]
) -> None:
    for finding, each in zip(tested, found, strict=True):
        moved = {v.what: v.verdict for v in each.variants if v.kind == "thresholds"}
        spec = finding.spec
        harder = tuple(replace(part, claim=part.claim * 1.2) for part in spec.parts)
        laxer = tuple(replace(part, denial=part.denial * 0.8) for part in spec.parts)
        for what, parts in (("right-higher", harder), ("wrong-lower", laxer)):
            measured = measure_parts(replace(spec, parts=parts), finding.scene)
            assert moved[what] == one_word(measured, finding.scene)
        others = {v.what: v.verdict for v in each.variants if v.kind == "series"}
        assert others == {item.series: item.verdict for item in finding.by_series}


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_an_incident_that_matches_nothing_moves_nothing(
    tested: tuple[Finding, ...], data: st.DataObject
) -> None:
    finding = data.draw(st.sampled_from(tested))
    series, spec = finding.scene.series, finding.spec
    matching = np.logical_or.reduce([series.masks[rule] for rule in spec.rules()])
    strangers = np.flatnonzero(~matching)
    assume(len(strangers))
    gone = series.kept & False
    gone[data.draw(st.lists(st.sampled_from(strangers.tolist()), min_size=1))] = True
    fewer = replace(finding.scene, series=series.without(gone))
    assert one_word(measure_parts(spec, fewer), fewer) == finding.verdict


def test_it_is_said_in_words_and_as_json(
    found: tuple[Sensitivity, ...], monkeypatch: pytest.MonkeyPatch, tested: tuple[Finding, ...]
) -> None:
    for each in found:
        value = json.loads(json.dumps(each.as_json(), allow_nan=False))
        stands = [v["stands"] for v in value["variants"] if v["kind"] != "incident"]
        told = sensitivity_text.in_words(each)
        assert f" in {stands.count(True)} of {len(stands) - stands.count(None)} changes" in told
        alone = [v["what"] for v in value["variants"] if v["kind"] == "incident"]
        if each.alone and not alone:
            assert f"each of {each.alone} was left out in turn" in told
    monkeypatch.setattr(sensitivities, "MOST_ALONE", 3)
    spec, scene = tested[0].spec, tested[0].scene
    many = sensitivities.sensitivity(spec, scene, tested[0].verdict)
    assert many.alone is None
    assert "there are too many" in sensitivity_text.in_words(many)
