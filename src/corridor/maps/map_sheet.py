"""The map as a file: its picture with a title, what it says, the key of its marks, its sources."""

from __future__ import annotations

from typing import Final

import pandas as pd

from corridor.answers import LegendCounts
from corridor.filter import IncidentFilter
from corridor.maps.incident_map import Mode
from corridor.maps.map_marks import LEAST_RADIUS, killed_radius
from corridor.maps.map_text import tooltip_of
from corridor.maps.picture import picture
from corridor.maps.sheet import FAMILY, MARK, Drawn, Told, hex_of, sheet, svg, written
from corridor.palette import Rgba, Theme, rgba, type_rgba
from corridor.texts import count_phrases, places_text
from corridor.words import language, say, terms
from corridor.words import numbers as fmt

_STYLE: Final = (
    f"body,html{{font:14px {FAMILY};margin:16px}}svg{{max-width:100%;height:auto}}"
    "td,th{text-align:left;padding:3px 12px 3px 0;border-bottom:1px solid #ddd}"
)
_SIZE: Final = "size-"
_SIZES: Final = (1, 10, 100)


def key_of(
    counts: LegendCounts, series: str, mode: Mode = "points", report: str = ""
) -> tuple[tuple[str, str], ...]:
    """Return the key of a map's marks: (mark, label), with the incidents behind each.

    A mark is an event type, "size-N" (deaths), "disc", "fill", "report", "beside" or "uploads".
    `report` is the label of the report's incident.
    """
    types = [(name, f"{terms.event_label(name)} {fmt.number(count)}")
             for name, count in counts.by_type.items()]  # fmt: skip
    sizes = [(f"{_SIZE}{killed}", say("map-key-killed", count=killed)) for killed in _SIZES]
    beside = [
        ("beside", f"{places_text.told_by(name, series)} {fmt.number(told.total)}")
        for name, told in counts.beside.items()
    ]
    uploads = [("uploads", f"{say('map-uploaded')} {fmt.number(counts.uploaded)}")]
    return (
        *types,
        *(sizes if mode == "points" else ()),
        ("disc", say("map-key-disc")),
        ("fill", say("map-key-district")),
        *([("report", report)] if report else ()),
        *beside,
        *(uploads if counts.uploaded else ()),
    )


def told_around(
    chosen: IncidentFilter,
    counts: LegendCounts,
    mode: Mode,
    *,
    report: str = "",
    ground: str = "",
    credits_of: tuple[str, ...] = (),
) -> Told:
    """Return what stands round the map of a filter; `report` and `ground` as a page tells them."""
    asked = fmt.unit_list(chosen.phrases())
    lines = (count_phrases.capital(asked), places_text.caption(chosen, counts, ground))
    title = say("map-title", place=chosen.place())
    return Told(
        title, lines, key_of(counts, chosen.measuring, mode, report), (" ".join(credits_of),)
    )


def map_html(svg: str, told: Told, places: pd.DataFrame) -> str:
    """Return a page of its own with the picture `svg` and each mark of `places` in words."""
    headings = [say("heading-place"), say("heading-what"), say("map-how-well-known")]
    head = "".join(f"<th>{written(text)}</th>" for text in headings)
    rows = "".join(
        "<tr>" + "".join(f"<td>{written(text)}</td>" for text in tooltip_of(place).values())
        for place in places.itertuples()
    )
    return (f'<!doctype html><html lang="{language().code}"><meta charset="utf-8">'
            f"<title>{written(told.title)}</title><style>{_STYLE}</style>{svg}"
            f"<table><caption>{written(say('map-places-caption'))}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></html>")  # fmt: skip


def map_svg(deck: str, size: tuple[int, int], told: Told, theme: Theme, above: str = "[]") -> str:
    """Return a deck as an SVG file: `told` round a picture of `size` px.

    `deck` and `above` as for `picture`.
    """
    wide, tall = size

    def inside(place: str) -> str:
        return f'<svg {place} viewBox="0 0 {wide} {tall}">{picture(deck, size, above)}</svg>'

    return sheet(told, [Drawn(size, inside)], _mark, theme)


def picture_svg(deck: str, size: tuple[int, int], title: str, above: str = "[]") -> str:
    """Return a deck as an SVG of just its picture, which `title` describes."""
    return svg(size, title, picture(deck, size, above))


def _mark(mark: str, x: float, y: float, theme: Theme) -> str:
    """Return one mark of the key, as the map draws it."""
    ink2, clash = rgba("ink2", theme), type_rgba("Battles", theme)
    if mark == "uploads":
        return (f'<path d="M{x:.1f} {y - 8:.1f}l8 8l-8 8l-8 -8z" fill="none" '
                f'stroke="{hex_of(rgba("ink", theme))}" stroke-width="1.4"/>')  # fmt: skip
    if mark == "fill":
        return (f'<rect x="{x - 8:.1f}" y="{y - 6:.1f}" width="16" height="12" '
                f'fill="{hex_of(clash)}" fill-opacity=".3"/>')  # fmt: skip
    looks = {
        "disc": (9.0, clash, 0.12, clash, 1.0),
        "report": (8.0, None, 0.0, rgba("report", theme), 2.6),
        "beside": (6.0, None, 0.0, ink2, 1.6),
    }
    if mark.startswith(_SIZE):
        radius = min(killed_radius(float(mark.removeprefix(_SIZE))), MARK / 2)
        return _ring(x, y, (radius, None, 0.0, ink2, 1.0))
    return _ring(x, y, looks.get(mark, (LEAST_RADIUS + 2, type_rgba(mark, theme), 1.0, None, 0.0)))


def _ring(x: float, y: float, look: tuple[float, Rgba | None, float, Rgba | None, float]) -> str:
    radius, fill, opacity, line, thick = look
    paint = f'fill="{hex_of(fill)}" fill-opacity="{opacity:g}"' if fill else 'fill="none"'
    edge = f' stroke="{hex_of(line)}" stroke-width="{thick:g}"' if line else ""
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" {paint}{edge}/>'
