"""What changed, in words."""

from __future__ import annotations

from collections.abc import Sequence

from corridor.answers import Change
from corridor.words import numbers as fmt
from corridor.words import say


def change_figure(item: Change) -> str:
    """Write a change: "+12", "−2 *"; the star where chance alone may make it."""
    return fmt.signed(item.change) + (" *" if item.is_low_base else "")


def note(series: str, listed: Sequence[Change]) -> str:
    """Say who counts and what, and what a star means where there is one."""
    told = say("overview-change-note", series=series)
    if not any(item.is_low_base for item in listed):
        return told
    return f"{told} {say('overview-change-few', count=fmt.LOW_BASE)}"
