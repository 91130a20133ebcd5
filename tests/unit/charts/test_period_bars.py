"""The charts over time: bars, means, marked days, uncertain dates, deaths."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from corridor.charts import paper, period_bars
from corridor.charts.apart import beside_traces
from corridor.charts.chart import CONFIG, Mark, label_rows
from corridor.charts.period_bars import Level, Picked, groups_of, key, period_of
from tests.plotly_figures import checked

CIVILIANS, CLASH = "Violence against civilians", "Battles"
WINDOW = (date(2018, 2, 1), date(2018, 3, 31))
REPORT = Mark(date(2018, 3, 17), "Injana attack, 17 Jun 2018", is_report=True)


def months(counts):
    """Make a monthly series of 2018 from (group, incidents) by month."""
    rows = [
        (pd.Timestamp(2018, month, 1), group, incidents)
        for month, parts in counts.items()
        for group, incidents in parts
    ]
    series = pd.DataFrame(rows, columns=["period_start", "group", "incidents"])
    series["period_end"] = series["period_start"] + pd.offsets.MonthEnd(0)
    return series


SERIES = months({
    1: [(CLASH, 4), (CIVILIANS, 1)], 2: [(None, 0)], 3: [(CLASH, 2)], 4: [(CIVILIANS, 7)],
})  # fmt: skip


def bars(series, **options):
    return checked(period_bars.bars(series, **options))


def draw(**changes):
    return bars(SERIES, **({"theme": "light"} | changes))


def shapes(figure, **wanted):
    return [
        shape for shape in figure.layout.shapes
        if all(shape[name] == value for name, value in wanted.items())
    ]  # fmt: skip


def texts(figure):
    return [note.text for note in figure.layout.annotations]


def test_few_incidents_have_no_lines_at_halves():
    few = bars(months({1: [(CLASH, 1)], 2: [(CLASH, 2)]}), theme="light")
    assert few.layout.yaxis.dtick == 1
    assert draw().layout.yaxis.dtick is None


def test_bars_stack_the_groups_in_their_meaning_colours():
    figure = draw()
    clash, civilians = figure.data
    assert figure.layout.barmode == "stack"
    assert list(clash.y) == [4, 2]
    assert [moment[:10] for moment in clash.x] == ["2018-01-01", "2018-03-01"]
    assert list(civilians.y) == [1, 7]
    assert (clash.marker.color, civilians.marker.color) == ("#1F5A9E", "#B3122F")
    assert sum(map(sum, (clash.y, civilians.y))) == SERIES["incidents"].sum()


def test_what_others_tell_is_in_no_bar_but_an_open_mark_with_its_own_number():
    beside = [None, "ACLED", None, None, "others"]
    mixed = SERIES.assign(beside=beside)
    clash, acled, others = bars(mixed, theme="light").data
    assert list(clash.y) == [4, 2]
    assert [(trace.type, trace.mode) for trace in (acled, others)] == [("scatter", "markers")] * 2
    assert [trace.name for trace in (acled, others)] == [
        "told only by ACLED",
        "told only by others",
    ]
    assert (list(acled.text), list(others.text)) == (["1"], ["7"])
    # Seven are more than the axis of the bars has room for: the mark says so.
    assert (acled.marker.symbol, others.marker.symbol) == (("circle-open",), ("triangle-up-open",))
    assert max(others.y) < bars(mixed, theme="light").layout.yaxis.range[1] < 7
    assert key(mixed, "light") == [("Armed clash", "#1F5A9E")]


def test_days_that_are_not_covered_are_hatched_and_named():
    gap = (date(2018, 1, 1), date(2018, 3, 31))
    figure = draw(uncovered=period_bars.Uncovered("ACLED", (gap,)))
    band = figure.data[0]
    assert (band.fill, band.fillpattern.shape) == ("toself", "/")
    assert {moment[:10] for moment in band.x} == {"2018-01-01", "2018-04-01"}
    assert "not covered by ACLED" in texts(figure)


def test_provisional_incidents_stand_on_top_hatched():
    mixed = SERIES.assign(is_provisional=[False, True, False, False, True])
    clash, against = bars(mixed, theme="light").data
    assert [trace.name for trace in (clash, against)] == [
        "Armed clash",
        f"{CIVILIANS}, provisional",
    ]
    assert (list(clash.y), list(against.y)) == ([4, 2], [1, 7])
    assert clash.marker.pattern.shape is None
    assert (against.marker.pattern.shape, against.marker.pattern.fgcolor) == ("/", "#B3122F")


def test_only_svg_traces_without_legend():
    figure = draw(rolling=SERIES.assign(mean=1.0)[["period_start", "mean"]])
    assert {trace.type for trace in figure.data} == {"bar", "scatter"}
    assert figure.layout.showlegend is False
    assert CONFIG["displayModeBar"] is False


def test_a_bar_fills_its_own_period():
    clash = draw().data[0]
    january = 31 * 86_400_000
    assert clash.width[0] == pytest.approx(0.88 * january)
    assert clash.offset[0] == pytest.approx(0.06 * january)


def test_the_window_is_shaded_with_six_percent_and_its_mean_is_thick():
    level = Level(1.0, *WINDOW, "1.0 a month")
    figure = draw(window=WINDOW, window_level=level)
    (shaded,) = shapes(figure, type="rect")
    assert shaded.fillcolor == "rgba(27,35,44,0.06)"
    assert pd.Timestamp(shaded.x0) == pd.Timestamp("2018-02-01")
    assert pd.Timestamp(shaded.x1) == pd.Timestamp("2018-04-01")
    (mean,) = [line for line in shapes(figure, type="line") if line.line.width == 3]
    assert (mean.y0, mean.y1) == (1.0, 1.0)
    assert "<b>1.0 a month</b>" in texts(figure)


def test_the_baseline_is_dotted_over_the_whole_axis_and_written():
    level = Level(4.8, date(2010, 1, 1), date(2011, 12, 31), "2010–2011: 4.8 a month")
    figure = draw(baseline=level)
    (line,) = shapes(figure, type="line", y0=4.8)
    assert line.line.dash != "solid"
    assert (line.x0, line.x1) == (date(2018, 1, 1), date(2018, 5, 1))
    note = next(note for note in figure.layout.annotations if note.text == level.label)
    assert note.y >= 5  # above the bar it would cover


def test_the_reports_day_is_a_red_line_labelled_on_top():
    figure = draw(report_date=REPORT)
    (line,) = shapes(figure, type="line")
    assert line.line.color == "#B3122F"
    assert line.x0 == REPORT.day
    note = figure.layout.annotations[0]
    assert (note.text, note.yref, note.y) == (REPORT.label, "paper", 1)


def test_a_drag_is_not_plotlys():
    assert draw().layout.dragmode is False


def test_what_is_selected_stands_strong_at_the_foot_of_bars_that_stay_as_tall():
    whole = SERIES.assign(is_provisional=False, beside=None)
    chosen = months({1: [(CLASH, 3)], 2: [(None, 0)], 3: [(None, 0)], 4: [(CIVILIANS, 7)]})
    days = ((date(2018, 1, 1), date(2018, 1, 31)),)
    picked = Picked(chosen.assign(is_provisional=False, beside=None), "10 of 14 incidents", days)
    figure = bars(whole, theme="light", picked=picked)
    drawn = {trace.name: (dict(zip(trace.x, trace.y, strict=True)), trace.marker.color)
             for trace in figure.data}  # fmt: skip
    first, third, fourth = (f"2018-0{month}-01T00:00:00" for month in (1, 3, 4))
    assert drawn == {
        "Armed clash, selected": ({first: 3}, "#1F5A9E"),
        f"{CIVILIANS}, selected": ({fourth: 7}, "#B3122F"),
        "Armed clash, not selected": ({first: 1, third: 2}, "rgba(31,90,158,0.28)"),
        f"{CIVILIANS}, not selected": ({first: 1}, "rgba(179,18,47,0.28)"),
    }
    (band,) = shapes(figure, type="rect")
    assert (str(band.x0), str(band.x1)[:10]) == ("2018-01-01", "2018-02-01")


def test_uncertain_dates_are_whiskers_over_their_days():
    uncertain = pd.DataFrame({
        "event_date": pd.to_datetime(["2018-01-10", "2018-01-11", "2018-03-01"]),
        "event_date_end": pd.to_datetime(["2018-01-20", "2018-01-12", "2018-03-31"]),
    })  # fmt: skip
    figure = draw(uncertain=uncertain)
    strip = figure.data[-1]
    assert strip.yaxis == "y2"
    assert [moment and moment[:10] for moment in strip.x[:3]] == ["2018-01-10", "2018-01-21", None]
    assert strip.y[0] != strip.y[3]  # two that overlap stand in two rows
    assert strip.y[0] == strip.y[6]
    assert "3\u00a0incidents without an exact day" in texts(figure)
    assert figure.layout.yaxis.domain[0] > 0


def test_labels_keep_clear_of_each_other_on_a_phone():
    span = (date(2010, 1, 1), date(2019, 1, 1))
    marks = [REPORT, Mark(date(2018, 5, 12), "Election"), Mark(date(2014, 6, 10), "Fall of Mosul")]
    placed = label_rows(marks, span, 345, rows=2)
    assert placed[0][:2] == (REPORT, 0)
    assert {mark.label for mark, _, _ in placed} >= {REPORT.label, "Fall of Mosul"}
    boxes = [_box(*spot, span) for spot in placed]
    for at, (row, left, right) in enumerate(boxes):
        assert -5 <= left < right <= 350
        assert not any(row == other and left < end and start < right
                       for other, start, end in boxes[at + 1 :])  # fmt: skip


def _box(mark, row, anchor, span):
    at = 345 * (mark.day - span[0]).days / (span[1] - span[0]).days
    wide = 5.9 * len(mark.label)
    return (row, at - wide, at) if anchor == "right" else (row, at, at + wide)


def test_the_key_names_what_is_drawn_in_order():
    assert key(SERIES, "light") == [
        ("Armed clash", "#1F5A9E"), ("Violence against civilians", "#B3122F"),
    ]  # fmt: skip
    provinces = SERIES.assign(group=["Diyala", "Kirkuk", None, "Diyala", "Kirkuk"])
    assert groups_of(provinces) == ["Kirkuk", "Diyala"]
    reds = {"#B3122F", "#1F5A9E"}
    assert not reds & {colour for _, colour in key(provinces, "light")}


def test_no_incident_is_said_in_words():
    figure = bars(SERIES.head(0), theme="light")
    assert texts(figure) == ["No incident matches."]
    assert texts(bars(SERIES.assign(incidents=0), theme="dark")) == ["No incident matches."]


@pytest.mark.parametrize(
    ("days", "period"), [(1, "day"), (7, "week"), (30, "month"), (365, "year")]
)
def test_the_period_is_read_from_the_series(days, period):
    start = pd.Timestamp("2018-01-01")
    ends = [start + pd.Timedelta(days=days - 1)]
    assert period_of(pd.DataFrame({"period_start": [start], "period_end": ends})) == period


def test_deaths_are_a_range_with_the_best_count_as_a_line():
    deaths = SERIES.assign(
        fatalities_low=[10, 1, None, 5, 7], fatalities_best=[12, 1, None, 5, None],
        fatalities_high=[20, 2, None, 5, 9],
    )  # fmt: skip
    figure = checked(period_bars.fatalities_bars(deaths, theme="light", window=WINDOW))
    ranges, best = figure.data
    assert list(ranges.base) == [11, None, 5, 7]
    assert list(ranges.y) == [11, None, 0, 2]
    assert ranges.text[0] == "13\u00a0(11–22)"
    assert ranges.text[1] == "unknown"
    assert [count for count in best.y if count is not None] == [13, 13, 5, 5]


def test_markup_in_labels_is_written_not_run():
    figure = draw(events=[Mark(date(2018, 2, 1), "<a href=x>x</a>")])
    assert "&lt;a href=x&gt;x&lt;/a&gt;" in texts(figure)


def test_the_numbers_of_the_axis_stand_outside_the_plot_on_enough_lines():
    """Nothing drawn at an edge of the plot, such as the window's mean, lies on a number."""
    deaths = SERIES.assign(fatalities_low=1, fatalities_best=2, fatalities_high=3)
    for figure in (draw(), checked(period_bars.fatalities_bars(deaths, theme="light"))):
        axis = figure.layout.yaxis
        assert (axis.side, axis.ticklabelposition) == ("left", "outside")
        assert figure.layout.margin.l >= 40  # "10,000" at 12 px
        assert axis.nticks >= 4


def test_many_marks_of_others_are_drawn_small() -> None:
    def sizes(months: int) -> set[float]:
        starts = pd.date_range("2010-01-01", periods=months, freq="MS")
        rows = pd.DataFrame(
            {
                "period_start": starts,
                "period_end": starts + pd.offsets.MonthEnd(0),
                "incidents": 2,
                "beside": "ACLED",
            }
        )
        return {trace["marker"]["size"] for trace in beside_traces(rows, 10.0, "light")}

    assert sizes(12) == {8}
    assert sizes(60) == {4}, "side by side they would be a chain"


def test_keys_go_from_period_to_period_and_say_what_each_holds():
    rows = SERIES.assign(beside=None, incidents=SERIES["incidents"].astype("Int64"))
    rows.loc[rows["group"].isna(), "incidents"] = pd.NA  # of February nothing is known
    chosen = rows[rows["group"].eq(CLASH)]
    trace = period_bars.stops(rows, "UCDP", Picked(chosen, ""))
    assert trace["customdata"][2:] == ["dates:2018-03-01/2018-03-31", "dates:2018-04-01/2018-04-30"]
    first, silent, *_, last = (text.replace("\u00a0", " ") for text in trace["text"])
    assert first == ("1–31 Jan 2018: 5 incidents. 4 Armed clash and 1 Violence against civilians. "
                     "4 selected")  # fmt: skip
    assert silent == "1–28 Feb 2018: not covered by UCDP. 0 selected"
    assert last.endswith("7 Violence against civilians. 0 selected")
    assert trace["y"] == [5, 0, 2, 7]
    figure = period_bars.bars(SERIES, theme="light")
    before = paper.svg(figure, "light")
    figure.add_trace(trace)
    assert paper.svg(checked(figure) and figure, "light") == before, "nothing of it is drawn"
