"""What the command line understands."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any, Final

from corridor import vocabulary
from corridor.cli.deciding import add_decisions
from corridor.filter import KILOMETRES, USUAL_KM, dimensions, kilometres, parse_day
from corridor.filter.dimensions import kilometres_text
from corridor.ingest import LAYOUTS
from corridor.queries import PERIODS, STACKS
from corridor.words import has, say
from corridor.words import numbers as fmt
from corridor.words.terms import slug

# Room for a year before and after, whatever is asked of the calendar.
YEARS = range(1900, 2200)
FORMATS = ("json", "csv", "geojson", "parquet")


def _of_argparse(text: str) -> str:
    """Say a text of argparse itself in our language; one that we do not know stays."""
    known = has(f"argparse-{slug(text)}")
    return say(f"argparse-{slug(text)}") if known else text


# Argparse asks gettext for its own words, by this name.
argparse._ = _of_argparse  # type: ignore[attr-defined]


def build_parser() -> argparse.ArgumentParser:
    """Make the parser of every command, in the language that is spoken now."""
    parser = argparse.ArgumentParser(prog="corridor", description=say("about-corridor-watch"))
    _add_globals(parser, default=None)
    _add_version(parser, default=None)
    commands = parser.add_subparsers(dest="command", required=True, metavar=say("value-command"))
    _add_reading(commands)
    _add_writing(commands)
    _add_keeping(commands)
    return parser


def _add_globals(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--data",
        metavar=say("value-folder"),
        type=_folder,
        default=default,
        help=say("option-data"),
    )
    parser.add_argument("--json", action="store_true", default=default, help=say("option-json"))


def _add_version(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--at-version",
        "--as-of-version",
        metavar=say("value-version"),
        type=_version,
        default=default,
        help=say("option-at-version"),
    )


def _add_report(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as-of", type=_day, metavar=say("value-day"), help=say("option-as-of"))
    parser.add_argument("--report", metavar=say("value-slug"), help=say("option-report"))


def _add_author(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--author", default="", metavar=say("value-author"), help=say("option-author")
    )


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str
) -> argparse.ArgumentParser:
    text = say(f"command-{name}")
    made = commands.add_parser(name, help=text, description=text)
    _add_globals(made, default=argparse.SUPPRESS)
    return made


def _reading(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str
) -> argparse.ArgumentParser:
    made = _command(commands, name)
    _add_version(made, default=argparse.SUPPRESS)
    return made


def _add_reading(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    serve = _command(commands, "serve")
    serve.add_argument(
        "--port", type=_port, default=8501, metavar=say("value-port"), help=say("option-port")
    )
    _add_filter(_reading(commands, "summary"))
    timeline = _reading(commands, "timeline")
    _add_filter(timeline)
    timeline.add_argument("--period", choices=PERIODS, help=say("option-period"))
    timeline.add_argument("--stack", choices=STACKS, default="type", help=say("option-stack"))
    listed = _reading(commands, "incidents")
    _add_filter(listed)
    listed.add_argument("--format", choices=FORMATS, default="csv", help=say("option-format"))
    listed.add_argument("--out", type=Path, metavar=say("value-file"), help=say("option-out"))
    for name in ("key-figures", "levels", "changes", "places"):
        _add_filter(_reading(commands, name))
    _add_report(_reading(commands, "findings"))
    _add_report(_reading(commands, "road-profile"))
    evidence = _reading(commands, "evidence")
    evidence.add_argument(
        "number", type=int, metavar=say("value-number"), help=say("option-finding-number")
    )
    _add_report(evidence)
    original = _reading(commands, "original")
    original.add_argument("id", metavar=say("value-id"), help=say("option-incident"))
    _command(commands, "codebook")


def _add_writing(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    add = _command(commands, "import")
    add.add_argument("file", type=Path, metavar=say("value-file"))
    layouts = [f"{name} ({layout.title})" for name, layout in LAYOUTS.items()]
    add.add_argument(
        "--layout",
        choices=tuple(LAYOUTS),
        help=say("option-layout", layouts=fmt.unit_list(layouts)),
    )
    add.add_argument("--mapping", type=Path, metavar=say("value-file"), help=say("option-mapping"))
    add.add_argument("--date-order", choices=("dmy", "mdy"), help=say("option-date-order"))
    add.add_argument("--decimal", choices=("comma", "point"), help=say("option-decimal"))
    add_decisions(add)
    covers = add.add_argument_group(say("options-coverage"))
    covers.add_argument(
        "--coverage-from", type=_day, metavar=say("value-day"), help=say("option-coverage-from")
    )
    covers.add_argument(
        "--coverage-to", type=_day, metavar=say("value-day"), help=say("option-coverage-to")
    )
    covers.add_argument(
        "--coverage-places", metavar=say("value-text"), help=say("option-coverage-places")
    )
    add.add_argument("--sheet", metavar=say("value-name"), help=say("option-sheet"))
    add.add_argument("--dry-run", action="store_true", help=say("option-dry-run"))
    add.add_argument("--rejects", type=Path, metavar=say("value-file"), help=say("option-rejects"))
    add.add_argument("--take-good-rows", action="store_true", help=say("option-take-good-rows"))
    add.add_argument(
        "--reason", default="", metavar=say("value-text"), help=say("option-reason-of-list")
    )
    _add_author(add)
    draft = _command(commands, "mapping")
    draft.add_argument("file", type=Path, metavar=say("value-file"))
    draft.add_argument("--sheet", metavar=say("value-name"), help=say("option-sheet"))
    draft.add_argument("--out", type=Path, metavar=say("value-file"), help=say("option-out"))
    for name in ("undo", "redo"):
        change = _command(commands, name)
        change.add_argument("commit", metavar=say("value-commit"), help=say("option-commit"))
        _add_author(change)
    restore = _command(commands, "restore")
    restore.add_argument(
        "--to",
        type=_version,
        metavar=say("value-version"),
        required=True,
        help=say("option-to-version"),
    )
    _add_author(restore)
    link = _command(commands, "link")
    link.add_argument("id", metavar=say("value-id"), help=say("option-account"))
    link.add_argument("target", metavar=say("value-target"), help=say("option-target"))
    link.add_argument(
        "--reason", default="", metavar=say("value-text"), help=say("option-reason-required")
    )
    link.add_argument("--dry-run", action="store_true", help=say("option-dry-run"))
    _add_author(link)
    judge = _command(commands, "judge")
    judge.add_argument("id", metavar=say("value-id"), help=say("option-an-incident"))
    number = say("value-number")
    judge.add_argument(
        "--finding", type=int, required=True, metavar=number, help=say("option-finding")
    )
    judge.add_argument(
        "--ruling", choices=vocabulary.RULINGS, required=True, help=say("option-ruling")
    )
    judge.add_argument("--reason", default="", metavar=say("value-text"), help=say("option-why"))
    judge.add_argument("--report", metavar=say("value-slug"), help=say("option-report"))
    _add_author(judge)
    retract = _command(commands, "retract")
    retract.add_argument("ids", nargs="*", metavar=say("value-id"), help=say("option-an-incident"))
    retract.add_argument("--file", type=Path, metavar=say("value-file"), help=say("option-list"))
    retract.add_argument(
        "--reason", default="", metavar=say("value-text"), help=say("option-reason")
    )
    retract.add_argument("--take-good-rows", action="store_true", help=say("option-take-good-rows"))
    retract.add_argument("--dry-run", action="store_true", help=say("option-dry-run"))
    _add_author(retract)


def _add_keeping(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    _reading(commands, "history")
    _reading(commands, "verify")
    _reading(commands, "files")
    archive = _command(commands, "export-store")
    archive.add_argument("file", type=Path, metavar=say("value-archive"))
    archive = _command(commands, "import-store")
    archive.add_argument("file", type=Path, metavar=say("value-archive"))


def _add_filter(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(say("options-filter"))
    for row in dimensions():
        more: dict[str, Any] = {"choices": row.closed} if row.closed else {}
        if row.kind != "switch":
            more["metavar"] = say(f"flag-{row.option}-value")
        told = say(f"flag-{row.option}", all=row.everything, values=fmt.unit_list(row.closed))
        group.add_argument(f"--{row.option}", dest=row.name, help=told, **more, **_KINDS[row.kind])


def _folder(text: str) -> Path:
    if not text.strip():  # an unset variable in a script would mean the current folder
        raise argparse.ArgumentTypeError(say("folder-not-named"))
    return Path(text)


def _day(text: str) -> date:
    found = parse_day(text)
    if found is None or found.year not in YEARS:
        raise argparse.ArgumentTypeError(
            say("not-a-date", value=repr(text), first=str(YEARS.start), last=str(YEARS.stop - 1))
        )
    return found


def _kilometres(text: str) -> float:
    found = kilometres(text)
    if found is None:
        low, high = map(kilometres_text, KILOMETRES)
        raise argparse.ArgumentTypeError(
            say("not-a-distance", value=repr(text), low=low, high=high)
        )
    return found


# How a kind of choice is read.
_KINDS: Final[dict[str, dict[str, Any]]] = {
    "many": {"action": "append"},
    "one": {"default": ""},
    "switch": {"action": "store_true"},
    "text": {"default": ""},
    "day": {"type": _day},
    "number": {"type": _kilometres, "default": USUAL_KM},
}


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(say("not-a-port", value=repr(text)))
    return int(text)


def _version(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(say("not-a-version", value=repr(text)))
    return int(text)
