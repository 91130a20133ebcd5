"""Commands that look back: when verdicts changed, and what tipped them."""

from __future__ import annotations

import argparse

import pandas as pd

from corridor import answers
from corridor.cli.as_json import print_json
from corridor.cli.asked import report_of, series_of
from corridor.cli.chosen import ChoiceError, day
from corridor.cli.opening import on_the_store
from corridor.cli.output import print_table
from corridor.settings import Settings
from corridor.store import Store
from corridor.texts import verdict_history_text
from corridor.words import later, say
from corridor.words import numbers as fmt
from corridor.words.terms import term


def add_verdict_history(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `verdict-history`."""
    parser.add_argument(
        "--finding", type=int, metavar=say("value-number"), help=say("option-finding-turned")
    )
    parser.add_argument(
        "--since", type=day, metavar=say("value-day"), help=say("option-since-turned")
    )
    parser.add_argument(
        "--series", default="", metavar=say("flag-series-value"), help=say("flag-series")
    )
    parser.add_argument("--report", metavar=say("value-slug"), help=say("option-report"))


@on_the_store
def verdict_history(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print the days on which each verdict of a report changed, and what tipped it."""
    report = report_of(arguments.report, settings)
    known = [item.number for item in report.findings]
    if arguments.finding is not None and arguments.finding not in known:
        raise ChoiceError(later("no-such-finding", number=arguments.finding))
    series = series_of(arguments, settings, store)
    found = [
        answers.verdict_history(store, report, number, arguments.since, series)
        for number in known
        if arguments.finding in (None, number)
    ]
    if arguments.json:
        print_json([each.as_json() for each in found])
        return 0
    rows = [
        (fmt.number(each.finding), fmt.day(turn.day), term(turn.before), term(turn.after),
         " ".join([verdict_history_text.tipped(turn),
                   "; ".join(map(verdict_history_text.incident, each.told(turn)))]).strip())
        for each in found
        for turn in each.turns
    ]  # fmt: skip
    headings = ("finding", "date", "verdict-before", "verdict", "tipped")
    names = [say(f"answer-column-{name}", days="") for name in headings]
    print_table(pd.DataFrame(rows, columns=names, dtype="str"))
    for each in found:
        print(f"{each.finding}. {verdict_history_text.in_words(each)}")
    return 0
