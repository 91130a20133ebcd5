"""Where: the map with its legend, and the incident that was clicked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final, cast

import pandas as pd
import streamlit as st

from corridor import answers, queries, vocabulary
from corridor.answers import LegendCounts
from corridor.answers.places import drawn_as, legend_counts, reasons_of, type_counts
from corridor.filter import IncidentFilter
from corridor.maps import incident_map as figure
from corridor.maps.incident_map import Area, Basemap, Mode, load_basemap
from corridor.maps.map_placing import Frame
from corridor.palette import Theme
from corridor.texts import as_text, places_text
from corridor.ui import parts
from corridor.ui.frame import cached, navigation, report_incident, state, viewer
from corridor.ui.frame.drawing import KeptDeck, draw_deck, kept_deck
from corridor.ui.frame.navigation import INCIDENT
from corridor.ui.panels import map_legend
from corridor.ui.panels.incident_detail import incident_detail
from corridor.ui.panels.nothing_here import nothing_here
from corridor.ui.parts import Html, TableColumn
from corridor.words import say, terms

MODES: Final[tuple[Mode, ...]] = ("points", "heat", "hexagons")
HEIGHT: Final = 735
SMALL_HEIGHT: Final = 405
PHONE_HEIGHT: Final = 400
MOST_LISTED: Final = 500
_OPENED: Final = "opened_mark"


def show(chosen: IncidentFilter) -> None:
    """Draw the page for a filter."""
    parts.show(parts.hidden_title(say("map-title", place=chosen.place())))
    if cached.summary(chosen).is_empty:
        parts.show(nothing_here(chosen, "map"))
        return
    wide, narrow = st.columns((10, 3), gap="medium")
    # What was opened stands where it is seen: beside the map, on a phone straight below it.
    below = narrow.container() if viewer.is_small() else None
    with narrow:
        mode, hidden = _controls()
    with below or narrow:
        _selected(chosen)
    legend, caption, missing = cached.kept(_told, chosen, mode, viewer.is_small())
    with narrow:
        parts.show(legend)
    with wide:
        _deck(chosen, mode, hidden)
        parts.show(caption)
    if missing:
        with st.expander(missing):
            parts.show(cached.kept(_list, chosen, viewer.is_small(), state.pinned_as_of()))


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
    size = (358 if phone else 660, _small_height(phone))
    deck = figure.incident_deck(
        places,
        theme=theme,
        basemap=_basemap(),
        window_end=_window_end(chosen),
        provinces=chosen.provinces,
        districts=chosen.districts,
        small=True,
        report_place=report_incident.place(),
        size=size,
        scroll_zoom=False,
    )
    counts = _counts(chosen, places, size)
    return kept_deck(deck), parts.lines(
        parts.legend(
            [
                *map_legend.type_items(counts),
                *map_legend.beside_key(chosen, counts),
                *map_legend.marks_key(),
                *map_legend.uploads_key(counts),
            ]
        ),
        parts.paragraph(_caption(chosen, counts), quiet=True),
    )


def _told(chosen: IncidentFilter, mode: Mode, phone: bool) -> tuple[Html, Html, str]:
    """Return the legend, what stands under the map, and what is not drawn."""
    places = cached.answer(queries.map_places, chosen)
    counts = _counts(chosen, places, figure.PHONE if phone else figure.DESKTOP)
    marked = map_legend.marked(counts, map_legend.beside_key(chosen, counts))
    dense = say("map-dense", most=queries.MOST_MARKS) if figure.is_dense(places) else ""
    note = [parts.paragraph(dense, quiet=True)] if dense else []
    legend = parts.lines(*map_legend.legend(counts, mode), marked, *note)
    caption = parts.paragraph(_caption(chosen, counts), quiet=True)
    return legend, caption, places_text.missing(chosen.measuring, counts)


def _basemap() -> Basemap:
    return load_basemap(cached.settings_now().reference_dir, cached.region())


def _frame(chosen: IncidentFilter, size: tuple[int, int]) -> Frame:
    return figure.first_frame(_basemap(), Area(chosen.provinces, chosen.districts), size)


def _counts(chosen: IncidentFilter, places: pd.DataFrame, size: tuple[int, int]) -> LegendCounts:
    counted = cached.answer(type_counts, chosen)
    return legend_counts(places, counted, _basemap().reference, _frame(chosen, size).shows)


def _controls() -> tuple[Mode, frozenset[str]]:
    names = figure.layer_names(cached.region())
    with st.container(horizontal=True):
        picked = st.segmented_control(
            say("map-exact-places-as"),
            MODES,
            default=MODES[0],
            format_func=lambda mode: say(f"map-mode-{mode}"),
            key="map_mode",
        )
        with st.popover(say("map-layers")):
            shown = st.multiselect(
                say("map-layers-shown"),
                list(names),
                default=list(names),
                format_func=names.__getitem__,
                key="layers",
            )
    return picked or MODES[0], frozenset(names) - frozenset(shown)


def _deck(chosen: IncidentFilter, mode: Mode, hidden: frozenset[str]) -> None:
    theme, phone = viewer.theme(), viewer.is_small()
    deck = cached.kept(_drawn, chosen, theme, phone, mode, tuple(sorted(hidden)))
    if asked := st.query_params.get(INCIDENT):
        around = figure.outline(
            cached.answer(queries.map_places, chosen),
            asked,
            theme=theme,
            basemap=_basemap(),
            window_end=_window_end(chosen),
            mode=mode,
            hidden=hidden,
        )
        deck = deck.under(around)
    draw_deck(
        deck,
        "map",
        height=PHONE_HEIGHT if phone else HEIGHT,
        on_select=_clicked,
        selection_mode="single-object",
    )


def _drawn(
    chosen: IncidentFilter, theme: Theme, phone: bool, mode: Mode, hidden: tuple[str, ...]
) -> KeptDeck:
    """Draw the map without what was clicked on it."""
    deck = figure.incident_deck(
        cached.answer(queries.map_places, chosen),
        theme=theme,
        basemap=_basemap(),
        window_end=_window_end(chosen),
        provinces=chosen.provinces,
        districts=chosen.districts,
        small=phone,
        mode=mode,
        hidden=frozenset(hidden),
        report_place=report_incident.place(),
        scroll_zoom=not phone,
    )
    return kept_deck(deck)


def _window_end(chosen: IncidentFilter) -> date:
    return chosen.date_to or cached.options().series_last


def _clicked() -> None:
    """Open what was clicked; clear when the same mark or the bare ground was."""
    objects = st.session_state["map"]["selection"]["objects"]
    found = next((items[0] for items in objects.values() if items), None)
    if found and found.get("incident_ids"):
        ids = tuple(figure.unguarded(str(name)) for name in found["incident_ids"])
        place, what = (figure.unguarded(str(found.get(name, ""))) for name in ("place", "what"))
        st.session_state[_OPENED] = _Opened(ids, place, what, int(found.get("n", 1)))
    before: _Opened | None = st.session_state.get(_OPENED)
    is_open = before is not None and st.query_params.get(INCIDENT) == before.ids[0]
    if before is None or (is_open and not found):
        state.open_in_address(INCIDENT, "")
    else:
        # The mark that was clicked last can be clicked again after Back: it opens again.
        state.open_in_address(INCIDENT, before.ids[0])


@dataclass(frozen=True)
class _Opened:
    """What a mark stands for: its incidents, the newest first, and what its tooltip says."""

    ids: tuple[str, ...]
    place: str
    what: str
    # A mark of very many carries the ids of some.
    incidents: int


def _selected(chosen: IncidentFilter) -> None:
    asked = st.query_params.get(INCIDENT, "")
    if not asked:
        parts.show(parts.paragraph(say("map-prompt"), quiet=True))
        return
    opened = cached.answer(answers.incident, asked)
    if not opened.counted_id:
        parts.show(parts.notice(say("incident-unknown", id=asked)))
        return
    counted = opened.counted_id
    mark = _mark_of(counted, cached.answer(queries.map_places, chosen))
    if mark is None:
        parts.show(parts.paragraph(say("map-incident-outside"), quiet=True))
    if mark is not None and len(mark.ids) > 1:
        parts.show(_mark_list(mark, chosen, counted))
        return
    href = navigation.href("incidents", chosen, [(INCIDENT, counted)])
    parts.show(incident_detail(opened, href=href, is_short=True))


def _mark_of(incident_id: str, places: pd.DataFrame) -> _Opened | None:
    """Return the mark that was clicked for this incident, else the one that holds it; None if none.

    Resolved against what the filter keeps now: nothing stale can show.
    """
    kept = {name for names in places["incident_ids"] for name in names}
    clicked: _Opened | None = st.session_state.get(_OPENED)
    if incident_id not in kept:
        return None
    if clicked and clicked.ids[0] == incident_id and kept.issuperset(clicked.ids):
        return clicked
    holding: Any = next(
        row for row in places.itertuples() if incident_id in set(cast("Any", row.incident_ids))
    )
    told = figure.tooltip_of(holding)
    return _Opened(tuple(holding.incident_ids), told["place"], told["what"], int(holding.incidents))


def _mark_list(mark: _Opened, chosen: IncidentFilter, opened: str) -> Html:
    """List the incidents that a mark stands for, each with its link."""
    rows = cached.answer(queries.list_incidents, chosen, mark.ids[:MOST_LISTED])
    columns = [
        TableColumn(say("heading-date"), whole=True),
        TableColumn(say("heading-what")),
        TableColumn(say("heading-killed"), numeric=True),
    ]
    ours = parts.esc(f" · {say('uploaded')}")
    body = [
        [
            parts.link(
                as_text.days(row),
                _href(chosen, row, state.pinned_as_of()),
                is_current=row["incident_id"] == opened,
            ),
            parts.lines(parts.event_type(row["event_type"]), ours if row["is_uploaded"] else ""),
            as_text.killed(row),
        ]
        for row in queries.rows_of(rows)
    ]
    told = parts.section(mark.place, mark.what)
    rest = say("map-mark-rest", shown=len(body), count=mark.incidents)
    table = parts.table(
        columns,
        body,
        caption=say("map-mark-caption", place=mark.place),
        note=rest if mark.incidents > len(body) else "",
    )
    listed = parts.scroll(table)
    opening = f'<section class="cw-detail cw-detail-short" data-cw-opened="{parts.esc(opened)}">'
    return parts.lines(opening, told, listed, "</section>")


def _href(chosen: IncidentFilter, row: dict[str, Any], pinned: date | None) -> str:
    opens = [*navigation.pin(pinned), (INCIDENT, str(row["incident_id"]))]
    return navigation.href("incidents", chosen, opens)


def _caption(chosen: IncidentFilter, counts: LegendCounts) -> str:
    ground = cached.region().ground
    accuracy = say("map-accuracy-and", ground=ground) if ground else say("map-accuracy")
    drawn = places_text.drawn_sentence(chosen.measuring, counts)
    beside = places_text.beside_sentences(chosen.measuring, counts)
    told = (drawn, places_text.not_drawn_sentence(counts), *beside, accuracy)
    return " ".join(f"{text.rstrip('.')}." for text in told if text)


def _list(chosen: IncidentFilter, phone: bool, pinned: date | None) -> Html:
    """Return the incidents that are not drawn, each with the reason."""
    places = cached.answer(queries.map_places, chosen)
    frame = _frame(chosen, figure.PHONE if phone else figure.DESKTOP)
    reasons = reasons_of(places, drawn_as(places, _basemap().reference, frame.shows))
    told = zip(reasons, places["incident_ids"], strict=True)
    why = {name: reason for reason, names in told if reason for name in names}
    rows = queries.list_incidents(cached.store(), chosen, tuple(why)).head(MOST_LISTED)
    columns = [
        TableColumn(say("heading-date"), whole=True),
        TableColumn(say("map-place-as-reported")),
        TableColumn(say("heading-province")),
        TableColumn(say("heading-type"), phone=False),
        TableColumn(say("map-why-not-drawn"), quiet=True),
        TableColumn(say("heading-source"), quiet=True, phone=False),
    ]
    body = [
        [
            as_text.days(row),
            parts.link(as_text.place(row), _href(chosen, row, pinned)),
            as_text.text(row["admin1"]) or terms.term(vocabulary.NOT_LOCATED),
            parts.event_type(row["event_type"]),
            places_text.reason_text(why[row["incident_id"]]),
            as_text.text(row["source"]),
        ]
        for row in queries.rows_of(rows)
    ]
    note = say("map-not-drawn-rest", shown=len(rows))
    return parts.scroll(
        parts.table(
            columns,
            body,
            caption=say("map-not-drawn-caption"),
            note=note if len(why) > len(rows) else "",
        )
    )
