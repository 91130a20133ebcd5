"""The command that finds a place by any spelling of its name."""

from __future__ import annotations

import argparse

import pandas as pd

from corridor import answers
from corridor.cli.as_json import print_json
from corridor.cli.asked import series_of
from corridor.cli.opening import on_the_store
from corridor.cli.output import print_table
from corridor.settings import Settings
from corridor.store import Store
from corridor.texts import found_places_text
from corridor.texts.count_phrases import beside_phrase
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.words.strange import one_line
from corridor.words.terms import term


@on_the_store
def find_place(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print the places that a text may name, with the incidents near each."""
    series = series_of(arguments, settings, store)
    found = answers.found_places(store, arguments.place, series)
    if arguments.json:
        print_json(found.as_json())
        return 0
    if found.places:
        headings = [
            say("answer-column-place"), say("answer-column-local"), say("answer-column-kind"),
            say("answer-column-district"), say("answer-column-province"),
            say("answer-column-latitude"), say("answer-column-longitude"),
            say("answer-column-known-as"), say("answer-column-incidents"),
            say("answer-column-beside"),
        ]  # fmt: skip
        rows = [_row(each, found.series) for each in found.places]
        print_table(pd.DataFrame(rows, columns=headings))
    if sentence := found_places_text.told(found):
        print(one_line(sentence))
    return 0


def _row(found: answers.FoundPlace, series: str) -> tuple[str, ...]:
    place = found.place
    beside = [beside_phrase(name, count, series) for name, count in found.beside]
    written = (
        found.label, place.local, term(place.kind), place.admin2, place.admin1,
        fmt.number(place.latitude, 4), fmt.number(place.longitude, 4), term(found.precision),
        "" if found.incidents is None else fmt.number(found.incidents), fmt.unit_list(beside),
    )  # fmt: skip
    return tuple(text or fmt.EN_DASH for text in written)
