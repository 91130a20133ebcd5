"""In how many ways of counting a verdict stays."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from corridor.answers import Ways, ways
from corridor.findings import evaluate, load_report
from corridor.settings import SHIPPED
from corridor.store import Store
from corridor.texts import ways_text

REPORTS = ("is-there-a-return-of-isis-2018", "upper-euphrates-2018")


@pytest.fixture(scope="module", params=REPORTS)
def found(request: pytest.FixtureRequest, store: Store) -> list[Ways]:
    report = load_report(SHIPPED / "reports" / str(request.param))
    tested = evaluate(store, report, date(2018, 6, 30))
    return [each for finding in tested for each in ways(finding)]


def test_the_reports_own_way_comes_first_and_is_the_part(found: list[Ways]) -> None:
    assert found
    for each in found:
        own, *others = each.ways
        assert own.is_own
        assert not any(way.is_own for way in others)
        assert own.verdict == each.part.verdict
        assert own.indicator.value == pytest.approx(each.part.indicator.value, nan_ok=True)
        assert len({way.label for way in each.ways}) == len(each.ways)


def test_they_are_counted_and_said(found: list[Ways]) -> None:
    for each in found:
        value = json.loads(json.dumps(each.as_json(), allow_nan=False))
        words = [way["verdict"] for way in value["ways"]]
        assert value["same"] == words.count(each.part.verdict) >= 1
        assert sum(value["verdicts"].values()) == len(words)
        told = ways_text.in_words(each)
        assert told.startswith(f"{each.part.label}: {each.part.verdict} in {value['same']} of ")
        assert f" of {len(words)} ways of counting" in told
        for word in set(words) - {each.part.verdict}:
            assert re.search(rf"{word} in {words.count(word)}\b", told)


def test_most_ways_differ_from_the_reports_own(found: list[Ways]) -> None:
    """A way that changes nothing would make a verdict look surer than it is."""
    for each in found:
        own, *others = (
            (way.indicator.value, way.indicator.low, way.indicator.high) for way in each.ways
        )
        assert sum(other != own for other in others) > len(others) / 2


def test_the_tests_are_counted(store: Store) -> None:
    report = load_report(SHIPPED / "reports" / REPORTS[1])
    tested = evaluate(store, report, date(2018, 6, 30))
    assert ways_text.tests_in_words(tested) == (
        "5 parts are tested. If none were true, chance alone would still call one “supported” in "
        "up to 23\u00a0% of such reports."
    )
    assert ways_text.tests_in_words(()) == ""
