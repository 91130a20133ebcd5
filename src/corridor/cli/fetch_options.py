"""What is said of a file to fetch: whose, which, and by which way."""

from __future__ import annotations

import argparse

from corridor.cli.chosen import day
from corridor.fetching import SOURCES
from corridor.words import say


def add_fetch(parser: argparse.ArgumentParser) -> None:
    """Add the options that choose what is fetched."""
    parser.add_argument("source", choices=SOURCES, help=say("option-source-to-fetch"))
    parser.add_argument("--release", default="", metavar=say("value-release"),
                        help=say("option-release-to-fetch"))  # fmt: skip
    for name in ("from", "to"):
        parser.add_argument(
            f"--{name}",
            dest=f"fetch_{name}",
            type=day,
            metavar=say("value-day"),
            help=say(f"option-fetch-{name}"),
        )
    parser.add_argument(
        "--through", choices=("file", "api"), default="", help=say("option-through")
    )
