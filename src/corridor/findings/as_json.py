"""Findings as plain values for `findings --json`."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from corridor.analysis.held import held
from corridor.findings.evaluate import Finding
from corridor.findings.judgements import Judgement
from corridor.findings.measured import Indicator
from corridor.findings.parts import Part, Shown, Way


def as_json(
    findings: Iterable[Finding], then: Iterable[Finding] | None = None
) -> list[dict[str, Any]]:
    """Return the findings as lists and dicts; what cannot be computed is None, never NaN.

    `then` are the same on the report's own day, where that is asked too.
    """
    known = {item.number: _then(item) for item in then or ()}
    return [_finding(item) | {"at_report": known.get(item.number)} for item in findings]


def _then(finding: Finding) -> dict[str, Any]:
    return {
        "as_of": finding.as_of.isoformat(),
        "verdict": finding.verdict,
        "confidence": finding.confidence.level,
        "indicator": indicator_values(finding.headline.indicator),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "number": finding.number,
        "slug": finding.slug,
        "statement": finding.statement,
        "as_of": finding.as_of.isoformat(),
        "series": finding.series,
        "verdict": finding.verdict,
        "confidence": finding.confidence.level,
        "by_series": [item.as_json() for item in finding.by_series],
        "confidence_checks": [
            {
                "name": check.name,
                "number": plain(check.number),
                "level": check.level,
                "words": check.words,
            }
            for check in finding.confidence.checks
        ],
        "indicator": indicator_values(finding.headline.indicator),
        "indicators": [_part(part) for part in finding.parts],
        "shown": [shown_values(item) for item in finding.shown],
        "with_judgements": finding.judged_verdict or None,
        "judgements": [_judgement(finding, item) for item in finding.judged.standing],
        "readings": [{"by": item.by, "verdict": item.verdict} for item in finding.readings],
        "supporting": finding.evidence.supporting["incident_id"].tolist(),
        "contradicting": finding.evidence.contradicting["incident_id"].tolist(),
        "cited": finding.evidence.cited["incident_id"].tolist(),
        "cited_not_here": list(finding.not_here),
        "absences": [
            {"label": row.label, "first": str(row.first), "last": str(row.last), "days": row.days}
            for row in finding.absences.itertuples()
        ],
        "source_mix": finding.source_mix.warning,
        "coverage": finding.coverage_note,
        "not_yet_reported": finding.not_yet_reported,
        "not_tested": list(finding.spec.not_tested),
    }


def _judgement(finding: Finding, item: Judgement) -> dict[str, Any]:
    return {
        "incident_id": item.incident_id,
        "ruling": item.ruling,
        "reason": item.reason,
        "recorded_by": item.recorded_by,
        "recorded_at": item.recorded_at,
        "is_disputed": finding.judged.key(item.incident_id) in finding.judged.disputed,
    }


def way_values(way: Way) -> dict[str, Any]:
    """Give a way of counting as a dict: way, is_own, the indicator's values, verdict."""
    return {
        "way": way.label,
        "is_own": way.is_own,
        **indicator_values(way.indicator),
        "verdict": way.verdict,
    }


def shown_values(item: Shown) -> dict[str, Any]:
    """Give a figure beside the parts as a dict: label, the indicator's values, subject if told."""
    values = {"label": item.label, **indicator_values(item.indicator)}
    return {**values, "subject": item.subject} if item.subject else values


def _part(part: Part) -> dict[str, Any]:
    values = {
        "part": part.slug,
        "label": part.label,
        **indicator_values(part.indicator),
        "claim": part.claim,
        "denial": part.denial,
        "at_most": plain(part.at_most),
        "verdict": part.verdict,
        "chance": plain(part.chance),
        "likelihood": part.likelihood or None,
        "interval_holds": _holds(part.kind),
    }
    if part.subject:
        values["subject"] = part.subject
    if part.beside is not None:
        values["beside"] = shown_values(part.beside)
    if part.contrast is not None:
        values["contrast"] = {
            "others": part.contrast.others, "as_steady": part.contrast.as_steady,
        }  # fmt: skip
    if part.judged is not None:
        values["with_judgements"] = indicator_values(part.judged)
    return values


def _holds(kind: str) -> dict[str, float] | None:
    """Give in which share of simulated cases the interval holds; None where it is no chance's."""
    found = held().get(kind)
    return {"least": found.least, "mean": found.mean, "most": found.most} if found else None


def indicator_values(indicator: Indicator) -> dict[str, Any]:
    """Give an indicator as a dict: name, value, low, high, numerator, denominator, unit, note."""
    return {
        "name": indicator.name,
        "value": plain(indicator.value),
        "low": plain(indicator.low),
        "high": plain(indicator.high),
        "numerator": plain(indicator.numerator),
        "denominator": plain(indicator.denominator),
        "unit": indicator.unit,
        "note": indicator.note,
    }


def plain(value: float | None) -> float | int | None:
    """Give a number that JSON can carry: None when unknown or without limit."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if float(value).is_integer() and isinstance(value, int) else float(value)
