"""A selection in an address: read, written, added to; what says nothing is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.filter import IncidentFilter
from corridor.filter.selection import (
    MOST_TERMS,
    Selection,
    Term,
    days_of,
    joined,
    read_selection,
    through,
)

CIRCLE = Term("circle", "44.39,35.47,10")
SQUARE = Term("area", "44,35;45,35;45,36;44,36")
TERMS = st.builds(
    Term,
    st.sampled_from(["mark", "incident", "finding"]),
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), min_size=1, max_size=40),
)


@given(st.lists(TERMS, unique=True, max_size=8))
def test_what_is_written_is_read_again(terms: list[Term]) -> None:
    # "%7E" stands for "~" in an address: a text that holds it already is read as "~".
    plain = [term for term in terms if "%7E" not in term.text]
    asked = Selection(tuple(plain))
    assert read_selection(str(asked)) == (asked, ())


def test_from_one_term_to_another_are_all_days_or_kilometres_between() -> None:
    early, late = "dates:2018-01-01/2018-01-31", "dates:2018-04-01/2018-04-30"
    assert through(early, late) == through(late, early) == "dates:2018-01-01/2018-04-30"
    near, far = "road:kirkuk-baghdad/0-10", "road:kirkuk-baghdad/30-40"
    assert through(far, near) == "road:kirkuk-baghdad/0-40"
    # What has nothing between stands alone: the last.
    other = "road:baghdad-mosul/0-10"
    assert [through(near, other), through(near, late), through(late, str(CIRCLE))] == [
        other, late, str(CIRCLE),
    ]  # fmt: skip
    with pytest.raises(ValueError, match="soon"):
        through("dates:soon/later", late)


def test_rules_are_filters_of_their_own() -> None:
    asked = IncidentFilter(provinces=("Kirkuk",))
    circle = CIRCLE.narrowed(asked)
    assert (circle.near, circle.near_km, circle.provinces) == ("35.47, 44.39", 10.0, ("Kirkuk",))
    assert SQUARE.narrowed(asked).within == SQUARE.text
    assert Term("district", "Diyala/Khalis").narrowed(asked).districts == ("Khalis",)
    stretch = Term("road", "kirkuk-baghdad/120-130")
    assert stretch.narrowed(asked).along == "Kirkuk–Baghdad road:5:120-130"
    nearer = IncidentFilter(along="Kirkuk–Erbil road:2")
    assert stretch.narrowed(nearer).along == "Kirkuk–Baghdad road:2:120-130"
    first, last = days_of("2018-01-01/2018-03-31")
    dated = Term("dates", "2018-01-01/2018-03-31").narrowed(asked)
    assert (dated.date_from, dated.date_to) == (first, last)
    assert Term("mark", "1 35.4 44.3").narrowed(asked) == asked


@pytest.mark.parametrize(
    "text",
    [
        "nonsense", "circle:", "circle:44,35", "circle:44,35,0", "circle:44,35,nan",
        "circle:44,95,10", "circle:inf,35,10", "area:44,35;45,35", "area:a,b;c,d;e,f",
        "area:44,35;45,36;45,35;44,36", "dates:2018-06-01/2018-01-01", "dates:2018",
        "road:kirkuk-baghdad", "road:kirkuk-baghdad/9", "road:silk/0-10", "road:/0-10",
        "road:Kirkuk–Baghdad road/0-10", "road:kirkuk-baghdad/300-310",
        "road:kirkuk-baghdad/20-10", "district:Hawija", "unknown:1", "mark:" + "x" * 3000,
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_left_out_and_named(text: str) -> None:
    found, bad = read_selection(f"{text}~{CIRCLE}")
    assert found == Selection((CIRCLE,))
    assert len(bad) == 1


def test_what_is_picked_twice_is_let_go() -> None:
    both = Selection((CIRCLE,)).added(Selection((SQUARE,)))
    assert both.terms == (CIRCLE, SQUARE)
    assert both.added(Selection((CIRCLE,))).terms == (SQUARE,)


def test_more_than_an_address_can_hold_is_said() -> None:
    terms = [Term("incident", f"UCDP:{at}") for at in range(MOST_TERMS + 3)]
    found, bad = read_selection(str(Selection(tuple(terms))))
    assert found.terms == tuple(terms[:MOST_TERMS])
    assert str(MOST_TERMS) in bad[0]


def test_terms_are_joined_whether_they_say_anything_or_not() -> None:
    text = joined(["incident:a~b", "area:44,35;45,36;45,35;44,36"])
    found, bad = read_selection(text)
    assert found.terms == (Term("incident", "a~b"),)
    assert len(bad) == 1, "a shape that crosses itself is told, not lost"
