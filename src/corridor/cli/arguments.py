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
_LIST = "a list (CSV, gzip, XLSX) with the column incident_id and, optionally, the column reason"
_REASON_OF_LIST = "for a list of incidents to hide: the reason, where a row gives none"
_REASON = "the reason, for the history; a list can give one for each row"
_AUTHOR = "your name, for the history"
_GOOD_ROWS = "accept the good rows although others are bad"
_DRY_RUN = "say what would change; write nothing"
_OUT = "write to this file instead of printing"
_COMMIT = "its id, from the command history"
_SHEET = "sheet of a workbook to read (default: the one that looks most like a list of incidents)"


def build_parser() -> argparse.ArgumentParser:
    """Make the parser of every command."""
    parser = argparse.ArgumentParser(
        prog="corridor",
        description="Corridor Watch: ISIS incidents between Kirkuk, Salah al-Din and Diyala, and "
        "what they say about a report's conclusions.",
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
        help="folder of the data (default: what CORRIDOR_DATA says)",
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
        help="read the data as they were at this version (see the command history)",
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
    serve = _command(
        commands,
        "serve",
        "Serve the pages on this machine, until it is stopped (Ctrl-C or SIGTERM).",
    )
    serve.add_argument("--port", type=_port, default=8501, help="port on 127.0.0.1 (default: 8501)")
    _add_filter(_reading(commands, "summary", "Count incidents and people killed."))
    timeline = _reading(commands, "timeline", "Count incidents by day, week, month or year.")
    _add_filter(timeline)
    timeline.add_argument(
        "--period", choices=PERIODS, help="default: depends on how long the dates span"
    )
    timeline.add_argument(
        "--stack",
        choices=STACKS,
        default="type",
        help="what to count apart in each period (default: type)",
    )
    listed = _reading(commands, "incidents", "List incidents, one row each.")
    _add_filter(listed)
    listed.add_argument("--format", choices=FORMATS, default="csv", help="default: csv")
    listed.add_argument("--out", type=Path, metavar="FILE", help=_OUT)
    findings = _reading(commands, "findings", "Test the conclusions of a report against the data.")
    findings.add_argument(
        "--as-of",
        type=_day,
        metavar="DATE",
        help="judge by the incidents up to this day (default: the date of the report)",
    )
    findings.add_argument(
        "--report", metavar="SLUG", help="name of the report's folder (default: the first one)"
    )
    original = _reading(
        commands, "original", "Show an incident as it stood in the file that was uploaded."
    )
    original.add_argument("id", metavar="ID", help="id of the incident, such as MYLIST:1")
    _command(commands, "codebook", "Explain every field.")


def _add_writing(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    add = _command(commands, "import", "Check a file (CSV, gzip, XLSX) and add its incidents.")
    add.add_argument("file", type=Path, metavar="FILE")
    titles = ", ".join(f"{name} ({layout.title})" for name, layout in LAYOUTS.items())
    add.add_argument(
        "--layout", choices=tuple(LAYOUTS), help=f"{titles} (default: recognised by the columns)"
    )
    add.add_argument(
        "--mapping",
        type=Path,
        metavar="FILE",
        help="says what the columns of any other table are; see the command mapping",
    )
    add.add_argument(
        "--date-order",
        choices=("dmy", "mdy"),
        help="whether the day or the month comes first in dates such as 05/06/2018; never guessed",
    )
    add.add_argument(
        "--decimal",
        choices=("comma", "point"),
        help="decimal sign of coordinates (default: a point; where semicolons or tabs separate the "
        "cells, a comma too)",
    )
    add_decisions(add)
    covers = add.add_argument_group(
        "days and places that the file covers (default: those of its rows)"
    )
    covers.add_argument("--coverage-from", type=_day, metavar="DATE", help="first day covered")
    covers.add_argument("--coverage-to", type=_day, metavar="DATE", help="last day covered")
    covers.add_argument(
        "--coverage-places", metavar="TEXT", help="places covered, such as “Kirkuk, Diyala”"
    )
    add.add_argument("--sheet", metavar="NAME", help=_SHEET)
    add.add_argument("--dry-run", action="store_true", help=_DRY_RUN)
    add.add_argument(
        "--rejects",
        type=Path,
        metavar="FILE",
        help="write the refused rows, with the problems, to this file",
    )
    add.add_argument("--take-good-rows", action="store_true", help=_GOOD_ROWS)
    add.add_argument("--reason", default="", metavar="TEXT", help=_REASON_OF_LIST)
    add.add_argument("--author", default="", help=_AUTHOR)
    draft = _command(
        commands, "mapping", "Suggest a mapping for a table: which of its columns is which field."
    )
    draft.add_argument("file", type=Path, metavar="FILE")
    draft.add_argument("--sheet", metavar="NAME", help=_SHEET)
    draft.add_argument("--out", type=Path, metavar="FILE", help=_OUT)
    for name, text in (
        ("undo", "Undo an upload, a link, a judgement or a retraction."),
        ("redo", "Bring back what was undone."),
    ):
        change = _command(commands, name, text)
        change.add_argument("commit", metavar="COMMIT", help=_COMMIT)
        change.add_argument("--author", default="", help=_AUTHOR)
    restore = _command(
        commands,
        "restore",
        "Bring the data back to an older version; later changes stay in the history.",
    )
    restore.add_argument(
        "--to",
        type=_version,
        metavar="N",
        required=True,
        help="the version, from the command history",
    )
    restore.add_argument("--author", default="", help=_AUTHOR)
    link = _command(commands, "link", "Count two accounts as one incident; can be undone.")
    link.add_argument("id", metavar="ID", help="id of the account to link, such as MYLIST:1")
    link.add_argument("target", metavar="TARGET", help="id of an account of the same incident")
    link.add_argument(
        "--reason", default="", metavar="TEXT", help="the reason, for the history (required)"
    )
    link.add_argument("--dry-run", action="store_true", help=_DRY_RUN)
    link.add_argument("--author", default="", help=_AUTHOR)
    retract = _command(
        commands, "retract", "Hide incidents that should not be here; can be undone."
    )
    retract.add_argument("ids", nargs="*", metavar="ID", help="id of an incident, such as MYLIST:1")
    retract.add_argument("--file", type=Path, metavar="FILE", help=_LIST)
    retract.add_argument("--reason", default="", metavar="TEXT", help=_REASON)
    retract.add_argument("--take-good-rows", action="store_true", help=_GOOD_ROWS)
    retract.add_argument("--dry-run", action="store_true", help=_DRY_RUN)
    retract.add_argument("--author", default="", help=_AUTHOR)


def _add_keeping(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    _reading(
        commands,
        "history",
        "List every change of the data: uploads, links, judgements, retractions, undos.",
    )
    _reading(commands, "verify", "Check that the stored data are whole.")
    _reading(commands, "files", "Name the Parquet files that hold the data now, for other tools.")
    archive = _command(
        commands, "export-store", "Write all data and their history into one file, as a backup."
    )
    archive.add_argument("file", type=Path, metavar="FILE.tar.gz")
    archive = _command(
        commands, "import-store", "Take in such a backup, where there are no data yet."
    )
    archive.add_argument("file", type=Path, metavar="FILE.tar.gz")


def _add_filter(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("filter (without any: as the pages open)")
    group.add_argument(
        "--province", action="append", help=f"province; repeatable; “{vocabulary.ALL_IRAQ}” for all"
    )
    group.add_argument("--district", action="append", help="district; repeatable")
    group.add_argument("--from", dest="date_from", type=_day, metavar="DATE", help="first day")
    group.add_argument("--to", dest="date_to", type=_day, metavar="DATE", help="last day")
    group.add_argument(
        "--event-type",
        action="append",
        choices=vocabulary.EVENT_TYPES,
        metavar="TYPE",
        help=f"kind of incident; repeatable: {', '.join(vocabulary.EVENT_TYPES)}",
    )
    group.add_argument(
        "--actor", action="append", help="armed group or side, such as ISIS; repeatable"
    )
    group.add_argument("--source", action="append", help="source, such as UCDP; repeatable")
    group.add_argument(
        "--civilians",
        action="store_true",
        help="violence against civilians only, or civilians killed",
    )
    group.add_argument(
        "--precision",
        choices=list(vocabulary.GEO_PRECISIONS.values()),
        metavar="PRECISION",
        help="place known at least this well: "
        f"{', '.join(vocabulary.GEO_PRECISIONS.values())} (best first)",
    )
    group.add_argument(
        "--text",
        default="",
        help="words in the place, actors, type, source or notes of any account; a place name, in "
        "any spelling or in Arabic, also finds incidents within 5 km",
    )
    group.add_argument(
        "--upload",
        default="",
        metavar="COMMIT|without|only",
        help="incidents of one upload (its id, from the command history), without uploads, or only "
        "uploads",
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
