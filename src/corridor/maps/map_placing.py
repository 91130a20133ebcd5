"""Where each label of the map stands, so that no two collide and none hides what it names.

Worked out for the first view: each block of labels has ways to stand, the best first, and takes
the first that is free. What finds no room is left out, the less important first.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pydeck as pdk

Row = dict[str, Any]
Box = tuple[float, float, float, float]
Boxes = NDArray[np.float64]
Spot = tuple[float, float]

_TILE: Final = 512
# Widths of letters in parts of the size: IBM Plex Sans 600, rounded up.
_WIDTHS: Final = {"ijl.,'’|": 0.30, " ": 0.25, "frtI-": 0.42, "mwMW—": 0.95}
_CAPITAL, _ARABIC, _OTHER = 0.72, 0.48, 0.60
_LETTERS: Final = {letter: wide for letters, wide in _WIDTHS.items() for letter in letters}
_TALL: Final = 1.05
_AIR: Final = 2.0
_EDGE: Final = 3.0
# A mark of this many px or more about a town moves the town's name out.
_STEPS: Final = (0, 8, 21)
_AROUND: Final = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1))


@dataclass(frozen=True)
class Block:
    """Labels that stand together, and their ways to stand, the best first.

    Blocks of a lower `rank` are placed earlier. `own` is the place of the mark that they belong
    to, which they may cover. Where every way covers ordinary marks, the one that covers least is
    taken if the block `may_cover`. One that `stays` is written even where nothing is free.
    `dot` is drawn with it.
    """

    rank: float
    ways: Sequence[Sequence[Row]]
    own: Sequence[float] = ()
    may_cover: bool = False
    stays: bool = False
    dot: Row | None = None


@dataclass(frozen=True)
class Obstacles:
    """Marks as circles: longitude, latitude, radius in px. No label lies on a `firm` one."""

    firm: Sequence[tuple[float, float, float]] = ()
    soft: Sequence[tuple[float, float, float]] = ()


@dataclass(frozen=True)
class Frame:
    """The first view in px, from the upper left corner."""

    view: pdk.ViewState
    size: tuple[int, int]

    def at(self, longitude: float, latitude: float) -> Spot:
        """Return the pixel of a place."""
        scale = _TILE * 2**self.view.zoom
        x, y = _mercator(longitude, latitude)
        middle = _mercator(self.view.longitude, self.view.latitude)
        return (self.size[0] / 2 + scale * (x - middle[0]),
                self.size[1] / 2 + scale * (y - middle[1]))  # fmt: skip

    def shows(self, longitude: float, latitude: float) -> bool:
        """Tell whether a place lies in the view."""
        right, down = self.at(longitude, latitude)
        return 0 <= right <= self.size[0] and 0 <= down <= self.size[1]

    def circles(self, marks: Iterable[tuple[float, float, float]]) -> Boxes:
        """Return marks as x, y and radius in px."""
        found = [(*self.at(lon, lat), radius) for lon, lat, radius in marks]
        return np.array(found, dtype=float).reshape(-1, 3)

    def holds(self, boxes: Sequence[Box]) -> bool:
        """Tell whether labels lie wholly in the view, or wholly outside of it."""
        wide, tall = self.size
        inside = all(x0 >= _EDGE and y0 >= _EDGE and x1 <= wide - _EDGE and y1 <= tall - _EDGE
                     for x0, y0, x1, y1 in boxes)  # fmt: skip
        outside = all(x1 < 0 or y1 < 0 or x0 > wide or y0 > tall for x0, y0, x1, y1 in boxes)
        return inside or outside

    def boxes(self, rows: Iterable[Row]) -> list[Box]:
        """Return the boxes that labels fill; of a turned one a box for each of its letters."""
        return [box for row in rows for box in self._boxes(row)]

    def _boxes(self, row: Row) -> list[Box]:
        x, y = self.at(*row["p"])
        x, y = x + row["o"][0], y + row["o"][1]
        wide, tall = width(row["t"], row["s"]), row["s"] * _TALL
        left = x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[row["a"]]
        if not row["g"]:
            above, below = y - tall / 2 - _AIR / 2, y + tall / 2 + _AIR / 2
            return [(left - _AIR, above, left + wide + _AIR, below)]
        turn, half = math.radians(row["g"]), tall / 2
        count = max(round(wide / tall), 1)
        along = [(at + 0.5) / count * wide - (x - left) for at in range(count)]
        spots = [(x + math.cos(turn) * step, y - math.sin(turn) * step) for step in along]
        return [(sx - half, sy - half, sx + half, sy + half) for sx, sy in spots]


def placed(
    blocks: Iterable[Block], obstacles: Obstacles, frame: Frame
) -> list[tuple[Block, Sequence[Row]]]:
    """Choose how each block stands; those without room are left out."""
    firm, soft = frame.circles(obstacles.firm), frame.circles(obstacles.soft)
    taken = np.empty((0, 4))
    kept: list[tuple[Block, Sequence[Row]]] = []
    for block in sorted(blocks, key=lambda block: block.rank):
        rows = _chosen(block, taken, firm, soft, frame)
        if rows is not None:
            kept.append((block, rows))
            taken = np.vstack([taken, np.array(frame.boxes(rows)).reshape(-1, 4)])
    return kept


def _chosen(
    block: Block, taken: Boxes, firm: Boxes, soft: Boxes, frame: Frame
) -> Sequence[Row] | None:
    if len(block.own):
        own = frame.at(block.own[0], block.own[1])
        firm, soft = _others(firm, own), _others(soft, own)
    best, least = None, math.inf
    for rows in block.ways:
        boxes = frame.boxes(rows)
        if not frame.holds(boxes) or any(_meets(box, taken) for box in boxes):
            continue
        if any(_covered(box, firm) for box in boxes):
            continue
        covered = sum(_covered(box, soft) for box in boxes)
        if covered < least:
            best, least = rows, covered
        if not covered:
            break
    if best is not None and (not least or block.may_cover):
        return best
    return block.ways[0] if block.stays else None


def _others(circles: Boxes, own: Spot) -> Boxes:
    return circles[np.hypot(circles[:, 0] - own[0], circles[:, 1] - own[1]) > 1]


def _meets(box: Box, taken: Boxes) -> bool:
    x0, y0, x1, y1 = box
    apart = (taken[:, 0] >= x1) | (taken[:, 2] <= x0) | (taken[:, 1] >= y1) | (taken[:, 3] <= y0)
    return not bool(apart.all())


def _covered(box: Box, circles: Boxes) -> float:
    """Return how far circles reach into a box, in px, summed."""
    x0, y0, x1, y1 = box
    across = np.maximum(np.maximum(x0 - circles[:, 0], circles[:, 0] - x1), 0)
    up = np.maximum(np.maximum(y0 - circles[:, 1], circles[:, 1] - y1), 0)
    return float(np.maximum(circles[:, 2] - np.hypot(across, up), 0).sum())


def width(text: str, size: float) -> float:
    """Return about how wide a text is in px, rather too wide than too narrow."""
    return size * sum(map(_wide, text))


def _wide(letter: str) -> float:
    if letter in _LETTERS:
        return _LETTERS[letter]
    if letter >= "\u0590":
        return _ARABIC
    return _CAPITAL if letter.isupper() else _OTHER


def shifted(rows: Sequence[Row], shift: Spot) -> list[Row]:
    """Return labels moved together by so many px."""
    return [row | {"o": [row["o"][0] + shift[0], row["o"][1] + shift[1]]} for row in rows]


def nudges(rows: Sequence[Row], most: tuple[int, int]) -> list[list[Row]]:
    """Return labels as they stand and moved a little, the smallest move first."""
    steps = list(product(range(-most[0], most[0] + 1, 20), range(-most[1], most[1] + 1, 14)))
    steps = [(x, y) for x, y in {(0, 0), *steps}]
    return [
        shifted(rows, (x, y)) for x, y in sorted(steps, key=lambda step: (math.hypot(*step), step))
    ]


def around(rows: Sequence[Row], gap: float) -> list[list[Row]]:
    """Return the lines of a name as they stand, then on every side of their place, `gap` px off."""
    lines = [row["o"][1] - rows[0]["o"][1] for row in rows]
    return [list(rows)] + [
        [_beside(row, line, lines[-1], side, gap + step)
         for row, line in zip(rows, lines, strict=True)]
        for step in _STEPS
        for side in _AROUND
    ]  # fmt: skip


def _beside(row: Row, line: float, deep: float, side: tuple[int, int], gap: float) -> Row:
    """Return one line of a name on one side; `line` is how far it stands below the first."""
    right, down = side
    half = row["s"] / 2
    first = {-1: -gap - half - deep, 0: -deep / 2, 1: gap + half}[down]
    across = right * gap * (0.6 if down else 1)
    anchor = {1: "start", 0: "middle", -1: "end"}[right]
    return row | {"a": anchor, "o": [round(across, 1), round(first + line, 1)]}


def _mercator(longitude: float, latitude: float) -> Spot:
    up = math.asinh(math.tan(math.radians(latitude)))
    return longitude / 360 + 0.5, 0.5 - up / (2 * math.pi)
