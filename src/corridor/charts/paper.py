"""A chart redrawn for paper: the figure that Plotly shows, as an SVG picture in light colours.

A browser prints Plotly's picture as it stands on the screen: as wide as the window, in the
colours of a dark screen. This one fits any sheet. It knows what our own charts use and no more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from itertools import groupby
from typing import Any, Final

import pandas as pd

from corridor import vocabulary
from corridor.charts.chart import LABEL_SIZE, UNSEEN
from corridor.charts.figure import Figure, Trace
from corridor.charts.paper_marks import Box, hatched, mark
from corridor.palette import NEUTRAL, Theme
from corridor.words import numbers as fmt

# Labels are placed for a plot of some 820 px; the sheet makes the picture smaller as a whole.
WIDTH: Final = 870
FONT: Final = "IBM Plex Sans,Helvetica Neue,Arial,Liberation Sans,sans-serif"
_EPOCH: Final = datetime(1970, 1, 1)  # noqa: DTZ001  days have no zone
# Room of a label under the time axis, in px, and the steps that an axis may take.
_LABEL: Final = 52
_MONTHS: Final = (1, 2, 3, 6, 12, 24, 36, 60, 120)
_DAYS: Final = (1, 2, 7, 14)
_ANCHORS: Final = {"left": "start", "center": "middle", "right": "end"}
_DASHES: Final = {"dot": "1.5 3", "dash": "6 4"}

Place = Callable[[Any], float]


@dataclass(frozen=True)
class _Plot:
    """Where values lie on the picture: `y` of the plot, `y2` of the strip under it."""

    box: tuple[float, float, float, float]
    x: Place
    y: Place
    y2: Place

    def across(self, value: Any, ref: str) -> float:
        left, _, right, _ = self.box
        return left + float(value) * (right - left) if ref == "paper" else self.x(value)

    def down(self, value: Any, ref: str) -> float:
        _, top, _, bottom = self.box
        return bottom - float(value) * (bottom - top) if ref == "paper" else self.y(value)


def svg(figure: Figure, theme: Theme) -> str:
    """Redraw a figure, drawn in `theme`, as SVG text in light colours."""
    layout, height = figure.layout, float(figure.layout["height"])
    plot = _plot(figure, height)
    shapes = layout.get("shapes", [])
    body = [
        *_grid(layout, plot, figure),
        *(_shape(shape, plot) for shape in shapes if shape.get("layer") == "below"),
        *(_seen(trace, "".join(_trace(trace, plot))) for trace in _stacked(figure.data)),
        *(_shape(shape, plot) for shape in shapes if shape.get("layer") != "below"),
        *(_note(item, plot) for item in layout.get("annotations", [])),
    ]
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" '
        f'font-family="{FONT}" font-size="{LABEL_SIZE}">{"".join(body)}</svg>'
    )
    return _lightened(picture) if theme == "dark" else picture


def _plot(figure: Figure, height: float) -> _Plot:
    layout = figure.layout
    margin, xaxis, yaxis = layout["margin"], layout["xaxis"], layout["yaxis"]
    left, right = float(margin["l"]), WIDTH - float(margin["r"])
    top, bottom = float(margin["t"]), height - float(margin["b"])
    low, high = yaxis.get("domain", (0, 1))
    ends = bottom - low * (bottom - top), bottom - high * (bottom - top)
    strip = layout.get("yaxis2", {"domain": (0, 1), "range": (0, 1)})
    strip_ends = tuple(bottom - part * (bottom - top) for part in strip["domain"])
    return _Plot(
        (left, top, right, bottom),
        _scale(xaxis, _values(figure, "x"), (left, right)),
        _scale(yaxis, _values(figure, "y"), ends),
        _linear(strip["range"], strip_ends),
    )


def _values(figure: Figure, name: str) -> list[Any]:
    """List what the main axis has to hold, for an axis without a range of its own."""
    traces = [trace for trace in figure.data if trace.get("yaxis", "y") == "y"]
    tops = [trace for trace in traces if name in trace]
    found = []
    for trace in tops:
        bases = trace.get("base", [0] * len(trace[name])) if name == "y" else [0] * len(trace[name])
        pairs = zip(trace[name], bases, strict=True)
        found += [value + base if base else value for value, base in pairs if value is not None]
    return found


def _scale(axis: dict[str, Any], values: list[Any], ends: tuple[float, ...]) -> Place:
    if axis.get("type") == "date":
        first, last = (_ms(moment) for moment in axis["range"])
        place = _linear((first, last), ends)
        return lambda moment: place(_ms(moment))
    if "categoryarray" in axis:
        names = list(axis["categoryarray"])
        place = _linear((-0.5, len(names) - 0.5), ends)
        return lambda name: place(names.index(name))
    return _linear(axis.get("range") or (0, 1.06 * max(values, default=1) or 1), ends)


def _linear(span: Sequence[float], ends: Sequence[float]) -> Place:
    first, last = span
    step = (ends[1] - ends[0]) / ((last - first) or 1)
    return lambda value: float(ends[0] + (float(value) - first) * step)


def _ms(moment: Any) -> float:
    """Return a day or moment (ISO text, date or datetime) in milliseconds."""
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment)
    elif not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day)  # noqa: DTZ001  days have no zone
    return float((moment - _EPOCH).total_seconds() * 1000)


def _stacked(traces: Iterable[Trace]) -> Iterator[Trace]:
    """Return bars without a base the one of the bars below them."""
    heights: dict[str, float] = {}
    for trace in traces:
        if trace["type"] != "bar" or "base" in trace:
            yield trace
            continue
        base = [heights.get(moment, 0.0) for moment in trace["x"]]
        heights |= {
            moment: under + more
            for moment, under, more in zip(trace["x"], base, trace["y"], strict=True)
        }
        yield {**trace, "base": base}


def _seen(trace: Trace, drawn: str) -> str:
    opacity = trace.get("opacity", 1)
    return drawn if opacity == 1 else f'<g opacity="{opacity:g}">{drawn}</g>'


def _trace(trace: Trace, plot: _Plot) -> Iterator[str]:
    if trace["type"] == "bar":
        if trace["marker"]["color"] != UNSEEN:
            yield _bars(trace, plot)
        return
    mode = trace.get("mode", "lines")
    if trace.get("fill") == "toself":
        yield _line(trace, plot, f'fill="{trace["fillcolor"]}" stroke="none"', " Z")
        if pattern := trace.get("fillpattern"):
            yield hatched([_within(trace, plot)], pattern)
    elif "lines" in mode:
        line = trace["line"]
        yield _line(trace, plot, f'fill="none" {_stroke(line)}', "")
    if "markers" in mode:
        yield from _markers(trace, plot)


def _bars(trace: Trace, plot: _Plot) -> str:
    per_ms = (plot.x(date(1970, 1, 2)) - plot.x(date(1970, 1, 1))) / 86_400_000
    drawn, boxes = [], []
    rows = zip(trace["x"], trace["y"], trace["base"], trace["width"], trace["offset"], strict=True)
    for moment, tall, base, width, offset in rows:
        if tall is None or base is None:
            continue
        left, foot, wide = plot.x(moment) + offset * per_ms, plot.y(base), width * per_ms
        up = plot.y(base + tall) - foot
        if up:
            drawn.append(f"M{left:.1f} {foot:.1f}h{wide:.1f}v{up:.1f}h{-wide:.1f}z")
            boxes.append((left, min(foot, foot + up), left + wide, max(foot, foot + up)))
    looks = trace["marker"]
    whole = f'<path fill="{looks["color"]}" d="{"".join(drawn)}"/>'
    return whole + hatched(boxes, looks.get("pattern"))


def _within(trace: Trace, plot: _Plot) -> Box:
    """Return the box of a field, as much of it as lies in the plot."""
    across, down = [plot.x(x) for x in trace["x"]], [plot.y(y) for y in trace["y"]]
    left, top, right, bottom = plot.box
    return (
        max(min(across), left), max(min(down), top),
        min(max(across), right), min(max(down), bottom),
    )  # fmt: skip


def _line(trace: Trace, plot: _Plot, style: str, end: str) -> str:
    down = plot.y2 if trace.get("yaxis") == "y2" else plot.y
    runs = groupby(zip(trace["x"], trace["y"], strict=True), lambda spot: None in spot)
    drawn = [
        "M" + "L".join(f"{plot.x(x):.1f} {down(y):.1f}" for x, y in run) + end
        for is_gap, run in runs
        if not is_gap
    ]
    return f'<path {style} d="{"".join(drawn)}"/>' if drawn else ""


def _markers(trace: Trace, plot: _Plot) -> Iterator[str]:
    marker = trace["marker"]
    for at, (x, y) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        size, fill, symbol = (
            value[at] if isinstance(value, list) else value
            for value in (marker["size"], marker["color"], marker.get("symbol", "circle"))
        )
        if fill == UNSEEN and not marker.get("line", {}).get("width"):
            continue
        left, top = plot.x(x), plot.y(y)
        yield mark((left, top), size, fill, {**marker, "symbol": symbol})
        if "text" in trace["mode"]:
            ink = trace["textfont"]["color"]
            yield _text(trace["text"][at], (left + size / 2 + 4, top + 4), "start", ink, 11)


def _shape(shape: dict[str, Any], plot: _Plot) -> str:
    x0, x1 = (plot.across(shape[name], shape["xref"]) for name in ("x0", "x1"))
    y0, y1 = (plot.down(shape[name], shape["yref"]) for name in ("y0", "y1"))
    left, right = plot.box[0], plot.box[2]
    x0, x1 = (min(max(x, left), right) for x in (x0, x1))
    if shape["type"] == "rect":
        return (
            f'<rect x="{x0:.1f}" y="{min(y0, y1):.1f}" width="{x1 - x0:.1f}" '
            f'height="{abs(y1 - y0):.1f}" fill="{shape["fillcolor"]}"/>'
        )
    return f'<path {_stroke(shape["line"])} d="M{x0:.1f} {y0:.1f}L{x1:.1f} {y1:.1f}"/>'


def _stroke(line: dict[str, Any]) -> str:
    dash = line.get("dash", "solid")
    dash = _DASHES.get(dash, dash.replace("px", ""))
    dashed = "" if dash == "solid" else f' stroke-dasharray="{dash.replace(",", " ")}"'
    return f'stroke="{line["color"]}" stroke-width="{line["width"]:g}"{dashed}'


def _note(item: dict[str, Any], plot: _Plot) -> str:
    font = item["font"]
    left = plot.across(item["x"], item.get("xref", "x")) + item.get("xshift", 0)
    foot = plot.down(item["y"], item.get("yref", "y")) - item.get("yshift", 0)
    # Baseline of the text: its box stands on, hangs from or is centred on the point.
    foot += {"bottom": -3.0, "top": font["size"], "middle": 4.0}[item.get("yanchor", "middle")]
    anchor = _ANCHORS[item.get("xanchor", "center")]
    return _text(item["text"], (left, foot), anchor, font["color"], font["size"], is_markup=True)


def _text(
    words: str,
    spot: tuple[float, float],
    anchor: str,
    ink: str,
    size: float = LABEL_SIZE,
    *,
    is_markup: bool = False,
) -> str:
    """Write words; in those of a note `<b>` is bold and the rest is escaped already."""
    bold = ' font-weight="600"' if is_markup and "<b>" in words else ""
    shown = re.sub(r"</?b>", "", words) if is_markup else escape(words)
    return (
        f'<text x="{spot[0]:.1f}" y="{spot[1]:.1f}" fill="{ink}" font-size="{size:g}" '
        f'text-anchor="{anchor}"{bold}>{shown}</text>'
    )


def _grid(layout: dict[str, Any], plot: _Plot, figure: Figure) -> Iterator[str]:
    """Draw both axes with their numbers."""
    xaxis, yaxis = layout["xaxis"], layout["yaxis"]
    left, _, right, bottom = plot.box
    ink = layout["font"]["color"]
    for at, words in _value_ticks(yaxis, figure):
        down = plot.y(at)
        grid = yaxis.get("gridcolor", ink)
        if yaxis.get("showgrid") is not False:
            yield f'<path stroke="{grid}" d="M{left:g} {down:.1f}H{right:g}"/>'
        yield _text(words, (left - 6, down + 4), "end", ink)
    if xaxis.get("visible") is False:
        return
    line = xaxis.get("linecolor", ink)
    yield f'<path stroke="{line}" d="M{left:g} {bottom:g}H{right:g}"/>'
    for moment, label_at, words in _ticks(xaxis, figure, right - left):
        if left - 1 <= plot.x(moment) <= right + 1:
            yield f'<path stroke="{ink}" d="M{plot.x(moment):.1f} {bottom:g}v4"/>'
        if left <= plot.x(label_at) <= right:
            yield _text(words, (plot.x(label_at), bottom + 18), "middle", ink)
    if "title" in xaxis:
        yield _text(xaxis["title"]["text"], ((left + right) / 2, bottom + 36), "middle", ink)


def _ticks(axis: dict[str, Any], figure: Figure, width: float) -> list[tuple[Any, Any, str]]:
    """Return (tick, where its words stand, words) of the axis across."""
    if "tickvals" in axis:
        pairs = zip(axis["tickvals"], axis["ticktext"], strict=True)
        return [(at, at, words) for at, words in pairs]
    if axis.get("type") == "date":
        return [*_date_ticks(axis["range"], width)]
    return _number_ticks(figure)


def _value_ticks(axis: dict[str, Any], figure: Figure) -> Iterator[tuple[Any, str]]:
    if axis.get("visible") is False:
        return
    if "tickvals" in axis:
        yield from zip(axis["tickvals"], axis["ticktext"], strict=True)
    elif "categoryarray" in axis:
        yield from ((name, name) for name in axis["categoryarray"])
    else:
        low, high = axis.get("range") or (0, max(_values(figure, "y"), default=1))
        step = axis.get("dtick") or _nice_step(high - low, int(axis.get("nticks", 5)))
        digits = 0 if step >= 1 else 2 if step < 0.1 else 1
        first = -(-low // step)
        for at in range(int(first), int(high // step) + 1):
            yield at * step, fmt.number(at * step, digits)


def _nice_step(reach: float, most: int) -> float:
    rough = reach / max(most, 1) or 1.0
    power: float = 10.0 ** (len(f"{rough:.0f}") - 1) if rough >= 1 else 10.0**-2
    while power * 10 <= rough:
        power *= 10
    return next(power * times for times in (1, 2, 5, 10) if power * times >= rough)


def _number_ticks(figure: Figure) -> list[tuple[Any, Any, str]]:
    high = max(_values(figure, "x"), default=1)
    step = _nice_step(high, 10)
    return [(at * step, at * step, fmt.number(at * step)) for at in range(int(high // step) + 1)]


def _date_ticks(span: Sequence[str], width: float) -> list[tuple[date, date, str]]:
    """Return (tick, where its words stand, words): a year is written in its middle."""
    first, last = (pd.Timestamp(moment) for moment in span)
    fitting = max(width / _LABEL, 1)
    days = (last - first).days
    if days <= fitting * _DAYS[-1]:
        step = next(step for step in _DAYS if days / step <= fitting)
        marks = pd.date_range(first, last, freq=f"{step}D")
        return [(mark, mark, fmt.day_and_month(mark).replace(fmt.NBSP, " ")) for mark in marks]
    step = next((step for step in _MONTHS if days / 30.4 / step <= fitting), _MONTHS[-1])
    start = first.replace(month=1, day=1) if step >= 12 else first.replace(day=1)
    marks = pd.date_range(start, last, freq=f"{step}MS")
    if step < 12:
        return [(mark, mark, fmt.month(mark).replace(fmt.NBSP, " ")) for mark in marks]
    return [(mark, mark + pd.Timedelta(days=182), str(mark.year)) for mark in marks]


def _lightened(picture: str) -> str:
    """Put the light colour of each token in the place of its dark one."""
    hexes = "|".join(sorted(_LIGHT))
    picture = re.sub(hexes, lambda found: _LIGHT[found[0]], picture)
    return re.sub(
        r"rgba\((\d+),(\d+),(\d+),",
        lambda found: _RGBA.get(found[0], found[0]),
        picture,
    )


def _opened(colour: str) -> str:
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({','.join(map(str, parts))},"


_TABLES: Final = (vocabulary.COLOURS, vocabulary.EVENT_TYPE_COLOURS, vocabulary.VERDICT_COLOURS)
_PAIRS: Final = (*NEUTRAL, *(pair for table in _TABLES for pair in table.values()))
_LIGHT: Final = {dark: light for light, dark in _PAIRS}
_RGBA: Final = {_opened(dark): _opened(light) for dark, light in _LIGHT.items()}
