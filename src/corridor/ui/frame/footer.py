"""The attribution line at the foot of every page."""

from __future__ import annotations

from corridor import __version__, answers, packs, queries
from corridor.filter import IncidentFilter
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.words import say


def attribution() -> parts.Html:
    """Name every source of what is shown, and the version that shows it.

    Before it stands what every figure of the page rests on: rows that people have hidden.
    """
    return cached.kept(_attribution)


def _attribution() -> parts.Html:
    sources = cached.answer(queries.list_sources)
    incidents = [f"{line.rstrip('.')}." for line in sources["attribution"].dropna()]
    data = str(cached.data_state()[0])
    version = say("foot-version", product=say("product"), version=__version__, data=data)
    arabic = [item.name_ar for item in cached.region().labels if item.kind == "governorate"]
    footer = parts.footer((*incidents, *packs.country().credits, version), arabic)
    return parts.Html(f"{_hidden()}{footer}")


def _hidden() -> parts.Html:
    measuring = IncidentFilter(series=cached.series()).measuring
    found = cached.answer(answers.hidden, measuring)
    if not found.rows:
        return parts.Html("")
    return parts.notice(say("hidden-rows", count=found.rows, of=found.series))
