"""The words of the closed lists (event types, precisions, verdicts …) as people read them.

The store, addresses and JSON carry a list's own word, which never changes; pages, tooltips and
the command line show its message.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from corridor.words import has, say
from corridor.words.numbers import number

_SIGNS: Final = re.compile(r"[^a-z0-9]+")


@cache
def slug(value: str) -> str:
    """Return the part of a key that stands for a list's word: "not supported" -> "not-supported".

    "Explosions/Remote violence" -> "explosions-remote-violence".
    """
    return _SIGNS.sub("-", value.lower()).strip("-")


def term(value: str) -> str:
    """Return a closed list's word as people read it; any other text (a name) as it is."""
    key = f"term-{slug(value)}"
    return say(key) if has(key) else value


def event_label(event_type: str) -> str:
    """Return the short label of an event type, as legends and tooltips show it: "Armed clash"."""
    key = f"event-label-{slug(event_type)}"
    return say(key) if has(key) else event_type


def counted(name: str, count: int) -> str:
    """Say one of the counts of a change as its log entry names it: "2 retracted"."""
    kind = name.replace(" ", "-")
    if has(f"counted-{kind}"):
        return say(f"counted-{kind}", count=count)
    return f"{number(count)} {name}"
