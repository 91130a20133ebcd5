"""News channels: who reported an incident, under one name each.

UCDP writes the offices it read as `Office;Office`. Spellings of one channel are one here, or
the source-mix check would miss a channel's growth.
"""

from __future__ import annotations

from typing import Any, Final

_BY_START: Final = {
    "bbc monitoring": "BBC Monitoring",
    "agence france": "Agence France Presse",
    "afp": "Agence France Presse",
    "reuters": "Reuters",
    "associated press": "Associated Press",
    "the associated press": "Associated Press",
    "airwars": "Airwars",
    "al jazeera": "Al Jazeera",
    "xinhua": "Xinhua",
    "hrw": "Human Rights Watch",
    "amnesty": "Amnesty International",
}


def of(offices: Any) -> frozenset[str]:
    """Give the channels named in a source_office cell; none when it is empty."""
    if not isinstance(offices, str):
        return frozenset()
    return frozenset(channel(name) for name in offices.split(";") if name.strip())


def channel(office: str) -> str:
    """Give the one name of an office's channel."""
    name = office.strip()
    folded = name.casefold()
    return next((known for start, known in _BY_START.items() if folded.startswith(start)), name)
