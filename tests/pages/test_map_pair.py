"""Two periods side by side on the Map page: two maps of one scale, and what changed between."""

from __future__ import annotations

import io
import json
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from corridor import answers, packs
from corridor.exchange.counts import changes_csv
from corridor.filter import IncidentFilter
from corridor.ui.frame.cached import store
from tests.independent import measured
from tests.pages.conftest import Open, components, html, plain
from tests.pages.test_pages import words

YEAR = {"dates": ["2017-07-01", "2018-06-30"]}
TWO = {**YEAR, "compare": ["2010–2011"], "maps": ["two"]}
NOW = IncidentFilter(
    provinces=packs.region().provinces, date_from=date(2017, 7, 1), date_to=date(2018, 6, 30)
)
THEN = replace(NOW, date_from=date(2010, 1, 1), date_to=date(2011, 12, 31))


def told(app: Any, name: str) -> dict[str, Any]:
    return next(each for each in components(app) if each.get("name") == name)


def marked(app: Any, name: str) -> int:
    """How many incidents are selected on a map."""
    found = next(each for each in components(app) if each.get("of") == name)
    return sum((found["selected"] or {}).values())


def layers(app: Any, name: str) -> dict[str, list[dict[str, Any]]]:
    found = {
        layer["id"]: layer.get("data") for layer in json.loads(told(app, name)["deck"])["layers"]
    }
    return {key: rows.get("features", rows) if isinstance(rows, dict) else rows
            for key, rows in found.items()}  # fmt: skip


def test_both_periods_are_drawn_to_one_scale_and_counted(open_page: Open) -> None:
    app = open_page("map", **TWO)
    assert not app.exception
    said = words(app)
    views = []
    for name, chosen, days in (
        ("map_now", NOW, "1 Jul 2017 – 30 Jun 2018"),
        ("map_then", THEN, "1 Jan 2010 – 31 Dec 2011"),
    ):
        rows = measured(chosen)
        assert f"{days} {len(rows)} incidents by UCDP, " in said
        own = [row for row in layers(app, name)["exact"] if row["m"] is not None]
        exact = rows[(rows["geo_precision"] == 1) & rows["latitude"].notna()]
        assert sum(row["n"] for row in own) == len(exact)
        kinds = Counter(rows["event_type"])
        assert f"Armed clash {kinds['Battles']}" in said
        views.append(json.loads(told(app, name)["deck"])["initialViewState"])
        assert told(app, name)["camera"] == "map_two"
        assert "player" not in told(app, name)
        assert plain(told(app, name)["words"]["alt"]).startswith(days), (
            "for those who do not see it"
        )
        months = len(rows) / ((chosen.date_to - chosen.date_from).days + 1) * 365.25 / 12
        assert f"; {months:.1f} a month on covered days" in said
    assert views[0] == views[1]
    assert "compared with" not in told(app, "map_then")["paper"]["lines"][0]
    assert "maps=two" in app.get("code")[0].value, "the link to this page"
    assert "The periods have 365 and 730 covered days: compare the averages" in said
    # What changed is told once, by the same table as on Timeline.
    assert "3.3 more a month (+69 %): 8.1 now, 4.8 before." in said
    assert app.get("download_button")
    found = answers.changes(store(), replace(NOW, compare="2010-01-01/2011-12-31"))
    table = pd.read_csv(io.BytesIO(changes_csv(found)))
    districts = table[table["kind"] == "district"].set_index(["admin1", "place"])
    for column, chosen, length in (("incidents", NOW, 365), ("incidents_before", THEN, 730)):
        counts = measured(chosen).groupby(["admin1", "admin2"]).size()
        assert districts[column].to_dict() == counts.reindex(districts.index).fillna(0).to_dict()
        means = districts["a_month" + column.removeprefix("incidents")]
        assert np.allclose(means, districts[column] / length * 365.25 / 12, atol=0.001)
    too_few = districts[["incidents", "incidents_before"]].min(axis=1) < 5
    assert (districts["difference_percent"].isna() == too_few).all()

    # Hexagons and districts have one colour for as many a month.
    app.segmented_control(key="map_mode").set_value("hexagons").run()
    strongest = [max(row["c"][3] for row in layers(app, name)["hexagons"])
                 for name in ("map_now", "map_then")]  # fmt: skip
    assert max(strongest) == 220
    assert min(strongest) < 220
    app.segmented_control(key="map_mode").set_value("districts").run()
    shades = {
        (row["how"].partition(" ")[0], tuple(row["c"]))
        for name in ("map_now", "map_then")
        for row in layers(app, name)["rates"]
        if row["n"] >= 5
    }
    ordered = sorted(shades, key=lambda each: float(each[0]))
    assert [ink[3] for _, ink in ordered] == sorted(ink[3] for _, ink in ordered)
    assert words(app).count("Incidents a month per 1,000 km²") == 2


def test_a_place_is_selected_in_both_and_no_map_is_sent_again(open_page: Open) -> None:
    app = open_page("map", **TWO)
    before = [told(app, name)["version"] for name in ("map_now", "map_then")]
    rows, here = measured(THEN), measured(NOW)
    of_baquba = int((rows["admin2"] == "Baquba").sum())
    app.session_state["sel"] = "district:Diyala/Baquba"
    app.run()
    assert [told(app, name)["version"] for name in ("map_now", "map_then")] == before
    assert marked(app, "map_then") == of_baquba
    assert marked(app, "map_now") == int((here["admin2"] == "Baquba").sum())
    assert f"Selected: {of_baquba} of {len(rows)} incidents" in words(app)
    app.session_state["sel"] = "dates:2018-05-01/2018-05-31"
    app.run()
    assert "Nothing that is selected lies in these days." in words(app)
    app.session_state["map_undrawable"] = True
    app.run()
    assert html(app).count('class="cw-map-picture"') == 2


def test_one_map_says_how_to_have_two(open_page: Open) -> None:
    app = open_page("map", **YEAR, maps=["two"])
    assert "For two periods side by side, choose “Compare with” in the filter." in words(app)
    assert [each["name"] for each in components(app) if "name" in each] == ["map"]
    early = open_page("map", **YEAR, compare=["1980"], maps=["two"])
    assert "UCDP does not cover what the filter compares with" in words(early)
    assert [each["name"] for each in components(early) if "name" in each] == ["map"]
    odd = open_page("map", **YEAR, maps=["three"])
    assert "maps can be “two”, not “three”" in html(odd)
    choice = open_page("map", **YEAR, compare=["2010–2011"])
    choice.segmented_control(key="maps_here").set_value("two").run()
    assert choice.query_params["maps"] == "two"
    assert [each["name"] for each in components(choice) if "name" in each] == [
        "map_now",
        "map_then",
    ]
