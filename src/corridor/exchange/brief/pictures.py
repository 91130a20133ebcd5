"""Map and timeline of a brief, drawn for paper from the same marks and bars as on the screen.

They are read without colour too: violence against civilians is cored on the map, hatched in bars.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from corridor.answers import Brief
from corridor.charts import paper, period_bars
from corridor.charts.chart import Mark
from corridor.charts.chart_sheet import HATCH, RING
from corridor.charts.figure import Figure
from corridor.charts.level_lines import baseline_level, window_level
from corridor.charts.timeline_sheet import bars_key
from corridor.maps import incident_map
from corridor.maps.incident_map import ReportPlace, load_basemap
from corridor.maps.map_sheet import picture_svg
from corridor.palette import colour
from corridor.settings import Settings
from corridor.vocabulary import CIVILIANS_TYPE
from corridor.words import numbers as fmt
from corridor.words import say

# Width and height in px; on paper a px is some 0.2 mm, so that names can be read.
MAP: Final = (470, 330)
_TALL: Final = 190
# Grey on grey tells nothing on paper, and a picture of the relief makes a large file.
_LEFT_OUT: Final = frozenset({"terrain"})
_CIVILIANS: Final = colour(CIVILIANS_TYPE, "light").lower()
_DOT: Final = re.compile(
    rf'<circle cx="([\d.-]+)" cy="([\d.-]+)" r="([\d.]+)" fill="{_CIVILIANS}"([^>]*?)'
    r"(?:/>|>.*?</circle>)"
)
# px of a radius from which on there is room for a count.
_COUNTED: Final = 9.0
# Fainter than this it is no dot: a disc within which something was.
_FAINT: Final = re.compile(r'fill-opacity="0?\.[0-2]')


@dataclass(frozen=True)
class Pictures:
    """Map and timeline as SVG, and the key of their colours with a note on what else is drawn.

    Each of `key` is (a colour, or "ring" or "hatch", label with its count, whether it is cored).
    """

    map: str
    timeline: str
    key: tuple[tuple[str, str, bool], ...]
    note: str

    @property
    def signs(self) -> tuple[tuple[str, str, str], ...]:
        """The key in letters, where nothing can be drawn: (sign, its colour, label)."""
        grey = colour("ink2", "light")
        open_ones = {RING: ("○", grey), HATCH: ("▨", grey)}
        return tuple(
            (*open_ones.get(mark, ("◉" if is_cored else "●", mark)), label)
            for mark, label, is_cored in self.key
        )


def pictures_of(found: Brief, settings: Settings) -> Pictures:
    """Draw both pictures of a brief."""
    key = tuple(
        (mark, f"{label} {count}".strip(), mark.lower() == _CIVILIANS)
        for mark, label, count in bars_key(found.months, found.chosen, "light")
    )
    note = fmt.sentences(
        say("brief-months-civilians") if any(is_cored for _, _, is_cored in key) else "",
        say("brief-months-beside") if found.months.beside else "",
    )
    return Pictures(_map(found, settings), _timeline(found), key, note)


def _map(found: Brief, settings: Settings) -> str:
    chosen = found.chosen
    deck = incident_map.incident_deck(
        found.places.marks,
        theme="light",
        basemap=load_basemap(settings.reference_dir, found.region),
        window_end=chosen.date_to or found.months.window[1],
        provinces=chosen.provinces,
        districts=chosen.districts,
        hidden=_LEFT_OUT,
        report_place=ReportPlace.within(found.incident, chosen),
        size=MAP,
    )
    drawn = picture_svg(deck.to_json(), MAP, say("map-title", place=chosen.place()))
    return _DOT.sub(_cored, drawn)


def _cored(dot: re.Match[str]) -> str:
    x, y, radius, looks = dot.groups()
    if _FAINT.search(looks):
        return dot[0]
    if float(radius) > _COUNTED:  # its count stands within
        ring = f'<circle cx="{x}" cy="{y}" r="{float(radius) * 0.8:.1f}" fill="none"/>'
        return f'{dot[0]}<g stroke="#fff" stroke-width="2">{ring}</g>'
    return f'{dot[0]}<circle cx="{x}" cy="{y}" r="{float(radius) * 0.42:.1f}" fill="#fff"/>'


def _timeline(found: Brief) -> str:
    months, levels = found.months, found.levels
    figure = period_bars.bars(
        months.rows,
        theme="light",
        window=months.window,
        window_level=window_level(levels, "month"),
        report_date=_mark(found),
        baseline=baseline_level(levels, "month"),
        span=months.span,
        uncovered=period_bars.Uncovered(months.series, months.uncovered),
        height=_TALL,
        small=True,
    )
    return paper.svg(_hatched(figure), "light")


def _mark(found: Brief) -> Mark | None:
    if found.incident is None:
        return None
    day = found.incident.day
    return Mark(day, say("report-incident", day=fmt.day(day)), is_report=True)


def _hatched(figure: Figure) -> Figure:
    for trace in figure.data:
        marker = trace.get("marker", {})
        if trace["type"] == "bar" and str(marker.get("color")).lower() == _CIVILIANS:
            marker["pattern"] = {"fgcolor": "#fff", "size": 3.4}
    return figure
