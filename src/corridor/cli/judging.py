"""Judge an incident for a finding, take it back, and list what people judged."""

from __future__ import annotations

import argparse
import sys

import pandas as pd

from corridor import actions, answers, queries
from corridor.cli.as_json import print_json
from corridor.cli.asked import report_of
from corridor.cli.chosen import ChoiceError
from corridor.cli.opening import on_the_store
from corridor.cli.output import print_table
from corridor.exchange.counts import counts_csv
from corridor.findings.judgements import Judgement
from corridor.people import Person
from corridor.settings import Settings
from corridor.store import Store
from corridor.texts import judgements_text
from corridor.words import later, say
from corridor.words import numbers as fmt
from corridor.words.strange import one_line
from corridor.words.terms import term

COLUMNS = ("finding", "incident", "cell", "ruling", "by", "when", "reason", "standing")


@on_the_store
def judge(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Record what a person decided of an incident for a finding, or that it is withdrawn."""
    report = report_of(arguments.report, settings)
    if arguments.finding not in {item.number for item in report.findings}:
        raise ChoiceError(later("no-such-finding", number=arguments.finding))
    if queries.accounts_of(store, arguments.id).empty:
        raise ChoiceError(later("no-such-incident", id=arguments.id))
    judged = Judgement(arguments.id, arguments.ruling or "", arguments.reason, "", "")
    write = actions.withdraw if arguments.withdraw else actions.judge
    try:
        person = Person(arguments.author or settings.user)
        commit = write(store, person, report.slug, arguments.finding, judged)
    except actions.JudgementError as error:
        raise ChoiceError(error.args[0]) from error
    if arguments.json:
        print_json({"commit_id": commit.commit_id, "version": commit.version})
    else:
        print(say("judged-as-commit", commit=commit.commit_id, version=commit.version))
    return 0


@on_the_store
def judgements(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print or write what people judged of a report's incidents."""
    found = answers.judgements(store, report_of(arguments.report, settings))
    values = [each.as_json() for each in found]
    if arguments.out:
        arguments.out.write_bytes(counts_csv(values))
        print(say("judgements-written", file=str(arguments.out)), file=sys.stderr)
    elif arguments.json:
        print_json(values)
    elif not found:
        print(say("judgements-none"))
    else:
        rows = [
            (str(each.finding or fmt.EN_DASH), each.incident_id or fmt.EN_DASH,
             each.cell or fmt.EN_DASH, term(each.ruling),
             one_line(judgements_text.author(each.recorded_by)), each.recorded_at[:10],
             one_line(each.reason), say("judgements-standing", standing=each.standing))
            for each in found
        ]  # fmt: skip
        headings = [say(f"answer-column-{name}", days="") for name in COLUMNS]
        print_table(pd.DataFrame(rows, columns=headings, dtype="str"))
    return 0
