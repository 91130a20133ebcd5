"""The findings on the shipped store, against the values worked out independently for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np
import pandas as pd
import pytest

from corridor import settings as settings_module
from corridor import vocabulary
from corridor.findings import Finding, Indicator, Report, evaluate, history, indicators, load_report
from corridor.findings.confidence import Silent, silent_side, verdict_without
from corridor.findings.evaluate import scene_at
from corridor.findings.measured import rule_of
from corridor.store import Commit, Store, open_store

JUNE_17, JUNE_30, DECEMBER_31 = date(2018, 6, 17), date(2018, 6, 30), date(2018, 12, 31)
DATES = (JUNE_17, JUNE_30, DECEMBER_31)
SLUG = "is-there-a-return-of-isis-2018"


@pytest.fixture(scope="module")
def report() -> Report:
    return load_report(settings_module.load().reports_dir / SLUG)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store whose primary series covers 2018 to its last day, as the values assume."""
    store = open_store(settings_module.load(tmp_path_factory.mktemp("year")))
    source = store.read("SELECT * FROM sources WHERE source = 'UCDP'").assign(
        record_kind="source", coverage_to=DECEMBER_31
    )
    store.commit(source, Commit("", "import", recorded_at=datetime.now(UTC)))
    return store


@pytest.fixture(scope="module")
def tested(year: Store, report: Report) -> Mapping[date, tuple[Finding, ...]]:
    return {moment: evaluate(year, report, moment) for moment in DATES}


def part(found: tuple[Finding, ...], number: int, slug: str) -> Indicator:
    finding = found[number - 1]
    return next(item.indicator for item in finding.parts if item.slug == slug)


def shown(found: tuple[Finding, ...], number: int, label: str) -> Indicator:
    return next(item.indicator for item in found[number - 1].shown if item.label == label)


def ends(indicator: Indicator) -> list[float]:
    return [round(indicator.low, 2), round(indicator.high, 2)]


def counts(indicator: Indicator) -> tuple[float | None, float | None]:
    return (indicator.numerator, indicator.denominator)


VERDICTS = {
    JUNE_17: ["undecided", "partly supported", *["undecided"] * 2, "partly supported"],
    JUNE_30: [
        "undecided",
        "partly supported",
        "not supported",
        "undecided",
        "partly supported",
    ],
    DECEMBER_31: ["undecided", "partly supported", "not supported", *["partly supported"] * 2],
}


@pytest.mark.parametrize("moment", DATES)
def test_verdicts(tested: Mapping[date, tuple[Finding, ...]], moment: date) -> None:
    assert [finding.verdict for finding in tested[moment]] == VERDICTS[moment]
    assert {finding.confidence.level for finding in tested[moment]} == {"low"}


ROADS = {
    JUNE_17: ("0 of 2 against 2 of 13", "15 of 29 against 8 of 28", [-0.11, 0.51]),
    JUNE_30: ("0 of 2 against 3 of 13", "16 of 30 against 9 of 27", [-0.14, 0.48]),
    DECEMBER_31: ("3 of 6 against 4 of 13", "20 of 34 against 8 of 25", [-0.08, 0.54]),
}


@pytest.mark.parametrize("moment", DATES)
def test_roads(tested: Mapping[date, tuple[Finding, ...]], moment: date) -> None:
    off_towns, with_towns, interval = ROADS[moment]
    assert part(tested[moment], 1, "open-road").note == off_towns
    assert shown(tested[moment], 1, "With towns").note == with_towns
    assert ends(shown(tested[moment], 1, "With towns")) == pytest.approx(interval)


def test_roads_in_december(tested: Mapping[date, tuple[Finding, ...]]) -> None:
    found = part(tested[DECEMBER_31], 1, "open-road")
    assert [round(found.value, 2), *ends(found)] == [0.19, -0.27, 0.58]
    pairs = part(tested[JUNE_30], 1, "returns")
    assert pairs.numerator == 6
    assert pairs.denominator == pytest.approx(7.24, abs=0.005)
    assert ends(pairs) == [0.28, 1.9]


PATTERN = {JUNE_17: (1, 40, 0.07), JUNE_30: (1, 40, 0.07), DECEMBER_31: (1, 32, 0.09)}


@pytest.mark.parametrize("moment", DATES)
def test_place(tested: Mapping[date, tuple[Finding, ...]], moment: date) -> None:
    found = tested[moment]
    assert shown(found, 2, "UCDP's point").value == pytest.approx(48.0, abs=0.05)
    place = part(found, 2, "place")
    assert place.value == pytest.approx(33.0, abs=0.05)
    assert place.high - place.value == pytest.approx(10)
    raw, total, upper = PATTERN[moment]
    assert counts(shown(found, 2, "Outside by any distance")) == (raw, total)
    beyond = shown(found, 2, "Clearly outside")
    assert (*counts(beyond), round(beyond.high, 2)) == (0, total, upper)
    assert [item.verdict for item in found[1].parts] == [
        "supported", "not enough data", "not enough data",
    ]  # fmt: skip


DAYS = {
    JUNE_17: (
        27,
        [0.17, 0.91],
        3,
        [0.00, 0.89],
        42,
        [0.06, 0.21],
        ["undecided", "not enough data"],
    ),
    JUNE_30: (28, [0.29, 0.83], 3, [0.01, 0.43], 42, [0.07, 0.18], ["undecided", "not supported"]),
    DECEMBER_31: (
        27,
        [0.32, 0.78],
        2,
        [0.00, 0.44],
        37,
        [0.06, 0.15],
        ["short of the claim", "not supported"],
    ),
}


@pytest.mark.parametrize("moment", DATES)
def test_daily_cells(tested: Mapping[date, tuple[Finding, ...]], moment: date) -> None:
    kirkuk, kirkuk_ends, samarra, samarra_ends, raw, raw_ends, words = DAYS[moment]
    found = tested[moment]
    assert counts(part(found, 3, "kirkuk")) == (kirkuk, 365)
    assert ends(part(found, 3, "kirkuk")) == kirkuk_ends
    assert counts(part(found, 3, "samarra")) == (samarra, 365)
    assert ends(part(found, 3, "samarra")) == pytest.approx(samarra_ends, abs=0.0051)
    assert "adds 3\u00a0incidents" in part(found, 3, "samarra").note
    days = shown(found, 3, "Kirkuk, days as counted")
    assert (*counts(days), *ends(days)) == (raw, 365, *raw_ends)
    assert [item.verdict for item in found[2].parts] == words


def test_factors_that_daily_activity_would_need(
    tested: Mapping[date, tuple[Finding, ...]],
) -> None:
    assert round(shown(tested[JUNE_30], 3, "Kirkuk, factor needed").value) == 21
    assert round(shown(tested[JUNE_30], 3, "Samarra, factor needed").value) == 196


LEVELS = {
    JUNE_17: (236, 0.88, [0.33, 2.35], 95, 1.67, [0.51, 5.41]),
    JUNE_30: (206, 0.76, [0.39, 1.50], 97, 1.70, [0.50, 5.78]),
    DECEMBER_31: (176, 0.65, [0.32, 1.34], 105, 1.84, [0.69, 4.89]),
}


@pytest.mark.parametrize("moment", DATES)
def test_old_level(tested: Mapping[date, tuple[Finding, ...]], moment: date) -> None:
    iraq, ratio, limits, corridor, more, wider = LEVELS[moment]
    found = tested[moment]
    everywhere = shown(found, 4, "All Iraq, all ISIS incidents")
    here = shown(found, 4, "Corridor, all ISIS incidents")
    assert counts(everywhere) == (iraq, 539)
    assert counts(here) == (corridor, 114)
    for indicator, value, interval in ((everywhere, ratio, limits), (here, more, wider)):
        assert indicator.value == pytest.approx(value, abs=0.0051)
        # Which bin a day on an edge falls in moves the last digit.
        assert [indicator.low, indicator.high] == pytest.approx(interval, abs=0.0071)


ATTACKS = {
    JUNE_17: ((155, 448), (81, 91), (56, 96), (39, 18)),
    JUNE_30: ((130, 448), (76, 91), (59, 96), (38, 18)),
    DECEMBER_31: ((102, 448), (74, 91), (67, 96), (38, 18)),
}


@pytest.mark.parametrize("moment", DATES)
def test_attacks_and_operations_against_are_counted_apart(
    tested: Mapping[date, tuple[Finding, ...]], moment: date
) -> None:
    found = [
        indicator
        for item in tested[moment][3].parts
        for indicator in (item.indicator, item.beside.indicator if item.beside else None)
        if indicator
    ]
    assert tuple(counts(indicator) for indicator in found) == ATTACKS[moment]
    every = [shown(tested[moment], 4, f"{place}, all ISIS incidents").numerator
             for place in ("All Iraq", "Corridor")]  # fmt: skip
    attacks = ATTACKS[moment]
    assert every == [attacks[0][0] + attacks[1][0], attacks[2][0] + attacks[3][0]]


def test_every_way_of_counting_is_measured_as_it_says(
    tested: Mapping[date, tuple[Finding, ...]],
) -> None:
    found = {way.label: way for way in tested[JUNE_30][3].ways["corridor"]}
    assert [way.label for way in found.values() if way.is_own] == ["Corridor"]
    every, first, second = (
        counts(found[label].indicator)
        for label in (
            "all ISIS incidents, not attacks alone", "against 2010 alone", "against 2011 alone",
        )
    )  # fmt: skip
    assert every == (97, 114)
    assert (first[0], second[0]) == (59, 59)
    assert (first[1] or 0) + (second[1] or 0) == 96
    assert round(found["against 2010 alone"].indicator.value, 2) == 1.48
    exact = found["as if incidents came independently"]
    assert [exact.verdict, *ends(exact.indicator)] == ["supported", 0.92, 1.63]


def test_a_place_stands_among_the_other_districts(
    tested: Mapping[date, tuple[Finding, ...]],
) -> None:
    contrasts = [item.contrast for item in tested[JUNE_30][4].parts]
    assert [(item.as_steady, item.others) for item in contrasts if item] == [
        (3, 15), (1, 15), (6, 15),
    ]  # fmt: skip


def test_the_card_shows_the_same_part_at_every_date(
    tested: Mapping[date, tuple[Finding, ...]],
) -> None:
    for found in tested.values():
        assert [item.headline.slug for item in found] == [
            "open-road", "place", "kirkuk", "corridor", "hamrin",
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "value", "interval"),
    [
        ("All Iraq, operations against ISIS", 1.67, [0.22, 12.61]),
        ("Corridor, operations against ISIS", 4.22, [0.92, 19.41]),
        ("Baghdad", 0.20, None),
        ("Ninewa", 0.44, None),
        ("Kirkuk", 4.36, None),
    ],
)
def test_levels_shown_beside(
    tested: Mapping[date, tuple[Finding, ...]],
    label: str,
    value: float,
    interval: list[float] | None,
) -> None:
    found = shown(tested[JUNE_30], 4, label)
    assert round(found.value, 2) == value
    if interval:
        assert [found.low, found.high] == pytest.approx(interval, abs=0.016)


PRESENCE = {
    JUNE_17: {"hamrin": (4, 4), "daquq": (7, 6), "tuz-khurmatu": (4, 4), "all": (15, 9, 75)},
    JUNE_30: {"hamrin": (6, 5), "daquq": (8, 7), "tuz-khurmatu": (4, 3), "all": (18, 10, 77)},
    DECEMBER_31: {"hamrin": (11, 7), "daquq": (6, 6), "tuz-khurmatu": (4, 3), "all": (21, 9, 80)},
}
PRESENCE_ENDS = {
    3: [0.08, 0.57],
    4: [0.12, 0.65],
    5: [0.16, 0.73],
    6: [0.21, 0.79],
    7: [0.26, 0.85],
}


@pytest.mark.parametrize("moment", DATES)
def test_uncleared_ground(tested: Mapping[date, tuple[Finding, ...]], moment: date) -> None:
    found = tested[moment]
    for slug in ("hamrin", "daquq", "tuz-khurmatu"):
        seen, periods = PRESENCE[moment][slug][:2]
        indicator = part(found, 5, slug)
        assert counts(indicator) == (periods, 12)
        assert indicator.note.startswith(f"{seen}\u00a0")
        assert ends(indicator) == PRESENCE_ENDS[periods]
    seen, periods, located = PRESENCE[moment]["all"]
    assert counts(shown(found, 5, "The three together")) == (periods, 12)
    now = "Share of located corridor incidents, this year"
    assert counts(shown(found, 5, now)) == (seen, located)
    assert counts(shown(found, 5, "The same in 2010–2011")) == (5, 107)
    assert counts(shown(found, 5, "The same in October 2016–September 2017")) == (8, 62)


WITHOUT_BBC = {
    JUNE_17: ["not supported", "not supported"],
    JUNE_30: ["partly supported", "not supported"],
    DECEMBER_31: ["partly supported", "not supported"],
}
WITHOUT_AFP = {
    JUNE_17: ["undecided", "undecided"],
    JUNE_30: ["not supported", "undecided"],
    DECEMBER_31: ["not supported", "partly supported"],
}


@pytest.mark.parametrize("moment", DATES)
def test_leaving_out_one_office(year: Store, report: Report, moment: date) -> None:
    scene = scene_at(year, report, moment)
    specs = [report.finding(number) for number in (3, 5)]
    assert [silent_side(spec, scene) for spec in specs] == [None, None]
    for channel, words in (("BBC Monitoring", WITHOUT_BBC), ("Agence France Presse", WITHOUT_AFP)):
        assert [verdict_without(spec, scene, channel) for spec in specs] == words[moment]


@pytest.mark.parametrize("moment", DATES)
def test_no_office_can_be_left_out_of_years_that_name_none(
    year: Store, report: Report, moment: date
) -> None:
    finding = evaluate(year, report, moment)[3]
    assert silent_side(finding.spec, finding.scene) == Silent(0, 448)
    check = finding.confidence.checks[5]
    assert (check.level, "cannot be tried" in check.words) == ("moderate", True)
    assert "without " not in check.words


def test_factors_grow_with_what_they_were_measured_on(year: Store, report: Report) -> None:
    scene = scene_at(year, report, JUNE_30)
    spec = report.finding(3).parts[0]
    one = indicators.measure(spec, scene).indicator
    series = scene.series
    first = np.asarray(series.mask(rule_of(spec, "factor_population")))
    days = (series.ordinals >= date(2018, 1, 1).toordinal()) & (
        series.ordinals <= date(2018, 10, 31).toordinal()
    )
    half = np.flatnonzero(first & days & ~scene.inside(rule_of(spec, "population")))
    left_out = np.zeros(len(first), dtype=bool)
    left_out[half] = True
    other = indicators.measure(spec, replace(scene, series=series.without(left_out))).indicator
    assert other.numerator == one.numerator
    every, left = int((first & days).sum()), int((first & days & ~left_out).sum())
    assert every == 93
    factors = {key: spec.settings[key] * every / left for key in ("factor_low", "factor_high")}
    grown = replace(spec, settings={**spec.settings, **factors})
    assert ends(other) == ends(indicators.measure(grown, scene).indicator)
    assert ends(other) > ends(one)


TURNED = {JUNE_17: {3, 4, 5}, JUNE_30: {3, 4}, DECEMBER_31: {3, 4}}


@pytest.mark.parametrize("moment", DATES)
def test_which_turn_on_thresholds(tested: Mapping[date, tuple[Finding, ...]], moment: date) -> None:
    turned = {
        finding.number
        for finding in tested[moment]
        if "set 20\u00a0%" in finding.confidence.checks[5].words
    }
    assert turned == TURNED[moment]


def test_source_mix_is_told(tested: Mapping[date, tuple[Finding, ...]]) -> None:
    mix = tested[JUNE_30][0].source_mix
    assert (mix.channel, round(mix.before, 2), round(mix.now, 2)) == ("BBC Monitoring", 0.34, 0.69)
    assert mix.warning.startswith(
        "BBC Monitoring is cited for 69\u00a0% of the incidents in the corridor"
    )


def test_half_yearly_parts_take_all_words_but_the_sharpest(year: Store, report: Report) -> None:
    moments = [date(y, m, d) for y in range(2012, 2019) for m, d in ((6, 30), (12, 31))]
    words = pd.concat([history(year, report, n, dates=moments)["verdict"] for n in (3, 4, 5)])
    assert set(words) == set(vocabulary.VERDICTS) - {"contradicted", "more than claimed"}
