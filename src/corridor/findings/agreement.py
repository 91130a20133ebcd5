"""What other series say to a finding: each measures it by itself, and none is added to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from corridor.analysis import verdicts


@dataclass(frozen=True)
class SeriesVerdict:
    """A finding measured by one series: the verdict, how sure, and its card's part in words."""

    series: str
    verdict: str
    confidence: str
    told: str

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `by_series` in `findings --json`."""
        return asdict(self)


@dataclass(frozen=True)
class Agreement:
    """A verdict, and those of other series that cover the window, by their codes."""

    verdict: str
    others: Mapping[str, str]

    @property
    def against(self) -> dict[str, str]:
        """The series that decide for the other side, with what they say."""
        if self.verdict in verdicts.OPEN:
            return {}
        mine = self.verdict in verdicts.FOR
        return {
            code: word
            for code, word in self.others.items()
            if word not in verdicts.OPEN and (word in verdicts.FOR) != mine
        }

    @property
    def agreeing(self) -> int:
        """How many independent series say the same side, this one among them."""
        if self.verdict in verdicts.OPEN:
            return 1
        decided = sum(word not in verdicts.OPEN for word in self.others.values())
        return 1 + decided - len(self.against)
