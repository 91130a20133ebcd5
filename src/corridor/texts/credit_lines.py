"""Whose data are shown, and by which version of the program."""

from __future__ import annotations

from collections.abc import Iterable

from corridor import __version__, packs
from corridor.words import say


def credit_lines(attributions: Iterable[str], data_version: int) -> tuple[str, ...]:
    """Name every source of what is shown, and the version that shows it."""
    incidents = [f"{line.rstrip('.')}." for line in attributions]
    version = say(
        "foot-version", product=say("product"), version=__version__, data=str(data_version)
    )
    return (*incidents, *packs.country().credits, version)
