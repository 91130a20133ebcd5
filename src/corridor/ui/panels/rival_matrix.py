"""Which explanation fits best: the rivals of a report held against the evidence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import streamlit as st

from corridor.findings import Report
from corridor.findings.rivals import Item, Rivals, diagnosticity
from corridor.texts import rivals_text
from corridor.texts.count_phrases import capital
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.ui.panels import rating_form
from corridor.ui.parts import Html, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say


def show(report: Report, as_of: date) -> None:
    """Draw the answer, the matrix and what would decide; nothing where there are no rivals."""
    found = cached.rivals(as_of)
    if found is None:
        return
    with st.container(key="cw-rivals"):
        parts.show(Html('<span id="rivals"></span>'), cached.kept(_told, as_of))
        rating_form.form(report, found)
        with st.expander(say("rivals-how")):
            parts.show(cached.kept(_how, as_of))


def _told(as_of: date) -> Html:
    found = cached.rivals(as_of)
    if found is None:
        return Html("")
    when = say("rivals-as-of", day=fmt.day(as_of), name=found.series)
    told = [rivals_text.answer(found, found.by_rules), rivals_text.hangs_on(found)]
    people = rivals_text.with_people(found)
    return parts.lines(
        parts.section(say("rivals-title"), when),
        parts.paragraph(parts.esc(fmt.sentences(*told))),
        parts.paragraph(parts.esc(people)) if people else Html(""),
        _matrix(found),
        _missing(found),
    )


def _matrix(found: Rivals) -> Html:
    columns = [
        TableColumn(say("rivals-evidence")),
        TableColumn(say("rivals-measured"), phone=False),
        TableColumn(say("heading-value"), numeric=True, phone=False),
        *(TableColumn(rival.short) for rival in found.report.rivals),
        TableColumn(say("rivals-apart"), numeric=True, phone=False),
    ]
    rows = [_row(found, item) for item in found.items]
    by = {each.rival: each for each in found.by_rules.weighed}
    weights = [fmt.number(by[rival.slug].weight) for rival in found.report.rivals]
    rows.append([_strong(say("rivals-weight")), "", "", *map(_strong, weights), ""])
    caption = say("rivals-caption")
    return parts.table(columns, rows, caption=caption, note=say("rivals-key"))


def _row(found: Rivals, item: Item) -> list[str]:
    label = rivals_text.label(item)
    number = item.spec.finding
    apart = diagnosticity(item.ratings)
    return [
        parts.link(label, f"#finding-{number}") if number else label,
        parts.verdict_badge(item.verdict),
        rivals_text.value(item) or fmt.EN_DASH,
        *(rivals_text.rated(found, item, rival) for rival in found.report.rivals),
        fmt.EN_DASH if apart is None else fmt.number(apart, 1),
    ]


def _strong(text: str) -> Html:
    return parts.lines("<strong>", parts.esc(text), "</strong>")


def _missing(found: Rivals) -> Html:
    told = [rivals_text.would_decide(found, each) for each in found.missing]
    points = _points(told) if told else parts.paragraph(say("rivals-none-missing"))
    return parts.lines(Html("<br>"), parts.section(say("rivals-decide-title")), points)


def _how(as_of: date) -> Html:
    found = cached.rivals(as_of)
    if found is None:
        return Html("")
    return parts.lines(
        _points(
            parts.lines("<strong>", parts.esc(capital(rival.title)), "</strong>. ",
                        parts.esc(rival.statement))
            for rival in found.report.rivals
        ),
        _points(
            parts.lines("<strong>", parts.esc(rivals_text.label(item)), "</strong>. ",
                        parts.esc(fmt.sentences(item.spec.because, rivals_text.thresholds(item))))
            for item in found.items
        ),
        parts.paragraph(parts.esc(found.report.rivals_about)),
    )  # fmt: skip


def _points(items: Iterable[str]) -> Html:
    points = "".join(f"<li>{parts.esc(item)}</li>" for item in items)
    return Html(f'<div class="cw-points"><ul>{points}</ul></div>')
