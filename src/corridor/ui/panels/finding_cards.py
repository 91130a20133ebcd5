"""Findings as cards."""

from __future__ import annotations

from datetime import date

from corridor.filter import IncidentFilter
from corridor.findings import Finding, Part
from corridor.texts import verdict_text
from corridor.ui import parts
from corridor.ui.frame import navigation
from corridor.ui.parts import FindingCard, IntervalBar, Threshold


def card_of(
    finding: Finding,
    then: Finding,
    chosen: IncidentFilter | None = None,
    pinned: date | None = None,
) -> FindingCard:
    """Make a finding's card; with a filter it links to the finding on its page.

    `then` is the same finding on the report's own day, `pinned` the day that links carry.
    """
    extra = [*navigation.pin(pinned), (navigation.FINDING, str(finding.number))]
    return FindingCard(
        number=finding.number,
        title=finding.title,
        verdict=finding.verdict,
        figure=verdict_text.figure_text(finding.headline),
        label=verdict_text.label_text(finding.headline),
        reason=finding.reason,
        confidence=verdict_text.confidence_text(finding),
        year_before=verdict_text.year_before_text(finding),
        by_part=verdict_text.by_part_text(finding),
        then=verdict_text.then_text(finding, then),
        by_series=verdict_text.by_series_text(finding),
        bar=bar_of(finding.headline),
        href=navigation.href("findings", chosen, extra) if chosen else "",
    )


def bar_of(part: Part) -> IntervalBar | None:
    """Draw a part's interval against its thresholds; None where nothing can be drawn."""
    scale = verdict_text.scale_of(part)
    if scale is None:
        return None
    indicator = part.indicator
    return IntervalBar(
        value=indicator.value,
        low=indicator.low,
        high=indicator.high,
        scale=(scale.first, scale.last),
        thresholds=tuple(Threshold(value, word) for value, word in scale.thresholds),
        title=verdict_text.bar_text(part),
    )


def card_row(
    findings: tuple[Finding, ...],
    then: tuple[Finding, ...],
    chosen: IncidentFilter,
    pinned: date | None,
) -> parts.Html:
    """Set all findings side by side; `then` are the same on the report's own day."""
    both = zip(findings, then, strict=True)
    return parts.finding_cards([card_of(now, before, chosen, pinned) for now, before in both])
