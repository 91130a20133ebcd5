"""Every text of `tests.hostile` through every door by which it may come in or go out.

`DOORS` is the whole table: a door takes all texts through at once, looks whether they did harm, and
names those that went. A text that is left out fails the test, and so does a door.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import json
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from html import escape
from pathlib import Path
from typing import Any, Final, cast
from urllib.parse import parse_qs

import pandas as pd
import pytest

from corridor import packs, queries
from corridor.actions import Person, hide_list
from corridor.answers import Incident
from corridor.charts.chart_sheet import Charted, chart_svg
from corridor.charts.period_bars import bars
from corridor.cli import arguments, declaring, inbox, keeping, opening, writing
from corridor.cli.door import Door
from corridor.cli.inbox import Item
from corridor.cli.output import print_problems
from corridor.exchange.counts import counts_csv
from corridor.exchange.export import incidents_csv, incidents_geojson, incidents_parquet
from corridor.exchange.template import annotated_csv
from corridor.fetching.tables import write_csv
from corridor.filter import URL_KEYS, IncidentFilter
from corridor.findings import load_report
from corridor.ingest import read_upload
from corridor.ingest.model.mapping import MappingError, from_json, read_mapping
from corridor.ingest.model.report import IngestReport
from corridor.ingest.review.confirm import Choices, confirm
from corridor.ingest.review.coverage import CoverageError, widened
from corridor.ingest.review.first_mapping import draft, look
from corridor.ingest.review.retractions import Hiding, read_retractions
from corridor.ingest.review.upload import Checked, Reading, check
from corridor.maps.deck_json import layer_json
from corridor.maps.incident_map import incident_deck, load_basemap, outline, tooltip_of
from corridor.maps.sheet import Told
from corridor.settings import Settings
from corridor.store import Store, open_store
from corridor.ui.frame import navigation
from corridor.ui.frame.filter_line import filter_sentence
from corridor.ui.panels.incident_detail import incident_detail
from corridor.ui.parts import esc, link, notice, section
from corridor.words import later
from tests.hostile import (
    ACLED,
    ACLED_COLUMNS,
    ALL,
    BY_CHOICE,
    ELSEWHERE,
    KINDS,
    ODD,
    OPTIONS,
    row_of,
    rows,
    table_of,
)
from tests.pages.conftest import Open, html
from tests.pages.test_hostile import Markup, assert_harmless
from tests.pages.test_pages import PAGES
from tests.store.test_hostile import starts
from tests.torture.seed import small_data_folder
from tests.unit.fetching.publishers import event
from tests.unit.maps.test_incident_map import strings

# Its package has a function of the same name.
cli_main: Final[Any] = importlib.import_module("corridor.cli.main")
TODAY = date(2026, 1, 1)
EVERYTHING = IncidentFilter(provinces=())
JUNE = {"dates": ["2018-06-01", "2018-06-30"], "province": ["All Iraq"]}
# A file with a NUL is refused as binary, whatever else is in it.
BINARY = tuple(text for text in ALL if "\x00" in text)
WRITTEN = tuple(text for text in ALL if text not in BINARY)
INVISIBLE = ("Cc", "Cf", "Cs", "Zl", "Zp")


@dataclass(frozen=True)
class House:
    """A small store that has taken in every text, and how its pages are opened."""

    settings: Settings
    store: Store
    taken: Checked
    open_page: Open
    patch: pytest.MonkeyPatch

    def listed(self) -> pd.DataFrame:
        return queries.list_incidents(self.store, EVERYTHING)


Gone = Iterator[str]


@pytest.fixture(scope="module")
def taken(data_folder: Path) -> tuple[Settings, Store, Checked]:
    ours = small_data_folder(data_folder)
    store = open_store(ours)
    found = check(store, ours, table_of(rows()), "all at once.csv")
    assert confirm(store, found, "\n".join(ALL), Choices(only_good=True))
    return ours, store, found


@pytest.fixture
def house(
    taken: tuple[Settings, Store, Checked], open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> House:
    return House(*taken, open_page, monkeypatch)


# --- what a terminal is told


def printed(call: Callable[[], object]) -> str:
    """Return what a call prints through the door of the command line; nothing commands a terminal.

    What it raises is told as the command line tells it.
    """
    beneath = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    door = cast("Any", Door(beneath))
    with contextlib.redirect_stdout(door), contextlib.redirect_stderr(door):
        try:
            call()
        except SystemExit:  # how argparse refuses
            pass
        except Exception as error:  # noqa: BLE001  raised again unless it was to be expected
            cli_main._ended("import", error, [])
    told = beneath.buffer.getvalue().decode()
    assert "Traceback" not in told
    hidden = [one for one in set(told) - {*"\n\t"} if unicodedata.category(one) in INVISIBLE]
    assert hidden == [], told[:200]
    return told


def harmless(piece: str) -> None:
    assert Markup(piece).found == []


Row = Mapping[str, object]


# --- files


def refused(
    read: Callable[[bytes], IngestReport], row: Callable[[str], Mapping[str, object]]
) -> Gone:
    for text in BINARY:
        report = read(table_of([row(text)]))
        assert report.refused is not None
        assert "binary data" in report.refused
        yield text


def our_layout(house: House) -> Gone:
    printed(partial(print_problems, house.taken.report))
    stored = set(house.listed()["incident_id"])
    yield from (text for at, text in enumerate(WRITTEN) if f"EVIL:{at}" in stored)
    yield from refused(partial(read_upload, file_name="x.csv", today=TODAY), partial(row_of, 1))


def acled(house: House) -> Gone:
    def row(text: str, number: int = 0) -> Row:
        known = {name: told.format(number=number) for name, told in ACLED.items()}
        codes = {"admin1": "Kirkuk", "admin2": "", "sub_event_type": "Armed clash", "year": "2024"}
        return dict.fromkeys(ACLED_COLUMNS, text[:500]) | known | codes

    read = partial(read_upload, file_name="x.csv", today=TODAY)
    report = read(table_of([row(text, at) for at, text in enumerate(WRITTEN)]))
    printed(partial(print_problems, report))
    kept = set(report.accounts["incident_id"])
    yield from (text for at, text in enumerate(WRITTEN) if f"ACLED:IRQ{at}" in kept)
    yield from refused(read, row)


def mapped_table(house: House) -> Gone:
    """As the name of a column, as a word for a kind, and as a cell."""
    names = [f"{text} {at}" for at, text in enumerate(WRITTEN)]
    drafted = draft(look(table_of([dict.fromkeys(names, "x")]), house.settings))
    printed(lambda: print(json.dumps(drafted, ensure_ascii=False)))
    table = [{"Ref": f"{at}", "Day": "2018-06-05", "Kind": text[:200], "Where": text}
             for at, text in enumerate(WRITTEN)]  # fmt: skip
    codes = {row["Kind"].strip(): "Battles" for row in table if row["Kind"].strip()}
    columns = {"event_date": "Day", "event_type": "Kind", "location": "Where", "incident_id": "Ref"}
    said = {"columns": columns, "same": {"source": "SHEET"}, "codes": {"event_type": codes}}
    reading = Reading(mapping=from_json({"corridor_mapping": 1} | said))
    report = check(house.store, house.settings, table_of(table), "x.csv", reading).report
    printed(partial(print_problems, report))
    kept = {str(name).rpartition(":")[2] for name in report.accounts["incident_id"]}
    refused_ids = set(report.rejects["Ref"])  # its word for a kind was cleaned to another
    assert len(kept) > len(refused_ids)
    yield from (text for at, text in enumerate(WRITTEN) if str(at) in kept | refused_ids)
    yield from refused(
        lambda data: check(house.store, house.settings, data, "x.csv", reading).report,
        lambda text: table[0] | {"Where": text},
    )


def mapping(house: House) -> Gone:
    """As the mapping itself, and as each of its keys and values."""
    for text in ALL:
        of_ours = {"columns": {"event_date": "Day"}}
        for wrong in (
            {text: 1},
            {"columns": {text: "x"}},
            {"same": {"event_type": text}},
            {"codes": {"event_type": {text: text}}},
            {"codes": {text: {"x": "y"}}},
        ):
            with pytest.raises(MappingError) as said:
                read_mapping(json.dumps({"corridor_mapping": 1} | of_ours | wrong))
            printed(partial(cli_main._ended, "import", said.value, []))
        with pytest.raises(MappingError) as said:
            read_mapping(text)
        printed(partial(cli_main._ended, "import", said.value, []))
        yield text


def answer_of_a_publisher(house: House) -> Gone:
    """Its events in the file that is made of them, which is read like an upload."""
    free = ("where_coordinates", "side_b", "source_office", "adm_2", "relid")
    rows = [event(at, **dict.fromkeys(free, text[:500])) for at, text in enumerate(WRITTEN)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "x.csv"
        write_csv(rows, file)
        report = read_upload(file.read_bytes(), file.name, today=TODAY)
        printed(partial(print_problems, report))
        kept = set(report.accounts["incident_id"]) | {
            f"UCDP:{found}" for found in report.rejects["id"]
        }
        yield from (text for at, text in enumerate(WRITTEN) if f"UCDP:{900000 + at}" in kept)

        def read(data: bytes) -> IngestReport:
            file.write_bytes(data)
            return read_upload(file.read_bytes(), file.name, today=TODAY)

        yield from refused(read, lambda text: event(1, adm_2=text))


def list_to_hide(house: House) -> Gone:
    ids = house.listed()["incident_id"].head(len(WRITTEN)).tolist()
    table = [{"incident_id": name, "reason": text} for name, text in zip(ids, WRITTEN, strict=True)]
    table += [{"incident_id": text, "reason": text} for text in WRITTEN]
    found = read_retractions(house.store, house.settings, table_of(table), "list.csv")
    printed(partial(print_problems, found.report))
    done = hide_list(house.store, Person("x"), found, Hiding("none said", only_good=True))
    assert done is not None
    house.store.undo(done.commit_id)
    yield from WRITTEN if done.counts["retracted"] >= len(WRITTEN) else ()
    yield from refused(
        lambda data: read_retractions(house.store, house.settings, data, "x.csv").report,
        lambda text: {"incident_id": text, "reason": text},
    )


# --- names


def names_of_files_and_people(house: House) -> Gone:
    """In the history on the page and in the terminal, and in the log itself."""
    first = next(item for item in house.store.history() if item.file_name == "all at once.csv")
    assert first.author == "\n".join(ALL), "the log gives names back as they were"
    told = [replace(first, author=text, file_name=text, note=text, version=at, commit_id=f"c{at}")
            for at, text in enumerate(ALL)]  # fmt: skip
    house.patch.setattr(Store, "history", lambda _store: told)
    app = house.open_page("uploads")
    assert_harmless(app, "uploads")
    house.patch.setattr(keeping, "open_store", lambda *_: house.store)
    lines = printed(lambda: cli_main.main(["history"])).splitlines()
    assert len(lines) == len(told), "a name makes no line of its own"
    marks = str.maketrans({"\u2060": "", "\xa0": " "})  # keep a number and its unit on one line
    shown = html(app).translate(marks)
    yield from (text for text in ALL if escape(text).translate(marks) in shown)


def name_of_a_file_under_check(house: House) -> Gone:
    """Before it is written: its problems, its refusal, the page's words and its download."""
    report = house.taken.report
    few = replace(report, problems=report.problems[:3], assumed=(later("file-wrapped"),))
    for text in ALL:
        printed(partial(print_problems, replace(few, file_name=text)))
        refusal = later("file-no-workbook", sheet=text)
        printed(partial(print_problems, replace(few, file_name=text, refusal=refusal)))
        harmless(notice(f"{text} cannot be read. Nothing was written.", [esc(text)]))
        harmless(section("3 · Check", f"{text}, read as our layout"))
        yield text


def name_in_an_inbox(house: House) -> Gone:
    for text in ALL:
        item = Item(Path(text), "refused", reason=later("inbox-grows"))
        lines = printed(partial(inbox._print, item)).splitlines()
        assert len(lines) == 1, "a name makes no line of its own"
        yield text


# --- addresses and pages


def addresses(house: House) -> Gone:
    """Each key of an address holds all texts at once, on every page; links give them back."""
    everything = {key: list(ALL) for key in (*URL_KEYS, "as_of", "finding", "rule")}
    for name in PAGES:
        together = {"text": ["\n".join(ALL)[:200]], "incident": ["\n".join(ALL)]}
        assert_harmless(house.open_page(name, **everything | together), name)
    summary, end = queries.summary(house.store, EVERYTHING), date(2018, 12, 25)
    for text in ALL:
        asked = replace(EVERYTHING, text=text, actors=(text,), upload=text, districts=(text,))
        harmless(filter_sentence(asked, summary, end))
        extra = [(navigation.INCIDENT, text)]
        back = parse_qs(navigation.query(asked, extra), keep_blank_values=True)
        assert (back["incident"], back["district"]) == ([text], [text])
        href = navigation.href("incidents", asked, extra)
        harmless(link(text, href))
        yield text


def page(name: str, house: House) -> Gone:
    """A page whose filter holds a row for every text."""
    assert_harmless(house.open_page(name, **JUNE), name)
    june = replace(EVERYTHING, date_from=date(2018, 6, 1), date_to=date(2018, 6, 30))
    ids = set(queries.list_incidents(house.store, june)["incident_id"])
    yield from (text for at, text in enumerate(WRITTEN) if f"EVIL:{at}" in ids)
    yield from BINARY  # no row can hold it


def details(house: House) -> Gone:
    """What opens when an incident is clicked: its accounts, and its row as it was handed in."""
    row = queries.accounts_of(house.store, "EVIL:0")
    for text in ALL:
        free = dict.fromkeys(("location", "notes", "source_title", "source", "actor1"), text)
        said = row.assign(**free, incident_id=text, source_url=text)
        harmless(incident_detail(Incident(said), href="map?x=1"))
        yield text


def tooltips_of_the_map(house: House) -> Gone:
    """Every string that goes into the deck; none is an expression, markup or a field."""
    places = queries.map_places(house.store, EVERYTHING).dropna(subset="latitude")
    many = places.head(1).loc[lambda rows: rows.index.repeat(len(ALL))].reset_index(drop=True)
    many = many.assign(
        location=ALL, geo_precision=1,
        latitude=[34.5 + at / 500 for at in range(len(ALL))], longitude=44.0,
    )  # fmt: skip
    look: Any = {
        "theme": "light", "window_end": date(2018, 6, 30),
        "basemap": load_basemap(house.settings.reference_dir, packs.region()),
    }  # fmt: skip
    layers = json.loads(incident_deck(many, **look).to_json())["layers"]
    layers += [json.loads(layer_json(item)) for item in outline(many.head(1), **look)]
    said = set(strings([layer["data"] for layer in layers]))
    assert [text for text in said if text.startswith("@@")] == []
    for text, mark in zip(ALL, many.itertuples(), strict=True):
        told = tooltip_of(mark)["place"]
        assert not set("<>{}") & set(told)
        if {told, f" {told}"} & said:
            yield text


def tooltips_of_a_chart(house: House) -> Gone:
    """A text names a group: on the screen, and in the picture for paper."""
    series = pd.DataFrame(
        {"period_start": pd.Timestamp("2018-06-01"), "period_end": pd.Timestamp("2018-06-30"),
         "group": list(ALL), "incidents": 1}
    )  # fmt: skip
    figure = bars(series, theme="light")
    told = Told(ALL[0], ALL, tuple(("#123456", text) for text in ALL), ALL)
    harmless(chart_svg(told, [Charted("x", figure, ALL[1])], "light"))
    assert starts(counts_csv([{"group": text} for text in ALL])) == []
    names = {trace["name"] for trace in figure.data}
    assert not [name for name in names if set("<>") & set(name)]
    yield from (text for text in ALL if escape(text, quote=False) in names)


# --- out of the house


def exports(house: House) -> Gone:
    listed = house.listed()
    text = incidents_csv(listed)
    assert starts(text) == []
    ids = set(pd.read_csv(io.BytesIO(text), dtype=str, usecols=["incident_id"])["incident_id"])
    features = json.loads(incidents_geojson(listed))["features"]
    ids &= {item["properties"]["incident_id"] for item in features}
    ids &= set(pd.read_parquet(io.BytesIO(incidents_parquet(listed)))["incident_id"])
    yield from (text for at, text in enumerate(WRITTEN) if f"EVIL:{at}" in ids)
    yield from BINARY  # no row can hold it


def file_that_comes_back(house: House) -> Gone:
    table = [row_of(at, text) | {"event_date": text} for at, text in enumerate(WRITTEN)]
    report = read_upload(table_of(table), "x.csv", today=TODAY)
    data = annotated_csv(report)
    assert starts(data) == []
    ids = set(pd.read_csv(io.BytesIO(data), dtype=str)["incident_id"])
    yield from (text for at, text in enumerate(WRITTEN) if f"EVIL:{at}" in ids)
    yield from BINARY  # the file is refused, so that none comes back


# --- the command line


def options(house: House) -> Gone:
    """Every option that takes a text, and every argument; the store is not asked anew each time."""
    known, summed = queries.options(house.store), queries.summary(house.store, EVERYTHING)
    parser = arguments.build_parser()
    house.patch.setattr(cli_main, "build_parser", lambda _: parser)
    for module in (opening, writing, keeping, inbox, declaring):
        house.patch.setattr(module, "open_store", lambda *_: house.store)
    house.patch.setattr("corridor.cli.asked.load_report", cache(load_report))
    house.patch.setattr(queries, "options", lambda *_: known)
    house.patch.setattr(queries, "summary", lambda *_: summed)
    house.patch.setenv("CORRIDOR_FETCH", "no")  # nobody is called: "" asks for what is newest
    version, coverage = house.store.version, house.taken.coverage
    # One text of each kind goes through every option, the others through every fourth in turn.
    first, ways = {texts[0] for texts in KINDS.values()} | {*ODD}, [*OPTIONS.values()]
    for number, text in enumerate((*ALL, *ODD)):
        for way in ways if text in first else ways[number % 4 :: 4]:
            printed(partial(cli_main.main, way(text)))
        with contextlib.suppress(CoverageError):
            printed(lambda text=text: print(*widened(coverage, places=text)))
        yield text
    assert house.store.version == version, "nothing was written"


DOORS: Final[dict[str, Callable[[House], Iterable[str]]]] = {
    "upload: a file in our layout": our_layout,
    "upload: a file of ACLED": acled,
    "upload: a table with a mapping": mapped_table,
    "upload: the mapping itself": mapping,
    "upload: an answer of a publisher": answer_of_a_publisher,
    "upload: a list of incidents to hide": list_to_hide,
    "names: files and people in the history": names_of_files_and_people,
    "names: a file in an inbox": name_in_an_inbox,
    "names: a file under check": name_of_a_file_under_check,
    "addresses: every key, every page": addresses,
    **{f"page: {name}": partial(page, name) for name in PAGES},
    "page: an incident that was opened": details,
    "tooltips: map": tooltips_of_the_map,
    "tooltips: charts": tooltips_of_a_chart,
    "exports: CSV, GeoJSON, Parquet": exports,
    "exports: the file that comes back": file_that_comes_back,
    "command line: every option": options,
}  # fmt: skip


@pytest.mark.parametrize("name", DOORS)
def test_every_text_goes_through_every_door(house: House, name: str, tmp_path: Path) -> None:
    with contextlib.chdir(tmp_path):
        gone = set(DOORS[name](house))
    assert [text for text in ALL if text not in gone] == []
    assert list(tmp_path.iterdir()) == []


def test_no_door_is_left_out() -> None:
    """The kinds that were promised, and each option of the command line."""
    kinds = {name.split(":")[0] for name in DOORS}
    assert kinds >= {"upload", "names", "addresses", "page", "tooltips", "exports", "command line"}
    assert {f"page: {name}" for name in navigation.TITLES} <= set(DOORS)
    commands = next(item for item in arguments.build_parser()._actions if item.dest == "command")
    parsers = cast("dict[str, argparse.ArgumentParser]", commands.choices).values()
    free = {item.dest for parser in parsers for item in parser._actions
            if item.choices is None and item.nargs != 0}  # fmt: skip
    assert free == set(OPTIONS) - BY_CHOICE | ELSEWHERE
