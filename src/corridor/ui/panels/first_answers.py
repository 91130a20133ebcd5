"""Worse, where, lately, how sure: the questions of who decides, each answered in a line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from corridor import answers
from corridor.filter import IncidentFilter
from corridor.texts import short_answers
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.words import say


def first_answers(chosen: IncidentFilter, as_of: date) -> parts.Html:
    """Answer them from the filter's figures and from the finding that answers the report."""
    figures = cached.answer(answers.key_figures, chosen)
    districts = cached.answer(answers.districts, chosen)
    told = {
        "worse": short_answers.worse(figures, cached.answer(answers.acts, chosen)),
        "where": short_answers.where(districts, cached.summary(chosen).incidents),
        "lately": _lately(figures, chosen),
        "sure": _sure(chosen, as_of),
    }
    return parts.short_answers(
        [(say(f"short-{name}-asked"), said) for name, said in told.items() if said]
    )


def _lately(figures: answers.KeyFigures, chosen: IncidentFilter) -> str:
    days = answers.late_days(figures, chosen)
    told = None
    if days:
        late = replace(chosen, date_from=days[0], date_to=days[1], compare="")
        told = cached.answer(answers.key_figures, late), cached.levels(late)
    return short_answers.lately_and_now(told, cached.answer(answers.surges, chosen))


def _sure(chosen: IncidentFilter, as_of: date) -> str:
    report = cached.report()
    if report is None:
        return ""
    findings = cached.findings(as_of)
    found = answers.headline(report, findings)
    finding = next(item for item in findings if item.number == found.finding)
    return short_answers.sure(finding, found, cached.summary(chosen))
