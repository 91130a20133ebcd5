"""What the commands that write take."""

from __future__ import annotations

import argparse
from pathlib import Path

from corridor.cli.options import Parser, author, folder, number, report, text
from corridor.words import numbers as fmt
from corridor.words import say


def import_(parser: Parser) -> None:
    from corridor.cli.chosen import add_coverage
    from corridor.cli.deciding import add_decisions
    from corridor.ingest import LAYOUTS

    parser.add_argument("file", type=Path, nargs="?", metavar=say("value-file"))
    parser.add_argument(
        "--inbox", type=folder, metavar=say("value-folder"), help=say("option-inbox")
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
    release = parser.add_argument_group(say("options-release"))
    release.add_argument(
        "--release", default="", metavar=say("value-version"), help=say("option-release")
    )
    of_release(release)
    parser.add_argument("--sheet", metavar=say("value-name"), help=say("option-sheet"))
    parser.add_argument("--dry-run", action="store_true", help=say("option-dry-run"))
    parser.add_argument(
        "--rejects", type=Path, metavar=say("value-file"), help=say("option-rejects")
    )
    parser.add_argument("--take-good-rows", action="store_true", help=say("option-take-good-rows"))
    text(parser, "reason", "option-reason-of-list")
    report(parser)
    author(parser)


def declare(parser: Parser) -> None:
    from corridor.cli.declaring import add_declaration

    add_declaration(parser)
    author(parser)


def of_release(parser: argparse._ActionsContainer) -> None:
    parser.add_argument("--part", action="store_true", help=say("option-part"))
    parser.add_argument("--sure", action="store_true", help=say("option-sure"))


def update(parser: Parser) -> None:
    from corridor.cli.deciding import add_decisions
    from corridor.cli.fetch_options import add_fetch

    add_fetch(parser)
    of_release(parser)
    parser.add_argument("--yes", action="store_true", help=say("option-yes"))
    parser.add_argument("--dry-run", action="store_true", help=say("option-dry-run"))
    add_decisions(parser)
    parser.add_argument("--take-good-rows", action="store_true", help=say("option-take-good-rows"))
    report(parser)
    author(parser)


def mapping(parser: Parser) -> None:
    parser.add_argument("file", type=Path, metavar=say("value-file"))
    parser.add_argument("--sheet", metavar=say("value-name"), help=say("option-sheet"))
    parser.add_argument("--out", type=Path, metavar=say("value-file"), help=say("option-out"))


def commit(parser: Parser) -> None:
    parser.add_argument("commit", metavar=say("value-commit"), help=say("option-commit"))
    author(parser)


def restore(parser: Parser) -> None:
    version, told = say("value-version"), say("option-to-version")
    parser.add_argument("--to", type=number, metavar=version, required=True, help=told)
    author(parser)


def link(parser: Parser) -> None:
    parser.add_argument("id", metavar=say("value-id"), help=say("option-account"))
    parser.add_argument("target", metavar=say("value-target"), help=say("option-target"))
    text(parser, "reason", "option-reason-required")
    parser.add_argument("--dry-run", action="store_true", help=say("option-dry-run"))
    report(parser)
    author(parser)


def judge(parser: Parser) -> None:
    from corridor.cli.deciding import add_judgement

    add_judgement(parser)
    report(parser)
    author(parser)


def rate(parser: Parser) -> None:
    from corridor.cli.deciding import add_rating

    add_rating(parser)
    report(parser)
    author(parser)


def judgements(parser: Parser) -> None:
    out = say("option-judgements-out")
    parser.add_argument("--out", type=Path, metavar=say("value-file"), help=out)
    report(parser)


def grade(parser: Parser) -> None:
    from corridor.cli.grading import add_grade

    add_grade(parser)
    author(parser)


def retract(parser: Parser) -> None:
    parser.add_argument("ids", nargs="*", metavar=say("value-id"), help=say("option-an-incident"))
    parser.add_argument("--file", type=Path, metavar=say("value-file"), help=say("option-list"))
    text(parser, "reason", "option-reason")
    parser.add_argument("--take-good-rows", action="store_true", help=say("option-take-good-rows"))
    parser.add_argument("--dry-run", action="store_true", help=say("option-dry-run"))
    report(parser)
    author(parser)


def archive(parser: Parser) -> None:
    parser.add_argument("file", type=Path, metavar=say("value-archive"))
