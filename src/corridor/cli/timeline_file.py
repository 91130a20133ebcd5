"""The timeline of a filter as a file: `timeline --out`."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass

from corridor import answers, queries
from corridor.answers import TimeView
from corridor.charts import period_bars
from corridor.charts.chart_sheet import Charted, chart_svg
from corridor.charts.level_lines import baseline_level, window_level
from corridor.charts.timeline_sheet import bars_told, view_told
from corridor.charts.view_figure import view_figure
from corridor.cli.asked import region_of
from corridor.cli.chosen import ChoiceError
from corridor.exchange.counts import timeline_csv, view_csv
from corridor.filter import IncidentFilter
from corridor.maps.sheet import Told
from corridor.settings import Settings
from corridor.store import Store
from corridor.texts.credit_lines import credit_lines
from corridor.words import later, say
from corridor.words import numbers as fmt

FORMATS = (".svg", ".csv")


@dataclass(frozen=True, eq=False)
class _Timeline:
    """A timeline as both kinds of file have it."""

    told: Told
    charts: list[Charted]
    csv: bytes


def write_timeline(
    arguments: argparse.Namespace,
    settings: Settings,
    store: Store,
    chosen: IncidentFilter,
    view: TimeView | None,
) -> int:
    """Write the bars and the deaths, or a view, as a picture or as numbers, and say its title."""
    kind = arguments.out.suffix.lower()
    if kind not in FORMATS:
        kinds = fmt.unit_list(FORMATS)
        raise ChoiceError(later("timeline-no-such-file", name=arguments.out.name, kinds=kinds))
    own = _view(store, chosen, view) if view else _bars(arguments, settings, store, chosen)
    svg = chart_svg(own.told, own.charts, "light").encode() if kind == ".svg" else b""
    arguments.out.write_bytes(svg or own.csv)
    print(say("timeline-written", file=str(arguments.out)), file=sys.stderr)
    print(own.told.title)
    return 0


def _view(store: Store, chosen: IncidentFilter, view: TimeView) -> _Timeline:
    figure = view_figure(view, theme="light")
    told = view_told(chosen, view, _credits(store))
    return _Timeline(told, [Charted(view.view, figure)], view_csv(view))


def _bars(
    arguments: argparse.Namespace, settings: Settings, store: Store, chosen: IncidentFilter
) -> _Timeline:
    region = region_of(arguments, settings)
    found = answers.timeline(
        store, chosen, arguments.period or "auto", arguments.stack, first_day=region.first_day
    )
    levels = answers.levels(store, chosen, region.baseline)
    uncovered = period_bars.Uncovered(found.series, found.uncovered)
    bars = period_bars.bars(
        found.rows, theme="light", window=found.window, span=found.span, uncovered=uncovered,
        window_level=window_level(levels, found.period),
        baseline=baseline_level(levels, found.period), uncertain=found.uncertain,
    )  # fmt: skip
    deaths = period_bars.fatalities_bars(
        found.rows, theme="light", window=found.window, span=found.span, uncovered=uncovered
    )
    return _Timeline(
        bars_told(chosen, found, levels, _credits(store)),
        [Charted("bars", bars), Charted("deaths", deaths, say("timeline-deaths"))],
        timeline_csv(found),
    )


def _credits(store: Store) -> tuple[str, ...]:
    return credit_lines(queries.list_sources(store)["attribution"].dropna(), store.version)
