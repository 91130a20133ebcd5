"""What is chosen beside the map: how it is drawn, its layers, one period or two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import streamlit as st

from corridor.answers import windows
from corridor.filter import IncidentFilter
from corridor.maps import incident_map as figure
from corridor.maps.incident_map import Mode
from corridor.ui import parts
from corridor.ui.frame import cached, navigation, state
from corridor.words import say

ONE: Final = "one"
_HERE: Final = "maps_here"


def mode(modes: Sequence[Mode]) -> Mode:
    """Draw the choice of how exact places are drawn; return it."""
    picked = st.segmented_control(
        say("map-exact-places-as"),
        modes,
        default=modes[0],
        format_func=lambda mode: say(f"map-mode-{mode}"),
        key="map_mode",
    )
    return picked or modes[0]


def hidden_layers() -> frozenset[str]:
    """Draw the choice of layers; return those that are not shown."""
    names = figure.layer_names(cached.region())
    with st.popover(say("map-layers")):
        shown = st.multiselect(
            say("map-layers-shown"),
            list(names),
            default=list(names),
            format_func=names.__getitem__,
            key="layers",
        )
    return frozenset(names) - frozenset(shown)


def is_two(chosen: IncidentFilter) -> bool:
    """Tell whether two periods are asked for, and there is something to compare."""
    asked = st.query_params.get(navigation.MAPS, "")
    return asked == navigation.TWO and bool(chosen.compare) and _is_compared(chosen)


def periods(chosen: IncidentFilter) -> None:
    """Draw the choice of one period or two, which the address keeps; how to have it, without."""
    if not chosen.compare:
        parts.show(parts.paragraph(say("map-two-how"), quiet=True))
        return
    if not _is_compared(chosen):
        parts.show(parts.paragraph(say("map-two-none", series=chosen.measuring), quiet=True))
        return
    # A bound widget would write the words of its choice into the address, not its name.
    st.session_state[_HERE] = navigation.TWO if is_two(chosen) else ONE
    st.segmented_control(
        say("map-periods"),
        (ONE, navigation.TWO),
        format_func=lambda each: say(f"map-periods-{each}"),
        key=_HERE,
        on_change=_chosen,
    )


def _is_compared(chosen: IncidentFilter) -> bool:
    found = cached.answer(windows.compared, chosen)
    return bool(found and found.others)


def _chosen() -> None:
    is_one = st.session_state[_HERE] != navigation.TWO
    state.open_in_address(navigation.MAPS, "" if is_one else navigation.TWO)
