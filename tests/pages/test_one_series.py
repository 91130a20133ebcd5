"""No number of any page, command, chart or export is a sum over two series, or of one and others.

A second series and an upload without a scope are added to the shipped store: INVENTED rows under
ACLED's name, as many as make every sum of two recognisable. What is expected is counted by pandas,
each series by itself; nothing of `corridor.queries` is used for it.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from html import unescape
from itertools import combinations
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from corridor import settings
from corridor.cli import main, opening
from corridor.settings import SHIPPED
from corridor.store import open_store
from tests.pages.conftest import Open, html
from tests.store.conftest import account, imported

YEAR = range(1, 13)
# Below, a number may well stand for something else.
LARGE = 600
FLAGS = ("--province", "Kirkuk", "--from", "2018-01-01", "--to", "2018-12-31")
ASKED = {"province": ["Kirkuk"], "dates": ["2018-01-01", "2018-12-31"]}
# So many in these months: primes, so that a sum with another is none of them.
MONTHS = {3: 997, 9: 1013}
KILLED = 7
PLACES = (("Hawija", 35.33, 43.77), ("Daquq", 35.14, 44.45), ("Kirkuk", 35.47, 44.39))
TYPES = ("Battles", "Violence against civilians", "Explosions/Remote violence")
COMMANDS = ("summary", "key-figures", "levels", "changes", "channels", "places", "timeline")
PAGES = ("overview", "map", "timeline", "incidents", "findings", "method")
NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])|(?<![\d.,])\d+(?![\d.])")


def invented() -> pd.DataFrame:
    """The rows of the second series, and of an upload that declares no scope."""
    rows = []
    for month, count in MONTHS.items():
        for n in range(count):
            place, latitude, longitude = PLACES[n % 3]
            rows.append(
                account(
                    f"ACLED:INVENTED{month}-{n}", source="ACLED", admin1="Kirkuk", admin2=place,
                    event_date=date(2018, month, 1) + timedelta(days=n % 28), location=place,
                    event_type=TYPES[n % 2 if n % 5 else 2], fatalities_best=KILLED,
                    latitude=latitude, longitude=longitude, geo_precision=1,
                )
            )  # fmt: skip
    rows += [
        account(f"LIST:{n}", source="LIST", event_date=date(2018, 3, 1 + n), fatalities_best=11,
                admin2="Hawija", latitude=35.33, longitude=43.77, geo_precision=1)
        for n in range(29)
    ]  # fmt: skip
    return pd.concat(rows)


@pytest.fixture(scope="module")
def held(data_folder: Path) -> Iterator[pd.DataFrame]:
    """All accounts of the filter that are counted, made of the files that were handed in."""
    rows = invented()
    span = {
        "record_kind": "source", "source": "ACLED", "title": "INVENTED", "role": "series",
        "coverage_from": date(2018, 1, 1), "coverage_to": date(2018, 12, 31),
    }  # fmt: skip
    store = open_store(settings.load(data_folder))
    store.commit([rows, pd.DataFrame([span])], imported())
    seed = pd.read_parquet(SHIPPED / "incidents" / "seed" / "incidents.parquet")
    linked = set(seed.loc[seed["record_kind"] == "link", "incident_id"])
    every = pd.concat([seed[seed["record_kind"] == "account"], rows])
    every["event_date"] = pd.to_datetime(every["event_date"])
    every = every[(every["admin1"] == "Kirkuk") & (every["event_date"].dt.year == 2018)]
    counted = every[~every["incident_id"].isin(linked)].assign(
        told=lambda it: it["source"].where(it["source"].isin(["UCDP", "ACLED"]), "others")
    )
    with pytest.MonkeyPatch.context() as patch:  # to open it anew is most of a command's work
        patch.setattr(opening, "open_store", lambda *_: store)
        yield counted


def sums(held: pd.DataFrame) -> set[int]:
    """Every sum that must be nowhere: of two or all of those who tell, whole, by type and month."""
    keys = [
        pd.Series(0, held.index), held["event_type"], held["event_date"].dt.month,
        held["event_date"].dt.month.astype(str) + held["event_type"],
    ]  # fmt: skip
    found: set[int] = set()
    own: set[int] = set()
    for key in keys:
        groups = held.assign(key=key).groupby(["key", "told"], as_index=False)
        found_counts = groups.agg(n=("incident_id", "size"), killed=("fatalities_best", "sum"))
        for name in ("n", "killed"):
            table = found_counts.pivot_table(index="key", columns="told", values=name, fill_value=0)
            own |= set(table.to_numpy().astype(int).ravel())
            for names in (*combinations(table.columns, 2), tuple(table.columns)):
                together = table[list(names)]
                is_sum = (together > 0).all(axis=1)
                if "ACLED" in names:
                    found |= set(together[is_sum].sum(axis=1).astype(int))
    # A number that may stand for itself proves nothing.
    return {value for value in found - own if value > LARGE}


def ask(folder: Path, capsys: Any, *words: str) -> str:
    capsys.readouterr()
    assert main(["--data", str(folder), *words]) == 0
    out: str = capsys.readouterr().out
    return out


def numbers_of(value: Any) -> Iterator[int]:
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, int | float) and value == int(value):
        yield int(value)
    elif isinstance(value, dict):
        for each in value.values():
            yield from numbers_of(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from numbers_of(each)
    elif isinstance(value, str):
        yield from written(value)


def written(text: str) -> Iterator[int]:
    plain = unescape(re.sub(r"<[^>]+>", " ", text)).replace("\u00a0", " ")
    yield from (int(found.replace(",", "")) for found in NUMBER.findall(plain))


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("series", ["UCDP", "ACLED"])
def test_no_command_adds_two_series(
    data_folder: Path, held: pd.DataFrame, capsys: Any, command: str, series: str
) -> None:
    told = ask(data_folder, capsys, command, *FLAGS, "--series", series, "--json")
    value = json.loads(told)
    if command == "places":  # degrees and ids are no counts
        value["marks"] = [[mark["incidents"], mark["killed"]] for mark in value["marks"]]
    met = set(numbers_of(value)) & sums(held)
    assert not met, f"{command} of {series} has {met}"
    text = ask(data_folder, capsys, command, *FLAGS, "--series", series)
    assert not set(written(text)) & sums(held)


def test_the_sums_that_are_looked_for_would_be_seen(held: pd.DataFrame) -> None:
    """Else the test could not fail: the whole of the filter is one of them."""
    both = int(held["told"].isin(["UCDP", "ACLED"]).sum())
    assert both in sums(held)
    assert list(written(f"<b>{both:,} incidents</b>, {both}")) == [both, both]


@pytest.mark.parametrize("series", ["UCDP", "ACLED"])
def test_each_series_moves_every_number(
    data_folder: Path, held: pd.DataFrame, capsys: Any, series: str
) -> None:
    own = held[held["told"] == series]
    flags = (*FLAGS, "--series", series, "--json")
    found = json.loads(ask(data_folder, capsys, "summary", *flags))
    others = held[held["told"] != series].groupby("told")
    assert (found["series"], found["incidents"]) == (series, len(own))
    assert found["fatalities"]["best"] == own["fatalities_best"].sum()
    beside = {name: told["incidents"] for name, told in found["beside"].items()}
    assert beside == others.size().to_dict()
    deaths = {name: told["fatalities"]["best"] for name, told in found["beside"].items()}
    assert deaths == others["fatalities_best"].sum().astype(int).to_dict()
    figures = json.loads(ask(data_folder, capsys, "key-figures", *flags))
    assert figures["now"]["incidents"] == len(own)
    assert figures["now"]["against_civilians"] == (own["event_type"] == TYPES[1]).sum()
    levels = json.loads(ask(data_folder, capsys, "levels", *flags))
    assert levels["mean"]["day"] == pytest.approx(len(own) / 365)
    assert (levels["baseline_incidents"] is None) == (series == "ACLED")
    places = json.loads(ask(data_folder, capsys, "places", *flags))
    assert places["legend"]["total"] == len(own)
    assert places["legend"]["by_type"] == own.groupby("event_type").size().to_dict()
    rows = json.loads(ask(data_folder, capsys, "timeline", *flags, "--period", "month"))
    months = pd.DataFrame([row for row in rows if row["beside"] is None])
    counted = months.groupby("period_start")["incidents"].sum()
    assert counted.tolist() == own.groupby(own["event_date"].dt.month).size().reindex(
        list(YEAR), fill_value=0
    ).tolist()  # fmt: skip
    listed = pd.read_csv(io.StringIO(ask(data_folder, capsys, "incidents", *flags[:-1])))
    assert listed["beside"].fillna(series).value_counts().to_dict() == (
        held["told"].value_counts().to_dict()
    )


@pytest.mark.parametrize("command", ["timeline", "levels", "key-figures", "summary"])
def test_days_that_a_series_does_not_cover_are_unknown(
    data_folder: Path, held: pd.DataFrame, capsys: Any, command: str
) -> None:
    assert len(held)
    flags = ("--province", "Kirkuk", "--from", "2016-01-01", "--to", "2016-12-31")
    found = json.loads(ask(data_folder, capsys, command, *flags, "--series", "ACLED", "--json"))
    if command == "timeline":
        own = [row for row in found if row["beside"] is None]
        assert {row["incidents"] for row in own} == {None}
        assert any(row["beside"] == "UCDP" and row["incidents"] for row in found)
    else:
        assert found.get("incidents", found.get("now")) is None


def drawn(app: Any) -> Iterator[int]:
    """Numbers of charts and maps: what bars and marks hold and what the pointer reads."""
    for chart in app.get("plotly_chart"):
        for trace in json.loads(chart.proto.spec)["data"]:
            if trace["type"] == "bar":
                yield from numbers_of(_plain(trace.get("y", [])))
            yield from numbers_of(trace.get("text") or [])
            yield from written(trace.get("name", ""))
    for deck in app.get("deck_gl_json_chart"):
        yield from _marks(json.loads(deck.proto.json))


def _plain(values: Any) -> list[Any]:
    return values if isinstance(values, list) else []


def _marks(value: Any) -> Iterator[int]:
    if isinstance(value, dict):
        for name, each in value.items():
            if name in ("n", "what", "t", "text"):
                yield from numbers_of(each)
            else:
                yield from _marks(each)
    elif isinstance(value, list):
        for each in value:
            yield from _marks(each)


def said(app: Any) -> Iterable[int]:
    yield from written(html(app))
    for kind in ("markdown", "caption", "subheader", "expander"):
        for element in app.get(kind):
            yield from written(str(getattr(element, "value", "") or getattr(element, "label", "")))


@pytest.mark.parametrize("page", PAGES)
def test_no_page_adds_two_series(open_page: Open, held: pd.DataFrame, page: str) -> None:
    app = open_page(page, **ASKED)
    assert not app.exception
    met = {*said(app), *drawn(app)} & sums(held)
    assert not met, f"{page} has {met}"
    assert f"{(held['told'] == 'UCDP').sum()} incidents by UCDP" in html(app)


def test_the_series_of_an_address_measures_every_page(open_page: Open, held: pd.DataFrame) -> None:
    app = open_page("overview", **ASKED, series=["ACLED"])
    assert not app.exception
    told, count = html(app), (held["told"] == "ACLED").sum()
    assert f"{count:,} incidents by ACLED" in told
    assert f"{(held['told'] == 'UCDP').sum()} more told only by UCDP" in told
    assert "Counted by ACLED" in told
    assert "no baseline" in told
    assert not {*said(app), *drawn(app)} & sums(held)


def test_a_series_that_is_not_there_is_said(
    open_page: Open, data_folder: Path, held: pd.DataFrame, capsys: Any
) -> None:
    assert len(held)
    assert main(["--data", str(data_folder), "summary", "--series", "NOBODY"]) != 0
    assert "no series 'NOBODY'; known: UCDP, ACLED" in capsys.readouterr().err
    told = html(open_page("timeline", series=["NOBODY"]))
    assert "series “NOBODY” is not known and was left out" in told
