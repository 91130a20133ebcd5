"""The map: what is drawn as what, in which colour and order, and what can be picked."""

from __future__ import annotations

import json
import math
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd
import pytest
import shapely

from corridor import packs, settings, vocabulary
from corridor.answers import Rate, Rates, ReportIncident
from corridor.answers.places import legend_counts
from corridor.filter import IncidentFilter
from corridor.maps.basemap import feature
from corridor.maps.deck_json import layer_json
from corridor.maps.incident_map import (
    DESKTOP,
    LAYERS,
    PHONE,
    PICKABLE,
    ReportPlace,
    incident_deck,
    load_basemap,
    outline,
)
from corridor.maps.map_density import hexagon_rows
from corridor.maps.map_marks import killed_radius
from corridor.maps.map_rates import rate_classes
from corridor.maps.map_text import safe, shape_arabic, tooltip_of
from corridor.palette import recency
from corridor.texts.places_text import (
    beside_sentences,
    drawn_sentence,
    not_drawn_sentence,
    reason_text,
)
from tests.hostile import DECK

BASEMAP = load_basemap(settings.SHIPPED / "reference", packs.region())
REFERENCE = BASEMAP.reference
END = date(2018, 6, 30)
LABELS = ("names-400", "names-600", "counts")
MODES = ("points", "heat", "hexagons")
INJANA = ReportPlace(34.5333, 44.6333, "The report’s incident", "RAWABET:1")
CIVILIANS, CLASH = "Violence against civilians", "Battles"


def place(precision, **changes):
    """Make one row of `places`; by default one clash at Hawija, three killed."""
    row = {
        "geo_precision": precision, "admin1": "Kirkuk", "admin2": "Hawija", "location": "Hawija",
        "latitude": 35.325, "longitude": 43.772, "incidents": 1, "killed": 3.0,
        "killed_unknown": 0, "first_date": pd.Timestamp("2018-06-17"),
        "last_date": pd.Timestamp("2018-06-17"), "event_type": CLASH,
        "incident_ids": ["UCDP:1"],
    }  # fmt: skip
    return row | changes


PLACES = pd.DataFrame(
    [
        place(1, incident_ids=["UCDP:1"]),
        place(1, latitude=35.468, longitude=44.392, incidents=5, killed=40.0, event_type=CIVILIANS,
              last_date=pd.Timestamp("2018-01-20"), incident_ids=["UCDP:2", "UCDP:3"]),
        place(2, latitude=34.9, longitude=44.6, incidents=3, incident_ids=["UCDP:4"]),
        place(3, incidents=10, latitude=35.27, longitude=43.7, incident_ids=["UCDP:5"]),
        place(4, admin2=None, incidents=8, latitude=35.3, longitude=44.3, incident_ids=["UCDP:6"]),
        place(4, admin1="Diyala", admin2=None, incidents=4, latitude=33.9, longitude=45.0,
              incident_ids=["UCDP:7"]),
        place(5, latitude=34.3, longitude=44.53, incident_ids=["UCDP:259081"]),
        place(None, latitude=None, longitude=None, incident_ids=["UP:1"]),
    ]
)  # fmt: skip


def drawn(places=PLACES, **changes):
    """Draw a deck and give its JSON as Python."""
    options: dict[str, Any] = {"theme": "light", "basemap": BASEMAP, "window_end": END} | changes
    return json.loads(incident_deck(places, **options).to_json())


def ids(row, places=PLACES):
    """Give the incidents that a row of a layer stands for, by the number of its mark or marks."""
    marks = row["m"] if isinstance(row["m"], list) else [row["m"]]
    return [name for mark in marks for name in places["incident_ids"][mark]]


def outlined(incident, places=PLACES, **changes):
    """Give what goes round an incident: the rows of the layers that have any."""
    places = places[[incident in names for names in places["incident_ids"]]]
    options: dict[str, Any] = {"theme": "light", "basemap": BASEMAP, "window_end": END} | changes
    layers = [json.loads(layer_json(item)) for item in outline(places, **options)]
    return {item["id"]: item["data"]["features"] for item in layers if item["data"]["features"]}


def layer(deck, name):
    found = [item for item in deck["layers"] if item["id"] == name]
    assert len(found) == 1, name
    return found[0]


def rows(deck, name):
    data = layer(deck, name)["data"]
    return data["features"] if isinstance(data, dict) else data


def texts(deck):
    """Give every label that is written."""
    return [row["t"] for name in LABELS for row in rows(deck, name)]


def test_layers_lie_in_the_order_of_the_ground_up():
    order = [item["id"] for item in drawn(report_place=INJANA)["layers"]]
    wanted = [
        "land", "terrain", "veil", "districts", "district-lines", "province-lines", "rivers",
        "road-halos", "roads", "outline", "near-ring-0", "near", "report-inside", "exact",
        "report", "names-400", "counts",
    ]  # fmt: skip
    assert [name for name in order if name in wanted] == wanted


def test_all_that_stands_for_incidents_can_be_picked_and_says_which():
    deck = drawn(report_place=INJANA)
    pickable = [item["id"] for item in deck["layers"] if item.get("pickable")]
    assert pickable == [name for name in PICKABLE if name not in {"hexagons", "rates"}]
    for name in (name for name in pickable if not name.startswith("beside")):
        assert rows(deck, name)
        for row in rows(deck, name):
            assert {"place", "what", "how"} <= set(row)
            if name.startswith("report"):
                assert row["term"] == "incident:RAWABET:1"
            else:
                assert row["n"] >= len(ids(row)) > 0


def test_what_others_alone_tell_is_a_ring_in_no_number_and_says_who():
    exact = PLACES["geo_precision"] == 1
    beside = PLACES.assign(beside=[("ACLED" if is_exact else None) for is_exact in exact])
    deck = drawn(beside)
    assert rows(deck, "exact") == []
    rings = rows(deck, "beside")
    assert len(rings) == int((exact & PLACES["latitude"].notna()).sum()) > 0
    assert all(row["what"].endswith("; told only by ACLED") for row in rings)
    inside = next(item for item in deck["layers"] if item["id"] == "beside-inside")
    assert rows(deck, "beside-inside") == rings, "a ring opens with a click in its middle"
    assert inside["filled"]
    counts = legend_counts(beside, reference=REFERENCE)
    told = int(PLACES.loc[exact, "incidents"].sum())
    assert counts.beside["ACLED"].total == told
    assert counts.total == PLACES["incidents"].sum() - told
    assert counts.drawn + sum(counts.not_drawn.values()) == counts.total
    (said,) = beside_sentences("UCDP", counts)
    assert said.startswith(f"{told}\u00a0more told only by ACLED, ")
    written = json.dumps([row.get("t") for row in rows(deck, "counts")])
    without = drawn(PLACES[~exact])
    assert written == json.dumps([row.get("t") for row in rows(without, "counts")])


def test_a_governorate_level_incident_opens_from_its_count_alone():
    deck = drawn()
    marked = [row for name in ("exact", "near", "districts") for row in rows(deck, name)]
    assert not {"UCDP:6", "UCDP:7", "UCDP:259081", "UP:1"} & {
        name for row in marked for name in ids(row)
    }
    for gone in ("[44.3, 35.3]", "[45.0, 33.9]"):
        assert gone not in json.dumps(marked)
    opened = {row["t"]: row for row in rows(deck, "counts")}
    assert ids(opened["+8"]) == ["UCDP:6"]
    assert opened["+8"]["place"] == "Kirkuk province"
    assert opened["+8"]["what"] == "8\u00a0incidents known only to the province"
    assert ids(opened["+4"]) == ["UCDP:7"]


def test_a_stack_a_district_and_a_disc_open_from_their_numbers_too():
    opened = {row["t"]: ids(row) for row in rows(drawn(), "counts")}
    assert opened["5"] == ["UCDP:2", "UCDP:3"]
    assert opened["10 in Hawija district"] == ["UCDP:5"]
    assert opened["3"] == ["UCDP:4"]


def test_the_whole_disc_is_picked_not_its_rim_alone():
    disc = layer(drawn(), "near")
    assert (disc["getRadius"], disc["filled"], disc["stroked"]) == (25_000, True, False)


def test_exact_points_carry_their_type_size_recency_and_ids():
    points = rows(drawn(), "exact")
    assert [ids(row)[0] for row in points] == ["UCDP:2", "UCDP:1"]
    killed, recent = points
    assert recent["p"] == [43.772, 35.325]
    assert recent["c"] == [0x1F, 0x5A, 0x9E, round(255 * 0.92)]
    assert killed["c"] == [0xB3, 0x12, 0x2F, round(255 * 0.65)]
    assert recent["r"] == round(3.2 + 1.55 * math.sqrt(3), 1)
    assert len(rows(drawn(), "recent")) == 1


def test_size_and_recency_follow_the_key():
    assert killed_radius(None) == killed_radius(0) == 3.2
    assert killed_radius(100) == 18.7
    assert killed_radius(5000) == 24.0
    assert [recency(days) for days in (0, 90, 91, 180, 181)] == [0.92, 0.92, 0.65, 0.65, 0.37]


def test_near_is_a_true_disc_of_25_km_with_its_count_on_the_rim():
    deck = drawn()
    rings = [layer(deck, f"near-ring-{at}") for at in range(3)]
    assert rings[0]["getRadius"] == 25_000
    assert [ring["stroked"] for ring in rings] == [True, False, False]
    assert rings[0]["data"][0]["c"][3] == 10
    assert rings[0]["data"][0]["l"][3] == 95
    counts = [row for row in rows(deck, "counts") if row["t"] == "3"]
    assert counts[0]["p"] == pytest.approx([44.6, 34.9 + 25 / 111.2], abs=0.001)


def test_a_selected_rim_is_not_painted_over():
    """Streamlit makes a selected mark's own colours opaque: the broad rim must have none."""
    rim = layer(drawn(), "near")
    assert not {"getFillColor", "getLineColor", "getColor"} & set(rim)
    assert rim["opacity"] < 0.01


def test_the_ground_keeps_its_colours_when_a_mark_is_selected():
    fading = {"getFillColor", "getLineColor", "getColor"}
    for item in drawn(report_place=INJANA)["layers"]:
        is_mark = item["id"] in {"exact", "recent", "uploads"} or item["id"].startswith("near-ring")
        assert is_mark or not fading & set(item), item["id"]


def test_districts_are_shaded_by_count_and_named():
    deck = drawn()
    (hawija,) = rows(deck, "districts")
    shape = shapely.geometry.shape(hawija["geometry"])
    assert shape.contains(shapely.Point(43.772, 35.325))
    assert ids(hawija) == ["UCDP:5"]
    assert "10 in Hawija district" in texts(deck)
    few = rows(drawn(PLACES.assign(incidents=1)), "districts")[0]["c"][3]
    assert hawija["c"][3] > few


def test_stacked_points_show_their_number():
    spots = [row["p"] for row in rows(drawn(), "counts") if row["t"] == "5"]
    assert [44.392, 35.468] in spots


def test_the_reports_incident_is_a_red_ring_at_injana():
    deck = drawn(report_place=INJANA)
    (ring,) = rows(deck, "report")
    assert ring["geometry"]["coordinates"] == [44.6333, 34.5333]
    ink = layer(deck, "report")["_subLayerProps"]["points-circle"]["getLineColor"]
    assert ink == [0xB3, 0x12, 0x2F, 255]
    found = ReportIncident("RAWABET:1", date(2018, 6, 17), INJANA.latitude, INJANA.longitude)
    year = IncidentFilter(date_from=date(2018, 1, 1), date_to=date(2018, 12, 31))
    place = ReportPlace.within(found, year)
    assert place is not None
    assert (place.latitude, place.incident_id) == (INJANA.latitude, "RAWABET:1")
    assert "17 Jun 2018" in place.label.replace("\u00a0", " ")
    assert ReportPlace.within(found, replace(year, date_to=date(2018, 6, 16))) is None
    assert ReportPlace.within(found, replace(year, date_from=date(2018, 6, 18))) is None
    assert ReportPlace.within(found, IncidentFilter()) == place, "of all dates it is one"
    assert rows(drawn(report_place=INJANA, hidden=frozenset({"report"})), "report") == []


@pytest.mark.parametrize(
    ("incident", "name"),
    [("UCDP:3", "selected"), ("UCDP:4", "selected-disc"), ("UCDP:5", "selected-district")],
)
def test_the_selected_incident_is_outlined_whatever_its_kind(incident, name):
    assert list(outlined(incident)) == [name]


def test_a_province_s_incident_outlines_its_province():
    [shape] = outlined("UCDP:6")["selected-district"]
    assert shapely.geometry.shape(shape["geometry"]).equals(
        shapely.geometry.shape(feature(BASEMAP.provinces["Kirkuk"])["geometry"])
    )


def test_an_incident_without_a_mark_outlines_nothing():
    assert outlined("UCDP:259081") == {}
    assert outlined("UCDP:1", hidden=frozenset({"exact"})) == {}
    assert outlined("UCDP:1", mode="hexagons") == {}


def test_nothing_comes_from_outside():
    deck = drawn()
    assert "mapProvider" not in deck
    assert deck["mapStyle"] == "__MAP_STYLE__"
    assert layer(deck, "terrain")["image"] == "/app/static/terrain-light.webp"
    assert layer(drawn(theme="dark"), "terrain")["image"].endswith("terrain-dark.webp")
    assert "http" not in json.dumps(deck)


def test_text_from_data_cannot_become_code_or_markup():
    evil = pd.DataFrame([
        place(1, location="@@=)("), place(2, location="@@#X"),
        place(1, location="<img src=x onerror=alert(1)>", latitude=35.0),
        place(1, location="{what}{incident_ids}", latitude=35.2),
    ])  # fmt: skip
    marks = [mark for name in ("exact", "near") for mark in rows(drawn(evil), name)]
    assert "<" not in json.dumps(marks)
    assert " @@=)(" in [mark["place"] for mark in marks]
    # What a name says in braces is no field of the tooltip.
    assert [mark["place"] for mark in marks if re.search(r"{.*}", mark["place"])] == []


def strings(value):
    """Give every string at any depth, keys too."""
    if isinstance(value, dict):
        return [text for item in value.items() for text in strings(list(item))]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("mode", MODES)
def test_deck_gl_runs_no_string_of_the_data(mode):
    """It runs what begins with `@@`; only the properties of our own layers may."""
    hostile = [*DECK, '\\"@@=x', "\\@@=x", '"', "\\"]
    evil = pd.DataFrame([
        place(precision, location=text, admin2=name, event_type=text, incident_ids=[text, *hostile],
              latitude=33.5 + at / 20)
        for at, text in enumerate(hostile)
        for precision, name in ((1, text), (2, text), (3, "Hawija"), (4, text))
    ])  # fmt: skip
    deck = drawn(evil, mode=mode, report_place=INJANA)
    around = outline(evil.head(4), theme="light", basemap=BASEMAP, window_end=END, mode=mode)
    deck["layers"] += [json.loads(layer_json(item)) for item in around]
    for item in deck["layers"]:
        assert [text for text in strings(item.pop("data")) if text.startswith("@@")] == []
    ours = {text for text in strings(deck) if text.startswith("@@")}
    assert ours >= {"@@type", "@@=p", "@@=c"}
    assert all(re.fullmatch(r"@@(type|=\w+)", text) for text in ours), ours


def test_safe_leaves_ordinary_text_alone():
    assert safe("Ḩawījah & الحويجة") == "Ḩawījah & الحويجة"
    assert safe(None) == safe(float("nan")) == ""


def test_arabic_is_shaped_and_in_visual_order():
    shaped = shape_arabic("كركوك")
    assert all("\ufb50" <= letter <= "\ufeff" for letter in shaped)
    assert shaped[-1] == "\ufedb"  # initial kaf, at the right
    assert shape_arabic("") == ""


def test_tooltips_say_place_deaths_and_precision():
    deck = drawn()
    near = rows(deck, "near")[0]
    assert near["what"].startswith("3\u00a0incidents, mostly armed clash; 3\u00a0killed")
    assert near["how"].startswith("within about 25\u00a0km · 17\u00a0Jun\u00a02018")
    unknown = pd.DataFrame([place(1, killed=None, killed_unknown=1)])
    assert rows(drawn(unknown), "exact")[0]["what"] == "Armed clash, deaths unknown"


def test_drawn_and_not_drawn_add_up():
    counts = legend_counts(PLACES, reference=REFERENCE)
    assert counts.total == PLACES["incidents"].sum() == 33
    assert counts.drawn == 19
    assert counts.drawn + sum(counts.not_drawn.values()) == counts.total
    assert counts.not_drawn["governorate"] == counts.at_province == 12
    assert sum(counts.by_precision.values()) == sum(counts.by_type.values()) == counts.total
    assert list(counts.by_precision) == [
        "exact", "near", "district", "governorate", "line or area", "not stated",
    ]  # fmt: skip


def test_the_map_shows_what_the_legend_counts():
    deck = drawn()
    on_it = PLACES.loc[
        [row["m"] for name in ("exact", "near", "districts") for row in rows(deck, name)]
    ]
    assert on_it["incidents"].sum() == legend_counts(PLACES, reference=REFERENCE).drawn


def test_what_is_not_drawn_is_said_with_its_reasons():
    counts = legend_counts(PLACES, reference=REFERENCE)
    assert drawn_sentence("UCDP", counts) == "19 of 33\u00a0incidents by UCDP drawn"
    said = not_drawn_sentence(counts)
    assert said.startswith("14 not drawn: 12 known only to the province")
    assert "1 known only to a road, a border or a range" in said
    assert not_drawn_sentence(legend_counts(PLACES.head(2))) == ""


def test_a_point_without_coordinates_or_an_unknown_district_is_not_drawn_but_counted():
    odd = pd.DataFrame([place(1, latitude=None), place(3, admin2="Atlantis")])
    counts = legend_counts(odd, reference=REFERENCE)
    assert counts.drawn == 0
    assert counts.not_drawn == {"no-place": 2}
    assert reason_text("no-place") == "without coordinates or a known district"
    assert rows(drawn(odd), "exact") == rows(drawn(odd), "districts") == []


def test_counts_by_type_come_from_the_incidents_when_given():
    assert legend_counts(PLACES, {CLASH: 30, CIVILIANS: 3}).by_type == {CLASH: 30, CIVILIANS: 3}
    assert legend_counts(PLACES).by_type == {CLASH: 28, CIVILIANS: 5}


def test_an_empty_result_draws_the_ground():
    deck = drawn(PLACES.head(0))
    assert rows(deck, "exact") == rows(deck, "near") == rows(deck, "districts") == []
    assert len(rows(deck, "names-600")) > 5


def test_hexagons_hold_every_exact_incident_once():
    exact = PLACES[PLACES["geo_precision"] == 1]
    cells = hexagon_rows(exact, "light")
    assert sum(cell["n"] for cell in cells) == exact["incidents"].sum()
    for cell in cells:
        assert shapely.Polygon(cell["h"]).is_valid
    for row in exact.itertuples():
        point = shapely.Point(float(str(row.longitude)), float(str(row.latitude)))
        assert sum(shapely.Polygon(cell["h"]).contains(point) for cell in cells) == 1


def test_districts_are_coloured_by_their_rates_and_nothing_vaguer_or_exacter_is_drawn():
    rates = Rates("UCDP", (Rate("Kirkuk", "Hawija", 16, 2000.0), Rate("Kirkuk", "Dibis", 3, 1500.0),
                           Rate("Kirkuk", "Daquq", 0, 900.0)), 12)  # fmt: skip
    deck = drawn(mode="districts", rates=rates)
    hawija, dibis = rows(deck, "rates")
    assert hawija["term"] == "district:Kirkuk/Hawija"
    assert hawija["m"] == [0, 1, 2, 3, 6, 7]
    assert hawija["how"].startswith("8.0 per")
    assert hawija["c"][3] > 3 * dibis["c"][3], "three are few: pale, and of a lower class"
    assert [item.upto for item in rate_classes(rates, "light")] == [1, 2, 5, 10]
    assert "districts" not in [item["id"] for item in deck["layers"]]
    assert not rows(deck, "exact")
    assert not rows(deck, "near")
    assert {"16 in Hawija district", "3 in Dibis district"} <= set(texts(deck))


@pytest.mark.parametrize("mode", ["heat", "hexagons"])
def test_heat_and_hexagons_stand_in_for_the_points_only(mode):
    deck = drawn(mode=mode)
    names = [item["id"] for item in deck["layers"]]
    assert mode in names
    assert "exact" not in names
    assert rows(deck, "near")
    assert rows(deck, "districts")


@pytest.mark.parametrize("key", LAYERS)
def test_every_layer_can_be_switched_off(key):
    before, after = drawn(report_place=INJANA), drawn(report_place=INJANA, hidden=frozenset({key}))
    assert json.dumps(before) != json.dumps(after)
    # Where the ring is gone, a name may stand that it had kept away.
    assert key == "report" or len(json.dumps(before)) > len(json.dumps(after))


def test_a_phone_gets_few_labels_and_no_arabic():
    phone, desk = drawn(small=True), drawn()
    assert len(texts(phone)) < len(texts(desk)) / 2
    assert not any("\ufb50" <= letter <= "\ufeff" for text in texts(phone) for letter in text)
    assert 6.0 <= phone["initialViewState"]["zoom"] <= 6.4
    assert "10" in texts(phone)


def test_all_iraq_is_fitted_and_every_province_named():
    deck = drawn(provinces=())
    assert set(map(str.upper, BASEMAP.provinces)) <= set(texts(deck))
    assert deck["initialViewState"]["zoom"] < drawn()["initialViewState"]["zoom"]


def test_chosen_districts_are_fitted_and_lifted_out_of_the_veil():
    deck = drawn(provinces=("Kirkuk",), districts=("Hawija",))
    view, wide = deck["initialViewState"], drawn(provinces=("Kirkuk",))["initialViewState"]
    assert view["zoom"] > wide["zoom"] + 0.5
    hawija = BASEMAP.districts["Kirkuk", "Hawija"]
    assert hawija.envelope.contains(shapely.Point(view["longitude"], view["latitude"]))
    veil = shapely.geometry.shape(rows(deck, "veil")[0]["geometry"])
    assert veil.contains(shapely.Point(44.39, 35.47))  # Kirkuk
    assert not veil.contains(shapely.Point(43.77, 35.32))  # Hawija


def test_a_district_is_fitted_inside_the_map_at_both_sizes():
    for small, (across, up) in ((False, DESKTOP), (True, PHONE)):
        view = drawn(provinces=(), districts=("Hawija", "Baiji"), small=small)["initialViewState"]
        shape = shapely.union_all([BASEMAP.districts["Kirkuk", "Hawija"],
                                   BASEMAP.districts["Salah al-Din", "Baiji"]])  # fmt: skip
        west, south, east, north = shape.bounds
        scale = 512 * 2 ** view["zoom"] / 360
        assert (east - west) * scale < across
        # A degree of latitude is longer on the map than one of longitude.
        assert (north - south) * scale / math.cos(math.radians(35)) < up


def test_points_too_many_to_be_told_apart_are_hexagons_with_their_counts():
    cells = PLACES.assign(is_cell=[True, True, True, False, False, False, False, False])
    deck = drawn(cells)
    names = [item["id"] for item in deck["layers"]]
    assert "hexagons" in names
    assert "exact" not in names
    assert sum(row["n"] for row in rows(deck, "hexagons")) == 6
    assert "5" in texts(deck)
    assert "5" not in [row["t"] for row in rows(deck, "counts")], "a click is the hexagon's"
    assert rows(deck, "near")[0]["place"] == "Places close to each other"


def test_other_provinces_are_lifted_out_of_the_veil():
    veil = shapely.geometry.shape(rows(drawn(provinces=("Ninewa",)), "veil")[0]["geometry"])
    assert not veil.contains(shapely.Point(43.12, 36.34))  # Mosul
    assert veil.contains(shapely.Point(44.39, 35.47))  # Kirkuk


def test_colours_follow_the_theme():
    dark = rows(drawn(theme="dark"), "exact")[1]["c"][:3]
    text = vocabulary.EVENT_TYPE_COLOURS[CLASH][1]
    assert dark == [int(text[at : at + 2], 16) for at in (1, 3, 5)]


def test_seven_thousand_marks_stay_under_two_megabytes():
    many = pd.DataFrame([
        place(1 + at % 2, latitude=33.5 + at * 0.0003, longitude=43 + at * 0.0003,
              incident_ids=[f"UCDP:{200000 + at}"], location=f"Village number {at}")
        for at in range(7000)
    ])  # fmt: skip
    text = incident_deck(many, theme="light", basemap=BASEMAP, window_end=END).to_json()
    assert len(text.encode()) < 2_000_000


@pytest.mark.parametrize(("incidents", "told"), [(1, "; uploaded"), (5, "; 2 uploaded")])
def test_what_was_uploaded_is_told_of_its_mark(incidents: int, told: str) -> None:
    row = pd.Series(place(1, incidents=incidents, uploaded=min(incidents, 2)))
    assert tooltip_of(row)["what"].endswith(told)
    assert "uploaded" not in tooltip_of(pd.Series(place(1, uploaded=0)))["what"]


UPLOADED = PLACES.assign(uploaded=[0, 2, 1, 10, 3, 0, 0, 1])


def test_marks_of_uploaded_rows_have_a_shape_or_a_word_of_their_own():
    """A diamond round points and stacks; a word at the counts of discs, districts, provinces."""
    deck = drawn(UPLOADED)
    [stack] = [row for row in rows(deck, "exact") if len(ids(row)) == 2]
    [diamond] = rows(deck, "uploads")
    assert diamond["p"] == stack["p"]
    assert diamond["s"] > 2 * stack["r"] * math.sqrt(2)
    assert layer(deck, "uploads")["iconAtlas"] == "/app/static/diamond.png"
    assert (settings.PROJECT / "static" / "diamond.png").is_file()
    written = texts(deck)
    assert {"10 in Hawija district, uploaded", "3, 1 uploaded", "+8, 3 uploaded"} <= set(written)
    assert "+4" in written
    assert not any("uploaded" in text for text in texts(drawn()))
    assert rows(drawn(), "uploads") == []


def test_a_hexagon_with_uploaded_rows_has_its_diamond_and_says_how_many():
    deck = drawn(UPLOADED, mode="hexagons")
    [diamond] = rows(deck, "uploads")
    [cell] = [row for row in rows(deck, "hexagons") if row["p"] == diamond["p"]]
    assert cell["what"].endswith("2 uploaded")


def test_names_of_provinces_and_large_towns_stand_among_a_map_full_of_hexagons():
    full = pd.DataFrame([
        place(1, latitude=33.5 + row / 8, longitude=42.5 + column / 8, incidents=2)
        for row in range(20) for column in range(28)
    ])  # fmt: skip
    deck = drawn(full, mode="hexagons", provinces=packs.region().provinces)
    assert {"KIRKUK", "DIYALA", "Kirkuk", "Samarra"} <= set(texts(deck))
    assert len(rows(deck, "hexagons")) > sum(text.isdigit() for text in texts(deck)) > 50
