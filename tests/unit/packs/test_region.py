"""Country, region and series are data: what is shipped can be read, and a fault is told."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from corridor import packs
from corridor.cli import main
from corridor.packs import PackError
from corridor.packs.country import load_country
from corridor.settings import SHIPPED

REFERENCE = SHIPPED / "reference"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Give a copy of the first region."""
    name = packs.country().region
    return Path(shutil.copytree(SHIPPED / "regions" / name, tmp_path / name))


def changed(folder: Path, old: str, new: str, name: str = "region.toml") -> str:
    """Change a region and say how it is refused."""
    file = folder / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(PackError) as caught:
        packs.load_region(folder, REFERENCE, packs.country().bounds)
    told = str(caught.value)
    assert told.startswith(str(file))
    return told.removeprefix(str(file))


@pytest.mark.parametrize("slug", packs.list_regions())
def test_every_shipped_region_can_be_read(slug: str) -> None:
    region = packs.region(slug)
    assert region.provinces
    assert region.short
    assert region.labels
    assert region.baseline[0] < region.baseline[1]


def test_the_first_region_is_the_corridor() -> None:
    region = packs.region()
    assert region == packs.region("kirkuk-salah-al-din-diyala")
    assert region.provinces == ("Kirkuk", "Salah al-Din", "Diyala")
    assert region.baseline == (date(2010, 1, 1), date(2011, 12, 31))
    assert region.anchors["Hawija"] == (43.8, 35.2)
    assert len(region.labels) == 73
    assert region.events[0].label == "Fall of Mosul"


def test_the_country_and_its_series_can_be_read() -> None:
    assert (packs.country().name, packs.country().utm_zone) == ("Iraq", 38)
    assert packs.series().code == "UCDP"


def test_an_own_region_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slug = packs.country().region
    own = tmp_path / "regions" / slug
    shutil.copytree(SHIPPED / "regions" / slug, own)
    file = own / "region.toml"
    file.write_text(file.read_text("utf-8").replace('"the corridor"', '"our corridor"'), "utf-8")
    shutil.copytree(own, own.with_name("a-second-one"))
    monkeypatch.setenv("CORRIDOR_DATA", str(tmp_path))
    assert packs.region().short == "our corridor"
    assert {"a-second-one", slug} <= set(packs.list_regions())


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"Diyala"]', '"Diyalla"]', 'region: “provinces” is \'Diyalla\''),
        ('"Diyala"]', '"Diyala", "x"]', "known:"),
        ('"the corridor"', '""', "“short” holds an empty text"),
        ("2018-01-01", "2018-01-02", "“recent_from” must be the first day of a month."),
        ("2011-12-31", "2011-12-30", "region › baseline: “from” must be a 1 January"),
        ("west = 42.45", "west = 45.96", "region › view: west must be less than east"),
        ("west = 42.45", "west = 4.245", "“west” must be from 38.3 to 49.1, not 4.245."),
        ('district = "Baiji"', 'district = "Fallujah"', "region › anchor 1: “district” is"),
        ("short =", "shrt =", "“short” is missing"),
        ("small_from =", "smal_from =", "“small_from” is missing. Add it."),
        ("\n[view]", "\ncolour = 1\n[view]", "unknown key “colour”"),
    ],
)  # fmt: skip
def test_a_fault_of_a_region_is_told(copied: Path, old: str, new: str, told: str) -> None:
    said = changed(copied, old, new)
    assert told in said
    assert ", line " in said


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("35.42,43.98", "95.42,43.98", ", line 2: label: “lat” must be from -90 to 90, not 95.42."),
        ("35.42,43.98", "x,43.98", ", line 2: label: “lat” must be a number, not 'x'."),
        ("35.42,43.98", "nan,43.98", ", line 2: label: “lat” must be from -90 to 90, not nan."),
        ("governorate", "province", ", line 2: label: “kind” is 'province'; known: "),
        ("0,middle,0,0", "0,Middle,0,0", "Perhaps “middle” is meant."),
        ("0,middle,0,0", "0,middle,0", ", line 2: the row has 8 cells; 9 are needed."),
        ("name,name_ar", "name_ar,name", ", line 1: the first line must name the columns name, "),
        ("0,middle,0,0", "0,middle,0,900", "“dy” must be from -200 to 200, not 900"),
    ],
)
def test_a_fault_of_the_labels_is_told(copied: Path, old: str, new: str, told: str) -> None:
    assert told in changed(copied, old, new, "labels.csv")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("2014-06-10", "10.6.2014", ", line 2: event: “date” must be a day, not '10.6.2014'."),
        ("Fall of Mosul", "", ", line 2: event: “label” holds an empty text"),
        ("Fall of Mosul", "F" * 61, "a text of 61 signs; 60 are allowed"),
    ],
)
def test_a_fault_of_the_events_is_told(copied: Path, old: str, new: str, told: str) -> None:
    assert told in changed(copied, old, new, "events.csv")


def test_a_sheet_has_so_many_rows(copied: Path) -> None:
    file = copied / "events.csv"
    row = "2014-06-10,Fall of Mosul,\n"
    file.write_text(file.read_text("utf-8") + 500 * row, "utf-8")
    with pytest.raises(PackError, match="has 506 rows; 500 are allowed"):
        packs.load_region(copied, REFERENCE, packs.country().bounds)


def test_a_lacking_file_is_told(copied: Path) -> None:
    (copied / "labels.csv").unlink()
    with pytest.raises(PackError, match=r"labels\.csv: cannot be read: No such file"):
        packs.load_region(copied, REFERENCE, packs.country().bounds)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("utm_zone = 38", "utm_zone = 61", "“utm_zone” must be from 1 to 60, not 61."),
        ('region = "', 'region = "../', "“region” must be 1 to 64 small letters"),
        ("south = 28.5", "south = 26.5", "country › bounds: “south” must be from 27 to 40"),
    ],
)
def test_a_fault_of_the_country_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = (SHIPPED / "country.toml").read_text("utf-8")
    file = tmp_path / "country.toml"
    file.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(PackError) as caught:
        load_country(file)
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", ", line 1: cannot be read as JSON"),
        ("[]", ": is no GeoJSON with features"),
        ('{"features": [{"geometry": null}]}', ": is no GeoJSON with features"),
        (
            '{"features": [{"geometry": {"type": "Point", "coordinates": [44, 33]}}]}',
            ": feature 1 is no LineString or MultiLineString in degrees.",
        ),
        (
            '{"features": [{"geometry": {"type": "LineString", "coordinates": [[440, 33]]}}]}',
            ": feature 1 is no LineString",
        ),
        (
            '{"features": [{"geometry": {"type": "LineString", "coordinates": [["x", 33]]}}]}',
            ": is no GeoJSON",
        ),
    ],
)
def test_a_fault_of_the_roads_is_told(copied: Path, text: str, told: str) -> None:
    (copied / "roads.geojson").write_text("?", "utf-8")
    assert told in changed(copied, "?", text, "roads.geojson")


def test_a_relief_needs_a_plain_name_and_its_edges(copied: Path) -> None:
    said = changed(copied, "[view]", '[relief]\npicture = "../terrain"\n\n[view]')
    assert "region › relief: “picture” must be 1 to 64 small letters" in said


def test_a_data_folder_named_by_hand_brings_its_own_regions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slug = packs.country().region
    own = tmp_path / "regions" / slug
    shutil.copytree(SHIPPED / "regions" / slug, own)
    file = own / "region.toml"
    file.write_text(file.read_text("utf-8").replace("2010-01-01\nto", "2012-01-01\nto"), "utf-8")
    assert main(["levels", "--data", str(tmp_path)]) == 1
    assert f"{file}, line " in capsys.readouterr().err
    assert packs.region().baseline == (date(2010, 1, 1), date(2011, 12, 31))
