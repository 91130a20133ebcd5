"""What a map draws, and what it cannot draw and why, in words."""

from __future__ import annotations

from collections.abc import Sequence

from corridor.answers import DistrictCount, LegendCounts
from corridor.filter import IncidentFilter
from corridor.queries import OTHERS
from corridor.texts.count_phrases import BESIDE, beside_phrase
from corridor.words import numbers as fmt
from corridor.words import say


def where_most(counted: Sequence[DistrictCount]) -> str:
    """Say where: in which three districts most incidents are."""
    if not counted:
        return say("overview-where-unknown")
    names = fmt.sentence_list([each.admin2 for each in counted[:3]])
    return say("overview-where", districts=names)


def drawn_sentence(series: str, counts: LegendCounts) -> str:
    """Say how much of the selection the map shows: "74 of 97 incidents by UCDP drawn"."""
    return say("map-drawn", drawn=counts.drawn, total=counts.total, series=series)


def message(chosen: IncidentFilter, counts: LegendCounts, counted: Sequence[DistrictCount]) -> str:
    """Say what a map of a filter shows, for those who do not see it."""
    title = say("map-title", place=chosen.place())
    told = (title, drawn_sentence(chosen.measuring, counts), where_most(counted))
    return " ".join(f"{text}." for text in told)


def caption(chosen: IncidentFilter, counts: LegendCounts, ground: str) -> str:
    """Say what is drawn, what is not, and how good the `ground` is, under a map."""
    accuracy = say("map-accuracy-and", ground=ground) if ground else say("map-accuracy")
    beside = beside_sentences(chosen.measuring, counts)
    drawn = drawn_sentence(chosen.measuring, counts)
    told = (drawn, not_drawn_sentence(counts), *beside, accuracy)
    return " ".join(f"{text.rstrip('.')}." for text in told if text)


def beside_sentences(series: str, counts: LegendCounts) -> list[str]:
    """Say what the map shows of others, each apart, and how much of it is drawn."""
    return [
        say(
            "map-beside",
            drawn=told.drawn,
            beside=beside_phrase(name, told.total, series),
        )
        for name, told in counts.beside.items()
    ]


def teller(name: str | None, series: str) -> str:
    """Name who tells a mark: the measuring series, another one, or others."""
    if name is None:
        return series
    return say("teller-others") if name == OTHERS else name


def told_by(name: str, series: str) -> str:
    """Name those who alone tell what stands beside: "told only by others"."""
    if name == OTHERS:
        return say("told-only-by-others")
    return say("told-by-itself" if name == series else "told-only-by-series", series=name)


def not_drawn_sentence(counts: LegendCounts) -> str:
    """Say what is not on the map and why; empty when everything is.

    "23 not drawn: 17 known only to the province; 6 known only to a road, a border or a range".
    """
    if not counts.not_drawn:
        return ""
    reasons = [
        say("map-count-and-reason", count=count, reason=reason_text(why))
        for why, count in counts.not_drawn.items()
    ]
    joined = say("between-clauses").join(reasons)
    return say("map-not-drawn", count=counts.total - counts.drawn, reasons=joined)


def missing(series: str, counts: LegendCounts) -> str:
    """Say what is not drawn, that of others apart; empty when everything is."""
    own = counts.total - counts.drawn
    told = [say("incidents-by", count=own, series=series)] if own else []
    told += [
        beside_phrase(name, each.total - each.drawn, series)
        for name, each in counts.beside.items()
        if each.total > each.drawn
    ]
    return say("map-not-drawn-and-why", counts=BESIDE.join(told)) if told else ""


def reason_text(why: str) -> str:
    """Say why an incident is not drawn: "known only to the province"."""
    return say(f"map-reason-{why}")
