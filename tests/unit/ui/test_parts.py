"""The parts of a page: what they say, that they escape, and that all colours agree."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from corridor import packs, vocabulary
from corridor.filter import IncidentFilter, dimensions
from corridor.queries import Options
from corridor.settings import PROJECT
from corridor.ui import parts
from corridor.ui.frame import navigation, presets, state
from corridor.ui.frame.filter_line import filter_sentence
from corridor.ui.frame.masthead import STYLE
from corridor.ui.parts.text import slug
from corridor.words import say, speaking
from corridor.words.languages import LANGUAGES
from tests.unit.texts.test_count_phrases import summary

FONTS = PROJECT / "static" / "fonts"
EVIL = '<script>alert("x")</script>'


class Reader(HTMLParser):
    """Reads HTML as a person does: its text, and which tags were open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.styles: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.words.append(data.replace("\u00a0", " ").replace("\u2060", ""))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.styles += [value or "" for name, value in attrs if name == "style"]

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


@pytest.fixture(scope="module")
def config() -> dict[str, Any]:
    return tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text())


@pytest.fixture(scope="module")
def style() -> str:
    return STYLE.read_text()


@pytest.fixture
def options() -> Options:
    return Options(
        districts={"Kirkuk": ("Daquq", "Hawija"), "Diyala": ("Khanaqin",), "Anbar": ("Ramadi",)},
        event_types=("Battles",),
        actors=("IS",),
        sources=("UCDP",),
        series=("UCDP",),
        uploads=("without", "only"),
        first_day=date(1989, 1, 1),
        last_day=date(2018, 12, 31),
        series_first=date(1989, 1, 1),
        series_last=date(2018, 12, 31),
        data_end=date(2018, 12, 25),
    )


# The filter sentence


def test_the_sentence_escapes_the_viewers_words() -> None:
    chosen = IncidentFilter(text=EVIL)
    read = Reader(filter_sentence(chosen, summary(), date(2018, 12, 25)))
    assert "script" not in read.tags
    assert EVIL in read.text


# Numbers and words


def test_a_range_and_its_unit_stay_on_one_line() -> None:
    assert parts.esc("35–77\u00a0% of days") == "35–\u2060" + "77\u00a0% of days"
    assert parts.esc("in 2010–2011") == "in 2010–2011"


def test_a_range_is_whole_in_a_headline_and_in_what_stands_right_below() -> None:
    said = "in 2010–2011 (1.1–2.8), 1\u00a0Jan\u00a0–\u00a031\u00a0Dec"
    for shown in (
        parts.headline("", said),
        parts.so_what(said),
        parts.short_answers([("?", said)]),
    ):
        assert shown.count("–\u2060") == 3


@pytest.mark.parametrize(
    "text",
    [":material/delete:", ":streamlit:", ":smile: :+1: :-1:", ":red[x]", "a -> b", "a <- b <-> c",
     "a -- b", "a >= b <= c ~= d"],
)  # fmt: skip
def test_a_sign_in_a_label_is_no_picture(text: str) -> None:
    """Streamlit draws these when the backslashes have gone."""
    drawn = r":[\w+-]+(/\w+)?:|:\w+\[|-[->]|<[-=]|[>~]="
    assert re.search(drawn, text)
    shown = parts.plain(text).replace("\\", "")
    assert not re.search(drawn, shown)
    assert shown.replace("\u2060", "") == text


@pytest.mark.parametrize(
    "text", ["http://a.example", "HTTPS://A.example", "www.a.example", "a@b.example", "xmpp:a@b.c"]
)
def test_an_address_in_a_label_is_no_link(text: str) -> None:
    """What Streamlit's Markdown looks for is broken by a mark without width (seen in Chromium)."""
    shown = parts.plain(text).replace("\\", "")
    links = r"https?://[-.\w]|www\.[-.\w]|[-.\w+]+@[-\w]"
    assert re.search(links, text, re.IGNORECASE)
    assert not re.search(links, shown, re.IGNORECASE)
    assert shown.replace("\u2060", "") == text


def test_stars_in_a_text_stay_unless_it_says_that_it_is_rich() -> None:
    for drawn in (
        parts.paragraph("**x**"), parts.notice("**x**", ["**y**"]), parts.section("a", "**x**"),
        parts.empty_state("**x**", "**y**"), parts.headline("a", "b", "**x**"),
    ):  # fmt: skip
        assert "**x**" in drawn
        assert "<strong>" not in drawn
    assert "<strong>x</strong>" in parts.paragraph(parts.rich("**x**"))


def test_only_stars_become_bold() -> None:
    assert parts.rich("**8.1** <b>a month</b>") == (
        "<strong>8.1</strong> &lt;b&gt;a month&lt;/b&gt;"
    )


@pytest.mark.parametrize(
    "html",
    [
        parts.headline(EVIL, EVIL, EVIL),
        parts.section(EVIL, EVIL, EVIL),
        parts.key_figures([parts.KeyFigure(EVIL, EVIL, EVIL, EVIL, EVIL)], EVIL),
        parts.notice(EVIL, [EVIL]),
        parts.empty_state(EVIL, EVIL, [(EVIL, EVIL)], EVIL),
        parts.footer([EVIL], [EVIL]),
        parts.legend([parts.LegendItem(EVIL, EVIL, EVIL, EVIL)], EVIL),
        parts.table([parts.TableColumn(EVIL)], [[EVIL]], EVIL, EVIL),
        parts.event_type(EVIL),
        parts.finding_cards(
            [
                parts.FindingCard(
                    1, EVIL, EVIL, EVIL, EVIL, EVIL, EVIL, EVIL,
                    parts.IntervalBar(1, 0, 1, (0, 1), (parts.Threshold(0.5, EVIL),), None, EVIL),
                    EVIL,
                )
            ]
        ),
    ],
)  # fmt: skip
def test_every_part_escapes_what_it_is_given(html: str) -> None:
    read = Reader(html)
    assert "script" not in read.tags
    assert 'alert("x")' in read.text


# Cards


def card(**changed: Any) -> parts.FindingCard:
    values: dict[str, Any] = {
        "number": 3,
        "title": "Cells act daily",
        "verdict": "not supported",
        "figure": "12 %",
        "label": "of days (9–16 %)",
        "reason": "42 of 365 days.",
        "confidence": "Confidence: moderate",
        "year_before": "A year before: 9 %",
        "by_part": "Kirkuk: not supported · Samarra: undecided",
        "bar": parts.IntervalBar(0.12, 0.09, 0.16, (0, 1), (parts.Threshold(0.5, "half"),)),
        "href": "findings?finding=3",
    }
    return parts.FindingCard(**{**values, **changed})


def test_a_card_says_verdict_parts_figure_reason_and_confidence() -> None:
    read = Reader(parts.finding_cards([card()]))
    for words in (
        "3 Cells act daily", "Not supported", "Samarra: undecided", "12 %", "42 of 365 days.",
        "A year before: 9 %",
    ):  # fmt: skip
        assert words in read.text
    assert "a" in read.tags


@pytest.mark.parametrize("verdict", vocabulary.VERDICTS)
def test_a_verdict_always_stands_with_its_word(verdict: str, style: str) -> None:
    badge = parts.verdict_badge(verdict)
    assert Reader(badge).text == verdict.capitalize()
    assert f".cw-v-{slug(verdict)} " in style
    assert f"cw-v-{slug(verdict)}" in badge


@pytest.mark.parametrize("code", LANGUAGES)
def test_technical_words_are_explained_in_every_language(code: str) -> None:
    with speaking(code):
        badges = [parts.verdict_badge(verdict) for verdict in vocabulary.VERDICTS]
        heads = parts.table([parts.TableColumn(say("heading-killed"))], [])
    assert all(' title="' in shown for shown in [*badges, heads])


def test_ways_of_counting_share_a_scale_and_the_own_one_is_drawn_last() -> None:
    dots = [
        parts.Dot(1.0, "supported", EVIL, is_own=True),
        parts.Dot(3.0, "not supported", "against another year: 3.00×, not supported"),
    ]
    html = parts.dots_bar((0.0, 4.0), [parts.Threshold(2.0, "right")], dots, "in 1 of 2 ways")
    read = Reader(html)
    assert read.styles == ["left:50.0%", "left:75.0%", "left:25.0%"]
    assert html.count("cw-own") == 1
    assert html.index("cw-own") > html.index("cw-v-not-supported")
    assert 'aria-label="in 1 of 2 ways"' in html
    assert "against another year: 3.00×, not supported" in html
    assert EVIL not in html


def test_an_interval_bar_puts_value_interval_and_threshold_where_they_belong() -> None:
    bar = parts.IntervalBar(1.5, 1.0, 2.0, (0, 4), (parts.Threshold(3.8, "ceiling"),), (0.8, 1.2))
    html = parts.interval_bar(bar)
    assert Reader(html).styles == [
        "left:20.0%;width:10.00%",
        "left:25.0%;width:25.00%",
        "left:95.0%",
        "left:37.5%",
    ]
    assert "cw-at-end" in html


def test_a_value_off_the_scale_is_drawn_at_its_end() -> None:
    html = parts.interval_bar(parts.IntervalBar(9, -1, 12, (0, 4)))
    assert Reader(html).styles == ["left:0.0%;width:100.00%", "left:100.0%"]


def test_a_bar_without_a_value_draws_no_dot() -> None:
    html = parts.interval_bar(parts.IntervalBar(None, None, None))
    assert "cw-bar-dot" not in html
    assert "cw-bar-interval" not in html


# Tables, links, legends


def test_a_table_has_headings_a_caption_and_right_set_numbers() -> None:
    html = parts.table(
        [parts.TableColumn("District"), parts.TableColumn("Change", numeric=True, phone=False)],
        [["Hawija", "+13"]],
        "Change by district",
        "* Fewer than 5.",
    )
    read = Reader(html)
    assert read.tags.count("th") == 2
    assert "Change by district" in read.text
    assert '<td class="cw-num cw-wide">+13</td>' in html


def test_a_row_that_does_not_fit_its_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        parts.table([parts.TableColumn("One")], [["1", "2"]])


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example/x", "/\\evil.example",
     "\\\\evil.example\\x", "uploads", "?text=x", "", "ftp://x", " https://x",
     "HTTPS:evil.example"],
)  # fmt: skip
def test_what_is_no_address_of_the_web_stays_text(address: str) -> None:
    """Also what a browser would read as another site, or as a page of ours."""
    assert parts.source_link("source", address) == "source"


def test_a_link_to_the_web_opens_apart_and_one_of_ours_does_not() -> None:
    told = parts.source_link("source", "https://example.org/?a=1&b=2")
    assert 'target="_blank" rel="noopener' in told
    assert 'target="_self"' in parts.link("all", "incidents?text=a:b")


def test_a_legend_counts_and_colours() -> None:
    html = parts.legend_list([parts.LegendItem("Armed clash", kind="Battles", count="76")], "What")
    assert Reader(html).text == "What Armed clash 76"
    assert "cw-t-battles" in html


# Addresses and periods


def test_a_link_between_pages_restores_the_filter_and_carries_both_dates() -> None:
    chosen = IncidentFilter(
        provinces=("Kirkuk",), date_from=date(2018, 1, 1), date_to=date(2018, 6, 30)
    )
    assert navigation.href("map", chosen, [("as_of", "2018-06-30")]) == (
        "map?province=Kirkuk&dates=2018-01-01&dates=2018-06-30&as_of=2018-06-30"
    )
    assert navigation.href("overview", chosen).startswith("./?province=Kirkuk")


def test_the_presets_are_the_named_periods(options: Options) -> None:
    known = presets.presets(options, packs.region(), date(2018, 6, 30), date(2018, 6, 17))
    periods = {presets.label(packs.region(), item.name): item.period for item in known}
    assert periods == {
        "Last 12 months of data": (date(2018, 1, 1), date(2018, 12, 31)),
        "12 months before the report": (date(2017, 7, 1), date(2018, 6, 30)),
        "The report’s week": (date(2018, 6, 11), date(2018, 6, 17)),
        "Since January 2018": (date(2018, 1, 1), date(2018, 12, 31)),
        "2010–2011": (date(2010, 1, 1), date(2011, 12, 31)),
        "All dates": (date(1989, 1, 1), date(2018, 12, 31)),
    }
    assert presets.name_of((date(2010, 1, 1), date(2011, 12, 31)), known) == "baseline"
    assert presets.name_of((date(2010, 1, 1), date(2011, 12, 30)), known) == presets.CHOSEN


def test_districts_follow_the_chosen_provinces(options: Options) -> None:
    rows = {row.key: row for row in dimensions()}
    some = options.offered(rows["district"], ("Kirkuk", "Diyala"))
    assert some == ("Daquq", "Hawija", "Khanaqin")
    assert "Ramadi" in options.offered(rows["district"])
    assert options.offered(rows["province"])[:2] == ("All Iraq", "Kirkuk")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"province": ["Atlantis"]}, "province “Atlantis” is not known and was left out"),
        ({"province": ["Anbar"], "district": ["Hawija"]}, "district “Hawija” is not known"),
        ({"dates": ["2018-06-30", "2018-01-01"]}, "run backwards"),
        ({"dates": ["1066-10-14", "2018-01-01"]}, "dates must lie between 1\u00a0Jan\u00a01980"),
        ({"dates": ["yesterday", "2018-01-01"]}, "date “yesterday” is not a date"),
        ({"event_type": ["Picnic"]}, "event_type “Picnic” is not known"),
        ({"actor": ["Nobody at all"]}, "actor “Nobody at all” is not known"),
        ({"as_of": ["soon"]}, "as_of “soon” is not a date"),
        ({"rule": ["farrington"]}, "no rule is called “farrington”"),
    ],
)
def test_what_cannot_be_met_is_named(
    asked: dict[str, list[str]], told: str, options: Options
) -> None:
    problems = state.address_problems(asked, options)
    assert len(problems) == 1
    assert told in problems[0]


def test_an_address_that_can_be_met_is_not_complained_about(options: Options) -> None:
    asked = {
        "province": ["All Iraq"],
        "district": ["Ramadi"],
        "dates": ["2018-01-01", "2018-06-30"],
        "precision": ["near"],
        "civilians": ["true"],
        "text": ["any word"],
        "event_type": [],
        "as_of": ["2018-06-30"],
        "rule": ["ears-c3"],
    }
    assert state.address_problems(asked, options) == []


# Colours and fonts


def tokens(style: str) -> dict[str, tuple[str, str]]:
    found = re.findall(r"--cw-([a-z0-9-]+): light-dark\((#\w{6}), (#\w{6})\)", style)
    return {name: (light, dark) for name, light, dark in found}


def test_the_style_sheet_has_the_colours_of_the_vocabulary(style: str) -> None:
    expected = {
        **{name: vocabulary.COLOURS[name] for name in (
            "bg", "card", "ink", "ink2", "ink3", "line", "accent", "report")},
        **{slug(name): pair for name, pair in vocabulary.EVENT_TYPE_COLOURS.items()},
        **{slug(name): pair for name, pair in vocabulary.VERDICT_COLOURS.items()},
    }  # fmt: skip
    assert tokens(style) == expected


def test_no_colour_is_written_outside_the_tokens(style: str) -> None:
    rules = style.split("\n}", 1)[1]
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b", rules) == []


@pytest.mark.parametrize(("theme", "which"), [("light", 0), ("dark", 1)])
def test_the_theme_has_the_colours_of_the_vocabulary(
    theme: str, which: int, config: dict[str, Any]
) -> None:
    chosen = config["theme"][theme]
    meant = {
        "primaryColor": "accent",
        "linkColor": "accent",
        "backgroundColor": "bg",
        "secondaryBackgroundColor": "card",
        "textColor": "ink",
        "borderColor": "line",
        "dataframeBorderColor": "line",
        "dataframeHeaderBackgroundColor": "bg",
        "dataframeHeaderTextColor": "ink2",
        "codeTextColor": "ink2",
        "codeBackgroundColor": "card",
    }
    expected = {key: vocabulary.COLOURS[name][which] for key, name in meant.items()}
    categories = [pair[which] for pair in vocabulary.EVENT_TYPE_COLOURS.values()]
    assert chosen == {**expected, "chartCategoricalColors": categories}


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("ground", ["bg", "card"])
def test_words_can_be_read_on_their_ground(which: int, ground: str) -> None:
    inks = [vocabulary.COLOURS[name] for name in ("ink", "ink2", "ink3", "accent")]
    for pair in [*inks, *vocabulary.VERDICT_COLOURS.values()]:
        assert contrast(pair[which], vocabulary.COLOURS[ground][which]) >= 4.5, pair


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio."""
    darker, lighter = sorted(luminance(colour) for colour in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    values = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_fonts_are_shipped_small_and_with_their_licence(config: dict[str, Any]) -> None:
    faces = config["theme"]["fontFaces"]
    files = {PROJECT / "static" / Path(face["url"]).relative_to("app/static") for face in faces}
    assert files == set(FONTS.glob("*.woff2"))
    assert sum(file.stat().st_size for file in files) <= 400_000
    assert all(file.read_bytes()[:4] == b"wOF2" for file in files)
    assert all("Open Font License" in file.read_text() for file in FONTS.glob("OFL-*.txt"))
    assert len(list(FONTS.glob("OFL-*.txt"))) == 3
    assert {face["family"] for face in faces} == {
        "IBM Plex Sans", "IBM Plex Sans Arabic", "Source Serif Four"}  # fmt: skip


def test_the_server_is_told_to_call_nobody(config: dict[str, Any]) -> None:
    assert config["browser"] == {"gatherUsageStats": False, "serverAddress": "localhost"}
    assert config["client"]["showErrorDetails"] == "none"
    assert config["client"]["toolbarMode"] == "minimal"
    assert config["server"]["maxUploadSize"] == 500
    assert not re.search(r"https?://", (PROJECT / ".streamlit" / "config.toml").read_text())
    assert not re.search(r"url\(|@import", STYLE.read_text())


def test_a_pair_of_accounts_escapes_what_a_file_holds() -> None:
    sides = (parts.PairSide(EVIL, EVIL), parts.PairSide(EVIL, EVIL))
    fact = parts.Fact("Description", EVIL, EVIL, EVIL, differs=True)
    read = Reader(parts.pair_card(*sides, [fact], EVIL))
    assert "script" not in read.tags
    assert read.text.count(EVIL) == 8


def test_every_link_carries_filter_and_as_of_but_nothing_that_is_at_its_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session: dict[str, object] = {
        "as_of": date(2018, 3, 31),
        "usual_query": {
            "province": list(packs.region().provinces),
            "dates": ["2018-01-01", "2018-12-31"],
            "as_of": ["2018-06-30"],
        },
    }
    monkeypatch.setattr("streamlit.session_state", session)
    usual = IncidentFilter(date_from=date(2018, 1, 1), date_to=date(2018, 12, 31))
    assert navigation.href("incidents", usual) == "incidents?as_of=2018-03-31"
    narrow = replace(usual, provinces=("Kirkuk",), text="a&b=c#d")
    found = navigation.href("map", narrow, [("incident", "UP:1&x=/?#")])
    assert parse_qs(found.partition("?")[2]) == {
        "province": ["Kirkuk"],
        "text": ["a&b=c#d"],
        "as_of": ["2018-03-31"],
        "incident": ["UP:1&x=/?#"],
    }
    session["as_of"] = date(2018, 6, 30)
    assert navigation.href("incidents", usual) == "incidents"
    # A link to keep says all: defaults move with the data.
    assert parse_qs(navigation.query(usual))["dates"] == ["2018-01-01", "2018-12-31"]
    assert parse_qs(navigation.query(usual))["as_of"] == ["2018-06-30"]
