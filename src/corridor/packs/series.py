"""A systematic source of incidents: how sentences name it, and what it cannot show."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corridor.packs.reading import read_pack
from corridor.words import later
from corridor.words import numbers as fmt

FILE: Final = "series.toml"
_MOST_OF_CAVEAT: Final = 1000


@dataclass(frozen=True)
class Series:
    """`code` is the `source` of its accounts and its name in sentences.

    `caveats` are paragraphs on what it cannot show, `as_of` is one on what its version means for
    the day up to which a report is judged: both for the page Method, ** marks what is strong.
    """

    slug: str
    code: str
    caveats: tuple[str, ...]
    as_of: str


def load_series(folder: Path) -> Series:
    """Read a series from its folder; PackError says what is wrong, where, and what to do."""
    table = read_pack(folder / FILE, later("series-place"))
    caveats = table.texts("caveats", (), most=20, most_of_each=_MOST_OF_CAVEAT)
    series = Series(
        slug=folder.name,
        code=table.text("code", most=40),
        caveats=tuple(map(fmt.together, caveats)),
        as_of=fmt.together(table.text("as_of", "", most=_MOST_OF_CAVEAT)),
    )
    table.close()
    return series
