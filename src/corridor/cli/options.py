"""What commands take: the arguments that many have, and those of the commands that read.

What belongs to one command and needs more of the house stands beside the command.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from corridor.words import say

Parser = argparse.ArgumentParser
FORMATS: Final = ("json", "csv", "geojson", "parquet")
MODES: Final = ("points", "heat", "hexagons")


def text(parser: Parser, name: str, told: str, value: str = "value-text") -> None:
    parser.add_argument(f"--{name}", default="", metavar=say(value), help=say(told))


def author(parser: Parser) -> None:
    text(parser, "author", "option-author", "value-author")


def of_report(parser: Parser) -> None:
    from corridor.cli.chosen import moment

    text(parser, "series", "flag-series", "flag-series-value")
    parser.add_argument("--as-of", type=moment, metavar=say("value-day"), help=say("option-as-of"))
    report(parser)


def report(parser: Parser) -> None:
    parser.add_argument("--report", metavar=say("value-slug"), help=say("option-report"))


def filtered(parser: Parser) -> None:
    from corridor.cli.chosen import add_filter

    add_filter(parser)
    report(parser)


def serve(parser: Parser) -> None:
    parser.add_argument(
        "--port", type=port, default=8501, metavar=say("value-port"), help=say("option-port")
    )


def timeline(parser: Parser) -> None:
    from corridor.answers import VIEWS
    from corridor.queries import GROUPS, PERIODS

    filtered(parser)
    parser.add_argument("--period", choices=PERIODS, help=say("option-period"))
    parser.add_argument("--stack", choices=GROUPS, default="type", help=say("option-stack"))
    parser.add_argument("--view", choices=VIEWS, help=say("option-view"))
    out = say("option-timeline-out")
    parser.add_argument("--out", type=Path, metavar=say("value-file"), help=out)


def ruled(parser: Parser) -> None:
    from corridor.answers import RULES, USUAL_RULE

    filtered(parser)
    parser.add_argument("--rule", choices=RULES, default=USUAL_RULE, help=say("option-rule"))


def incidents(parser: Parser) -> None:
    filtered(parser)
    parser.add_argument("--format", choices=FORMATS, default="csv", help=say("option-format"))
    parser.add_argument("--out", type=Path, metavar=say("value-file"), help=say("option-out"))


def map_(parser: Parser) -> None:
    filtered(parser)
    parser.add_argument("--mode", choices=MODES, default=MODES[0], help=say("option-mode"))
    parser.add_argument("--out", type=Path, metavar=say("value-file"), help=say("option-map-out"))


def brief(parser: Parser) -> None:
    from corridor.cli.chosen import add_filter, moment

    add_filter(parser)
    parser.add_argument("--as-of", type=moment, metavar=say("value-day"), help=say("option-as-of"))
    report(parser)
    out = say("option-brief-out")
    parser.add_argument("--out", type=Path, metavar=say("value-file"), help=out)


def evidence(parser: Parser) -> None:
    parser.add_argument(
        "number", type=int, metavar=say("value-number"), help=say("option-finding-number")
    )
    of_report(parser)


def diff(parser: Parser) -> None:
    from corridor.cli.chosen import moment

    version = say("value-version")
    parser.add_argument("before", metavar=version, help=say("option-diff-before"))
    parser.add_argument("after", nargs="?", metavar=version, help=say("option-diff-after"))
    filtered(parser)
    parser.add_argument("--as-of", type=moment, metavar=say("value-day"), help=say("option-as-of"))


def original(parser: Parser) -> None:
    parser.add_argument("id", metavar=say("value-id"), help=say("option-incident"))


def find_place(parser: Parser) -> None:
    parser.add_argument("place", metavar=say("value-text"), help=say("option-place"))
    text(parser, "series", "flag-series", "flag-series-value")
    report(parser)


def folder(text: str) -> Path:
    if not text.strip():  # an unset variable in a script would mean the current folder
        raise argparse.ArgumentTypeError(say("folder-not-named"))
    return Path(text)


def port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(say("not-a-port", value=repr(text)))
    return int(text)


def number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(say("not-a-version", value=repr(text)))
    return int(text)
