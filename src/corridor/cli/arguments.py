"""What the command line understands: one row a command, loaded when it is asked for.

What a command takes and does stands in modules that need much of the house; help and the other
commands need none of it.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Collection
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

from corridor.cli import options, write_options
from corridor.settings import Settings
from corridor.words import has, say
from corridor.words.terms import slug

Parser = argparse.ArgumentParser


def _of_argparse(text: str) -> str:
    """Say a text of argparse itself in our language; one that we do not know stays."""
    known = has(f"argparse-{slug(text)}")
    return say(f"argparse-{slug(text)}") if known else text


# Argparse asks gettext for its own words, by this name.
argparse._ = _of_argparse  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Command:
    """A command: its function in a module of this package, and the arguments it takes.

    What adds these is a function of `options`, or one of a module that is loaded for it.
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
    parser.add_argument("--data", metavar=say("value-folder"), type=options.folder, default=default,
                        help=say("option-data"))  # fmt: skip
    parser.add_argument("--json", action="store_true", default=default, help=say("option-json"))


def _version(parser: Parser, default: object) -> None:
    parser.add_argument(
        "--at-version", "--as-of-version", metavar=say("value-version"), type=options.number,
        default=default, help=say("option-at-version"),
    )  # fmt: skip


COMMANDS: Final = {
    "serve": Command("reading.serve", options.serve),
    "summary": Command("reading.summary", options.filtered, of_any_version=True),
    "timeline": Command("reading.timeline", options.timeline, of_any_version=True),
    "incidents": Command("reading.incidents", options.incidents, of_any_version=True),
    "headline": Command("answering.headline", options.of_report, of_any_version=True),
    "key-figures": Command("answering.key_figures", options.filtered, of_any_version=True),
    "levels": Command("answering.levels", options.filtered, of_any_version=True),
    "changes": Command("answering.changes", options.filtered, of_any_version=True),
    "channels": Command("answering.channels", options.filtered, of_any_version=True),
    "disagreements": Command("telling.disagreements", options.filtered, of_any_version=True),
    "location-disputes": Command(
        "telling.location_disputes", options.filtered, of_any_version=True
    ),
    "grades": Command("grading.grades", options.filtered, of_any_version=True),
    "tactics": Command("telling.tactics", options.filtered, of_any_version=True),
    "roads": Command("telling.roads", options.filtered, of_any_version=True),
    "surges": Command("standing_out.surges", options.ruled, of_any_version=True),
    "backtest": Command("standing_out.backtest", options.ruled, of_any_version=True),
    "next-month": Command("standing_out.next_month", options.filtered, of_any_version=True),
    "where-next": Command("standing_out.where_next", options.filtered, of_any_version=True),
    "district-rates": Command("telling.district_rates", options.filtered, of_any_version=True),
    "places": Command("answering.places", options.filtered, of_any_version=True),
    "map": Command("map_file.map_file", options.map_, of_any_version=True),
    "brief": Command("brief.brief", options.brief, of_any_version=True),
    "find-place": Command("finding_places.find_place", options.find_place, of_any_version=True),
    "findings": Command("reading.findings", "grading.add_findings", of_any_version=True),
    "ways": Command("answering.ways", options.of_report, of_any_version=True),
    "sensitivity": Command("answering.sensitivity", options.of_report, of_any_version=True),
    "verdict-history": Command(
        "looking_back.verdict_history", "looking_back.add_verdict_history", of_any_version=True
    ),
    "rivals": Command("weighing.rivals", options.of_report, of_any_version=True),
    "road-profile": Command("answering.road_profile", options.of_report, of_any_version=True),
    "evidence": Command("answering.evidence", options.evidence, of_any_version=True),
    "reports": Command("reading.reports"),
    "report": Command("reporting.report", "reporting.add_report", of_any_version=True),
    "incident": Command("answering.incident", options.original, of_any_version=True),
    "coverage": Command("answering.coverage", of_any_version=True),
    "series": Command("declaring.series", of_any_version=True),
    "original": Command("reading.original", options.original, of_any_version=True),
    "codebook": Command("reading.codebook"),
    "import": Command("inbox.import_files", write_options.import_),
    "update": Command("updating.update", write_options.update),
    "mapping": Command("writing.draft_mapping", write_options.mapping),
    "declare": Command("declaring.declare", write_options.declare),
    "views": Command("keeping_views.views"),
    "view": Command("keeping_views.view", "keeping_views.add_view"),
    "undo": Command("writing.undo", write_options.commit),
    "redo": Command("writing.redo", write_options.commit),
    "restore": Command("writing.restore", write_options.restore),
    "link": Command("writing.link", write_options.link),
    "rate": Command("weighing.rate", write_options.rate),
    "judge": Command("judging.judge", write_options.judge),
    "judgements": Command("judging.judgements", write_options.judgements, of_any_version=True),
    "grade": Command("grading.grade", write_options.grade),
    "retract": Command("writing.retract", write_options.retract),
    "diff": Command("differing.diff", options.diff),
    "feed": Command("notifying.feed", "notifying.add_feed"),
    "notify": Command("notifying.notify", "notifying.add_notify"),
    "history": Command("keeping.history", of_any_version=True),
    "verify": Command("keeping.verify", of_any_version=True),
    "files": Command("keeping.files", of_any_version=True),
    "export-store": Command("archiving.export_to", write_options.archive),
    "import-store": Command("archiving.import_from", write_options.archive),
}
