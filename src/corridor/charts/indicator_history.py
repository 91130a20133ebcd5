"""A finding's indicator through time: value, interval, thresholds and changes of verdict."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

import pandas as pd

from corridor.charts.chart import (
    NO_NAME,
    Mark,
    date_axis,
    draw_marks,
    empty,
    floats,
    label_rows,
    moments,
    note,
    plain,
    styled,
    text_width,
    top_margin,
    value_axis,
)
from corridor.charts.figure import Figure, Trace, scatter
from corridor.palette import Theme, colour, css
from corridor.texts.history_text import value_words
from corridor.words import numbers as fmt
from corridor.words import say, terms

# Hue gives the side of the claim, the glyph the strength; always with the word.
GLYPHS: Final = {
    "more than claimed": "⊕",
    "supported": "●",
    "partly supported": "◐",
    "short of the claim": "◔",
    "not supported": "○",
    "contradicted": "⬤",
    "undecided": "◇",
    "not enough data": "◌",
}
# Room under the plot for the verdicts, and where in it their line and their words are, as
# shares of the plot's height.
_STRIP: Final = 0.19
_STRIP_LINE: Final = 0.12
_STRIP_WORDS: Final = 0.05
_SIDES: Final = {"supported": "chart-right-from", "not supported": "chart-wrong-up-to"}


def indicator_history(
    history: pd.DataFrame,
    *,
    theme: Theme,
    claim: float | None,
    denial: float | None,
    at_most: float | None = None,
    report_date: date | None = None,
    as_of: date | None = None,
    unit: str = "",
    height: int = 210,
    small: bool = False,
) -> Figure:
    """Draw an indicator at successive as-of dates.

    `history`: as_of (dates), value, low, high (NULL where not computable), verdict. `claim` and
    `denial` are the two thresholds, dashed, `at_most` the claim's upper end, if it has one; `unit`
    is share, ratio or km. The strip under the plot carries the verdict, and each change of it is
    marked on the line and named.
    """
    rows = history.sort_values("as_of").reset_index(drop=True)
    rows["value"] = pd.Series(floats(rows["value"]), rows.index, dtype=float)
    if rows.empty or rows["value"].isna().all():
        return empty(theme, height, say("chart-no-indicator"))
    weeks = pd.to_datetime(rows["as_of"])
    span = weeks.min().date(), (weeks.max() + pd.Timedelta(days=7)).date()
    width = 300 if small else 560
    placed = label_rows(_marks(report_date, as_of), span, width, rows=2)
    figure = styled(Figure(), theme, height, top_margin(placed))
    top, bottom = _limits(rows, claim, denial)
    figure.update_xaxes(**date_axis(theme, span, hoverformat="%-d %b %Y"))
    figure.update_yaxes(**value_axis(
        theme, domain=[_STRIP, 1], range=[bottom, top], rangemode="normal",
        **(_share_ticks(bottom, top) if unit == "share" else {}),
    ))  # fmt: skip
    for trace in _band(rows, theme, (bottom, top)):
        figure.add_trace(trace)
    figure.add_trace(_line(rows, theme, unit))
    for level, side in ((claim, "supported"), (denial, "not supported")):
        if level is not None:
            words = say(_SIDES[side], value=value_words(level, unit))
            _draw_threshold(figure, level, side, theme, words)
    if at_most is not None and at_most < top:
        words = say("chart-right-up-to", value=value_words(at_most, unit))
        _draw_threshold(figure, at_most, "supported", theme, words)
    _draw_verdicts(figure, rows, theme, width / max((span[1] - span[0]).days, 1))
    return draw_marks(figure, placed, theme)


def verdict_changes(history: pd.DataFrame) -> pd.DataFrame:
    """Return the rows at which the verdict differs from the one before (the first row is none)."""
    rows = history.sort_values("as_of").reset_index(drop=True)
    before = rows["verdict"].shift()
    return rows[before.notna() & (rows["verdict"] != before)]


def _marks(report_date: date | None, as_of: date | None) -> Sequence[Mark]:
    marks = []
    if report_date:
        marks.append(
            Mark(report_date, say("chart-report-day", day=fmt.day(report_date)), is_report=True)
        )
    if as_of and as_of != report_date:
        marks.append(Mark(as_of, say("chart-as-of", day=fmt.day(as_of))))
    return marks


def _share_ticks(bottom: float, top: float) -> dict[str, Any]:
    steps = (0.02, 0.05, 0.1, 0.2, 0.25, 0.5)
    step = next((step for step in steps if (top - bottom) / step <= 6.4), 1.0)
    values = [step * at for at in range(math.ceil(bottom / step), int(top / step) + 1)]
    return {"tickvals": values, "ticktext": [fmt.percent(value) for value in values]}


def _limits(rows: pd.DataFrame, *thresholds: float | None) -> tuple[float, float]:
    """Return (top, bottom) that hold values, thresholds and the intervals, unless those explode."""
    values = [*rows["value"].dropna(), *(level for level in thresholds if level is not None)]
    widest = 2.2 * max(abs(value) for value in values) or 1.0
    low, high = rows["low"].dropna().clip(-widest), rows["high"].dropna().clip(upper=widest)
    reach = [*values, *low, *high]
    top, bottom = max(reach), min([*reach, 0])
    air = 0.06 * (top - bottom)
    return top + air, bottom - (air if bottom < 0 else 0)


def _band(rows: pd.DataFrame, theme: Theme, limits: tuple[float, float]) -> list[Trace]:
    """Draw the interval as an area; a break where it is not known."""
    traces = []
    is_known = rows["low"].notna() & rows["high"].notna()
    for _, run in rows[is_known].groupby(rows["low"].isna().cumsum()):
        ahead = moments(run["as_of"])
        low = run["low"].clip(*limits).astype(float).tolist()
        high = run["high"].clip(*limits).astype(float).tolist()
        traces.append(scatter(
            x=ahead + ahead[::-1], y=high + low[::-1], fill="toself", mode="lines",
            line={"width": 0}, fillcolor=css("ink2", theme, 0.16), hoverinfo="skip",
            name=say("chart-interval"),
        ))  # fmt: skip
    return traces


def _line(rows: pd.DataFrame, theme: Theme, unit: str) -> Trace:
    words = [_words(row, unit) for row in rows.itertuples()]
    return scatter(
        x=moments(rows["as_of"]), y=floats(rows["value"]), mode="lines", text=words,
        line={"color": colour("ink", theme), "width": 1.8}, name=say("chart-indicator"),
        hovertemplate="%{text}" + NO_NAME, connectgaps=False,
    )  # fmt: skip


def _words(row: Any, unit: str) -> str:
    """Return what the pointer reads at one date: value, interval, verdict."""
    writer = fmt.percent_interval if unit == "share" else fmt.interval
    verdict = str(row.verdict)
    return (
        f"<b>{value_words(row.value, unit)}</b> ({writer(row.low, row.high)})<br>"
        f"{GLYPHS.get(verdict, '')} {plain(terms.term(verdict))}"
    )


def _draw_threshold(figure: Figure, level: float, side: str, theme: Theme, words: str) -> None:
    ink = colour(side, theme)
    figure.add_shape(
        type="line", xref="paper", yref="y", x0=0, x1=1, y0=level, y1=level,
        line={"color": ink, "width": 1.2, "dash": "dash"},
    )  # fmt: skip
    note(
        figure, words, theme, x=0, xref="paper", y=level, xanchor="left",
        yanchor="bottom" if side == "supported" else "top", font={"color": ink, "size": 11},
    )  # fmt: skip


def _draw_verdicts(figure: Figure, rows: pd.DataFrame, theme: Theme, pixels: float) -> None:
    """Draw the verdict as a strip under the plot, with its word where there is room.

    `pixels` is the width of a day. Each change is marked on the line too.
    """
    for first, last, verdict in _stretches(rows):
        ink = colour(verdict, theme)
        figure.add_shape(
            type="line", xref="x", yref="paper", x0=first, x1=last, y0=_STRIP_LINE, y1=_STRIP_LINE,
            line={"color": ink} | _stroke(verdict),
        )  # fmt: skip
        words = f"{GLYPHS[verdict]}{fmt.NBSP}{terms.term(verdict)}"
        room = (pd.Timestamp(last) - pd.Timestamp(first)).days * pixels
        if room >= text_width(words, 11):
            note(figure, words, theme, x=first, xref="x", y=_STRIP_WORDS, yref="paper",
                 xanchor="left", yanchor="middle", font={"color": ink, "size": 11})  # fmt: skip
    changes = verdict_changes(rows).dropna(subset="value")
    figure.add_trace(scatter(
        x=moments(changes["as_of"]), y=floats(changes["value"]), mode="markers",
        name=say("chart-verdict-changes"), hoverinfo="skip",
        marker={"size": 8, "color": [colour(word, theme) for word in changes["verdict"]],
                "line": {"color": colour("bg", theme), "width": 1.5}},
    ))  # fmt: skip


def _stretches(rows: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Return (first, last, verdict) of each stretch; a stretch ends where the next begins."""
    starts = rows[rows["verdict"] != rows["verdict"].shift()]
    edges = [*moments(starts["as_of"]), moments(rows["as_of"])[-1]]
    return list(zip(edges[:-1], edges[1:], map(str, starts["verdict"]), strict=True))


def _stroke(verdict: str) -> dict[str, Any]:
    strokes = {
        "more than claimed": {"width": 9},
        "supported": {"width": 9},
        "contradicted": {"width": 9},
        "partly supported": {"width": 5},
        "short of the claim": {"width": 5},
        "not supported": {"width": 5},
    }
    return strokes.get(verdict, {"width": 3, "dash": "2px,3px"})
