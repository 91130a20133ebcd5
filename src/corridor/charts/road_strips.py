"""A main road as a strip: incidents up, deaths down, by ten kilometres; towns where they lie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from corridor.answers import Roads, RoadStrip
from corridor.charts.chart import NO_NAME, UNSEEN, plain, styled, text_width
from corridor.charts.figure import Figure, Trace, scatter
from corridor.findings.evidence import EVERY_KM
from corridor.palette import Theme, colour, css, recency
from corridor.texts import roads_text
from corridor.words import numbers as fmt
from corridor.words import say

INK: Final = "Battles"
FADED: Final = 0.2
# Parts of the plot above and below the line of the road.
_UP: Final = 1.0
_DOWN: Final = -0.42
_TOP: Final = 1.75
_FOOT: Final = -0.86
_BACK: Final = 1.55
# Of an incident that says little about its kilometre so much of the colour is left.
_UNSURE: Final = 0.3
_GAP: Final = 0.5
# Px of a plot, for the room that names need.
_WIDE, _NARROW = 860, 330
_SMALL_TYPE: Final = 11
_HEIGHT: Final = 122

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Measure:
    """What a strip is drawn by: the most incidents and deaths of ten kilometres, and its length."""

    incidents: float
    killed: float
    length: float


def measure(found: Roads) -> Measure:
    """Return the measure by which all strips can be compared."""
    every = [each for strip in found.strips for each in strip.stretches]
    counts = [each.incidents or 0 for each in every]
    return Measure(
        incidents=max([*counts, *((each.before or 0) * found.scale for each in every), 1]),
        killed=max([*(each.killed or 0 for each in every), 1]),
        length=max(strip.stretches[-1].from_km + EVERY_KM for strip in found.strips),
    )


def road_strip(
    found: Roads,
    strip: RoadStrip,
    by: Measure,
    *,
    theme: Theme,
    selected: Mapping[int, int] | None = None,
    picked: Iterable[tuple[float, float]] = (),
    small: bool = False,
) -> Figure:
    """Draw a road; each of its stretches can be clicked (`customdata`: the term).

    `selected` counts what is selected by the first kilometre of a stretch, None when nothing is:
    then all is drawn strong. `picked` are stretches to go round with a line.
    """
    figure = styled(Figure(), theme, _HEIGHT, 2)
    length = strip.stretches[-1].from_km + EVERY_KM if small else by.length
    figure.update_layout(
        margin={"l": 2, "r": 2, "t": 2, "b": 2}, hovermode="closest", hoverdistance=-1,
    )  # fmt: skip
    figure.update_xaxes(range=[-1, length + 1], visible=False, fixedrange=True)
    figure.update_yaxes(range=[_FOOT, _TOP], visible=False, fixedrange=True)
    _line(figure, strip, theme)
    for trace in _bars(found, strip, by, theme, selected):
        figure.add_trace(trace)
    _numbers(figure, strip, by, theme, selected)
    figure.add_trace(_back(strip, theme, 1 if selected is None else FADED))
    if found.is_compared:
        figure.add_trace(_before(found, strip, by, theme))
    for first, last in picked:
        _round(figure, (first, last), theme)
    _towns(figure, strip, length, theme, small=small)
    figure.add_trace(_targets(found, strip))
    return figure


def _line(figure: Figure, strip: RoadStrip, theme: Theme) -> None:
    """Draw the road: a line, dotted where the filter does not ask."""
    for each in strip.stretches:
        is_known = each.incidents is not None
        figure.add_shape(
            type="line", xref="x", yref="y", x0=each.from_km, x1=each.to_km, y0=0, y1=0,
            line={"color": colour("ink" if is_known else "ink3", theme), "width": 1.4,
                  "dash": "solid" if is_known else "dot"},
        )  # fmt: skip


def _bars(
    found: Roads, strip: RoadStrip, by: Measure, theme: Theme, selected: Mapping[int, int] | None
) -> list[Trace]:
    """Return incidents and deaths as boxes, those of one colour together."""
    boxes: dict[str, list[Box]] = {}
    unsure: list[Box] = []
    quiet = css("ink2", theme, 0.7 if selected is None else FADED)
    for each in strip.stretches:
        if not each.incidents:
            continue
        strong = recency(found.days_since(each.last) or 0) if selected is None else FADED
        sure, every = each.exact / by.incidents, each.incidents / by.incidents
        left, right = each.from_km + _GAP, max(each.to_km - _GAP, each.from_km + 1)
        chosen = (selected or {}).get(each.from_km, 0) / by.incidents
        for tone, foot, top in (
            (css(INK, theme, strong), 0, sure),
            (css(INK, theme, strong * _UNSURE), sure, every),
            (quiet, 0, _DOWN * (each.killed or 0) / by.killed),
            (css(INK, theme, 0.92), 0, chosen),
        ):
            boxes.setdefault(tone, []).append((left, right, foot, top))
        unsure.append((left, right, sure, every))
    edge = css(INK, theme, 0.8 if selected is None else FADED)
    return [*(_filled(tone, some) for tone, some in boxes.items()), _edges(unsure, edge)]


def _corners(boxes: Sequence[Box]) -> dict[str, list[float | None]]:
    found: dict[str, list[float | None]] = {"x": [], "y": []}
    for left, right, foot, top in boxes:
        if foot != top:
            found["x"] += [left, right, right, left, left, None]
            found["y"] += [foot, foot, top, top, foot, None]
    return found


def _filled(tone: str, boxes: Sequence[Box]) -> Trace:
    return scatter(
        **_corners(boxes), mode="lines", fill="toself", fillcolor=tone,
        line={"width": 0, "color": tone}, hoverinfo="skip",
    )  # fmt: skip


def _edges(boxes: Sequence[Box], ink: str) -> Trace:
    return scatter(
        **_corners(boxes), mode="lines", line={"width": 1.2, "color": ink}, hoverinfo="skip"
    )


def _numbers(
    figure: Figure,
    strip: RoadStrip,
    by: Measure,
    theme: Theme,
    selected: Mapping[int, int] | None,
) -> None:
    """Write over each bar how many incidents it holds, or how many of them are selected."""
    for each in strip.stretches:
        count = each.incidents if selected is None else selected.get(each.from_km)
        if count:
            figure.add_annotation(
                x=(each.from_km + each.to_km) / 2, y=(each.incidents or 0) / by.incidents,
                yanchor="bottom", showarrow=False, text=fmt.number(count),
                font={"size": 10.5, "color": colour("ink2", theme)},
            )  # fmt: skip


def _back(strip: RoadStrip, theme: Theme, strong: float) -> Trace:
    again = [each for each in strip.stretches if each.repeats]
    return scatter(
        x=[each.from_km + EVERY_KM / 2 for each in again],
        y=[_BACK for _ in again],
        mode="markers",
        marker={
            "symbol": "diamond",
            "opacity": strong,
            "size": [5 + 2.5 * each.repeats**0.5 for each in again],
            "color": colour("report", theme),
            "line": {"width": 0, "color": colour("report", theme)},
        },
        hoverinfo="skip",
    )


def _before(found: Roads, strip: RoadStrip, by: Measure, theme: Theme) -> Trace:
    told = [each for each in strip.stretches if each.before is not None]
    xs: list[float | None] = []
    ys: list[float | None] = []
    for each in told:
        height = (each.before or 0) * found.scale / by.incidents
        xs += [each.from_km, min(each.from_km + EVERY_KM, strip.road.length)]
        ys += [height, height]
    return scatter(
        x=xs, y=ys, mode="lines", line={"color": colour("ink", theme), "width": 1.3},
        hoverinfo="skip",
    )  # fmt: skip


def _round(figure: Figure, ends: tuple[float, float], theme: Theme) -> None:
    accent = {"color": colour("accent", theme), "width": 2}
    corners = [(ends[0], ends[0]), (ends[1], ends[1])]
    for x0, x1 in corners:
        figure.add_shape(type="line", xref="x", yref="y", x0=x0, x1=x1, y0=_DOWN - 0.06, y1=_TOP,
                         line=accent)  # fmt: skip
    for y in (_DOWN - 0.06, _TOP):
        figure.add_shape(type="line", xref="x", yref="y", x0=ends[0], x1=ends[1], y0=y, y1=y,
                         line=accent)  # fmt: skip


def _towns(figure: Figure, strip: RoadStrip, length: float, theme: Theme, *, small: bool) -> None:
    """Name the towns, the largest first, where no other name stands; each has a tick."""
    wide = _NARROW if small else _WIDE
    taken: list[tuple[float, float]] = []
    for town, km in strip.towns:
        words = plain(say("roads-town", town=town, km=fmt.number(km)))
        at, room = wide * km / length, text_width(words, _SMALL_TYPE)
        anchor = "left" if at < room / 2 else "right" if at + room / 2 > wide else "center"
        left = {"left": at, "right": at - room, "center": at - room / 2}[anchor]
        if any(left < end and begin < left + room for begin, end in taken):
            continue
        taken.append((left, left + room))
        figure.add_shape(
            type="line", xref="x", yref="y", x0=km, x1=km, y0=_DOWN - 0.12, y1=0.05,
            line={"color": colour("ink3", theme), "width": 1}, layer="below",
        )  # fmt: skip
        figure.add_annotation(
            x=km, y=_FOOT, yanchor="bottom", xanchor=anchor, showarrow=False, text=words,
            font={"size": _SMALL_TYPE, "color": colour("ink2", theme)},
        )  # fmt: skip


def _targets(found: Roads, strip: RoadStrip) -> Trace:
    """Return what is pointed at: an unseen mark amid each stretch, with all that is known of it."""
    return scatter(
        x=[each.from_km + EVERY_KM / 2 for each in strip.stretches],
        y=[_UP / 3 for _ in strip.stretches],
        mode="markers",
        marker={"size": 14, "color": UNSEEN, "line": {"width": 0}},
        customdata=[f"road:{strip.road.slug}/{each.from_km}-{each.from_km + EVERY_KM}"
                    for each in strip.stretches],
        text=["<br>".join(map(plain, roads_text.stretch(found, strip, each)))
              for each in strip.stretches],
        hovertemplate="%{text}" + NO_NAME,
    )  # fmt: skip
