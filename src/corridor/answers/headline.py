"""The answer to a report's question, from the finding that answers it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from corridor.findings import Finding, Part, Report
from corridor.findings.as_json import indicator_values, shown_values
from corridor.findings.source_mix import SourceMix


@dataclass(frozen=True, eq=False)
class Headline:
    """What the data say to a report's question as of a date.

    `title` is what the finding with the number `finding` says, `rates` its measurable parts that
    compare a place's incidents with those of old, that of its card first. `verdicts` counts the
    conclusions by verdict, the most frequent first. `coverage` says which days of the year before
    are not covered, "" when all are. `source_mix` says whether a rise may come from
    a change of source.
    """

    report: str
    question: str
    as_of: date
    series: str
    finding: int
    title: str
    verdict: str
    confidence: str
    rates: tuple[Part, ...]
    verdicts: dict[str, int]
    source_mix: SourceMix
    coverage: str

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `headline --json`, without its sentence."""
        return {
            "report": self.report,
            "question": self.question,
            "as_of": self.as_of.isoformat(),
            "series": self.series,
            "finding": self.finding,
            "verdict": self.verdict,
            "confidence": self.confidence,
            "rates": [
                {
                    "part": part.slug,
                    "label": part.label,
                    "subject": part.subject,
                    **indicator_values(part.indicator),
                    "beside": shown_values(part.beside) if part.beside else None,
                }
                for part in self.rates
            ],
            "verdicts": self.verdicts,
            "coverage": self.coverage or None,
            "source_mix": self.source_mix.warning,
            "channel": self.source_mix.channel or None,
            "counted": self.source_mix.counted,
            "on_the_channel_alone": self.source_mix.alone,
        }


def headline(report: Report, findings: Sequence[Finding]) -> Headline:
    """Answer a report's question from its findings, which are evaluated already."""
    answer = next(item for item in findings if item.slug == report.answer)
    rates = [part for part in answer.parts if part.baseline and math.isfinite(part.indicator.value)]
    return Headline(
        report=report.title,
        question=report.question,
        as_of=answer.as_of,
        series=answer.series,
        finding=answer.number,
        title=answer.title,
        verdict=answer.verdict,
        confidence=answer.confidence.level,
        rates=tuple(sorted(rates, key=lambda part: part is not answer.headline)),
        verdicts=dict(Counter(item.verdict for item in findings).most_common()),
        source_mix=answer.source_mix,
        coverage=answer.coverage_note,
    )
