"""Marks and hatching of a chart on paper, as SVG."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

_OPEN: Final = "-open"
# Corners of the marks that our charts use, for a radius of 1; a circle has none.
_CORNERS: Final = {
    "diamond": "0,-1 1,0 0,1 -1,0",
    "square": "-.85,-.85 .85,-.85 .85,.85 -.85,.85",
    "triangle-up": "0,-1 1,.8 -1,.8",
    "cross": "-.3,-1 .3,-1 .3,-.3 1,-.3 1,.3 .3,.3 .3,1 -.3,1 -.3,.3 -1,.3 -1,-.3 -.3,-.3",
    "x": "-1,-.6 -.6,-1 0,-.4 .6,-1 1,-.6 .4,0 1,.6 .6,1 0,.4 -.6,1 -1,.6 -.4,0",
}
# Between two lines of a hatching, where it does not say, in px.
_STEP: Final = 7

Box = tuple[float, float, float, float]


def mark(spot: tuple[float, float], size: float, fill: str, looks: dict[str, Any]) -> str:
    """Return a mark of some px across; `looks` are Plotly's of a marker, with one `symbol`."""
    name = str(looks.get("symbol", "circle"))
    line = looks.get("line", {})
    edge, thick = line.get("color", "none"), float(line.get("width", 0))
    if name.endswith(_OPEN):
        fill, edge, thick = "none", fill, thick or 1.0
    opacity = looks.get("opacity", 1)
    paint = f'fill="{fill}" stroke="{edge}" stroke-width="{thick:g}"'
    paint += "" if opacity == 1 else f' opacity="{opacity:g}"'
    left, top, radius = *spot, size / 2
    corners = _CORNERS.get(name.removesuffix(_OPEN))
    if corners is None:
        return f'<circle cx="{left:.1f}" cy="{top:.1f}" r="{radius:.1f}" {paint}/>'
    pairs = (map(float, pair.split(",")) for pair in corners.split())
    told = " ".join(f"{left + radius * x:.1f},{top + radius * y:.1f}" for x, y in pairs)
    return f'<polygon points="{told}" {paint}/>'


def hatched(boxes: Iterable[Box], pattern: dict[str, Any] | None) -> str:
    """Return lines across boxes (left, top, right, bottom), as a pattern of Plotly's asks."""
    if not pattern:
        return ""
    step = float(pattern.get("size", _STEP))
    lines = "".join(line for box in boxes for line in _across(box, step))
    return f'<path fill="none" stroke="{pattern["fgcolor"]}" d="{lines}"/>' if lines else ""


def _across(box: Box, step: float) -> Iterable[str]:
    left, top, right, bottom = box
    wide, tall = right - left, bottom - top
    for at in range(1, int((wide + tall) // step) + 1):
        far = at * step
        x, y = min(far, wide), min(far, tall)
        yield f"M{left + far - y:.1f} {top + y:.1f}L{left + x:.1f} {top + far - x:.1f}"
