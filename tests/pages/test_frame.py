"""The frame without a browser: widgets make the filter, presets and reset set the widgets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from corridor import words
from corridor.filter import IncidentFilter
from corridor.ui.frame import cached
from tests.pages.conftest import new_app

DEFAULT = IncidentFilter(date_from=date(2018, 1, 1), date_to=date(2018, 12, 31))
# A page of its own stands in for the real ones: the frame alone is looked at here.
EMPTY_PAGE = "from corridor.ui.frame.state import current_filter\ncurrent_filter()\n"


@pytest.fixture
def app(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[AppTest]:
    blank = tmp_path / "blank.py"
    blank.write_text(EMPTY_PAGE)
    monkeypatch.setattr("corridor.ui.frame.masthead.navigation._file", lambda _: str(blank))
    monkeypatch.setenv("CORRIDOR_DATA", str(_data_folder(tmp_path_factory)))
    yield new_app()
    cached.store.clear()


def _data_folder(factory: pytest.TempPathFactory) -> Path:
    folder = factory.getbasetemp() / "frame-data"
    folder.mkdir(exist_ok=True)
    return folder


def shown(app: AppTest) -> IncidentFilter:
    assert not app.exception
    found: IncidentFilter = app.session_state["shown_filter"]
    return found


def html(app: AppTest) -> str:
    found = " ".join(element.proto.body for element in app.get("html"))
    return found.replace("\u00a0", " ").replace("\u2060", "")


def test_the_default_is_the_corridor_in_the_last_year_covered(app: AppTest) -> None:
    app.run()
    assert shown(app) == DEFAULT
    assert app.selectbox(key="period").value == "last-year"
    text = html(app)
    assert "<strong>Kirkuk, Salah al-Din and Diyala</strong>, 1 Jan – 31 Dec 2018" in text
    assert "The record ends on 25 Dec 2018" in text
    assert "the data end on" not in text, "the same twice"


def test_every_widget_reaches_the_filter(app: AppTest) -> None:
    app.run()
    app.multiselect(key="province").set_value(["Kirkuk"])
    app.multiselect(key="event_type").set_value(["Battles"])
    app.multiselect(key="actor").set_value(["ISIS"])
    app.multiselect(key="source").set_value(["UCDP"])
    app.checkbox(key="civilians").set_value(True)
    app.selectbox(key="precision").set_value("near")
    app.text_input(key="text").set_value("  market ")
    app.date_input(key="dates").set_value((date(2018, 1, 1), date(2018, 6, 30)))
    app.run()
    app.multiselect(key="district").set_value(["Hawija"]).run()
    assert shown(app) == IncidentFilter(
        provinces=("Kirkuk",),
        districts=("Hawija",),
        date_from=date(2018, 1, 1),
        date_to=date(2018, 6, 30),
        event_types=("Battles",),
        actors=("IS",),
        sources=("UCDP",),
        civilians=True,
        precision="near",
        text="market",
    )


@pytest.mark.parametrize(
    ("asked", "actors"),
    [
        (["IS"], ("IS",)),
        (["Daesh", "ISIS"], ("IS",)),
        (["داعش", "Civilians"], ("Civilians", "IS")),
    ],
)
def test_other_names_of_an_actor_in_a_link_are_understood(
    app: AppTest, asked: list[str], actors: tuple[str, ...]
) -> None:
    app.query_params["actor"] = asked
    app.run()
    assert tuple(sorted(shown(app).actors)) == actors
    assert "could not be applied" not in html(app)


def test_an_actor_that_nobody_knows_is_named(app: AppTest) -> None:
    app.query_params["actor"] = ["IS", "Nobody"]
    app.run()
    assert shown(app).actors == ("IS",)
    assert "Part of this link could not be applied" in html(app)
    assert "actor “Nobody” is not known and was left out" in html(app)


def test_a_place_and_an_area_of_a_link_are_read_or_refused_with_the_reason(app: AppTest) -> None:
    app.query_params["near"] = ["Hawja"]
    app.query_params["within"] = ["35.2,44.1;35.2,44.5;35.6,44.5"]
    app.query_params["along"] = ["bagdad kerkuk:7:0-90"]
    app.run()
    assert (shown(app).near, shown(app).within) == ("Hawija", "")
    assert shown(app).along == "Kirkuk–Baghdad road:7:0-90"
    assert "within 7 km of the Kirkuk–Baghdad road, kilometres 0 to 90 from Kirkuk" in html(app)
    assert "within 5 km of Hawija" in html(app)
    assert "How this link was read:" in html(app)
    assert "No place is called “Hawja”: Hawija is taken" in html(app)
    swapped = "Latitude and longitude of the area are swapped"
    assert f"within was left out: {swapped}" in html(app)
    assert swapped in captions(app)


def test_the_address_has_the_short_form_of_an_area_that_was_pasted(app: AppTest) -> None:
    app.run()
    app.text_area(key="within").set_value(
        '{"type": "Polygon", "coordinates": [[[44.1, 35.2], [44.5, 35.2], [44.5, 35.6]]]}'
    ).run()
    assert app.text_area(key="within").value == "44.1,35.2;44.5,35.2;44.5,35.6"
    assert shown(app).within == "44.1,35.2;44.5,35.2;44.5,35.6"
    assert "in an area of 808 km² round 35.33, 44.37" in html(app)
    assert "The line round the area was open" in captions(app)
    app.text_area(key="within").set_value("nowhere").run()
    assert shown(app).within == ""
    assert "The area cannot be read" in captions(app)


def captions(app: AppTest) -> str:
    return " ".join(caption.value for caption in app.caption)


@pytest.mark.parametrize(
    ("name", "label", "first", "last"),
    [
        ("before-report", "12 months before the report", date(2017, 7, 1), date(2018, 6, 30)),
        ("report-week", "The report’s week", date(2018, 6, 11), date(2018, 6, 17)),
        ("baseline", "2010–2011", date(2010, 1, 1), date(2011, 12, 31)),
    ],
)
def test_a_preset_sets_the_dates(
    app: AppTest, name: str, label: str, first: date, last: date
) -> None:
    app.run()
    assert label in app.selectbox(key="period").options
    app.selectbox(key="period").set_value(name).run()
    assert (shown(app).date_from, shown(app).date_to) == (first, last)
    assert app.selectbox(key="period").value == name


def test_dates_chosen_by_hand_have_no_preset(app: AppTest) -> None:
    app.run()
    app.date_input(key="dates").set_value((date(2018, 1, 1), date(2018, 6, 30))).run()
    assert app.selectbox(key="period").value == "other"


def test_half_a_range_keeps_the_dates_before(app: AppTest) -> None:
    app.run()
    app.date_input(key="dates").set_value((date(2018, 1, 1),)).run()
    assert (shown(app).date_from, shown(app).date_to) == (DEFAULT.date_from, DEFAULT.date_to)


def test_dates_that_run_backwards_give_the_default(app: AppTest) -> None:
    app.run()
    app.date_input(key="dates").set_value((date(2018, 6, 30), date(2018, 1, 1))).run()
    assert (shown(app).date_from, shown(app).date_to) == (DEFAULT.date_from, DEFAULT.date_to)


def test_all_iraq_and_provinces_exclude_each_other(app: AppTest) -> None:
    app.run()
    app.multiselect(key="province").set_value(["Kirkuk", "All Iraq"]).run()
    assert app.multiselect(key="province").value == ["All Iraq"]
    assert shown(app).provinces == ()
    app.multiselect(key="province").set_value(["All Iraq", "Diyala"]).run()
    assert shown(app).provinces == ("Diyala",)


def test_a_district_goes_with_its_province(app: AppTest) -> None:
    app.run()
    app.multiselect(key="district").set_value(["Hawija", "Khanaqin"]).run()
    app.multiselect(key="province").set_value(["Diyala"]).run()
    assert shown(app).districts == ("Khanaqin",)


def test_reset_brings_everything_back(app: AppTest) -> None:
    app.run()
    app.multiselect(key="province").set_value(["Kirkuk"])
    app.checkbox(key="civilians").set_value(True)
    app.date_input(key="as_of").set_value(date(2018, 1, 1))
    app.selectbox(key="period").set_value("all").run()
    assert shown(app) != DEFAULT
    app.button(key="cw-reset").click().run()
    assert shown(app) == DEFAULT
    assert app.date_input(key="as_of").value is None


def test_an_address_that_asks_in_vain_is_named_until_the_filter_changes(app: AppTest) -> None:
    app.query_params["province"] = ["Atlantis"]
    app.run()
    assert "province “Atlantis” is not known" in html(app)
    app.run()
    assert "Atlantis" in html(app)
    app.selectbox(key="period").set_value("all").run()
    assert "Atlantis" not in html(app)


def test_the_link_to_share_carries_the_dates_even_at_their_default(app: AppTest) -> None:
    app.run()
    assert "dates=2018-01-01&dates=2018-12-31" in app.code[0].value


def test_another_language_changes_what_is_read_and_nothing_that_is_kept(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = replace(cached.settings_now(), language="xr")
    monkeypatch.setattr(cached, "settings_now", lambda: elsewhere)
    try:
        app.run()
    finally:
        words.speak(words.DEFAULT)
    assert shown(app) == DEFAULT
    assert '<span class="cw-language" lang="en" dir="rtl" hidden>' in html(app)
    period = app.selectbox(key="period")
    assert period.value == "last-year"
    told = [period.label, *period.options, app.checkbox(key="civilians").label, *labels(app)]
    assert [text for text in told if re.search(r"\b[a-z]{3,}\b", text)] == []


def labels(app: AppTest) -> list[str]:
    """The words by which the widgets of the bar are known to a person, their choices apart."""
    fields = [*app.multiselect, *app.selectbox, *app.date_input, *app.text_input]
    return [field.label for field in fields]
