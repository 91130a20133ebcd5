"""A finding's parts in every way of counting: a strip of values, and all of them as a table."""

from __future__ import annotations

import math

from corridor import answers
from corridor.answers import Ways
from corridor.findings import Finding
from corridor.findings.parts import Way
from corridor.texts import verdict_text, ways_text
from corridor.texts.history_text import value_words
from corridor.ui import parts
from corridor.ui.parts import Dot, Html, TableColumn, Threshold
from corridor.words import numbers as fmt
from corridor.words import say, terms


def strips(finding: Finding) -> Html:
    """Draw each part's values in every way of counting, and say in how many its verdict stays."""
    found = answers.ways(finding)
    if not found:
        return Html("")
    told = [parts.paragraph(parts.esc(say("ways-title")), quiet=True)]
    for each in found:
        told += [_strip(each), parts.paragraph(parts.esc(ways_text.in_words(each)))]
    return parts.lines(*told)


def table(finding: Finding) -> Html:
    """List every way of counting with what it gives."""
    rows = [_row(each, way) for each in answers.ways(finding) for way in each.ways]
    columns = [
        TableColumn(say("finding-part")),
        TableColumn(say("answer-column-way")),
        TableColumn(say("heading-value"), numeric=True),
        TableColumn(say("heading-range"), numeric=True, phone=False),
        TableColumn(say("finding-verdict")),
    ]
    return parts.table(columns, rows, caption=say("ways-caption")) if rows else Html("")


def _row(found: Ways, way: Way) -> list[str]:
    return [
        found.part.label,
        ways_text.label(way),
        value_words(way.indicator.value, way.indicator.unit),
        verdict_text.interval_text(way.indicator) or fmt.EN_DASH,
        parts.verdict_badge(way.verdict),
    ]


def _strip(found: Ways) -> Html:
    known = [way for way in found.ways if math.isfinite(way.indicator.value)]
    if not known:
        return Html("")
    values = [way.indicator.value for way in known]
    scale = verdict_text.scale_for(found.part, values)
    thresholds = [Threshold(value, word) for value, word in scale.thresholds]
    dots = [Dot(way.indicator.value, way.verdict, _words(way), way.is_own) for way in known]
    title = ways_text.in_words(found)
    return parts.dots_bar((scale.first, scale.last), thresholds, dots, title)


def _words(way: Way) -> str:
    return say(
        "ways-dot",
        way=ways_text.label(way),
        value=value_words(way.indicator.value, way.indicator.unit),
        verdict=terms.term(way.verdict),
    )
