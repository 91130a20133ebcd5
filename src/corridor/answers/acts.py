"""Attacks by the actor that the country names, and operations against it, told apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from corridor.answers.key_figures import KeyFigures, key_figures
from corridor.filter import ACTS, IncidentFilter
from corridor.store import Reader

# The key figure that is told apart.
COUNTED: Final = "incidents"


def acts(store: Reader, chosen: IncidentFilter) -> Mapping[str, KeyFigures]:
    """Return the key figures of each of `filter.ACTS`: `COUNTED` of them is told.

    Empty where the filter chooses one of them already, and where nothing is covered.
    """
    if chosen.acts:
        return {}
    found = {act: key_figures(store, replace(chosen, acts=act)) for act in ACTS}
    return {act: figures for act, figures in found.items() if figures.now}
