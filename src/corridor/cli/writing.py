"""Commands that write to the store."""

from __future__ import annotations

import argparse
import getpass
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corridor import actions
from corridor.answers.outlook import Outlook, outlook
from corridor.cli import retracting
from corridor.cli.as_json import as_text, print_json
from corridor.cli.deciding import decisions_of, told
from corridor.cli.opening import read_file
from corridor.cli.outlook import effect_lines, outlook_lines, question_of
from corridor.cli.output import print_problems
from corridor.cli.progress import OnTerminal
from corridor.exchange.template import rejects_csv
from corridor.ingest.model.header import plain_name
from corridor.ingest.model.mapping import ColumnMap, MappingError, read_mapping
from corridor.ingest.model.problem import RefusedError
from corridor.ingest.model.report import IngestReport
from corridor.ingest.review.confirm import Choices
from corridor.ingest.review.coverage import widened
from corridor.ingest.review.decisions import link_record
from corridor.ingest.review.first_mapping import draft, look
from corridor.ingest.review.releases import Release
from corridor.ingest.review.retractions import is_retraction_list, read_retractions
from corridor.ingest.review.upload import Checked, Reading, check
from corridor.people import Person
from corridor.settings import Settings
from corridor.store import Commit, Store, open_store
from corridor.texts import release_text
from corridor.words import say
from corridor.words.strange import one_line
from corridor.words.terms import term


@dataclass(frozen=True)
class Taken:
    """A checked file and what became of it; `good` when it was written or could be."""

    checked: Checked
    choices: Choices
    good: bool
    commit: Commit | None = None
    ahead: Outlook | None = None


def import_file(arguments: argparse.Namespace, settings: Settings) -> int:
    """Check a file and commit it; 1 when it is refused."""
    data = read_file(arguments.file, settings)
    store, name = open_store(settings), arguments.file.name
    progress = OnTerminal(len(data))
    reading = reading_of(arguments)
    checked = check(store, settings, data, name, reading, progress=progress)
    if reading.mapping is not None:
        _tell_astray(arguments.mapping, reading.mapping, checked.report)
    if not arguments.layout and is_retraction_list(checked.report):
        listed = read_retractions(store, settings, data, name, sheet=arguments.sheet)
        person = person_of(arguments, settings)
        return retracting.import_list(arguments, settings, listed, store, person)
    if arguments.rejects is not None:
        arguments.rejects.write_bytes(rejects_csv(checked.report))
    taken = take(arguments, settings, store, checked, progress)
    progress.end()
    tell(arguments, taken)
    return 0 if taken.good else 1


def reading_of(arguments: argparse.Namespace) -> Reading:
    """Return what was said about how a file is to be read."""
    return Reading(
        arguments.layout,
        arguments.date_order,
        arguments.decimal,
        _mapping(arguments.mapping),
        arguments.sheet,
        arguments.release,
    )


def take(
    arguments: argparse.Namespace,
    settings: Settings,
    store: Store,
    checked: Checked,
    progress: OnTerminal,
) -> Taken:
    """Commit a checked file that is good, or say what it would change (`--dry-run`)."""
    accepted = not checked.report.refused and checked.report.accepted_rows > 0
    good = accepted and (checked.is_committable or arguments.take_good_rows)
    choices = _choices(arguments, checked)
    if good and arguments.dry_run:
        ahead = outlook(store, checked, choices, question_of(arguments, settings, store))
        return Taken(checked, choices, good, ahead=ahead)
    if good:
        person = person_of(arguments, settings)
        commit = actions.upload(store, person, checked, choices, progress=progress)
        return Taken(checked, choices, good, commit)
    return Taken(checked, choices, good)


def _choices(arguments: argparse.Namespace, checked: Checked) -> Choices:
    decisions = decisions_of(arguments)
    if not checked.report.refused:
        checked.decided(decisions)  # a decision about no pair is told before anything is written
    coverage = widened(
        checked.coverage,
        arguments.coverage_from,
        arguments.coverage_to,
        arguments.coverage_places,
    )
    return Choices(arguments.take_good_rows, decisions, coverage, arguments.part, arguments.sure)


def _mapping(path: Path | None) -> ColumnMap | None:
    if path is None:
        return None
    try:
        return read_mapping(path.read_text(encoding="utf-8"))
    except (MappingError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: {error}") from error


def _tell_astray(path: Path, mapping: ColumnMap, report: IngestReport) -> None:
    """Name the columns of a mapping that the file does not have."""
    there = {plain_name(name) for name in report.header}
    for key, name in mapping.columns:
        if there and plain_name(name) not in there:
            told = say(
                "mapping-astray", mapping=str(path), key=key, name=name, file=report.file_name
            )
            print(one_line(told), file=sys.stderr)


def draft_mapping(arguments: argparse.Namespace, settings: Settings) -> int:
    """Print a first mapping of a table, from its column names; 1 when it cannot be read."""
    try:
        table = look(read_file(arguments.file, settings), settings, sheet=arguments.sheet)
    except RefusedError as refusal:
        print(one_line(f"{arguments.file.name}: {refusal}"), file=sys.stderr)
        return 1
    found = draft(table)
    if arguments.out:
        arguments.out.write_text(f"{as_text(found)}\n", encoding="utf-8")
    else:
        print_json(found)
    return 0


def undo(arguments: argparse.Namespace, settings: Settings) -> int:
    """Take a commit back."""
    store = open_store(settings)
    done = actions.undo(store, person_of(arguments, settings), arguments.commit)
    return _told(arguments, done)


def redo(arguments: argparse.Namespace, settings: Settings) -> int:
    """Bring an undone commit back."""
    store = open_store(settings)
    done = actions.redo(store, person_of(arguments, settings), arguments.commit)
    return _told(arguments, done)


def restore(arguments: argparse.Namespace, settings: Settings) -> int:
    """Make the live files those of an older version."""
    store = open_store(settings)
    done = actions.restore(store, person_of(arguments, settings), arguments.to)
    return _told(arguments, done)


def link(arguments: argparse.Namespace, settings: Settings) -> int:
    """Count two accounts as one incident; what that changes is told before it is written."""
    store = open_store(settings)
    record = link_record(store, arguments.id, arguments.target, arguments.reason)
    lines = effect_lines(store, question_of(arguments, settings, store), record)
    done = None
    if not arguments.dry_run:
        done = actions.link(store, person_of(arguments, settings), record)
    if arguments.json:
        print_json({"changes": lines, "commit": done.commit_id if done else None})
        return 0
    for line in lines:
        print(line)
    print(say("linked-as-commit", commit=done.commit_id) if done else say("dry-run-saved-nothing"))
    return 0


def retract(arguments: argparse.Namespace, settings: Settings) -> int:
    """Hide incidents that should not have been there."""
    return retracting.retract(
        arguments, settings, open_store(settings), person_of(arguments, settings)
    )


def _told(arguments: argparse.Namespace, done: Commit) -> int:
    if arguments.json:
        print_json(vars(done))
    else:
        told = say(
            "changed-as-commit",
            action=term(done.action),
            undone=done.undoes,
            commit=done.commit_id,
            version=str(done.version),
        )
        print(told)
    return 0


def tell(arguments: argparse.Namespace, taken: Taken, ending: str = "") -> None:
    """Print what was found in a file and what became of it, or another ending."""
    if arguments.json:
        print_json(as_json(arguments, taken))
        return
    report = taken.checked.report
    print_problems(report)
    if report.is_mappable:
        print(say("mapping-suggested", file=report.file_name), file=sys.stderr)
    told_rows = say(
        "import-counts",
        rows=report.rows,
        new=report.new,
        updated=report.updated,
        duplicates=report.duplicates,
        rejected=report.rejected_rows,
        out=report.left_out,
    )
    print(told_rows)
    ahead = outlook_lines(taken.ahead) if taken.ahead else ()
    of_release = release_text.lines(*_release(taken))
    for line in (*of_release, *told(taken.checked, taken.choices.decisions), *ahead):
        print(line)
    print(ending or outcome(arguments, taken))


def as_json(arguments: argparse.Namespace, taken: Taken) -> dict[str, Any]:
    """Return the same as values."""
    release, _ = _release(taken)
    values = taken.checked.as_json(taken.commit, taken.choices.decisions, release)
    values["coverage"] = [item.as_json() for item in taken.choices.coverage or ()]
    if arguments.dry_run:
        values["outlook"] = taken.ahead.as_json() if taken.ahead else None
    return values


def _release(taken: Taken) -> tuple[Release | None, frozenset[str]]:
    """Return what a release does, and the accounts that go on under another id."""
    release = taken.checked.release(taken.choices.coverage, is_part=taken.choices.is_part)
    kept = taken.checked.decided(taken.choices.decisions).kept if release else frozenset()
    return release, kept


def outcome(arguments: argparse.Namespace, taken: Taken) -> str:
    """Say in a line what became of a file."""
    if not taken.good:
        return say("import-refused")
    if arguments.dry_run:
        return say("dry-run-saved-nothing")
    if taken.commit:
        return say("saved-as-commit", commit=taken.commit.commit_id)
    return say("every-new-row-left-out" if taken.checked.written else "every-row-here")


def person_of(arguments: argparse.Namespace, settings: Settings) -> Person:
    """Return who writes: as said, as set, or who is logged in."""
    return Person(arguments.author or settings.user or _login())


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container's user may have no name
        return "unnamed"
