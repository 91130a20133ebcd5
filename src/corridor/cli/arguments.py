"""What the command line understands."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from corridor import filters, vocabulary
from corridor.cli.deciding import add_decisions
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
    findings = _reading(commands, "findings")
    findings.add_argument("--as-of", type=_day, metavar=say("value-day"), help=say("option-as-of"))
    findings.add_argument("--report", metavar=say("value-slug"), help=say("option-report"))
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
    precisions = list(vocabulary.GEO_PRECISIONS.values())
    group = parser.add_argument_group(say("options-filter"))
    group.add_argument(
        "--province",
        action="append",
        metavar=say("value-province"),
        help=say("option-province", all=vocabulary.ALL_IRAQ),
    )
    group.add_argument(
        "--district", action="append", metavar=say("value-district"), help=say("option-district")
    )
    group.add_argument(
        "--from", dest="date_from", type=_day, metavar=say("value-day"), help=say("option-from")
    )
    group.add_argument(
        "--to", dest="date_to", type=_day, metavar=say("value-day"), help=say("option-to")
    )
    group.add_argument(
        "--event-type",
        action="append",
        choices=vocabulary.EVENT_TYPES,
        metavar=say("value-type"),
        help=say("option-event-type", types=fmt.unit_list(vocabulary.EVENT_TYPES)),
    )
    group.add_argument(
        "--actor", action="append", metavar=say("value-actor"), help=say("option-actor")
    )
    group.add_argument(
        "--source", action="append", metavar=say("value-source"), help=say("option-source")
    )
    group.add_argument("--civilians", action="store_true", help=say("option-civilians"))
    group.add_argument(
        "--precision",
        choices=precisions,
        metavar=say("value-precision"),
        help=say("option-precision", precisions=fmt.unit_list(precisions)),
    )
    group.add_argument("--text", default="", metavar=say("value-text"), help=say("option-text"))
    group.add_argument(
        "--upload",
        default="",
        metavar=f"{say('value-commit')}|{filters.WITHOUT_UPLOADS}|{filters.ONLY_UPLOADS}",
        help=say("option-upload"),
    )


def _folder(text: str) -> Path:
    if not text.strip():  # an unset variable in a script would mean the current folder
        raise argparse.ArgumentTypeError(say("folder-not-named"))
    return Path(text)


def _day(text: str) -> date:
    found = filters.parse_day(text)
    if found is None or found.year not in YEARS:
        raise argparse.ArgumentTypeError(
            say("not-a-date", value=repr(text), first=str(YEARS.start), last=str(YEARS.stop - 1))
        )
    return found


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(say("not-a-port", value=repr(text)))
    return int(text)


def _version(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(say("not-a-version", value=repr(text)))
    return int(text)
