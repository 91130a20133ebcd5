"""Legends with counts: marks drawn as boxes, words in ink."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corridor.ui.parts.text import Html, esc, lines, optional, slug


@dataclass(frozen=True)
class LegendItem:
    """One mark and its meaning.

    `mark` is "dot", "square", "disc" (known to about 25 km), "fill" (somewhere in a district),
    "ring" (the report's incident), "hatch" (other sources), "diamond" (uploaded) or a short text
    such as "+n"; `kind` names an event type whose colour the mark takes, `colour` any other;
    `size` is a diameter in pixels; `opacity` shows recency.
    """

    label: str
    mark: str = "dot"
    kind: str = ""
    count: str = ""
    size: int = 0
    opacity: float = 1.0
    outlined: bool = False
    colour: str = ""


MARKS = ("dot", "square", "disc", "fill", "ring", "circle", "hatch", "diamond")


def legend(items: Sequence[LegendItem], title: str = "") -> Html:
    """Draw a legend as one flowing line, for under a chart."""
    return _legend(items, title, "cw-legend")


def legend_list(items: Sequence[LegendItem], title: str = "") -> Html:
    """Draw a legend as a list with its counts in a column, for beside a map."""
    return _legend(items, title, "cw-legend cw-legend-list")


def _legend(items: Sequence[LegendItem], title: str, css: str) -> Html:
    if not items:
        return Html("")
    listed = "".join(_item(item) for item in items)
    heading = optional("p", "cw-legend-title", title)
    return Html(f'<div class="cw-legend-box">{heading} <ul class="{css}">{listed}</ul></div>')


def _item(item: LegendItem) -> Html:
    return lines(
        f'<li><span class="cw-key">{_mark(item)}</span>',
        f'<span class="cw-key-label">{esc(item.label)}</span> ',
        optional("span", "cw-key-count", item.count),
        "</li>",
    )


def _mark(item: LegendItem) -> Html:
    if item.mark not in MARKS:
        return Html(f'<span class="cw-mark-text">{esc(item.mark)}</span>')
    classes = [f"cw-mark-{item.mark}"]
    classes += [f"cw-t-{slug(item.kind)}"] if item.kind else []
    classes += ["cw-mark-outlined"] if item.outlined else []
    style = f"width:{item.size}px;height:{item.size}px;" if item.size else ""
    style += f"background:{esc(item.colour)};" if item.colour else ""
    style += f"opacity:{item.opacity:g};" if item.opacity < 1 else ""
    return Html(f'<span class="cw-mark {" ".join(classes)}" style="{style}"></span>')
