"""Read query texts by name; those that ask of a filter begin with `filtered.sql`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, Final

import pandas as pd

from corridor import geo, vocabulary
from corridor.filter import IncidentFilter
from corridor.store import Reader

# An incident whose place is known lies "at" a named place within this distance of its point.
NEAR_KM: Final = 5.0
# A place's other names are whole words; in Arabic "and", "in", "to", "the" grow onto them.
_WHOLE: Final = " (?:[وبلفك]?(?:ال|لل)?)?(?:{}) "
# Where the conditions of a filter stand, and a condition that is a file of its own.
_EACH_CHOICE: Final = "/* WHERE each choice */"
# "/* filtered_within of road */" is that file with `$of_` for `$road_`.
_A_FILE: Final = re.compile(r"/\* (\w+)(?: of (\w+))? \*/")
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
    kept, bound = filtered(chosen)
    if text := chosen.text.strip():
        bound |= _text_values(store, text)
    return store.read(kept + statement(name), bound | values)


def filtered(chosen: IncidentFilter) -> tuple[str, dict[str, Any]]:
    """Return the SQL of `filtered` for a filter, and the values that it binds but for a text's."""
    kept = statement("filtered")
    conditions, values = chosen.conditions()
    texts = [_A_FILE.sub(_file, each) for each in conditions]
    where = f"WHERE {' AND '.join(texts)}" if texts else ""
    always = {
        "sources": list(chosen.sources), "upload": chosen.upload, "meridian": geo.MERIDIAN
    }  # fmt: skip
    return kept.replace(_EACH_CHOICE, where), always | values


def _file(named: re.Match[str]) -> str:
    return statement(named[1]).replace("$of_", f"${named[2]}_")


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
