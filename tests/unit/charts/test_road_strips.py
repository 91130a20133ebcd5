"""A road as a strip: what is drawn of each ten kilometres, and what can be clicked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import plotly.graph_objects as go
import pytest

from corridor import geo
from corridor.analysis.comparison import windows
from corridor.answers import Roads, RoadStrip, Stretch
from corridor.charts import paper
from corridor.charts.road_strips import FADED, measure, road_strip
from corridor.filter.selection import read_selection
from corridor.palette import css
from corridor.spans import Spans
from tests.plotly_figures import checked

YEAR = Spans(((date(2017, 1, 1), date(2018, 12, 31)),))
KHALIS = geo.Road("Baquba–Khalis road", "baquba-khalis", "Baquba", 15.9)
STRIP = RoadStrip(
    KHALIS,
    (("Baquba <b>", 2.0), ("Khalis", 15.9)),
    (
        Stretch(0, 10.0, 4, 1, 2, 1, 9, 1, date(2018, 12, 1), 2, before=8),
        Stretch(10, 15.9),
    ),
)


def roads(*strips: RoadStrip) -> Roads:
    return Roads(
        series="UCDP", km=5.0,
        windows=windows(date(2018, 1, 1), date(2018, 12, 31), YEAR, "previous"),
        is_compared=True, strips=strips, silent=(), unplaced=0, beside={}, placed=pd.DataFrame(),
    )  # fmt: skip


FOUND = roads(STRIP)


def drawn(**more: object) -> go.Figure:
    return checked(road_strip(FOUND, STRIP, measure(FOUND), theme="light", **more))  # type: ignore[arg-type]


def tops(figure: go.Figure) -> dict[str, float]:
    """How far the boxes of each colour reach from the road."""
    return {
        str(trace.fillcolor): max((y for y in trace.y if y is not None), key=abs, default=0.0)
        for trace in figure.data
        if trace.fill == "toself"
    }


def test_exact_incidents_stand_below_those_that_say_little_and_deaths_hang() -> None:
    found = tops(drawn())
    assert found[css("Battles", "light", 0.92)] == pytest.approx(1 / 8)
    assert found[css("Battles", "light", 0.92 * 0.3)] == pytest.approx(4 / 8)
    assert found[css("ink2", "light", 0.7)] < 0
    before = next(trace for trace in drawn().data if trace.mode == "lines" and not trace.fill
                  and trace.line.width == 1.3)  # fmt: skip
    assert set(before.y) == {1.0}, "eight before, the most there is"


def test_what_is_selected_is_strong_and_the_rest_faded() -> None:
    figure = drawn(selected={0: 3}, picked=[(0.0, 10.0)])
    found = tops(figure)
    assert found[css("Battles", "light", 0.92)] == pytest.approx(3 / 8)
    assert found[css("Battles", "light", FADED)] == pytest.approx(1 / 8)
    assert figure.layout.annotations[0].text == "3"
    accent = [shape for shape in figure.layout.shapes if shape.line.width == 2]
    assert {shape.x0 for shape in accent} == {0, 10}


def test_each_stretch_can_be_clicked_and_says_what_is_known() -> None:
    targets = drawn().data[-1]
    terms = ["road:baquba-khalis/0-10", "road:baquba-khalis/10-20"]
    assert list(targets.customdata) == terms
    assert [str(read_selection(term)[0]) for term in terms] == terms
    told, unknown = (text.replace("\u00a0", " ") for text in targets.text)
    for words in ("km 0–10", "4 incidents, 9 killed, deaths unknown for 1",
                  "1 exact, outside towns · 2 at a town’s centre · 1 within 25 km",
                  "30 days before the last counted", "2 within 30 days of another",
                  "8 before"):  # fmt: skip
        assert words in told
    assert unknown.endswith("outside the filter")
    dotted = [shape for shape in drawn().layout.shapes if shape.line.dash == "dot"]
    assert [(shape.x0, shape.x1) for shape in dotted] == [(10, 15.9)]


def test_names_of_towns_carry_no_markup_and_do_not_stand_on_each_other() -> None:
    names = [note.text for note in drawn(small=True).layout.annotations][1:]
    assert names[0] == "Baquba &lt;b&gt;, km\u00a02"
    assert len(drawn().layout.annotations) == 3
    close = replace(STRIP, towns=(("Khalis", 15.0), ("Khan Bani Saad", 15.2)))
    figure = checked(road_strip(FOUND, close, measure(FOUND), theme="dark", small=True))
    assert [note.text for note in figure.layout.annotations][1:] == ["Khalis, km\u00a015"]


def test_paper_has_it_in_light_colours() -> None:
    figure = road_strip(FOUND, STRIP, measure(FOUND), theme="dark")
    assert "<svg" in paper.svg(figure, "dark")
