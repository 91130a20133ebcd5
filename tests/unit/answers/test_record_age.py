"""How old the record is, in days, in years and months, and in words."""

from __future__ import annotations

from datetime import date

import pytest

from corridor.answers import RecordAge
from corridor.settings import today
from corridor.texts.age_text import age_sentence


@pytest.mark.parametrize(
    ("ends", "now", "told"),
    [
        ((2018, 12, 25), (2026, 11, 26), "25\u00a0Dec\u00a02018, 7 years 11 months ago."),
        ((2018, 12, 25), (2026, 12, 24), "25\u00a0Dec\u00a02018, 7 years 11 months ago."),
        ((2018, 12, 25), (2026, 12, 25), "25\u00a0Dec\u00a02018, 8 years ago."),
        ((2018, 12, 25), (2019, 12, 31), "25\u00a0Dec\u00a02018, 1 year ago."),
        ((2018, 11, 30), (2019, 3, 1), "30\u00a0Nov\u00a02018, 3 months ago."),
        ((2018, 12, 2), (2019, 3, 3), "2\u00a0Dec\u00a02018, 3 months ago."),
    ],
)
def test_an_old_record_says_since_when(
    ends: tuple[int, int, int], now: tuple[int, int, int], told: str
) -> None:
    assert age_sentence(RecordAge(date(*ends), date(*now))) == f"The record ends on {told}"


@pytest.mark.parametrize("now", [date(2019, 3, 25), date(2018, 12, 25), date(2010, 1, 1)])
def test_a_record_of_ninety_days_or_of_the_future_is_not_old(now: date) -> None:
    found = RecordAge(date(2018, 12, 25), now)
    assert not found.is_old
    assert age_sentence(found) == ""


def test_today_is_the_day_that_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORRIDOR_TODAY", "2019-02-01")
    assert today() == date(2019, 2, 1)
    monkeypatch.setenv("CORRIDOR_TODAY", "2019-02-31")
    with pytest.raises(ValueError, match="day"):
        today()
