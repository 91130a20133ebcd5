"""A place is found in any spelling; what is none is answered with names that come near."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor import geo, settings
from corridor.geo.gazetteer import places_in
from corridor.geo.search import ALIKE, EXACT, SAME_LETTERS, matches
from tests.unit.geo.test_suggestions import NO_NAMES

PLACES = places_in(settings.SHIPPED / "reference")
SETTLEMENTS = [place for place in PLACES if place.points]
# As it is known, in the same letters, with a slip of the finger.
SPELLINGS = {
    "Injana": ("Injana", "انجانة", "إنجانه", "Anjana", "INJANAH", "اِنْجانة", "انجـانة"),
    "Hawija": ("Hawiga", "Al-Hawija", "el Haweeja", "الحويجه", "حویجە", "Huwayja", "Hawja"),
    "Daquq": ("Dakuk", "Daqooq", "Tawuq", "داقوق", "داكوك"),
    "Tuz Khurmatu": ("Tooz Khormato", "TuzKhurmatu", "توز", "طوزخورماتو", "Tuz Kurmatu"),
    "Kirkuk": ("Kerkûk", "Kirkkuk", "کەرکووک", "کرکوک", "كركوك", "Kirkuck"),
    "Khanaqin": ("Xaneqin", "خانەقین", "Khanaqeen", "Khanaqen"),
    "Samarra": ("Samara", "Samerra", "سامراء", "سامرا"),
    "Rashad": ("Al-Rashad", "الرشاد"),
    "Baquba": ("Ba‘qubah", "Baqooba", "Ba'aquba", "بعقوبة"),
    "Amerli": ("Amerly", "Ameerli"),
    "Mandali": ("مندلي", "Mandaly"),
}  # fmt: skip
PAIRS = [(text, name) for name, texts in SPELLINGS.items() for text in texts]


@pytest.mark.parametrize(("text", "name"), PAIRS)
def test_a_place_is_found_in_any_spelling(text: str, name: str) -> None:
    taken = geo.take_place(text)
    assert taken is not None
    assert taken.place.name == name
    assert geo.find_places(text)[0].name == name


def test_the_surest_comes_first_and_a_settlement_before_its_area() -> None:
    found = geo.find_places("Hawija")
    assert [place.kind for place in found] == ["populated place", "district"]
    town = found[0]
    assert (town.local, town.admin2, len(town.points)) == ("الحويجة", "Hawija", 2)
    sure = [match.sureness for text in ("Hawija", "Huweega", "Hawja") for match in matches(text)]
    assert sure[0] == EXACT
    assert SAME_LETTERS in sure
    assert ALIKE <= sure[-1] < SAME_LETTERS
    assert geo.take_place("Hawja") == geo.search.Taken(town, is_guess=True)


def test_of_namesakes_one_is_taken_and_a_district_says_which() -> None:
    taken = geo.take_place("Kanaan")
    assert taken is not None
    labels = [geo.place_label(place) for place in (taken.place, *taken.others)]
    assert labels == ["Kanaan, Baquba", "Kanaan, Hawija"]
    for text in ("kanaan (hawija)", "كنعان، الحويجة", "Kanaan , Kirkuk"):
        found = geo.find_places(text)
        assert [place.admin2 for place in found] == ["Hawija"] * len(found), text
    assert geo.find_places("Kanaan, Basra") == []


def test_every_label_means_its_place_alone() -> None:
    labels = [geo.place_label(place) for place in SETTLEMENTS]
    assert len(set(labels)) == len(labels)
    for place, label in zip(SETTLEMENTS, labels, strict=True):
        taken = geo.take_place(label)
        assert taken is not None
        assert not taken.others
        if label[0].isdigit():  # a namesake in its own district: its point stands for it
            assert taken.place.points == ((place.latitude, place.longitude),)
        else:
            assert taken.place == place


def test_every_spelling_of_the_gazetteer_finds_its_place() -> None:
    lost = [
        (place.name, spelling)
        for place in PLACES
        if place.admin1 == "Kirkuk"
        for spelling in place.spellings
        if geo.fold(spelling) and place not in geo.find_places(spelling)
    ]
    assert lost == []


@pytest.mark.parametrize("text", sorted({*NO_NAMES, "Atlantis", "London", "q" * 500, "?", "Q"}))
def test_what_is_no_place_here_is_none_or_said_to_be_a_guess(text: str) -> None:
    taken = geo.take_place(text)
    if text in ("Ankara", "Mardin", "Northern Iraq", "Kuwait"):  # as near as a slip of the finger
        assert taken is not None
    else:
        assert taken is None
        assert geo.find_places(text) == []


def test_the_nearest_names_are_those_that_are_most_alike() -> None:
    assert geo.nearest_names("Hawijjjaa")[0] == "Hawija"
    assert "Balad" in geo.nearest_names("Bald")
    assert geo.nearest_names("?") == []
    assert geo.take_place("Ninava") is None, "as near to Ninewa as to a name of Karbala"


def test_a_point_is_its_own_place_latitude_first() -> None:
    (point,) = geo.find_places(" 35.47 ; 44.39 ")
    assert (point.name, point.kind, point.points) == ("35.47, 44.39", "point", ((35.47, 44.39),))
    assert geo.find_places("44.39, 35.47") == []
    assert geo.swapped_point("44.39, 35.47") == "35.47, 44.39"
    assert geo.swapped_point("35.47, 44.39") == geo.swapped_point("95, 10") == ""


@given(st.text(max_size=200))
def test_any_text_is_a_place_or_none(text: str) -> None:
    for place in geo.find_places(text):
        assert 25 < place.latitude < 45
        assert 30 < place.longitude < 60
    assert len(geo.nearest_names(text)) <= 5
