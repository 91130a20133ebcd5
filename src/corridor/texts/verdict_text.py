"""Findings in short words: figure, label, interval bar, parts, the headline of the overview."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corridor.analysis.verdicts import NOT_ENOUGH, OPEN
from corridor.answers import Headline
from corridor.findings import Finding, Indicator, Part
from corridor.texts.count_phrases import capital
from corridor.words import numbers as fmt
from corridor.words import say, terms
from corridor.words.numbers import day

# A ratio within the first two, whose range lies within the others, is called "about as many".
_LITTLE, _NO_MORE = (0.8, 1.25), (0.5, 2.0)
# Share of a scale that a threshold's word takes.
_ROOM = 0.2


_MEASURED = {"km": "kilometres", "days": "amount-days"}


@dataclass(frozen=True)
class Scale:
    """What an interval bar shows, in the unit of the indicator; thresholds are (value, word)."""

    first: float
    last: float
    thresholds: tuple[tuple[float, str], ...]


def figure_text(part: Part) -> str:
    """Write the value of a part: "0.76×", "56 %", "33 km", "0 of 2" under a low base."""
    indicator = part.indicator
    if part.is_low_base and indicator.numerator is not None and indicator.denominator:
        found, every = fmt.number(indicator.numerator), fmt.number(indicator.denominator)
        return say("figure-of", found=found, all=every)
    if not math.isfinite(indicator.value):
        return fmt.EN_DASH
    return _value(indicator.value, indicator.unit)


def interval_text(indicator: Indicator) -> str:
    """Write the 90 % interval in the indicator's unit; empty where it has none."""
    return range_text(indicator.low, indicator.high, indicator.unit)


def range_text(low: float, high: float, unit: str) -> str:
    """Write both ends of an interval in a unit; empty where one is not known."""
    if not (math.isfinite(low) and math.isfinite(high)):
        return ""
    if unit == "share":
        return fmt.percent_interval(low, high)
    if unit in _MEASURED:
        return say(_MEASURED[unit], count=fmt.interval(low, high, 0))
    return fmt.interval(low, high)


def label_text(part: Part) -> str:
    """Say what the figure is, with its interval: "All Iraq: incidents a day over … (0.56–1.05)"."""
    interval = interval_text(part.indicator)
    if not interval or part.is_low_base:
        return say("figure-label", part=part.label, name=part.indicator.name)
    return say("figure-label-and-range", part=part.label, name=part.indicator.name, range=interval)


def threshold_text(part: Part, value: float) -> str:
    """Write a threshold in the unit of the part's indicator: "15 %", "0.8×", "2 km"."""
    unit = part.indicator.unit
    if unit == "ratio":
        return say("amount-times", count=value)
    return _value(value, unit)


def claim_text(part: Part) -> str:
    """Write where the report would be right: "0.8×", or "0.8–2×" where that has an upper end."""
    if math.isinf(part.at_most):
        return threshold_text(part, part.claim)
    most = threshold_text(part, part.at_most)
    return say("interval", low=fmt.number(part.claim, 1), high=most)


def scale_of(part: Part) -> Scale | None:
    """Choose the scale of a part's interval bar; None where nothing can be drawn."""
    indicator = part.indicator
    if not math.isfinite(indicator.value):
        return None
    return scale_for(part, [indicator.value, indicator.low, indicator.high])


def scale_for(part: Part, values: Sequence[float]) -> Scale:
    """Choose the scale for values of a part and its thresholds."""
    first, last = _ends(part, values)
    # Two words under marks that lie close would run into each other.
    is_wide = abs(part.claim - part.denial) >= _ROOM * (last - first)
    denial = (part.denial, say("threshold-wrong") if is_wide else "")
    upper = [(part.at_most, "")] if first <= part.at_most <= last else []
    return Scale(first, last, (denial, (part.claim, say("threshold-right")), *upper))


def _ends(part: Part, values: Sequence[float]) -> tuple[float, float]:
    finite = [value for value in [*values, part.claim, part.denial] if math.isfinite(value)]
    if part.indicator.unit == "share":
        return -1.0 if min(finite) < 0 else 0.0, 1.0
    return min(0.0, min(finite) * 1.1), max(finite) * 1.1


def bar_text(part: Part) -> str:
    """Say what an interval bar shows, for who cannot see it."""
    figure, found = figure_text(part), interval_text(part.indicator)
    claim = threshold_text(part, part.claim)
    denial = threshold_text(part, part.denial)
    if found:
        return say(
            "finding-bar",
            part=part.label,
            figure=figure,
            range=found,
            claim=claim,
            denial=denial,
        )
    return say(
        "finding-bar-without-range", part=part.label, figure=figure, claim=claim, denial=denial
    )


def then_text(now: Finding, then: Finding) -> str:
    """Say the verdict on the report's own day; "" where that is the day of the other."""
    if now.as_of == then.as_of:
        return ""
    return say("card-then", day=day(then.as_of), verdict=terms.term(then.verdict))


def by_series_text(finding: Finding) -> str:
    """Say what each series says to a finding, the measuring one first; "" where it is alone."""
    if not finding.by_series:
        return ""
    own = (finding.series, finding.verdict, finding.confidence.level)
    others = ((each.series, each.verdict, each.confidence) for each in finding.by_series)
    told = (
        say("card-part", part=code, verdict=terms.term(word))
        if word == NOT_ENOUGH
        else say("series-verdict", name=code, verdict=terms.term(word), confidence=terms.term(sure))
        for code, word, sure in (own, *others)
    )
    return " · ".join(told)


def likelihood_text(finding: Finding) -> str:
    """Say how likely it is that each part reaches its claim; "" where no model says."""
    told = [
        say(
            "finding-likelihood",
            part=part.label,
            likelihood=terms.term(part.likelihood),
            chance=fmt.percent(part.chance),
        )
        for part in finding.parts
        if part.likelihood
    ]
    return " ".join(told)


def year_before_text(finding: Finding) -> str:
    """Say what the figure of the card was a year before; "" where it could not be measured."""
    before = finding.earlier
    if finding.headline.is_low_base or not math.isfinite(before.value):
        return ""
    return say("card-year-before", figure=_value(before.value, before.unit))


def by_part_text(finding: Finding) -> str:
    """Say the verdict on each part, from which that of the finding is made; "" where it is one."""
    if len(finding.parts) == 1:
        return ""
    own = finding.headline
    parts = (own, *(part for part in finding.parts if part is not own))
    told = (say("card-part", part=part.label, verdict=terms.term(part.verdict)) for part in parts)
    return " · ".join(told)


def confidence_text(finding: Finding) -> str:
    """Say confidence and the checks that set it in one line: "Confidence: low · few incidents"."""
    level = terms.term(finding.confidence.level)
    return say("verdict-confidence", level=level, checks=checks_text(finding))


def checks_text(finding: Finding) -> str:
    """Name the checks that set a finding's confidence: "few incidents, few sources"."""
    level = finding.confidence.level
    weakest = [check.name for check in finding.confidence.checks if check.level == level]
    return fmt.unit_list([say(f"verdict-check-{name}") for name in weakest[:2]])


def verdicts_sentence(verdicts: Mapping[str, int]) -> str:
    """Count the verdicts: "Of 5 conclusions, 4 are partly supported and 1 lacks data"."""
    told = fmt.sentence_list([_counted(verdict, count) for verdict, count in verdicts.items()])
    return say("verdicts-counted", count=sum(verdicts.values()), told=told)


def _counted(verdict: str, count: int) -> str:
    if verdict == NOT_ENOUGH:
        return say("verdicts-lacking-data", count=count)
    return say("verdicts-of-a-kind", count=count, verdict=terms.term(verdict))


def answer_headline(found: Headline) -> str:
    """Answer the report's question in one line from the finding that answers it.

    Where its parts are ratios to an old level: "Attacks by ISIS in the corridor were about as many
    as in …, operations against it 4.2 times (0.7–25.1)". Else by its verdict.
    """
    if not found.rates and found.verdict in OPEN:
        return say("answer-none")
    if not found.rates:
        verdict = terms.term(found.verdict)
        return say("answer-verdict", title=found.title, verdict=verdict)
    part = found.rates[0]
    years = fmt.years(*part.baseline) if part.baseline else ""
    first, times, ends = _times(part.indicator)
    told = say(
        "answer-rate",
        place=part.place,
        subject=capital(part.subject or say("answer-incidents")),
        years=years,
        level=first,
        times=times,
        range=ends,
    )
    if part.beside is None:
        return told
    level, times, ends = _times(part.beside.indicator)
    return say(
        "answer-and-beside",
        told=told,
        subject=part.beside.subject,
        years=years,
        level=level,
        first=first,
        times=times,
        range=ends,
    )


def answer_figures(found: Headline) -> str:
    """Return the figures behind the headline, with their 90 % intervals; `**` for bold."""
    told = [
        say("answer-figures-of", place=part.place, figures=figures)
        for part in found.rates
        if (figures := fmt.unit_list([*map(_figure, _pair(part))]))
    ]
    if not told:
        return ""
    years = next(fmt.years(*part.baseline) for part in found.rates if part.baseline)
    clauses = say("between-clauses").join(told)
    return say("answer-figures-told", day=day(found.as_of), years=years, told=clauses)


def _figure(pair: tuple[str, Indicator]) -> str:
    subject, indicator = pair
    level, times, ends = _times(indicator)
    return say(
        "answer-figures",
        count=fmt.number(indicator.numerator),
        subject=subject or say("answer-incidents"),
        level=level,
        times=times,
        range=ends,
    )


def _pair(part: Part) -> list[tuple[str, Indicator]]:
    beside = [(part.beside.subject, part.beside.indicator)] if part.beside else []
    pairs = [(part.subject, part.indicator), *beside]
    return [pair for pair in pairs if math.isfinite(pair[1].value)]


def answer_warning(found: Headline) -> str:
    """Say how many incidents rest on one channel alone; "" where that is no worry."""
    mix = found.source_mix
    if not mix.is_suspect:
        return ""
    return say("answer-warning", alone=mix.alone, counted=mix.counted, source=mix.channel)


def answer_about(found: Headline) -> str:
    """Say what is answered, and as of when."""
    return say("report-as-of", report=found.report, day=day(found.as_of), name=found.series)


def answer_caution(found: Headline) -> str:
    """Say why a rise may be none; "" when nothing speaks for it."""
    if not found.source_mix.is_suspect:
        return ""
    return say("overview-caution-why", warning=found.source_mix.short)


def _times(indicator: Indicator) -> tuple[str, str, str]:
    """Return level, times and range for a headline.

    "same" where it is about as many, "open-…" where the range allows more and fewer.
    """
    is_close = _LITTLE[0] <= indicator.value <= _LITTLE[1]
    is_same = is_close and _NO_MORE[0] <= indicator.low and indicator.high <= _NO_MORE[1]
    times = fmt.number(indicator.value, 1)
    if not math.isfinite(indicator.value):
        level = "none"
    elif indicator.numerator == 0:
        level = "zero"
    elif is_same:
        level = "same"
    elif indicator.low <= 1 <= indicator.high:
        level = "open-more" if indicator.value >= 1 else "open-fewer"
    else:
        level = "other"
    return level, times, fmt.interval(indicator.low, indicator.high, 1)


def _value(value: float, unit: str) -> str:
    if unit == "share":
        return fmt.percent(value)
    if unit == "ratio":
        return say("amount-times", count=fmt.number(value, 2))
    return say(_MEASURED[unit], count=fmt.number(value)) if unit else fmt.number(value)
