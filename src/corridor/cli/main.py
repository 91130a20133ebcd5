"""Run one command; 0 only when it did what was asked."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence

from corridor import settings, words
from corridor.cli.arguments import COMMANDS, build_parser
from corridor.cli.door import beneath, close_the_door
from corridor.cli.stopping import stoppable
from corridor.words import ToldError, later, say
from corridor.words.strange import one_line

_OF_A_SIGNAL = 128
# What a user can bring about: said in a sentence. Anything else is a bug and shows its traceback.
_EXPECTED = (ToldError, OSError, ValueError)


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the arguments and run the command; give its exit code."""
    close_the_door()
    try:
        words.speak(settings.language())
    except ValueError as error:
        print(say("program-failed", error=str(error)), file=sys.stderr)
        return 1
    try:
        parsed = _parsed(sys.argv[1:] if arguments is None else arguments)
    except ToldError as error:  # help names the country
        print(say("program-failed", error=one_line(str(error))), file=sys.stderr)
        return 1
    with stoppable() as signals, settings.using(parsed.data):
        try:
            command = COMMANDS[parsed.command]
            if parsed.at_version is not None and not command.of_any_version:
                raise ToldError(later("newest-version-only"))
            code = command.run(parsed, settings.load())
            sys.stdout.flush()
        except BaseException as error:  # noqa: BLE001  raised again unless it was to be expected
            return _ended(parsed.command, error, signals)
    return code


def _ended(command: str, error: BaseException, signals: Sequence[int]) -> int:
    """Say why a command ended before its time; return the exit code, as a shell knows it."""
    if signals or isinstance(error, KeyboardInterrupt):
        print(f"\n{say('stopped-command', command=command)}", file=sys.stderr)
        return _OF_A_SIGNAL + (signals[0] if signals else signal.SIGINT)
    if isinstance(error, BrokenPipeError):
        # The reader went away, as `head` does: Python must not try to flush again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), beneath(sys.stdout).fileno())
        return 1
    if isinstance(error, _EXPECTED):
        told = say("failed-command", command=command, error=one_line(str(error)))
        print(told, file=sys.stderr)
        return 1
    raise error


def _parsed(arguments: Sequence[str]) -> argparse.Namespace:
    parser = build_parser(COMMANDS.keys() & set(arguments))
    if any(word.endswith("=--") for word in arguments):
        # argparse before Python 3.13 takes it for a list of nothing.
        parser.error(say("dashes-no-value"))
    for word in arguments:
        if not word.isascii() and _lacks_utf8(word):
            parser.error(say("not-utf-8", value=repr(word)))
    return parser.parse_args(arguments)


def _lacks_utf8(word: str) -> bool:
    try:
        word.encode()
    except UnicodeEncodeError:
        return True
    return False
