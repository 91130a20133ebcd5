"""Charts and maps on the page, handed to Streamlit without being built or looked at again."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from typing import Any

import pydeck as pdk
import streamlit as st
from plotly.basedatatypes import BaseFigure

from corridor.charts import chart, paper
from corridor.charts.figure import Figure
from corridor.maps.deck_json import layer_json
from corridor.palette import Theme
from corridor.ui import parts
from corridor.ui.frame import viewer
from corridor.words import say


class _Ready(BaseFigure):  # type: ignore[misc]  # plotly has no types
    """A figure that Streamlit takes as it is: a plain dict it would build as graph objects."""

    def __init__(self, figure: Figure) -> None:
        # What the base class would do is the slow part: every value is looked at.
        self._ready = figure.to_dict()

    def to_dict(self) -> dict[str, Any]:
        """Return the figure as it was drawn."""
        return self._ready


def draw_chart(figure: Figure, key: str, alt: str, **more: Any) -> None:
    """Put a chart on the page; `more` is what else `st.plotly_chart` takes.

    `alt` says for a screen reader what it shows. Beside it stands the picture for paper, which
    the style sheet shows in print alone.
    """
    st.plotly_chart(_Ready(figure), theme=None, config=chart.CONFIG, key=key, alt=alt, **more)
    printed = figure.on_paper or with_paper(figure, viewer.theme()).on_paper
    parts.show(parts.paper_picture(f"data:image/svg+xml;base64,{printed}", alt))


def with_paper(figure: Figure, theme: Theme) -> Figure:
    """Return a chart with its picture for paper: what is kept is kept with it."""
    figure.on_paper = base64.b64encode(paper.svg(figure, theme).encode()).decode()
    return figure


@dataclass(frozen=True)
class KeptDeck:
    """A map as its JSON, so that it can be kept and shown again without being drawn anew."""

    json: str
    # The name under which Streamlit looks for it.
    _tooltip: dict[str, Any]

    def to_json(self) -> str:
        """Return the map as deck.gl reads it."""
        return self.json

    def under(self, layers: list[pdk.Layer]) -> KeptDeck:
        """Return the map with more layers above its own, which come last in its JSON."""
        above = "".join(f",{layer_json(layer)}" for layer in layers)
        return replace(self, json=f"{self.json.removesuffix(']}')}{above}]}}")


def kept_deck(deck: pdk.Deck) -> KeptDeck:
    """Return a map in the form that can be kept."""
    return KeptDeck(deck.to_json(), deck._tooltip)  # noqa: SLF001  pydeck offers no other way


def draw_deck(deck: KeptDeck, key: str, **more: Any) -> None:
    """Put a map of incidents on the page; `more` is what else Streamlit takes."""
    st.pydeck_chart(deck, key=key, alt=say("map-alt"), **more)
