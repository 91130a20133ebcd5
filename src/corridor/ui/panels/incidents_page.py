"""The table of incidents, their details, and files of exactly what is filtered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

import pandas as pd
import streamlit as st

from corridor import answers, queries, vocabulary
from corridor.answers import Incident, Selected
from corridor.exchange.export import incidents_csv, incidents_geojson, incidents_parquet
from corridor.filter import IncidentFilter
from corridor.filter.selection import MOST_TERMS
from corridor.texts import as_text, count_phrases, tactics_text
from corridor.ui import parts
from corridor.ui.frame import cached, paper_sheet, selecting, state, viewer
from corridor.ui.frame.navigation import INCIDENT
from corridor.ui.panels.channel_table import channel_table
from corridor.ui.panels.disagreement_table import disagreement_table
from corridor.ui.panels.handed_in import rows_as_handed_in
from corridor.ui.panels.incident_detail import incident_detail
from corridor.ui.panels.nothing_here import nothing_here
from corridor.ui.panels.tactic_table import tactic_table
from corridor.words import say, terms

# Columns of the store -> the keys of their headings.
SHOWN: Final = {
    "event_date": "heading-date",
    "location": "heading-place",
    "admin1": "heading-province",
    "admin2": "heading-district",
    "type": "heading-type",
    "tactic": "heading-tactic",
    "tactic_source": "heading-tactic-source",
    "actor1": "heading-actor1",
    "actor2": "heading-actor2",
    "fatalities_best": "heading-killed",
    "fatalities_low": "heading-killed-low",
    "fatalities_high": "heading-killed-high",
    "deaths_civilians": "heading-civilians-killed",
    "abducted": "heading-abducted",
    "placed": "heading-placed",
    "dated": "heading-date-known-to",
    "accounts": "heading-accounts",
    "source": "heading-source",
    "resolved_grade": "heading-grade",
    "origin": "heading-origin",
    "source_office": "heading-news-offices",
    "nearest_road": "heading-nearest-road",
    "road_km": "heading-road-km",
    "notes": "heading-what-happened",
    "incident_id": "heading-id",
}
STANDARD: Final = (
    "event_date", "location", "admin1", "admin2", "type", "tactic", "actor1", "actor2",
    "fatalities_best", "placed", "accounts", "source",
    "resolved_grade",
)  # fmt: skip
_COUNTS: Final = (
    "fatalities_best", "fatalities_low", "fatalities_high", "deaths_civilians", "abducted",
    "accounts",
)  # fmt: skip
# Rows of the table that are seen without scrolling.
IN_VIEW: Final = 10
_TABLE: Final = "table_on_screen"
PHONE: Final = ("event_date", "location", "type", "fatalities_best")
FILES: Final[dict[str, tuple[Callable[[pd.DataFrame], bytes], str]]] = {
    "CSV": (incidents_csv, "text/csv"),
    "GeoJSON": (incidents_geojson, "application/geo+json"),
    "Parquet": (incidents_parquet, "application/vnd.apache.parquet"),
}


def show(chosen: IncidentFilter) -> None:
    """Draw the page for a filter."""
    parts.show(parts.hidden_title(say("incidents-title", place=chosen.place())))
    incidents = cached.answer(queries.list_incidents, chosen)
    if incidents.empty:
        parts.show(nothing_here(chosen, "incidents"))
        return
    asked = st.query_params.get(INCIDENT, "")
    opened = cached.answer(answers.incident, asked) if asked else None
    picked = selecting.found(chosen)
    listed = _listed(incidents, picked)
    columns = _head(chosen, listed, is_part=len(listed) < len(incidents))
    # On a phone the table would push what was opened out of view.
    above = st.container() if viewer.is_small() and asked else None
    _table(listed, columns, opened.counted_id if opened else "", picked)
    with above or st.container():
        _detail(incidents, opened, asked)
    # What stands below speaks of what is listed.
    shown = picked.chosen if picked and len(listed) < len(incidents) else chosen
    parts.show(cached.kept(disagreement_table, chosen, shown))
    parts.show(cached.kept(tactic_table, shown))
    parts.show(cached.kept(channel_table, shown))
    # A list that goes on over sheets comes last.
    most = min(cached.settings_now().max_rows_shown, paper_sheet.MOST_LISTED)
    parts.show(paper_sheet.incident_table(queries.rows_of(listed.head(most)), len(listed)))


def _listed(incidents: pd.DataFrame, picked: Selected | None) -> pd.DataFrame:
    """Ask which to list, all or those that are selected; the table and its files hold these."""
    if picked is None or not picked.ids:
        return incidents
    # What is ticked in the table itself stays among all.
    is_ticked = all(term.kind == "incident" for term in picked.selection.terms)
    asked = st.segmented_control(
        say("incidents-which"),
        ("all", "selected"),
        default="all" if is_ticked else "selected",
        format_func=lambda name: say(f"incidents-which-{name}"),
        key=f"listed-{picked.selection}" if not is_ticked else "listed",
        label_visibility="collapsed",
    )
    is_of = incidents["incident_id"].isin(picked.ids)
    return incidents[is_of] if asked == "selected" else incidents


def _head(chosen: IncidentFilter, incidents: pd.DataFrame, *, is_part: bool) -> list[str]:
    left, middle, right = st.columns((5, 5, 4), gap="medium", vertical_alignment="bottom")
    with left:
        title = count_phrases.listed(chosen.measuring, incidents["beside"])
        parts.show(parts.section(title, say("incidents-select")))
    standard: tuple[str, ...] = PHONE if viewer.is_small() else STANDARD
    if incidents["is_uploaded"].any():
        standard = (*standard, "origin")
    columns = middle.multiselect(
        say("incidents-columns"),
        list(SHOWN),
        default=standard,
        format_func=lambda name: say(SHOWN[name]),
        key="columns",
    )
    with right, st.container(horizontal=True, horizontal_alignment="right"):
        for name, (write, mime) in FILES.items():
            st.download_button(
                name,
                data=partial(write, incidents),
                file_name=f"corridor-watch-{'selected' if is_part else 'incidents'}.{name.lower()}",
                mime=mime,
                on_click="ignore",
                key=f"download-{name.lower()}",
            )
    return columns or list(standard)


def _table(
    incidents: pd.DataFrame, columns: list[str], opened: str, picked: Selected | None
) -> None:
    most = cached.settings_now().max_rows_shown
    if len(incidents) > most:
        parts.show(parts.notice(say("incidents-newest", shown=most)))
    table = _arranged(incidents["incident_id"].head(most).tolist(), opened)
    rows = _readable(incidents.set_index("incident_id", drop=False).loc[list(table.ids)])
    marks = rows["incident_id"].isin(picked.ids) if picked and not table.ticked else None
    rows = rows[columns].rename(columns={name: say(SHOWN[name]) for name in columns})
    if marks is not None and not marks.all():
        rows.insert(0, say("heading-selected"), marks.map({True: "●", False: ""}))
    if table.first:
        parts.show(parts.paragraph(say("incidents-opened-first"), quiet=True))
    st.dataframe(
        rows,
        hide_index=True,
        height=min(38 + 32 * len(rows), 390),
        column_config=_column_settings(),
        on_select=_remember,
        selection_mode="multi-row",
        selection_default=table.default,
        key=table.key,
        row_height=32,
        placeholder=say("unknown"),
    )
    if len(table.selected()) > MOST_TERMS:
        parts.show(parts.notice(say("incidents-ticked-too-many", most=MOST_TERMS)))


@dataclass(frozen=True)
class _Table:
    """The table as it is on screen: ids, which one is open, was put first, was open at first.

    One row that is ticked is open, several are selected: `ticked`.
    A table keeps its own selection. When the address opens another incident than the one selected
    (a link, Back, another filter), `round` goes up and a new table takes the place of the old.
    """

    round: int = 0
    listed: tuple[str, ...] = ()
    opened: str = ""
    first: str = ""
    at_first: str = ""
    ticked: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        return f"incident_table-{self.round}"

    @property
    def ids(self) -> tuple[str, ...]:
        rest = tuple(name for name in self.listed if name != self.first)
        return (self.first, *rest) if self.first else rest

    @property
    def default(self) -> Any:
        rows = [self.ids.index(self.at_first)] if self.at_first in self.ids else []
        return {"selection": {"rows": rows}}

    def selected(self) -> list[str]:
        state = st.session_state.get(self.key)
        rows = state["selection"]["rows"] if state else []
        return [self.ids[row] for row in rows if row < len(self.ids)]


def _arranged(listed: list[str], opened: str) -> _Table:
    """Return the table for the incident that the address opens: selected, and in view."""
    before: _Table = st.session_state.get(_TABLE, _Table())
    is_listed = opened in listed
    is_same = before.key in st.session_state and tuple(listed) == before.listed
    # Another selection has taken the place of what was ticked.
    is_same &= not before.ticked or before.ticked == selecting.selection().of("incident")
    if is_same and opened == before.opened:
        return before
    is_hidden = is_listed and listed.index(opened) >= IN_VIEW
    first = opened if is_hidden else ""
    table = _Table(before.round + 1, tuple(listed), opened, first, opened)
    st.session_state[_TABLE] = table
    return table


def _remember() -> None:
    table: _Table = st.session_state[_TABLE]
    ids = table.selected()
    opened = ids[0] if len(ids) == 1 else ""
    ticked = tuple(ids[:MOST_TERMS]) if ids[1:] else ()
    st.session_state[_TABLE] = replace(table, opened=opened, ticked=ticked)
    state.open_in_address(INCIDENT, opened)
    if ticked:
        selecting.pick([f"incident:{name}" for name in ticked])
    elif table.ticked:
        selecting.clear()


def _readable(incidents: pd.DataFrame) -> pd.DataFrame:
    types = {name: terms.event_label(name) for name in vocabulary.EVENT_TYPES}
    tactics = map(tactics_text.in_a_cell, incidents["tactic"], incidents["tactic_source"])
    return incidents.assign(
        origin=incidents["is_uploaded"].map({True: say("uploaded"), False: say("shipped")}),
        type=incidents["event_type"].map(types),
        tactic=pd.Series([*tactics], incidents.index, dtype=object),
        placed=incidents["geo_precision"].map(_terms(vocabulary.GEO_PRECISIONS)),
        dated=incidents["date_precision"].map(_terms(vocabulary.DATE_PRECISIONS)),
        source=incidents["source"].map(as_text.source),
        actor1=incidents["actor1"].map(vocabulary.actor_label, na_action="ignore"),
        actor2=incidents["actor2"].map(vocabulary.actor_label, na_action="ignore"),
        admin2=incidents["admin2"].fillna("–"),
        admin1=incidents["admin1"].fillna(terms.term(vocabulary.NOT_LOCATED)),
    )


def _terms(ranks: dict[int, str]) -> dict[int, str]:
    return {rank: terms.term(word) for rank, word in ranks.items()}


def _column_settings() -> dict[str, Any]:
    """Return how Streamlit writes the columns, by their headings."""
    settings: dict[str, Any] = {
        name: st.column_config.NumberColumn(format="%d") for name in _COUNTS
    }
    settings["event_date"] = st.column_config.DateColumn(format="D MMM YYYY")
    settings["road_km"] = st.column_config.NumberColumn(format=say("incidents-road-km-format"))
    settings["fatalities_best"] = st.column_config.NumberColumn(
        format="%d", help=say("incidents-killed-help")
    )
    return {say(SHOWN[name]): how for name, how in settings.items()}


def _detail(incidents: pd.DataFrame, opened: Incident | None, asked: str) -> None:
    if opened is None:
        return
    if not opened.counted_id:
        parts.show(parts.notice(say("incident-unknown", id=asked)))
        return
    if opened.counted_id not in set(incidents["incident_id"]):
        parts.show(parts.notice(say("incident-not-in-filter")))
    parts.show(incident_detail(opened))
    rows_as_handed_in(opened.accounts)
