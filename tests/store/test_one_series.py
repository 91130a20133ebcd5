"""No number of any command or exported file is a sum over two series, or of one and others.

A store has two series and a list; of each series there is a store without the other, see `tellers`.
What a command tells of both is what it tells of one alone, and beside it what it tells of the
other.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Final

import pandas as pd
import pytest

from corridor.cli import main
from corridor.cli.arguments import COMMANDS
from corridor.cli.options import FORMATS
from corridor.store import Store
from corridor.ui.panels.incidents_page import FILES
from tests import acled_files, tellers
from tests.tellers import FLAGS, SERIES, TYPES, YEAR, Tellers

AT_END: Final = ("--as-of", "2018-12-31")
RETRACTED: Final = "UCDP:259081"
# Every command that tells of incidents, as it is asked here; `{acled}` is a file that was made.
ASKED: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(
        ("summary", "timeline", "incidents", "key-figures", "levels", "changes", "channels",
         "grades", "tactics", "disagreements", "location-disputes", "roads", "surges", "backtest",
         "next-month", "where-next", "district-rates", "places", "map", "brief"),
        FLAGS,
    ),
    **dict.fromkeys(("headline", "findings", "ways", "sensitivity", "rivals"), AT_END),
    "road-profile": AT_END,
    "verdict-history --since 2018-01-01": (),
    **{f"evidence {number}": AT_END for number in range(1, 6)},
    "coverage": (),
    "find-place Kirkuk": (),
    "series": (),
    "incident " + RETRACTED: (),
    f"retract {RETRACTED}": ("--reason", "SYNTHETIC", "--dry-run"),
    f"link {RETRACTED} UCDP:259082": ("--reason", "SYNTHETIC", "--dry-run"),
    "import {acled}": ("--dry-run", "--matches", "apart"),
}  # fmt: skip
NO_COUNT: Final = {
    "serve": "the pages, see tests/pages/test_one_series.py",
    "reports": "reports that there are, whatever the store holds",
    **dict.fromkeys(("views", "view"), "links"),
    "report": "what is wrong in a file; its findings are told as `findings` tells them",
    "codebook": "fields",
    "mapping": "columns of a file",
    "original": "cells of one row of a file",
    **dict.fromkeys(("judge", "rate", "grade"), "names a commit"),
    "judgements": "what people said of single incidents",
    "declare": "days, and a commit",
    **dict.fromkeys(("feed", "notify"), "what `diff` tells of one version and the next"),
    "diff": "two versions, each as key-figures, findings and surges tell it",
    **dict.fromkeys(("undo", "redo", "restore"), "what a commit wrote, named"),
    **dict.fromkeys(("history", "verify", "files"), "rows and bytes of the store, not incidents"),
    **dict.fromkeys(("export-store", "import-store"), "the store as a whole"),
    "update": "what `import` tells, of a file that was fetched",
}
IS_FOR_A_SERIES: Final = (*FLAGS, *AT_END)
Ask = Callable[..., str]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tellers]:
    with tellers.both(tmp_path_factory.mktemp("tellers")) as found:
        yield found


@pytest.fixture
def ask(told: Tellers, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Run a command on the store with both series, or on another, where an id may lack."""

    def call(*words: str, store: Store = told.together) -> str:
        capsys.readouterr()
        with tellers.reading_from(store):
            code = main(["--data", str(told.folder), *words])
        found = capsys.readouterr()
        assert code == 0 or store is not told.together, found.err
        return found.out

    return call


def test_each_command_is_asked_or_tells_no_count() -> None:
    """A new command is a line of one of the two tables."""
    asked = {words.split()[0] for words in ASKED}
    assert asked | NO_COUNT.keys() == set(COMMANDS)
    assert not asked & NO_COUNT.keys()


@pytest.fixture(scope="module")
def acled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = acled_files.events(400, date(2018, 1, 1), date(2018, 12, 31))
    file = tmp_path_factory.mktemp("files") / "acled.csv"
    file.write_text(acled_files.text(rows), encoding="utf-8")
    return file


@pytest.mark.parametrize("command", ASKED)
def test_what_a_series_tells_is_what_it_tells_alone(
    ask: Ask, told: Tellers, acled_file: Path, command: str
) -> None:
    words = (*command.format(acled=acled_file).split(), *ASKED[command])
    is_dry = "--dry-run" in words  # it evaluates the report before and after
    chosen = [("--series", name) for name in SERIES] if ASKED[command] and not is_dry else [()]

    def numbers(store: Store, *more: str) -> set[float]:
        ways = ("--json",) if is_dry else ("--json", "")
        return set().union(
            *(
                tellers.written(ask(*words, *more, *filter(None, [way]), store=store))
                for way in ways
            )
        )

    alone = [
        numbers(store, *more)
        for series, store in told.alone.items()
        for more in chosen
        if series in more or not more
    ]
    explained = tellers.told_alone(*alone, tellers.counts(told.held))
    never = tellers.sums(told.held)
    for more in chosen:
        found = numbers(told.together, *more)
        assert found - explained == set(), f"{command} {more}"
        assert not found & never, f"{command} {more}"


@pytest.mark.parametrize("series", SERIES)
@pytest.mark.parametrize("form", [*FORMATS, "--json"])
def test_each_row_of_a_file_says_who_tells_it(
    ask: Ask, told: Tellers, tmp_path: Path, form: str, series: str
) -> None:
    file = tmp_path / "incidents"
    asked = ("--json",) if form == "--json" else ("--format", form)
    ask("incidents", *FLAGS, "--series", series, *asked, "--out", str(file))
    rows = READ[form](file.read_bytes())
    tells = rows["beside"].where(rows["beside"].notna(), series)
    held = told.held.groupby("told")
    killed = pd.to_numeric(rows["fatalities_best"]).groupby(tells).sum()
    assert tells.value_counts().to_dict() == held.size().to_dict()
    assert killed.to_dict() == held["fatalities_best"].sum().to_dict()
    counted = rows.select_dtypes("number").drop(columns=["latitude", "longitude"])
    assert not set(counted.to_numpy().ravel()) & tellers.sums(told.held)


def _of_geojson(data: bytes) -> pd.DataFrame:
    return pd.DataFrame([each["properties"] for each in json.loads(data)["features"]])


READ: Final[dict[str, Callable[[bytes], pd.DataFrame]]] = {
    "csv": lambda data: pd.read_csv(io.BytesIO(data)),
    "json": lambda data: pd.DataFrame(json.loads(data)),
    "--json": lambda data: pd.DataFrame(json.loads(data)),
    "geojson": _of_geojson,
    "parquet": lambda data: pd.read_parquet(io.BytesIO(data)),
}


def test_the_page_offers_no_file_that_the_command_does_not() -> None:
    assert {name.lower() for name in FILES} <= set(FORMATS) <= READ.keys()


@pytest.mark.parametrize("series", SERIES)
def test_each_series_moves_every_number(ask: Ask, told: Tellers, series: str) -> None:
    held = told.held
    own = told.of(series)
    flags = (*FLAGS, "--series", series, "--json")
    found = json.loads(ask("summary", *flags))
    others = held[held["told"] != series].groupby("told")
    assert (found["series"], found["incidents"]) == (series, len(own))
    assert found["fatalities"]["best"] == own["fatalities_best"].sum()
    beside = {name: it["incidents"] for name, it in found["beside"].items()}
    assert beside == others.size().to_dict()
    deaths = {name: it["fatalities"]["best"] for name, it in found["beside"].items()}
    assert deaths == others["fatalities_best"].sum().astype(int).to_dict()
    figures = json.loads(ask("key-figures", *flags))
    assert figures["now"]["incidents"] == len(own)
    assert figures["now"]["against_civilians"] == (own["event_type"] == TYPES[1]).sum()
    levels = json.loads(ask("levels", *flags))
    assert levels["mean"]["day"] == pytest.approx(len(own) / 365)
    assert (levels["baseline_incidents"] is None) == (series == "ACLED")
    places = json.loads(ask("places", *flags))
    assert places["legend"]["total"] == len(own)
    assert places["legend"]["by_type"] == own.groupby("event_type").size().to_dict()
    rows = json.loads(ask("timeline", *flags, "--period", "month"))
    months = pd.DataFrame([row for row in rows if row["beside"] is None])
    counted = months.groupby("period_start")["incidents"].sum()
    assert counted.tolist() == own.groupby(own["event_date"].dt.month).size().reindex(
        list(YEAR), fill_value=0
    ).tolist()  # fmt: skip
    listed = pd.read_csv(io.StringIO(ask("incidents", *flags[:-1])))
    assert listed["beside"].fillna(series).value_counts().to_dict() == (
        held["told"].value_counts().to_dict()
    )


@pytest.mark.parametrize("command", ["timeline", "levels", "key-figures", "summary"])
def test_days_that_a_series_does_not_cover_are_unknown(ask: Ask, command: str) -> None:
    flags = ("--province", "Kirkuk", "--from", "2016-01-01", "--to", "2016-12-31")
    found = json.loads(ask(command, *flags, "--series", "ACLED", "--json"))
    if command == "timeline":
        own = [row for row in found if row["beside"] is None]
        assert {row["incidents"] for row in own} == {None}
        assert any(row["beside"] == "UCDP" and row["incidents"] for row in found)
    else:
        assert found.get("incidents", found.get("now")) is None


def test_the_sums_that_are_looked_for_would_be_seen(told: Tellers) -> None:
    """Else the test could not fail: the whole of the filter is one of them."""
    both = len(told.of("UCDP")) + len(told.of("ACLED"))
    assert both in tellers.sums(told.held)
    assert tellers.written(f"<b>{both:,} incidents</b>, {both}") == {both}


def test_a_series_that_is_not_there_is_said(
    told: Tellers, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(told.folder), "summary", "--series", "NOBODY"]) != 0
    assert "no series 'NOBODY'; known: UCDP, ACLED" in capsys.readouterr().err
