"""Texts made to do harm, on every page and in every address: shown as text, or not at all."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Node

from corridor import schema, settings
from corridor.filter import URL_KEYS
from corridor.ingest.review.confirm import Choices, confirm
from corridor.ingest.review.upload import check
from corridor.store import open_store
from corridor.ui.frame import masthead
from tests.hostile import ALL, KINDS, MARKDOWN, MARKUP, rows, table_of
from tests.pages.conftest import Open, html
from tests.pages.panels.test_uploads import hand_in
from tests.pages.test_pages import PAGES
from tests.store.ingest.review.test_matching import FAMILY

JUNE = {"dates": ["2018-06-01", "2018-06-30"], "province": ["All Iraq"]}
# What our own HTML is made of.
TAGS = re.compile(
    r"a|abbr|br?|caption|circle|code|col(group)?|d[dlt]|details|div|em|figcaption|figure|footer|g|"
    r"h[123r]|header|i|li|line|main|nav|ol|p|path|polygon|pre|rect|section|small|span|strong|style|"
    r"summary|sup|svg|table|tbody|t[dhr]|text|thead|time|title|u|ul|article"
)
# Where a link inside the product leads: a page of ours, with a query, or a place on this page.
OURS = re.compile(r"(\./|[a-z]+)?(\?[^\\]*)?(#[\w-]+)?")
# Elements that read Markdown in what they say, and those that show plain text or data.
PLAIN = {
    "html",
    "arrow_data_frame",
    "dataframe",
    "bidi_component",
    "plotly_chart",
    "code",
    "text",
}
RUN_BY_MARKDOWN = re.compile(r"(?<!\\)(!\[|\]\(|\$.*\$|`|:\w+\[|:material/|<\w)|://\w|www\.\w")
DRAWN = "data:image/svg+xml;base64,"
OUR_WORDS = {column.meaning for column in schema.RECORDS}
IMAGE = "![x](http://evil.example/p.png)"
NAME = "\x1b]0;x\x07<img src=x onerror=owned()>![x](http://evil.example/p.png).csv"
AUTHOR = "**x** ![x](http://evil.example/p.png) <img src=x onerror=owned()> $x$"


@pytest.fixture(scope="module", autouse=True)
def hostile(data_folder: Path) -> None:
    """The shipped store, with a row for every text."""
    ours = settings.load(data_folder)
    store = open_store(ours)
    found = check(store, ours, table_of(rows()), NAME)
    assert confirm(store, found, AUTHOR, Choices(only_good=True))


class Markup(HTMLParser):
    """Notes what could run or fetch in a piece of HTML."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        drawn = given.get("src", "")
        if tag == "img" and drawn.startswith(DRAWN):  # a picture of ours, for paper
            picture = base64.b64decode(given.pop("src").removeprefix(DRAWN)).decode()
            self.found += Markup(picture).found
            tag = "svg"
        if not TAGS.fullmatch(tag):
            self.found.append(f"<{tag}>")
        self.found += [f"{name}={value}" for name, value in given.items() if _acts(name, value)]
        href = given.get("href", "")
        is_source = href.startswith(("http://", "https://"))
        if not (given.get("rel") == "noopener noreferrer" if is_source else OURS.fullmatch(href)):
            self.found.append(f"href={href}")


def _acts(name: str, value: str) -> bool:
    if name.startswith("data-cw-"):  # noted for our own script, which compares it and no more
        return False
    is_action = name.startswith("on") or name in ("src", "srcset", "srcdoc", "action", "formaction")
    return is_action or (name == "style" and "url(" in value) or "javascript:" in value[:20].lower()


def elements(node: Node) -> Iterator[Any]:
    if isinstance(node, Block):
        for child in node.children.values():
            yield from elements(child)
    else:
        yield node


def spoken(app: AppTest) -> list[str]:
    """Give what the elements say that read Markdown: labels, help, options of buttons."""
    said = []
    for element in elements(app._tree):
        proto = getattr(element, "proto", None)
        if proto is None or element.type in PLAIN:
            continue
        said += [str(getattr(proto, name, "")) for name in ("label", "help", "body", "caption")]
        if element.type == "button_group":
            said += [option.content for option in proto.options]
        if element.type == "radio":
            said += list(proto.options)
    return [text for text in said if text]


def assert_harmless(app: AppTest, name: str) -> None:
    assert not app.exception, (name, app.exception)
    ours = html(app).replace(masthead.SCRIPT, "", 1)  # the one script of the product's own
    assert Markup(ours).found == [], name
    said = spoken(app) if name != "method" else []  # its codebook is Markdown of our own
    strange = [text for text in said if text not in OUR_WORDS]
    assert [text for text in strange if RUN_BY_MARKDOWN.search(text)] == [], name


def test_the_tests_see_what_would_run() -> None:
    assert all(Markup(text).found for text in MARKUP[:5])
    assert sum(bool(RUN_BY_MARKDOWN.search(text)) for text in MARKDOWN) > 15


@pytest.mark.parametrize("name", PAGES)
def test_rows_are_text_on_every_page(open_page: Open, name: str) -> None:
    app = open_page(name, **JUNE)
    assert_harmless(app, name)


@pytest.mark.parametrize("name", PAGES)
def test_an_address_is_text_on_every_page(open_page: Open, name: str) -> None:
    asked = {key: list(ALL) for key in (*URL_KEYS, "as_of")}
    asked |= {"text": [MARKUP[2]], "incident": [MARKUP[2]], "finding": list(ALL)}
    asked |= {"sel": ["~".join(f"{kind}:{text}" for kind in ("mark", "area") for text in ALL)]}
    app = open_page(name, **asked)
    assert_harmless(app, name)


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_asked_for_is_text_where_it_is_told(open_page: Open, kind: str) -> None:
    for text in (KINDS[kind][0], KINDS[kind][-1]):
        app = open_page("incidents", **JUNE, text=[text], incident=[text])
        assert_harmless(app, "incidents")


@pytest.mark.parametrize(
    "text", ["@@=(", "{{7*7}}", "<script>owned()</script>", "[x](javascript:owned())"]
)
@pytest.mark.parametrize("name", ["incidents", "map"])
def test_an_incident_by_such_an_id_opens(open_page: Open, name: str, text: str) -> None:
    app = open_page(name, **JUNE, incident=[text])
    assert_harmless(app, name)
    assert "cw-detail" in html(app)


def test_a_file_under_check_is_text(open_page: Open) -> None:
    wrong = [row | {"event_date": row["notes"], "event_type": row["notes"]} for row in rows()[::9]]
    near = [
        row | {"incident_id": f"NEAR:{at}", "source": "NEAR"} for at, row in enumerate(rows()[::9])
    ]
    app = hand_in(open_page("uploads"), NAME, table_of([*near, *wrong]))
    assert_harmless(app, "uploads")
    said = html(app)
    assert "onerror=owned()&gt;" in said
    assert "@@=(" in said


def test_a_table_to_be_mapped_is_text(open_page: Open) -> None:
    """Its columns, its cells, and the words whose meaning is asked in labels."""
    names = dict.fromkeys((*MARKUP[:10], *MARKDOWN[:10]), "2018-06-17")
    told = (*MARKDOWN, *MARKUP)
    table = [
        names | {"Ref": str(at), "Date of attack": "2018-06-05", "Kind of incident": text}
        for at, text in enumerate(told)
    ]
    app = hand_in(open_page("uploads"), NAME, table_of(table))
    assert_harmless(app, "uploads")
    assert len([item for item in app.selectbox if "evil" in item.label]) > 5


def test_the_questions_about_a_row_are_text(open_page: Open) -> None:
    """A probable pair and the coverage of a source name both in labels."""
    row = FAMILY | {"incident_id": IMAGE, "source": IMAGE}
    app = hand_in(open_page("uploads"), "pair.csv", table_of([row]))
    assert_harmless(app, "uploads")
    asked = [item for item in spoken(app) if "evil" in item]
    assert any("What to do with" in text for text in asked)
    assert any("covers from" in text for text in asked)


def test_a_list_to_hide_is_text(open_page: Open) -> None:
    table = table_of([{"incident_id": text, "reason": text} for text in ALL if "\x00" not in text])
    app = hand_in(open_page("uploads"), NAME, table)
    assert_harmless(app, "uploads")
