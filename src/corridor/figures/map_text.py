"""Text that goes onto the map: made safe, shaped, and put into the words of a tooltip."""

from __future__ import annotations

from typing import Any, Final

import arabic_reshaper
import pandas as pd
from bidi.algorithm import get_display

from corridor import vocabulary
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
    """Give Arabic as the canvas needs it: presentation forms, in visual order."""
    return str(get_display(arabic_reshaper.reshape(text))) if text else ""


def tooltip_of(place: Any) -> dict[str, str]:
    """Give the fields that the tooltip shows of one mark (a row of `places`)."""
    uploaded = getattr(place, "uploaded", 0)
    note = "; uploaded" if place.incidents == 1 else f"; {uploaded:,} uploaded"
    return {
        "place": safe(_title(place)),
        "what": _events(place) + (note if uploaded else ""),
        "how": f"{_precision(place)} · {fmt.days(_date(place.first_date), _date(place.last_date))}",
    }


def _title(place: Any) -> str:
    if getattr(place, "is_cell", False):
        return "Places close to each other"
    if place.geo_precision == vocabulary.DRAWN_PRECISION:
        return f"{place.admin2} district"
    if place.geo_precision == _PROVINCE and not fmt.is_missing(place.admin1):
        return f"{place.admin1} province"
    named = next((name for name in (place.location, place.admin2, place.admin1)
                  if not fmt.is_missing(name) and name), "")  # fmt: skip
    return str(named) or "Place without a name"


def _events(place: Any) -> str:
    label = vocabulary.EVENT_TYPE_LABELS.get(place.event_type, "Other")
    unknown = int(place.killed_unknown)
    deaths = fmt.killed(place.killed, unknown if place.incidents > 1 else 0)
    if place.incidents == 1:
        return f"{label}, {deaths}"
    return f"{fmt.plural(int(place.incidents), 'incident')}, mostly {_lower(label)}; {deaths}"


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]


def _precision(place: Any) -> str:
    words = {1: "exact place", 2: "within about 25\u00a0km", 3: "somewhere in the district"}
    return "" if fmt.is_missing(place.geo_precision) else words.get(int(place.geo_precision), "")


def _date(value: object) -> Any:
    return None if fmt.is_missing(value) else pd.Timestamp(value).date()  # type: ignore[arg-type]
