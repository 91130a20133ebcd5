"""Commands about the store itself: its history, files and soundness."""

from __future__ import annotations

import argparse

from corridor.cli.as_json import print_json
from corridor.settings import Settings
from corridor.store import Commit, open_store
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.words.strange import one_line
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
