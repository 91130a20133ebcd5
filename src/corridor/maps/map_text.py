"""Text that goes onto the map: made safe, shaped, and put into the words of a tooltip."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

import arabic_reshaper
import pandas as pd
from bidi.algorithm import get_display

from corridor import vocabulary
from corridor.queries import OTHERS
from corridor.words import language, say, terms
from corridor.words import numbers as fmt

_PROVINCE: Final = 4
_LOOK_ALIKES: Final = str.maketrans({"<": "‹", ">": "›", "{": "｛", "}": "｝"})


def safe(value: object) -> str:
    """Return text from data without markup.

    Brackets become look-alikes, so that no renderer of the tooltip, whether it escapes or not, can
    read a tag, nor take `{what}` in a name for a field of its own. (Expressions of deck.gl are
    stopped where a deck is written.)
    """
    if value is None or (not isinstance(value, str) and fmt.is_missing(value)):
        return ""
    return str(value).translate(_LOOK_ALIKES)


def shape_arabic(text: str) -> str:
    """Return Arabic as the canvas needs it: presentation forms, in visual order."""
    return str(get_display(arabic_reshaper.reshape(text))) if text else ""


def tooltip_of(place: Any) -> dict[str, str]:
    """Return the fields that the tooltip shows of one mark (a row of `places`)."""
    what = _events(
        language().code,
        str(place.event_type),
        incidents=int(place.incidents),
        killed=None if fmt.is_missing(place.killed) else float(place.killed),
        unknown=int(place.killed_unknown),
        uploaded=int(getattr(place, "uploaded", 0)),
    )
    days = fmt.days(_date(place.first_date), _date(place.last_date))
    rank = place.geo_precision
    known = "" if fmt.is_missing(rank) else vocabulary.GEO_PRECISIONS.get(int(rank), "")
    how = say("map-known-and-days", precision=terms.slug(known), days=days)
    beside = getattr(place, "beside", None)
    if beside is not None and not fmt.is_missing(beside):
        what = (
            say("map-told-only-by-others", what=what)
            if beside == OTHERS
            else say("map-told-only-by", what=what, series=safe(beside))
        )
    elif getattr(place, "is_provisional", False):
        what = say("map-some-provisional", what=what)
    return {"place": safe(_title(place)), "what": what, "how": how}


def _title(place: Any) -> str:
    if getattr(place, "is_cell", False):
        return say("map-places-together")
    if place.geo_precision == vocabulary.DRAWN_PRECISION:
        return say("map-district", district=str(place.admin2))
    if place.geo_precision == _PROVINCE and not fmt.is_missing(place.admin1):
        return say("map-province", province=str(place.admin1))
    named = next((name for name in (place.location, place.admin2, place.admin1)
                  if not fmt.is_missing(name) and name), "")  # fmt: skip
    return str(named) or say("map-place-unnamed")


# Thousands of marks say the same; `code` is the language that they are told in.
@lru_cache(maxsize=4096)
def _events(
    code: str, event_type: str, *, incidents: int, killed: float | None, unknown: int, uploaded: int
) -> str:
    del code
    if incidents == 1:
        is_known = event_type in vocabulary.EVENT_TYPES
        label = terms.event_label(event_type) if is_known else terms.term("Other")
        return say("map-one-incident", type=label, deaths=fmt.killed(killed), uploaded=uploaded)
    return say(
        "map-several-incidents",
        count=incidents,
        type=terms.slug(event_type),
        deaths=fmt.killed(killed, unknown),
        uploaded=uploaded,
    )


def _date(value: object) -> Any:
    return None if fmt.is_missing(value) else pd.Timestamp(value).date()  # type: ignore[arg-type]
