"""The attribution line at the foot of every page."""

from __future__ import annotations

from corridor import __version__, queries
from corridor.ui import cached, parts

GEOGRAPHY = (
    "Boundaries: Iraq CSO, OCHA (COD-AB), CC BY-IGO.",
    "Terrain: NOAA GLOBE v. 1.",
    "Roads and borders: made with Natural Earth.",
    "Rivers: GSHHG / WDBII, Wessel and Smith.",
    "Places: GeoNames (CC BY 4.0), UCDP, OCHA.",
)


def attribution() -> parts.Html:
    """Name every source of what is shown, and the version that shows it."""
    return cached.kept(_attribution)


def _attribution() -> parts.Html:
    sources = cached.answer(queries.list_sources)
    incidents = [f"{line.rstrip('.')}." for line in sources["attribution"].dropna()]
    version = f"Corridor Watch {__version__}, data version {cached.data_state()[0]}."
    return parts.footer((*incidents, *GEOGRAPHY, version))
