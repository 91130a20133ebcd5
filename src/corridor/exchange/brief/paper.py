"""A brief on paper: one page and an annex as PDF/A-2b, set by typst with fonts of ours.

The template gets words as JSON, as values: nothing that somebody typed is read as markup.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final, cast

import typst

from corridor import vocabulary
from corridor.exchange.brief.letters import FOLDER, written
from corridor.exchange.brief.pictures import Pictures
from corridor.palette import colour
from corridor.texts.brief_text import BriefText
from corridor.words import language, say

_TEMPLATE, _PICTURE = (Path(__file__).with_name(f"{name}.typ") for name in ("brief", "picture"))
_STANDARD: Final = "a-2b"
_INKS: Final = ("ink", "ink2", "line", "report")


def pdf(told: BriefText, pictures: Pictures, made: datetime) -> bytes:
    """Return the brief as PDF/A-2b; `made` is when it was made, in UTC."""
    whole: dict[str, Any] = {
        **asdict(told),
        "map": pictures.map,
        "timeline": pictures.timeline,
        "language": language().code,
        "page": say("brief-page", page="\ue001", pages="\ue002"),
        "link": say("brief-link"),
        "open": say("brief-foot-link"),
        "map_key": say("brief-map-key"),
        "key": [list(each) for each in pictures.key],
        "months_note": pictures.note,
        "inks": {name: colour(name, "light") for name in (*_INKS, *vocabulary.VERDICTS)},
    }
    return _set(_shown(whole), "pdf", made)


def png(picture: str, dots: float = 200.0) -> bytes:
    """Return an SVG picture as PNG, with so many dots an inch."""
    compiler = _compiler(_PICTURE.read_bytes(), {"svg": written(picture)})
    found = compiler.compile(format="png", ppi=dots)
    return cast("bytes", found[0] if isinstance(found, list) else found)


def _set(whole: dict[str, Any], kind: str, made: datetime) -> bytes:
    compiler = _compiler(_TEMPLATE.read_bytes(), whole)
    found = compiler.compile(format=cast("Any", kind), pdf_standards=_STANDARD, timestamp=made)
    return cast("bytes", found)


def _compiler(source: bytes, data: dict[str, Any]) -> typst.Compiler:
    # No file, no package and no font of the machine can be reached: its root is an empty place.
    return typst.Compiler(
        source,
        root=FOLDER,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data)},
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)]
    )


def _shown(value: Any) -> Any:
    """Return texts, wherever they stand, with what the fonts lack as numbers."""
    if isinstance(value, str):
        return written(value.replace("\ue001", "{page}").replace("\ue002", "{pages}"))
    if isinstance(value, dict):
        return {name: _shown(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_shown(each) for each in value]
    return value
