"""Open the store that the arguments name, and never be silent about a damaged one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path

from corridor.settings import Settings
from corridor.store import Store, open_store
from corridor.words import later, say

Command = Callable[[argparse.Namespace, Settings], int]


def read_file(path: Path, settings: Settings) -> bytes:
    """Return a file's content; ValueError when it is larger than is read."""
    if path.stat().st_size > settings.max_upload_mb * 1_000_000:
        most = str(settings.max_upload_mb)
        raise ValueError(later("file-too-large-to-read", file=str(path), most=most))
    return path.read_bytes()


def on_the_store(command: Callable[[argparse.Namespace, Settings, Store], int]) -> Command:
    """Give a reading command its store; damaged files are named, and then it never ends with 0."""

    @wraps(command)
    def run(arguments: argparse.Namespace, settings: Settings) -> int:
        store = open_store(settings, arguments.at_version)
        code = command(arguments, settings, store)
        for problem in store.damaged:
            told = say("left-out-damaged", command=arguments.command, problem=problem)
            print(told, file=sys.stderr)
            code = 1
        return code

    return run
