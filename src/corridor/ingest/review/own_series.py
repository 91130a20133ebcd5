"""A series of a person's own, such as the log of an operations room: declared, then checked.

What is declared is a `source` record, so that it is undone like an upload. From then on the source
can measure, within the days that it says it covers, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd

from corridor import packs, schema
from corridor.geo import admin1_name
from corridor.ingest.model.statements import statement
from corridor.spans import Pair, Spans
from corridor.store import Reader
from corridor.store.errors import clauses
from corridor.words import Message, ToldError, later, written
from corridor.words import numbers as fmt

# How long each text may be: that of its column.
_TEXTS: Final = {
    "code": "source", "title": "title", "entry": "entry", "definition": "counts",
    "licence": "licence", "attribution": "attribution", "release": "release",
}  # fmt: skip


class DeclarationError(ToldError):
    """A series that cannot be declared so, said in a sentence with what to do."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)


@dataclass(frozen=True)
class Declared:
    """What a person says of a source: that it is a series, and what it covers.

    `code` is the source of its accounts; `entry` says what one entry is, `is_death_needed` whether
    somebody must have died (None: said by its pack). `spans` are first and last days, `places`
    governorates, none for the whole country; `grade` is an Admiralty grade, "" for none.
    """

    code: str
    title: str = ""
    entry: str = ""
    is_death_needed: bool | None = None
    spans: tuple[Pair, ...] = ()
    places: tuple[str, ...] = ()
    definition: str = ""
    licence: str = ""
    attribution: str = ""
    grade: str = ""
    release: str = ""


def places_of(text: str) -> tuple[str, ...]:
    """Return the governorates that a text names, parted by commas; none for the whole country.

    DeclarationError for a name that is none of them.
    """
    named = [part.strip() for part in text.split(",") if part.strip()]
    home = packs.country()
    if any(name.casefold() in {home.name.casefold(), home.whole.casefold()} for name in named):
        return ()
    found = {name: admin1_name(name) for name in named}
    for name, known in found.items():
        if known is None:
            some = written(fmt.unit_list, packs.region().provinces)
            raise DeclarationError(later("declare-no-such-place", name=name, some=some))
    return tuple(sorted({known for known in found.values() if known}))


def spans_of(text: str) -> tuple[Pair, ...]:
    """Return the days that a text names: "2018-01-01..2018-03-31, 2018-07-01..2018-09-30".

    DeclarationError for what is no such pair.
    """
    return tuple(_span(part.strip()) for part in text.split(",") if part.strip())


def _span(text: str) -> Pair:
    first, _, last = text.partition("..")
    try:
        return date.fromisoformat(first.strip()), date.fromisoformat(last.strip())
    except ValueError as error:
        raise DeclarationError(later("not-a-span", value=repr(text))) from error


def records(store: Reader, declared: Declared) -> pd.DataFrame:
    """Return the records that declare a series, one for each span: columns of `schema.RECORDS`.

    DeclarationError when a fact is lacking or too long, a span ends before it begins, it was
    declared otherwise before, or accounts that are here lie outside all that it covers.
    """
    pack = packs.series_of(declared.code)
    facts = _of_pack(pack, declared) if pack else _own(declared)
    _check_texts(declared)
    _check_spans(declared.spans)
    _check_before(store, facts)
    if declared.spans:
        _check_rows(store, declared)
    covers = [
        {"coverage_from": first, "coverage_to": last}
        for first, last in Spans(declared.spans).pairs or [(None, None)]
    ]
    where = ", ".join(declared.places) or packs.country().name
    return pd.DataFrame([facts | each | {"coverage_places": where} for each in covers])


def _own(declared: Declared) -> dict[str, Any]:
    needed = {"code": declared.code, "title": declared.title, "entry": declared.entry}
    lacking = [name for name, text in needed.items() if not text.strip()]
    if declared.is_death_needed is None:
        lacking.append("death")
    if lacking:
        facts = clauses([later(f"declare-fact-{name}") for name in lacking])
        raise DeclarationError(later("declare-lacks", facts=facts))
    if declared.grade and declared.grade not in schema.column("source_grade").choices:
        raise DeclarationError(later("declare-no-such-grade", grade=declared.grade))
    return {
        "record_kind": "source",
        "source": declared.code.strip(),
        "title": declared.title.strip(),
        "role": "series",
        "counts": declared.definition.strip() or None,
        "licence": declared.licence.strip() or None,
        "attribution": declared.attribution.strip() or None,
        "release": declared.release.strip() or None,
        "entry": declared.entry.strip(),
        "is_death_needed": declared.is_death_needed,
        "source_grade": declared.grade or None,
    }


def _of_pack(pack: packs.Series, declared: Declared) -> dict[str, Any]:
    """Return the facts of a pack; a person adds days, places and the version of the data."""
    said = declared.is_death_needed
    if said not in (None, pack.is_death_needed) or declared.entry not in ("", pack.entry):
        raise DeclarationError(later("declare-of-a-pack", source=pack.code, slug=pack.slug))
    release = declared.release.strip() or None
    return {
        "record_kind": "source",
        "source": pack.code,
        "title": packs.of_release(pack.title, release),
        "role": "series",
        "counts": packs.of_release(pack.definition, release),
        "licence": pack.licence,
        "attribution": packs.of_release(pack.attribution, release),
        "source_url": pack.url or None,
        "release": release,
        "entry": pack.entry,
        "is_death_needed": pack.is_death_needed,
    }


def _check_texts(declared: Declared) -> None:
    for name, column in _TEXTS.items():
        text, most = getattr(declared, name), schema.column(column).max_length
        if len(text) > most or not text.isprintable():
            fact = later(f"declare-fact-{name}")
            raise DeclarationError(later("declare-too-long", fact=fact, most=most))


def _check_spans(spans: Iterable[Pair]) -> None:
    for first, last in spans:
        if first > last:
            raise DeclarationError(
                later("declare-backwards", first=first.isoformat(), last=last.isoformat())
            )


def _check_before(store: Reader, facts: dict[str, Any]) -> None:
    """Refuse facts that contradict those of an earlier declaration of the same source."""
    found = store.read(statement("declared_series"), {"source": facts["source"]})
    for before in found.to_dict("records"):
        is_same = (before["entry"], bool(before["is_death_needed"])) == (
            facts["entry"],
            facts["is_death_needed"],
        )
        if before["entry"] and not is_same:
            told = later("declare-entry", entry=before["entry"], death=_word(before))
            raise DeclarationError(
                later("declare-otherwise-before", source=facts["source"], before=told)
            )


def _word(before: dict[Any, Any]) -> str:
    return "needed" if before["is_death_needed"] else "not-needed"


def _check_rows(store: Reader, declared: Declared) -> None:
    """Refuse spans outside of which accounts of the source lie, with those declared before."""
    asked = {
        "source": declared.code,
        "first_days": [first for first, _ in declared.spans],
        "last_days": [last for _, last in declared.spans],
        "places": list(declared.places),
    }
    found = store.read(statement("outside_spans"), asked).iloc[0]
    outside = int(found["outside"])
    if outside:
        first, last = (_day(found[name]) for name in ("first_day", "last_day"))
        raise DeclarationError(
            later(
                "declare-rows-outside", source=declared.code, count=outside,
                rows=int(found["accounts"]), example=str(found["example"]),
                first=first.isoformat(), last=last.isoformat(),
            )
        )  # fmt: skip


def _day(moment: Any) -> date:
    return pd.Timestamp(moment).date()
