"""The days on which verdicts changed are those of a plain look at every day."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from corridor import answers
from corridor.findings import (
    evaluate,
    history,
    indicators,
    load_report,
    turning,
    verdict_changes,
)
from corridor.findings.evaluate import scene_at
from corridor.findings.measured import Scene
from corridor.findings.parts import measure_parts, one_word
from corridor.findings.series import Series
from corridor.findings.turning import WHY, Turn, turns
from corridor.settings import SHIPPED
from corridor.store import Store
from corridor.texts import verdict_history_text
from tests.store.conftest import LENT, Run
from tests.store.test_sensitivity import reseed

REPORT = load_report(SHIPPED / "reports" / "is-there-a-return-of-isis-2018")
A_DAY = timedelta(days=1)
# A year of many changes, back and forth within a month too.
FIRST, LAST = date(2015, 12, 31), date(2016, 12, 31)
NUMBERS = [spec.number for spec in REPORT.findings]


@pytest.fixture(scope="module")
def scene(store: Store) -> Scene:
    return scene_at(store, REPORT, REPORT.date)


@pytest.fixture(scope="module")
def found(scene: Scene) -> dict[int, tuple[Turn, ...]]:
    return {spec.number: turns(spec, moved(scene), FIRST, LAST) for spec in REPORT.findings}


def moved(scene: Scene) -> turning.At:
    return lambda day: replace(scene, window=replace(scene.window, as_of=day))


def plainly(scene: Scene, number: int, first: date, last: date) -> list[tuple[date, str, str]]:
    """Measure every day and remember nothing from one to the next."""
    spec, at = REPORT.finding(number), moved(scene)
    days = [first + A_DAY * n for n in range((last - first).days + 1)]
    words = [one_word(measure_parts(spec, at(day)), at(day)) for day in days]
    return [
        (day, before, after)
        for day, before, after in zip(days[1:], words, words[1:], strict=False)
        if before != after
    ]


@pytest.mark.parametrize("number", NUMBERS)
def test_the_days_are_those_of_every_day_of_a_year(
    monkeypatch: pytest.MonkeyPatch, scene: Scene, found: dict[int, tuple[Turn, ...]], number: int
) -> None:
    told = [(turn.day, turn.before, turn.after) for turn in found[number]]
    monkeypatch.setattr(Series, "once", lambda _series, _key, make: make())
    assert told == plainly(scene, number, FIRST, LAST)


def test_the_very_month_of_the_report_tips_the_second(scene: Scene) -> None:
    [turn] = turns(REPORT.finding(2), moved(scene), date(2018, 1, 1), date(2018, 12, 31))
    assert (turn.day, turn.why) == (date(2018, 6, 17), "entered")
    assert turn.entered == ("PUBLIC:2018-06-17-injana-kurdistan24",)


def test_verdicts_are_those_that_the_pages_show(
    store: Store, found: dict[int, tuple[Turn, ...]]
) -> None:
    for number in (3, 5):
        for turn in found[number][:3]:
            for day, word in ((turn.day - A_DAY, turn.before), (turn.day, turn.after)):
                assert evaluate(store, REPORT, day)[number - 1].verdict == word


def test_none_that_the_months_show_is_lost_and_they_lose_some(
    store: Store, found: dict[int, tuple[Turn, ...]]
) -> None:
    lost = 0
    for number in NUMBERS:
        ends = [FIRST, *(date(2016, month, 1) - A_DAY for month in range(2, 13)), LAST]
        months = verdict_changes(history(store, REPORT, number, dates=ends))
        days = [turn.day for turn in found[number]]
        for end in months["as_of"]:
            before = max(each for each in ends if each < end)
            assert any(before < day <= end for day in days), (number, end)
        lost += len(days) - len(months)
    assert lost > 20


def test_each_is_explained_and_names_incidents_where_these_tipped_it(
    scene: Scene, found: dict[int, tuple[Turn, ...]]
) -> None:
    rows = scene.series.rows.set_index("incident_id")["event_date"]
    for turn in (turn for each in found.values() for turn in each):
        assert turn.why in WHY
        entered = [rows[name].date() for name in turn.entered if name in rows]
        assert set(entered) <= {turn.day}
        assert {rows[name].date() for name in turn.left} <= {turn.day - A_DAY * 365}
        assert bool(turn.entered or turn.left) == (turn.why in {"entered", "left", "together"})
        assert not (turn.why == "entered" and turn.left)
        assert not (turn.why == "left" and turn.entered)


def as_of(run: Run, data: Path, number: int, day: date) -> str:
    told = run("findings", "--json", "--as-of", day.isoformat(), data=data).json
    return str(told[number - 1]["verdict"])


def test_without_what_tipped_it_data_give_the_other_verdict(
    run: Run, tmp_path: Path, found: dict[int, tuple[Turn, ...]]
) -> None:
    by_why = {turn.why: (number, turn) for number in (5, 1) for turn in found[number]}
    for why, day, word in (("entered", 0, "before"), ("left", -1, "after")):
        number, turn = by_why[why]
        [name, *_] = (*turn.entered, *turn.left)
        data = tmp_path / why
        reseed(data, "incident_id IS DISTINCT FROM $name", name=name)
        assert as_of(run, data, number, turn.day + A_DAY * day) == getattr(turn, word)
    number, turn = by_why["together"]
    names = [*turn.entered, *turn.left]
    data = tmp_path / "together"
    reseed(data, "NOT coalesce(list_contains($names, incident_id), false)", names=names)
    one_less = turn.day if turn.entered else turn.day - A_DAY
    assert as_of(run, data, number, one_less) == (turn.before if turn.entered else turn.after)


def test_without_all_that_came_and_went_the_periods_tip_it(
    run: Run, tmp_path: Path, found: dict[int, tuple[Turn, ...]]
) -> None:
    turn = next(turn for turn in found[5] if turn.why == "periods")
    data = tmp_path / "data"
    gone = [turn.day, turn.day - A_DAY * 365]
    reseed(data, "NOT coalesce(list_contains($days, event_date), false)", days=gone)
    before, after = (as_of(run, data, 5, day) for day in (turn.day - A_DAY, turn.day))
    assert before != after


def test_a_verdict_ends_with_the_coverage(scene: Scene) -> None:
    first, last = date(2019, 6, 20), date(2019, 7, 20)
    covered = [(day, w.is_usable) for day in (first, last) for w in [moved(scene)(day).window]]
    assert covered == [(first, True), (last, False)]
    told = {n: turns(REPORT.finding(n), moved(scene), first, last) for n in NUMBERS}
    ends = [each[-1] for each in told.values() if each]
    assert {(turn.why, turn.after) for turn in ends} == {("coverage", "not enough data")}
    [day] = {turn.day for turn in ends}
    assert moved(scene)(day - A_DAY).window.is_usable
    assert not moved(scene)(day).window.is_usable


def test_the_earlier_months_alone_can_tip_it(scene: Scene) -> None:
    """They move on with the month in which the window begins, and with nothing else."""
    [turn] = [
        turn
        for turn in turns(REPORT.finding(3), moved(scene), date(2016, 6, 27), date(2016, 6, 30))
        if turn.why == "baseline"
    ]
    assert (turn.day - A_DAY * 364).day == 1
    assert not turn.entered + turn.left


def test_days_on_which_nothing_can_change_are_not_measured(
    monkeypatch: pytest.MonkeyPatch, scene: Scene
) -> None:
    seen: Counter[str] = Counter()
    plain = indicators.measure

    def measure(part, here):
        seen[part.kind] += 1
        return plain(part, here)

    monkeypatch.setattr(indicators, "measure", measure)
    list(turning._words(REPORT.finding(2), moved(scene), [FIRST + A_DAY * n for n in range(366)]))
    assert seen["place_distance"] == 1
    assert 1 < seen["misplaced_share"] < 120


def test_a_rule_that_hangs_on_the_day_is_asked_anew(store: Store) -> None:
    """Its series is fetched for each day, so that days are all measured."""
    spec = REPORT.finding(1)
    dated = replace(spec.parts[0].settings["population"], kind="window", values=(("days", 30),))
    part = replace(spec.parts[0], settings={**spec.parts[0].settings, "population": dated})
    assert turning._moving(part, scene_at(store, REPORT, REPORT.date)) is None


def test_it_is_said_and_the_command_says_it(run: Run, store: Store, tmp_path: Path) -> None:
    found = answers.verdict_history(store, REPORT, 1, date(2014, 7, 1))
    assert found.first == date(2014, 7, 1)
    LENT[tmp_path] = store
    asked = ("verdict-history", "--finding", "1", "--since", "2014-07-01")
    assert run(*asked, "--json", data=tmp_path).json == json.loads(
        json.dumps([found.as_json()], default=str)
    )
    told = run(*asked, data=tmp_path).out
    assert verdict_history_text.in_words(found) in told
    assert f"changed {len(found.turns)} times" in told
    for turn in found.tipped:
        for row in found.told(turn):
            assert verdict_history_text.incident(row) in told
    gaps = np.diff([turn.day.toordinal() for turn in found.turns])
    assert found.days_stood == np.median(gaps)
    assert run("verdict-history", "--finding", "9", data=tmp_path).code == 1


def test_one_that_never_changes_says_so(store: Store) -> None:
    found = answers.verdict_history(store, REPORT, 2, date(2018, 7, 1))
    assert not found.turns
    assert "never changed" in verdict_history_text.in_words(found)
    assert found.days_stood is None
