"""A finding's indicator through time."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd

from corridor import vocabulary
from corridor.charts.indicator_history import (
    GLYPHS,
    indicator_history,
    verdict_changes,
)
from tests.plotly_figures import checked

NAN = float("nan")
HISTORY = pd.DataFrame(
    {
        "as_of": pd.to_datetime(["2018-03-31", "2017-12-31", "2018-06-30", "2018-09-30"]),
        "value": [0.5, 0.1, 0.9, NAN],
        "low": [0.3, 0.05, 0.8, NAN],
        "high": [0.7, 0.2, 1.0, NAN],
        "verdict": ["partly supported", "contradicted", "supported", "not enough data"],
    }
)


def draw(history=HISTORY, **changes):
    options: dict[str, Any] = {"theme": "light", "claim": 0.8, "denial": 0.3, "unit": "share"}
    options |= changes
    return checked(indicator_history(history, **options))


def trace(figure, name):
    return next(item for item in figure.data if item.name == name)


def test_value_and_interval_are_drawn_in_order_of_time():
    figure = draw()
    line = trace(figure, "indicator")
    assert list(line.y) == [0.1, 0.5, 0.9, None]
    assert line.x[0][:10] == "2017-12-31"
    band = trace(figure, "90\u00a0% interval")
    assert list(band.y) == [0.2, 0.7, 1.0, 0.8, 0.3, 0.05]
    assert {item.type for item in figure.data} == {"scatter"}


def test_thresholds_are_dashed_and_written():
    figure = draw()
    dashed = {shape.y0: shape.line.color for shape in figure.layout.shapes
              if shape.line.dash == "dash"}  # fmt: skip
    supported, against = (vocabulary.VERDICT_COLOURS[word][0]
                          for word in ("supported", "not supported"))  # fmt: skip
    assert dashed == {0.8: supported, 0.3: against}
    texts = [note.text for note in figure.layout.annotations]
    assert "report right from 80\u00a0%" in texts
    assert "report wrong up to 30\u00a0%" in texts
    with_end = draw(at_most=0.9)
    assert {shape.y0 for shape in with_end.layout.shapes if shape.line.dash == "dash"} == {
        0.8, 0.3, 0.9,
    }  # fmt: skip
    assert "report right up to 90\u00a0%" in [note.text for note in with_end.layout.annotations]
    assert not [shape for shape in draw(claim=None, denial=None).layout.shapes
                if shape.line.dash == "dash"]  # fmt: skip


def test_changes_of_verdict_are_marked_in_its_colour():
    assert list(verdict_changes(HISTORY)["verdict"]) == [
        "partly supported", "supported", "not enough data",
    ]  # fmt: skip
    marks = trace(draw(), "change of verdict")
    assert list(marks.y) == [0.5, 0.9]
    assert set(marks.marker.color) == {vocabulary.VERDICT_COLOURS["supported"][0]}


def test_the_strip_carries_every_verdict_and_no_traffic_light():
    inks = [shape.line.color for shape in draw().layout.shapes if shape.yref == "paper"]
    wanted = ["contradicted", "partly supported", "supported", "not enough data"]
    assert inks == [vocabulary.VERDICT_COLOURS[word][0] for word in wanted]


def test_the_pointer_reads_value_interval_and_verdict():
    words = trace(draw(), "indicator").text
    assert words[0] == "<b>10\u00a0%</b> (5–20\u00a0%)<br>⬤ contradicted"
    assert words[3].startswith("<b>unknown</b> (unknown)")


def test_report_date_is_red_and_as_of_is_named():
    figure = draw(report_date=date(2018, 6, 30), as_of=date(2018, 3, 1))
    notes = {note.text: note.font.color for note in figure.layout.annotations}
    assert notes["report, 30\u00a0Jun\u00a02018"] == "#B3122F"
    assert "as of 1\u00a0Mar\u00a02018" in notes


def test_an_exploding_interval_does_not_flatten_the_line():
    wild = HISTORY.assign(high=[0.7, float("inf"), 90.0, NAN])
    assert draw(wild).layout.yaxis.range[1] < 2.5


def test_no_value_at_any_date_is_said_in_words():
    figure = draw(HISTORY.assign(value=NAN))
    assert "Not enough data" in figure.layout.annotations[0].text
    assert not figure.data


def test_every_verdict_has_a_glyph():
    assert set(GLYPHS) == set(vocabulary.VERDICTS)
    assert len(set(GLYPHS.values())) == len(GLYPHS)
