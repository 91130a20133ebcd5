"""Commands on what accounts tell: how it was done, and where they disagree."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

import pandas as pd

from corridor import answers
from corridor.answers.rates import AREA
from corridor.cli.as_json import print_json
from corridor.cli.asked import filter_of
from corridor.cli.opening import on_the_store
from corridor.cli.output import print_table
from corridor.settings import Settings
from corridor.store import Store
from corridor.texts import disagreement_text, location_text, roads_text, tactics_text
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.words.terms import term


@on_the_store
def tactics(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print the incidents of a filter by tactic, and of how many that is not known."""
    found = answers.tactics(store, filter_of(arguments, settings, store))
    if arguments.json:
        print_json(found.as_json())
        return 0
    rows = [
        (term(each.name), *map(fmt.number, (each.incidents, each.coded))) for each in found.tactics
    ]
    _print_rows(rows, ("tactic", "incidents", "coded"))
    print(fmt.sentences(tactics_text.known(found), tactics_text.unknown(found)))
    return 0


@on_the_store
def disagreements(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print the incidents of a filter whose accounts disagree, and what each account says."""
    found = answers.disagreements(store, filter_of(arguments, settings, store))
    if arguments.json:
        print_json(found.as_json())
        return 0
    rows = [
        (each.incident_id, say(f"disputed-{fact}"), *disagreement_text.sides(each, fact))
        for each in found.incidents
        for fact in each.facts
    ]
    _print_rows(rows, ("account", "disputed", "counted-account", "other-accounts"))
    print(fmt.sentences(disagreement_text.told(found), disagreement_text.by_fact(found)))
    return 0


@on_the_store
def location_disputes(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print the incidents of a filter that lie elsewhere than reported, and by whom."""
    found = answers.location_disputes(store, filter_of(arguments, settings, store))
    if arguments.json:
        print_json(found.as_json())
        return 0
    rows = [
        (each.incident_id, fmt.days(each.event_date, each.event_date_end), each.location or "",
         each.reported, each.located, location_text.km(each), location_text.certainty(each))
        for each in found.incidents
    ]  # fmt: skip
    _print_rows(rows, ("account", "date", "place", "reported", "located", "beyond", "sure"))
    for shares in (found.by_channel, found.by_year, found.beside):
        told = [
            (each.name, fmt.number(each.disputed), fmt.number(each.compared),
             location_text.share(each))
            for each in shares
            if each.disputed or shares is not found.by_channel
        ]  # fmt: skip
        _print_rows(told, ("told-of", "elsewhere", "compared", "share"))
    apart = [
        (each.incident_id, location_text.account(each.one), location_text.account(each.other),
         location_text.km(each))
        for each in found.accounts
    ]  # fmt: skip
    _print_rows(apart, ("account", "one-account", "another", "apart"))
    print(location_text.in_words(found), say("located-circular", series=found.series))
    return 0


@on_the_store
def roads(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print the incidents of a filter along each main road, by ten kilometres."""
    found = answers.roads(store, filter_of(arguments, settings, store))
    if arguments.json:
        print_json(found.as_json())
        return 0
    for strip in found.strips:
        print(f"{strip.road.name}: {roads_text.figures(found, strip)}")
        told = [each for each in strip.stretches if each.incidents or each.before]
        rows = [roads_text.cells(found, strip, each) for each in told]
        print_table(pd.DataFrame(rows, columns=roads_text.headings(found)))
        print()
    print(roads_text.note(found))
    return 0


@on_the_store
def district_rates(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print the incidents of a filter by district, and for the size of each."""
    found = answers.district_rates(store, filter_of(arguments, settings, store))
    if arguments.json:
        print_json(found.as_json())
        return 0
    rows = [
        (
            each.admin1,
            each.admin2,
            fmt.number(each.incidents),
            fmt.number(each.km2),
            fmt.number(each.rate, 1),
        )
        for each in found.rates
    ]
    headings = [say(f"heading-{name}") for name in ("province", "district")]
    headings += [say("map-says-incidents"), say("map-rate-km2"), say("map-rate-per", area=AREA)]
    print_table(pd.DataFrame(rows, columns=headings))
    if found.no_district:
        print(say("map-rate-no-district", count=found.no_district))
    return 0


def _print_rows(rows: Sequence[tuple[str, ...]], headings: Sequence[str]) -> None:
    columns = [say(f"answer-column-{name}", days="") for name in headings]
    print_table(pd.DataFrame(rows, columns=columns))
