"""Charts on paper: whole, light whatever the screen, with nothing outside the sheet."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import pandas as pd
import pytest

from corridor.charts import indicator_history, kilometre_profile, paper, period_bars
from corridor.charts.chart import Mark
from corridor.charts.period_bars import Level
from corridor.palette import Theme

SPAN = (date(2017, 1, 1), date(2018, 12, 31))
STARTS = pd.date_range("2017-01-01", periods=24, freq="MS")
SERIES = pd.DataFrame(
    {
        "period_start": [*STARTS, STARTS[0]],
        "period_end": [*(STARTS + pd.offsets.MonthEnd(0)), STARTS[0] + pd.offsets.MonthEnd(0)],
        "group": [*["Battles"] * 24, "Violence against civilians"],
        "incidents": [*range(1, 25), 7],
        "fatalities_low": 1.0, "fatalities_best": 2.0, "fatalities_high": 3.0,
    }
)  # fmt: skip
UNCERTAIN = pd.DataFrame({"event_date": [date(2018, 3, 2)], "event_date_end": [date(2018, 3, 30)]})
HISTORY = pd.DataFrame(
    {
        "as_of": STARTS,
        "value": [0.1 + at / 60 for at in range(24)],
        "low": 0.05,
        "high": [None, *[0.8] * 23],
        "verdict": [*["not supported"] * 12, *["partly supported"] * 12],
    }
)
ROADS = pd.DataFrame(
    {
        "road": ["Kirkuk–Baghdad", "Kirkuk–Tikrit"], "from_km": [10, 40], "to_km": [20, 50],
        "incidents": [3, 1], "at_town": [1, 1], "near": [1, 0], "exact": [1, 0],
    }
)  # fmt: skip


def parsed(picture: str) -> ElementTree.Element:
    return ElementTree.fromstring(picture)  # noqa: S314  our own text


def drawn(name: str, theme: Theme) -> str:
    figures = {
        "bars": lambda: period_bars.bars(
            SERIES, theme=theme, window=(date(2018, 1, 1), date(2018, 6, 30)), span=SPAN,
            window_level=Level(8.8, date(2018, 1, 1), date(2018, 6, 30), "8.8 a month"),
            baseline=Level(4.8, *SPAN, "2010–2011: 4.8 a month"), uncertain=UNCERTAIN,
            report_date=Mark(date(2018, 6, 17), "The report’s <incident>", is_report=True),
        ),
        "deaths": lambda: period_bars.fatalities_bars(SERIES, theme=theme, span=SPAN),
        "history": lambda: indicator_history.indicator_history(
            HISTORY, theme=theme, claim=0.4, denial=0.2, unit="share", as_of=date(2018, 6, 30)
        ),
        "profile": lambda: kilometre_profile.kilometre_profile(ROADS, theme=theme),
        "empty": lambda: period_bars.bars(SERIES.head(0), theme=theme),
    }  # fmt: skip
    return paper.svg(figures[name](), theme)


@pytest.mark.parametrize("name", ["bars", "deaths", "history", "profile", "empty"])
def test_a_chart_of_a_dark_screen_is_the_light_one_on_paper(name: str) -> None:
    light = drawn(name, "light")
    assert drawn(name, "dark") == light
    assert "#E9E6DF" not in light  # the dark screen's ink


@pytest.mark.parametrize("name", ["bars", "deaths", "history", "profile", "empty"])
def test_nothing_lies_outside_the_picture(name: str) -> None:
    root = parsed(drawn(name, "light"))
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    assert width == paper.WIDTH
    for node in root.iter():
        for at in re.findall(r"[ML]([-\d.]+) ([-\d.]+)", node.get("d", "")):
            assert 0 <= float(at[0]) <= width
            assert 0 <= float(at[1]) <= height
        if node.tag.endswith("text"):
            assert 0 <= float(node.attrib["x"]) <= width
            assert 0 <= float(node.attrib["y"]) <= height


def test_the_bars_stand_on_each_other_and_are_as_tall_as_their_counts() -> None:
    paths = re.findall(r'<path fill="(#\w+)" d="([^"]+)"', drawn("bars", "light"))
    tall = {ink: [float(up) for up in re.findall(r"v(-[\d.]+)", path)] for ink, path in paths}
    assert len(tall["#1F5A9E"]) == 24
    assert len(tall["#B3122F"]) == 1
    assert tall["#B3122F"][0] == pytest.approx(7 * tall["#1F5A9E"][0], abs=0.6)
    foot = [float(found) for found in re.findall(r"M[\d.]+ ([\d.]+)h", dict(paths)["#B3122F"])]
    ground = [float(found) for found in re.findall(r"M[\d.]+ ([\d.]+)h", dict(paths)["#1F5A9E"])]
    assert foot[0] == pytest.approx(ground[0] + tall["#1F5A9E"][0], abs=0.2)


def test_words_axes_and_marks_are_written_as_on_the_screen() -> None:
    texts = parsed(drawn("bars", "light")).iter("{http://www.w3.org/2000/svg}text")
    words = [node.text for node in texts]
    assert "The report’s <incident>" in words
    assert "8.8 a month" in words
    assert {"0", "5", "Jan 2017"} <= set(words)
    assert "1 incident without an exact day".replace("1 ", "1\u00a0") in words
    shares = drawn("history", "light")
    assert "40\u00a0%" in shares
    assert "kilometre of the road" in drawn("profile", "light")
