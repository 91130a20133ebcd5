"""Read query texts by name; those that ask of a filter begin with `filtered.sql`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Final

import pandas as pd

from corridor import geo, vocabulary
from corridor.filters import IncidentFilter
from corridor.store import Reader

# An incident whose place is known lies "at" a named place within this distance of its point.
NEAR_KM: Final = 5.0
# A place's other names are whole words; in Arabic "and", "in", "to", "the" grow onto them.
_WHOLE: Final = " (?:[وبلفك]?(?:ال|لل)?)?(?:{}) "
_FOLDER = Path(__file__).parent / "sql"


@cache
def statement(name: str) -> str:
    """Give the text of `sql/<name>.sql`."""
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def ask(store: Reader, name: str, **values: Any) -> pd.DataFrame:
    """Run `sql/<name>.sql` with bound values."""
    return store.read(statement(name), values)


def ask_filtered(store: Reader, name: str, chosen: IncidentFilter, **values: Any) -> pd.DataFrame:
    """Run `sql/<name>.sql` over the incidents that the filter keeps (as `filtered`)."""
    kept, text = statement("filtered"), chosen.text.strip()
    if text:
        kept = kept.replace("/* AND the text */", statement("filtered_text"))
        values |= _text_values(store, text)
    return store.read(kept + statement(name), chosen.params() | values)


def _text_values(store: Reader, text: str) -> dict[str, Any]:
    """Return what `filtered_text.sql` binds: the text as it stands anywhere, or a place's names."""
    named = geo.named(text)
    asked, *_ = _folded(store, [text])
    others = sorted(filter(None, _folded(store, sorted(named.spellings))))
    # Folded words are letters, digits and blanks: nothing in them is a pattern of its own. A text
    # of other signs alone is in nothing.
    patterns = [asked or "^$", *([_WHOLE.format("|".join(others))] if others else [])]
    actor = vocabulary.actor_name(text)
    return {
        "text": "|".join(patterns),
        "text_actor": "" if actor == text else actor,
        "place_lats": [latitude for latitude, _ in sorted(named.points)],
        "place_lons": [longitude for _, longitude in sorted(named.points)],
        "near_km": NEAR_KM,
    }


def _folded(store: Reader, texts: list[str]) -> list[str]:
    return list(ask(store, "folded_words", texts=texts)["words"])


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Give a frame's rows as dicts by column name."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def known(value: Any) -> Any:
    """Give a plain Python value; NaN, NaT and NA become None (unknown is never 0).

    A moment without a zone is a day: DATE reaches pandas as midnight.
    """
    if value is None or pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime() if value.tz else value.date()
    return value.item() if hasattr(value, "item") else value
