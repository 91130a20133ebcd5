"""The main roads by ten kilometres, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from corridor import queries, vocabulary
from corridor.answers import BACK_DAYS, Roads, RoadStrip, Stretch
from corridor.filter.along import kilometres_text
from corridor.texts import count_phrases
from corridor.words import numbers as fmt
from corridor.words import say


def figures(found: Roads, strip: RoadStrip, selected: int | None = None) -> str:
    """Say "11 incidents, 47 killed, deaths unknown for 2 · last 3 Sep 2018 · 7 before"."""
    told = [say("incidents", count=strip.incidents)]
    told += _deaths(strip)
    parts = [fmt.unit_list(told)]
    if selected is not None:
        parts.append(say("roads-selected", count=selected))
    if strip.last:
        parts.append(say("roads-last", day=fmt.day(strip.last)))
    if strip.repeats:
        parts.append(say("roads-repeats", count=strip.repeats, days=BACK_DAYS))
    if strip.inexact:
        parts.append(say("roads-inexact", count=strip.inexact))
    if found.is_compared:
        parts.append(say("roads-before", count=fmt.number(strip.before)))
    return " · ".join(parts)


def _deaths(of: RoadStrip | Stretch) -> list[str]:
    is_told = of.incidents and of.killed is not None
    told = [say("killed-exactly", best=fmt.number(of.killed))] if is_told else []
    unknown = of.killed_unknown
    return told + ([say("killed-unknown-for", count=unknown)] if unknown else [])


def stretch(found: Roads, strip: RoadStrip, each: Stretch) -> list[str]:
    """Say in lines what is known of ten kilometres; the first names them."""
    lines = [_named(strip, each)]
    if each.incidents is None:
        return [*lines, say("roads-not-asked")]
    counted = [say("incidents", count=each.incidents), *_deaths(each)]
    lines.append(fmt.unit_list(counted))
    if each.incidents:
        lines.append(_kinds(each.exact, each.at_town, each.near))
    days = found.days_since(each.last)
    if each.last and days is not None:
        lines.append(say("roads-since", day=fmt.day(each.last), days=days))
    if each.repeats:
        lines.append(say("roads-repeats", count=each.repeats, days=BACK_DAYS))
    if each.before is not None:
        lines.append(say("roads-before", count=fmt.number(each.before)))
    return lines


def _kinds(exact: int, town: int, near: int) -> str:
    return say(
        "roads-kinds",
        exact=fmt.number(exact),
        town=fmt.number(town),
        near=fmt.number(near),
        radius=fmt.number(vocabulary.NEAR_RADIUS_KM),
    )


def _named(strip: RoadStrip, each: Stretch) -> str:
    return _stretch(strip.road.name, each.from_km, each.to_km)


def _stretch(road: str, first: int, last: float) -> str:
    return say("roads-stretch", road=road, first=str(first), last=fmt.number(last))


def profile_cells(row: Mapping[str, Any]) -> list[str]:
    """Return what a table has of a row of a finding's kilometre profile."""
    kinds = _kinds(row["exact"], row["at_town"], row["near"])
    named = _stretch(row["road"], row["from_km"], row["to_km"])
    return [named, fmt.number(row["incidents"]), kinds]


def profile_in_words(profile: pd.DataFrame) -> str:
    """Say a finding's kilometre profile for who cannot see it: where most incidents are."""
    most = queries.rows_of(profile.nlargest(1, "incidents"))[0]
    return say(
        "finding-roads-in-words",
        stretch=_stretch(most["road"], most["from_km"], most["to_km"]),
        count=int(most["incidents"]),
        all=int(profile["incidents"].sum()),
    )


def headings(found: Roads) -> list[str]:
    """Return the headings over `cells`."""
    names = ["stretch", "incidents", "unsure", "killed", "unknown", "last", "repeats"]
    names += ["before"] if found.is_compared else []
    return [say(f"roads-column-{name}", days=BACK_DAYS) for name in names]


def cells(found: Roads, strip: RoadStrip, each: Stretch) -> list[str]:
    """Return what a table has of ten kilometres."""
    told = [
        _named(strip, each),
        fmt.number(each.incidents),
        fmt.number(each.at_town + each.near),
        fmt.number(each.killed),
        fmt.number(each.killed_unknown),
        fmt.day(each.last) if each.last else fmt.EN_DASH,
        fmt.number(each.repeats),
    ]
    return told + ([fmt.number(each.before)] if found.is_compared else [])


def note(found: Roads) -> str:
    """Say what is on a road, and what is on none or cannot be told."""
    if found.windows is None:
        return say("roads-uncovered", series=found.series)
    beside = [
        count_phrases.beside_phrase(name, count, found.series)
        for name, count in found.beside.items()
    ]
    near = fmt.number(vocabulary.NEAR_RADIUS_KM)
    return fmt.sentences(
        say("roads-on", count=found.incidents or 0) if found.strips else "",
        say("roads-told", km=kilometres_text(found.km), near=near),
        "" if found.strips else say("roads-none"),
        say("roads-silent", roads=fmt.either(list(found.silent)))
        if found.strips and found.silent
        else "",
        say("roads-unplaced", count=found.unplaced) if found.unplaced else "",
        say("roads-beside", told=fmt.sentence_list(beside)) if beside else "",
        say("roads-scaled") if found.scale != 1 else "",
    )
