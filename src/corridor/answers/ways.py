"""In how many ways of counting a verdict stays what it is."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import Any

from corridor.findings import Finding, Part
from corridor.findings.as_json import way_values
from corridor.findings.parts import Way


@dataclass(frozen=True, eq=False)
class Ways:
    """A part of the finding with the number `finding`, in every way of counting, its own first."""

    finding: int
    part: Part
    ways: tuple[Way, ...]

    @property
    def verdicts(self) -> dict[str, int]:
        """Count the ways by their verdict, that of the report's own way first."""
        counted = Counter(way.verdict for way in self.ways)
        own = self.ways[0].verdict
        rest = [(word, count) for word, count in counted.most_common() if word != own]
        return {own: counted[own], **dict(rest)}

    @property
    def same(self) -> int:
        """In how many ways the verdict is that of the report's own way."""
        return self.verdicts[self.ways[0].verdict]

    @property
    def ends(self) -> tuple[float, float] | None:
        """The least and the largest value; None when no way gives one."""
        values = [way.indicator.value for way in self.ways if math.isfinite(way.indicator.value)]
        return (min(values), max(values)) if values else None

    def as_json(self) -> dict[str, Any]:
        """Return the shape of an entry of `ways --json`."""
        return {
            "finding": self.finding,
            "part": self.part.slug,
            "label": self.part.label,
            "verdict": self.ways[0].verdict,
            "same": self.same,
            "verdicts": self.verdicts,
            "ways": [way_values(way) for way in self.ways],
        }


def ways(finding: Finding) -> tuple[Ways, ...]:
    """Return the parts of a finding that a report counts in other ways too."""
    parts = {part.slug: part for part in finding.parts}
    return tuple(Ways(finding.number, parts[slug], found) for slug, found in finding.ways.items())
