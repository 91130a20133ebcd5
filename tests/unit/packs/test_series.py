"""Series are data: those that are shipped can be read, and a fault is told with its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from corridor import packs
from corridor.ingest.layouts.recognise import LAYOUTS
from corridor.packs import PackError
from corridor.packs.series import load_series
from corridor.settings import SHIPPED

REFERENCE = SHIPPED / "reference"
GOOD = """code = "OPS"
title = "Log of an operations room[, {release}]"
entry = "an attack"
is_death_needed = false
definition = "What is told."
licence = "our own"
attribution = "Operations room[ {release}]."
"""


def read(folder: Path, text: str, **others: object) -> packs.Series:
    (folder / "series.toml").write_text(text, "utf-8")
    return load_series(folder, REFERENCE, **others)  # type: ignore[arg-type]


def test_every_shipped_series_can_be_read_and_names_its_accounts_as_its_files_do() -> None:
    found = {each.slug: each for each in packs.all_series()}
    assert sorted(found) == packs.list_series()
    assert {each.code for each in found.values()} == {
        layout.source for layout in LAYOUTS.values() if layout.source
    }
    assert found["ucdp-candidate"].continues == "ucdp-ged"
    assert [each.slug for each in found.values() if each.is_provisional] == ["ucdp-candidate"]
    assert [each.code for each in found.values() if each.is_death_needed] == [
        "UCDP-CANDIDATE", "UCDP"
    ]  # fmt: skip
    assert packs.series().code == packs.series("ucdp-ged").code == "UCDP"
    assert packs.series_of("ACLED") == packs.series("acled")
    assert packs.series_of("nobody") is None


def test_a_version_stands_where_it_is_known_and_leaves_nothing_where_not() -> None:
    attribution = packs.series("ucdp-ged").attribution
    assert "(GED) Global version 25.1, Uppsala" in packs.of_release(attribution, "25.1")
    assert "(GED), Uppsala" in packs.of_release(attribution, None)


def test_the_least_that_a_series_must_say(tmp_path: Path) -> None:
    series = read(tmp_path, GOOD)
    assert (series.code, series.places, series.continues, series.baseline) == ("OPS", (), "", None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("code = 5", "line 1: series: “code” must be a text, not 5"),
        (GOOD + "is_measured = true", "is_measured"),
        (GOOD.replace("false", '"no"'), "line 4: series: “is_death_needed”"),
        (GOOD.replace('"an attack"', '""'), "line 3: series: “entry”"),
        (GOOD.replace("What is told.", "x" * 2001), "line 5: series: “definition”"),
        (GOOD.replace("[, {release}]", "[, {version}]"), "line 2: series: “title” has a bracket"),
        (GOOD + 'places = ["Atlantis"]', "line 8: series: “places”"),
        (GOOD + 'continues = "nothing"', "line 8: series: “continues”"),
        (
            GOOD + 'reliability = "G"\nreliability_reason = "x"',
            "line 8: series: “reliability”",
        ),
        (GOOD + 'reliability = "B2"', "line 8: series: “reliability”"),
        (GOOD + 'reliability = "B"', "series: “reliability_reason” is missing"),
        (GOOD + "[baseline]\nfrom = 2010-02-01\nto = 2011-12-31", "must be a 1 January"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(PackError) as caught:
        read(tmp_path, text, known=("ucdp-ged",))
    assert told in str(caught.value)
    assert "series.toml" in str(caught.value)


def test_two_series_of_one_code_cannot_both_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for slug, code in (("a-first", "OPS"), ("b-second", "ops"), ("a-copy", "UCDP")):
        folder = tmp_path / "series" / slug
        folder.mkdir(parents=True)
        (folder / "series.toml").write_text(GOOD.replace("OPS", code), "utf-8")
    monkeypatch.setenv("CORRIDOR_DATA", str(tmp_path))
    assert packs.series("a-first").code == "OPS"
    with pytest.raises(PackError, match="“ops” is the code of the series “a-first” as well"):
        packs.series("b-second")
    with pytest.raises(PackError, match="is the code of the series “ucdp-ged” as well"):
        packs.series("a-copy")
    assert packs.series().slug == "ucdp-ged"
    assert set(packs.refused_series()) == {"a-copy", "b-second"}
    assert {"a-copy", "b-second"}.isdisjoint(each.slug for each in packs.all_series())
