"""Commands that write to the store."""

from __future__ import annotations

import argparse
import getpass
import sys
from pathlib import Path
from typing import Final

from corridor.cli import retracting
from corridor.cli.deciding import decisions_of, told
from corridor.cli.opening import Command
from corridor.cli.outlook import look_ahead, outlook_lines
from corridor.cli.output import as_text, print_json, print_problems
from corridor.ingest.confirm import Choices, confirm
from corridor.ingest.coverage import Coverage, widened
from corridor.ingest.first_mapping import draft
from corridor.ingest.glance import look
from corridor.ingest.mapping import ColumnMap, MappingError, read_mapping
from corridor.ingest.report import RefusedError
from corridor.ingest.retractions import is_retraction_list
from corridor.ingest.template import rejects_csv
from corridor.ingest.upload import Checked, Reading, check
from corridor.outlook import Outlook
from corridor.settings import Settings
from corridor.store import Commit, open_store

_MAPPING_HELP: Final = (
    "Or say what its columns are: `corridor mapping {name} --out mapping.json` writes a mapping to "
    "begin with; mend it and give it with --mapping mapping.json."
)


def import_file(arguments: argparse.Namespace, settings: Settings) -> int:
    """Check a file and commit it; 1 when it is refused."""
    data = _data(arguments, settings)
    store = open_store(settings)
    checked = check(
        store,
        settings,
        data,
        arguments.file.name,
        Reading(arguments.layout, arguments.date_order, _mapping(arguments.mapping)),
    )
    if not arguments.layout and is_retraction_list(checked.report):
        return retracting.import_list(arguments, settings, store, _author(arguments, settings))
    _write_rejects(checked, arguments.rejects)
    accepted = not checked.report.refused and checked.report.accepted_rows > 0
    good = accepted and (checked.is_committable or arguments.take_good_rows)
    decisions = decisions_of(arguments)
    if not checked.report.refused:
        checked.decided(decisions)  # a decision about no pair is told before anything is written
    choices = Choices(arguments.take_good_rows, decisions, _coverage(arguments, checked))
    commit = ahead = None
    if good and arguments.dry_run:
        ahead = look_ahead(store, settings, checked, choices)
    elif good:
        commit = confirm(store, checked, _author(arguments, settings), choices)
    _tell(arguments, checked, commit, ahead, good=good)
    return 0 if good else 1


def _data(arguments: argparse.Namespace, settings: Settings) -> bytes:
    if arguments.file.stat().st_size > settings.max_upload_mb * 1_000_000:
        raise ValueError(f"{arguments.file} is larger than {settings.max_upload_mb} MB")
    data: bytes = arguments.file.read_bytes()
    return data


def _mapping(path: Path | None) -> ColumnMap | None:
    if path is None:
        return None
    try:
        return read_mapping(path.read_text(encoding="utf-8"))
    except (MappingError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: {error}") from error


def draft_mapping(arguments: argparse.Namespace, settings: Settings) -> int:
    """Print a first mapping of a table, from its column names; 1 when it cannot be read."""
    try:
        table = look(_data(arguments, settings), settings)
    except RefusedError as refusal:
        print(f"{arguments.file.name}: {refusal}", file=sys.stderr)
        return 1
    found = draft(table)
    if arguments.out:
        arguments.out.write_text(f"{as_text(found)}\n", encoding="utf-8")
    else:
        print_json(found)
    return 0


def _coverage(arguments: argparse.Namespace, checked: Checked) -> tuple[Coverage, ...]:
    return widened(
        checked.coverage,
        arguments.coverage_from,
        arguments.coverage_to,
        arguments.coverage_places,
    )


def undo(arguments: argparse.Namespace, settings: Settings) -> int:
    """Take a commit back."""
    done = open_store(settings).undo(arguments.commit, _author(arguments, settings))
    return _told(arguments, done)


def redo(arguments: argparse.Namespace, settings: Settings) -> int:
    """Bring an undone commit back."""
    done = open_store(settings).redo(arguments.commit, _author(arguments, settings))
    return _told(arguments, done)


def restore(arguments: argparse.Namespace, settings: Settings) -> int:
    """Make the live files those of an older version."""
    done = open_store(settings).restore(arguments.to, _author(arguments, settings))
    return _told(arguments, done)


def retract(arguments: argparse.Namespace, settings: Settings) -> int:
    """Hide incidents that should not have been there."""
    return retracting.retract(
        arguments, settings, open_store(settings), _author(arguments, settings)
    )


def _told(arguments: argparse.Namespace, done: Commit) -> int:
    if arguments.json:
        print_json(vars(done))
    else:
        print(f"{done.action} of {done.undoes} is commit {done.commit_id}, version {done.version}")
    return 0


def _tell(
    arguments: argparse.Namespace,
    checked: Checked,
    commit: Commit | None,
    ahead: Outlook | None,
    *,
    good: bool,
) -> None:
    if arguments.json:
        ahead_told = {"outlook": ahead.as_json() if ahead else None} if arguments.dry_run else {}
        print_json(checked.as_json(commit, decisions_of(arguments)) | ahead_told)
        return
    report = checked.report
    print_problems(report)
    if report.is_mappable:
        print(_MAPPING_HELP.format(name=report.file_name), file=sys.stderr)
    print(
        f"{report.rows} rows: {report.new} new, {report.updated} updated, "
        f"{report.duplicates} duplicates, {report.rejected_rows} rejected"
    )
    for line in (*told(checked, decisions_of(arguments)), *(outlook_lines(ahead) if ahead else ())):
        print(line)
    print(_outcome(arguments, checked, commit, good=good))


def _outcome(
    arguments: argparse.Namespace, checked: Checked, commit: Commit | None, *, good: bool
) -> str:
    if not good:
        return "refused: nothing was written"
    if arguments.dry_run:
        return "dry run: nothing was written"
    if commit:
        return f"commit {commit.commit_id}"
    if checked.written:
        return "nothing was written: every new row is left out"
    return "nothing new: the store holds every row already"


def _write_rejects(checked: Checked, path: Path | None) -> None:
    if path is not None:
        path.write_bytes(rejects_csv(checked.report))


def _author(arguments: argparse.Namespace, settings: Settings) -> str:
    return arguments.author or settings.user or _login()


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # a container's user may have no name
        return "unnamed"


WRITING: Final[dict[str, Command]] = {
    "import": import_file,
    "mapping": draft_mapping,
    "undo": undo,
    "redo": redo,
    "restore": restore,
    "retract": retract,
}
