"""The marks of the map in words, and the incidents that it does not draw."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from corridor import queries, vocabulary
from corridor.answers.places import drawn_as, reasons_of
from corridor.filter import IncidentFilter
from corridor.filter.selection import KEY
from corridor.maps.incident_map import tooltip_of
from corridor.texts import as_text, places_text
from corridor.ui import parts
from corridor.ui.frame import cached, navigation
from corridor.ui.frame.navigation import INCIDENT
from corridor.ui.panels import drawn_map
from corridor.ui.parts import Html, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say, terms

MOST_LISTED: Final = 500


def in_words(chosen: IncidentFilter) -> Html:
    """List what each mark stands for, with a link that selects it."""
    places = cached.answer(queries.map_places, chosen)
    columns = [
        TableColumn(say("heading-place")),
        TableColumn(say("heading-what")),
        TableColumn(say("map-how-well-known"), quiet=True),
        TableColumn(say("heading-told-by"), quiet=True, phone=False),
    ]
    body = []
    for place in places.head(MOST_LISTED).itertuples():
        told = tooltip_of(place)
        href = navigation.href("map", chosen, [(KEY, f"mark:{place.mark}")])
        teller = places_text.teller(place.beside, chosen.measuring)  # type: ignore[arg-type]
        body.append([parts.link(told["place"], href), told["what"], told["how"], teller])
    note = say("map-places-rest", shown=fmt.number(len(body)), count=len(places))
    return parts.scroll(
        parts.table(
            columns,
            body,
            caption=say("map-places-caption"),
            note=note if len(places) > len(body) else "",
        )
    )


def href(chosen: IncidentFilter, row: dict[str, Any], pinned: date | None) -> str:
    """Return the address of an incident on the page Incidents."""
    opens = [*navigation.pin(pinned), (INCIDENT, str(row["incident_id"]))]
    return navigation.href("incidents", chosen, opens)


def not_drawn(chosen: IncidentFilter, size: drawn_map.Size, pinned: date | None) -> Html:
    """Return the incidents that are not drawn, each with the reason."""
    places = cached.answer(queries.map_places, chosen)
    shows, reference = drawn_map.frame(chosen, size).shows, drawn_map.basemap().reference
    reasons = reasons_of(places, drawn_as(places, reference, shows))
    reason_of = {mark: why for mark, why in zip(places["mark"], reasons, strict=True) if why}
    incidents = cached.answer(queries.map_incidents, chosen)
    told = zip(incidents["mark"], incidents["incident_id"], strict=True)
    why = {name: reason_of[mark] for mark, name in told if mark in reason_of}
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
            parts.link(as_text.place(row), href(chosen, row, pinned)),
            as_text.text(row["admin1"]) or terms.term(vocabulary.NOT_LOCATED),
            parts.event_type(row["event_type"]),
            places_text.reason_text(why[row["incident_id"]]),
            as_text.source(row["source"]),
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
