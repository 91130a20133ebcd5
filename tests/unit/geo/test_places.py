"""Names of governorates and districts in the spellings that sources use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor import settings
from corridor.geo import admin1_name, admin2_name, load_reference
from corridor.geo.places import fold

REFERENCE = load_reference(settings.SHIPPED / "reference")

GOVERNORATES = [
    ("Kirkūk province", "Kirkuk"),
    ("At-Ta'mim province", "Kirkuk"),
    ("  KIRKUK Governorate ", "Kirkuk"),
    ("IQ-KI", "Kirkuk"),
    ("IQ-TS", "Kirkuk"),
    ("IQG13", "Kirkuk"),
    ("كركوك", "Kirkuk"),
    ("محافظة كركوك", "Kirkuk"),
    ("التأميم", "Kirkuk"),
    ("Şalāḩ ad Dīn province", "Salah al-Din"),
    ("Saladin", "Salah al-Din"),
    ("Salahaddin", "Salah al-Din"),
    ("Salah Al Din", "Salah al-Din"),
    ("Sala al-Din", "Salah al-Din"),
    ("salah_ad_din", "Salah al-Din"),
    ("IQ-SD", "Salah al-Din"),
    ("صلاح الدين", "Salah al-Din"),
    ("Diyālá province", "Diyala"),
    ("IQ-DI", "Diyala"),
    ("ديالى", "Diyala"),
    ("ديالي", "Diyala"),
    ("Al Anbār province", "Anbar"),
    ("IQ-AN", "Anbar"),
    ("Nineveh", "Ninewa"),
    ("Nīnawá province", "Ninewa"),
    ("Al Başrah  province", "Basra"),
    ("Karbalā’ province", "Karbala"),
    ("Wāsiţ province", "Wasit"),
    ("Dhī Qār province", "Dhi Qar"),
    ("أربيل", "Erbil"),
    ("الأنبار", "Anbar"),
]

DISTRICTS = [
    ("Qaḑā’ Kirkūk", "Kirkuk"),
    ("Tooz district", "Tuz Khurmatu"),
    ("Tooz Khurmato", "Tuz Khurmatu"),
    ("TuzKhurmatu", "Tuz Khurmatu"),
    ("طوز خورماتو", "Tuz Khurmatu"),
    ("قضاء الحويجة", "Hawija"),
    ("Qaḑā’ al Ḩawījah", "Hawija"),
    ("Al-Hawiga", "Hawija"),
    ("Dāqūq district", "Daquq"),
    ("Qaḑā’ Dibis", "Dibis"),
    ("Qaḑā’ Bayjī", "Baiji"),
    ("Beygee", "Baiji"),
    ("Qaḑā’ Sharqāţ", "Shirqat"),
    ("Al-Shirqat district", "Shirqat"),
    ("Qaḑā’ ad Dawr", "Dour"),
    ("Qaḑā’ Sāmarrā’", "Samarra"),
    ("سامراء", "Samarra"),
    ("Qaḑā’ al Miqdādīyah", "Muqdadiya"),
    ("Qaḑā’ Miqdādīyah", "Muqdadiya"),
    ("Qaḑā’ al Khāliş", "Khalis"),
    ("Qaḑā’ Ba‘qūbah", "Baquba"),
    ("Qaḑā’ Mandalī", "Baladruz"),
    ("Qaḑā’ Khānaqīn", "Khanaqin"),
    ("IQG16Q07", "Tuz Khurmatu"),
    ("Qaḑā’ al Mawşil", "Mosul"),
]


@pytest.mark.parametrize(("spelling", "name"), GOVERNORATES)
def test_every_known_spelling_of_a_governorate_gives_its_display_name(spelling, name):
    assert admin1_name(spelling, REFERENCE) == name


@pytest.mark.parametrize(("spelling", "name"), DISTRICTS)
def test_every_known_spelling_of_a_district_gives_its_display_name(spelling, name):
    assert admin2_name(spelling, reference=REFERENCE) == name


@pytest.mark.parametrize(
    "unknown", [None, "", "   ", "province", "Atlantis", "Kirkuk and Diyala", "al"]
)
def test_an_unknown_name_gives_none_not_a_guess(unknown):
    assert admin1_name(unknown, REFERENCE) is None
    assert admin2_name(unknown, reference=REFERENCE) is None


def test_a_district_is_not_taken_for_a_governorate():
    assert admin1_name("Hawija", REFERENCE) is None
    assert admin1_name("Tikrit", REFERENCE) is None


def test_every_name_and_alias_shipped_leads_to_its_own_place():
    for place in REFERENCE.admin1.properties:
        for spelling in (place["name"], place["ocha_name"], place["name_ar"], *place["aliases"]):
            assert admin1_name(spelling, REFERENCE) == place["name"], spelling
    for place in REFERENCE.admin2.properties:
        for spelling in (place["name"], place["ocha_name"], place["name_ar"], *place["aliases"]):
            found = admin2_name(spelling, place["admin1"], REFERENCE)
            assert found == place["name"], (spelling, place["admin1"])


def test_the_governorate_decides_when_one_spelling_means_two_districts():
    # Both Karbala's and Najaf's seats are written like their governorates.
    assert admin2_name("Najaf", "An Najaf province", REFERENCE) == "Najaf"
    names = [place["name"] for place in REFERENCE.admin2.properties]
    assert len(names) == len(set(names)) == 101


def test_the_shipped_reference_is_the_default():
    assert admin1_name("Saladin") == "Salah al-Din"
    assert admin2_name("Tooz") == "Tuz Khurmatu"


@given(st.text())
def test_any_text_gives_a_known_name_or_none(text):
    known = {place["name"] for place in REFERENCE.admin1.properties}
    assert admin1_name(text, REFERENCE) in known | {None}
    admin2_name(text, text, REFERENCE)


@given(st.sampled_from([spelling for spelling, _ in GOVERNORATES]))
def test_case_and_surrounding_blanks_make_no_difference(spelling):
    assert fold(f"  {spelling.upper()}\n") == fold(spelling.lower())
