"""Charts and maps on the page, handed to Streamlit without being built or looked at again."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import date
from functools import cache
from typing import Any, Final

import pydeck as pdk
import streamlit as st
from plotly.basedatatypes import BaseFigure

from corridor.charts import chart, paper
from corridor.charts.figure import Figure
from corridor.maps import sent_map
from corridor.maps.deck_json import layer_json
from corridor.maps.map_sheet import picture_svg
from corridor.maps.sent_map import SentMap
from corridor.maps.sheet import Told
from corridor.palette import Theme
from corridor.ui import parts
from corridor.ui.frame import viewer
from corridor.words import language, say

PNG: Final = "corridor-watch-map.png"
# Where the session keeps that the browser has nothing to draw maps with.
_UNDRAWABLE: Final = "map_undrawable"


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
    parts.show(parts.paper_picture(f"data:image/svg+xml;base64,{printed}", alt, key))


def with_paper(figure: Figure, theme: Theme) -> Figure:
    """Return a chart with its picture for paper: what is kept is kept with it."""
    figure.on_paper = base64.b64encode(paper.svg(figure, theme).encode()).decode()
    return figure


def save_picture(frame: str, key: str, file: str) -> None:
    """Offer a button that makes a PNG of a sheet of charts (`chart_sheet.chart_frame`).

    The browser makes it, of the pictures for paper that the page holds: nothing else here can.
    """
    data = {"frame": frame, "file": file, "kind": "PNG"}
    _component("save")(key=key, data=data, width="content")


def is_undrawable() -> bool:
    """Tell whether the viewer's browser has said that it cannot draw a map."""
    return bool(st.session_state.get(_UNDRAWABLE))


def _undrawable() -> None:
    st.session_state[_UNDRAWABLE] = True


def draw_map(
    drawn: SentMap, name: str, size: tuple[int, int], alt: str, *,
    days: tuple[date, date] | None = None, outlines: Sequence[pdk.Layer] = (),
    paper: Told | None = None, camera: str = "",
    **callbacks: Callable[[], None],
) -> None:  # fmt: skip
    """Put a map of incidents on the page under a name, `size` px wide and high.

    `alt` says what it shows. With `days` it can be played over them. `on_picked_change` is called
    when somebody has picked something (`selecting.pick_told` reads it), `on_rested_change` when the
    time that is played rests: it reads that from the session under the name. Where the browser
    cannot draw, a picture stands in its place, with the `outlines` that others get by `mark_map`.
    With `paper`, what stands round it, the view can be saved as a file. Maps of one `camera` that
    open with the same view move together; without, a map has its own.
    """
    if is_undrawable():
        told = picture_svg(drawn.deck, size, alt, _written(outlines))
        address = base64.b64encode(told.encode()).decode()
        parts.show(parts.map_picture(f"data:image/svg+xml;base64,{address}", alt))
        return
    data: dict[str, Any] = {
        "name": name,
        "camera": camera or name,
        "deck": drawn.deck,
        "height": size[1],
        "names": drawn.marks,
        "look": drawn.look,
        "over": sent_map.OVER,
        "tools": bool(callbacks),
        "words": _words() | {"alt": f"{alt} {say('map-says-alt')}"},
        "version": drawn.version,
    }
    if paper:
        data["paper"] = {"title": paper.title, "lines": paper.lines, "credits": paper.credits,
                         "file": PNG}  # fmt: skip
    if days and drawn.grains is not None:
        first, last = (((day - date(1970, 1, 1)).days) for day in days)
        if drawn.road:
            data["road"] = asdict(drawn.road)
        data |= {"grains": drawn.grains, "player": True, "first": first, "last": last}
    callbacks["on_undrawable_change"] = _undrawable
    _component("map")(key=name, data=data, height="content", **callbacks)


def mark_map(
    name: str, selected: dict[int, int] | None, outlines: Sequence[pdk.Layer] = (),
    centre: tuple[float, float, float] | None = None,
) -> None:  # fmt: skip
    """Tell the map of a name what is selected: number of the mark to incidents, None for nothing.

    `outlines` are layers above its own; `centre` (longitude, latitude, zoom) is where it moves to,
    once. The map itself is not sent again.
    """
    if is_undrawable():
        return
    data = {"of": name, "selected": selected, "outlines": _written(outlines),
            "centre": centre}  # fmt: skip
    _component("map")(key=f"{name}_now", data=data, height=1)


def pick_on(
    name: str,
    charts: Sequence[str],
    how: str,
    on_picked_change: Callable[[], None],
    *,
    span: tuple[date, date] | None = None,
    in_order: bool = True,
) -> None:
    """Let things be picked on charts by a click and by keys: what their `customdata` names.

    `on_picked_change` is called then; it gets from `selecting.pick_told`: `ends`, the first and the
    last term, or `clears`; `adds` says whether they are added. Where the time axis of the charts is
    `span`, days can be drawn across: `first` and `last` (ISO days) then, and `drawn`, whether more
    than a click. `how` tells how it is done. Keys go from one to the next by their terms, or as
    they are drawn unless `in_order`.
    """
    data = {
        "charts": list(charts),
        "span": [day.isoformat() for day in span or ()],
        "order": in_order,
        "how": how,
        "words": {word: say(f"picks-{word}") for word in ("chart", "keys", "to")},
        "adds": say("map-says-adds"),
    }
    _component("timeline")(key=name, data=data, height="content", on_picked_change=on_picked_change)


def _written(layers: Sequence[pdk.Layer]) -> str:
    return f"[{','.join(map(layer_json, layers))}]"


@cache
def _component(name: str) -> Any:
    # Without isolated styles: clicks would not reach the canvas.
    return st.components.v2.component(
        f"corridor-watch.{name}", js=f"{name}.js", css=f"{name}.css", isolate_styles=False
    )


_WORDS: Final = (
    "map", "tools", "tool-pick", "tool-box", "tool-lasso", "tool-circle", "tool-measure",
    "how-box", "how-lasso", "how-circle", "how-measure", "adds", "in-view", "closer", "wider",
    "home", "save", "playback", "play", "pause", "back", "ahead", "span", "span-30", "span-month",
    "span-90", "span-365", "span-grow", "speed", "from", "to", "whole", "cursor", "incidents",
    "killed", "unknown", "deaths-unknown",
)  # fmt: skip


def _words() -> dict[str, str]:
    """Return what the browser says itself."""
    return {name: say(f"map-says-{name}") for name in _WORDS} | {"language": language().locale}
