"""A rerun costs what changed: what is kept is neither asked nor drawn again."""

from __future__ import annotations

import gc
import json
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import pydeck as pdk
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from corridor import queries
from corridor.charts import (
    fatality_bars,
    indicator_history,
    kilometre_profile,
    paper,
    period_bars,
)
from corridor.filter import IncidentFilter
from corridor.maps import incident_map as map_figure
from corridor.maps.map_layers import line_layers
from corridor.store.log.delta_log import Log
from corridor.store.serving import Serving
from corridor.ui.frame import cached, masthead, navigation
from tests.pages.conftest import Open, components, html

EMPTY = {"type": "FeatureCollection", "features": []}
_FILTER = IncidentFilter(
    provinces=("Kirkuk",), date_from=date(2018, 1, 1), date_to=date(2018, 6, 30)
)
FILTER = {"province": ["Kirkuk"], "dates": ["2018-01-01", "2018-06-30"]}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often the disk was asked for the version, and the store for rows."""
    counted: Counter[str] = Counter()
    refresh, read = Log.refresh, Serving.read

    def refreshed(log: Log) -> int:
        counted["versions"] += 1
        return refresh(log)

    def was_read(serving: Serving, *arguments: object) -> object:
        counted["reads"] += 1
        return read(serving, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Log, "refresh", refreshed)
    monkeypatch.setattr(Serving, "read", was_read)
    return counted


def test_a_rerun_with_kept_answers_asks_for_the_version_alone(
    open_page: Open, asked: Counter[str]
) -> None:
    st.cache_data.clear()  # what another test has asked would not be asked again
    app = open_page("overview", **FILTER)
    assert asked["reads"] > 5
    first = html(app)
    asked.clear()
    assert html(app.run()) == first
    assert asked == {"versions": 1}
    asked.clear()
    assert html(open_page("overview", **FILTER)) == first  # another visitor
    assert asked["reads"] == 0


def test_a_new_filter_asks_for_the_version_once_and_every_question_once(
    open_page: Open, asked: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_page("overview", **FILTER)
    questions: Counter[str] = Counter()
    read = Serving.read

    def noted(serving: Serving, sql: str, params: Mapping[str, Any] | None = None) -> pd.DataFrame:
        questions[f"{sql} {params}"] += 1
        return read(serving, sql, params)

    monkeypatch.setattr(Serving, "read", noted)
    app.session_state["province"] = ["Diyala"]
    asked.clear()
    app.run()
    assert asked["versions"] == 1
    assert len(questions) > 5
    assert set(questions.values()) == {1}


@pytest.mark.parametrize("page", ["overview", "timeline", "findings"])
def test_charts_are_kept_with_their_pictures_for_paper(
    page: str, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_page(page, **FILTER)
    first = html(app)
    assert "data:image/svg+xml" in first
    for drawer in (period_bars, fatality_bars, indicator_history, kilometre_profile):
        monkeypatch.setattr(drawer, "Figure", lambda: pytest.fail("drawn again"))
    monkeypatch.setattr(paper, "svg", lambda *_: pytest.fail("drawn again"))
    assert html(app.run()) == first


def test_the_ground_of_a_map_is_drawn_once_for_an_area(open_page: Open) -> None:
    open_page("overview", **FILTER)
    line_layers.cache_clear()
    for day in ("2017-06-30", "2017-05-31", "2016-06-30"):
        open_page("overview", **(FILTER | {"dates": ["2010-01-01", day]}))
    assert line_layers.cache_info().misses == 1
    open_page("overview", province=["Diyala"], dates=["2010-01-01", "2016-06-30"])
    assert line_layers.cache_info().misses == 2


def test_the_map_is_drawn_once_for_a_filter_whatever_is_clicked(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[dict[str, object]] = []
    draw = map_figure.incident_deck

    def counted(places: pd.DataFrame, **look: Any) -> pdk.Deck:
        if not look["small"]:  # the Overview's, on the way
            drawn.append(look)
        return draw(places, **look)

    monkeypatch.setattr(map_figure, "incident_deck", counted)
    app = open_page("map", **FILTER)
    assert len(drawn) == 1
    assert "selected" not in _outlines(app)
    incident = cached.answer(queries.map_incidents, _FILTER)["incident_id"].iloc[0]
    app.query_params["incident"] = [incident]
    app.run()
    assert "selected" in _outlines(app)
    del app.query_params["incident"]
    app.run()
    assert "selected" not in _outlines(app)
    open_page("map", **FILTER)  # another visitor
    assert len(drawn) == 1
    open_page("map", **(FILTER | {"province": ["Diyala"]}))
    assert [look["provinces"] for look in drawn] == [("Kirkuk",), ("Diyala",)]


def _outlines(app: AppTest) -> set[str]:
    """The layers above the page's map that hold something, by name up to a dash."""
    [told] = [data for data in components(app) if "of" in data]
    layers = json.loads(told["outlines"])
    full = [item["id"] for item in layers if item["data"] not in ([], EMPTY)]
    return {name.split("-")[0] for name in full}


def test_a_commit_is_seen_by_the_next_rerun(open_page: Open) -> None:
    app = open_page("overview", **FILTER)
    before = cached.store().version
    assert f"data version {before}." in html(app)
    ids = ["RAWABET:2018-06-17-injana"]
    with cached.one_run():
        assert cached.data_state()[0] == before
        made = cached.store().retract(ids, "a test")
        assert made
        assert cached.data_state()[0] == made.version  # within the same run too
    assert f"data version {made.version}." in html(app.run())
    cached.store().undo(made.commit_id)


def test_answers_are_told_apart_by_all_of_their_arguments() -> None:
    def key(*arguments: object) -> str:
        return cached._key(navigation.query, arguments)

    chosen = cached.options().default_filter()
    kinds = [(chosen, "light"), (chosen, "dark"), (chosen,), (chosen, "light", True)]
    assert len({key(*kind) for kind in kinds}) == len(kinds)


def test_what_stays_is_left_out_of_the_search_for_garbage_once(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen: list[int] = []
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(1))
    monkeypatch.setattr(masthead, "_SETTLED", set())
    open_page("overview").run()
    assert len(frozen) == 1
