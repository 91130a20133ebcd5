"""News channels: who reported an incident, under one name each.

UCDP writes the offices it read as `Office;Office`. Spellings of one channel are one here, or
the source-mix check would miss a channel's growth.
"""

from __future__ import annotations

from typing import Any

from corridor import vocabulary


def of(offices: Any) -> frozenset[str]:
    """Give the channels named in a source_office cell; none when it is empty."""
    if not isinstance(offices, str):
        return frozenset()
    return frozenset(channel(name) for name in offices.split(";") if name.strip())


def channel(office: str) -> str:
    """Give the one name of an office's channel."""
    name = office.strip()
    folded = name.casefold()
    return next(
        (known for start, known in vocabulary.CHANNEL_STARTS.items() if folded.startswith(start)),
        name,
    )
