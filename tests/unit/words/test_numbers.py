"""How numbers and dates are written."""

from __future__ import annotations

from datetime import date

import pytest

from corridor.words import numbers as fmt

N = "\u00a0"


@pytest.mark.parametrize(
    ("value", "written"),
    [(2024, "2,024"), (0, "0"), (-10, "−10"), (None, "unknown"), (float("nan"), "unknown"),
     (float("inf"), "∞")],
)  # fmt: skip
def test_number(value, written):
    assert fmt.number(value) == written


def test_units_are_kept_with_their_numbers_in_written_text():
    assert fmt.together("within 15 km, 20 % of 5 days") == f"within 15{N}km, 20{N}% of 5{N}days"
    assert fmt.together("3 kmx and 2 Mayor, km 5") == "3 kmx and 2 Mayor, km 5"
    assert fmt.together("on 17 June 2018") == f"on 17{N}June 2018"


@pytest.mark.parametrize(
    ("now", "before", "written"),
    [
        (97, 74, f"▲{N}23{N}(+31{N}%)"),
        (92, 199, f"▼{N}107{N}(−54{N}%)"),
        (2024, 862, f"▲{N}1,162{N}(+135{N}%)"),
        (5, 5, f"–{N}unchanged"),
        (4, 3, f"▲{N}1"),
        (11, 0, f"▲{N}11"),
        (4, 90, f"▼{N}86"),
        (6, 5, f"▲{N}1{N}(+20{N}%)"),
    ],
)
def test_change_has_a_percentage_only_above_the_low_base(now, before, written):
    assert fmt.signed_change(now, before) == written


@pytest.mark.parametrize(
    ("counts", "written"),
    [
        ((2, 3, 4), f"3{N}(2–4)"),
        ((3, 3, 3), "3"),
        ((None, 3, None), "3"),
        ((2, None, 4), "2–4"),
        ((2, None, 2), "2"),
        ((None, None, None), "unknown"),
        ((0, 0, 0), "0"),
        ((0, 0, 4), f"0{N}(0–4)"),
        ((5, 3, 4), f"3{N}(3–5)"),
    ],
)
def test_fatalities_never_turn_unknown_into_zero(counts, written):
    assert fmt.fatality_range(*counts) == written


def test_intervals():
    assert fmt.interval(0.84, 1.13) == "0.84–1.13"
    assert fmt.interval(-0.17, 0.51) == f"−0.17{N}to{N}0.51"
    assert fmt.interval(None, 1) == "unknown"
    assert fmt.percent_interval(0.36, 0.70) == f"36–70{N}%"
    assert fmt.percent(0.314) == f"31{N}%"


def test_killed_says_for_how_many_it_is_unknown():
    assert fmt.killed(12) == f"12{N}killed"
    assert fmt.killed(12, 2) == f"12{N}killed, unknown for{N}2"
    assert fmt.killed(None) == "deaths unknown"


def test_dates():
    assert fmt.day(date(2017, 7, 1)) == f"1{N}Jul{N}2017"
    assert fmt.days(date(2018, 6, 17), date(2018, 6, 18)) == f"17–18{N}Jun{N}2018"
    assert fmt.days(date(2018, 6, 30), date(2018, 7, 2)) == f"30{N}Jun{N}–{N}2{N}Jul{N}2018"
    assert fmt.days(date(2017, 12, 31), date(2018, 1, 2)).startswith(f"31{N}Dec{N}2017{N}–")
    assert fmt.days(date(2018, 6, 17), None) == f"17{N}Jun{N}2018"
    assert fmt.month(date(2018, 6, 17)) == f"Jun{N}2018"


def test_lists_and_signs():
    assert fmt.sentence_list(["a", "b", "c"]) == "a, b and c"
    assert fmt.signed(13) == "+13"
    assert fmt.signed(-10) == "−10"
