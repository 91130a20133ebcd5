"""Commands that write to the store."""

from __future__ import annotations

import argparse
import csv
import getpass
import sys
from pathlib import Path
from typing import Final

from corridor.cli.deciding import decisions_of, told
from corridor.cli.opening import Command
from corridor.cli.output import print_json
from corridor.ingest.confirm import Choices, confirm
from corridor.ingest.template import rejects_csv
from corridor.ingest.upload import Checked, Reading, check
from corridor.settings import Settings
from corridor.store import Commit, open_store


def import_file(arguments: argparse.Namespace, settings: Settings) -> int:
    """Check a file and commit it; 1 when it is refused."""
    limit = settings.max_upload_mb * 1_000_000
    if arguments.file.stat().st_size > limit:
        raise ValueError(f"{arguments.file} is larger than {settings.max_upload_mb} MB")
    store = open_store(settings)
    checked = check(
        store,
        settings,
        arguments.file.read_bytes(),
        arguments.file.name,
        Reading(arguments.layout, arguments.date_order),
    )
    decisions = decisions_of(arguments)
    if not checked.report.refused:
        checked.decided(decisions)  # a decision about no pair is told before anything is written
    _write_rejects(checked, arguments.rejects)
    accepted = not checked.report.refused and checked.report.accepted_rows > 0
    good = accepted and (checked.is_committable or arguments.take_good_rows)
    commit = None
    if good and not arguments.dry_run:
        author = _author(arguments, settings)
        commit = confirm(store, checked, author, Choices(arguments.take_good_rows, decisions))
    _tell(arguments, checked, commit, good=good)
    return 0 if good else 1


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
        print_json(checked.as_json(commit, decisions_of(arguments)))
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
    print(
        f"{report.rows} rows: {report.new} new, {report.updated} updated, "
        f"{report.duplicates} duplicates, {report.rejected_rows} rejected"
    )
    for line in told(checked, decisions_of(arguments)):
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
    "undo": undo,
    "redo": redo,
    "restore": restore,
    "retract": retract,
}
