"""What is decided on the command line about pairs of accounts, and about an incident."""

from __future__ import annotations

import argparse
from typing import Any

from corridor import vocabulary
from corridor.ingest.review.decisions import DECISIONS, Decision, Decisions, as_json
from corridor.ingest.review.repeats import REPEATED
from corridor.ingest.review.upload import Checked
from corridor.words import say

MOST_TOLD = 50


def add_decisions(parser: argparse.ArgumentParser) -> None:
    """Add the options that decide about pairs."""
    parser.add_argument(
        "--matches",
        choices=DECISIONS,
        default="undecided",
        help=say("option-matches"),
    )
    parser.add_argument(
        "--repeats",
        choices=REPEATED,
        default="link",
        help=say("option-repeats"),
    )
    parser.add_argument(
        "--decide",
        action="append",
        type=_single,
        default=[],
        metavar=f"{say('value-id')}=link|apart|skip|undecided",
        help=say("option-decide"),
    )


def add_judgement(parser: argparse.ArgumentParser) -> None:
    """Add what a judgement on an incident takes, or its withdrawal."""
    parser.add_argument("id", metavar=say("value-id"), help=say("option-an-incident"))
    number = say("value-number")
    parser.add_argument(
        "--finding", type=int, required=True, metavar=number, help=say("option-finding")
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--ruling", choices=vocabulary.RULINGS, help=say("option-ruling"))
    what.add_argument("--withdraw", action="store_true", help=say("option-withdraw"))
    parser.add_argument("--reason", default="", metavar=say("value-text"), help=say("option-why"))


def add_rating(parser: argparse.ArgumentParser) -> None:
    """Add what a rating of a cell of the matrix of rivals takes, or its withdrawal."""
    parser.add_argument("item", metavar=say("value-item"), help=say("option-item"))
    parser.add_argument("rival", metavar=say("value-rival"), help=say("option-rival"))
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--rating", choices=tuple(vocabulary.RATINGS), help=say("option-rating"))
    what.add_argument("--withdraw", action="store_true", help=say("option-withdraw"))
    parser.add_argument("--reason", default="", metavar=say("value-text"), help=say("option-why"))


def decisions_of(arguments: argparse.Namespace) -> Decisions:
    """Return what was decided; of several decisions about one account the last one holds."""
    return Decisions(arguments.matches, tuple(arguments.decide), arguments.repeats)


def told(checked: Checked, decisions: Decisions) -> list[str]:
    """Say of each pair why it is one, and what becomes of it."""
    repeated = _repeats(checked, decisions)
    rows = as_json(checked.matches(MOST_TOLD), decisions)
    rows += as_json(checked.matches(MOST_TOLD, weak=True), decisions)
    lines = [_pair(row) for row in rows]
    more = checked.matched + checked.weak - len(lines)
    return [*repeated, *lines, *([say("more-such-rows", count=more)] if more else [])]


def _repeats(checked: Checked, decisions: Decisions) -> list[str]:
    """Say how many rows repeat an account under another id, which, and what becomes of them."""
    if not checked.repeated:
        return []
    shown = checked.repeats(MOST_TOLD)
    said = say("repeated-decided", decision=decisions.repeated)
    more = checked.repeated - len(shown)
    return [
        say("repeated-rows", count=checked.repeated, decision=said),
        *(
            say(
                "repeated-row",
                line=str(row["line"]),
                ours=row["incident_id"],
                theirs=row["account_id"],
            )
            for row in shown
        ),
        *([say("more-such-rows", count=more)] if more else []),
    ]


def _pair(row: dict[str, Any]) -> str:
    line = row["target_line"]
    return say(
        "pair-decided",
        incident=row["incident_id"],
        how="probably-not" if row["is_vetoed"] else "perhaps" if row["is_weak"] else "probably",
        target=say("pair-on-a-line", id=row["target_id"], line=line) if line else row["target_id"],
        why=row["why"],
        points=row["score"],
        decision=say("pair-decision", decision=row["decision"]),
    )


def _single(text: str) -> tuple[str, Decision]:
    incident_id, _, word = text.rpartition("=")
    decided = next((one for one in DECISIONS if one == word.strip()), None)
    if decided is None or not incident_id.strip():
        raise argparse.ArgumentTypeError(say("not-a-decision", value=repr(text)))
    return incident_id.strip(), decided
