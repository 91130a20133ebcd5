"""Fetch from a publisher, show what it would change, and add it when the person agrees."""

from __future__ import annotations

import argparse
import sys
from typing import Any, Final

from corridor.cli.as_json import print_json
from corridor.cli.opening import read_file
from corridor.cli.progress import OnTerminal
from corridor.cli.writing import Taken, as_json, outcome, take, tell
from corridor.fetching import Asked, Fetched, fetch
from corridor.ingest.review.upload import Reading, check
from corridor.settings import Settings
from corridor.store import Store, open_store
from corridor.words import later, say

# Reached by no size of a file: a fetch is shown wherever a person looks.
_LONG: Final = sys.maxsize
_COVERS: Final = {"coverage_from": None, "coverage_to": None, "coverage_places": None}


def update(arguments: argparse.Namespace, settings: Settings) -> int:
    """Fetch what is asked for and take it in as an upload; 1 when a file of it is refused."""
    if arguments.source != "acled" and (arguments.fetch_from or arguments.fetch_to):
        raise ValueError(later("update-no-days"))
    asked = Asked(
        arguments.source,
        arguments.release,
        arguments.fetch_from,
        arguments.fetch_to,
        arguments.through,
    )
    progress = OnTerminal(_LONG)
    try:
        found = fetch(asked, settings, progress)
    finally:
        progress.end()
    store = open_store(settings)
    taken = [(item, _take(arguments, settings, store, item)) for item in found]
    if arguments.json:
        files = [_values(arguments, *pair) for pair in taken]
        print_json({"source": arguments.source, "files": files})
    return 0 if all(each.good for _, each in taken) else 1


def _take(arguments: argparse.Namespace, settings: Settings, store: Store, item: Fetched) -> Taken:
    data = read_file(item.path, settings)
    progress = OnTerminal(len(data))
    reading = Reading(release=item.release)
    checked = check(store, settings, data, item.name, reading, progress=progress)
    is_saved = arguments.yes and not arguments.dry_run
    shown = argparse.Namespace(**{**vars(arguments), **_COVERS, "dry_run": not is_saved})
    taken = take(shown, settings, store, checked, progress)
    progress.end()
    if arguments.json:
        return taken
    print(_told(item))
    is_settled = is_saved or arguments.dry_run or not taken.good
    if is_settled or not checked.brings_anything:
        tell(shown, taken, "" if is_settled else say("every-row-here"))
        return taken
    tell(shown, taken, say("update-nothing-yet"))
    if not _agrees():
        print(say("update-not-saved", file=str(item.path)))
        return taken
    shown.dry_run = False
    taken = take(shown, settings, store, checked, progress)
    progress.end()
    print(outcome(shown, taken))
    return taken


def _told(item: Fetched) -> str:
    return say(
        "update-fetched",
        file=item.name,
        rows=item.rows,
        out=item.left_out,
        state="new" if item.is_new else "same",
    )


def _agrees() -> bool:
    """Ask the person, where there is one."""
    if not sys.stdin.isatty():
        return False
    try:
        return input(say("update-ask")).strip().casefold() == say("update-yes").casefold()
    except EOFError:
        return False


def _values(arguments: argparse.Namespace, item: Fetched, taken: Taken) -> dict[str, Any]:
    is_saved = arguments.yes and not arguments.dry_run
    shown = argparse.Namespace(**{**vars(arguments), **_COVERS, "dry_run": not is_saved})
    return {
        "file": item.name,
        "path": str(item.path),
        "release": item.release or None,
        "rows": item.rows,
        "left_out": item.left_out,
        "is_new": item.is_new,
        "import": as_json(shown, taken),
    }
