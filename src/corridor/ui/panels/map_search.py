"""The box that finds a place and moves the map there."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import streamlit as st

from corridor import geo
from corridor.filter import IncidentFilter
from corridor.geo import Place
from corridor.ui import parts
from corridor.ui.frame import cached, selecting, state
from corridor.words import say
from corridor.words.terms import term

KM: Final = 10.0
MOST_OTHERS: Final = 5
_KEY: Final = "map_find"


def ask(chosen: IncidentFilter) -> Place | None:
    """Ask for a place; return the one that the map is to show, None for none."""
    with st.container(key="cw-map-find", horizontal=True, vertical_alignment="center"):
        text = st.selectbox(
            say("map-find"),
            geo.place_labels(tuple(cached.region().provinces)),
            index=None,
            key=_KEY,
            placeholder=say("map-find-how"),
            accept_new_options=True,
            label_visibility="collapsed",
            width=300,
        )
        if not text:
            return None
        found = geo.find_places(text)
        if not found:
            _offer(say("map-find-none", text=text), geo.nearest_names(text))
            return None
        first, *others = found
        parts.show(_told(first))
        if first.points:
            _ways(chosen, first)
        labels = dict.fromkeys(geo.place_label(place) for place in others if place.points)
        if labels:
            _offer(say("map-find-others"), list(labels)[:MOST_OTHERS])
    return first


def _told(place: Place) -> parts.Html:
    told = say(
        "map-found", name=place.name, local=place.local or say("unknown"),
        kind=term(place.kind), district=place.admin2 or say("unknown"),
    )  # fmt: skip
    return parts.paragraph(told)


def _ways(chosen: IncidentFilter, place: Place) -> None:
    label = geo.place_label(place)
    wanted = replace(chosen, near=label, near_km=KM)
    circle = f"circle:{place.longitude:.4f},{place.latitude:.4f},{KM:g}"
    st.button(say("map-find-filter"), key="cw-map-find-filter", type="tertiary",
              on_click=state.set_filter, args=(wanted,))  # fmt: skip
    st.button(say("map-find-select"), key="cw-map-find-select", type="tertiary",
              on_click=selecting.pick, args=([circle],))  # fmt: skip


def _offer(told: str, names: list[str]) -> None:
    """Name other places, each to be taken by a click."""
    parts.show(parts.paragraph(told, quiet=True))
    for at, name in enumerate(names):
        st.button(name, key=f"cw-map-find-{at}", type="tertiary", on_click=_take, args=(name,))


def _take(name: str) -> None:
    st.session_state[_KEY] = name
