"""Findings in short words: figure, label, interval bar, trend, the headline of the overview."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corridor.findings import Finding, Indicator, Part
from corridor.words import numbers as fmt

# A difference smaller than this share of the value is not called a trend.
_STEADY = 0.05
# Share of a scale that a threshold's word takes.
_ROOM = 0.2
_CHECKS = {
    "incidents": "few incidents",
    "sources": "few sources",
    "location": "places uncertain",
    "day": "dates uncertain",
    "accounts": "accounts disagree",
    "stability": "depends on the rules",
}


@dataclass(frozen=True)
class Scale:
    """What an interval bar shows, in the unit of the indicator; thresholds are (value, word)."""

    first: float
    last: float
    thresholds: tuple[tuple[float, str], ...]


def figure_text(part: Part) -> str:
    """Write the value of a part: "0.76×", "56 %", "33 km", "0 of 2" under a low base."""
    indicator = part.indicator
    if part.is_low_base and indicator.numerator is not None and indicator.denominator is not None:
        return f"{indicator.numerator:,.0f}{fmt.NBSP}of{fmt.NBSP}{indicator.denominator:,.0f}"
    if not math.isfinite(indicator.value):
        return fmt.EN_DASH
    return _value(indicator.value, indicator.unit)


def interval_text(indicator: Indicator) -> str:
    """Write the 90 % interval in the indicator's unit; empty where it has none."""
    if not (math.isfinite(indicator.low) and math.isfinite(indicator.high)):
        return ""
    if indicator.unit == "share":
        return fmt.percent_interval(indicator.low, indicator.high)
    digits = 0 if indicator.unit in ("km", "days") else 2
    unit = f"{fmt.NBSP}{indicator.unit}" if indicator.unit in ("km", "days") else ""
    return fmt.interval(indicator.low, indicator.high, digits) + unit


def label_text(part: Part) -> str:
    """Say what the figure is, with its interval: "All Iraq: incidents a day over … (0.56–1.05)"."""
    interval = interval_text(part.indicator)
    bracket = f" ({interval})" if interval and not part.is_low_base else ""
    return f"{part.label}: {part.indicator.name}{bracket}"


def threshold_text(part: Part, value: float) -> str:
    """Write a threshold in the unit of the part's indicator: "15 %", "0.8×", "2 km"."""
    unit = part.indicator.unit
    if unit == "ratio":
        return f"{value:g}×"
    return _value(value, unit)


def scale_of(part: Part) -> Scale | None:
    """Choose the scale of a part's interval bar; None where nothing can be drawn."""
    indicator = part.indicator
    if not math.isfinite(indicator.value):
        return None
    first, last = _ends(part)
    # Two words under marks that lie close would run into each other.
    is_wide = abs(part.claim - part.denial) >= _ROOM * (last - first)
    denial = (part.denial, "wrong" if is_wide else "")
    return Scale(first, last, (denial, (part.claim, "right")))


def _ends(part: Part) -> tuple[float, float]:
    indicator = part.indicator
    if indicator.unit == "share":
        return -1.0 if min(indicator.low, part.denial) < 0 else 0.0, 1.0
    values = [indicator.value, indicator.low, indicator.high, part.claim, part.denial]
    finite = [value for value in values if math.isfinite(value)]
    return min(0.0, min(finite) * 1.1), max(finite) * 1.1


def trend_text(finding: Finding) -> str:
    """Say how the headline indicator moved within a year: "▲ rising", "– unchanged", or ""."""
    now, before = finding.headline.indicator.value, finding.earlier.value
    if finding.headline.is_low_base or not (math.isfinite(now) and math.isfinite(before)):
        return ""
    if abs(now - before) <= _STEADY * max(abs(now), abs(before)):
        return f"{fmt.EN_DASH}{fmt.NBSP}unchanged"
    return f"▲{fmt.NBSP}rising" if now > before else f"▼{fmt.NBSP}falling"


def confidence_text(finding: Finding) -> str:
    """Say confidence and the checks that set it in one line: "Confidence: low · few incidents"."""
    level = finding.confidence.level
    names = [_CHECKS[check.name] for check in finding.confidence.checks if check.level == level]
    return f"Confidence: {level} · {', '.join(names[:2])}"


def verdicts_sentence(findings: Sequence[Finding]) -> str:
    """Count the verdicts: "Of 5 conclusions, 4 are partly supported and 1 lacks data"."""
    counts = Counter(finding.verdict for finding in findings)
    told = fmt.sentence_list([_counted(verdict, count) for verdict, count in counts.most_common()])
    return f"Of {len(findings)} conclusions, {told}"


def _counted(verdict: str, count: int) -> str:
    if verdict == "not enough data":
        return f"{count} {'lacks' if count == 1 else 'lack'} data"
    return f"{count} {'is' if count == 1 else 'are'} {verdict}"


def answer_headline(finding: Finding) -> str:
    """Answer the report's question in one line from the finding that answers it.

    Its parts are ratios to an old level: "The corridor sees 1.7 times as many …; all Iraq 0.8".
    """
    parts = [part for part in finding.parts if math.isfinite(part.indicator.value)]
    ranked = sorted(parts, key=lambda part: -part.indicator.value)
    if not ranked:
        return "The data cannot say whether ISIS is back"
    first, *others = ranked
    told = f"{_the(first.label)} sees {_times(first)} as many ISIS incidents as in 2010–2011"
    rest = [f"{_the(part.label, lower=True)} {_times(part)}" for part in others]
    return "; ".join([told, *rest])


def answer_figures(finding: Finding) -> str:
    """Give the figures behind the headline, with their 90 % intervals."""
    told = [
        f"**{part.indicator.numerator:,.0f}** in {_the(part.label, lower=True)} in the year, "
        f"{part.indicator.value:.2f} times the old rate (could be {interval_text(part.indicator)})"
        for part in sorted(finding.parts, key=lambda part: -part.indicator.value)
        if part.indicator.numerator is not None and math.isfinite(part.indicator.value)
    ]
    return "; ".join(told) + ("." if told else "")


def _times(part: Part) -> str:
    value = part.indicator.value
    if 0.95 <= value < 1.05:
        return "as many"
    return f"{value:.1f} times"


def _the(label: str, *, lower: bool = False) -> str:
    if label == "Corridor":
        return "the corridor" if lower else "The corridor"
    return "all Iraq" if lower and label == "All Iraq" else label


def _value(value: float, unit: str) -> str:
    if unit == "share":
        return fmt.percent(value)
    if unit == "ratio":
        return f"{fmt.number(value, 2)}×"
    return fmt.number(value) + (f"{fmt.NBSP}{unit}" if unit else "")
