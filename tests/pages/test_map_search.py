"""The box above the map: a place in any spelling, what it may mean besides, and what is none."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox

from corridor import geo
from tests.pages.conftest import Open, components, html

YEAR = {"dates": ["2017-07-01", "2018-06-30"]}


def now(app: AppTest) -> dict[str, Any]:
    """What the map is told of what changes."""
    return next(told for told in components(app) if told.get("of") == "map")


def marked(app: AppTest) -> dict[str, Any]:
    layers = {layer["id"]: layer["data"] for layer in json.loads(now(app)["outlines"])}
    return {name: rows.get("features", rows) if isinstance(rows, dict) else rows
            for name, rows in layers.items() if name.startswith("found")}  # fmt: skip


def names(app: AppTest) -> list[str]:
    return [button.label for button in app.button if str(button.key).startswith("cw-map-find-")]


def look_for(app: AppTest, text: str) -> None:
    app.session_state["map_find"] = text
    app.run()


@pytest.fixture(autouse=True)
def takes_own_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A box of the testing kit knows what it offers alone; a browser sends what was written."""
    usual: Any = Selectbox._widget_state.fget  # type: ignore[attr-defined]

    def state(box: Selectbox[str]) -> WidgetState:
        if box.key != "map_find":
            return usual(box)
        return WidgetState(id=box.id, string_value=box.value or "")

    monkeypatch.setattr(Selectbox, "_widget_state", property(state))


def test_a_place_is_found_marked_and_made_the_filter(open_page: Open) -> None:
    app = open_page("map", **YEAR)
    assert now(app)["centre"] is None
    assert marked(app) == {}

    injana = geo.find_places("انجانة")[0]
    look_for(app, "انجانة")
    assert now(app)["centre"] == [injana.longitude, injana.latitude, 9.5]
    assert "Injana (" in html(app)
    rings = marked(app)
    assert rings["found"][0]["geometry"]["coordinates"] == [injana.longitude, injana.latitude]
    assert rings["found-around"][0]["r"] == 10_000, "metres"
    assert rings["found-name"][0]["t"] == "Injana"

    # What is no place is said, and the nearest names are offered.
    look_for(app, "Qwxyzt")
    assert "No place is called “Qwxyzt”" in html(app)
    assert now(app)["centre"] is None
    offered = names(app)
    assert offered == geo.nearest_names("Qwxyzt")
    app.button(key="cw-map-find-0").click().run()
    assert now(app)["centre"] is not None

    # An area moves the map, and has no point to measure from.
    look_for(app, "Diyala")
    assert now(app)["centre"][2] == 8
    assert "found" not in {name for name, rows in marked(app).items() if rows}
    assert names(app) == []
    # One of several is taken; the others are named.
    look_for(app, "Kanaan")
    others = names(app)[2:]
    assert others == [geo.place_label(geo.find_places("Kanaan")[1])]
    app.button(key="cw-map-find-filter").click().run()
    assert app.session_state["near"] == geo.place_label(geo.find_places("Kanaan")[0])
    assert app.session_state["near_km"] == 10
    assert not app.exception
