"""A first mapping of an unknown table, from its column names: for a person to mend."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, Final

from rapidfuzz import fuzz, process

from corridor import schema, vocabulary
from corridor.ingest.glance import Glance
from corridor.ingest.mapping import NEEDED, ColumnMap

# Words that sheets of incidents use for our columns, besides the codebook's own names.
WORDS: Final[dict[str, tuple[str, ...]]] = {
    "incident_id": ("id", "event id", "incident number", "incident no", "ref", "serial"),
    "source": ("data source", "dataset"),
    "event_date": ("date", "incident date", "date of incident", "attack date", "day", "start date",
                   "التاريخ", "تاريخ الحادث"),
    "event_date_end": ("end date", "date end", "last day", "until"),
    "event_type": ("type", "incident type", "category", "type of incident", "attack type", "kind",
                   "kind of incident", "nature of incident", "incident category",
                   "النوع", "نوع الحادث"),
    "actor1": ("perpetrator", "attacker", "actor", "group", "perpetrator group", "الجهة"),
    "actor2": ("target", "victim", "target group", "الهدف"),
    "fatalities_best": ("killed", "deaths", "fatalities", "dead", "people killed", "kia",
                        "death toll", "القتلى", "عدد القتلى"),
    "fatalities_low": ("killed min", "deaths low", "minimum deaths", "min killed"),
    "fatalities_high": ("killed max", "deaths high", "maximum deaths", "max killed"),
    "deaths_civilians": ("civilians killed", "civilian deaths", "civilian casualties"),
    "wounded": ("injured", "wia", "people wounded", "injuries", "الجرحى"),
    "abducted": ("kidnapped", "abductions", "people abducted", "المختطفون"),
    "reported_admin1": ("admin1", "governorate", "province", "المحافظة"),
    "reported_admin2": ("admin2", "district", "القضاء"),
    "location": ("place", "town", "village", "site", "location name", "city", "المكان", "الموقع"),
    "latitude": ("lat", "y", "north", "خط العرض"),
    "longitude": ("lon", "lng", "long", "x", "east", "خط الطول"),
    "notes": ("description", "summary", "details", "comment", "remarks", "narrative", "الوصف"),
    "source_title": ("source name", "article", "headline", "media source", "المصدر"),
    "source_url": ("url", "link", "source link", "web"),
    "source_date": ("report date", "date reported", "published"),
}  # fmt: skip
# Percent of letters that must agree. Short words are easily alike: they must agree wholly.
_ENOUGH: Final = 82
_SHORT: Final = 4
_IDLE: Final = frozenset({"number", "no", "num", "total", "of", "the", "people", "count"})


def suggest(table: Glance) -> ColumnMap:
    """Pair columns by their names, each at most once, the surest pairs first.

    Texts of the column of event types that are our types or sub-events are paired as well. The
    source is not guessed.
    """
    pairs = _pairs(table.header.written)
    columns = {name: pairs[name] for name in (c.name for c in schema.CSV_COLUMNS) if name in pairs}
    texts = table.texts(columns["event_type"]) if "event_type" in columns else ()
    return ColumnMap(
        tuple(columns.items()),
        codes=tuple(("event_type", text, found) for text in texts if (found := event_type(text))),
    )


def draft(table: Glance) -> dict[str, Any]:
    """Give the suggestion as a mapping file, with empty places for what a person must fill in."""
    found = suggest(table).as_json()
    columns = found["columns"]
    found["same"] = {name: "" for name in NEEDED if name not in columns}
    if "event_type" in columns:
        texts = table.texts(columns["event_type"])
        found["codes"]["event_type"] = {text: event_type(text) or "" for text in texts}
    return found


def _pairs(written: Iterable[str]) -> dict[str, str]:
    scored = sorted(
        (
            (-score, name, theirs)
            for theirs in written
            for name, score in _scores(theirs).items()
            if score >= _ENOUGH
        ),
    )
    found: dict[str, str] = {}
    for _, name, theirs in scored:
        if name not in found and theirs not in found.values():
            found[name] = theirs
    return found


def _scores(theirs: str) -> dict[str, float]:
    word = _plain(theirs)
    if len(word) <= _SHORT:
        return {name: 100.0 for name in _known() if word in _known()[name]}
    best = (
        (name, process.extractOne(word, words, scorer=fuzz.token_sort_ratio))
        for name, words in _known().items()
    )
    return {name: found[1] for name, found in best if found}


def _plain(written: str) -> str:
    """Give a name without brackets, signs and words that say nothing of what is counted."""
    words = re.sub(r"\(.*?\)|[\W_]+", " ", written[:60].casefold()).split()
    return " ".join(word for word in words if word not in _IDLE)


@cache
def _known() -> dict[str, tuple[str, ...]]:
    return {
        column.name: tuple(map(_plain, (column.name, *WORDS.get(column.name, ()))))
        for column in schema.CSV_COLUMNS
    }


# How words of a sheet's own name for a kind of incident begin, and the type that they speak of.
_BEGINNINGS: Final = {
    "Explosions/Remote violence": (
        "ied", "bomb", "explos", "suicide", "rocket", "mortar", "shell", "airstrike", "air strike",
        "mine", "landmine", "vbied", "svest", "grenade", "drone",
    ),
    "Violence against civilians": (
        "civilian", "abduct", "kidnap", "assassin", "execution", "murder", "checkpoint",
    ),
    "Battles": ("battle", "clash", "armed", "firefight", "ambush", "small arms", "saf", "raid"),
    "Protests": ("protest", "demonstrat"),
    "Riots": ("riot", "mob"),
    "Strategic developments": ("arrest", "detain", "seiz", "cache", "agreement"),
}  # fmt: skip
_TYPE_WORDS: Final = {
    name: re.compile(rf"\b(?:{'|'.join(begin)})") for name, begin in _BEGINNINGS.items()
}


def event_type(text: str) -> str | None:
    """Give the event type that a sheet's word probably means, None when it is not known."""
    word = text.casefold()
    by_name = {name.casefold(): name for name in vocabulary.EVENT_TYPES}
    by_name |= {sub.casefold(): name for sub, name in vocabulary.SUB_EVENT_TYPES.items()}
    if word in by_name:
        return by_name[word]
    hits = (name for name, begin in _TYPE_WORDS.items() if begin.search(word))
    return next(hits, None)
