"""Hide incidents that should not have been there: named one by one, or in a list."""

from __future__ import annotations

import argparse

from corridor import actions
from corridor.cli.as_json import print_json
from corridor.cli.opening import read_file
from corridor.cli.outlook import effect_lines, question_of
from corridor.cli.output import print_problems
from corridor.exchange.template import rejects_csv
from corridor.ingest.review.retractions import (
    Hiding,
    RetractionList,
    listed,
    read_retractions,
    records,
    refuse_bad,
)
from corridor.people import Person
from corridor.settings import Settings
from corridor.store import Commit, Store
from corridor.store.retraction import Listed
from corridor.words import later, say


def import_list(
    arguments: argparse.Namespace,
    settings: Settings,
    found: RetractionList,
    store: Store,
    person: Person,
) -> int:
    """Hide what a checked list names; 1 when it is refused."""
    report = found.report
    if arguments.rejects is not None:
        arguments.rejects.write_bytes(rejects_csv(report))
    good = report.accepted_rows > 0 and (report.is_clean or arguments.take_good_rows)
    commit = None
    if good and not arguments.dry_run:
        _check_reason(arguments.reason, needed=found.needs_reason)
        choices = Hiding(arguments.reason, arguments.take_good_rows)
        commit = actions.hide_list(store, person, found, choices)
    ahead = arguments.dry_run and good and found.found
    lines = []
    if ahead:
        lines = effect_lines(store, question_of(arguments, settings, store), records(found))
    if arguments.json:
        print_json(found.as_json(commit) | ({"changes": lines} if ahead else {}))
    else:
        _tell(found)
        _print(lines)
        print(_outcome(arguments, commit, good=good))
    return 0 if good else 1


def retract(arguments: argparse.Namespace, settings: Settings, store: Store, person: Person) -> int:
    """Hide the incidents named by their ids and in a list; 1 when the list is refused."""
    found = None
    if arguments.file:
        data = read_file(arguments.file, settings)
        found = read_retractions(store, settings, data, arguments.file.name)
    if found:
        print_problems(found.report)
        refuse_bad(found, only_good=arguments.take_good_rows)
    if arguments.dry_run:
        return _look_ahead(arguments, settings, store, found)
    done = _retract(arguments, store, found, person)
    number = done.counts.get("retracted", 0) if done else 0
    if arguments.json:
        print_json({"retracted": number, "commit": done.commit_id if done else None})
    elif done:
        print(say("retracted-as-commit", count=number, commit=done.commit_id))
    else:
        print(say("all-of-them-hidden"))
    return 0


def _retract(
    arguments: argparse.Namespace, store: Store, found: RetractionList | None, person: Person
) -> Commit | None:
    ids, of_list = _named(arguments, found)
    if not ids and found:
        return None
    return actions.hide(store, person, ids, arguments.reason, of_list)


def _look_ahead(
    arguments: argparse.Namespace, settings: Settings, store: Store, found: RetractionList | None
) -> int:
    """Say what a retraction would change; nothing is written."""
    ids, of_list = _named(arguments, found)
    asked = store.to_retract(ids, arguments.reason, of_list) if ids or not found else None
    lines = []
    if asked:
        lines = effect_lines(store, question_of(arguments, settings, store), asked.records)
    if arguments.json:
        number = len(asked.records) if asked else 0
        print_json({"retracted": number, "changes": lines, "commit": None})
    else:
        _print(lines)
        print(say("dry-run-saved-nothing"))
    return 0


def _named(
    arguments: argparse.Namespace, found: RetractionList | None
) -> tuple[list[str], Listed | None]:
    """Return the ids to hide and the list that names some of them; a reason must be there."""
    needed = bool(arguments.ids) or found is None or found.needs_reason
    _check_reason(arguments.reason, needed=needed)
    return [*arguments.ids, *(found.reasons if found else ())], listed(found) if found else None


def _print(lines: list[str]) -> None:
    for line in lines:
        print(line)


def _check_reason(reason: str, *, needed: bool) -> None:
    if needed and not reason.strip():
        raise ValueError(later("retraction-reason-asked-for"))


def _tell(found: RetractionList) -> None:
    print_problems(found.report)
    told = say(
        "list-counts",
        rows=found.report.rows,
        found=found.found,
        hidden=found.hidden,
        unknown=found.unknown,
        rejected=found.report.rejected_rows,
    )
    print(told)
    if found.of_series:
        print(say("list-of-series", count=found.of_series))


def _outcome(arguments: argparse.Namespace, commit: Commit | None, *, good: bool) -> str:
    if not good:
        return say("import-refused")
    if arguments.dry_run:
        return say("dry-run-saved-nothing")
    return say("saved-as-commit", commit=commit.commit_id) if commit else say("all-hidden")
