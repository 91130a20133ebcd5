"""What is selected, in words: which, how many of the filter's, how many killed."""

from __future__ import annotations

from collections.abc import Callable

from corridor.answers import Selected
from corridor.filter import IncidentFilter
from corridor.filter.along import kilometres_text
from corridor.filter.selection import Term, days_of, stretch_of
from corridor.queries import Summary
from corridor.spans import Pair
from corridor.texts import count_phrases
from corridor.words import numbers as fmt
from corridor.words import say


def selected(
    picked: Selected, whole: Summary, plain: Callable[[str], str] = str,
    strong: Callable[[str], str] = str,
) -> str:  # fmt: skip
    """Say "Selected: 13 of 104 incidents, 45 of 312 killed · within 10 km of a point"."""
    own, told = picked.summary, []
    counted = say("selection-of", count=own.incidents or 0, all=whole.incidents or 0)
    if own.fatalities_best is not None and whole.fatalities_best is not None:
        told.append(say("selection-killed", count=own.fatalities_best, all=whole.fatalities_best))
    told += [phrase for phrase in (count_phrases.unknown_phrase(own),) if phrase]
    told += count_phrases.beside_phrases(own)
    figures = fmt.unit_list([strong(counted), *map(plain, told)])
    return say("selection-told", figures=figures, what=plain(what(picked)))


def what(picked: Selected) -> str:
    """Name what was picked: "a circle of 10 km", "3 marks of the map"."""
    terms = picked.selection.terms
    kinds = dict.fromkeys(term.kind for term in terms)
    by_kind = [[term for term in terms if term.kind == kind] for kind in kinds]
    return fmt.sentence_list([_of_kind(same) for same in by_kind])


def _of_kind(same: list[Term]) -> str:
    kind, count, text = same[0].kind, len(same), same[0].text
    if count > 1 or kind in ("mark", "incident", "area"):
        return say(f"picked-{kind}", count=count)
    if kind == "circle":
        return say("selection-a-circle", km=kilometres_text(float(text.rpartition(",")[2])))
    if kind == "dates":
        return fmt.days(*days_of(text))
    if kind == "district":
        return say("map-district", district=text.partition("/")[2])
    if kind == "road":
        road, (first, last) = stretch_of(text)
        return say("selection-stretch", road=road.name, first=kilometres_text(first),
                   last=kilometres_text(min(last, round(road.length))))  # fmt: skip
    return say("selection-evidence", side=text.partition("/")[2])


def limits(picked: Selected) -> str:
    """Say what of it is not there now, and what no shape can hold; empty when all is well."""
    told = []
    if picked.empty:
        told.append(
            say("selection-empty", count=len(picked.empty), terms=len(picked.selection.terms))
        )
    if any(_reaches_out(days_of(text), picked.chosen) for text in picked.selection.of("dates")):
        told.append(say("selection-outside-period"))
    if picked.too_vague:
        told.append(say("selection-too-vague", count=picked.too_vague))
    count, others = picked.may_lie_there
    if count + others:
        told.append(say("selection-may-lie-there", count=count, others=others))
    return fmt.sentences(*told)


def _reaches_out(days: Pair, chosen: IncidentFilter) -> bool:
    return bool(
        (chosen.date_from and days[0] < chosen.date_from)
        or (chosen.date_to and days[1] > chosen.date_to)
    )
