"""One incident with all its accounts, side by side, what they disagree on in bold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from corridor import queries, vocabulary
from corridor.ui import parts
from corridor.ui.parts import Html, TableColumn, as_text, esc, link, source_link
from corridor.words import numbers as fmt
from corridor.words import say, terms

Write = Callable[[dict[str, Any]], Html]


def incident_detail(accounts: pd.DataFrame, href: str = "", *, is_short: bool = False) -> Html:
    """Show an incident from its accounts (`queries.accounts_of`), the counted one first.

    `is_short` shows the counted account alone, for beside a map; `href` leads to all of them.
    """
    first = accounts.iloc[0]
    more = len(accounts) - 1
    told = say("detail-other-accounts", count=more) if more else ""
    return parts.lines(
        f'<section class="cw-detail{" cw-detail-short" if is_short else ""}" '
        f'data-cw-opened="{esc(first["incident_id"])}">',
        _title(first),
        parts.paragraph(told, quiet=True) if told else "",
        _accounts(accounts.head(1) if is_short else accounts),
        Html(f"<p>{link(say('detail-all-accounts'), href)}</p>") if href else "",
        "</section>",
    )


def _title(row: pd.Series) -> Html:
    place = as_text.text(row["location"]) or as_text.text(row["admin1"])
    days = fmt.days(as_text.moment(row["event_date"]), as_text.moment(row["event_date_end"]))
    told = say("detail-kind-and-days", kind=terms.event_label(row["event_type"]), days=days)
    return parts.section(
        place or say("detail-place-not-reported"),
        f"{told} {as_text.text(row['notes'])}".strip(),
    )


def _accounts(accounts: pd.DataFrame) -> Html:
    rows = queries.rows_of(accounts)
    headings = [str(row["incident_id"]) for row in rows]
    columns = [
        TableColumn(say("heading-account"), quiet=True),
        *(TableColumn(name) for name in headings),
    ]
    told = [(say(fact), [write(row) for row in rows]) for fact, write in _FACTS.items()]
    body = [[fact, *_marked(cells)] for fact, cells in told if any(cells)]
    return parts.table(columns, body, caption=say("detail-accounts"))


def _marked(cells: list[Html]) -> list[Html]:
    """Make bold what an account says otherwise than the counted one (empty says nothing)."""
    return [
        Html(f"<strong>{cell}</strong>") if cell and cells[0] and cell != cells[0] else cell
        for cell in cells
    ]


def _fact(name: str) -> Write:
    return lambda row: esc(as_text.text(row[name]))


def _place(row: dict[str, Any]) -> Html:
    if pd.isna(row["geo_precision"]):
        return esc(say("detail-place-precision-not-stated"))
    known = vocabulary.GEO_PRECISIONS[int(row["geo_precision"])]
    return esc(f"{terms.term(known)}: {say(f'precision-means-{terms.slug(known)}')}")


def _when(row: dict[str, Any]) -> Html:
    rank = row["date_precision"]
    if pd.isna(rank):
        return esc(as_text.days(row))
    known = terms.term(vocabulary.DATE_PRECISIONS[int(rank)])
    return esc(say("detail-days-known-to", days=as_text.days(row), precision=known))


def _killed(row: dict[str, Any]) -> Html:
    return esc(as_text.killed(row))


def _actors(row: dict[str, Any]) -> Html:
    return esc(as_text.actors(row))


def _source(row: dict[str, Any]) -> Html:
    title = as_text.text(row["source_title"]) or as_text.text(row["source"])
    addresses = as_text.text(row["source_url"]).split()
    shown = source_link(title, addresses[0]) if addresses else esc(title)
    others = [source_link(f"[{at}]", address) for at, address in enumerate(addresses[1:], 2)]
    return Html(" ".join([shown, *others]))


def _road(row: dict[str, Any]) -> Html:
    if pd.isna(row["road_km"]):
        return Html("")
    at = "town" if row["coded_at_town"] is True else "place"
    distance, road = fmt.number(row["road_km"]), as_text.text(row["nearest_road"])
    return esc(say("detail-road", at=at, distance=distance, road=road))


def _count(name: str) -> Write:
    return lambda row: esc("" if pd.isna(row[name]) else fmt.number(row[name]))


# Keys of the rows' headings -> what an account says there.
_FACTS = {
    "fact-source": _source,
    "fact-when": _when,
    "fact-place-as-reported": _fact("location"),
    "fact-place-known": _place,
    "fact-province-reported": _fact("reported_admin1"),
    "fact-province-by-point": _fact("located_admin1"),
    "fact-district-by-point": _fact("located_admin2"),
    "fact-road": _road,
    "fact-between": _actors,
    "fact-kind-in-detail": lambda row: esc(terms.term(as_text.text(row["sub_event_type"]))),
    "fact-killed": _killed,
    "fact-civilians-killed": _count("deaths_civilians"),
    "fact-abducted": _count("abducted"),
    "fact-freed": _count("freed"),
    "fact-attackers-killed": _count("attackers_killed"),
    "fact-wounded": _count("wounded"),
    "fact-vehicles-stopped": _count("vehicles_stopped"),
    "fact-minutes": _count("duration_minutes"),
    "fact-disguise": _fact("disguise"),
    "fact-news-offices": _fact("source_office"),
    "fact-first-reported": lambda row: esc(
        fmt.day(as_text.moment(row["source_date"])) if as_text.moment(row["source_date"]) else ""
    ),
    "fact-grade": _fact("source_grade"),
    "fact-what-happened": _fact("notes"),
}
