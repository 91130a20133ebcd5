"""The source-mix check: a rise carried by one news channel may be a change of source.

See Eck (2012) and Weidmann (2016) on what media-based event data can and cannot show.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from corridor.findings.measured import Scene
from corridor.findings.rules import Rule
from corridor.findings.window import Mask
from corridor.words import Message, later, say, written
from corridor.words import numbers as fmt
from corridor.words.numbers import day

# A share that grows by more than this in a year makes a rise suspect.
SUSPECT_GROWTH: Final = 0.25


@dataclass(frozen=True)
class SourceMix:
    """The channel whose share grew most: its share a year before and now.

    Of the `counted` incidents of the window `alone` cite no other channel.
    """

    channel: str
    before: float
    now: float
    label: str
    as_of: date
    counted: int = 0
    alone: int = 0

    @property
    def growth(self) -> float:
        """Growth of the share, in shares (0.25 is 25 points)."""
        return self.now - self.before

    @property
    def is_suspect(self) -> bool:
        """Say whether a rise may be a change of source."""
        return self.growth > SUSPECT_GROWTH

    @property
    def warning(self) -> str:
        """Say it in two sentences with the numbers; "" when nothing is suspect."""
        if not self.is_suspect:
            return ""
        return say(
            "source-mix-warning",
            source=self.channel,
            now=fmt.percent(self.now),
            place=self.label,
            day=day(self.as_of),
            before=fmt.percent(self.before),
        )

    @property
    def short(self) -> Message:
        """It in a phrase."""
        return later(
            "source-mix-short",
            source=self.channel,
            before=written(fmt.percent, self.before),
            now=written(fmt.percent, self.now),
        )

    def short_words(self) -> str:
        """Say it in a phrase."""
        return str(self.short)


def check(rule: Rule, label: str, scene: Scene) -> SourceMix:
    """Compare each channel's share of the matching incidents with a year before."""
    earlier = scene.window.earlier(scene.window.days)
    matching = scene.series.mask(rule)
    now = matching & scene.window.holds(scene.series.ordinals)
    before = matching & earlier.holds(scene.series.ordinals)
    totals = int(before.sum()), int(now.sum())
    then_shares, shares = _shares(scene, before), _shares(scene, now)
    if min(totals) == 0 or not shares:
        return SourceMix("", 0.0, 0.0, label, scene.as_of)
    name = max(shares, key=lambda channel: shares[channel] - then_shares.get(channel, 0.0))
    alone = int((scene.series.citing(name, alone=True) & now).sum())
    before_share = then_shares.get(name, 0.0)
    return SourceMix(name, before_share, shares[name], label, scene.as_of, totals[1], alone)


def _shares(scene: Scene, rows: Mask) -> dict[str, float]:
    total = int(rows.sum())
    return {name: count / total for name, count in sorted(scene.series.cited(rows).items())}
