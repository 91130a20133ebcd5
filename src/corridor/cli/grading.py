"""Admiralty grades: those of a filter's incidents, and one that a person gives."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

import pandas as pd

from corridor import actions, answers, vocabulary
from corridor.answers import GradedVerdicts
from corridor.cli import options
from corridor.cli.as_json import print_json
from corridor.cli.asked import filter_of
from corridor.cli.chosen import ChoiceError
from corridor.cli.opening import on_the_store
from corridor.cli.output import print_table
from corridor.findings import Finding, Report
from corridor.ingest.review.grading import ByHand, GradeError, record
from corridor.people import Person
from corridor.settings import Settings
from corridor.store import Store
from corridor.texts import grade_text
from corridor.words import later, say
from corridor.words import numbers as fmt


def add_grade(parser: argparse.ArgumentParser) -> None:
    """Add what is graded, how, and why."""
    parser.add_argument("id", nargs="?", metavar=say("value-id"), help=say("option-grade-account"))
    parser.add_argument("grade", metavar=say("value-grade"), help=say("option-grade"))
    parser.add_argument(
        "--source", default="", metavar=say("value-source"), help=say("option-grade-source")
    )
    parser.add_argument("--reason", default="", metavar=say("value-text"), help=say("option-why"))


def add_findings(parser: argparse.ArgumentParser) -> None:
    """Add which report is asked, and a grade by which its findings are measured again."""
    options.of_report(parser)
    parser.add_argument(
        "--grade", default="", type=str.upper, choices=vocabulary.GRADES,
        metavar=say("flag-grade-value"), help=say("option-findings-grade"),
    )  # fmt: skip
    parser.add_argument("--unjudged", action="store_true", help=say("option-findings-unjudged"))


def remeasured(
    arguments: argparse.Namespace, store: Store, report: Report, tested: Sequence[Finding]
) -> GradedVerdicts | None:
    """Return what findings would say by accounts of the grade that is asked for; None for none."""
    if not arguments.grade:
        if arguments.unjudged:
            raise ChoiceError(later("switch-of-nothing", option="unjudged", of="grade"))
        return None
    return answers.graded_verdicts(
        store, report, tested, arguments.grade, unjudged=arguments.unjudged
    )


@on_the_store
def grade(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Record the grade that a person gives to an account, or to a source."""
    if bool(arguments.id) == bool(arguments.source):
        raise ChoiceError(later("grade-of-what"))
    of = arguments.id or arguments.source
    said = ByHand(of, arguments.grade, arguments.reason, is_source=bool(arguments.source))
    try:
        author = Person(arguments.author or settings.user)
        commit = actions.grade(store, author, record(store, said))
    except (GradeError, actions.JudgementError) as error:
        raise ChoiceError(error.args[0]) from error
    if arguments.json:
        print_json({"commit_id": commit.commit_id, "version": commit.version})
    else:
        print(say("graded-as-commit", commit=commit.commit_id, version=str(commit.version)))
    return 0


@on_the_store
def grades(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Print the incidents of a filter by grade, and of how many it cannot be judged."""
    found = answers.grades(store, filter_of(arguments, settings, store))
    if arguments.json:
        print_json(found.as_json() | {"text": grade_text.unjudged(found)})
        return 0
    rows = [
        (
            each.grade,
            say(f"grade-gave-{each.letter_by}"),
            say(f"grade-gave-{each.number_by}"),
            fmt.number(each.incidents),
        )
        for each in found.grades
    ]
    headings = ("grade", "letter-by", "number-by", "incidents")
    print_table(
        pd.DataFrame(rows, columns=[say(f"answer-column-{name}", days="") for name in headings])
    )
    print(grade_text.unjudged(found))
    return 0
