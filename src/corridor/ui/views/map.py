"""Where: the map with its legend, and the incident that was clicked."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, cast
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from corridor import queries, vocabulary
from corridor.figures import format as fmt
from corridor.figures import map as figure
from corridor.figures.map import LAYERS, Basemap, LegendCounts, Mode, load_basemap
from corridor.figures.palette import Theme
from corridor.filters import IncidentFilter
from corridor.ui import cached, cells, navigation, parts, report_incident, viewer
from corridor.ui.detail import incident_detail
from corridor.ui.drawing import MAP_ALT, KeptDeck, draw_deck, kept_deck
from corridor.ui.empty import nothing_here
from corridor.ui.parts import Html, LegendItem, TableColumn
from corridor.ui.views.incidents import INCIDENT

MODES: Final = {"Points": "points", "Heat": "heat", "Hexagons": "hexagons"}
HEIGHT: Final = 735
SMALL_HEIGHT: Final = 405
PHONE_HEIGHT: Final = 400
ACCURACY: Final = "Main roads are good to 2–3 km; the Hamrin crest is schematic."


def show(chosen: IncidentFilter) -> None:
    """Draw the page for a filter."""
    parts.show(parts.hidden_title(f"Map of incidents, {chosen.place()}"))
    places = cached.answer(queries.map_places, chosen)
    if places.empty:
        parts.show(nothing_here(chosen, "map"))
        return
    wide, narrow = st.columns((10, 3), gap="medium")
    with narrow:
        mode, hidden = _controls()
        counts = _counts(chosen, places)
        parts.show(*_legend(counts, mode))
    with wide:
        _deck(chosen, places, mode, hidden)
        parts.show(parts.paragraph(_caption(counts), quiet=True))
    with narrow:
        _selected(places)
    _list(chosen, places)


def small(chosen: IncidentFilter) -> None:
    """Draw the overview's map with its key."""
    phone = viewer.is_small()
    deck, key = cached.kept(_small, chosen, viewer.theme(), phone)
    draw_deck(deck, "small_map", height=_small_height(phone))
    parts.show(key)


def _small_height(phone: bool) -> int:
    return PHONE_HEIGHT if phone else SMALL_HEIGHT


def _small(chosen: IncidentFilter, theme: Theme, phone: bool) -> tuple[KeptDeck, Html]:
    places = cached.answer(queries.map_places, chosen)
    deck = figure.incident_deck(
        places,
        theme=theme,
        basemap=_basemap(),
        window_end=chosen.date_to or cached.options().series_last,
        provinces=chosen.provinces,
        small=True,
        report_place=report_incident.of_report().place,
        size=(358 if phone else 660, _small_height(phone)),
        scroll_zoom=False,
    )
    counts = _counts(chosen, places)
    return kept_deck(deck), parts.lines(
        parts.legend([*_type_items(counts), *_KEY]), parts.paragraph(_caption(counts), quiet=True)
    )


_KEY: Final = (
    LegendItem("within 25 km", "disc"),
    LegendItem("in the district", "fill"),
    LegendItem("the report’s incident", "ring"),
)


def _basemap() -> Basemap:
    return load_basemap(cached.settings_now().reference_dir)


def _counts(chosen: IncidentFilter, places: pd.DataFrame) -> LegendCounts:
    by_type = cached.answer(queries.by_type, chosen)
    counted = dict(zip(by_type["event_type"], by_type["incidents"].astype(int), strict=True))
    return figure.legend_counts(places, counted, _basemap())


def _controls() -> tuple[Mode, frozenset[str]]:
    with st.container(horizontal=True):
        picked = st.segmented_control(
            "Exact places as", list(MODES), default="Points", key="map_mode"
        )
        with st.popover("Layers"):
            shown = st.multiselect(
                "Shown",
                list(LAYERS),
                default=list(LAYERS),
                format_func=LAYERS.__getitem__,
                key="layers",
            )
    return cast("Mode", MODES[picked or "Points"]), frozenset(LAYERS) - frozenset(shown)


def _deck(chosen: IncidentFilter, places: pd.DataFrame, mode: Mode, hidden: frozenset[str]) -> None:
    phone = viewer.is_small()
    deck = figure.incident_deck(
        places,
        theme=viewer.theme(),
        basemap=_basemap(),
        window_end=chosen.date_to or cached.options().series_last,
        provinces=chosen.provinces,
        small=phone,
        mode=mode,
        hidden=hidden,
        report_place=report_incident.of_report().place,
        selected=st.query_params.get(INCIDENT),
        scroll_zoom=not phone,
    )
    st.pydeck_chart(
        deck,
        height=PHONE_HEIGHT if phone else HEIGHT,
        on_select=_clicked,
        selection_mode="single-object",
        key="map",
        alt=MAP_ALT,
    )


def _clicked() -> None:
    objects = st.session_state["map"]["selection"]["objects"]
    found = next((items[0] for items in objects.values() if items), None)
    if found and found.get("incident_ids"):
        st.query_params[INCIDENT] = figure.unguarded(found["incident_ids"][0])


def _selected(places: pd.DataFrame) -> None:
    asked = st.query_params.get(INCIDENT, "")
    if not asked:
        parts.show(
            parts.paragraph(
                "Click a point, a disc or a shaded district to open its incidents.", quiet=True
            )
        )
        return
    here = next((list(ids) for ids in places["incident_ids"] if asked in set(ids)), None)
    if here is None:
        parts.show(parts.notice("The selected incident lies outside the filter."))
        return
    if len(here) > 1:
        key = f"stack-{here[0]}"
        st.selectbox(
            f"{len(here)} incidents here",
            here,
            index=here.index(asked),
            key=key,
            on_change=_chosen_of_stack,
            args=(key,),
            format_func=_short,
        )
    accounts = cached.answer(queries.accounts_of, asked)
    parts.show(_summary(accounts))


def _chosen_of_stack(key: str) -> None:
    st.query_params[INCIDENT] = st.session_state[key]


def _short(incident_id: str) -> str:
    first = queries.rows_of(cached.answer(queries.accounts_of, incident_id).head(1))[0]
    return f"{cells.days(first)} · {fmt.killed(cells.count(first['fatalities_best']))}"


def _summary(accounts: pd.DataFrame) -> Html:
    incident_id = str(accounts["incident_id"].iloc[0])
    href = f"incidents?{urlencode({INCIDENT: incident_id})}"
    return incident_detail(accounts, href=href, is_short=True)


def _legend(counts: LegendCounts, mode: Mode) -> list[Html]:
    precision = [
        replace(_PRECISION_KEYS[word], count=fmt.number(count))
        for word, count in counts.by_precision.items()
    ]
    size = [LegendItem(str(killed), "circle", size=round(2 * min(24, 3.2 + 1.55 * killed**0.5)))
            for killed in (1, 10, 100)]  # fmt: skip
    recency = [
        LegendItem("30 days", kind="Battles", outlined=True),
        LegendItem("90", kind="Battles", opacity=0.92),
        LegendItem("180", kind="Battles", opacity=0.65),
        LegendItem("older", kind="Battles", opacity=0.37),
    ]
    shown = [
        parts.legend_list(_type_items(counts), "What happened"),
        parts.legend_list(precision, "How well the place is known"),
    ]
    if mode == "points":
        shown += [
            parts.legend(size, "Killed"),
            parts.legend(recency, "How recent, to the period’s end"),
        ]
    return [
        *shown,
        parts.legend([LegendItem(report_incident.of_report().mark.label, "ring")], "Marked"),
    ]


_PRECISION_KEYS: Final = {
    "exact": LegendItem("Exact: village, town, point", "dot", kind="Battles"),
    "near": LegendItem("Near: within about 25 km", "disc"),
    "district": LegendItem("District only: shaded, counted", "fill"),
    "governorate": LegendItem("Province only: at its name", "+n"),
    "line or area": LegendItem("Road, border or range: in the list", "–"),
    "country": LegendItem("Country only: in the list", "–"),
    "sea or air": LegendItem("Sea or air: in the list", "–"),
    "not stated": LegendItem("Not stated: in the list", "–"),
}


def _type_items(counts: LegendCounts) -> list[LegendItem]:
    return [
        LegendItem(vocabulary.EVENT_TYPE_LABELS.get(name, name), kind=name, count=fmt.number(count))
        for name, count in counts.by_type.items()
    ]


def _caption(counts: LegendCounts) -> str:
    told = (figure.drawn_sentence(counts), figure.not_drawn_sentence(counts), ACCURACY)
    return " ".join(f"{text.rstrip('.')}." for text in told if text)


def _list(chosen: IncidentFilter, places: pd.DataFrame) -> None:
    listed = places[~(places["geo_precision"] <= vocabulary.DRAWN_PRECISION)]
    if listed.empty:
        return
    ids = {name for names in listed["incident_ids"] for name in names}
    incidents = cached.answer(queries.list_incidents, chosen)
    rows = incidents[incidents["incident_id"].isin(ids)].head(60)
    columns = [
        TableColumn("Date", whole=True),
        TableColumn("Place as reported"),
        TableColumn("Province"),
        TableColumn("Type", phone=False),
        TableColumn("Placed", quiet=True),
    ]
    body = [
        [
            cells.days(row),
            parts.link(cells.place(row),
                       navigation.href("incidents", chosen, [(INCIDENT, row["incident_id"])])),
            cells.text(row["admin1"], "not located"),
            parts.event_type(row["event_type"]),
            cells.precision(row),
        ]
        for row in queries.rows_of(rows)
    ]  # fmt: skip
    with st.expander(f"{fmt.plural(len(ids), 'incident')} without a mark of their own"):
        note = f"The newest {len(rows)} of {len(ids)}." if len(ids) > len(rows) else ""
        parts.show(parts.table(columns, body, caption="Incidents not drawn", note=note))
