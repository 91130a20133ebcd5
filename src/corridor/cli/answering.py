"""Commands that answer as a panel of a page does."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

import pandas as pd

from corridor import answers, queries
from corridor.answers import Change
from corridor.answers.acts import COUNTED
from corridor.answers.changes import KINDS
from corridor.cli.as_json import print_json
from corridor.cli.asked import filter_of, moment_of, region_of, report_of, series_of
from corridor.cli.chosen import ChoiceError
from corridor.cli.opening import on_the_store
from corridor.cli.output import print_table, rows_as_json
from corridor.filter.comparisons import PREVIOUS, comparison_name
from corridor.findings import evaluate
from corridor.settings import Settings, today
from corridor.store import Store
from corridor.texts import (
    changes_text,
    figures_text,
    level_text,
    places_text,
    sensitivity_text,
    verdict_text,
    ways_text,
)
from corridor.texts.age_text import age_sentence
from corridor.texts.history_text import value_words
from corridor.words import later, say
from corridor.words import numbers as fmt
from corridor.words.strange import one_line
from corridor.words.terms import term


@on_the_store
def headline(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print the answer to a report's question, as the overview has it."""
    report = report_of(arguments.report, settings)
    series = series_of(arguments, settings, store)
    tested = evaluate(store, report, moment_of(arguments, settings, store, report), series)
    found, age = answers.headline(report, tested), answers.record_age(store, today(), series)
    told, warning = verdict_text.answer_headline(found), verdict_text.answer_warning(found)
    lines = (
        verdict_text.answer_about(found),
        f"{told}.",
        warning and f"{warning}.",
        verdict_text.answer_figures(found).replace("**", ""),
        found.coverage,
        verdict_text.answer_caution(found),
        verdict_text.verdicts_sentence(found.verdicts),
        age_sentence(age),
    )
    built_on = answers.report_incident(store, report)
    value = found.as_json() | {
        "text": told,
        "incident": built_on and built_on.as_json(),
        "record": age.as_json(),
    }
    return _printed(arguments, value, "\n".join(filter(None, lines)))


@on_the_store
def key_figures(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print the key figures of a filter's period, with both comparisons."""
    found = answers.key_figures(store, filter_of(arguments, settings, store))
    acts = answers.acts(store, filter_of(arguments, settings, store))
    told = [(say(f"key-figure-{name}"), name, found) for name in answers.FIGURES]
    told += [(say(f"acting-{act}"), COUNTED, figures) for act, figures in acts.items()]
    rows = []
    for title, name, figures in told:
        now, before, earlier = map(_count, figures.of(name))
        change = figures_text.change(figures, name) or fmt.EN_DASH
        rows.append((title, now, before, change, earlier))
    headings = ("figure", "now", "before", "change", "year-before")
    days = found.windows.choice if found.windows else PREVIOUS
    value = found.as_json() | {
        "acts": {act: list(figures.of(COUNTED)) for act, figures in acts.items()}
    }
    code = _printed(arguments, value, _table(rows, headings, days=comparison_name(days)))
    if not arguments.json:
        print(figures_text.note(found))
    return code


@on_the_store
def levels(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print how many incidents a day, week, month and year, beside the baseline."""
    chosen = filter_of(arguments, settings, store)
    found = answers.levels(store, chosen, region_of(arguments, settings).baseline)
    days = fmt.years(*found.baseline)
    rows = [
        (term(each), fmt.number(found.mean(each), 2), fmt.number(found.baseline_mean(each), 2))
        for each in ("day", "week", "month", "year")
    ]
    table = _table(rows, ("each", "now", "before"), days=days)
    code = _printed(arguments, found.as_json(), table)
    if not arguments.json:
        print(level_text.in_words(found))
    if found.thin_from and not arguments.json:
        print(level_text.thin_in_words(found))
    return code


@on_the_store
def changes(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print what changed in each place, the largest difference of its kind first."""
    found = answers.changes(store, filter_of(arguments, settings, store))
    if arguments.json:
        told = [each.as_json() | {"text": changes_text.sentence(each)} for each in found.places]
        print_json(found.as_json() | {"places": told})
        return 0
    for kind in filter(found.of, KINDS):
        print(say(f"changes-of-{kind}"))
        print_table(_changes(found.of(kind)))
        print()
    print(changes_text.compared(found))
    if found.places:
        print(changes_text.note(found), changes_text.on_roads(found))
    return 0


def _changes(places: Sequence[Change]) -> pd.DataFrame:
    rows = [
        (changes_text.place(each), changes_text.level(each), changes_text.change(each),
         changes_text.sentence(each))
        for each in places
    ]  # fmt: skip
    headings = ("place", "level", "change", "in-words")
    return pd.DataFrame(rows, columns=[say(f"changes-column-{name}") for name in headings])


@on_the_store
def channels(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print which news channels report the incidents of a filter, and how many alone."""
    found = answers.channels(store, filter_of(arguments, settings, store))
    rows = [
        (each.name, fmt.number(each.incidents), fmt.number(each.alone)) for each in found.channels
    ]
    code = _printed(arguments, found.as_json(), _table(rows, ("channel", "incidents", "alone")))
    if found.unnamed and not arguments.json:
        print(say("channels-unnamed", count=found.unnamed))
    return code


@on_the_store
def places(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print the marks of the map, how many incidents have none, and why."""
    found = answers.places(store, filter_of(arguments, settings, store))
    listed = ["admin1", "admin2", "location", "latitude", "longitude", "incidents", "beside"]
    marks = found.marks[listed].rename(columns={"beside": "told"})
    marks["told"] = [places_text.teller(name, found.series) for name in marks["told"]]
    headings = ("province", "district", "place", "latitude", "longitude", "incidents", "told-by")
    value = {"marks": rows_as_json(found.marks)} | found.as_json()
    code = _printed(arguments, value, _named(marks, headings))
    if not arguments.json:
        print(places_text.drawn_sentence(found.series, found.legend))
        print("\n".join(places_text.beside_sentences(found.series, found.legend)))
        if found.legend.not_drawn:
            print(places_text.not_drawn_sentence(found.legend))
    return code


@on_the_store
def ways(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print each part of a report in every way of counting, and in how many its verdict stays."""
    report = report_of(arguments.report, settings)
    series = series_of(arguments, settings, store)
    tested = evaluate(store, report, moment_of(arguments, settings, store, report), series)
    found = [each for finding in tested for each in answers.ways(finding)]
    rows = [
        (fmt.number(each.finding), each.part.label, ways_text.label(way),
         value_words(way.indicator.value, way.indicator.unit),
         verdict_text.interval_text(way.indicator) or fmt.EN_DASH, term(way.verdict))
        for each in found
        for way in each.ways
    ]  # fmt: skip
    headings = ("finding", "part", "way", "value", "range", "verdict")
    code = _printed(arguments, [each.as_json() for each in found], _table(rows, headings))
    if not arguments.json:
        uncovered = filter(None, {finding.coverage_note for finding in tested})
        print("\n".join([*map(ways_text.in_words, found), *uncovered]))
    return code


@on_the_store
def sensitivity(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print what each verdict of a report hangs on: one thing changed at a time."""
    report = report_of(arguments.report, settings)
    moment = moment_of(arguments, settings, store, report)
    found = answers.sensitivities(store, report, moment, series_of(arguments, settings, store))
    rows = [
        (fmt.number(each.finding), sensitivity_text.label(variant),
         "" if variant.incidents is None else fmt.number(variant.incidents),
         term(variant.verdict) if variant.verdict else fmt.EN_DASH,
         sensitivity_text.stands(each, variant))
        for each in found
        for variant in each.variants
    ]  # fmt: skip
    headings = ("finding", "change", "left-out", "verdict", "stands")
    code = _printed(arguments, [each.as_json() for each in found], _table(rows, headings))
    if not arguments.json:
        for each in found:
            print(f"{each.finding}. {sensitivity_text.in_words(each)}")
    return code


@on_the_store
def road_profile(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print the incidents along the roads that a report's findings show, by ten kilometres."""
    report = report_of(arguments.report, settings)
    found = answers.road_profile(
        store,
        report,
        moment_of(arguments, settings, store, report),
        series_of(arguments, settings, store),
    )
    headings = ("finding", "road", "from-km", "to-km", "incidents", "at-town", "near", "exact")
    return _printed(arguments, rows_as_json(found), _named(found, headings))


@on_the_store
def evidence(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print the incidents for and against a finding, each with the reason why it counts."""
    report = report_of(arguments.report, settings)
    if arguments.number not in {item.number for item in report.findings}:
        raise ChoiceError(later("no-such-finding", number=arguments.number))
    as_of = moment_of(arguments, settings, store, report)
    series = series_of(arguments, settings, store)
    found = answers.evidence_of(store, report, arguments.number, as_of, series)
    sides = {side: getattr(found, side) for side in answers.SIDES}
    if arguments.json:
        print_json({side: rows_as_json(rows) for side, rows in sides.items()})
        return 0
    for side, rows in sides.items():
        print(say("evidence-side", side=side, count=len(rows)))
        for row in queries.rows_of(rows):
            told = one_line(f"{row['incident_id']}: {row['why']}")
            print(f"  {told}")
    return 0


@on_the_store
def incident(arguments: argparse.Namespace, _settings: Settings, store: Store) -> int:
    """Print the accounts of an incident, and what they say otherwise than the counted one."""
    found = answers.incident(store, arguments.id)
    if not found.counted_id:
        raise ChoiceError(later("no-such-incident", id=arguments.id))
    value = {
        "accounts": rows_as_json(found.accounts),
        "tactics": found.tactics,
        "grades": found.grades,
        "disputed": found.disputed,
    }
    listed = found.accounts[["incident_id", "source", "event_date", "location", "fatalities_best"]]
    listed = listed.assign(event_date=listed["event_date"].dt.date)
    headings = ("account", "source", "date", "place", "killed")
    code = _printed(arguments, value, _named(listed, headings))
    if found.disputed and not arguments.json:
        facts = fmt.unit_list([say(f"fact-{fact}") for fact in found.disputed])
        print(say("accounts-disagree", facts=facts))
    return code


@on_the_store
def coverage(arguments: argparse.Namespace, _settings: Settings, store: Store) -> int:
    """Print the series' incidents by governorate and year, and what each source covers."""
    value = answers.coverage(store).as_json()
    rows = [
        (term(row["province"]), str(row["year"]), _count(row["incidents"]))
        for row in value["incidents"]
    ]
    return _printed(arguments, value, _table(rows, ("province", "year", "incidents")))


def _printed(arguments: argparse.Namespace, value: Any, told: pd.DataFrame | str) -> int:
    if arguments.json:
        print_json(value)
    elif isinstance(told, str):
        print(told)
    else:
        print_table(told)
    return 0


def _table(
    rows: Sequence[tuple[str, ...]], headings: tuple[str, ...], *, days: str = ""
) -> pd.DataFrame:
    return _named(pd.DataFrame(rows, columns=list(headings), dtype="str"), headings, days=days)


def _named(rows: pd.DataFrame, headings: tuple[str, ...], *, days: str = "") -> pd.DataFrame:
    names = [say(f"answer-column-{name}", days=days) for name in headings]
    return rows.set_axis(names, axis="columns")


def _count(value: int | None) -> str:
    return "–" if value is None else fmt.number(value)
