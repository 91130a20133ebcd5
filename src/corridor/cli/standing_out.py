"""Commands that say which months stand out, what comes next, and how good that is."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

import pandas as pd

from corridor import answers
from corridor.cli.as_json import print_json
from corridor.cli.asked import filter_of
from corridor.cli.opening import on_the_store
from corridor.cli.output import print_table
from corridor.settings import Settings
from corridor.store import Store
from corridor.texts import ahead_text, surges_text
from corridor.words import numbers as fmt
from corridor.words import say


@on_the_store
def surges(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print each place's last whole month against what the rule compares with."""
    chosen = filter_of(arguments, settings, store)
    found = answers.surges(store, chosen, arguments.rule)
    if arguments.json:
        print_json(found.as_json())
        return 0
    rows = [
        (surges_text.place(each), fmt.number(each.incidents), surges_text.against(found, each))
        for each in found.places
    ]
    _print_rows(rows, ("place", "month", "against"))
    told = surges_text.told(found) or say("surges-no-month", series=found.series)
    print(fmt.sentences(told, surges_text.thin(found)))
    return 0


@on_the_store
def backtest(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print how often an alarm of each place was right, against any month."""
    chosen = filter_of(arguments, settings, store)
    found = answers.surges(store, chosen, arguments.rule)
    if arguments.json:
        print_json(found.tests_as_json())
        return 0
    told = [surges_text.tested(each) for each in found.places]
    print("\n".join(told or [say("surges-no-month", series=found.series)]))
    return 0


@on_the_store
def next_month(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print a range for the next month of each place, and what its back-test says."""
    found = answers.next_month(store, filter_of(arguments, settings, store))
    if arguments.json:
        print_json(found.as_json())
        return 0
    _print_rows(ahead_text.score_rows(found), ahead_text.SCORES)
    print(ahead_text.next_month(found) or say("surges-no-month", series=found.series))
    return 0


@on_the_store
def where_next(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print the districts at the top, and how much of the next month such lists held."""
    found = answers.where_next(store, filter_of(arguments, settings, store))
    if arguments.json:
        print_json(found.as_json())
        return 0
    print(ahead_text.where_next(found) or say("surges-no-month", series=found.series))
    return 0


def _print_rows(rows: Sequence[Sequence[str]], headings: Sequence[str]) -> None:
    named = [say(f"ahead-column-{name}") for name in headings]
    print_table(pd.DataFrame([list(row) for row in rows], columns=named, dtype="str"))
