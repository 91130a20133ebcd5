"""Every page in a language for tests: English that is no message yet stands out."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from babel.dates import get_month_names
from google.protobuf.json_format import MessageToDict  # type: ignore[import-untyped]
from streamlit.testing.v1 import AppTest

from corridor import geo, packs, schema, settings, vocabulary, words
from corridor.cli import main
from corridor.ingest.review import upload
from corridor.ingest.review.upload import check
from corridor.settings import SHIPPED
from corridor.store import open_store
from tests.pages.conftest import Open
from tests.pages.panels.test_uploads import hand_in
from tests.pages.test_pages import PAGES

# What a page sends that nobody reads.
UNREAD = re.compile(
    r"^(?:id|key|elementId|formId|url|.*Url|.*SourcePath|icon|class|type|layout|style|css|color|colour|font|"
    r"scriptHash|mediaFileId|fileType|queryParamKey|pageScriptHash|fragmentId|format|"
    r"language|.*Position|.*osition|barmode|anchor|xref|yref|legendgroup|fill.*|font|selection|default|options|rawValues|value|allowedTypes|.*Mode|hash|data|arrowData|json|spec)$"
)
# Programs, files, a made-up place; the name of a field over a column of `timeline`; "code 4", as a
# cell is shown that holds a source's code.
CODES = {"Parquet", "Atlantis", "streamlit", "duckdb", "pandas", "plotly", "pydeck", "deltalake",
         "shapely", "statsmodels", "incidents", "code", "sides"}  # fmt: skip
# Of what Plotly and deck.gl are told, what is read.
READ = {"text", "title", "name", "hovertemplate", "hovertext", "ticktext", "html",
        "caption", "label", "tooltip", "annotations", "words", "said"}  # fmt: skip
TAG = re.compile(r"<(style|script|svg)\b.*?</\1>|<[^>]*>", re.DOTALL)
ATTRIBUTE = re.compile(r"""\b(?:title|aria-label|alt|placeholder)="([^"]*)\"""")
WORD = re.compile(r"(?<![\w/.#@&=?%-])[A-Za-z][a-z]{2,}(?![\w/@=-])")
# What Plotly puts in by itself, and a format of a column.
VALUE = re.compile(r"%?\{[^}]*\}|\blanguage-\w+")
STATES: dict[str, dict[str, list[str]]] = {
    "as it opens": {},
    "a narrow filter": {
        "province": ["Kirkuk"],
        "civilians": ["true"],
        "road": [geo.road_names()[0]],
    },
    "nothing": {"dates": ["1999-01-01", "1999-02-01"]},
    "a bad link": {"province": ["Atlantis"], "dates": ["x", "y"], "near_km": ["x"]},
    "all there is": {"province": ["All Iraq"], "dates": ["1989-01-01", "2018-12-31"]},
    "another report": {"report": ["upper-euphrates-2018"]},
    "a report that is not there": {"report": ["Atlantis"]},
    "one opened": {"incident": ["UCDP:259081"], "dates": ["2018-06-01", "2018-06-30"]},
}


@pytest.fixture(autouse=True)
def in_disguise(data_folder: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("CORRIDOR_LANGUAGE", "xx")
    words.speak("xx")
    yield
    words.speak("en")


TOKEN = re.compile(r"[^\W_]+")
NAMES = ["location", "actor1", "actor2", "reported_admin1", "reported_admin2", "source",
         "source_title", "source_office"]  # fmt: skip


@cache
def data() -> tuple[frozenset[str], frozenset[tuple[str, ...]]]:
    """Words of names and codes, and every three words that stand together in a text of the data."""
    rows = pd.read_parquet(SHIPPED / "incidents" / "seed" / "incidents.parquet")
    names = [str(value) for column in NAMES for value in rows[column].dropna().unique()]
    names += [column.name for column in schema.RECORDS]
    names += [item["name"] for item in _reference().main_roads.properties]
    names += [
        *_reference().gazetteer["name"],
        *_reference().admin2.names,
        *_reference().admin1.names,
    ]
    names += [
        *get_month_names("abbreviated", locale="en").values(),
        *get_month_names(locale="en").values(),
    ]
    names += [str(value) for value in vars(vocabulary).values()]
    texts = [
        str(value)
        for name in rows.select_dtypes(["object", "string"])
        for value in rows[name].dropna()
    ]
    for file in SHIPPED.rglob("*.toml"):
        texts += strings(tomllib.loads(file.read_text("utf-8")))
    names += [text for text in texts if len(TOKEN.findall(text)) < 3]  # labels of a report
    names += [event.label for slug in packs.list_regions() for event in packs.region(slug).events]
    words = frozenset(word for name in names for word in TOKEN.findall(name.lower()))
    return words, frozenset(
        three for text in texts for three in threes(TOKEN.findall(text.lower()))
    )


def _reference() -> geo.Reference:
    return geo.load_reference(SHIPPED / "reference")


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)
    elif isinstance(value, str):
        yield value


def threes(tokens: list[str]) -> Iterator[tuple[str, ...]]:
    yield from zip(tokens, tokens[1:], tokens[2:], strict=False)
    if len(tokens) < 3:
        yield tuple(tokens)


def shown(app: AppTest) -> Iterator[str]:
    """Everything that a page shows, as texts."""

    def walk(node: Any) -> Iterator[str]:
        proto = getattr(node, "proto", None)
        if proto is not None and hasattr(proto, "DESCRIPTOR"):
            yield from told(MessageToDict(proto))
        for child in getattr(node, "children", {}).values():
            yield from walk(child)

    yield from walk(app._tree)


def told(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            if key in {"spec", "json"}:
                yield from drawn(json.loads(each))
            elif not UNREAD.match(key):
                yield from told(each)
    elif isinstance(value, list):
        for each in value:
            yield from told(each)
    elif isinstance(value, str):
        yield from read(value)


def read(text: str) -> Iterator[str]:
    if text.startswith("{"):
        yield from drawn(json.loads(text))
    else:
        yield from ATTRIBUTE.findall(text)
        yield unescape(TAG.sub(" ", text))


def drawn(value: Any, is_read: bool = False) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            if key in {"deck", "outlines"}:  # a map, as JSON in the JSON of its component
                yield from drawn(json.loads(each))
            elif key == "words":
                yield from each.values()
            else:
                yield from drawn(each, key in READ)
    elif isinstance(value, list):
        for each in value:
            yield from drawn(each, is_read)
    elif isinstance(value, str) and is_read:
        yield unescape(TAG.sub(" ", value))


def english(text: str) -> list[str]:
    """The words of a text that are neither names nor part of a text of the data."""
    names, together = data()
    tokens = TOKEN.findall(VALUE.sub("", text))
    known = [
        at + step
        for at, three in enumerate(threes([token.lower() for token in tokens]))
        if three in together
        for step in range(len(three))
    ]
    told = set(known)
    left = {
        token for at, token in enumerate(tokens) if at not in told and token.lower() not in names
    } - CODES
    return [word for word in WORD.findall(VALUE.sub("", text)) if word in left]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", PAGES)
def test_no_page_shows_english_that_is_no_message(open_page: Open, name: str, state: str) -> None:
    app = open_page(name, **STATES[state])
    assert not app.exception
    left = {text.strip()[:200]: found for text in shown(app) if (found := english(text))}
    assert left == {}


FILES = sorted((SHIPPED.parent / "tests" / "data" / "uploads").glob("*.csv"))


def english_beside(texts: Iterable[str], file: Path) -> dict[str, list[str]]:
    """What is left of texts about a file, its own words apart."""
    theirs = set(TOKEN.findall(f"{file.name} {file.read_text('utf-8', 'replace')}"))
    found = {text.strip()[:300]: set(english(text)) - theirs for text in texts}
    return {text: sorted(words) for text, words in found.items() if words}


@pytest.mark.parametrize("name", ["acled_bad", "another_table", "columns_misspelt", "dates_bad"])
def test_no_check_of_a_file_shows_english_on_its_page(open_page: Open, name: str) -> None:
    (file,) = (file for file in FILES if file.stem == name)
    app = hand_in(open_page("uploads"), file.name, file.read_bytes())
    assert not app.exception
    assert english_beside(shown(app), file) == {}


def test_no_report_of_a_file_shows_english(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What they count stands beside the report.
    monkeypatch.setattr(upload, "find_matches", lambda _: (0, 0))
    monkeypatch.setattr(upload, "find_repeats", lambda _: 0)
    ours = settings.load(data_folder)
    store, left = open_store(ours), dict[str, list[str]]()
    for file in FILES:
        report = check(store, ours, file.read_bytes(), file.name).report
        said = [problem.sentence() for problem in (*report.problems, *report.of_header)]
        left |= english_beside([*said, *report.notes, report.refused or ""], file)
    assert left == {}


# (What a commit did is written on the disk in English codes, which `history` prints.)
@pytest.mark.parametrize("command", ["summary", "timeline", "findings", "verify", "changes"])
def test_no_command_shows_english(
    data_folder: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert main(["--data", str(data_folder), command]) == 0
    assert english(capsys.readouterr().out) == []
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert set(english(capsys.readouterr().out)) <= {command}
