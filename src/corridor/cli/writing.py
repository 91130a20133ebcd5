"""Commands that write to the store."""

from __future__ import annotations

import argparse
import csv
import getpass
import sys
from pathlib import Path
from typing import Final

from corridor.cli.opening import Command
from corridor.cli.output import as_text, print_json
from corridor.ingest.confirm import Choices, confirm
from corridor.ingest.coverage import Coverage, widened
from corridor.ingest.glance import look
from corridor.ingest.mapping import ColumnMap, MappingError, read_mapping
from corridor.ingest.report import RefusedError
from corridor.ingest.suggest import draft
from corridor.ingest.template import rejects_csv
from corridor.ingest.upload import Checked, Reading, check
from corridor.settings import Settings
from corridor.store import Commit, open_store

MOST_MATCHES: Final = 50
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
    _write_rejects(checked, arguments.rejects)
    accepted = not checked.report.refused and checked.report.accepted_rows > 0
    good = accepted and (checked.is_committable or arguments.take_good_rows)
    commit = None
    if good and not arguments.dry_run:
        author = _author(arguments, settings)
        apart = _matched_ids(checked) if arguments.matches == "apart" else frozenset()
        choices = Choices(arguments.take_good_rows, apart, _coverage(arguments, checked))
        commit = confirm(store, checked, author, choices)
    _tell(arguments, checked, commit, good=good)
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


def _matched_ids(checked: Checked) -> frozenset[str]:
    if not checked.matched:
        return frozenset()
    return frozenset(checked.matches(checked.matched)["incident_id"])


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
    ids = [*arguments.ids, *(_ids_in(arguments.file) if arguments.file else ())]
    done = open_store(settings).retract(ids, arguments.reason, _author(arguments, settings))
    number = done.counts.get("retracted", 0) if done else 0
    if arguments.json:
        print_json({"retracted": number, "commit": done.commit_id if done else None})
    elif done:
        print(f"{number:,} retracted: commit {done.commit_id}")
    else:
        print("nothing new: all of them are retracted already")
    return 0


def _ids_in(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        rows = csv.DictReader(lines)
        if "incident_id" not in (rows.fieldnames or ()):
            raise ValueError(f"{path} has no column incident_id")
        return [row["incident_id"].strip() for row in rows if row["incident_id"].strip()]


def _told(arguments: argparse.Namespace, done: Commit) -> int:
    if arguments.json:
        print_json(vars(done))
    else:
        print(f"{done.action} of {done.undoes} is commit {done.commit_id}, version {done.version}")
    return 0


def _tell(
    arguments: argparse.Namespace, checked: Checked, commit: Commit | None, *, good: bool
) -> None:
    if arguments.json:
        print_json(checked.as_json(commit))
        return
    report = checked.report
    for note in report.notes:
        print(f"{report.file_name}: note: {note}", file=sys.stderr)
    for problem in report.problems:
        print(
            f"{report.file_name}:{problem.line}: {problem.severity}: {problem.sentence()}",
            file=sys.stderr,
        )
    if report.refused:
        print(f"{report.file_name}: {report.refused}", file=sys.stderr)
        if report.is_mappable:
            print(_MAPPING_HELP.format(name=report.file_name), file=sys.stderr)
    print(
        f"{report.rows} rows: {report.new} new, {report.updated} updated, "
        f"{report.duplicates} duplicates, {report.rejected_rows} rejected"
    )
    for row in checked.matches(MOST_MATCHES).itertuples():
        print(f"{row.incident_id}: probably {row.target_id} ({row.why}; {row.score} points)")
    print(_outcome(arguments, commit, good=good))


def _outcome(arguments: argparse.Namespace, commit: Commit | None, *, good: bool) -> str:
    if not good:
        return "refused: nothing was written"
    if arguments.dry_run:
        return "dry run: nothing was written"
    return (
        f"commit {commit.commit_id}" if commit else "nothing new: the store holds every row already"
    )


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
