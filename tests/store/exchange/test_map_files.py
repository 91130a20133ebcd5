"""The map and its marks as files: `corridor map --out`, held against the incidents themselves."""

from __future__ import annotations

import io
import json
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pandas as pd
import pytest
import shapely

from corridor.cli.map_file import FORMATS
from corridor.geo import load_reference
from corridor.settings import SHIPPED, Settings
from corridor.store import Store
from tests.store.conftest import LENT, Run

YEAR = ("--from", "2017-07-01", "--to", "2018-06-30")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def folder(shipped: Settings, store: Store) -> Path:
    LENT[shipped.data_dir] = store
    return shipped.data_dir


class Cells(HTMLParser):
    """Count what tables a page holds."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        self.rows += tag == "tr"


def test_a_map_is_written_in_every_form(run: Run, folder: Path, tmp_path: Path) -> None:
    written: dict[str, bytes] = {}
    said = set()
    for form in FORMATS:
        file = tmp_path / f"map{form}"
        found = run("map", *YEAR, "--out", file, data=folder)
        assert found.code == 0
        assert str(file) in found.err
        said.add(found.out)
        written[form] = file.read_bytes()
    [told] = said
    assert "74 of 97\u00a0incidents by UCDP drawn" in told

    # The incidents themselves, grouped another way.
    incidents = run("incidents", *YEAR, "--json", data=folder).json
    own = pd.DataFrame(incidents)
    own = own[own["beside"].isna()]

    marks = pd.read_csv(io.BytesIO(written[".csv"]), encoding="utf-8-sig")
    measured = marks[marks["told_by"] == "UCDP"]
    assert measured["incidents"].sum() == len(own) == 97
    by_rank = measured.groupby("geo_precision")["incidents"].sum()
    assert by_rank.to_dict() == own["geo_precision"].value_counts().to_dict()
    assert measured["killed"].sum() == own["fatalities_best"].sum()
    named = measured["incident_ids"].str.split(" ").explode()
    assert sorted(named) == sorted(own["incident_id"])
    districts = measured[measured["geo_precision"] == 3].set_index("admin2")["incidents"]
    expected = own[own["geo_precision"] == 3]["admin2"].value_counts()
    assert districts.to_dict() == expected.to_dict()
    others = marks[marks["told_by"] != "UCDP"]
    assert others["incidents"].sum() == len(incidents) - len(own) == 7

    features = json.loads(written[".geojson"])["features"]
    assert len(features) == len(marks)
    shapes = load_reference(SHIPPED / "reference").districts
    for feature in features:
        said_of, shape = feature["properties"], feature["geometry"]
        rank = said_of["geo_precision"]
        kind = shape and shape["type"]
        assert kind in {1: ("Point",), 2: ("Point",), 3: ("Polygon", "MultiPolygon"),
                        4: ("Polygon", "MultiPolygon")}.get(rank, (None,))  # fmt: skip
        if rank == 3:
            drawn = shapely.from_geojson(json.dumps(shape))
            assert drawn.equals(shapes[said_of["admin1"], said_of["admin2"]])
        if rank and rank > 4:
            assert "larger" in said_of["geometry_note"]

    picture = ET.fromstring(written[".svg"])  # noqa: S314  our own
    texts = [item.text or "" for item in picture.iter(f"{SVG}text")]
    assert texts[0] == "Map of incidents, Kirkuk, Salah al-Din and Diyala"
    assert texts[1].startswith("Kirkuk, Salah al-Din and Diyala, 1")
    assert "Armed clash 76" in texts
    assert any(text.startswith("UCDP Georeferenced Event Dataset") for text in texts)
    page = Cells()
    page.feed(written[".html"].decode())
    assert page.rows == 1 + len(marks)


def test_the_map_is_told_and_other_files_are_refused(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    found = run("map", *YEAR, "--json", data=folder)
    assert found.json["legend"]["total"] == 97
    assert found.json["text"].endswith("Where: most in Hawija, Khanaqin and Daquq.")
    bad = run("map", "--out", tmp_path / "map.docx", data=folder)
    assert bad.code != 0
    assert "map.docx" in bad.err
    assert ".geojson" in bad.err
    assert not (tmp_path / "map.docx").exists()
    two = run("map", *YEAR, "--compare", "2010-2011", "--out", tmp_path / "map.svg", data=folder)
    assert two.code != 0
    assert "A map is of one period" in two.err
    assert not (tmp_path / "map.svg").exists()
