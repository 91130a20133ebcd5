"""The kinds of file that a brief is written in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from importlib import import_module
from typing import Any, Final
from urllib.parse import urlencode

from corridor.answers import Brief
from corridor.exchange.brief import mail
from corridor.exchange.brief.pictures import Pictures, pictures_of
from corridor.settings import Settings
from corridor.texts.brief_text import BriefText, brief_text

TYPES: Final = {
    ".pdf": "application/pdf",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".html": "text/html",
    ".md": "text/markdown",
}


@dataclass(frozen=True, eq=False)
class MadeBrief:
    """A brief that was made at a moment (UTC), for a view that has an address ("" for none)."""

    found: Brief
    settings: Settings
    made: datetime
    link: str = ""

    @cached_property
    def told(self) -> BriefText:
        """What it says."""
        return brief_text(self.found, self.made, self.link)

    @cached_property
    def pictures(self) -> Pictures:
        """Map and timeline."""
        return pictures_of(self.found, self.settings)

    def as_json(self) -> dict[str, Any]:
        """Return every number of it, and its words as `text`."""
        made = {"made": self.made.isoformat(), "link": self.link or None}
        return self.found.as_json() | made | {"text": self.told.as_json()}

    def file(self, ending: str) -> bytes:
        """Return it as a file whose name ends in one of `TYPES`."""
        return _WRITERS[ending](self)


def view_of(found: Brief, base: str) -> str:
    """Return the address of the page that says the same as a brief, where pages are served."""
    pairs = [
        *found.chosen.to_query(),
        ("report", found.tested.report.slug),
        ("as_of", found.as_of.isoformat()),
    ]
    return f"{base}?{urlencode(pairs)}"


def _pdf(brief: MadeBrief) -> bytes:
    data: bytes = _room("paper").pdf(brief.told, brief.pictures, brief.made)
    return data


def _pptx(brief: MadeBrief) -> bytes:
    drawn = _room("paper").png(brief.pictures.map)
    data: bytes = _room("slide").pptx(brief.told, brief.pictures, drawn, brief.made)
    return data


def _html(brief: MadeBrief) -> bytes:
    png = _room("paper").png
    drawn = png(brief.pictures.map), png(brief.pictures.timeline, 110.0)
    return mail.html(brief.told, brief.pictures, drawn).encode()


def _md(brief: MadeBrief) -> bytes:
    return mail.markdown(brief.told).encode()


def _room(name: str) -> Any:
    """Load what sets paper or slides when it is asked for: both are large."""
    return import_module(f"corridor.exchange.brief.{name}")


_WRITERS: Final[dict[str, Callable[[MadeBrief], bytes]]] = {
    ".pdf": _pdf,
    ".pptx": _pptx,
    ".html": _html,
    ".md": _md,
}
