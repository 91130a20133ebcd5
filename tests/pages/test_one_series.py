"""No number of any page is a sum over two series, or of one and others: see `tests.tellers`.

Each page is opened with both series in the store and with each alone: in texts, tables, charts, on
marks and in what the pointer reads, what a page tells of both is what it tells of one alone, and
beside it what it tells of the other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import streamlit as st

from corridor.settings import PROJECT
from corridor.store import Store
from corridor.ui.frame import cached
from tests import tellers
from tests.pages.conftest import Open, decks, html
from tests.tellers import SERIES, Tellers

ASKED: Final = {"province": ["Kirkuk"], "dates": ["2018-01-01", "2018-12-31"]}
PAGES: Final = sorted(file.stem for file in (PROJECT / "pages").glob("*.py"))
# Attributes that a person reads or hears.
_READ: Final = re.compile(r'(?:title|aria-label|alt|data-tip)="([^"]*)"')
# What a mark of a map says or counts; the rest are places on it.
_OF_A_MARK: Final = ("n", "what", "t", "text")
_OF_A_TRACE: Final = ("y", "text", "hovertext", "hovertemplate", "customdata", "name")
Opened = Callable[..., Any]


@pytest.fixture(scope="module")
def told(data_folder: Path) -> Iterator[Tellers]:
    with tellers.both(data_folder) as found:
        yield found


@pytest.fixture
def opened(told: Tellers, open_page: Open, monkeypatch: pytest.MonkeyPatch) -> Opened:
    """Open a page on a store; what was kept of another store is dropped."""

    def call(page: str, store: Store = told.together, **query: list[str]) -> Any:
        st.cache_data.clear()
        monkeypatch.setattr(cached, "store", lambda: store)
        app = open_page(page, **ASKED, **query)
        assert not app.exception
        return app

    return call


def numbers_on(app: Any) -> set[float]:
    """Return every number that a person sees, hears or points at."""
    return set().union(*map(tellers.numbers_of, [*_said(app), *_drawn(app)]))


def _said(app: Any) -> Iterator[Any]:
    told = html(app)
    yield told
    yield _READ.findall(told)
    for kind in ("markdown", "caption", "subheader", "expander", "metric"):
        for element in app.get(kind):
            yield str(getattr(element, "value", "") or getattr(element, "label", ""))
    for table in app.dataframe:
        yield table.value.astype(str).to_dict("records")


def _drawn(app: Any) -> Iterator[Any]:
    for chart in app.get("plotly_chart"):
        spec = json.loads(chart.proto.spec)
        for trace in spec["data"]:
            yield [trace.get(name) for name in _OF_A_TRACE]
        yield [note.get("text") for note in spec["layout"].get("annotations", [])]
    for deck in decks(app):
        yield list(_marks(deck))


def _marks(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for name, each in value.items():
            if name in _OF_A_MARK:
                yield each
            else:
                yield from _marks(each)
    elif isinstance(value, list):
        for each in value:
            yield from _marks(each)


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_tells_of_a_series_is_what_it_tells_alone(
    opened: Opened, told: Tellers, page: str
) -> None:
    alone = [numbers_on(opened(page, told.alone[each], series=[each])) for each in SERIES]
    explained = tellers.told_alone(*alone, tellers.counts(told.held))
    never = tellers.sums(told.held)
    for series in SERIES:
        app = opened(page, series=[series])
        found = numbers_on(app)
        assert found - explained == set(), series
        assert not found & never, series
        assert f"{len(told.of(series)):,} incidents by {series}" in html(app)


def test_the_series_of_an_address_measures_every_page(opened: Opened, told: Tellers) -> None:
    said = html(opened("overview", series=["ACLED"]))
    assert f"{len(told.of('UCDP'))} more told only by UCDP" in said
    assert "Counted by ACLED" in said
    assert "no baseline" in said


def test_a_series_that_is_not_there_is_said(opened: Opened) -> None:
    told = html(opened("timeline", series=["NOBODY"]))
    assert "series “NOBODY” is not known and was left out" in told
