"""When a verdict changed, and what tipped it, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from corridor.answers import VerdictHistory
from corridor.findings.turning import Turn
from corridor.texts import as_text
from corridor.words import numbers as fmt
from corridor.words import say, terms

_ORDER: Final = ("entered", "left", "together", "periods", "baseline", "coverage")


def in_words(found: VerdictHistory) -> str:
    """Say how often a verdict changed, for what reasons, and how long it stood."""
    count, days = len(found.turns), fmt.days(found.first, found.last)
    told = say("turned-told", count=count, days=days)
    reasons = found.reasons
    each = [say(f"turned-by-{why}", count=reasons[why]) for why in _ORDER if why in reasons]
    by = say("turned-by", reasons=say("between-clauses").join(each)) if each else ""
    stood = found.days_stood
    return fmt.sentences(told, by, "" if stood is None else say("turned-stood", days=round(stood)))


def tipped(turn: Turn) -> str:
    """Say what tipped a verdict, before the incidents are named."""
    return say(
        f"turned-why-{turn.why}",
        count=len(turn.entered) + len(turn.left),
        side="both" if turn.entered and turn.left else "entered" if turn.entered else "left",
    )


def incident(row: Mapping[str, Any]) -> str:
    """Say what happened: "17 Jun 2018, Injana: violence against civilians, 3 killed"."""
    told = dict(row)
    return say(
        "turned-incident",
        day=as_text.days(told),
        place=as_text.place(told),
        event=terms.event_label(told["event_type"]),
        killed=as_text.killed(told),
    )
