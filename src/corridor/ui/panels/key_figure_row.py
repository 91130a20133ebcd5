"""The key figures of a period with what they are compared with."""

from __future__ import annotations

from typing import Final

from corridor import answers
from corridor.answers import KeyFigures
from corridor.filter import IncidentFilter
from corridor.texts import figures_text
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.ui.parts import KeyFigure
from corridor.words import numbers as fmt
from corridor.words import say

# The line that explains a figure, where its name does not.
MEANINGS: Final = {
    "incidents": "word-incident-means",
    "armed-clashes": "word-armed-clash-means",
    "attacks-on-civilians": "word-attacks-on-civilians-means",
    "killed": "word-killed-means",
}


def key_figures(chosen: IncidentFilter) -> parts.Html:
    """Show the measuring series' key figures of the filter's period with both comparisons."""
    found = cached.answer(answers.key_figures, chosen)
    if found.windows is None:
        return parts.notice(say("figures-none", series=found.series))
    told = fmt.sentences(
        figures_text.acts(cached.answer(answers.acts, chosen)), figures_text.note(found)
    )
    return parts.key_figures([_cell(found, name) for name in answers.FIGURES], told)


def _cell(found: KeyFigures, name: str) -> KeyFigure:
    year = figures_text.year_change(found, name)
    means = MEANINGS.get(name)
    return KeyFigure(
        figures_text.title(found, name),
        fmt.number(found.of(name)[0]) if found.now else "",
        figures_text.change(found, name) or say("figures-no-comparison"),
        say("figures-year-before", change=year) if year else "",
        say(means) if means else "",
    )
