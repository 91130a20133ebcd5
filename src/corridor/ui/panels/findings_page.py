"""The report's conclusions: verdicts, indicators through time, evidence for and against."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from corridor import answers
from corridor.charts import indicator_history as figure
from corridor.charts import kilometre_profile
from corridor.charts.figure import Figure
from corridor.filter import IncidentFilter
from corridor.findings import Finding, Part, Report
from corridor.findings.confidence import Check
from corridor.palette import Theme
from corridor.texts import history_text, roads_text, verdict_text, ways_text
from corridor.texts.count_phrases import capital
from corridor.texts.history_text import value_words
from corridor.ui import parts
from corridor.ui.frame import cached, navigation, state, viewer
from corridor.ui.frame.drawing import draw_chart, with_paper
from corridor.ui.panels import (
    evidence_lists,
    finding_files,
    graded_line,
    judgement_form,
    location_disputes,
    refused_reports,
    rival_matrix,
    sensitivity_table,
    verdict_turns,
    ways_of_counting,
)
from corridor.ui.panels.finding_cards import card_of
from corridor.ui.parts import Html, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say, terms
from corridor.words.numbers import day


def show(chosen: IncidentFilter) -> None:
    """Draw the page; the filter narrows the evidence listed, never a verdict."""
    report, findings = cached.report(), cached.findings(state.current_as_of())
    if report is None:
        parts.show(parts.rule(), refused_reports.no_report())
        return
    _head(report, findings)
    parts.show(graded_line.line(chosen, findings[0].as_of))
    parts.show(refused_reports.notice())
    _contents(report, findings)
    for finding in _asked_first(findings):
        _finding(report, finding, chosen)
    rival_matrix.show(report, findings[0].as_of)
    judgement_form.export(report, findings)


def _asked_first(findings: tuple[Finding, ...]) -> list[Finding]:
    """Put the finding that a card's link asks for before the others."""
    asked = st.query_params.get(navigation.FINDING, "")
    return sorted(findings, key=lambda finding: str(finding.number) != asked)


def _head(report: Report, findings: tuple[Finding, ...]) -> None:
    first = findings[0]
    answer = answers.headline(report, findings)
    parts.show(parts.rule())
    left, right = st.columns((10, 3), gap="medium", vertical_alignment="bottom")
    when = report.date_note or day(report.date)
    about = report.about or say("findings-concluded", publisher=report.publisher, day=when)
    told = say("findings-told", about=about)
    with left:
        parts.show(
            parts.headline(
                verdict_text.answer_about(answer),
                verdict_text.verdicts_sentence(answer.verdicts),
                parts.rich(told),
            ),
        )
    with right:
        _as_of(report)
    tests = ways_text.tests_in_words(findings)
    warnings = [text for text in (first.source_mix.warning, first.coverage_note, tests) if text]
    if warnings:
        parts.show(parts.notice(" ".join(warnings)))


def _as_of(report: Report) -> None:
    """Let the viewer pin the day of the findings, and offer the report's own."""
    st.session_state["as_of_here"] = state.current_as_of()
    st.date_input(
        say("findings-as-of"),
        min_value=state.FIRST_DAY,
        max_value=state.LAST_DAY,
        format=state.DATE_FORMAT,
        help=say("filter-date-help"),
        key="as_of_here",
        on_change=_as_of_chosen,
    )
    if state.pinned_as_of():
        st.button(say("findings-as-of-period"), key="cw-as-of", on_click=_pin, args=(None,))
    elif state.current_as_of() != report.date:
        label = say("findings-as-of-report", day=day(report.date))
        st.button(label, key="cw-as-of", on_click=_pin, args=(report.date,))


def _contents(report: Report, findings: tuple[Finding, ...]) -> None:
    """List the findings with their verdicts, and the rivals, in a line that stays in view."""
    entries = "".join(
        f'<li><a href="#finding-{finding.number}">{finding.number} {parts.esc(finding.title)}</a> '
        f"{parts.verdict_badge(finding.verdict)}</li>"
        for finding in findings
    )
    if report.rivals:
        entries += f'<li><a href="#rivals">{parts.esc(say("rivals-title"))}</a></li>'
    with st.container(key="cw-findings-list"):
        title = parts.esc(say("findings-contents"))
        parts.show(Html(f'<nav aria-label="{title}"><ul>{entries}</ul></nav>'))


def _as_of_chosen() -> None:
    st.session_state[state.AS_OF] = st.session_state["as_of_here"]


def _pin(day: date | None) -> None:
    st.session_state[state.AS_OF] = day


def _finding(report: Report, finding: Finding, chosen: IncidentFilter) -> None:
    with st.container(key=f"cw-finding-{finding.number}"):
        parts.show(Html(f'<span id="finding-{finding.number}"></span>'))
        left, right = st.columns((5, 7), gap="large")
        with left:
            parts.show(cached.kept(_told, finding.number, finding.as_of))
            is_asked = st.toggle(say("sensitivity-title"), key=f"cw-hangs-{finding.number}")
        with right:
            _history(finding)
        if is_asked:
            with st.spinner(say("sensitivity-under-way")):
                parts.show(cached.kept(_hangs_on, finding.number, finding.as_of))
        verdict_turns.show(finding, chosen)
        location_disputes.show(finding, chosen)
        evidence_lists.show(finding, chosen)
        judgement_form.form(report.slug, finding)
        _rule(finding)


def _told(number: int, as_of: date) -> Html:
    finding = cached.finding(number, as_of)
    then = cached.finding(number, cached.report_date())
    summary = parts.finding_summary(replace(card_of(finding, then), confidence=""))
    counted = ways_of_counting.strips(finding)
    return parts.lines(summary, _parts_table(finding), _confidence(finding), counted)


def _hangs_on(number: int, as_of: date) -> Html:
    return sensitivity_table.table(cached.sensitivity(number, as_of))


def _parts_table(finding: Finding) -> Html:
    columns = [
        TableColumn(say("finding-part")),
        TableColumn(say("finding-verdict")),
        TableColumn(say("heading-value"), numeric=True),
        TableColumn(say("heading-range"), numeric=True),
        TableColumn(say("heading-right-from"), numeric=True, phone=False),
        TableColumn(say("heading-wrong-up-to"), numeric=True, phone=False),
    ]
    rows = [row for part in finding.parts for row in _part_rows(part)]
    caption = say("finding-parts-caption", number=str(finding.number))
    return parts.table(columns, rows, caption=caption)


def _part_rows(part: Part) -> list[list[str]]:
    """Return the row of a part, and that of the figure which is said with it."""
    if part.beside is None:
        return [_part_row(part)]
    beside, unit = part.beside.indicator, part.beside.indicator.unit
    shown = [
        part.beside.label,
        say("finding-beside"),
        value_words(beside.value, unit),
        verdict_text.interval_text(beside) or fmt.EN_DASH,
        "",
        "",
    ]
    return [_part_row(part), shown]


def _part_row(part: Part) -> list[str]:
    verdict = parts.verdict_badge(part.verdict)
    if part.judged is not None:
        judged = say("finding-with-judgements", verdict=terms.term(part.judged_verdict))
        verdict = parts.lines(verdict, " ", parts.esc(judged))
    return [
        say("told-of", label=part.label, told=part.subject) if part.subject else part.label,
        verdict,
        verdict_text.figure_text(part),
        verdict_text.interval_text(part.indicator) or fmt.EN_DASH,
        verdict_text.claim_text(part),
        verdict_text.threshold_text(part, part.denial),
    ]


def _confidence(finding: Finding) -> Html:
    level, reasons = (
        finding.confidence.level,
        say("between-clauses").join(finding.confidence.reasons),
    )
    return parts.lines(
        parts.paragraph(
            parts.lines(
                parts.rich(say("finding-confidence", level=terms.term(level))),
                " ",
                parts.esc(f"{reasons}."),
            )
        ),
        parts.paragraph(verdict_text.likelihood_text(finding), quiet=True),
    )


def _history(finding: Finding) -> None:
    varied = cached.kept(_with_history, finding.number)
    labels = {part.slug: part for part in finding.parts if part.slug in varied}
    if not labels:
        parts.show(parts.empty_state(say("finding-no-history"), title=say("finding-no-chart")))
        return
    default = finding.headline.slug if finding.headline.slug in labels else next(iter(labels))
    picked = default
    if len(labels) > 1:
        picked = (
            st.segmented_control(
                say("finding-part"),
                list(labels),
                default=default,
                format_func=lambda slug: labels[slug].label,
                key=f"part-{finding.number}",
                label_visibility="collapsed",
            )
            or default
        )
    part = labels[picked]
    parts.show(
        parts.section(
            say("finding-history", part=part.label),
            say("finding-history-key", indicator=capital(part.indicator.name)),
        )
    )
    look = viewer.theme(), viewer.is_small()
    drawn, alt = cached.kept(_line, finding.number, finding.as_of, picked, *look)
    draw_chart(drawn, f"history-{finding.number}", alt)
    finding_files.history(finding, part, alt, drawn)


def _line(number: int, as_of: date, slug: str, theme: Theme, phone: bool) -> tuple[Figure, str]:
    """Draw a part's indicator through time; return it with what it shows in words."""
    part = next(item for item in cached.finding(number, as_of).parts if item.slug == slug)
    found = cached.indicator_history(number)
    rows = found.rows[found.rows["part"] == slug]
    drawn = figure.indicator_history(
        rows,
        theme=theme,
        claim=part.claim,
        denial=part.denial,
        at_most=part.at_most if math.isfinite(part.at_most) else None,
        report_date=cached.report_date(),
        as_of=as_of,
        unit=part.indicator.unit,
        small=phone,
        height=260,
    )
    return with_paper(drawn, theme), history_text.in_words(part, found.courses[slug])


def _with_history(number: int) -> set[str]:
    courses = cached.indicator_history(number).courses
    return {slug for slug, course in courses.items() if course.varies}


def _profile(finding: Finding) -> None:
    if finding.profile.empty:
        return
    drawn = cached.kept(_roads, finding.number, finding.as_of, viewer.theme())
    parts.show(parts.section(say("finding-roads"), say("finding-roads-key")))
    draw_chart(drawn, f"profile-{finding.number}", roads_text.profile_in_words(finding.profile))
    finding_files.profile(finding, drawn)


def _roads(number: int, as_of: date, theme: Theme) -> Figure:
    profile = cached.finding(number, as_of).profile
    return with_paper(kilometre_profile.kilometre_profile(profile, theme=theme), theme)


def _rule(finding: Finding) -> None:
    with st.expander(say("finding-how")):
        parts.show(cached.kept(_how, finding.number, finding.as_of))
        _profile(finding)


def _how(number: int, as_of: date) -> Html:
    finding = cached.finding(number, as_of)
    spec = finding.spec
    return parts.lines(
        parts.paragraph(parts.rich(f"**{spec.statement}** {spec.paragraph}")),
        _bullets(say("finding-thresholds"), [_threshold(part) for part in finding.parts]),
        _bullets(say("finding-not-tested"), spec.not_tested),
        _bullets(say("finding-assumptions"), spec.assumptions),
        _bullets(say("finding-gaps"), spec.known_gaps),
        _bullets(say("finding-changes-verdict"), spec.changes_verdict),
        _bullets(say("finding-checks"), [_check(item) for item in finding.confidence.checks]),
        ways_of_counting.table(finding),
        _shown_table(finding),
    )


def _threshold(part: Part) -> Html:
    return Html(
        say(
            "finding-threshold",
            part=parts.lines("<strong>", parts.esc(part.label), "</strong>"),
            indicator=parts.esc(part.indicator.name),
            threshold=parts.esc(part.threshold_words),
            sentence=parts.esc(part.sentence),
        )
    )


def _check(check: Check) -> str:
    return say(
        "finding-check",
        name=terms.term(check.name),
        words=check.words,
        level=terms.term(check.level),
    )


def _bullets(title: str, items: Any) -> Html:
    points = "".join(f"<li>{parts.esc(item)}</li>" for item in items)
    return (
        Html(
            f'<div class="cw-points"><p><strong>{parts.esc(title)}</strong></p>'
            f"<ul>{points}</ul></div>"
        )
        if points
        else Html("")
    )


def _shown_table(finding: Finding) -> Html:
    if not finding.shown:
        return Html("")
    columns = [
        TableColumn(say("finding-also-measured")),
        TableColumn(say("finding-data-say")),
        TableColumn(say("heading-range"), numeric=True),
    ]
    rows = [
        [item.label, item.sentence, verdict_text.interval_text(item.indicator) or fmt.EN_DASH]
        for item in finding.shown
    ]
    return parts.table(columns, rows, caption=say("finding-beside-caption"))
