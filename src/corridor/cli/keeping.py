"""Commands about the store itself: its history, files, soundness and backups."""

from __future__ import annotations

import argparse
from typing import Final

from corridor import actions
from corridor.cli.opening import Command
from corridor.cli.output import print_json
from corridor.ingest.model.characters import one_line
from corridor.people import Person
from corridor.settings import Settings
from corridor.store import Archived, Commit, export_store, open_store
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.words.terms import counted, term


def history(arguments: argparse.Namespace, settings: Settings) -> int:
    """Print every commit, newest first."""
    commits = open_store(settings, arguments.at_version).history()
    if arguments.json:
        print_json([vars(item) for item in commits])
    else:
        print("\n".join(_line(item) for item in commits))
    return 0


def _line(item: Commit) -> str:
    words = (
        f"{item.version}",
        f"{item.recorded_at:%Y-%m-%d %H:%M}",
        item.commit_id,
        f"{term(item.action)} {item.undoes}".strip(),
        item.author,
        item.file_name or item.note,
        fmt.unit_list([counted(name, number) for name, number in item.counts.items()]),
        say("change-undone") if item.brings_rows and not item.live else "",
    )
    return one_line("  ".join(word for word in words if word))


def verify(arguments: argparse.Namespace, settings: Settings) -> int:
    """Check the store; 1 when something is wrong."""
    store = open_store(settings, arguments.at_version)
    found = store.examine()
    if arguments.json:
        told = {"problems": found.problems, "notes": found.notes}
        print_json({"sound": found.is_sound, "version": store.version} | told)
        return 0 if found.is_sound else 1
    for note in found.notes:
        print(say("told-as-a-note", note=note))
    sound = say("store-is-sound", version=str(store.version), files=len(store.files()))
    print("\n".join(found.problems) or sound)
    return 0 if found.is_sound else 1


def files(arguments: argparse.Namespace, settings: Settings) -> int:
    """Print the live Parquet files, one a line."""
    store = open_store(settings, arguments.at_version)
    paths = [str(path.absolute()) for path in store.files()]
    if arguments.json:
        print_json({"version": store.version, "files": paths})
    else:
        print("\n".join(paths))
    return 0


def export_to(arguments: argparse.Namespace, settings: Settings) -> int:
    """Write the whole store into one file."""
    return _told(arguments, export_store(settings, arguments.file), "store-exported")


def import_from(arguments: argparse.Namespace, settings: Settings) -> int:
    """Put an exported store in place."""
    done = actions.replace(settings, Person(settings.user), arguments.file)
    return _told(arguments, done, "store-imported")


def _told(arguments: argparse.Namespace, done: Archived, key: str) -> int:
    if arguments.json:
        print_json(vars(done) | {"file": str(arguments.file)})
        return 0
    for name in done.missing:
        print(say("told-as-a-note", note=say("undone-file-not-there", name=name)))
    file, version = str(arguments.file), str(done.version)
    print(say(key, version=version, live=done.live, undone=done.dead, file=file))
    return 0


KEEPING: Final[dict[str, Command]] = {
    "history": history,
    "verify": verify,
    "files": files,
    "export-store": export_to,
    "import-store": import_from,
}
