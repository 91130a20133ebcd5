"""Commands that take a whole store out as one file, and put one in place."""

from __future__ import annotations

import argparse

from corridor import actions
from corridor.cli.as_json import print_json
from corridor.people import Person
from corridor.settings import Settings
from corridor.store import Archived, export_store
from corridor.words import say


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
