"""The layouts of uploaded files as text, written from the tables that read them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from corridor import vocabulary
from corridor.ingest.layouts import (
    acled,
    acled_codes,
    gtd,
    gtd_codes,
    native,
    ucdp_candidate,
    ucdp_ged,
)  # fmt: skip
from corridor.ingest.model.layout import Layout
from corridor.store.errors import clauses
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.words.terms import term

# What holds of every layout, and of tables read with a mapping.
_AS_THEY_COME: Final = (
    "guide-header",
    "guide-rows-left-out",
    "guide-other-tables",
    "guide-numbers-of-people",
    "guide-coordinates",
    "guide-days",
    "guide-times",
)


def layouts_markdown() -> str:
    """Return the page on every layout as Markdown."""
    lines = [
        *(f"# {say('guide-title')}", ""),
        *(say("guide-what-it-is"), "", say("guide-recognised"), ""),
        *(f"## {say('guide-as-they-come')}", "", say("guide-assumed"), ""),
        *(f"- {say(key)}" for key in _AS_THEY_COME),
        *("", *_native(), *_ucdp(), *_acled(), *_gtd()),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _native() -> list[str]:
    return [*_title(native.LAYOUT), say("guide-native"), ""]


def _ucdp() -> list[str]:
    types, subs = ucdp_ged.TYPES, ucdp_ged.SUB_TYPES
    rows = [
        (code, say(f"guide-ucdp-{code}"), term(types[code]), term(subs[code])) for code in types
    ]
    events = say("guide-event-type"), say("guide-sub-event-type")
    return [
        *_title(ucdp_ged.LAYOUT),
        say("guide-ucdp"),
        "",
        *_columns(ucdp_ged.LAYOUT),
        *_table(("type_of_violence", say("guide-meaning"), *events), rows),
        say("guide-ucdp-ranks"),
        "",
        *_title(ucdp_candidate.LAYOUT),
        say("guide-candidate"),
        "",
    ]


def _acled() -> list[str]:
    subs = acled_codes.OLD_SUB_TYPES
    old = [
        (name.capitalize(), term(now), term(subs.get(name, "")))
        for name, now in acled_codes.OLD_TYPES.items()
    ]
    places = _ranks(acled_codes.GEO_PRECISIONS, vocabulary.GEO_PRECISIONS)
    days = _ranks(acled_codes.TIME_PRECISIONS, vocabulary.DATE_PRECISIONS)
    events = say("guide-event-type"), say("guide-sub-event-type")
    return [
        *_title(acled.LAYOUT),
        say("guide-acled"),
        "",
        *_table((say("guide-event-type-before"), *events), old),
        say("guide-acled-both", interactions=_demonstrations()),
        "",
        *_table(("geo_precision", say("guide-location-precision")), places),
        *_table(("time_precision", say("guide-date-precision")), days),
        say("guide-acled-deaths"),
        "",
        *_columns(acled.LAYOUT),
    ]


def _gtd() -> list[str]:
    ranks = dict(_ranks(gtd_codes.PLACES, vocabulary.GEO_PRECISIONS))
    places = [(code, ranks[code], ranks[f"{code} near"]) for code in gtd_codes.SPECIFICITY]
    targets = [f"{code} {gtd_codes.TARGETS[int(code) - 1]}" for code in gtd_codes.ARMED]
    fights = say("guide-target-fights"), say("guide-target-does-not")
    near = say("guide-location-precision"), say("guide-location-near")
    return [
        *_title(gtd.LAYOUT),
        say("guide-gtd"),
        "",
        *_table(("attacktype1", say("guide-meaning"), *fights), _attacks()),
        say("guide-gtd-targets", targets=fmt.unit_list(targets)),
        say("guide-gtd-without-target"),
        "",
        *_table(("specificity", *near), places),
        say("guide-gtd-numbers"),
        "",
        *_columns(gtd.LAYOUT),
    ]


def _title(layout: Layout) -> list[str]:
    return [f"## {layout.title} (`{layout.name}`)", ""]


def _columns(layout: Layout) -> list[str]:
    """Say which columns are needed, and for each that is kept the field it fills."""
    needed = [*layout.required, *map(fmt.either, layout.one_of)]
    fields: dict[str, list[str]] = {}
    for field, theirs in layout.origin.items():
        fields.setdefault(theirs, []).append(field)
    kept = [
        say("guide-column-kept", column=theirs, fields=fmt.sentence_list(ours))
        for theirs, ours in fields.items()
    ]
    return [
        *(say("guide-needed", columns=fmt.unit_list(needed)), ""),
        *(say("guide-kept", columns=clauses(kept)), ""),
    ]


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    names = list(head)
    lines = [names, ["---"] * len(names), *rows]
    return [*(f"| {' | '.join(cells)} |" for cells in lines), ""]


def _ranks(codes: dict[str, str], names: dict[int, str]) -> list[tuple[str, str]]:
    return [(code, f"{rank} {term(names[int(rank)])}") for code, rank in codes.items()]


def _demonstrations() -> str:
    found: dict[str, list[str]] = {}
    for code, event in acled_codes.INTERACTIONS.items():
        if code.isdecimal():
            found.setdefault(event, []).append(code)
    told = [
        say("guide-acled-interaction", event=term(event), codes=fmt.unit_list(sorted(codes)))
        for event, codes in found.items()
    ]
    return str(clauses(told))


def _attacks() -> list[tuple[str, ...]]:
    rows = []
    for number, name in enumerate(gtd_codes.ATTACKS, 1):
        events = [gtd_codes.EVENTS[f"{number} {side}"] for side in ("armed", "unarmed")]
        rows.append((str(number), name, *(_event(*event) for event in events)))
    return rows


def _event(event_type: str, sub_event: str) -> str:
    if not sub_event:
        return term(event_type)
    return say("guide-event-and-sub-event", event=term(event_type), sub=term(sub_event))
