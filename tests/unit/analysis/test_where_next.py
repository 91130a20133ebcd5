"""How much of the next month lay at the top of the list, against sorting by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd

from corridor.analysis.where_next import persistence

ROUGH = np.random.default_rng(11)
NAMES = list("abcdefghij")


def months(counts: np.ndarray) -> pd.DataFrame:
    starts = pd.date_range("2005-01-01", periods=len(counts), freq="MS")
    return pd.DataFrame(counts, starts, NAMES[: counts.shape[1]], dtype=float)


def first_five(counts: np.ndarray, ties: np.ndarray) -> list[int]:
    return sorted(range(len(counts)), key=lambda at: (-counts[at], -ties[at], at))[:5]


def test_the_lists_of_before_are_held_against_what_came() -> None:
    uneven = ROUGH.poisson(np.linspace(0, 2, 10) * ROUGH.uniform(0, 1, (170, 1)))
    uneven[60] = 0  # nothing to judge
    found = persistence(months(uneven))
    judged = list(found.by_month.index)
    assert (len(judged), months(uneven).index[60] in judged) == (120, False)
    for start, row in zip(judged[::17], found.by_month[::17].to_dict("records"), strict=True):
        at = months(uneven).index.get_loc(start)
        half, year = uneven[at - 6 : at].sum(axis=0), uneven[at - 12 : at].sum(axis=0)
        assert row["incidents"] == uneven[at].sum()
        assert row["held"] == uneven[at][first_five(half, year)].sum()
        assert row["by_year"] == uneven[at][first_five(year, half)].sum()
        assert row["best"] == np.sort(uneven[at])[-5:].sum()
    assert found.share("held") == found.by_month["held"].sum() / found.by_month["incidents"].sum()


def test_too_little_is_not_judged_and_not_told() -> None:
    few = np.zeros((60, 10))
    few[::4, 0] = 1  # at most two in six months
    assert (persistence(months(few)).months, persistence(months(few)).share("held")) == (0, None)
    gap = ROUGH.poisson(1, (60, 10)).astype(float)
    gap[40] = np.nan
    found = persistence(months(gap))
    starts = months(gap).index
    assert list(found.by_month.index) == [*starts[12:40], *starts[53:]]
    assert persistence(months(np.ones((60, 5)))).share("held") is None  # five of five hold all


def test_a_list_is_better_only_where_it_is_clearly_so() -> None:
    moving = np.zeros((120, 10))
    for at in range(120):  # the five that have all change every eight months
        moving[at, :5] = (at // 8) % 2 * 2
        moving[at, 5:] = 2 - moving[at, :5]
    assert persistence(months(moving)).is_better
    assert not persistence(months(np.tile(np.arange(10.0), (120, 1)))).is_better
