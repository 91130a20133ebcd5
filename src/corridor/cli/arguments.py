"""What the command line understands: one row a command, loaded when it is asked for.

What a command takes and does stands in modules that need much of the house; help and the other
commands need none of it.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from corridor.settings import Settings
from corridor.words import has, say
from corridor.words import numbers as fmt
from corridor.words.terms import slug

Parser = argparse.ArgumentParser
FORMATS = ("json", "csv", "geojson", "parquet")
MODES = ("points", "heat", "hexagons")


def _of_argparse(text: str) -> str:
    """Say a text of argparse itself in our language; one that we do not know stays."""
    known = has(f"argparse-{slug(text)}")
    return say(f"argparse-{slug(text)}") if known else text


# Argparse asks gettext for its own words, by this name.
argparse._ = _of_argparse  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Command:
    """A command: its function in a module of this package, and the arguments it takes.

    What adds these is a function here, or also one of a module, which is loaded for it.
    What only reads can read the store `of_any_version`.
    """

    function: str
    takes: Callable[[Parser], None] | str | None = None
    of_any_version: bool = False

    def run(self, arguments: argparse.Namespace, settings: Settings) -> int:
        """Load it and run it; return its exit code."""
        code: int = _loaded(self.function)(arguments, settings)
        return code

    def add_arguments(self, parser: Parser) -> None:
        """Add what it takes to its parser."""
        if self.takes:
            (_loaded(self.takes) if isinstance(self.takes, str) else self.takes)(parser)


def _loaded(name: str) -> Callable[..., Any]:
    module, _, function = name.partition(".")
    found: Callable[..., Any] = getattr(import_module(f"corridor.cli.{module}"), function)
    return found


def build_parser(asked: Collection[str] | None = None) -> Parser:
    """Make the parser of every command, in the language that is spoken now.

    Of commands that are not `asked` for it knows no arguments (None asks for all).
    """
    parser = Parser(prog="corridor", description=say("about-corridor-watch"))
    _globals(parser, default=None)
    _version(parser, default=None)
    commands = parser.add_subparsers(dest="command", required=True, metavar=say("value-command"))
    for name, command in COMMANDS.items():
        text = say(f"command-{name}")
        made = commands.add_parser(name, help=text, description=text)
        if asked is None or name in asked:
            _globals(made, default=argparse.SUPPRESS)
            if command.of_any_version:
                _version(made, default=argparse.SUPPRESS)
            command.add_arguments(made)
    return parser


def _globals(parser: Parser, default: object) -> None:
    parser.add_argument("--data", metavar=say("value-folder"), type=_folder, default=default,
                        help=say("option-data"))  # fmt: skip
    parser.add_argument("--json", action="store_true", default=default, help=say("option-json"))


def _version(parser: Parser, default: object) -> None:
    parser.add_argument("--at-version", "--as-of-version", metavar=say("value-version"),
                        type=_number, default=default, help=say("option-at-version"))  # fmt: skip


def _text(parser: Parser, name: str, told: str, value: str = "value-text") -> None:
    parser.add_argument(f"--{name}", default="", metavar=say(value), help=say(told))


def _author(parser: Parser) -> None:
    _text(parser, "author", "option-author", "value-author")


def _of_report(parser: Parser) -> None:
    from corridor.cli.chosen import moment

    _text(parser, "series", "flag-series", "flag-series-value")
    parser.add_argument("--as-of", type=moment, metavar=say("value-day"), help=say("option-as-of"))
    _report(parser)


def _report(parser: Parser) -> None:
    parser.add_argument("--report", metavar=say("value-slug"), help=say("option-report"))


def _filtered(parser: Parser) -> None:
    from corridor.cli.chosen import add_filter

    add_filter(parser)
    _report(parser)


def _serve(parser: Parser) -> None:
    parser.add_argument(
        "--port", type=_port, default=8501, metavar=say("value-port"), help=say("option-port")
    )


def _timeline(parser: Parser) -> None:
    from corridor.answers import VIEWS
    from corridor.queries import GROUPS, PERIODS

    _filtered(parser)
    parser.add_argument("--period", choices=PERIODS, help=say("option-period"))
    parser.add_argument("--stack", choices=GROUPS, default="type", help=say("option-stack"))
    parser.add_argument("--view", choices=VIEWS, help=say("option-view"))
    out = say("option-timeline-out")
    parser.add_argument("--out", type=Path, metavar=say("value-file"), help=out)


def _ruled(parser: Parser) -> None:
    from corridor.answers import RULES, USUAL_RULE

    _filtered(parser)
    parser.add_argument("--rule", choices=RULES, default=USUAL_RULE, help=say("option-rule"))


def _incidents(parser: Parser) -> None:
    _filtered(parser)
    parser.add_argument("--format", choices=FORMATS, default="csv", help=say("option-format"))
    parser.add_argument("--out", type=Path, metavar=say("value-file"), help=say("option-out"))


def _map(parser: Parser) -> None:
    _filtered(parser)
    parser.add_argument("--mode", choices=MODES, default=MODES[0], help=say("option-mode"))
    parser.add_argument("--out", type=Path, metavar=say("value-file"), help=say("option-map-out"))


def _brief(parser: Parser) -> None:
    from corridor.cli.chosen import add_filter, moment

    add_filter(parser)
    parser.add_argument("--as-of", type=moment, metavar=say("value-day"), help=say("option-as-of"))
    _report(parser)
    out = say("option-brief-out")
    parser.add_argument("--out", type=Path, metavar=say("value-file"), help=out)


def _evidence(parser: Parser) -> None:
    parser.add_argument(
        "number", type=int, metavar=say("value-number"), help=say("option-finding-number")
    )
    _of_report(parser)


def _diff(parser: Parser) -> None:
    from corridor.cli.chosen import moment

    version = say("value-version")
    parser.add_argument("before", metavar=version, help=say("option-diff-before"))
    parser.add_argument("after", nargs="?", metavar=version, help=say("option-diff-after"))
    _filtered(parser)
    parser.add_argument("--as-of", type=moment, metavar=say("value-day"), help=say("option-as-of"))


def _original(parser: Parser) -> None:
    parser.add_argument("id", metavar=say("value-id"), help=say("option-incident"))


def _find_place(parser: Parser) -> None:
    parser.add_argument("place", metavar=say("value-text"), help=say("option-place"))
    _text(parser, "series", "flag-series", "flag-series-value")
    _report(parser)


def _import(parser: Parser) -> None:
    from corridor.cli.chosen import add_coverage
    from corridor.cli.deciding import add_decisions
    from corridor.ingest import LAYOUTS

    parser.add_argument("file", type=Path, nargs="?", metavar=say("value-file"))
    parser.add_argument(
        "--inbox", type=_folder, metavar=say("value-folder"), help=say("option-inbox")
    )
    parser.add_argument("--move", action="store_true", help=say("option-move"))
    layouts = [f"{name} ({layout.title})" for name, layout in LAYOUTS.items()]
    parser.add_argument(
        "--layout",
        choices=tuple(LAYOUTS),
        help=say("option-layout", layouts=fmt.unit_list(layouts)),
    )
    parser.add_argument(
        "--mapping", type=Path, metavar=say("value-file"), help=say("option-mapping")
    )
    parser.add_argument("--date-order", choices=("dmy", "mdy"), help=say("option-date-order"))
    parser.add_argument("--decimal", choices=("comma", "point"), help=say("option-decimal"))
    add_decisions(parser)
    add_coverage(parser)
    of_release = parser.add_argument_group(say("options-release"))
    of_release.add_argument(
        "--release", default="", metavar=say("value-version"), help=say("option-release")
    )
    _of_release(of_release)
    parser.add_argument("--sheet", metavar=say("value-name"), help=say("option-sheet"))
    parser.add_argument("--dry-run", action="store_true", help=say("option-dry-run"))
    parser.add_argument(
        "--rejects", type=Path, metavar=say("value-file"), help=say("option-rejects")
    )
    parser.add_argument("--take-good-rows", action="store_true", help=say("option-take-good-rows"))
    _text(parser, "reason", "option-reason-of-list")
    _report(parser)
    _author(parser)


def _declare(parser: Parser) -> None:
    from corridor.cli.declaring import add_declaration

    add_declaration(parser)
    _author(parser)


def _of_release(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--part", action="store_true", help=say("option-part"))
    parser.add_argument("--sure", action="store_true", help=say("option-sure"))


def _update(parser: Parser) -> None:
    from corridor.cli.deciding import add_decisions
    from corridor.cli.fetch_options import add_fetch

    add_fetch(parser)
    _of_release(parser)
    parser.add_argument("--yes", action="store_true", help=say("option-yes"))
    parser.add_argument("--dry-run", action="store_true", help=say("option-dry-run"))
    add_decisions(parser)
    parser.add_argument("--take-good-rows", action="store_true", help=say("option-take-good-rows"))
    _report(parser)
    _author(parser)


def _mapping(parser: Parser) -> None:
    parser.add_argument("file", type=Path, metavar=say("value-file"))
    parser.add_argument("--sheet", metavar=say("value-name"), help=say("option-sheet"))
    parser.add_argument("--out", type=Path, metavar=say("value-file"), help=say("option-out"))


def _commit(parser: Parser) -> None:
    parser.add_argument("commit", metavar=say("value-commit"), help=say("option-commit"))
    _author(parser)


def _restore(parser: Parser) -> None:
    version, told = say("value-version"), say("option-to-version")
    parser.add_argument("--to", type=_number, metavar=version, required=True, help=told)
    _author(parser)


def _link(parser: Parser) -> None:
    parser.add_argument("id", metavar=say("value-id"), help=say("option-account"))
    parser.add_argument("target", metavar=say("value-target"), help=say("option-target"))
    _text(parser, "reason", "option-reason-required")
    parser.add_argument("--dry-run", action="store_true", help=say("option-dry-run"))
    _report(parser)
    _author(parser)


def _judge(parser: Parser) -> None:
    from corridor.cli.deciding import add_judgement

    add_judgement(parser)
    _report(parser)
    _author(parser)


def _judgements(parser: Parser) -> None:
    out = say("option-judgements-out")
    parser.add_argument("--out", type=Path, metavar=say("value-file"), help=out)
    _report(parser)


def _grade(parser: Parser) -> None:
    from corridor.cli.grading import add_grade

    add_grade(parser)
    _author(parser)


def _retract(parser: Parser) -> None:
    parser.add_argument("ids", nargs="*", metavar=say("value-id"), help=say("option-an-incident"))
    parser.add_argument("--file", type=Path, metavar=say("value-file"), help=say("option-list"))
    _text(parser, "reason", "option-reason")
    parser.add_argument("--take-good-rows", action="store_true", help=say("option-take-good-rows"))
    parser.add_argument("--dry-run", action="store_true", help=say("option-dry-run"))
    _report(parser)
    _author(parser)


def _archive(parser: Parser) -> None:
    parser.add_argument("file", type=Path, metavar=say("value-archive"))


def _folder(text: str) -> Path:
    if not text.strip():  # an unset variable in a script would mean the current folder
        raise argparse.ArgumentTypeError(say("folder-not-named"))
    return Path(text)


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(say("not-a-port", value=repr(text)))
    return int(text)


def _number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(say("not-a-version", value=repr(text)))
    return int(text)


COMMANDS: Final = {
    "serve": Command("reading.serve", _serve),
    "summary": Command("reading.summary", _filtered, of_any_version=True),
    "timeline": Command("reading.timeline", _timeline, of_any_version=True),
    "incidents": Command("reading.incidents", _incidents, of_any_version=True),
    "headline": Command("answering.headline", _of_report, of_any_version=True),
    "key-figures": Command("answering.key_figures", _filtered, of_any_version=True),
    "levels": Command("answering.levels", _filtered, of_any_version=True),
    "changes": Command("answering.changes", _filtered, of_any_version=True),
    "channels": Command("answering.channels", _filtered, of_any_version=True),
    "disagreements": Command("telling.disagreements", _filtered, of_any_version=True),
    "grades": Command("grading.grades", _filtered, of_any_version=True),
    "tactics": Command("telling.tactics", _filtered, of_any_version=True),
    "roads": Command("telling.roads", _filtered, of_any_version=True),
    "surges": Command("standing_out.surges", _ruled, of_any_version=True),
    "backtest": Command("standing_out.backtest", _ruled, of_any_version=True),
    "next-month": Command("standing_out.next_month", _filtered, of_any_version=True),
    "where-next": Command("standing_out.where_next", _filtered, of_any_version=True),
    "district-rates": Command("telling.district_rates", _filtered, of_any_version=True),
    "places": Command("answering.places", _filtered, of_any_version=True),
    "map": Command("map_file.map_file", _map, of_any_version=True),
    "brief": Command("brief.brief", _brief, of_any_version=True),
    "find-place": Command("finding_places.find_place", _find_place, of_any_version=True),
    "findings": Command("reading.findings", _of_report, of_any_version=True),
    "ways": Command("answering.ways", _of_report, of_any_version=True),
    "sensitivity": Command("answering.sensitivity", _of_report, of_any_version=True),
    "verdict-history": Command(
        "looking_back.verdict_history", "looking_back.add_verdict_history", of_any_version=True
    ),
    "road-profile": Command("answering.road_profile", _of_report, of_any_version=True),
    "evidence": Command("answering.evidence", _evidence, of_any_version=True),
    "reports": Command("reading.reports"),
    "incident": Command("answering.incident", _original, of_any_version=True),
    "coverage": Command("answering.coverage", of_any_version=True),
    "series": Command("declaring.series", of_any_version=True),
    "original": Command("reading.original", _original, of_any_version=True),
    "codebook": Command("reading.codebook"),
    "import": Command("inbox.import_files", _import),
    "update": Command("updating.update", _update),
    "mapping": Command("writing.draft_mapping", _mapping),
    "declare": Command("declaring.declare", _declare),
    "undo": Command("writing.undo", _commit),
    "redo": Command("writing.redo", _commit),
    "restore": Command("writing.restore", _restore),
    "link": Command("writing.link", _link),
    "judge": Command("judging.judge", _judge),
    "judgements": Command("judging.judgements", _judgements, of_any_version=True),
    "grade": Command("grading.grade", _grade),
    "retract": Command("writing.retract", _retract),
    "diff": Command("differing.diff", _diff),
    "history": Command("keeping.history", of_any_version=True),
    "verify": Command("keeping.verify", of_any_version=True),
    "files": Command("keeping.files", of_any_version=True),
    "export-store": Command("archiving.export_to", _archive),
    "import-store": Command("archiving.import_from", _archive),
}
