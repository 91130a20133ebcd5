"""Misspelt governorates and districts get the name that is meant; other words get none."""

from __future__ import annotations

import pytest

from corridor.geo import admin1_name, admin2_name, suggest_admin1, suggest_admin2

GOVERNORATES = {
    "Kirkuck": "Kirkuk", "Kerkok": "Kirkuk", "Kirkkuk": "Kirkuk", "Krikuk": "Kirkuk",
    "Salahudin": "Salah al-Din", "Salahadeen": "Salah al-Din", "Saladdin": "Salah al-Din",
    "Sala ad Deen": "Salah al-Din", "Diyalla": "Diyala", "Dialah": "Diyala", "Ninava": "Ninewa",
    "Anbarr": "Anbar", "Al-Anber": "Anbar", "Baghdat": "Baghdad", "Bashra": "Basra",
    "Basrha": "Basra", "Sulaymania": "Sulaymaniyah", "Suleimaniyeh": "Sulaymaniyah",
    "Erbill": "Erbil", "Dohok": "Duhok", "Najav": "Najaf", "Karballa": "Karbala",
    "Mutanna": "Muthanna", "Thi Kar": "Dhi Qar", "Babyl": "Babil", "كركوق": "Kirkuk",
}  # fmt: skip
DISTRICTS = {
    "Hawja": "Hawija", "Hawijha": "Hawija", "Haweja": "Hawija", "Tuz Kurmatu": "Tuz Khurmatu",
    "Sammarra": "Samarra", "Baiiji": "Baiji", "Tikret": "Tikrit", "Khanaqen": "Khanaqin",
    "Khaniqin": "Khanaqin", "Muqdadya": "Muqdadiya", "Miqdadiyeh": "Muqdadiya",
    "Baaquba": "Baquba", "Fallujha": "Fallujah", "Ramady": "Ramadi", "Sinjaar": "Sinjar",
    "Tel Affar": "Tal Afar", "Makhmor": "Makhmur", "Hadeetha": "Haditha", "Shirkat": "Shirqat",
    "Kiffri": "Kifri", "Balaad": "Balad",
}  # fmt: skip
NO_NAMES = [
    "Tehran", "Iran", "Syria", "Damascus", "Aleppo", "Raqqa", "Deir ez-Zor", "Amman", "Kuwait",
    "Ankara", "Diyarbakir", "Homs", "unknown", "various", "north", "Northern Iraq",
    "Central Iraq", "Kurdistan", "Iraq", "n/a", "other", "desert", "border area", "Hasakah",
    "Idlib", "Khuzestan", "Mardin", "Hakkari", "countrywide", "multiple", "IQG99", "?", "",
]  # fmt: skip


@pytest.mark.parametrize(("written", "meant"), GOVERNORATES.items())
def test_a_misspelt_governorate_is_offered_and_not_taken(written: str, meant: str) -> None:
    assert admin1_name(written) is None
    assert str(suggest_admin1(written)) == f"Perhaps {meant}?"


@pytest.mark.parametrize(("written", "meant"), DISTRICTS.items())
def test_a_misspelt_district_is_offered_and_not_taken(written: str, meant: str) -> None:
    assert admin2_name(written) is None
    assert str(suggest_admin2(written)) == f"Perhaps {meant}?"


@pytest.mark.parametrize("written", NO_NAMES)
def test_a_word_that_is_no_such_name_gets_no_suggestion(written: str) -> None:
    assert suggest_admin1(written) is None
    assert suggest_admin2(written) is None


def test_a_town_or_district_in_the_wrong_cell_is_told_where_it_lies() -> None:
    assert str(suggest_admin1("Hawija")) == "Perhaps Kirkuk, where Hawija lies?"
    assert str(suggest_admin1("Mosul")) == "Perhaps Ninewa, where Mosul lies?"
    assert str(suggest_admin1("Umm Qasr")) == "Perhaps Basra, where Umm Qaşr lies?"
    assert str(suggest_admin2("Umm Qasr")) == "Perhaps Zubair, where Umm Qaşr lies?"


def test_only_districts_of_the_governorate_are_thought_of() -> None:
    assert str(suggest_admin2("Hawja", "Kirkuk")) == "Perhaps Hawija?"
    assert suggest_admin2("Hawja", "Basra") is None
    assert suggest_admin2("Umm Qasr", "Kirkuk") is None
