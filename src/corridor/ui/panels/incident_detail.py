"""One incident with all its accounts, side by side, what they disagree on in bold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd

from corridor import queries, vocabulary
from corridor.answers import Incident
from corridor.texts import as_text, grade_text, tactics_text
from corridor.ui import parts
from corridor.ui.parts import Html, TableColumn, esc, link, source_link
from corridor.words import numbers as fmt
from corridor.words import say, terms

Write = Callable[[dict[str, Any]], Html]


def incident_detail(found: Incident, href: str = "", *, is_short: bool = False) -> Html:
    """Show an incident with its accounts, the counted one first.

    `is_short` shows the counted account alone, for beside a map; `href` leads to all of them.
    """
    first = found.accounts.iloc[0]
    more = len(found.accounts) - 1
    told = say("detail-other-accounts", count=more) if more else ""
    return parts.lines(
        f'<section class="cw-detail{" cw-detail-short" if is_short else ""}" '
        f'data-cw-opened="{esc(first["incident_id"])}">',
        _title(first),
        parts.paragraph(told, quiet=True) if told else "",
        _accounts(replace(found, accounts=found.accounts.head(1)) if is_short else found),
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


def _accounts(found: Incident) -> Html:
    rows = [
        row
        | {
            "tactics": found.tactics.get(row["incident_id"]),
            "graded": found.grades.get(row["incident_id"]),
        }
        for row in queries.rows_of(found.accounts)
    ]
    columns = [
        TableColumn(say("heading-account"), quiet=True),
        *(TableColumn(str(row["incident_id"])) for row in rows),
    ]
    body = []
    for fact, differs in found.differing.items():
        cells = [_FACTS[fact](row) for row in rows]
        if any(cells):
            body.append([say(f"fact-{fact}"), *map(_marked, cells, differs)])
    return parts.table(columns, body, caption=say("detail-accounts"))


def _marked(cell: Html, differs: bool) -> Html:
    """Make bold what an account says otherwise than the counted one."""
    return Html(f"<strong>{cell}</strong>") if differs else cell


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
    title = as_text.text(row["source_title"]) or as_text.source(row["source"])
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


# Facts of an incident -> how it is written what an account says there.
_FACTS = {
    "source": _source,
    "when": _when,
    "place-as-reported": _fact("location"),
    "place-known": _place,
    "province-reported": _fact("reported_admin1"),
    "province-by-point": _fact("located_admin1"),
    "district-by-point": _fact("located_admin2"),
    "road": _road,
    "between": _actors,
    "kind-in-detail": lambda row: esc(terms.term(as_text.text(row["sub_event_type"]))),
    "tactic": lambda row: esc(tactics_text.with_sources(row["tactics"] or ())),
    "killed": _killed,
    "civilians-killed": _count("deaths_civilians"),
    "abducted": _count("abducted"),
    "freed": _count("freed"),
    "attackers-killed": _count("attackers_killed"),
    "wounded": _count("wounded"),
    "vehicles-stopped": _count("vehicles_stopped"),
    "minutes": _count("duration_minutes"),
    "disguise": _fact("disguise"),
    "news-offices": _fact("source_office"),
    "first-reported": lambda row: esc(
        fmt.day(as_text.moment(row["source_date"])) if as_text.moment(row["source_date"]) else ""
    ),
    "grade": lambda row: esc(grade_text.with_origin(row["graded"]) if row["graded"] else ""),
    "what-happened": _fact("notes"),
}
