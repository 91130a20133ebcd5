"""The report's conclusions: verdicts, indicators through time, evidence for and against."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from corridor import queries
from corridor.figures import findings as figure
from corridor.figures import profile, verdict_text
from corridor.filters import IncidentFilter
from corridor.findings import Finding, Part
from corridor.ui import cached, judge, navigation, parts, state, viewer
from corridor.ui.cards import card_of
from corridor.ui.drawing import draw_chart
from corridor.ui.parts import Html, TableColumn
from corridor.ui.views import evidence
from corridor.words import numbers as fmt
from corridor.words.numbers import day


def show(chosen: IncidentFilter) -> None:
    """Draw the page; the filter narrows the evidence listed, never a verdict."""
    as_of = state.current_as_of()
    findings = cached.findings(as_of)
    _head(findings)
    _contents(findings)
    for finding in _asked_first(findings):
        _finding(finding, chosen)


def _asked_first(findings: tuple[Finding, ...]) -> list[Finding]:
    """Put the finding that a card's link asks for before the others."""
    asked = st.query_params.get(navigation.FINDING, "")
    return sorted(findings, key=lambda finding: str(finding.number) != asked)


def _head(findings: tuple[Finding, ...]) -> None:
    report, first = cached.report(), findings[0]
    parts.show(parts.rule())
    left, right = st.columns((10, 3), gap="medium", vertical_alignment="bottom")
    told = (
        f"What {report.publisher} concluded ({report.date_note or day(report.date)}), tested on "
        "UCDP’s data. **The filter never changes a verdict**; it only shortens the lists of "
        "evidence."
    )
    with left:
        parts.show(
            parts.headline(
                f"{report.title} · as of {day(first.as_of)}",
                verdict_text.verdicts_sentence(findings),
                parts.rich(told),
            ),
        )
    with right:
        st.date_input(
            "As of",
            value=state.current_as_of(),
            min_value=state.FIRST_DAY,
            max_value=state.LAST_DAY,
            format=state.DATE_FORMAT,
            help=state.DATE_HELP,
            key="as_of_here",
            on_change=_as_of_chosen,
        )
    warnings = [text for text in (first.source_mix.warning, first.coverage_note) if text]
    if warnings:
        parts.show(parts.notice(" ".join(warnings)))


def _contents(findings: tuple[Finding, ...]) -> None:
    """List the findings with their verdicts, in a line that stays in view."""
    entries = "".join(
        f'<li><a href="#finding-{finding.number}">{finding.number} {parts.esc(finding.title)}</a> '
        f"{parts.verdict_badge(finding.verdict)}</li>"
        for finding in findings
    )
    with st.container(key="cw-findings-list"):
        parts.show(Html(f'<nav aria-label="The findings"><ul>{entries}</ul></nav>'))


def _as_of_chosen() -> None:
    st.session_state[state.AS_OF] = st.session_state["as_of_here"]


def _finding(finding: Finding, chosen: IncidentFilter) -> None:
    with st.container(key=f"cw-finding-{finding.number}"):
        parts.show(Html(f'<span id="finding-{finding.number}"></span>'))
        left, right = st.columns((5, 7), gap="large")
        with left:
            parts.show(
                parts.finding_summary(replace(card_of(finding), confidence="")),
                _parts_table(finding),
                _confidence(finding),
            )
        with right:
            _history(finding)
        evidence.show(finding, chosen)
        judge.form(finding)
        _rule(finding)


def _parts_table(finding: Finding) -> Html:
    columns = [
        TableColumn("Part"),
        TableColumn("Verdict"),
        TableColumn("Value", numeric=True),
        TableColumn("Range (90\u00a0%)", numeric=True),
        TableColumn("Right from", numeric=True, phone=False),
        TableColumn("Wrong up to", numeric=True, phone=False),
    ]
    rows = [_part_row(part) for part in finding.parts]
    return parts.table(columns, rows, caption=f"Parts of finding {finding.number}")


def _part_row(part: Part) -> list[str]:
    judged = f" (with judgements: {part.judged_verdict})" if part.judged is not None else ""
    return [
        part.label,
        parts.lines(parts.verdict_badge(part.verdict), parts.esc(judged)),
        verdict_text.figure_text(part),
        verdict_text.interval_text(part.indicator) or fmt.EN_DASH,
        verdict_text.threshold_text(part, part.claim),
        verdict_text.threshold_text(part, part.denial),
    ]


def _confidence(finding: Finding) -> Html:
    reasons = "; ".join(finding.confidence.reasons)
    return parts.lines(
        parts.paragraph(
            parts.lines(
                parts.rich(f"**Confidence: {finding.confidence.level}.** "),
                parts.esc(f"{reasons}."),
            )
        ),
        parts.paragraph(_likelihood(finding), quiet=True),
    )


def _likelihood(finding: Finding) -> str:
    told = [
        f"{part.label}: that the report is right is {part.likelihood} "
        f"(probability {fmt.percent(part.chance)})."
        for part in finding.parts
        if part.likelihood
    ]
    return " ".join(told)


def _history(finding: Finding) -> None:
    labels = {part.slug: part for part in finding.parts if part.slug in _with_history(finding)}
    if not labels:
        parts.show(
            parts.empty_state(
                "This part does not change with time.", title="No chart for this part."
            )
        )
        return
    default = finding.headline.slug if finding.headline.slug in labels else next(iter(labels))
    picked = default
    if len(labels) > 1:
        picked = st.segmented_control(
            "Part", list(labels), default=default, format_func=lambda slug: labels[slug].label,
            key=f"part-{finding.number}", label_visibility="collapsed",
        ) or default  # fmt: skip
    part = labels[picked]
    rows = cached.indicator_history(finding.number)
    drawn = figure.indicator_history(
        rows[rows["part"] == picked],
        theme=viewer.theme(),
        claim=part.claim,
        denial=part.denial,
        report_date=cached.report().date,
        as_of=finding.as_of,
        unit=part.indicator.unit,
        small=viewer.is_small(),
        height=260,
    )
    parts.show(
        parts.section(
            f"{part.label}, as of each month’s end",
            f"{part.indicator.name[:1].upper()}{part.indicator.name[1:]}. Band: the range the "
            "data allow (90\u00a0%). Dashed: where the report would be right or wrong.",
        )
    )
    draw_chart(drawn, f"history-{finding.number}", _in_words(part, rows[rows["part"] == picked]))


def _in_words(part: Part, rows: pd.DataFrame) -> str:
    """Say the line of a part for who cannot see it: its first, highest and last value."""
    known = queries.rows_of(rows.dropna(subset="value").sort_values("as_of"))
    ends = (known[0], max(known, key=lambda row: float(row["value"])), known[-1])
    told = [
        f"{name} {figure.value_words(row['value'], part.indicator.unit)}, {fmt.month(row['as_of'])}"
        for name, row in zip(("first", "highest", "last"), ends, strict=True)
    ]
    return f"{part.label}, {part.indicator.name}, by month: {'; '.join(told)}."


def _with_history(finding: Finding) -> set[str]:
    rows = cached.indicator_history(finding.number)
    varied = rows.dropna(subset="value").groupby("part")["value"].nunique()
    return {str(slug) for slug in varied[varied > 1].index}


def _profile(finding: Finding) -> None:
    if finding.profile.empty:
        return
    drawn = profile.kilometre_profile(finding.profile, theme=viewer.theme())
    parts.show(
        parts.section(
            "Incidents along the roads: shown, not counted",
            "Incidents near a main road, by ten kilometres of it. Filled: an exact place outside "
            "the towns. Open: only the town’s centre, or a place known to about 25\u00a0km.",
        )
    )
    draw_chart(
        drawn,
        f"profile-{finding.number}",
        "Incidents near each main road, by ten kilometres of it.",
    )


def _rule(finding: Finding) -> None:
    spec = finding.spec
    with st.expander("How this was tested, and what was not"):
        parts.show(
            parts.paragraph(parts.rich(f"**{spec.statement}** {spec.paragraph}")),
            _bullets("Thresholds", [_threshold(part) for part in finding.parts]),
            _bullets("What these data cannot test", spec.not_tested),
            _bullets("Assumptions", spec.assumptions),
            _bullets("Known gaps", spec.known_gaps),
            _bullets("What would change the verdict", spec.changes_verdict),
            _bullets(
                "Checks behind the confidence",
                [
                    f"{check.name}: {check.words} ({check.level})"
                    for check in finding.confidence.checks
                ],
            ),
            _shown_table(finding),
        )
        _profile(finding)


def _threshold(part: Part) -> Html:
    said = f", {part.indicator.name}: {part.threshold_words}. {part.sentence}"
    return parts.lines(parts.rich(f"**{part.label}**"), parts.esc(said))


def _bullets(title: str, items: Any) -> Html:
    points = "".join(f"<li>{parts.esc(item)}</li>" for item in items)
    return (
        Html(f'<div class="cw-points"><p><strong>{title}</strong></p><ul>{points}</ul></div>')
        if points
        else Html("")
    )


def _shown_table(finding: Finding) -> Html:
    if not finding.shown:
        return Html("")
    columns = [
        TableColumn("Also measured; not part of the verdict"),
        TableColumn("What the data say"),
        TableColumn("Range (90\u00a0%)", numeric=True),
    ]
    rows = [
        [item.label, item.sentence, verdict_text.interval_text(item.indicator) or fmt.EN_DASH]
        for item in finding.shown
    ]
    return parts.table(columns, rows, caption="Figures beside the parts")
