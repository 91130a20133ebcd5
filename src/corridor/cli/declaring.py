"""Series: those that there are, and one of a person's own."""

from __future__ import annotations

import argparse
import sys
from datetime import date

import pandas as pd

from corridor import actions, answers, packs
from corridor.answers.held_series import HeldSeries
from corridor.cli.as_json import print_json
from corridor.cli.chosen import day
from corridor.cli.opening import on_the_store
from corridor.cli.output import print_table
from corridor.cli.writing import person_of
from corridor.ingest.review.own_series import Declared, places_of, records
from corridor.settings import Settings
from corridor.spans import Spans
from corridor.store import Store, open_store
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.words.strange import one_line

_YES_NO = {"yes": True, "no": False}


def add_declaration(parser: argparse.ArgumentParser) -> None:
    """Add what can be said of a series."""
    parser.add_argument("code", metavar=say("value-source"), help=say("option-series-code"))
    parser.add_argument("--title", default="", metavar=say("value-text"), help=say("option-title"))
    parser.add_argument("--entry", default="", metavar=say("value-text"), help=say("option-entry"))
    parser.add_argument("--death-needed", choices=tuple(_YES_NO), help=say("option-death-needed"))
    parser.add_argument(
        "--span", type=_span, action="append", default=[],
        metavar=say("value-span"), help=say("option-span"),
    )  # fmt: skip
    for name in ("places", "definition", "licence", "attribution", "grade", "release"):
        parser.add_argument(
            f"--{name}", default="", metavar=say("value-text"), help=say(f"option-series-{name}")
        )
    parser.add_argument("--dry-run", action="store_true", help=say("option-dry-run"))


def _span(text: str) -> tuple[date, date]:
    first, parted, last = text.partition("..")
    if not parted:
        raise argparse.ArgumentTypeError(say("not-a-span", value=repr(text)))
    return day(first), day(last)


def declare(arguments: argparse.Namespace, settings: Settings) -> int:
    """Declare a series of one's own, or the days that a known one covers here."""
    store = open_store(settings)
    declared = Declared(
        code=arguments.code.strip(),
        title=arguments.title,
        entry=arguments.entry,
        is_death_needed=_YES_NO.get(arguments.death_needed),
        spans=tuple(arguments.span),
        places=places_of(arguments.places),
        definition=arguments.definition,
        licence=arguments.licence,
        attribution=arguments.attribution,
        grade=arguments.grade.strip().upper(),
        release=arguments.release,
    )
    rows = records(store, declared)
    commit = None
    if not arguments.dry_run:
        commit = actions.declare(store, person_of(arguments, settings), rows)
    if arguments.json:
        spans = [[first.isoformat(), last.isoformat()] for first, last in declared.spans]
        value = {"series": declared.code, "spans": spans, "places": list(declared.places) or None}
        print_json(value | {"commit": commit.commit_id if commit else None})
        return 0
    days = _days(store, declared)
    if commit:
        print(say("declared-as-commit", source=declared.code, commit=commit.commit_id, days=days))
    else:
        print(say("declared-dry-run", source=declared.code, days=days))
    return 0


def _days(store: Store, declared: Declared) -> str:
    """Say what a series covers, with the days that its uploads said before."""
    held = next((each for each in answers.held_series(store) if each.code == declared.code), None)
    covers = Spans(declared.spans) | (held.covers if held else Spans())
    if not covers:
        return say("declared-no-days")
    return fmt.unit_list([fmt.days(*pair) for pair in covers.pairs])


@on_the_store
def series(arguments: argparse.Namespace, _settings: Settings, store: Store) -> int:
    """List the series that there are, what they cover, and why one measures nothing.

    1 when a file that describes one cannot be used.
    """
    found, refused = answers.held_series(store), packs.refused_series()
    for why in refused.values():
        print(one_line(str(why)), file=sys.stderr)
    code = 1 if refused else 0
    if arguments.json:
        print_json([item.as_json() for item in found])
        return code
    names = ("source", "entry", "release", "covers", "accounts")
    columns = [say(f"held-{name}") for name in names]
    print_table(pd.DataFrame([_row(item) for item in found], columns=columns))
    return code


def _row(item: HeldSeries) -> tuple[str, ...]:
    covers = fmt.unit_list([fmt.days(*pair) for pair in item.covers.pairs])
    why = say(f"measures-{item.why_not}") if item.why_not else covers
    return (
        one_line(item.code), one_line(item.entry), item.release or "", why,
        fmt.number(item.accounts),
    )  # fmt: skip
