"""What a panel of a page says is what its command prints."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from corridor import packs
from corridor.answers import RULES, VIEWS, LegendCounts, time_view
from corridor.charts.cells import FADED
from corridor.cli import main
from corridor.exchange.counts import view_csv
from corridor.filter import IncidentFilter
from corridor.texts.places_text import drawn_sentence, not_drawn_sentence
from corridor.ui.frame.cached import store
from corridor.words import numbers as fmt
from corridor.words import say, terms
from tests.pages.conftest import Open, components, decks, html, plain
from tests.pages.test_pages import words

YEAR = {"dates": ["2017-07-01", "2018-06-30"]}
TAGS = re.compile(r"<[^>]+>")
FLAGS = ("--from", "2017-07-01", "--to", "2018-06-30")


@pytest.fixture
def asked(data_folder: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def ask(*arguments: str) -> Any:
        capsys.readouterr()
        assert main(["--data", str(data_folder), "--json", *arguments]) == 0
        return json.loads(capsys.readouterr().out)

    return ask


def test_roads(open_page: Open, asked: Any) -> None:
    found = asked("roads", *FLAGS, "--compare", "year-before")
    page = open_page("map", **YEAR, compare=["year-before"])
    heads = [plain(TAGS.sub("", head)) for head in re.findall(r'"cw-road">(.*?)</p>', html(page))]
    assert len(heads) == len(found["roads"]) > 4
    for head, road in zip(heads, found["roads"], strict=True):
        assert head.startswith(f"{road['road']} {road['incidents']} incident")
        assert f"{road['killed']} killed" in head
        assert f"place to the 10 km unsure for {road['inexact']}" in head
        assert head.endswith(f"{road['before']} before")
    listed = [row for row in found["stretches"] if row["incidents"] or row["before"]]
    links = re.findall(r'href="([^"]*sel=road[^"]*)"', html(page))
    assert len(links) == len(listed)
    assert f"{found['unplaced']} incidents are placed too vaguely for any road." in words(page)
    busy = max(found["stretches"], key=lambda row: row["incidents"] or 0)
    slug = next(road["slug"] for road in found["roads"] if road["road"] == busy["road"])
    term = f"road:{slug}/{busy['from_km']}-{busy['from_km'] + 10}"
    picked = words(open_page("map", **YEAR, sel=[term]))
    assert f"Selected: {busy['incidents']} of " in picked
    assert f"· {busy['incidents']} selected ·" in picked
    alone = asked("roads", *FLAGS, "--along", "kerkuk bagdad:10:0-90")
    told = words(open_page("map", **YEAR, along=["kerkuk bagdad:10:0-90"]))
    assert [road["slug"] for road in alone["roads"]] == ["kirkuk-baghdad"]
    assert alone["km"] == 10
    assert f"Kirkuk–Baghdad road {alone['roads'][0]['incidents']} incidents" in told


@pytest.mark.parametrize("as_of", ["2018-06-30", "2016-01-31"])
def test_headline(open_page: Open, asked: Any, as_of: str) -> None:
    found = asked("headline", "--as-of", as_of)
    page = open_page("overview", as_of=[as_of])
    said = words(page)
    assert re.findall(r"<h1>(.*?)</h1>", html(page)) == [plain(found["text"])]
    of_report = asked("incident", found["incident"]["incident_id"])["accounts"]
    own = next(it for it in of_report if it["incident_id"] == found["incident"]["incident_id"])
    assert found["incident"]["day"] == own["event_date"][:10]
    assert (found["incident"]["latitude"], found["incident"]["longitude"]) == (
        own["latitude"],
        own["longitude"],
    )
    assert [rate["part"] for rate in found["rates"]] == ["corridor", "iraq"]
    for rate in found["rates"]:
        for figure in (rate, rate["beside"]):
            low, high = (f"{figure[end]:.1f}" for end in ("low", "high"))
            figures = rf"{figure['numerator']} {figure['subject']}, {figure['value']:.1f} times"
            assert re.search(figures + rf" \({low}–\u2060?{high}\)", said)
    assert ("Caution:" in said) == bool(found["source_mix"])
    tested = asked("findings", "--as-of", as_of)
    assert found["verdicts"] == dict(Counter(item["verdict"] for item in tested))
    told = words(open_page("findings", as_of=[as_of]))
    assert f"Of {len(tested)} conclusions, " in told
    assert all(f"{count} " in told for count in found["verdicts"].values())


def test_the_first_questions_are_answered_in_a_line_each(open_page: Open, asked: Any) -> None:
    told = dict(
        re.findall(r"<dt>([^<]+\?)</dt><dd>(.*?)</dd>", html(open_page("overview", **YEAR)))
    )
    assert list(told) == ["Worse?", "Where?", "Lately?", "How sure?"]
    found = asked("key-figures", *FLAGS)
    for name in ("incidents", "killed"):
        now, before = f"{found['now'][name]:,}", f"{found['compared_with'][name]:,}"
        assert re.search(rf"{name}:</strong> {now}, (up|down) from {before}", told["Worse?"])
    now, before, _ = found["acts"]["attacks"]
    assert f"(attacks by ISIS {now}, up from {before})" in told["Worse?"]
    days = ("--from", "2018-03-31", "--to", "2018-06-30")
    late = asked("key-figures", *days)
    assert f"incidents:</strong> {late['now']['incidents']}, " in told["Lately?"]
    assert "31 Mar – 30 Jun 2018, compared with 29 Dec 2017 – 30 Mar 2018." in told["Lately?"]
    stands_out = [each["place"] for each in asked("surges", *FLAGS)["places"]
                  if each["is_elevated"]]  # fmt: skip
    assert re.findall(r"Highest month in 12, June 2018: (.*?) \(", told["Lately?"]) == stands_out
    assert told["How sure?"].startswith("<strong>Confidence low:</strong> ")
    assert ("Caution:" in told["How sure?"]) == bool(asked("headline")["source_mix"])


def test_what_stands_out_by_the_chosen_rule_and_what_may_come(open_page: Open, asked: Any) -> None:
    page = open_page("timeline", **YEAR, rule=["ears-c3"])
    told = questions(page)
    for each in asked("surges", *FLAGS, "--rule", "ears-c3")["places"]:
        so_far = f"false alarms so far: {each['false_before']} of {each['alarms_before']})"
        assert (so_far in told["What stands out?"]) == each["is_elevated"]
    assert told["What stands out?"].startswith("Well above the months before (EARS C3), June 2018")
    tells = [
        f"{each['place'] or 'all together'} ({each['right']} of {each['alarms']} right)"
        for each in asked("backtest", *FLAGS, "--rule", "ears-c3")["places"]
        if each["is_better"]
    ]
    better = f"than any month does for {fmt.sentence_list(tells)}."
    assert told["Does this rule tell anything?"].endswith(better)
    ahead = asked("next-month", *FLAGS)["places"]
    for each in ahead:
        ranged = f"{each['place'] or 'all together'} {each['low']}–{each['high']} "
        assert f"{ranged}({each['incidents']} came)" in told["How many next month?"]
    where = asked("where-next", *FLAGS)
    assert all(f"{each['admin2']} {each['incidents']}" in told["Where next?"]
               for each in where["districts"])  # fmt: skip
    assert f"held {100 * where['record']['held']:.0f} % of" in told["Where next?"]
    page.selectbox(key="rule_here").select("thirty-days").run()
    assert page.query_params["rule"] in ("thirty-days", ["thirty-days"])
    assert questions(page)["What stands out?"].startswith("Highest 30 days in a year, ")
    page.selectbox(key="rule_here").select("highest").run()
    assert "rule" not in page.query_params


def questions(page: AppTest) -> dict[str, str]:
    found = re.findall(r"<dt>([^<]+\?)</dt><dd>(.*?)</dd>", html(page))
    return {asked: told.replace("\u2060", "") for asked, told in found}


def test_back_tests_stand_on_method_when_they_are_opened(open_page: Open, asked: Any) -> None:
    page = open_page("method", **YEAR)
    assert "How often each rule’s alarms" not in html(page)
    page.session_state["back_tests"] = True
    tables = html(page.run()).split("<table")
    rules, ranges, years = (
        [row_cells(row) for row in next(part for part in tables if name in part).split("<tr")[2:]]
        for name in ("How often each rule", "How good the ranges", "The same by year</caption>")
    )
    alarms = [
        [str(each[name]) for name in ("months", "alarms", "false")]
        for rule in RULES
        for each in asked("backtest", *FLAGS, "--rule", rule)["places"]
    ]
    assert [row[2:5] for row in rules] == alarms
    assert [row[0] for row in rules if row[0]] == [say(f"surges-rule-{rule}") for rule in RULES]
    found = asked("next-month", *FLAGS)["places"]
    misses = [[fmt.number(miss, 2) for miss in each["scores"]["misses"].values()] for each in found]
    assert [row[3:] for row in ranges] == misses
    assert len(years) == sum(len(each["by_year"]) for each in found if not each["why_not"])
    assert f"{asked('where-next', *FLAGS)['record']['months']} months since" in words(page)


def test_key_figures(open_page: Open, asked: Any) -> None:
    found = asked("key-figures", *FLAGS)
    shown = re.findall(r'class="cw-figure".*?</(?:div|li)>', html(open_page("overview", **YEAR)))
    numbers = [int(re.findall(r">([\d,]+)<", each)[0].replace(",", "")) for each in shown]
    names = ("incidents", "battles", "against_civilians", "killed", "civilians_killed")
    assert numbers == [found["now"][name] for name in names]
    assert found["windows"]["now"] == ["2017-07-01", "2018-06-30"]
    said = words(open_page("overview", **YEAR))
    assert f"{found['acts']['attacks'][0]} attacks by ISIS" in said
    assert f"{found['acts']['operations'][0]} operations against ISIS" in said
    before = found["compared_with"]["incidents"]
    assert f"{abs(found['now']['incidents'] - before)} (" in words(open_page("overview", **YEAR))


OLD = "2010–2011"


def test_what_is_compared_is_the_same_everywhere(open_page: Open, asked: Any) -> None:
    flags = (*FLAGS, "--compare", OLD)
    page = open_page("overview", **YEAR, compare=[OLD])
    said = words(page)
    assert f"compared with {OLD}" in said
    assert page.session_state["shown_filter"].compare == "2010-01-01/2011-12-31"
    figures = asked("key-figures", *flags)
    assert figures["windows"]["compared_with"]["days"] == 730
    now, then = figures["a_month"]["incidents"]
    assert now == pytest.approx(figures["now"]["incidents"] / 365 * 365.25 / 12)
    assert then == pytest.approx(figures["compared_with"]["incidents"] / 730 * 365.25 / 12)
    assert f"{abs(now - then):.1f} (" in said
    assert f"average month against {OLD}" in said
    assert_changes(html(page), asked("changes", *flags)["places"], 5)
    assert asked("levels", *flags)["baseline"] == ["2010-01-01", "2011-12-31"]
    before = asked("levels", *FLAGS, "--compare", "previous")
    assert before["baseline"] == ["2016-07-01", "2017-06-30"]
    page = open_page("timeline", **YEAR, compare=["previous"])
    assert f"{before['baseline_mean']['month']:.1f} in 1 Jul 2016 – 30 Jun 2017" in words(page)
    places = asked("changes", *FLAGS)["places"]
    assert {each["kind"] for each in places} == {"all", "province", "road", "district"}
    assert_changes(html(page), places, len(places))
    assert "change against the 12 months before" in words(page)


def test_days_that_nobody_can_read_are_named(open_page: Open, data_folder: Path) -> None:
    page = open_page("overview", **YEAR, compare=["last summer"])
    assert "“last summer” is no period. Write previous" in words(page)
    assert page.session_state["shown_filter"].compare == ""
    assert any("“last summer” is no period" in it.value for it in page.caption)
    assert main(["--data", str(data_folder), "key-figures", "--compare", "last summer"]) != 0


def test_days_are_written_in_the_bar(open_page: Open) -> None:
    page = open_page("overview", **YEAR)
    box = page.selectbox(key="compare")
    assert box.options == ["previous", "year-before", OLD]
    box.options.append("2017-06")  # a browser takes what is typed, this one only what is offered
    box.set_value("2017-06").run()
    assert not page.exception
    assert page.session_state["shown_filter"].compare == "2017-06-01/2017-06-30"
    assert "compared with 1–30 Jun 2017" in words(page)


def test_levels(open_page: Open, asked: Any) -> None:
    found = asked("levels", *FLAGS)
    said = words(open_page("timeline", **YEAR))
    assert f"{found['mean']['month']:.1f} incidents a month" in said
    assert f"{found['baseline_mean']['month']:.1f}" in said
    assert found["mean"]["day"] * 365 == pytest.approx(found["incidents"])
    assert 0 <= found["months_above"] <= found["months"] == 12


def test_timeline(open_page: Open, asked: Any) -> None:
    """The page counts the whole period; of the filter's months its table has what JSON has."""
    found = asked("timeline", *FLAGS, "--period", "month")
    page = open_page("timeline", **YEAR)
    body = next(part for part in html(page).split("<table")[1:] if "Incidents and deaths" in part)
    told = {cells[0]: cells[1:] for cells in (row_cells(row) for row in body.split("<tr")[2:])}
    months: dict[str, Counter[str]] = {}
    for row in (row for row in found if row["beside"] is None):
        name = f"{date.fromisoformat(row['period_start']):%B %Y}"
        months.setdefault(name, Counter()).update(
            incidents=row["incidents"], unknown=row["fatalities_unknown"]
        )
    assert len(months) == 12
    for name, counts in months.items():
        of_month = next(cells for days, cells in told.items() if name[:3] in days and
                        name[-4:] in days)  # fmt: skip
        assert of_month[0] == str(counts["incidents"])
        assert of_month[-1] == (str(counts["unknown"]) if counts["unknown"] else "")
    keys, own = words(page), asked("timeline", *FLAGS, "--source", "UCDP")
    for group in ("Battles", "Violence against civilians"):
        every = sum(
            row["incidents"] for row in own if (row["group"], row["beside"]) == (group, None)
        )
        assert f"{terms.event_label(group)} {every}" in keys


def test_what_is_selected_is_drawn_on_both_timelines(open_page: Open, asked: Any) -> None:
    district = {"sel": ["district:Kirkuk/Hawija"]} | YEAR
    there = asked("summary", *FLAGS, "--province", "Kirkuk", "--district", "Hawija")
    every = asked("summary", *FLAGS)
    part = f"{there['incidents']} of {every['incidents']} incidents"
    for name, key in (("overview", "small_timeline"), ("timeline", "timeline_bars")):
        page = open_page(name, **district)
        assert f"strong: {part} selected" in words(page)
        assert any(part in plain(chart.proto.alt) for chart in page.get("plotly_chart"))
        assert "strong:" not in words(open_page(name, **YEAR)), key
    for view in VIEWS:
        page = open_page("timeline", view=[view], **district)
        assert f"strong: {part} selected" in words(page)
        (chart,) = page.get("plotly_chart")
        assert part in plain(chart.proto.alt)
        opacities = [trace.get("opacity", 1) for trace in json.loads(chart.proto.spec)["data"]]
        assert {min(opacities), max(opacities)} == {FADED, 1}, view
    outside = words(open_page("timeline", sel=["dates:2010-01-01/2010-12-31"], **YEAR))
    assert "Days outside the filter’s period are not counted; “Make it the filter”" in outside


def test_each_view_of_the_timeline_says_what_the_command_says(open_page: Open, asked: Any) -> None:
    for view in VIEWS:
        split = ("--stack", "district") if view == "multiples" else ()
        found = asked("timeline", *FLAGS, "--view", view, *split)
        page = open_page("timeline", **YEAR, view=[view])
        assert not page.exception
        text = plain(found["text"])
        (chart,) = (each.proto for each in page.get("plotly_chart"))
        assert plain(chart.alt) == text
        assert text.partition(". ")[0] in words(page), "the statement"
        (sheet,) = (plain(told["frame"]) for told in components(page) if "frame" in told)
        assert text.partition(". ")[0].split(",")[0] in sheet
        assert all(told in sheet for told in ("<!--timeline_view ", "1 Jul 2017 – 30 Jun 2018",
                   "Uppsala Conflict Data Program"))  # fmt: skip
        assert text.partition(". ")[2] in words(page), "how it is read, and what it cannot show"
        rows = [cell for cell in found["cells"] if cell["incidents"] != 0][:400]
        body = next(part for part in html(page).split("<table") if "The counts that" in part)
        told = [row_cells(row) for row in body.split("<tr")[2:]]
        assert len(told) == len(rows)
        for cells, row in zip(told, rows, strict=True):
            assert cells[-2] == ("unknown" if row["incidents"] is None else f"{row['incidents']:,}")
            assert cells[-1] == str(row["covered_days"])
        answer = time_view(store(), chosen(page), view, "district")
        assert answer is not None
        lines = view_csv(answer).decode("utf-8-sig").splitlines()
        assert lines[0] == '"group","first","last","covered_days","incidents"'
        assert len(lines) == len(found["cells"]) + 1
    refused = words(open_page("timeline", **YEAR, view=["spiral"]))
    assert "no view is called “spiral”; there are multiples, calendar, years, mirrored" in refused


def chosen(page: AppTest) -> IncidentFilter:
    found: IncidentFilter = page.session_state["shown_filter"]
    return found


def test_districts_by_their_size(open_page: Open, asked: Any) -> None:
    found = asked("district-rates", *FLAGS)
    page = open_page("map", **YEAR)
    page.segmented_control(key="map_mode").set_value("districts").run()
    (deck,) = decks(page)
    (layer,) = (item for item in deck["layers"] if item["id"] == "rates")
    drawn = {tuple(row["district"]): row["n"] for row in layer["data"]["features"]}
    told = {(each["admin1"], each["admin2"]): each["incidents"] for each in found["rates"]}
    assert drawn == {key: count for key, count in told.items() if count}
    assert f"{found['no_district']} incidents are in no district" in words(page)
    assert "Pale: fewer than 5 incidents" in words(page)
    classes = re.findall(r"(\d+)–(\d+) (\d+)", words(page).partition("Incidents per 1,000 km²")[2])
    assert sum(int(count) for _, _, count in classes[:4]) == len(drawn)


def row_cells(row: str) -> list[str]:
    return [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[dh].*?</t[dh]>", row)]


def test_an_incident(open_page: Open, asked: Any) -> None:
    found = asked("incident", "PUBLIC:2018-06-17-injana-afp")
    ids = [row["incident_id"] for row in found["accounts"]]
    page = html(open_page("incidents", incident=[ids[0]]))
    detail = page.split("data-cw-opened")[1].split("</section>")[0]
    head, *facts = detail.split("<tr")[1:]
    assert row_cells(head)[1:] == ids
    bold = {row_cells(fact)[0] for fact in facts if "<strong>" in fact}
    assert bold == {say(f"fact-{fact}") for fact in found["disputed"]}
    assert bold
    assert "Fake checkpoint – found in notes by the word “fake checkpoint”" in detail


def test_coverage(open_page: Open, asked: Any) -> None:
    found = {
        (row["province"], str(row["year"])): row["incidents"]
        for row in asked("coverage")["incidents"]
    }
    table = html(open_page("method")).split('<table class="cw-heat"')[1].split("</table>")[0]
    head, *rows = (row_cells(row) for row in table.split("<tr")[1:])
    shown = {
        (row[0], year): int(count.replace(",", "") or 0)
        for row in rows
        for year, count in zip(head[1:], row[1:], strict=True)
    }
    assert {(terms.term(name), year): count for (name, year), count in found.items()} == shown
    assert sum(shown.values()) > 1000


def assert_changes(page: str, places: list[dict[str, Any]], most: int) -> None:
    """Assert that the tables of a page have the places of the command, in order, with its words."""
    kinds = ("all", "province", "road", "district") if len(places) == most else ("district",)
    rows = re.findall(
        r'cw-named">(.*?)</strong><span class="cw-told">(.*?)</span></td>'
        r'<td class="">(.*?)</td><td class="">(.*?)</td>', page,
    )  # fmt: skip
    expected = [
        (each["place"] or "All together", each["text"], each["level"],
         {"large increase": "▲ ", "moderate increase": "△ ", "large decrease": "▼ "}
         .get(each["change_class"], "") + each["change_class"])
        for each in places if each["kind"] in kinds
    ][:most]  # fmt: skip
    assert len(expected) >= 5
    assert [tuple(plain(unescape(TAGS.sub("", cell))) for cell in row) for row in rows] == [
        tuple(map(plain, row)) for row in expected
    ]


def test_changes(open_page: Open, asked: Any) -> None:
    found = asked("changes", *FLAGS)["places"]
    page = open_page("overview", **YEAR)
    assert_changes(html(page), found, 5)
    first = next(each for each in found if each["kind"] == "district")
    difference = abs(first["incidents"] - first["before"])
    side = "more" if first["incidents"] > first["before"] else "fewer"
    assert f"{difference} {side}" in first["text"]
    said = words(page)
    assert "Compared with the period before" in said
    assert "Largest difference first. Level: few is under 5 incidents, low under 10 a year" in said
    assert re.search(r"District not known for \d+ incidents, \d+ before\.", said)


def test_the_command_says_every_place_in_a_sentence(
    asked: Any, data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    places = asked("changes", *FLAGS)["places"]
    assert main(["--data", str(data_folder), "changes", *FLAGS]) == 0
    told = plain(capsys.readouterr().out)
    for each in places:
        assert re.search(rf"{each['place'] or 'All together'}\s.*{re.escape(plain(each['text']))}",
                         told)  # fmt: skip
    assert "By main road" in told
    assert "an incident near two roads counts for both" in told


def test_tables_below_the_incidents(open_page: Open, asked: Any) -> None:
    found, said = asked("channels", *FLAGS), words(open_page("incidents", **YEAR))
    held = asked("summary", *FLAGS)
    assert found["named"] + found["unnamed"] == held["incidents"]
    most, *others = found["channels"]
    told = f"Of the {found['named']} that name a news channel, {most['incidents']} name"
    assert f"{told} {most['name']}." in said
    assert f"{most['alone']} incidents rest on {most['name']} alone." in said
    for each in (most, *others[:7]):
        share = f"{100 * each['incidents'] / found['named']:.0f} %"
        assert re.search(
            rf"{each['name']}\s+{each['incidents']}\s+{share}\s+{each['alone']}\b", said
        )
    how = asked("tactics", *FLAGS)
    assert f"An account tells how {how['known']} of {how['incidents']} incidents" in said
    assert f"{how['silent']} have no notes and no code of how: their tactic is unknown." in said
    for each in how["tactics"]:
        notes = each["incidents"] - each["coded"]
        assert f"{each['name']} {each['incidents']} {each['coded']} {notes}" in said
    told = asked("disagreements", *FLAGS)
    assert f"Of {told['compared']} incidents with several accounts" in said
    for each in told["incidents"][:8]:
        for account in each["accounts"][1:] if "sides" in each["facts"] else ():
            assert (account["source_office"] or account["source"]) in said
    rest = f"{len(others) - 7} more channels are not listed."
    assert (rest in said) == (len(others) > 7)


def test_where_no_source_names_a_channel_none_is_shown(open_page: Open, asked: Any) -> None:
    found = asked("channels", "--from", "2004-01-01", "--to", "2004-12-31")
    assert found["channels"] == []
    assert found["unnamed"] > 0
    said = words(open_page("incidents", dates=["2004-01-01", "2004-12-31"]))
    assert f"{found['unnamed']} incidents" in said
    assert "name a news channel" not in said


def test_places(open_page: Open, asked: Any) -> None:
    found, held = asked("places", *FLAGS), asked("summary", *FLAGS)
    own = [mark["incidents"] for mark in found["marks"] if mark["beside"] is None]
    assert sum(own) == found["legend"]["total"] == held["incidents"]
    assert found["unplaced"] == held["unplaced"]
    (deck,) = decks(open_page("map", **YEAR))
    (exact,) = (layer["data"] for layer in deck["layers"] if layer["id"] == "exact")
    drawn = {tuple(row["p"]) for row in exact}
    points = {
        (round(mark["longitude"], 4), round(mark["latitude"], 4))
        for mark in found["marks"]
        if mark["geo_precision"] == 1 and mark["beside"] is None
    }
    assert points
    assert points <= drawn


@pytest.mark.parametrize("everywhere", [False, True])
def test_what_a_map_draws(open_page: Open, asked: Any, everywhere: bool) -> None:
    whole = packs.country().whole
    flags, address = (("--province", whole), {"province": [whole]}) if everywhere else ((), {})
    found = asked("places", *FLAGS, *flags)["legend"]
    assert found["drawn"] + sum(found["not_drawn"].values()) == found["total"]
    page = html(open_page("map", **YEAR, **address))
    counts = LegendCounts(**found)
    for told in (drawn_sentence("UCDP", counts), not_drawn_sentence(counts)):
        assert plain(told) in unescape(page)
    keys = page[page.index(say("map-what-happened")) : page.index(say("map-killed"))]
    shown = [int(each.replace(",", "")) for each in re.findall(r'cw-key-count">([\d,]+)<', keys)]
    assert shown == [*found["by_type"].values(), *found["by_precision"].values()]


def test_where_most_incidents_are(open_page: Open, asked: Any) -> None:
    found = asked("places", *FLAGS)["districts"]
    counts = [each["incidents"] for each in found]
    assert counts == sorted(counts, reverse=True)
    first, second, third = (each["admin2"] for each in found[:3])
    assert f"Where: most in {first}, {second} and {third}" in words(open_page("overview", **YEAR))


def test_a_period_after_the_data(open_page: Open, asked: Any) -> None:
    found = asked("summary", "--from", "2019-03-01", "--to", "2019-04-01")
    assert (found["incidents"], found["data_ended"]) == (None, "2018-12-25")
    said = words(open_page("map", dates=["2019-03-01", "2019-04-01"]))
    for key, sentence in (("data_ended", "data end on"), ("nearest", "nearest matching incident")):
        day = plain(fmt.day(date.fromisoformat(found[key])))
        assert re.search(rf"{sentence}.*? {re.escape(day)}[,.]", said)
    assert "nearest" not in asked("summary", *FLAGS)


def test_evidence_and_a_judgement(open_page: Open, asked: Any, data_folder: Path) -> None:
    found = asked("evidence", "3", "--as-of", "2018-06-30")
    said = words(open_page("findings", as_of=["2018-06-30"]))
    assert f"Supporting ({len(found['supporting'])})" in said
    assert plain(found["supporting"][0]["why"]) in said
    assert found["supporting"][0]["why"]
    one = found["supporting"][0]["incident_id"]
    done = asked(
        *("judge", one, "--finding", "3", "--ruling", "contradicts"),
        *("--reason", "a test of the command", "--author", "A. Tester"),
    )
    after = asked("evidence", "3", "--as-of", "2018-06-30")
    assert one in {row["incident_id"] for row in after["contradicting"]}
    assert main(["--data", str(data_folder), "undo", done["commit_id"]]) == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("incident", "NO:1"), "there is no such incident"),
        (("evidence", "9"), "the report has no finding 9"),
        (("judge", "NO:1", "--finding", "1", "--ruling", "supports"), "there is no such incident"),
        (("judge", "UCDP:259081", "--finding", "9", "--ruling", "supports"), "no finding 9"),
        (("judge", "UCDP:259081", "--finding", "1", "--ruling", "supports"), "reason"),
    ],
)
def test_what_cannot_be_answered_is_said(
    data_folder: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    assert main(["--data", str(data_folder), *arguments]) == 1
    assert told in capsys.readouterr().err


def test_a_road_profile(open_page: Open, asked: Any) -> None:
    found = asked("road-profile", "--as-of", "2018-06-30")
    assert {row["road"] for row in found} >= {"Kirkuk–Baghdad road"}
    assert all(row["to_km"] - row["from_km"] == 10 for row in found)
    charts = open_page("findings", as_of=["2018-06-30"]).get("plotly_chart")
    drawn = " ".join(chart.proto.spec for chart in charts)
    for row in found:
        assert json.dumps(row["road"]) in drawn or row["road"] in drawn
