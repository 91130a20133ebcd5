"""The legend of the map: what its marks mean, and how many incidents stand behind them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from corridor.answers import LegendCounts, Rates
from corridor.answers.rates import AREA
from corridor.filter import IncidentFilter
from corridor.maps.incident_map import Mode
from corridor.maps.map_rates import class_words, rate_classes
from corridor.palette import Theme, colour
from corridor.texts import places_text
from corridor.ui import parts
from corridor.ui.frame import report_incident
from corridor.ui.parts import Html, LegendItem
from corridor.words import numbers as fmt
from corridor.words import say, terms


def marks_key(*shown: IncidentFilter) -> list[LegendItem]:
    """Name the marks that need a word where a map of these filters is small."""
    items = [LegendItem(say("map-key-disc"), "disc"), LegendItem(say("map-key-district"), "fill")]
    if any(report_incident.place(each) for each in shown):
        items.append(LegendItem(say("map-key-report"), "ring"))
    return items


def legend(counts: LegendCounts, mode: Mode) -> list[Html]:
    """Name the marks of the large map, with the measuring series' incidents behind each."""
    marks = [(_PRECISION_KEYS[word], count) for word, count in counts.by_precision.items()]
    precision = [
        replace(mark, label=say(mark.label), count=fmt.number(count)) for mark, count in marks
    ]
    shown = [
        parts.legend_list(type_items(counts), say("map-what-happened")),
        parts.legend_list(precision, say("map-how-well-known")),
    ]
    return [*shown, *(points_key() if mode == "points" else [])]


def points_key() -> list[Html]:
    """Name the sizes of points, and how they fade."""
    size = [
        LegendItem(fmt.number(count), "circle", size=round(2 * min(24, 3.2 + 1.55 * count**0.5)))
        for count in (1, 10, 100)
    ]
    recency = [
        LegendItem(say("map-recent-days", count=30), kind="Battles", outlined=True),
        LegendItem(fmt.number(90), kind="Battles", opacity=0.92),
        LegendItem(fmt.number(180), kind="Battles", opacity=0.65),
        LegendItem(say("map-recent-older"), kind="Battles", opacity=0.37),
    ]
    return [parts.legend(size, say("map-killed")), parts.legend(recency, say("map-how-recent"))]


def by_rate(counts: LegendCounts, rates: Rates, theme: Theme) -> list[Html]:
    """Name the colours of districts, with how many districts have each, and what is in none."""
    return [
        parts.legend_list(type_items(counts), say("map-what-happened")),
        parts.legend_list(rate_items(rates, theme), rate_title(rates)),
        parts.paragraph(rate_notes(rates), quiet=True),
    ]


def rate_title(rates: Rates) -> str:
    """Say what the colours of districts are of."""
    return say("map-rate-title-a-month" if rates.is_a_month else "map-rate-title", area=AREA)


def rate_items(rates: Rates, theme: Theme) -> list[LegendItem]:
    """Name the classes of the colours of districts, with how many districts have each."""
    held = [each.rate for each in rates.rates if each.incidents]
    items = [
        LegendItem(
            class_words(item),
            "square",
            colour=colour("accent", theme),
            opacity=item.colour[3] / 255,
            count=fmt.number(sum(item.over < rate <= item.upto for rate in held if rate)),
        )
        for item in rate_classes(rates, theme)
    ]
    none = sum(each.incidents == 0 for each in rates.rates)
    uncovered = sum(each.incidents is None for each in rates.rates)
    if none:
        bare = colour("land", theme)
        items.append(
            LegendItem(say("map-rate-none"), "square", count=fmt.number(none), colour=bare)
        )
    if uncovered:
        told = say("map-rate-uncovered", series=rates.series)
        items.append(LegendItem(told, "hatch", count=fmt.number(uncovered)))
    return items


def rate_notes(rates: Rates) -> str:
    """Say what the colours of districts do not tell."""
    notes = [say("map-rate-note")]
    if any(each.is_few for each in rates.rates):
        notes.append(say("map-rate-pale", least=fmt.LOW_BASE))
    if rates.no_district:
        notes.append(say("map-rate-no-district", count=rates.no_district))
    return " ".join(notes)


def marked(chosen: IncidentFilter, counts: LegendCounts) -> Html:
    """Name what is marked besides: the report's incident, what others tell, uploads."""
    place = report_incident.place(chosen)
    items = [LegendItem(place.label, "ring")] if place else []
    items += [*beside_key(chosen, counts), *uploads_key(counts)]
    return parts.legend_list(items, say("map-marked"))


def beside_key(chosen: IncidentFilter, counts: LegendCounts) -> list[LegendItem]:
    """Count what others alone tell, each of them apart."""
    return [
        LegendItem(
            places_text.told_by(name, chosen.measuring), "circle", count=fmt.number(told.total)
        )
        for name, told in counts.beside.items()
    ]


def uploads_key(counts: LegendCounts) -> list[LegendItem]:
    """Count the measuring series' incidents that were uploaded."""
    if not counts.uploaded:
        return []
    return [LegendItem(say("map-uploaded"), "diamond", count=fmt.number(counts.uploaded))]


# How well places are known -> a mark with the key of its words.
_PRECISION_KEYS: Final = {
    "exact": LegendItem("map-precision-exact", "dot", kind="Battles"),
    "near": LegendItem("map-precision-near", "disc"),
    "district": LegendItem("map-precision-district", "fill"),
    "governorate": LegendItem("map-precision-governorate", "+n"),
    "line or area": LegendItem("map-precision-line-or-area", "–"),
    "country": LegendItem("map-precision-country", "–"),
    "sea or air": LegendItem("map-precision-sea-or-air", "–"),
    "not stated": LegendItem("map-precision-not-stated", "–"),
}


def type_items(counts: LegendCounts) -> list[LegendItem]:
    """Count the measuring series' incidents of each type."""
    return [
        LegendItem(terms.event_label(name), kind=name, count=fmt.number(count))
        for name, count in counts.by_type.items()
    ]
