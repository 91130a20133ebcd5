"""Where incidents were reported and where they lie, under the finding that is about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from corridor import answers
from corridor.answers import Disputed, LocationDisputes, Misplaced
from corridor.exchange.counts import counts_csv
from corridor.filter import IncidentFilter
from corridor.filter.selection import KEY, MOST_TERMS, Selection, Term
from corridor.findings import Finding
from corridor.texts import as_text, location_text
from corridor.ui import parts
from corridor.ui.frame import cached, navigation, state
from corridor.ui.parts import Html, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say, terms

# Findings with such a part are about where an incident was.
ABOUT: Final = {"place_distance", "misplaced_share", "naming_accounts"}
ALL, FILTER = "all", "filter"
MOST_LISTED: Final = 24
# An address has to hold them: ids of one's own may be long.
MOST_ON_THE_MAP: Final = min(MOST_TERMS, 60)


def show(finding: Finding, chosen: IncidentFilter) -> None:
    """Offer the view under a finding about places; nothing under another."""
    if not any(part.kind in ABOUT for part in finding.parts):
        return
    if not st.toggle(say("located-title"), key=f"cw-located-{finding.number}"):
        return
    scope = st.segmented_control(
        say("located-scope"),
        (ALL, FILTER),
        default=ALL,
        format_func=lambda name: say(f"located-scope-{name}"),
        key=f"located-scope-{finding.number}",
        label_visibility="collapsed",
    )
    asked = chosen if scope == FILTER else IncidentFilter(provinces=(), series=chosen.series)
    pieces = cached.kept(_told, asked, chosen, state.pinned_as_of())
    parts.show(pieces[0])
    left, right = st.columns(2, gap="medium")
    for column, piece in ((left, pieces[1]), (right, pieces[2])):
        with column:
            parts.show(piece)
    parts.show(pieces[3])
    found = cached.answer(answers.location_disputes, asked)
    if found.incidents:
        st.download_button(
            say("located-csv"),
            data=partial(_csv, found),
            file_name="corridor-watch-location-disputes.csv",
            mime="text/csv",
            on_click="ignore",
            key=f"save-located-{finding.number}",
        )


def _csv(found: LocationDisputes) -> bytes:
    return counts_csv([each.as_json() for each in (*found.incidents, *found.others)])


def _told(
    asked: IncidentFilter, chosen: IncidentFilter, pinned: date | None
) -> tuple[Html, Html, Html, Html]:
    found = cached.answer(answers.location_disputes, asked)
    head = parts.lines(
        parts.paragraph(location_text.in_words(found)),
        parts.paragraph(
            parts.lines(
                parts.esc(say("located-circular", series=found.series)), " ",
                _on_the_map(found, asked, pinned),
            ),
            quiet=True,
        ),
    )  # fmt: skip
    left = parts.lines(_provinces(found), _shares("channel", _few(found.by_channel)))
    others = _shares("beside", found.beside) if found.beside else Html("")
    years = [each for each in found.by_year if each.disputed] or found.by_year
    right = parts.lines(_shares("year", years), others)
    return (
        head,
        left,
        right,
        parts.lines(_incidents(found, chosen, pinned), _accounts(found, chosen)),
    )


def _few(shares: Sequence[Disputed]) -> Sequence[Disputed]:
    """Return those that disagree, and the largest that do not."""
    return [*(each for each in shares if each.disputed), *_quiet(shares)[:3]]


def _quiet(shares: Sequence[Disputed]) -> list[Disputed]:
    return [each for each in shares if not each.disputed]


def _on_the_map(found: LocationDisputes, asked: IncidentFilter, pinned: date | None) -> Html:
    """Link to the map with just these selected."""
    if not found.incidents:
        return Html("")
    listed = found.incidents[:MOST_ON_THE_MAP]
    terms_of = Selection(tuple(Term("incident", each.incident_id) for each in listed))
    days = [each.event_date for each in listed]
    window = replace(asked, date_from=min(days), date_to=max(days))
    is_cut = len(listed) < len(found.incidents)
    label = say("located-on-the-map-some" if is_cut else "located-on-the-map", count=len(listed))
    extra = [(KEY, str(terms_of)), *navigation.pin(pinned)]
    return parts.link(label, navigation.href("map", window, extra))


def _provinces(found: LocationDisputes) -> Html:
    columns = [
        TableColumn(say("located-reported"), strong=True),
        TableColumn(say("located-lies")),
        TableColumn(say("located-incidents"), numeric=True),
        TableColumn(say("located-from-reported"), numeric=True, phone=False),
        TableColumn(say("located-beyond-short"), numeric=True),
    ]
    rows = [
        [terms.term(reported), terms.term(located), fmt.number(count),
         fmt.number(found.reported_in(reported)), fmt.number(beyond)]
        for reported, located, count, beyond in found.pairs
    ]  # fmt: skip
    if not rows:
        return parts.paragraph(say("located-none-disputed"), quiet=True)
    return parts.table(columns, rows, caption=say("located-provinces-caption"))


def _shares(of: str, shares: Sequence[Disputed]) -> Html:
    columns = [
        TableColumn(say(f"located-of-{of}"), strong=True),
        TableColumn(say("located-elsewhere"), numeric=True),
        TableColumn(say("located-compared"), numeric=True),
        TableColumn(say("located-share"), numeric=True),
    ]
    rows = [
        [
            as_text.source(each.name),
            fmt.number(each.disputed),
            fmt.number(each.compared),
            location_text.share(each),
        ]
        for each in shares
    ]
    return parts.table(columns, rows, caption=say(f"located-by-{of}"))


def _incidents(found: LocationDisputes, chosen: IncidentFilter, pinned: date | None) -> Html:
    listed = (*found.incidents, *found.others)
    if not listed:
        return Html("")
    columns = [
        TableColumn(say("heading-date"), whole=True),
        TableColumn(say("heading-place"), strong=True),
        TableColumn(say("located-reported")),
        TableColumn(say("located-lies")),
        TableColumn(say("located-how-far"), numeric=True),
        TableColumn(say("located-sure"), phone=False),
        TableColumn(say("heading-source"), quiet=True, phone=False),
    ]
    rows = [_row(each, chosen, pinned) for each in listed[:MOST_LISTED]]
    note = say("located-newest", shown=MOST_LISTED, count=len(listed))
    is_cut = len(listed) > MOST_LISTED
    caption = say("located-list-caption")
    return parts.scroll(parts.table(columns, rows, caption=caption, note=note if is_cut else ""))


def _row(each: Misplaced, chosen: IncidentFilter, pinned: date | None) -> list[str]:
    opened = [(navigation.INCIDENT, each.incident_id), *navigation.pin(pinned)]
    told = fmt.unit_list([name for name in (each.source, each.source_office) if name])
    return [
        fmt.days(each.event_date, each.event_date_end),
        parts.link(each.location or each.located, navigation.href("incidents", chosen, opened)),
        terms.term(each.reported),
        terms.term(each.located),
        location_text.km(each),
        location_text.certainty(each),
        told,
    ]


def _accounts(found: LocationDisputes, chosen: IncidentFilter) -> Html:
    if not found.accounts:
        return Html("")
    columns = [
        TableColumn(say("heading-date"), whole=True),
        TableColumn(say("located-one")),
        TableColumn(say("located-other")),
        TableColumn(say("located-apart"), numeric=True),
    ]
    rows = [
        [
            fmt.days(each.one["event_date"], each.one["event_date_end"]),
            parts.link(
                location_text.account(each.one),
                navigation.href("incidents", chosen, [(navigation.INCIDENT, each.incident_id)]),
            ),
            location_text.account(each.other),
            location_text.km(each),
        ]
        for each in found.accounts[:MOST_LISTED]
    ]
    return parts.lines(
        parts.section(say("located-accounts")),
        parts.scroll(parts.table(columns, rows, caption=say("located-accounts-caption"))),
    )
