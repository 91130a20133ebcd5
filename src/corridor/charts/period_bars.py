"""When: incidents and deaths by period as bars, with window, baseline and marked days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from corridor import vocabulary
from corridor.charts.apart import Uncovered, beside_traces, draw_uncovered, measured_of
from corridor.charts.chart import (
    NO_NAME,
    UNSEEN,
    Mark,
    date_axis,
    draw_marks,
    empty,
    floats,
    label_rows,
    moments,
    plain,
    shade,
    styled,
    top_margin,
    value_axis,
)
from corridor.charts.fatality_bars import fatalities_bars
from corridor.charts.figure import Figure, Trace, bar, scatter
from corridor.charts.level_lines import Frame, Level, draw_baseline, draw_window_level
from corridor.charts.period_series import groups_of, hover_head, period_of, slots, span_of, top_of
from corridor.charts.uncertain_strip import STRIP, draw_strip
from corridor.palette import Theme, colour, group_colours
from corridor.queries.statements import known, rows_of
from corridor.words import numbers as fmt
from corridor.words import say, terms

__all__ = ["Level", "Mark", "Uncovered", "bars", "fatalities_bars", "groups_of", "key", "period_of"]
# What of a bar is not selected, where something is.
_FADED = 0.28
# Below so many incidents the axis has a line at each.
_FEW = 7


@dataclass(frozen=True, eq=False)
class Picked:
    """What is selected: counts by period, with the columns of the series drawn, and days.

    `told` says how many of how many incidents it is.
    """

    rows: pd.DataFrame
    told: str
    days: tuple[tuple[date, date], ...] = ()


def bars(
    series: pd.DataFrame,
    *,
    theme: Theme,
    window: tuple[date, date] | None = None,
    window_level: Level | None = None,
    report_date: Mark | None = None,
    baseline: Level | None = None,
    events: Sequence[Mark] = (),
    rolling: pd.DataFrame | None = None,
    uncertain: pd.DataFrame | None = None,
    span: tuple[date, date] | None = None,
    uncovered: Uncovered | None = None,
    picked: Picked | None = None,
    height: int = 380,
    small: bool = False,
) -> Figure:
    """Draw incidents by period as stacked bars.

    `series`: period_start, period_end (inclusive), group (None where nothing happened),
    incidents; `is_provisional`, if it is there, says what is provisional: hatched, on top; `beside`
    what others alone tell: open marks, in no bar. `uncovered` days are hatched behind the bars.
    `window` is shaded; `window_level` and `baseline` are drawn as means, thick and
    dotted. `rolling`: period_start, mean. `uncertain`: event_date, event_date_end, drawn as
    whiskers under the bars. Of `picked` the bars are strong, at their foot, the rest faded, and its
    days shaded. `small` is for a phone: fewer labels. Only SVG traces.
    """
    if series.empty or not series["incidents"].sum():
        return empty(theme, height, say("no-incident-matches"))
    told, series = series, measured_of(series)
    limits = span or span_of(series)
    marks = [*([report_date] if report_date else []), *events]
    width = 300 if small else 820
    placed = label_rows(marks, limits, width, rows=2 if small else 3)
    strip = uncertain if uncertain is not None and not uncertain.empty else None
    figure = styled(Figure(), theme, height, top_margin(placed))
    # Without a bar the axis is that of what stands beside them.
    top = top_of(series) or top_of(told)
    if uncovered:
        draw_uncovered(figure, uncovered, top, theme, Frame(limits, width))
    figure.data += [*_stack(series, theme, picked), *_beside(told, top, theme, picked)]
    _set_axes(figure, series, theme, limits, top=top, has_strip=strip is not None)
    _shade(figure, window, picked, theme)
    if rolling is not None:
        figure.add_trace(_rolling(rolling, theme))
    if baseline:
        draw_baseline(figure, baseline, series, theme, Frame(limits, width))
    if window_level:
        draw_window_level(figure, window_level, series, theme, Frame(limits, width))
    if strip is not None:
        draw_strip(figure, strip, theme)
    return draw_marks(figure, placed, theme)


def _shade(
    figure: Figure, window: tuple[date, date] | None, picked: Picked | None, theme: Theme
) -> None:
    if window:
        shade(figure, window, theme)
    for days in picked.days if picked else ():
        shade(figure, days, theme, ("accent", 0.14))


def _set_axes(
    figure: Figure,
    series: pd.DataFrame,
    theme: Theme,
    limits: tuple[date, date],
    *,
    top: float,
    has_strip: bool,
) -> None:
    """Set the axes; with a strip the bars stand above it, on a line of their own."""
    # What is drawn across the bars, `drawing.pick_days` reads: Plotly takes a drag or a click.
    figure.update_layout(barmode="stack", dragmode=False)
    figure.update_xaxes(**date_axis(theme, limits, hoverformat=hover_head(series)))
    # Incidents are whole: few of them would get a line at each half, written as the same number.
    whole = {"dtick": 1} if top < _FEW else {}
    figure.update_yaxes(
        **value_axis(
            theme,
            domain=[STRIP + 0.03 if has_strip else 0, 1],
            range=[0, top],
            zeroline=has_strip,
            zerolinecolor=colour("ink2", theme),
            tickformat=",d",
            **whole,
        )
    )


def stops(series: pd.DataFrame, teller: str, picked: Picked | None = None) -> Trace:
    """Return unseen bars by which keys go from period to period: what each selects, and its words.

    `series` as for `bars`, with NULL where `teller`, who measures, covers no day of a period.
    """
    own = measured_of(series)
    chosen = measured_of(picked.rows).groupby("period_start")["incidents"].sum() if picked else None
    periods = own.drop_duplicates("period_start").sort_values("period_start")
    counts = own.groupby("period_start")["incidents"].sum(min_count=1)
    groups = own.groupby(["period_start", "group"], as_index=False)["incidents"].sum()
    told_of: dict[pd.Timestamp, list[str]] = {}
    for start, group, number in groups.itertuples(index=False):
        told = say("chart-stop-group", group=group_label(group), count=int(number))
        told_of.setdefault(start, []).append(told)
    words, terms = [], []
    for row in rows_of(periods):
        start, end = row["period_start"], row["period_end"]
        days, count = fmt.years(start.date(), end.date()), known(counts[start])
        says = [
            say("view-cell-uncovered", days=days, series=teller)
            if count is None
            else say("view-cell", days=days, count=int(count)),
            fmt.sentence_list(told_of.get(start, [])),
            say("roads-selected", count=int(chosen.get(start, 0))) if chosen is not None else "",
        ]
        words.append(plain(". ".join(filter(None, says))))
        terms.append(f"dates:{start.date()}/{end.date()}")
    widths, offsets = slots(periods)
    return bar(
        x=moments(periods["period_start"]),
        y=[int(known(counts[at]) or 0) for at in periods["period_start"]],
        base=[0] * len(terms), width=widths, offset=offsets, customdata=terms, text=words,
        textposition="none", hoverinfo="skip", marker={"color": UNSEEN, "line": {"width": 0}},
    )  # fmt: skip


def key(series: pd.DataFrame, theme: Theme) -> list[tuple[str, str]]:
    """Return (label, colour) of each group drawn, for the legend written beside the title."""
    groups = groups_of(measured_of(series))
    colours = group_colours(groups, theme)
    return [(group_label(group), colours[group]) for group in groups]


def group_label(group: str) -> str:
    """Return the words for an event type, a province or a pair of actors."""
    return (
        terms.event_label(group)
        if group in vocabulary.EVENT_TYPES
        else vocabulary.actor_label(group)
    )


def _stack(series: pd.DataFrame, theme: Theme, picked: Picked | None) -> list[Trace]:
    groups = groups_of(series)
    colours = group_colours(groups, theme)
    if picked is None:
        return _layer(series, groups, colours, "")
    chosen = measured_of(picked.rows)
    return [
        *_layer(chosen, groups, colours, "chart-selected"),
        *_layer(_without(series, chosen), groups, colours, "chart-not-selected", _FADED),
    ]


def _layer(
    series: pd.DataFrame,
    groups: list[str],
    colours: dict[str, str],
    named: str,
    opacity: float = 1,
) -> list[Trace]:
    """Return a bar for each group; `named` is the message that says which part of it this is."""
    later = series["is_provisional"] if "is_provisional" in series else series["incidents"] < 0
    split = [
        (group, is_provisional, series[(series["group"] == group) & (later == is_provisional)])
        for is_provisional in (False, True)
        for group in groups
    ]
    return [
        _bar(
            rows,
            _named(group, named, is_provisional=is_provisional),
            _look(colours[group], opacity, is_provisional=is_provisional),
        )
        for group, is_provisional, rows in split
        if len(rows)
    ]


def _named(group: str, named: str, *, is_provisional: bool) -> str:
    label = group_label(group)
    label = say("chart-provisional", group=label) if is_provisional else label
    return plain(say(named, group=label) if named else label)


def _without(series: pd.DataFrame, chosen: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a series with the counts of what was chosen of it taken away."""
    keys = ["period_start", "group", "is_provisional"]
    taken = chosen.dropna(subset="group").groupby(keys)["incidents"].sum()
    rows = series.dropna(subset="group")
    gone = taken.reindex(pd.MultiIndex.from_frame(rows[keys]), fill_value=0)
    left = rows.assign(incidents=rows["incidents"].to_numpy() - gone.to_numpy())
    return left[left["incidents"] > 0]


def _beside(told: pd.DataFrame, top: float, theme: Theme, picked: Picked | None) -> list[Trace]:
    """Return the open marks of what others tell: faded where something else is selected."""
    whole = [*beside_traces(told, top, theme)]
    if picked is None:
        return whole
    faded = [{**trace, "opacity": _FADED} for trace in whole]
    return [*faded, *beside_traces(picked.rows, top, theme)]


def _bar(rows: pd.DataFrame, name: str, look: dict[str, object]) -> Trace:
    widths, offsets = slots(rows)
    return bar(
        x=moments(rows["period_start"]),
        y=[int(count) for count in rows["incidents"]],
        width=widths,
        offset=offsets,
        name=name,
        marker={"line": {"width": 0}, **look},
        hovertemplate="%{y} %{fullData.name}" + NO_NAME,
    )


def _look(ink: str, opacity: float, *, is_provisional: bool) -> dict[str, object]:
    """Return the look of bars; what is provisional is light, with lines across."""
    if not is_provisional:
        return {"color": _thinned(ink, opacity)}
    lines = {"shape": "/", "fgcolor": _thinned(ink, opacity), "size": 5, "solidity": 0.35}
    return {"color": _thinned(ink, 0.3 * opacity), "pattern": lines}


def _thinned(ink: str, opacity: float) -> str:
    red, green, blue = (int(ink[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})" if opacity < 1 else ink


def _rolling(rolling: pd.DataFrame, theme: Theme) -> Trace:
    return scatter(
        x=moments(rolling["period_start"]), y=floats(rolling["mean"]), mode="lines",
        name=say("chart-moving-average"),
        line={"color": colour("ink", theme), "width": 1.6, "shape": "spline"},
        hovertemplate=say("chart-mean-hover", mean="%{y:.1f}") + NO_NAME, connectgaps=False,
    )  # fmt: skip
