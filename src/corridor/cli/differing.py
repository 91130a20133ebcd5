"""The command that says what changed between two versions of the data."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime, time

import pandas as pd

from corridor import answers
from corridor.answers.outlook import Question
from corridor.cli.as_json import print_json
from corridor.cli.asked import filter_of, report_of
from corridor.cli.chosen import AT_REPORT, ChoiceError
from corridor.cli.output import print_table
from corridor.filter import parse_day
from corridor.findings import load_reports
from corridor.settings import Settings
from corridor.store import Commit, Store, open_store
from corridor.texts import as_text, since_text
from corridor.texts.count_phrases import capital
from corridor.words import later, say, terms, written
from corridor.words import numbers as fmt


def diff(arguments: argparse.Namespace, settings: Settings) -> int:
    """Print what changed from one version to another; 1 when either is damaged."""
    newest = open_store(settings)
    history = newest.history()
    before = version_of(arguments.before, newest.version, history)
    after = version_of(arguments.after, newest.version, history)
    if before > after:
        raise ChoiceError(later("versions-backwards", before=str(before), after=str(after)))
    old = open_store(settings, before)
    new = newest if after == newest.version else open_store(settings, after)
    question = _question(arguments, settings, new)
    found = answers.since(old, new, question, history)
    if arguments.json:
        print_json(found.as_json() | {"text": since_text.told(found)})
    else:
        _print(found)
    return _tell_damaged(arguments, old, new)


def _question(arguments: argparse.Namespace, settings: Settings, store: Store) -> Question:
    """Return what both versions are asked: the filter, and a report as of one day."""
    named, first = arguments.report, load_reports(settings.reports_dir).first
    report = report_of(named, settings) if named else first
    chosen = filter_of(arguments, settings, store)
    asked = arguments.as_of
    if asked == AT_REPORT and report:
        asked = report.date
    as_of = asked if isinstance(asked, date) else answers.moment(store, chosen)
    return Question(chosen, report, as_of)


def version_of(text: str | None, newest: int, history: Sequence[Commit]) -> int:
    """Return the version that is named by number, commit or day; None is the newest.

    Raises ChoiceError where there is none.
    """
    if text is None:
        return newest
    by_commit = {item.commit_id: item.version for item in history}
    if text in by_commit:
        return by_commit[text]
    if text.isdecimal():
        if int(text) > newest:
            raise ChoiceError(later("version-too-high", version=text, newest=str(newest)))
        return int(text)
    day = parse_day(text)
    if day is None:
        raise ChoiceError(later("version-unknown", text=text, newest=str(newest)))
    end = datetime.combine(day, time.max, UTC)
    made = [item for item in history if item.recorded_at <= end]
    if not made:
        told, first = (written(fmt.day, at) for at in (day, history[-1].recorded_at.date()))
        raise ChoiceError(later("version-before-all", day=told, first=first))
    return max(item.version for item in made)


def _print(found: answers.Since) -> None:
    print(since_text.between(found))
    for item in found.commits:
        print(f"  {since_text.commit(item)}")
    for told in (since_text.figures, since_text.verdicts, since_text.alarms):
        for line in told(found):
            print(capital(line))
    if found.incidents:
        print()
        print_table(_rows(found))


def _rows(found: answers.Since) -> pd.DataFrame:
    rows = [
        (since_text.kind(each), each.incident_id, each.event_date,
         as_text.text(each.location) or terms.term(as_text.text(each.admin1)),
         since_text.what(found, each))
        for each in found.incidents
    ]  # fmt: skip
    names = (
        say("since-column-change"), say("heading-id"), say("heading-date"), say("heading-place"),
        say("since-column-what"),
    )  # fmt: skip
    return pd.DataFrame(rows, columns=list(names))


def _tell_damaged(arguments: argparse.Namespace, *stores: Store) -> int:
    problems = dict.fromkeys(problem for store in stores for problem in store.damaged)
    for problem in problems:
        told = say("left-out-damaged", command=arguments.command, problem=problem)
        print(told, file=sys.stderr)
    return 1 if problems else 0
