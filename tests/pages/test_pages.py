"""Each page on the shipped data: what a person reads there."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html import escape, unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from corridor import packs
from corridor.cli import main
from corridor.filter import IncidentFilter
from corridor.settings import PROJECT
from corridor.ui.parts.method_text import TERMS
from tests.independent import NEAR, numbers, random_filters
from tests.pages.conftest import Open, components, html, plain

PAGES = ("overview", "timeline", "map", "findings", "incidents", "uploads", "method")
PERIOD = {"dates": ["2017-07-01", "2018-06-30"]}


def words(app: AppTest) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html(app)))


@pytest.mark.parametrize("name", PAGES)
def test_every_page_runs_and_names_its_sources(open_page: Open, name: str) -> None:
    app = open_page(name)
    assert not app.exception
    assert "UCDP Georeferenced Event Dataset" in words(app)
    assert html(app).count("<h1") == 1
    assert "**" not in html(app), "a sentence of ours lost its bold words: wrap it in parts.rich"
    every_chart_is_told_and_can_be_saved_with_its_sources(app)


def every_chart_is_told_and_can_be_saved_with_its_sources(app: AppTest) -> None:
    charts = [chart.proto for chart in app.get("plotly_chart")]
    assert [chart.key for chart in charts if not chart.alt] == []
    sheets = [told["frame"] for told in components(app) if "frame" in told]
    names = re.findall(r'data-cw-chart="([^"]+)"', html(app))
    assert len(names) == len(charts)
    assert [name for name in names if f"<!--{name} " not in " ".join(sheets)] == []
    assert [sheet for sheet in sheets if "Uppsala Conflict Data Program" not in sheet] == []


def test_the_folder_of_the_incidents_may_go_and_come_back(
    open_page: Open, data_folder: Path
) -> None:
    folder = data_folder / "incidents" / "store"
    assert not open_page("overview").exception
    folder.rename(data_folder / "away")
    for name in PAGES:
        app = open_page(name)
        assert not app.exception
        assert "The incidents cannot be read. This page comes back when they can be" in words(app)
        assert "(incidents/store in the data folder) is not there: put it back" in words(app)
        assert not folder.exists()
    (data_folder / "away").rename(folder)
    app.run()
    assert not app.exception
    assert "The incidents cannot be read" not in words(app)
    assert html(app).count("<h1") == 1


@pytest.mark.parametrize(
    "chosen", [*random_filters(30), *NEAR], ids=lambda chosen: chosen.describe()
)
def test_page_command_line_and_independent_numbers_agree(
    open_page: Open, data_folder: Path, capsys: pytest.CaptureFixture[str], chosen: IncidentFilter
) -> None:
    chosen = replace(
        chosen,
        date_from=chosen.date_from or date(1989, 1, 1),
        date_to=chosen.date_to or date(2018, 12, 31),
    )
    if chosen.date_from > chosen.date_to:
        chosen = replace(chosen, date_from=chosen.date_to, date_to=chosen.date_from)
    query: dict[str, list[str]] = {}
    for name, value in chosen.to_query():
        query.setdefault(name, []).append(value)
    app = open_page("overview", **query)
    assert not app.exception
    assert app.session_state["shown_filter"] == chosen
    said = unescape(re.sub(r"</?strong>", "", re.findall(r'cw-sentence">(.*?)</p>', html(app))[0]))
    capsys.readouterr()
    assert main(["--data", str(data_folder), "summary", "--json", *arguments(chosen)]) == 0
    told = json.loads(capsys.readouterr().out)
    # The day that the record ends on stands in the line above, as it is long ago.
    assert plain(told["text"]) == f"{said} · the data end on 25 Dec 2018"
    expected = numbers(chosen)
    assert (told["incidents"], told["unplaced"]) == (expected.incidents, expected.unplaced)
    assert told["fatalities"] == {
        "low": expected.low,
        "best": expected.best,
        "high": expected.high,
        "unknown": expected.unknown,
    }


def arguments(chosen: IncidentFilter) -> list[str]:
    found = [f"--from={chosen.date_from}", f"--to={chosen.date_to}"]
    for name, value in chosen.to_query():
        option = f"--{name.replace('_', '-')}"
        if name != "dates":
            found.append(option if name == "civilians" else f"{option}={value}")
    return found


def test_overview_answers_the_question_and_warns_of_the_source_mix(open_page: Open) -> None:
    said = words(open_page("overview"))
    assert re.search(
        r"Attacks by ISIS in the corridor were not clearly more than in 2010–2011: [\d.]+ times",
        said,
    )
    assert re.search(r"operations against it [\d.]+ times \(", said)
    assert re.search(r"Caution: \d+ of \d+ incidents rest on BBC Monitoring alone\.", said)
    assert re.search(r"BBC Monitoring’s share of the reports grew from \d+ % to \d+ %", said)
    assert "may come from better reporting" in said
    assert len(re.findall(r'class="cw-card cw-v-', html(open_page("overview")))) == 5


def test_overview_guards_small_numbers(open_page: Open) -> None:
    said = words(open_page("overview", dates=["2018-06-11", "2018-06-17"]))
    figures = re.findall(r"[▲▼] \d+[^A-Za-z]*", said)
    assert not any("%" in figure for figure in figures if int(re.findall(r"\d+", figure)[0]) < 3)


def test_findings_state_verdict_confidence_and_both_sides(open_page: Open) -> None:
    app = open_page("findings")
    said = words(app)
    assert "Of 5 conclusions, " in said
    assert "parts are tested. If none were true, chance alone would still call one" in said
    assert re.search(r"Corridor: [a-z ]+ in \d+ of 13 ways of counting", said)
    assert said.count("Confidence: low.") == 5
    labels = [option for control in app.get("button_group") for option in control.options]
    assert any(re.match(r"Contradicting \([1-9]", label) for label in map(str, labels))


def test_verdicts_do_not_move_with_the_filter_evidence_does(open_page: Open) -> None:
    narrow = words(open_page("findings", province=["Basra"]))
    counted = re.compile("Of 5 conclusions, [^.]*")
    assert counted.findall(narrow)[0] == counted.findall(words(open_page("findings")))[0]
    assert re.search(r"\b0 of \d+ match the filter", narrow)


def test_as_of_changes_the_verdicts(open_page: Open) -> None:
    said = words(open_page("findings", as_of=["2014-12-31"]))
    assert "as of 31 Dec 2014" in said
    counted = re.compile("Of 5 conclusions, [^.]*")
    assert counted.findall(said)[0] != counted.findall(words(open_page("findings")))[0]


def test_an_incident_opens_with_all_its_accounts(open_page: Open) -> None:
    said = words(
        open_page("incidents", incident=["UCDP:259081"], dates=["2018-06-01", "2018-06-30"])
    )
    assert "RAWABET:2018-06-17-injana" in said
    assert "3 other accounts" in said
    assert "Federal police uniforms" in said


def test_an_unknown_incident_is_said_to_be_unknown(open_page: Open) -> None:
    assert "no incident “UCDP:0”" in words(open_page("incidents", incident=["UCDP:0"]))


@pytest.mark.parametrize("name", ["overview", "timeline", "map", "incidents"])
def test_an_empty_result_says_why_and_offers_ways_out(open_page: Open, name: str) -> None:
    app = open_page(name, text=["no such text anywhere"])
    said = words(app)
    assert "No incident matches." in said
    assert "Reset the filter" in said
    assert not app.exception


def test_a_period_after_the_data_is_unknown_not_quiet(open_page: Open) -> None:
    said = words(open_page("incidents", dates=["2019-03-01", "2019-04-01"]))
    assert "The data end on 25 Dec 2018, before this period." in said
    assert "does not mean that nothing happened" in said
    assert "nearest matching incident" in said


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(
    "query",
    [
        {"province": ["Atlantis"], "dates": ["2018-06-30", "2018-01-01"]},
        {"dates": ["yesterday"], "as_of": ["soon"], "incident": ["<script>alert(1)</script>"]},
        {"text": ["'; DROP TABLE incidents; --"], "precision": ["perfect"]},
    ],
)
def test_nonsense_in_the_address_breaks_no_page(
    open_page: Open, name: str, query: dict[str, list[str]]
) -> None:
    app = open_page(name, **query)
    assert not app.exception
    assert "<script>" not in html(app)


def test_method_says_what_the_data_cannot_show(open_page: Open) -> None:
    said = words(open_page("method"))
    assert "at least one death" in said
    assert "Abductions" in said
    assert "COD-AB" in said


def test_all_pages_are_files_of_the_project() -> None:
    assert sorted(path.stem for path in (PROJECT / "pages").glob("*.py")) == sorted(PAGES)


@pytest.mark.parametrize("name", ["overview", "timeline"])
def test_the_legend_counts_the_period_as_the_sentence_does(open_page: Open, name: str) -> None:
    """The bars show thirty years; their legend has to add up to the incidents of the filter."""
    page = html(open_page(name, **PERIOD))
    legend = page[page.index("1 Jul 2017 – 30 Jun 2018:") :]
    counts = re.findall(r'cw-key-count">([\d,]+)<', legend[: legend.index("</ul>")])
    asked = IncidentFilter(
        provinces=packs.region().provinces, date_from=date(2017, 7, 1), date_to=date(2018, 6, 30)
    )
    *own, others = [int(count.replace(",", "")) for count in counts]
    expected = numbers(asked)
    assert (sum(own), others) == (expected.incidents, expected.beside)


def test_coverage_is_a_table_that_a_screen_reader_reads(open_page: Open) -> None:
    page = html(open_page("method"))
    heat = page[page.index('class="cw-heat"') :]
    heat = heat[: heat.index("</table>")]
    rows = re.findall(r'<th scope="row">([^<]+)</th>', heat)
    assert rows[:3] == ["Kirkuk", "Salah al-Din", "Diyala"]
    years = re.findall(r'<th scope="col">(\d{4})</th>', heat)
    assert (years[0], years[-1]) == ("1989", "2018")
    assert heat.count("<td") == len(rows) * len(years)
    told = sum(int(count.replace(",", "")) for count in re.findall(r"<td[^>]*>([\d,]+)<", heat))
    assert told == 7473


def test_a_narrow_filter_says_what_it_does_not_reach(open_page: Open) -> None:
    told = "The headline and the findings always cover the corridor and all Iraq."
    assert told not in words(open_page("overview", **PERIOD))
    said = words(open_page("overview", district=["Tuz Khurmatu"], **PERIOD))
    assert told in said
    assert "map and charts show Tuz Khurmatu." in said


def test_the_group_has_one_name_on_screen(open_page: Open) -> None:
    for name in ("overview", "incidents"):
        said = words(open_page(name, **PERIOD))
        assert "Government of Iraq, ISIS" in said
        assert not re.search(r"\bIS\b", said)


def test_every_technical_word_is_explained_where_it_stands_and_on_method(open_page: Open) -> None:
    method = words(open_page("method"))
    for word, meaning in TERMS.items():
        assert plain(word) in method
        assert unescape(plain(meaning)) in unescape(method)
    findings = html(open_page("findings", **PERIOD))
    for word in ("Range (90\u00a0%)", "Right from", "Wrong up to", "Partly supported", "Grade"):
        assert f'title="{escape(plain(TERMS[word]))}"' in findings


def test_headline_cards_and_figures_speak_of_the_end_of_the_period(open_page: Open) -> None:
    told = words(open_page("overview", dates=["2016-01-01", "2016-06-30"]))
    assert "as of 30 Jun 2016" in told
    assert told.count("At the report, 30 Jun 2018: ") == 5
    # Beyond the last covered day the screen speaks of that day.
    assert "as of 31 Dec 2018" in words(open_page("overview", dates=["2018-07-01", "2019-06-30"]))
    at_report = words(open_page("overview", dates=["2017-07-01", "2018-06-30"]))
    assert "as of 30 Jun 2018" in at_report
    assert "At the report" not in at_report


def test_a_pinned_day_stays_whatever_the_period_and_travels_in_links(open_page: Open) -> None:
    app = open_page("overview", dates=["2016-01-01", "2016-06-30"], as_of=["2018-06-30"])
    assert "as of 30 Jun 2018" in words(app)
    links = re.findall(r'href="((?:findings|incidents|uploads)\?[^"]*)"', html(app))
    assert links
    assert all("as_of=2018-06-30" in link for link in links)
    free = open_page("overview", dates=["2016-01-01", "2016-06-30"])
    assert "as_of=" not in html(free)


def test_the_day_of_the_report_is_one_click_away(open_page: Open) -> None:
    app = open_page("findings")
    assert "as of 31 Dec 2018" in words(app)
    app.button(key="cw-as-of").click().run()
    assert "as of 30 Jun 2018" in words(app)
    app.button(key="cw-as-of").click().run()
    assert "as of 31 Dec 2018" in words(app)


def test_every_page_says_first_how_old_the_record_is(open_page: Open) -> None:
    for page in ("overview", "method", "uploads"):
        told = html(open_page(page)).replace("\u00a0", " ")
        age = told.index("The record ends on 25 Dec 2018, 7 years 11 months ago.")
        assert age < told.index("cw-sentence"), page
