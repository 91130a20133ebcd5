"""What the product is about stands in packs: no name and no year of it in code or in messages."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from corridor import packs, words
from corridor.findings import load_reports
from corridor.settings import SHIPPED

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "corridor"
# 1970 is where computers begin to count, 2000 the year of an address of the web.
YEAR = re.compile(r"(?<![\d.#])(?!1970|2000)(?:19|20)\d\d(?![\d.])")
# What others publish has names and dates of its own; the seed is made from these sources.
CODE = {
    "fetching/*": "interfaces are of one publisher",
    "ingest/layouts/*": "layouts are of one publisher, with the dates of its releases",
    "messages/feed.py": "the namespace of a standard",
    "findings/report.py": "the ends of a calendar, wide on purpose",
    "seed/*": "how what is shipped is made from its sources",
    "schema.py": "examples for whoever writes a row",
    "ingest/checks/dates.py": "no day before 1900 is understood",
    "ingest/checks/quick.py": "no day before 1900 is understood",
    "packs/table.py": "no day of a pack lies outside two centuries",
    "ui/frame/state.py": "the ends of a calendar, wide on purpose",
    "ui/panels/uploads/linking.py": "an example of an id",
}
MESSAGES = {
    "fetch-*": "what publishers answer",
    "setting-meaning-ucdp-*": "addresses of a publisher",
    "secret-meaning-*": "accounts of publishers",
    "command-update": "whose files are fetched",
    "guide-*": "layouts and codebooks of publishers",
    "use-ucdp-*": "the layout of a publisher",
    "remedy-ucdp-*": "the layout of a publisher",
    "header-absent-as": "the layout of a publisher",
    "upload-files-note": "the layouts of publishers",
    "codebook-*precisions": "whose ranks they are",
    "field-meaning-*": "whose codes they are",
    "remedy-*date*": "an example of a date",
    "remedy-unknown-*": "an example of a name",
    "choice-near-any": "an example of a name",
    "*-unreadable": "an example of a date",
    "remedy-*year*": "an example of a date",
    "remedy-first-and-last-day": "an example of a date",
    "filter-date-help": "an example of a date",
    "*compar*": "an example of a date",
    "not-a-date": "an example of a date",
    "pack-not-toml": "an example of a date",
    "problem-date-before-1900": "no day before 1900 is understood",
    "option-*": "an example",
    "flag-*": "an example",
    "method-*": "citations",
    "word-incident-means": "words of publishers",
}


def names() -> re.Pattern[str]:
    """Match the name of a country, province, district, region, report or series that is shipped."""
    found = {packs.country().name, packs.country().whole, packs.series().code}
    for layer in ("admin1", "admin2"):
        features = json.loads((SHIPPED / "reference" / f"{layer}.geojson").read_text("utf-8"))
        found |= {item["properties"]["name"] for item in features["features"]}
    areas = json.loads((SHIPPED / "reference" / "areas.geojson").read_text("utf-8"))
    found |= {item["properties"]["name"] for item in areas["features"]}
    for region in packs.regions():
        found |= {region.slug, region.name, region.short}
    for slug, report in load_reports(SHIPPED / "reports").usable.items():
        found |= {slug, report.title, report.publisher, *report.own_sources}
    listed = "|".join(map(re.escape, sorted(found, key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])")


def literals(text: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of each text of code and of each day's year; docstrings are no code."""
    tree = ast.parse(text)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("date", "datetime")):
            yield from ((node.lineno, ast.unparse(year)) for year in node.args[:1])


def named(text: str, known: re.Pattern[str]) -> str:
    """Return the name or the year in a text; "" when there is none."""
    found = known.search(text) or YEAR.search(text)
    return found[0] if found else ""


def test_code_names_nothing_that_a_pack_says() -> None:
    known, found, met = names(), [], set()
    for file in sorted(PACKAGE.rglob("*.py")):
        module = file.relative_to(PACKAGE).as_posix()
        excused = {pattern for pattern in CODE if fnmatch(module, pattern)}
        for line, text in literals(file.read_text("utf-8")):
            if name := named(text, known):
                met |= excused
                found += [] if excused else [f"{module}:{line}: {name}"]
    assert found == []
    assert set(CODE) - met == set(), "an exception that nothing needs"


def test_messages_name_nothing_that_a_pack_says() -> None:
    known, found, met = names(), [], set()
    for key, text in words._entries("en").items():
        excused = {pattern for pattern in MESSAGES if fnmatch(key, pattern)}
        said = re.sub(r"^#.*$", "", text, flags=re.MULTILINE).partition("=")[2]
        if name := named(said, known):
            met |= excused
            found += [] if excused else [f"{key}: {name}"]
    assert found == []
    assert set(MESSAGES) - met == set(), "an exception that nothing needs"


def test_a_name_in_code_is_noticed() -> None:
    known = names()
    assert named("the province Kirkuk", known) == "Kirkuk"
    assert named("is-there-a-return-of-isis-2018", known) == "is-there-a-return-of-isis-2018"
    assert named("the level of 2010–2011", known) == "2010"
    assert [text for _, text in literals("date(2018, 1, 1)")] == ["2018"]
    assert [text for _, text in literals('"""Kirkuk."""\nx = "Diyala"')] == ["Diyala"]
    assert named("#201800 and 1200.5", known) == ""
