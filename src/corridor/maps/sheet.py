"""A picture as a file of its own: under a title and sentences, over a key and its sources."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from corridor.maps.map_placing import width
from corridor.palette import Rgba, Theme, rgba
from corridor.words.strange import one_line

# A picture of its own has no fonts of ours: what most systems have comes after them.
FAMILY: Final = "IBM Plex Sans,IBM Plex Sans Arabic,Helvetica Neue,Arial,Liberation Sans,sans-serif"
PAD: Final = 16
# Of one item of a key in px, with its mark at the left.
MARK: Final = 26
_TITLE, _HEAD, _TEXT, _SMALL = 20, 14, 13, 11
# Bold letters are so much wider.
_PLAIN, _BOLD = 400, 1.12
_LINE: Final = 1.45
_GAP: Final = 18
# Letters in the forms that a canvas needs, in the order in which they are seen.
_ARABIC: Final = "[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]+"
_SHAPED: Final = re.compile(f"{_ARABIC}(?: +{_ARABIC})*")

# Draws a mark of a key amid a point.
Marker = Callable[[str, float, float, Theme], str]


@dataclass(frozen=True)
class Told:
    """What stands round a picture: `key` is of (mark, label), `credits` name the sources."""

    title: str
    lines: tuple[str, ...] = ()
    key: tuple[tuple[str, str], ...] = ()
    credits: tuple[str, ...] = ()


@dataclass(frozen=True)
class Drawn:
    """A picture on a sheet, its size in px; `inside` is told where it stands and gives its SVG."""

    size: tuple[int, int]
    inside: Callable[[str], str]
    heading: str = ""


def sheet(told: Told, drawn: Sequence[Drawn], mark: Marker, theme: Theme) -> str:
    """Return pictures, one below the other, as an SVG file with what is `told` round them."""
    wide = drawn[0].size[0]
    blocks = [_Block(told.title, _TITLE, 600, "ink")]
    blocks += [_Block(line, _TEXT, 400, "ink") for line in told.lines]
    body, down = _written(blocks, wide, PAD, theme)
    for each in drawn:
        head = [_Block(each.heading, _HEAD, 600, "ink")] if each.heading else []
        lines, down = _written(head, wide, down + PAD / 2, theme)
        box = {"x": PAD, "y": round(down, 1), "width": each.size[0], "height": each.size[1]}
        place = " ".join(f'{name}="{value}"' for name, value in box.items())
        body += [*lines, each.inside(place)]
        down += each.size[1]
    key, down = _key(told.key, wide, down + PAD, mark, theme)
    sources = [_Block(line, _SMALL, 400, "ink2") for line in told.credits]
    foot, down = _written(sources, wide, down + PAD / 2, theme)
    whole = (wide + 2 * PAD, math.ceil(down + PAD))
    ground = f'<rect width="{whole[0]}" height="{whole[1]}" fill="{hex_of(rgba("bg", theme))}"/>'
    return svg(whole, told.title, "".join([ground, *body, *key, *foot]))


def svg(size: tuple[int, int], title: str, body: str) -> str:
    """Return an SVG file of that size in px, which `title` describes."""
    wide, tall = size
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {tall}" width="{wide}" '
            f'height="{tall}" font-family="{FAMILY}" role="img"><title>{written(title)}</title>'
            f"{body}</svg>")  # fmt: skip


def hex_of(ink: Rgba) -> str:
    """Return a colour as SVG takes it, without how dense it is."""
    return "#" + "".join(f"{value:02x}" for value in ink[:3])


@dataclass(frozen=True)
class _Block:
    """A paragraph: size in px, weight, and the name of its ink."""

    text: str
    size: float
    weight: int
    ink: str


def _written(
    blocks: Sequence[_Block], wide: int, top: float, theme: Theme
) -> tuple[list[str], float]:
    """Return paragraphs one below the other, and where they end."""
    found: list[str] = []
    for block in blocks:
        for line in _lines(block.text, block.size * (_BOLD if block.weight > _PLAIN else 1), wide):
            top += block.size * _LINE
            found.append(_text(line, PAD, top - block.size * 0.35, block, theme))
    return found, top


def _text(text: str, x: float, y: float, block: _Block, theme: Theme) -> str:
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{block.size:g}" '
            f'font-weight="{block.weight}" fill="{hex_of(rgba(block.ink, theme))}">'
            f"{written(text)}</text>")  # fmt: skip


def _lines(text: str, size: float, wide: int) -> Iterator[str]:
    """Break a text at its blanks, so that each line fits."""
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if line and width(longer, size) > wide:
            yield line
            longer = word
        line = longer
    yield line


def _key(
    items: Sequence[tuple[str, str]], wide: int, top: float, mark: Marker, theme: Theme
) -> tuple[list[str], float]:
    """Return the marks with their labels, in as many rows as they need, and where they end."""
    if not items:
        return [], top
    found: list[str] = []
    x, row = float(PAD), top + MARK / 2
    for name, text in items:
        long = MARK + width(text, _TEXT) + _GAP
        if x > PAD and x + long > wide + PAD:
            x, row = float(PAD), row + MARK
        found.append(mark(name, x + MARK / 2 - 3, row, theme))
        block = _Block(text, _TEXT, 400, "ink")
        found.append(_text(text, x + MARK, row + _TEXT * 0.35, block, theme))
        x += long
    return found, row + MARK / 2


def written(text: str) -> str:
    """Return text as SVG takes it: escaped, Arabic in the order in which it is read."""
    return escape(one_line(_SHAPED.sub(_read, text)))


def _read(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0][::-1])
