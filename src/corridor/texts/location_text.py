"""Where incidents were reported and where they lie, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from corridor.answers import Apart, Disputed, LocationDisputes, Misplaced
from corridor.answers.location_disputes import FEW, UNKNOWN
from corridor.texts import as_text, disagreement_text
from corridor.words import numbers as fmt
from corridor.words import say


def in_words(found: LocationDisputes) -> str:
    """Say how many lie elsewhere than reported, and how far beyond doubt."""
    if not found.compared:
        return fmt.sentences(say("located-none"), uncompared(found))
    few = found.compared < FEW
    share = "" if few else fmt.percent(len(found.incidents) / found.compared, 1)
    told = say(
        "located-told",
        count=len(found.incidents),
        all=found.compared,
        share=share,
        few="few" if few else "enough",
    )
    beyond = say("located-beyond", count=found.beyond) if found.incidents else ""
    return fmt.sentences(told, beyond, distances(found), uncompared(found))


def distances(found: LocationDisputes) -> str:
    """Say how far beyond the boundary they lie: "Beyond the boundary: 0–5 km 20, …"."""
    each = [
        say("located-in-class", distance=class_name(name), count=count)
        for name, count in found.distances.items()
        if count
    ]
    return say("located-distances", classes=fmt.unit_list(each)) if each else ""


def class_name(name: str) -> str:
    """Name a class of distance: "5–10 km"."""
    if name == UNKNOWN:
        return say("located-class-unknown")
    low, _, high = name.partition("-")
    if not high:
        return say("located-class-over", km=low)
    return say("located-class", low=low, high=high)


def uncompared(found: LocationDisputes) -> str:
    """Say what could not be compared; "" where all could."""
    return fmt.sentences(
        say("located-uncompared", count=found.uncompared) if found.uncompared else "",
        say("located-centroids", count=found.centroids) if found.centroids else "",
    )


def km(each: Misplaced | Apart) -> str:
    """Write a distance; a dash where a point is only a centroid."""
    return fmt.EN_DASH if each.km is None else say("located-km", km=fmt.number(each.km, 1))


def certainty(each: Misplaced) -> str:
    """Say whether an incident lies further off than its point may."""
    if each.is_beyond is None:
        return say("located-is-unknown")
    reach = fmt.number(each.tolerance_km)
    return say("located-is-beyond" if each.is_beyond else "located-is-within", km=reach)


def share(each: Disputed) -> str:
    """Write a share; that it is too few where it is."""
    return say("located-few") if each.share is None else fmt.percent(each.share, 1)


def account(row: Mapping[str, Any]) -> str:
    """Name an account and the place it gives: "AFP: Tuz Khurmatu, Salah al-Din"."""
    told = dict(row)
    place = as_text.place(told)
    province = as_text.text(told["admin1"])
    named = place if not province or province == place else f"{place}, {province}"
    return say("told-of", label=disagreement_text.teller(told), told=named)
