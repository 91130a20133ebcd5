"""Means drawn across the bars: the earlier years' dotted, the window's as a thick line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from corridor.answers import Levels
from corridor.charts.chart import note, plain, text_width
from corridor.charts.figure import Figure
from corridor.charts.period_series import tallest
from corridor.palette import Theme, colour, css
from corridor.words import numbers as fmt
from corridor.words import say


@dataclass(frozen=True)
class Level:
    """A mean over a span of days, in incidents a period, with the words that name it."""

    mean: float
    first: date
    last: date
    label: str


def window_level(found: Levels, period: str) -> Level | None:
    """Return the window's mean as a line to draw; None where nothing is covered."""
    mean = found.mean(period)
    if found.window is None or mean is None:
        return None
    told = say("level-of-period", period=period, mean=fmt.number(mean, 1))
    return Level(mean, *found.window, told)


def baseline_level(found: Levels, period: str) -> Level | None:
    """Return the mean of the baseline as a line to draw; None where there is none."""
    mean = found.baseline_mean(period)
    if mean is None:
        return None
    level = say("level-of-period", period=period, mean=fmt.number(mean, 1))
    told = say("level-of-baseline", years=fmt.years(*found.baseline), level=level)
    return Level(mean, *found.baseline, told)


@dataclass(frozen=True)
class Frame:
    """The time axis: its days and its width in px."""

    span: tuple[date, date]
    width: int

    def days_of(self, text: str) -> pd.Timedelta:
        """Return the stretch of days that a text covers."""
        days = (self.span[1] - self.span[0]).days
        return pd.Timedelta(days=days * 1.1 * text_width(text) / self.width)


def draw_baseline(
    figure: Figure, level: Level, series: pd.DataFrame, theme: Theme, frame: Frame
) -> None:
    """Draw the mean of the earlier years dotted over the whole axis, its words at the left."""
    line = {"color": colour("ink", theme), "width": 1.4, "dash": "2px,3px"}
    _level_line(figure, frame.span, level.mean, line)
    first = pd.Timestamp(frame.span[0])
    above = tallest(series, first, first + frame.days_of(level.label))
    note(
        figure, plain(level.label), theme, x=frame.span[0], y=max(level.mean, above),
        xanchor="left", yanchor="bottom", yshift=1, bgcolor=_veil(theme),
    )  # fmt: skip


def draw_window_level(
    figure: Figure, level: Level, series: pd.DataFrame, theme: Theme, frame: Frame
) -> None:
    """Draw the window's mean as a thick line, its words above the bars at the window's end."""
    line = {"color": colour("ink", theme), "width": 3}
    _level_line(figure, (level.first, level.last), level.mean, line)
    last = pd.Timestamp(level.last)
    above = tallest(series, last - frame.days_of(level.label), last)
    note(
        figure, f"<b>{plain(level.label)}</b>", theme, x=level.last, y=max(level.mean, above),
        xanchor="right", yanchor="bottom", yshift=2, xshift=-3, bgcolor=_veil(theme),
    )  # fmt: skip


def _veil(theme: Theme) -> str:
    """Return the ground that keeps words readable where a narrow window puts bars behind them."""
    return css("bg", theme, 0.75)


def _level_line(
    figure: Figure, across: tuple[date, date], mean: float, line: dict[str, Any]
) -> None:
    figure.add_shape(
        type="line", xref="x", yref="y", x0=across[0], x1=across[1], y0=mean, y1=mean, line=line
    )
