"""Where a filter asks for a grade: how headline and verdicts would move with it."""

from __future__ import annotations

from datetime import date

from corridor import answers
from corridor.answers import GradedVerdicts
from corridor.filter import IncidentFilter
from corridor.store import Store
from corridor.texts import graded_verdicts_text
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.ui.parts import Html
from corridor.words import say


def line(chosen: IncidentFilter, as_of: date) -> Html:
    """Say it in a sentence; nothing where no grade is asked for, or there is no report."""
    if not chosen.grade or cached.report() is None:
        return Html("")
    asked = (chosen.grade, chosen.unjudged, as_of)
    found = cached.answer(_asked, asked, cached.report_slug(), cached.series())
    told = parts.esc(graded_verdicts_text.in_words(found))
    never = parts.esc(say("graded-never-filtered"))
    return Html(f'<p class="cw-note cw-graded">{told} {never}</p>')


def _asked(
    store: Store, asked: tuple[str, bool, date], slug: str, measuring: str
) -> GradedVerdicts:
    del measuring  # only part of the key
    grade, unjudged, as_of = asked
    tested = cached.findings(as_of)
    return answers.graded_verdicts(
        store, cached.reports().usable[slug], tested, grade, unjudged=unjudged
    )
