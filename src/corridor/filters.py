"""One filter value for every page, the command line and every query.

`IncidentFilter` is frozen and hashable: it keys caches, binds SQL (`params`), speaks
(`describe`) and travels in a URL (`to_query`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from corridor import vocabulary
from corridor.words import numbers as fmt
from corridor.words import say

# URL parameter -> what it carries. Labels in the URL are a public contract.
URL_KEYS: Final = (
    "province",
    "district",
    "dates",
    "event_type",
    "actor",
    "source",
    "civilians",
    "precision",
    "text",
    "upload",
)
# What `upload` may say beside the id of one upload.
WITHOUT_UPLOADS: Final = "without"
ONLY_UPLOADS: Final = "only"


@dataclass(frozen=True)
class IncidentFilter:
    """Which incidents a view shows. Empty tuples mean "no restriction".

    `provinces` and `districts` hold display names; `date_from` and `date_to` are inclusive and
    compare with the first day of an incident; `precision` keeps incidents known at least as
    well as the label; `civilians` keeps violence against civilians and any incident with
    civilians among the dead; `sources` counts each incident by its best account among them;
    `text` is looked for in every account of an incident, a place also under its other names;
    `upload` keeps the incidents that one upload tells (its id), or any ("only"), or leaves out
    every uploaded account ("without": what an upload has updated counts as it was shipped).
    """

    provinces: tuple[str, ...] = vocabulary.CORRIDOR
    districts: tuple[str, ...] = ()
    date_from: date | None = None
    date_to: date | None = None
    event_types: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    civilians: bool = False
    precision: str = ""
    text: str = ""
    upload: str = ""

    def params(self) -> dict[str, Any]:
        """Return the `$named` values that `sql/filtered.sql` binds, all but the text."""
        return {
            "provinces": list(self.provinces),
            "districts": list(self.districts),
            "date_from": self.date_from,
            "date_to": self.date_to,
            "event_types": list(self.event_types),
            "actors": list(self.actors),
            "sources": list(self.sources),
            "civilians": self.civilians,
            "precision": vocabulary.precision_rank(self.precision),
            "upload": self.upload,
        }

    def place(self) -> str:
        """Name the places in words: "Kirkuk and Diyala", "all Iraq"."""
        if self.districts:
            return fmt.sentence_list(self.districts)
        return fmt.sentence_list(self.provinces) if self.provinces else say("all-iraq")

    def describe(self) -> str:
        """Say the filter in one phrase, places and dates first."""
        return fmt.unit_list(self.phrases())

    def phrases(self) -> list[str]:
        """Say each thing that the filter asks for, the place first, then the dates."""
        actors = fmt.sentence_list([vocabulary.actor_label(name) for name in self.actors])
        sources, text = fmt.sentence_list(self.sources), self.text.strip()
        parts = [
            self.place(),
            self.period(),
            fmt.sentence_list(self.event_types),
            say("civilians-targeted") if self.civilians else "",
            say("involving", actors=actors) if actors else "",
            say("by-sources", sources=sources) if sources else "",
            say("placed-at-least", precision=self.precision) if self.precision else "",
            say("with-the-text", text=text) if text else "",
            say("of-upload", upload=self.upload) if self.upload else "",
        ]
        return [part for part in parts if part]

    def period(self) -> str:
        """Say the dates: "1–30 Jun 2018", "1 Jul 2017 – 30 Jun 2018", "all dates"."""
        if self.date_from is None and self.date_to is None:
            return say("all-dates")
        if self.date_from is None:
            return say("dates-to", day=fmt.day(self.date_to))
        if self.date_to is None:
            return say("dates-from", day=fmt.day(self.date_from))
        return fmt.days(self.date_from, self.date_to)

    def to_query(self) -> list[tuple[str, str]]:
        """Give URL pairs that restore this filter; both dates are always written."""
        pairs = [("province", name) for name in self.provinces or (vocabulary.ALL_IRAQ,)]
        pairs += [("district", name) for name in self.districts]
        pairs += [
            ("dates", moment.isoformat()) for moment in (self.date_from, self.date_to) if moment
        ]
        pairs += [("event_type", name) for name in self.event_types]
        pairs += [("actor", vocabulary.actor_label(name)) for name in self.actors]
        pairs += [("source", name) for name in self.sources]
        pairs += [("civilians", "true")] if self.civilians else []
        pairs += [("precision", self.precision)] if self.precision else []
        pairs += [("text", self.text.strip())] if self.text.strip() else []
        pairs += [("upload", self.upload)] if self.upload else []
        return pairs


def problems(query: Mapping[str, Sequence[str]], options: Mapping[str, Sequence[str]]) -> list[str]:
    """Name what a URL asks for that cannot be met: unknown values, unreadable or inverted dates.

    `query` maps URL keys to their values, `options` maps the keys with closed lists to theirs.
    """
    found = [
        say("choice-unknown", key=key, value=value)
        for key in URL_KEYS
        if key in options
        for value in query.get(key, ())
        if value not in options[key]
    ]
    return found + _date_problems(list(query.get("dates", ())))


def _date_problems(values: list[str]) -> list[str]:
    moments = [parse_day(value) for value in values]
    bad = [value for value, moment in zip(values, moments, strict=True) if moment is None]
    if bad:
        return [say("date-unreadable", value=value) for value in bad]
    # One date is a period of one day: Streamlit writes two equal ones as one.
    if len(values) > 2:
        return [say("dates-too-many", count=len(values))]
    if len(moments) == 2 and moments[0] and moments[1] and moments[0] > moments[1]:
        return [say("dates-backwards", first=values[0], last=values[1])]
    return []


def parse_day(text: str) -> date | None:
    """Read an ISO date, None when it is not one."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
