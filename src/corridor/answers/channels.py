"""Who reports: the news channels behind incidents, and how many stand on one channel alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

from corridor import queries
from corridor.filter import IncidentFilter
from corridor.findings.channels import of
from corridor.store import Reader


@dataclass(frozen=True)
class Channel:
    """A news channel, how many incidents it reports, and how many of them nobody else does."""

    name: str
    incidents: int
    alone: int


@dataclass(frozen=True)
class Channels:
    """The channels by the incidents of `series`, most first; `unnamed` ones name no channel."""

    series: str
    named: int
    unnamed: int
    channels: tuple[Channel, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `channels --json`."""
        return asdict(self)


def channels(store: Reader, chosen: IncidentFilter) -> Channels:
    """Count the measuring series' incidents by the channels that the account of each names."""
    reported, alone = Counter[str](), Counter[str]()
    named = unnamed = 0
    for row in queries.rows_of(queries.by_offices(store, chosen)):
        found, incidents = of(row["source_office"]), int(row["incidents"])
        named += incidents if found else 0
        unnamed += 0 if found else incidents
        reported.update(dict.fromkeys(found, incidents))
        if len(found) == 1:
            alone.update(dict.fromkeys(found, incidents))
    ranked = sorted(reported, key=lambda name: (-reported[name], name))
    return Channels(
        chosen.measuring,
        named,
        unnamed,
        tuple(Channel(name, reported[name], alone[name]) for name in ranked),
    )
