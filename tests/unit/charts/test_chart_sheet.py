"""Charts as files: nothing leaves without its title, its days and its sources."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import pandas as pd

from corridor.charts import paper, period_bars
from corridor.charts.chart_sheet import HATCH, Charted, chart_frame, chart_svg, told_of
from corridor.charts.paper_marks import hatched, mark
from corridor.charts.period_bars import Uncovered
from corridor.filter import IncidentFilter
from tests.unit.charts.test_paper import SERIES, SPAN

SVG = "{http://www.w3.org/2000/svg}"
LONG = "8.8 incidents a month in the period; 4.8 in 2010–2011, which is less than half of it " * 2
CHOSEN = IncidentFilter(
    provinces=("Kirkuk",), date_from=date(2018, 6, 1), date_to=date(2018, 6, 30)
)
TOLD = told_of(CHOSEN, LONG, "Bars count <UCDP> alone.", [("#1F5A9E", "Armed clash 3"),
               (HATCH, "not covered")], ("UCDP GED 19.1.", "Data version 4."))  # fmt: skip


def charts() -> list[Charted]:
    silent = Uncovered("UCDP", ((date(2017, 3, 1), date(2017, 8, 31)),))
    bars = period_bars.bars(SERIES, theme="light", span=SPAN, uncovered=silent)
    deaths = period_bars.fatalities_bars(SERIES, theme="light", span=SPAN)
    return [Charted("bars", bars), Charted("deaths", deaths, "Reported deaths")]


def test_a_file_says_what_of_when_and_from_whom_and_holds_both_charts() -> None:
    root = ElementTree.fromstring(chart_svg(TOLD, charts(), "light"))  # noqa: S314  our own text
    words = " ".join(node.text or "" for node in root.findall(f"{SVG}text"))
    assert LONG.strip() in words
    told = ("Kirkuk, 1–30\u00a0Jun\u00a02018", "Bars count <UCDP> alone.", "Reported deaths",
            "Armed clash 3", "UCDP GED 19.1. Data version 4.")  # fmt: skip
    assert all(text in words for text in told)
    upper, lower = root.findall(f"{SVG}svg")
    bottom = float(upper.attrib["y"]) + float(upper.attrib["height"])
    assert bottom < float(lower.attrib["y"])
    wide, tall = map(float, root.attrib["viewBox"].split()[2:])
    assert wide == paper.WIDTH + 32
    assert max(float(node.attrib["y"]) for node in root.iter(f"{SVG}text")) < tall


def test_a_browser_that_fills_the_frame_has_the_file() -> None:
    frame = chart_frame(TOLD, charts())
    pictures = {chart.name: paper.svg(chart.figure, "light") for chart in charts()}

    def filled(found: re.Match[str]) -> str:
        return pictures[found[1]].replace("<svg ", f"<svg {found[2]} ", 1)

    assert re.sub(r"<!--(\S+) (.*?)-->", filled, frame) == chart_svg(TOLD, charts(), "light")


def test_days_that_are_not_covered_are_hatched_on_paper_too() -> None:
    field = {"size": 7, "fgcolor": "rgba(1,2,3,0.5)"}
    lines = hatched([(10, 10, 40, 20)], field)
    ends = [tuple(map(float, pair)) for pair in re.findall(r"[ML]([\d.]+) ([\d.]+)", lines)]
    assert len(ends) == 2 * ((30 + 10) // 7)
    assert all(10 <= x <= 40 and 10 <= y <= 20 for x, y in ends)
    assert hatched([(10, 10, 40, 20)], None) == ""
    own = paper.svg(charts()[0].figure, "light")
    assert len(re.findall(r'stroke="rgba\([\d,]+,0\.55\)"', own)) == 1


def test_marks_of_paper_have_the_shape_of_the_screen() -> None:
    whole = mark((5, 5), 8, "#123456", {"symbol": "diamond"})
    assert whole.startswith('<polygon points="5.0,1.0 9.0,5.0 5.0,9.0 1.0,5.0" fill="#123456"')
    ring = mark((5, 5), 8, "#123456", {"symbol": "circle-open", "line": {"width": 1.5}})
    assert 'fill="none" stroke="#123456" stroke-width="1.5"' in ring


def test_a_selection_that_fades_the_rest_fades_it_on_paper() -> None:
    told = pd.concat([SERIES.assign(beside=None), SERIES.tail(1).assign(beside="others")])
    figure = period_bars.bars(told, theme="light", span=SPAN)
    faded = figure.data[-1] | {"opacity": 0.28}
    figure.data[-1] = faded
    assert '<g opacity="0.28"><circle' in paper.svg(figure, "light")
