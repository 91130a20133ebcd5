"""The command that draws the map of a filter into a file."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import pandas as pd

from corridor import answers, queries
from corridor.answers.places import Places, legend_counts, type_counts
from corridor.cli.as_json import print_json
from corridor.cli.asked import filter_of, options_of, region_of, report_of
from corridor.cli.chosen import ChoiceError
from corridor.cli.opening import on_the_store
from corridor.exchange.marks import marks_csv, marks_geojson
from corridor.filter import IncidentFilter
from corridor.maps import incident_map
from corridor.maps.incident_map import Basemap, ReportPlace, load_basemap
from corridor.maps.map_sheet import map_html, map_svg, told_around
from corridor.maps.sheet import Told
from corridor.settings import Settings
from corridor.store import Store
from corridor.texts import places_text
from corridor.texts.credit_lines import credit_lines
from corridor.words import later, say
from corridor.words import numbers as fmt


@dataclass(frozen=True, eq=False)
class _Map:
    """What every kind of file is made of."""

    chosen: IncidentFilter
    store: Store
    found: Places
    basemap: Basemap
    deck: str
    told: Told

    @property
    def svg(self) -> str:
        return map_svg(self.deck, incident_map.DESKTOP, self.told, "light")

    @property
    def marks(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """The marks, and the incidents that they stand for."""
        return self.found.marks, queries.map_incidents(self.store, self.chosen)


FORMATS: Final[dict[str, Callable[[_Map], bytes]]] = {
    ".svg": lambda drawn: drawn.svg.encode(),
    ".html": lambda drawn: map_html(drawn.svg, drawn.told, drawn.found.marks).encode(),
    ".csv": lambda drawn: marks_csv(*drawn.marks, drawn.found.series),
    ".geojson": lambda drawn: marks_geojson(
        *drawn.marks, drawn.found.series, drawn.basemap.reference
    ),
}


@on_the_store
def map_file(arguments: argparse.Namespace, settings: Settings, store: Store) -> int:
    """Draw the map of a filter into a file, or say what it shows."""
    chosen = filter_of(arguments, settings, store)
    if chosen.compare:
        raise ChoiceError(later("map-of-one-period"))
    out = arguments.out
    if out and out.suffix.lower() not in FORMATS:
        kinds = fmt.unit_list(tuple(FORMATS))
        raise ChoiceError(later("map-no-such-file", name=out.name, kinds=kinds))
    found = answers.places(store, chosen)
    message = places_text.message(chosen, found.legend, found.districts)
    if out:
        drawn = _drawn(arguments, settings, store, chosen, found)
        out.write_bytes(FORMATS[out.suffix.lower()](drawn))
        print(say("map-written", file=str(out)), file=sys.stderr)
    if arguments.json:
        print_json(found.as_json() | {"text": message})
    else:
        print(message)
    return 0


def _drawn(
    arguments: argparse.Namespace,
    settings: Settings,
    store: Store,
    chosen: IncidentFilter,
    found: Places,
) -> _Map:
    region = region_of(arguments, settings)
    basemap = load_basemap(settings.reference_dir, region)
    incident = answers.report_incident(store, report_of(arguments.report, settings))
    place = ReportPlace.within(incident, chosen)
    deck = incident_map.incident_deck(
        found.marks,
        theme="light",
        basemap=basemap,
        window_end=chosen.date_to or options_of(arguments, settings, store).series_last,
        provinces=chosen.provinces,
        districts=chosen.districts,
        mode=arguments.mode,
        report_place=place,
    )
    area = incident_map.Area(chosen.provinces, chosen.districts)
    shows = incident_map.first_frame(basemap, area, incident_map.DESKTOP).shows
    counts = legend_counts(found.marks, type_counts(store, chosen), basemap.reference, shows)
    told = told_around(
        chosen, counts, arguments.mode, report=place.label if place else "",
        ground=region.ground,
        credits_of=credit_lines(queries.list_sources(store)["attribution"].dropna(), store.version),
    )  # fmt: skip
    return _Map(chosen, store, found, basemap, deck.to_json(), told)
