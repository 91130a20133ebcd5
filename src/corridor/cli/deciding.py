"""What is decided on the command line about pairs of accounts."""

from __future__ import annotations

import argparse
from typing import Any, Final

from corridor.ingest.decisions import DECISIONS, Decision, Decisions, as_json
from corridor.ingest.upload import Checked

MOST_TOLD = 50


def add_decisions(parser: argparse.ArgumentParser) -> None:
    """Add the options that decide about pairs."""
    parser.add_argument(
        "--matches",
        choices=DECISIONS,
        default="undecided",
        help="what to do with rows that probably match an incident already here. undecided "
        "(default): count them separately until somebody links them; link: count the two as one; "
        "apart: keep them two for good; skip: leave them out. Weaker matches are linked one by "
        "one (--decide)",
    )
    parser.add_argument(
        "--decide",
        action="append",
        type=_single,
        default=[],
        metavar="ID=link|apart|skip|undecided",
        help="the same for one row, by its incident_id; repeatable",
    )


def decisions_of(arguments: argparse.Namespace) -> Decisions:
    """Give what was decided; of several decisions about one account the last one holds."""
    return Decisions(arguments.matches, tuple(arguments.decide))


def told(checked: Checked, decisions: Decisions) -> list[str]:
    """Say of each pair why it is one, and what becomes of it."""
    rows = as_json(checked.matches(MOST_TOLD), decisions)
    rows += as_json(checked.matches(MOST_TOLD, weak=True), decisions)
    lines = [_pair(row) for row in rows]
    more = checked.matched + checked.weak - len(lines)
    return [*lines, f"and {more:,} more such rows; --json lists all"] if more else lines


_WORDS: Final[dict[Decision, str]] = {
    "undecided": "counted separately until linked",
    "link": "linked",
    "apart": "kept apart",
    "skip": "left out",
}


def _pair(row: dict[str, Any]) -> str:
    where = f" on line {row['target_line']}" if row["target_line"] else ""
    how = "perhaps" if row["is_weak"] else "probably"
    about = f"{row['incident_id']}: {how} {row['target_id']}{where}"
    return f"{about} ({row['why']}; {row['score']} points): {_WORDS[row['decision']]}"


def _single(text: str) -> tuple[str, Decision]:
    incident_id, _, word = text.rpartition("=")
    decided = next((one for one in DECISIONS if one == word.strip()), None)
    if decided is None or not incident_id.strip():
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a decision such as MYLIST:1=apart (link, apart, skip or undecided)"
        )
    return incident_id.strip(), decided
