"""Commands that say which months stand out, and how good that rule is."""

from __future__ import annotations

import argparse

import pandas as pd

from corridor import answers
from corridor.cli.as_json import print_json
from corridor.cli.asked import filter_of
from corridor.cli.opening import on_the_store
from corridor.cli.output import print_table
from corridor.settings import Settings
from corridor.store import Store
from corridor.texts import surges_text
from corridor.words import numbers as fmt
from corridor.words import say


@on_the_store
def surges(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print each place's last whole month against the twelve before."""
    found = answers.surges(store, filter_of(arguments, settings, store))
    if arguments.json:
        print_json(found.as_json())
        return 0
    rows = [
        (surges_text.place(each), fmt.number(each.incidents), fmt.number(each.highest))
        for each in found.places
    ]
    headings = [say("surges-column-place"), say("surges-column-month"), say("surges-column-most")]
    print_table(pd.DataFrame(rows, columns=headings))
    told = surges_text.told(found) or say("surges-no-month", series=found.series)
    print(fmt.sentences(told, surges_text.thin(found)))
    return 0


@on_the_store
def backtest(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print how often an alarm of each place was right, against any month."""
    found = answers.surges(store, filter_of(arguments, settings, store))
    if arguments.json:
        print_json(found.tests_as_json())
        return 0
    told = [surges_text.tested(each) for each in found.places]
    print("\n".join(told or [say("surges-no-month", series=found.series)]))
    return 0
