"""Sets of days with gaps, held against plain sets of days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from corridor.spans import Pair, Spans

FIRST = date(2017, 12, 20)
DAY = timedelta(days=1)
DAYS = some.integers(0, 60).map(lambda at: FIRST + at * DAY)
PAIRS = some.tuples(DAYS, DAYS).map(lambda ends: (min(ends), max(ends)))
LISTS = some.lists(PAIRS, max_size=6)
WHOLE = [FIRST + at * DAY for at in range(-3, 64)]


def plain(pairs: list[Pair] | tuple[Pair, ...]) -> set[date]:
    return {day for day in WHOLE if any(first <= day <= last for first, last in pairs)}


@given(LISTS)
def test_it_holds_the_days_of_its_pairs_and_no_others(pairs: list[Pair]) -> None:
    spans, days = Spans(tuple(pairs)), plain(pairs)
    assert {day for day in WHOLE if spans.covers(day)} == days
    assert spans.days == len(days)
    assert (spans.first, spans.last) == (min(days, default=None), max(days, default=None))
    assert bool(spans) == bool(days)
    ordinals = np.array([day.toordinal() for day in WHOLE])
    assert [day for day, is_in in zip(WHOLE, spans.mask(ordinals), strict=True) if is_in] == sorted(
        days
    )


@given(LISTS)
def test_pairs_are_sorted_and_apart_and_gaps_lie_between_them(pairs: list[Pair]) -> None:
    spans = Spans(tuple(pairs))
    assert all(before[1] + DAY < after[0] for before, after in pairwise(spans.pairs))
    whole = plain([(spans.first, spans.last)]) if spans.first and spans.last else set()
    assert plain(spans.gaps) == whole - plain(pairs)
    assert Spans(tuple(reversed(pairs))) == spans


@given(LISTS, PAIRS)
def test_a_part_of_it_and_what_it_lacks_there(pairs: list[Pair], asked: Pair) -> None:
    spans, there = Spans(tuple(pairs)), plain([asked])
    assert plain(spans.within(*asked).pairs) == plain(pairs) & there
    assert plain(spans.outside(*asked).pairs) == there - plain(pairs)
    assert spans.is_whole(*asked) == (there <= plain(pairs))
    assert spans.is_partly(*asked) == bool(there & plain(pairs) and there - plain(pairs))


@given(LISTS, LISTS)
def test_two_together_are_the_days_of_either(some_of: list[Pair], others: list[Pair]) -> None:
    both = Spans(tuple(some_of)) | Spans(tuple(others))
    assert plain(both.pairs) == plain(some_of) | plain(others)


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="2017-12-20>2017-12-19"):
        Spans(((FIRST, FIRST - DAY),))
