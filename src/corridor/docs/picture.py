"""The picture of the house: its layers from top to bottom, as they are held in `pyproject.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, Final

from corridor.settings import PROJECT
from corridor.words import say

WIDTH: Final = 940
_BOXES: Final = 530
_ROW: Final = 46
_HEIGHT: Final = 38
_GAP: Final = 8
_STYLE: Final = """\
text { font: 15px system-ui, sans-serif; fill: #1f2933; }
.room, .told { font-size: 12px; fill: #52606d; }
rect { fill: #eef2f5; stroke: #7b8794; }
@media (prefers-color-scheme: dark) {
text { fill: #e4e7eb; }
.room, .told { fill: #9aa5b1; }
rect { fill: #1f2933; stroke: #7b8794; }
}"""


def layers_picture() -> str:
    """Return the layers as SVG, the highest first; it can be read on a light and a dark page."""
    whole, rooms = layers()
    height = len(whole) * _ROW + _GAP
    rows = [part for at, row in enumerate(whole) for part in _row(row, rooms, at * _ROW + _GAP)]
    title = escape(say("picture-title"))
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
            f"<title>{title}</title>",
            f"<style>\n{_STYLE}\n</style>",
            *rows,
            "</svg>\n",
        ]
    )


def layers() -> tuple[list[list[str]], dict[str, list[str]]]:
    """Return the packages of each layer, the highest first, and the rooms of those that have some.

    A program's way in (`__main__`) is no layer that a reader looks for.
    """
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
    held = {
        contract["containers"][0]: _names(contract)
        for contract in project["tool"]["importlinter"]["contracts"]
        if contract["type"] == "layers"
    }
    whole = [row for row in held.pop("corridor") if row != ["__main__"]]
    return whole, {
        name.removeprefix("corridor."): _rooms(name, rows) for name, rows in held.items()
    }


def _rooms(package: str, rows: Sequence[Sequence[str]]) -> list[str]:
    folder = PROJECT / "src" / package.replace(".", "/")
    return [name for row in rows for name in row if (folder / name).is_dir()]


def _names(contract: Mapping[str, Any]) -> list[list[str]]:
    return [[name.strip() for name in row.split(":")] for row in contract["layers"]]


def _row(names: Sequence[str], rooms: Mapping[str, Sequence[str]], top: int) -> Iterator[str]:
    width = (_BOXES - _GAP * (len(names) + 1)) / len(names)
    for at, name in enumerate(names):
        left = _GAP + at * (width + _GAP)
        yield (f'<rect x="{left:.0f}" y="{top}" width="{width:.0f}" height="{_HEIGHT}" rx="4"/>')
        inside = rooms.get(name)
        middle = left + width / 2
        baseline = top + (16 if inside else 24)
        yield f'<text x="{middle:.0f}" y="{baseline}" text-anchor="middle">{escape(name)}</text>'
        if inside:
            yield (
                f'<text class="room" x="{middle:.0f}" y="{top + 31}" text-anchor="middle">'
                f"{escape(' · '.join(inside))}</text>"
            )
    told = escape(say(f"layer-{names[0]}"))
    yield f'<text class="told" x="{_BOXES + _GAP}" y="{top + 23}">{told}</text>'
