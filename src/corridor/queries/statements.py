"""Read query texts by name; those that ask of a filter begin with `filtered.sql`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pandas as pd

from corridor import geo, packs, vocabulary
from corridor.filter import WITHOUT_UPLOADS, IncidentFilter
from corridor.spans import Spans
from corridor.statements import statements
from corridor.store import Reader, fold

# An incident whose place is known lies "at" a named place within this distance of its point.
NEAR_KM: Final = 5.0
# A place's other names are whole words; in Arabic "and", "in", "to", "the" grow onto them.
_WHOLE: Final = " (?:[وبلفك]?(?:ال|لل)?)?(?:{}) "
# Where the conditions of a filter stand, and a condition that is a file of its own.
_EACH_CHOICE: Final = "/* WHERE each choice */"
# Where the accounts stand by which incidents are counted, of which they are the best, and points
# in metres, where a distance is asked for.
_BEST: Final = "/* best accounts */"
_MEASURED: Final = "/* measured */"
_OFFERED: Final = "/* offered */"
_OF_SOURCES: Final = "/* of sources */"
_PROVISIONAL: Final = "/* provisional */"
_IS_MEASURED: Final = re.compile(r"\bFROM measured\b")
# "/* filtered_within of road */" is that file with `$of_` for `$road_`.
_A_FILE: Final = re.compile(r"/\* (\w+)(?: of (\w+))? \*/")

statement = statements(Path(__file__).parent / "sql")


def ask(store: Reader, name: str, **values: Any) -> pd.DataFrame:
    """Run `sql/<name>.sql` with bound values."""
    return named(store.read(statement(name), {"series": packs.series().code} | values))


def ask_filtered(store: Reader, name: str, chosen: IncidentFilter, **values: Any) -> pd.DataFrame:
    """Run `sql/<name>.sql` over the incidents that the filter keeps (as `filtered`).

    Of those with `ids` alone, where there are any.
    """
    ids = values.pop("ids", None)
    asked = _A_FILE.sub(_file, statement(name))
    is_measured = bool(_IS_MEASURED.search(asked))
    more = ["/* filtered_ids of these */"] * bool(ids)
    kept, bound = filtered(chosen, *more, is_measured=is_measured)
    bound |= {"these_ids": ids} if ids else {}
    return named(store.read(kept + asked, bound | values))


def ask_marked(store: Reader, name: str, chosen: IncidentFilter, **values: Any) -> pd.DataFrame:
    """Run `sql/<name>.sql` over the incidents that the filter keeps, each with its mark (`marked`).

    `most_marks` is bound: above so many points and discs marks are cells of a grid.
    """
    kept, bound = filtered(chosen)
    return named(store.read(kept + statement("map_marks") + statement(name), bound | values))


def ask_in_windows(
    store: Reader, name: str, chosen: IncidentFilter, windows: Sequence[Spans]
) -> pd.DataFrame:
    """Run `sql/<name>.sql` over the incidents of a filter in windows, at the dates of these alone.

    `$windows` has a row for each span of each: the `number` of the window, first and last day. One
    of them has a day.
    """
    rows = [
        {"number": number, "first_day": first, "last_day": last}
        for number, days in enumerate(windows)
        for first, last in days.pairs
    ]
    every = Spans(tuple(pair for days in windows for pair in days.pairs))
    around = replace(chosen, date_from=every.first, date_to=every.last)
    return ask_filtered(store, name, around, windows=rows)


def named(rows: pd.DataFrame) -> pd.DataFrame:
    """Return rows with the names that callers know.

    A column that is made of one of its own name is `name_` in SQL: to ClickHouse,
    `sum(deaths) AS deaths` is a sum of itself.
    """
    return rows.rename(columns=lambda name: name.removesuffix("_"))


def filtered(
    chosen: IncidentFilter, *more: str, is_measured: bool = False
) -> tuple[str, dict[str, Any]]:
    """Return the SQL of `filtered` for a filter and `more` conditions, and what it binds.

    `is_measured` says that what reads it asks for points in metres too.
    """
    conditions, values = chosen.conditions()
    texts = [_A_FILE.sub(_file, each) for each in [*conditions, *more]]
    where = f"WHERE {' AND '.join(texts)}" if texts else ""
    is_measured = is_measured or any(_IS_MEASURED.search(each) for each in texts)
    sql = (
        statement("filtered")
        .replace(_BEST, _best(chosen))
        .replace(_MEASURED, statement("measured") if is_measured else "")
        .replace(_EACH_CHOICE, where)
        .replace(_PROVISIONAL, statement("of_continuation") if chosen.continuation else "FALSE")
    )
    if text := chosen.text.strip():
        values |= _text_values(text)
    always = {
        "sources": list(chosen.sources), "upload": chosen.upload, "meridian": geo.meridian(),
        "series": chosen.measuring, "continuation": chosen.continuation,
    }  # fmt: skip
    return sql, always | values


def _best(chosen: IncidentFilter) -> str:
    """Return the accounts by which incidents are counted, one each."""
    is_shipped = chosen.upload == WITHOUT_UPLOADS
    # The store ranks by the country's series.
    is_usual = chosen.measuring == packs.series().code and not chosen.continuation
    if is_usual and not chosen.sources and not is_shipped:
        return statement("best_accounts")
    return (
        statement("best_of_offered")
        .replace(_OFFERED, statement("shipped_accounts" if is_shipped else "current_accounts"))
        .replace(_OF_SOURCES, statement("of_sources") if chosen.sources else "TRUE")
    )


def _file(named: re.Match[str]) -> str:
    text = _A_FILE.sub(lambda inner: statement(inner[1]), statement(named[1]))
    return text.replace("$of_", f"${named[2]}_")


def _text_values(text: str) -> dict[str, Any]:
    """Return what `filtered_text.sql` binds: the text as it stands anywhere, or a place's names."""
    place = geo.named(text)
    asked, *_ = fold(text)
    others = sorted({*fold(*sorted(place.spellings))} - {""})
    # Folded words are letters, digits and blanks: nothing in them is a pattern of its own. A text
    # of other signs alone is in nothing.
    patterns = [asked or "^$", *([_WHOLE.format("|".join(others))] if others else [])]
    actor = vocabulary.actor_name(text)
    return {
        "text": "|".join(patterns),
        "text_actor": "" if actor == text else actor,
        "places": [{"lat": lat, "lon": lon} for lat, lon in sorted(place.points)],
        "place_km": NEAR_KM,
    }


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return a frame's rows as dicts by column name."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def known(value: Any) -> Any:
    """Return a plain Python value; NaN, NaT and NA become None (unknown is never 0).

    A moment without a zone is a day: DATE reaches pandas as midnight.
    """
    if value is None or pd.isna(value):
        return None
    if isinstance(value, pd.Timestamp):
        return value.to_pydatetime() if value.tz else value.date()
    return value.item() if hasattr(value, "item") else value
