"""One incident with all its accounts, side by side, what they disagree on in bold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from corridor import queries, vocabulary
from corridor.ui import cells, parts
from corridor.ui.parts import Html, TableColumn, esc, link, source_link
from corridor.words import numbers as fmt

Write = Callable[[dict[str, Any]], Html]


def incident_detail(accounts: pd.DataFrame, href: str = "", *, is_short: bool = False) -> Html:
    """Show an incident from its accounts (`queries.accounts_of`), the counted one first.

    `is_short` shows the counted account alone, for beside a map; `href` leads to all of them.
    """
    first = accounts.iloc[0]
    more = len(accounts) - 1
    told = f"{fmt.plural(more, 'other account')} of the same incident." if more else ""
    return parts.lines(
        f'<section class="cw-detail{" cw-detail-short" if is_short else ""}" '
        f'data-cw-opened="{esc(first["incident_id"])}">',
        _title(first),
        parts.paragraph(told, quiet=True) if told else "",
        _accounts(accounts.head(1) if is_short else accounts),
        Html(f"<p>{link('All accounts of this incident', href)}</p>") if href else "",
        "</section>",
    )


def _title(row: pd.Series) -> Html:
    kind = vocabulary.EVENT_TYPE_LABELS.get(row["event_type"], row["event_type"])
    place = cells.text(row["location"]) or cells.text(row["admin1"]) or "Place not reported"
    dates = fmt.days(cells.moment(row["event_date"]), cells.moment(row["event_date_end"]))
    return parts.section(place, f"{kind}, {dates}. {cells.text(row['notes'])}".strip())


def _accounts(accounts: pd.DataFrame) -> Html:
    rows = queries.rows_of(accounts)
    headings = [str(row["incident_id"]) for row in rows]
    columns = [TableColumn("Account", quiet=True), *(TableColumn(name) for name in headings)]
    told = [(label, [write(row) for row in rows]) for label, write in _FACTS.items()]
    body = [[label, *_marked(cells)] for label, cells in told if any(cells)]
    return parts.table(columns, body, caption="Accounts of this incident")


def _marked(cells: list[Html]) -> list[Html]:
    """Make bold what an account says otherwise than the counted one (empty says nothing)."""
    return [
        Html(f"<strong>{cell}</strong>") if cell and cells[0] and cell != cells[0] else cell
        for cell in cells
    ]


def _fact(name: str) -> Write:
    return lambda row: esc(cells.text(row[name]))


def _place(row: dict[str, Any]) -> Html:
    if pd.isna(row["geo_precision"]):
        return esc("precision not stated")
    rank = int(row["geo_precision"])
    return esc(f"{vocabulary.GEO_PRECISIONS[rank]}: {vocabulary.GEO_PRECISION_MEANINGS[rank]}")


def _when(row: dict[str, Any]) -> Html:
    rank = row["date_precision"]
    known = "" if pd.isna(rank) else f" (known to: {vocabulary.DATE_PRECISIONS[int(rank)]})"
    return esc(cells.days(row) + known)


def _killed(row: dict[str, Any]) -> Html:
    return esc(cells.killed(row))


def _actors(row: dict[str, Any]) -> Html:
    return esc(cells.actors(row))


def _source(row: dict[str, Any]) -> Html:
    title = cells.text(row["source_title"]) or cells.text(row["source"])
    addresses = cells.text(row["source_url"]).split()
    shown = source_link(title, addresses[0]) if addresses else esc(title)
    others = [source_link(f"[{at}]", address) for at, address in enumerate(addresses[1:], 2)]
    return Html(" ".join([shown, *others]))


def _road(row: dict[str, Any]) -> Html:
    if pd.isna(row["road_km"]):
        return Html("")
    words = f"{row['road_km']:.0f}\u00a0km from the {row['nearest_road']} (good to 2–3\u00a0km)"
    return esc(words + ("; placed at the town’s centre" if row["coded_at_town"] is True else ""))


def _count(name: str) -> Write:
    return lambda row: esc("" if pd.isna(row[name]) else fmt.number(row[name]))


_FACTS = {
    "Source": _source,
    "When": _when,
    "Place as reported": _fact("location"),
    "Place known": _place,
    "Province reported": _fact("reported_admin1"),
    "Province by its point": _fact("located_admin1"),
    "District by its point": _fact("located_admin2"),
    "Road": _road,
    "Between": _actors,
    "Kind, in detail": _fact("sub_event_type"),
    "Killed": _killed,
    "Civilians killed": _count("deaths_civilians"),
    "Abducted": _count("abducted"),
    "Freed": _count("freed"),
    "Attackers killed": _count("attackers_killed"),
    "Wounded": _count("wounded"),
    "Vehicles stopped": _count("vehicles_stopped"),
    "Minutes": _count("duration_minutes"),
    "Disguise": _fact("disguise"),
    "News offices": _fact("source_office"),
    "First reported": lambda row: esc(
        fmt.day(cells.moment(row["source_date"])) if cells.moment(row["source_date"]) else ""
    ),
    "Grade": _fact("source_grade"),
    "What happened": _fact("notes"),
}
