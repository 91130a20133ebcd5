"""The letters that the fonts of the paper have: what they lack is written as its number.

PDF/A allows no letter without a shape. The fonts are ours, so that paper looks the same everywhere.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from corridor.settings import PROJECT

FOLDER: Final = PROJECT / "static" / "fonts" / "paper"
_ODD: Final = re.compile(r"[^ -~]")
# Tables of a font that lead from a letter to its shape, by the number of their format.
_SEGMENTS: Final = 4
_UNICODE: Final = (0, 3)


def written(text: str) -> str:
    r"""Return text in which a letter that no font has is made of two, or its number: "\u6c49"."""
    return text if text.isascii() else _ODD.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    letter = found[0]
    if ord(letter) in known():
        return letter
    parts = unicodedata.normalize("NFD", letter)
    if known().issuperset(map(ord, parts)):  # a letter and its mark
        return parts
    units = letter.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))


@cache
def known() -> frozenset[int]:
    """Return the letters that at least one font of the paper has."""
    return frozenset(code for file in sorted(FOLDER.iterdir()) for code in _letters(file))


def _letters(file: Path) -> Iterator[int]:
    """Read which letters a font has: its table "cmap", format 4 (OpenType, section cmap)."""
    data = file.read_bytes()
    count = struct.unpack_from(">H", data, 4)[0]
    records = (struct.unpack_from(">4sLLL", data, 12 + 16 * at) for at in range(count))
    start = next(offset for tag, _, offset, _ in records if tag == b"cmap")
    tables = struct.unpack_from(">H", data, start + 2)[0]
    for at in range(tables):
        platform, _, offset = struct.unpack_from(">HHL", data, start + 4 + 8 * at)
        own = start + offset
        if platform in _UNICODE and struct.unpack_from(">H", data, own)[0] == _SEGMENTS:
            yield from _of_segments(data, own)


def _of_segments(data: bytes, own: int) -> Iterator[int]:
    double = struct.unpack_from(">H", data, own + 6)[0]

    def row(place: int) -> tuple[int, ...]:
        return struct.unpack_from(f">{double // 2}H", data, own + place)

    ends, starts = row(14), row(16 + double)
    shifts, leads = row(16 + 2 * double), row(16 + 3 * double)
    for at, (first, last, shift, lead) in enumerate(zip(starts, ends, shifts, leads, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            shape = (code + shift) % 0x10000
            if lead:
                place = own + 16 + 3 * double + 2 * at + lead + 2 * (code - first)
                shape = struct.unpack_from(">H", data, place)[0]
            if shape:
                yield code
