"""The rival explanations of a report against the evidence, and people's ratings of it."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

import pandas as pd

from corridor import actions, answers
from corridor.cli.as_json import print_json
from corridor.cli.asked import moment_of, report_of, series_of
from corridor.cli.chosen import ChoiceError
from corridor.cli.opening import on_the_store
from corridor.cli.output import print_table
from corridor.findings import evaluate
from corridor.findings.judgements import Judgement
from corridor.findings.rivals import Rivals, cell, diagnosticity
from corridor.people import Person
from corridor.settings import Settings
from corridor.store import Store
from corridor.texts import rivals_text
from corridor.words import later, say
from corridor.words import numbers as fmt
from corridor.words.terms import term


@on_the_store
def rivals(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print which rival explanation is contradicted least, by which evidence."""
    report = report_of(arguments.report, settings)
    moment = moment_of(arguments, settings, store, report)
    tested = evaluate(store, report, moment, series_of(arguments, settings, store))
    found = answers.rivals(store, report, tested)
    if arguments.json:
        print_json(found and found.as_json())
    elif found is None:
        print(say("rivals-not-stated"))
    else:
        _print(found)
    return 0


def _print(found: Rivals) -> None:
    rows = []
    for item in found.items:
        apart = diagnosticity(item.ratings)
        ratings = (rivals_text.rated(found, item, rival) for rival in found.report.rivals)
        shown = fmt.EN_DASH if apart is None else fmt.number(apart, 1)
        rows.append((rivals_text.label(item), term(item.verdict), *ratings, shown))
    first, second, last = (
        say(f"answer-column-{name}", days="") for name in ("evidence", "verdict", "tells-apart")
    )
    shorts = (rival.short for rival in found.report.rivals)
    print_table(pd.DataFrame(rows, columns=[first, second, *shorts, last], dtype="str"))
    lines = (
        rivals_text.answer(found, found.by_rules),
        rivals_text.hangs_on(found),
        rivals_text.with_people(found),
        *(rivals_text.would_decide(found, each) for each in found.missing),
    )
    print("\n".join(filter(None, lines)))


@on_the_store
def rate(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Record how a person rates a cell of the matrix, or that the rating is withdrawn."""
    report = report_of(arguments.report, settings)
    _check("no-such-item", arguments.item, [item.slug for item in report.evidence])
    _check("no-such-rival", arguments.rival, [rival.slug for rival in report.rivals])
    name = cell(arguments.item, arguments.rival)
    said = Judgement(name, arguments.rating or "", arguments.reason, "", "")
    write = actions.withdraw_rating if arguments.withdraw else actions.rate
    try:
        commit = write(store, Person(arguments.author or settings.user), report.slug, said)
    except actions.JudgementError as error:
        raise ChoiceError(error.args[0]) from error
    if arguments.json:
        print_json({"commit_id": commit.commit_id, "version": commit.version})
    else:
        print(say("judged-as-commit", commit=commit.commit_id, version=commit.version))
    return 0


def _check(said: str, name: str, known: Iterable[str]) -> None:
    names = sorted(known)
    if name not in names:
        told = fmt.unit_list(names) if names else fmt.EN_DASH
        raise ChoiceError(later(said, name=repr(name), known=told))
