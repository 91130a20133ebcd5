"""What is decided on the command line about probable pairs of accounts."""

from __future__ import annotations

import argparse

from corridor.ingest.decisions import DECISIONS, Decision, Decisions, as_json
from corridor.ingest.upload import Checked

MOST_TOLD = 50


def add_decisions(parser: argparse.ArgumentParser) -> None:
    """Add the options that decide about pairs."""
    parser.add_argument(
        "--matches",
        choices=DECISIONS,
        default="link",
        help="accounts that are probably of an incident there already, or told by an earlier row "
        "of another source: linked to it and counted once (default), kept apart, or not written",
    )
    parser.add_argument(
        "--decide",
        action="append",
        type=_single,
        default=[],
        metavar="ID=link|apart|skip",
        help="the same for one account of the file; repeatable",
    )


def decisions_of(arguments: argparse.Namespace) -> Decisions:
    """Give what was decided; of several decisions about one account the last one holds."""
    return Decisions(arguments.matches, tuple(arguments.decide))


def told(checked: Checked, decisions: Decisions) -> list[str]:
    """Say of each pair why it is one, and what becomes of it."""
    words = {"link": "linked", "apart": "kept apart", "skip": "left out"}
    lines = []
    for row in as_json(checked.matches(MOST_TOLD), decisions):
        where = f" on line {row['target_line']}" if row["target_line"] else ""
        probably = f"{row['incident_id']}: probably {row['target_id']}{where}"
        done = words[row["decision"]]
        lines.append(f"{probably} ({row['why']}; {row['score']} points): {done}")
    more = checked.matched - len(lines)
    return [*lines, f"and {more:,} more such accounts; --json lists all"] if more else lines


def _single(text: str) -> tuple[str, Decision]:
    incident_id, _, word = text.rpartition("=")
    decided = next((one for one in DECISIONS if one == word.strip()), None)
    if decided is None or not incident_id.strip():
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a decision such as MYLIST:1=apart (link, apart or skip)"
        )
    return incident_id.strip(), decided
