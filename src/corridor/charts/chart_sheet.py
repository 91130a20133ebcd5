"""Charts as a file: their pictures for paper under a title and sentences, over key and sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from corridor.charts import paper
from corridor.charts.figure import Figure
from corridor.charts.paper_marks import hatched
from corridor.filter import IncidentFilter
from corridor.maps.sheet import Drawn, Told, sheet
from corridor.palette import Theme, css
from corridor.texts.count_phrases import capital
from corridor.words import numbers as fmt

# Marks of a key that are no colour.
HATCH: Final = "hatch"
RING: Final = "ring"


@dataclass(frozen=True, eq=False)
class Charted:
    """A chart of a sheet: its name on the page, the figure, and what stands above it."""

    name: str
    figure: Figure
    heading: str = ""


def told_of(
    chosen: IncidentFilter,
    title: str,
    notes: str,
    key: Sequence[tuple[str, str]] = (),
    credits_of: Sequence[str] = (),
) -> Told:
    """Return what stands round charts of a filter: a title, what is asked, how they are read."""
    asked = capital(fmt.unit_list(chosen.phrases()))
    lines = tuple(filter(None, (asked, notes)))
    return Told(title, lines, tuple(key), (" ".join(credits_of),))


def chart_svg(told: Told, charts: Sequence[Charted], theme: Theme) -> str:
    """Return charts, drawn in `theme`, as an SVG file in light colours."""

    def drawn(chart: Charted, place: str) -> str:
        return paper.svg(chart.figure, theme).replace("<svg", "<svg " + place, 1)

    return _sheet(told, charts, drawn)


def chart_frame(told: Told, charts: Sequence[Charted]) -> str:
    """Return the same file with a comment, `<!--name place-->`, where each picture belongs.

    A browser has the pictures, to print them, and puts them there itself (`save.js`).
    """
    return _sheet(told, charts, lambda chart, place: f"<!--{chart.name} {place}-->")


def _sheet(told: Told, charts: Sequence[Charted], inside: Callable[[Charted, str], str]) -> str:
    drawn = [
        Drawn((paper.WIDTH, int(chart.figure.layout["height"])), partial(inside, chart),
              chart.heading)
        for chart in charts
    ]  # fmt: skip
    return sheet(told, drawn, _mark, "light")


def _mark(mark: str, x: float, y: float, theme: Theme) -> str:
    """Return one mark of the key: a colour as a square, what is not covered, what others tell."""
    if mark == RING:
        ink = css("ink2", theme, 1)
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="none" stroke="{ink}"/>'
    box = x - 6, y - 6, x + 6, y + 6
    fill = css("ink2", theme, 0.1) if mark == HATCH else mark
    lines = {"size": 4, "fgcolor": css("ink2", theme, 0.6)} if mark == HATCH else None
    square = f'<path fill="{fill}" d="M{box[0]:.1f} {box[1]:.1f}h12v12h-12z"/>'
    return square + hatched([box], lines)
