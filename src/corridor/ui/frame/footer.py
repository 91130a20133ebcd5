"""The attribution line at the foot of every page."""

from __future__ import annotations

from corridor import __version__, packs, queries
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.words import say


def attribution() -> parts.Html:
    """Name every source of what is shown, and the version that shows it."""
    return cached.kept(_attribution)


def _attribution() -> parts.Html:
    sources = cached.answer(queries.list_sources)
    incidents = [f"{line.rstrip('.')}." for line in sources["attribution"].dropna()]
    data = str(cached.data_state()[0])
    version = say("foot-version", product=say("product"), version=__version__, data=data)
    arabic = [item.name_ar for item in cached.region().labels if item.kind == "governorate"]
    return parts.footer((*incidents, *packs.country().credits, version), arabic)
