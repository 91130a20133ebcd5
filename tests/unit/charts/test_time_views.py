"""The timeline in other shapes: what stands where, what is hatched, what is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from corridor.answers import TimeView
from corridor.answers.time_views import NOW, THEN, Cell
from corridor.charts import paper
from corridor.charts.calendar_cells import calendar_cells, classes
from corridor.charts.cells import FADED, term_of
from corridor.charts.mirrored_bars import mirrored_bars
from corridor.charts.small_multiples import hidden_days, small_multiples, span_of
from corridor.charts.view_figure import view_figure
from corridor.charts.years_over import years_over
from corridor.spans import Spans
from tests.plotly_figures import checked

HALF = Spans(((date(2017, 1, 1), date(2018, 6, 30)),))


def months(group, year, counts):
    return tuple(
        Cell(group, date(year, at, 1), date(year + at // 12, at % 12 + 1, 1) - timedelta(days=1),
             0 if count is None else 28, count)
        for at, count in enumerate(counts, 1)
    )  # fmt: skip


def view(name, cells, grain="month", **more):
    window = date(2018, 1, 1), date(2018, 12, 31)
    return TimeView(name, "UCDP", grain, window, tuple(cells), HALF, **more)


def texts(figure):
    return [note.text for note in figure.layout.annotations]


def hatched(figure):
    return [trace for trace in figure.data if getattr(trace, "fillpattern", None)
            and trace.fillpattern.shape == "/"]  # fmt: skip


def drawn(figure):
    """The chart as Plotly takes it; on paper it must come out too."""
    assert paper.svg(figure, "light").startswith("<svg")
    return checked(figure)


def test_small_multiples_share_one_scale_and_name_their_highest():
    cells = months("Hawija", 2018, [3, 9, 0]), months("Daquq", 2018, [1, 0, 2])
    found = view("multiples", sum(cells, ()), totals={"Hawija": 12, "Daquq": 3})
    span = span_of(found)
    assert span == (date(2018, 1, 1), date(2018, 3, 31))
    figure = drawn(small_multiples(found, span, hidden_days(found, span), theme="light"))
    hawija, daquq = figure.data
    assert (list(hawija.y), list(daquq.y)) == ([3, 9], [1, 2])
    assert set(hawija.base) == set(daquq.base) == {0}
    assert daquq.x[0] > hawija.x[-1]
    assert {"<b>Hawija</b> 12", "<b>Daquq</b> 3", "9", "2"} <= set(texts(figure))
    assert hawija.text[0].startswith("Hawija, 1–31\u00a0Jan\u00a02018: 3\u00a0incidents (")
    narrow = view("multiples", cells[0], totals={"Hawija": 12})
    whole = date(2018, 1, 1), date(2018, 12, 31)
    later = drawn(small_multiples(narrow, whole, hidden_days(narrow, whole), theme="dark",
                                  small=True))  # fmt: skip
    assert [trace.x[0][:10] for trace in hatched(later)] == ["2018-07-01"]


def test_a_calendar_is_darker_where_more_was_and_hatched_where_nothing_is_known():
    found = view("calendar", months("", 2018, [0, 1, 5, 40, *[0] * 2, *[None] * 6]))
    assert [(low, high) for low, high, _ in classes(found, "light")] == [
        (0, 0), (1, 1), (2, 3), (4, 7), (8, 15), (16, 31), (32, 40),
    ]  # fmt: skip
    figure = drawn(calendar_cells(found, theme="light"))
    by_class = {trace.name: [moment[5:7] for moment in trace.x] for trace in figure.data if trace.x}
    assert by_class == {"0": ["01", "05", "06"], "1": ["02"], "4": ["03"], "32": ["04"],
                        "": ["07", "08", "09", "10", "11", "12"]}  # fmt: skip
    assert figure.data[-1].marker.pattern.shape == "/"
    assert figure.data[-1].text[0].endswith("not covered by UCDP")
    day = date(2018, 5, 2)  # a Wednesday
    vague = ((date(2018, 5, 1), date(2018, 5, 4)),)
    days = view("calendar", [Cell("", day, day, 1, 2)], "day", vague=vague, inexact=1)
    figure = drawn(calendar_cells(days, theme="light"))
    (cell,) = (trace for trace in figure.data if trace.name == "2")
    assert (cell.x[0][:10], cell.base[0]) == ("2018-04-30", 4)
    assert list(figure.layout.yaxis.ticktext) == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert "1\u00a0incident without an exact day" in texts(figure)


def test_years_are_added_up_and_end_where_the_record_ends():
    cells = *months("2017", 2017, [1] * 12), *months("2018", 2018, [2] * 6 + [None] * 6)
    found = view("years", cells, as_far_as=date(2018, 6, 30))
    figure = drawn(years_over(found, theme="light"))
    before, now = figure.data
    assert (before.name, now.name) == ("2017", "2018")
    assert list(before.y) == list(range(13))
    assert list(now.y) == [0, 2, 4, 6, 8, 10, 12, *[None] * 6]
    assert now.line.color == "#B3122F"
    assert "2018 to 30\u00a0Jun" in texts(figure)


def test_two_periods_stand_above_and_below_one_axis():
    cells = *months(NOW, 2018, [4, 1, *[None] * 10]), *months(THEN, 2017, [2] * 3)
    found = view("mirrored", cells, totals={NOW: 5, THEN: 6}, compare="2017")
    figure = drawn(mirrored_bars(found, theme="light"))
    above, below = (trace for trace in figure.data if trace.type == "bar")
    assert (list(above.y), list(below.y)) == ([4, 1], [-2, -2, -2])
    assert (above.x[0], above.x[1][:10]) == (below.x[0], "2000-02-01")
    assert list(figure.layout.yaxis.ticktext) == ["4", "2", "0", "2", "4"]
    (gap,) = hatched(figure)
    assert (gap.x[0][:10], max(gap.y) > 0, min(gap.y)) == ("2000-06-30", True, 0)
    assert "the period ends" in texts(figure)
    assert any("2017: 6\u00a0incidents" in text for text in texts(figure))


def test_what_is_selected_is_strong_in_each_shape_and_the_rest_faded():
    """As much of a bar or a cell as its share; of a line the stretch of the month."""
    cells = months("2018", 2018, [4, 2, *[0] * 4, *[None] * 6])
    groups = {"calendar": "", "multiples": "Hawija", "years": "2018"}

    def shaped(name):
        own = [replace(cell, group=groups[name]) for cell in cells]
        found = view(name, own, totals={groups[name]: 6})
        return view_figure(found, theme="light", picked={(groups[name], cells[0].first): 1})

    figure = shaped("multiples")
    whole, strong = (trace for trace in drawn(figure).data if trace.type == "bar")
    assert (list(whole.y), whole.opacity) == ([4, 2], FADED)
    assert (list(strong.y), list(strong.customdata)) == ([1], [term_of(cells[0])])
    assert strong.text[0].replace("\u00a0", " ").endswith(", 1 selected")

    figure = shaped("calendar")
    (part,) = (trace for trace in drawn(figure).data if trace.name == "4" and not trace.opacity)
    assert list(part.y) == [0.9 / 4]
    assert figure.data[-1]["text"][0].endswith("not covered by UCDP"), "nothing is said of these"

    line, stretch = drawn(shaped("years")).data
    assert (line.opacity, list(stretch.y)) == (FADED, [0, 4, None])
    assert list(line.customdata)[:3] == ["", *map(term_of, cells[:2])]
