"""The attribution line at the foot of every page."""

from __future__ import annotations

from corridor import answers, queries
from corridor.filter import IncidentFilter
from corridor.texts.credit_lines import credit_lines
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.words import say


def attribution() -> parts.Html:
    """Name every source of what is shown, and the version that shows it.

    Before it stands what every figure of the page rests on: rows that people have hidden.
    """
    return cached.kept(_attribution)


def _attribution() -> parts.Html:
    arabic = [item.name_ar for item in cached.region().labels if item.kind == "governorate"]
    footer = parts.footer(credits_now(), arabic)
    return parts.Html(f"{_hidden()}{footer}")


def credits_now() -> tuple[str, ...]:
    """Name the sources of what is shown, one sentence each."""
    sources = cached.answer(queries.list_sources)
    return credit_lines(sources["attribution"].dropna(), cached.data_state()[0])


def _hidden() -> parts.Html:
    measuring = IncidentFilter(series=cached.series()).measuring
    found = cached.answer(answers.hidden, measuring)
    if not found.rows:
        return parts.Html("")
    return parts.notice(say("hidden-rows", count=found.rows, of=found.series))
