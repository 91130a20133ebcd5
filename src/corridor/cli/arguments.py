"""What the command line understands."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from corridor import filters, vocabulary
from corridor.cli.deciding import add_decisions
from corridor.ingest import LAYOUTS
from corridor.queries import PERIODS, STACKS

# Room for a year before and after, whatever is asked of the calendar.
YEARS = range(1900, 2200)
FORMATS = ("json", "csv", "geojson", "parquet")
_LIST = "list (CSV, gzip, XLSX) with a column incident_id and, if you like, a column reason"
_REASON_OF_LIST = "why, when the file is a list of incidents to hide and a row gives no reason"
_REASON = "why, for the history; rows of a list may have reasons of their own"


def build_parser() -> argparse.ArgumentParser:
    """Make the parser of every command."""
    parser = argparse.ArgumentParser(
        prog="corridor", description="Corridor Watch: incidents, findings and uploads."
    )
    _add_globals(parser, default=None)
    _add_version(parser, default=None)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_reading(commands)
    _add_writing(commands)
    _add_keeping(commands)
    return parser


def _add_globals(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--data",
        metavar="DIR",
        type=_folder,
        default=default,
        help="data folder (or CORRIDOR_DATA)",
    )
    parser.add_argument(
        "--json", action="store_true", default=default, help="print JSON instead of text"
    )


def _add_version(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--at-version",
        "--as-of-version",
        metavar="N",
        type=_version,
        default=default,
        help="read the store as it was at this version (see history)",
    )


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str
) -> argparse.ArgumentParser:
    made = commands.add_parser(name, help=text, description=text)
    _add_globals(made, default=argparse.SUPPRESS)
    return made


def _reading(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, text: str
) -> argparse.ArgumentParser:
    made = _command(commands, name, text)
    _add_version(made, default=argparse.SUPPRESS)
    return made


def _add_reading(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    serve = _command(commands, "serve", "Serve the dashboard on this machine.")
    serve.add_argument("--port", type=_port, default=8501, help="port on 127.0.0.1 (default 8501)")
    _add_filter(_reading(commands, "summary", "Sum up the incidents of a filter."))
    timeline = _reading(commands, "timeline", "Count the incidents of a filter by period.")
    _add_filter(timeline)
    timeline.add_argument("--period", choices=PERIODS, help="default: chosen by the length")
    timeline.add_argument("--stack", choices=STACKS, default="type", help="default: type")
    listed = _reading(commands, "incidents", "List the incidents of a filter.")
    _add_filter(listed)
    listed.add_argument("--format", choices=FORMATS, default="csv", help="default: csv")
    listed.add_argument("--out", type=Path, metavar="FILE", help="write here instead of printing")
    findings = _reading(commands, "findings", "Test the report's conclusions.")
    findings.add_argument("--as-of", type=_day, metavar="DATE", help="default: the report's date")
    findings.add_argument("--report", metavar="SLUG", help="default: the first report")
    original = _reading(commands, "original", "Show an incident as its file had it.")
    original.add_argument("id", metavar="ID", help="of an account, such as MYLIST:1")
    _command(commands, "codebook", "Print the codebook.")


def _add_writing(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    add = _command(commands, "import", "Check a file (CSV, gzip, XLSX) and commit its incidents.")
    add.add_argument("file", type=Path, metavar="FILE")
    titles = ", ".join(f"{name} ({layout.title})" for name, layout in LAYOUTS.items())
    add.add_argument(
        "--layout", choices=tuple(LAYOUTS), help=f"{titles}; default: recognised by its columns"
    )
    add.add_argument(
        "--mapping",
        type=Path,
        metavar="FILE",
        help="what the columns of any other table are; see the command mapping",
    )
    add.add_argument(
        "--date-order",
        choices=("dmy", "mdy"),
        help="day or month first in dates such as 05/06/2018, which are not guessed",
    )
    add.add_argument(
        "--decimal",
        choices=("comma", "point"),
        help="what stands before the decimals of coordinates (default: a point; in a file whose "
        "cells are parted by semicolons or tabs also a comma)",
    )
    add_decisions(add)
    covers = add.add_argument_group("what the file's list covers (default: the span of its rows)")
    covers.add_argument("--coverage-from", type=_day, metavar="DATE", help="first day it watched")
    covers.add_argument("--coverage-to", type=_day, metavar="DATE", help="last day it watched")
    covers.add_argument("--coverage-places", metavar="TEXT", help="such as “Kirkuk, Diyala”")
    add.add_argument(
        "--dry-run", action="store_true", help="check, say what would change, write nothing"
    )
    add.add_argument("--rejects", type=Path, metavar="FILE", help="write refused rows here")
    add.add_argument("--take-good-rows", action="store_true", help="leave bad rows out")
    add.add_argument("--reason", default="", metavar="TEXT", help=_REASON_OF_LIST)
    add.add_argument("--author", default="", help="name for the history")
    draft = _command(commands, "mapping", "Print a mapping of a table's columns, to be mended.")
    draft.add_argument("file", type=Path, metavar="FILE")
    draft.add_argument("--out", type=Path, metavar="FILE", help="write here instead of printing")
    for name, text in (("undo", "Take a commit back."), ("redo", "Bring an undone commit back.")):
        change = _command(commands, name, text)
        change.add_argument("commit", metavar="COMMIT")
        change.add_argument("--author", default="", help="name for the history")
    restore = _command(commands, "restore", "Make the live files those of an older version.")
    restore.add_argument("--to", type=_version, metavar="VERSION", required=True)
    restore.add_argument("--author", default="", help="name for the history")
    link = _command(commands, "link", "Count two accounts as one incident; undone like an upload.")
    link.add_argument("id", metavar="ID", help="the account that is linked, such as MYLIST:1")
    link.add_argument("target", metavar="TARGET", help="an account of the incident it tells")
    link.add_argument("--reason", default="", metavar="TEXT", help="why, for the history")
    link.add_argument("--dry-run", action="store_true", help="say what would change, write nothing")
    link.add_argument("--author", default="", help="name for the history")
    retract = _command(commands, "retract", "Hide incidents that should not have been there.")
    retract.add_argument("ids", nargs="*", metavar="ID", help="such as MYLIST:1")
    retract.add_argument("--file", type=Path, metavar="FILE", help=_LIST)
    retract.add_argument("--reason", default="", metavar="TEXT", help=_REASON)
    retract.add_argument("--take-good-rows", action="store_true", help="leave bad rows out")
    retract.add_argument("--author", default="", help="name for the history")


def _add_keeping(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    _reading(commands, "history", "List every commit.")
    _reading(commands, "verify", "Check that the store is sound.")
    _reading(commands, "files", "Print the live Parquet files, for other tools.")
    archive = _command(commands, "export-store", "Write the whole store into one file.")
    archive.add_argument("file", type=Path, metavar="FILE.tar.gz")
    archive = _command(commands, "import-store", "Put such a file in place of an empty store.")
    archive.add_argument("file", type=Path, metavar="FILE.tar.gz")


def _add_filter(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("filter (none given: the page's default)")
    group.add_argument(
        "--province", action="append", help=f"repeatable; “{vocabulary.ALL_IRAQ}” for every one"
    )
    group.add_argument("--district", action="append", help="repeatable")
    group.add_argument("--from", dest="date_from", type=_day, metavar="DATE", help="first day")
    group.add_argument("--to", dest="date_to", type=_day, metavar="DATE", help="last day")
    group.add_argument("--event-type", action="append", choices=vocabulary.EVENT_TYPES)
    group.add_argument("--actor", action="append", help="repeatable")
    group.add_argument("--source", action="append", help="repeatable, such as UCDP")
    group.add_argument(
        "--civilians", action="store_true", help="violence against civilians, or civilians killed"
    )
    group.add_argument(
        "--precision", choices=list(vocabulary.GEO_PRECISIONS.values()), help="placed at least to"
    )
    group.add_argument(
        "--text",
        default="",
        help="text in place, actors, type, source or notes of any account; a place's name in any "
        "spelling, Arabic too, also finds incidents within 5 km of it",
    )
    group.add_argument(
        "--upload",
        default="",
        metavar="COMMIT|without|only",
        help="the incidents of one upload (see history), none that was uploaded, or only those",
    )


def _folder(text: str) -> Path:
    if not text.strip():  # an unset variable in a script would mean the current folder
        raise argparse.ArgumentTypeError("the name of a folder is missing")
    return Path(text)


def _day(text: str) -> date:
    found = filters.parse_day(text)
    if found is None or found.year not in YEARS:
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a date like 2018-06-30 (years {YEARS.start} to {YEARS.stop - 1})"
        )
    return found


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port from 1 to 65535")
    return int(text)


def _version(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a version such as 3; see the history")
    return int(text)
