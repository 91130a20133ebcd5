"""A finding's indicators through time, as they would have read on each date."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import pandas as pd

from corridor import packs, schema
from corridor.analysis import verdicts
from corridor.findings.evaluate import scene_at
from corridor.findings.measured import Scene
from corridor.findings.parts import describe, measure_parts
from corridor.findings.spec import FindingSpec, Report
from corridor.findings.turning import Turn, turns
from corridor.store import Store

COLUMNS: Final = schema.columns(
    as_of="DATE", part="VARCHAR", value="DOUBLE", low="DOUBLE", high="DOUBLE", numerator="DOUBLE",
    denominator="DOUBLE", verdict="VARCHAR", finding_verdict="VARCHAR",
)  # fmt: skip


@schema.returns(**COLUMNS)
def history(
    store: Store,
    report: Report,
    number: int,
    part: str = "",
    dates: Iterable[date] = (),
    *,
    series: str = "",
) -> pd.DataFrame:
    """Give a finding's indicator as of each date; all parts unless one is named by its slug.

    `dates` are month ends from the region's `history_from` to the end of coverage unless given.
    Columns: `COLUMNS`; `verdict` is the part's, `finding_verdict` the whole finding's.
    """
    spec = report.finding(number)
    begin = packs.region(report.region).history_from
    moments = list(dates) or month_ends(begin, last_covered(store, report, series))
    at = _scenes(store, report, spec, series)
    rows = [row for moment in moments for row in _rows_at(spec, at(moment))]
    found = pd.DataFrame(rows, columns=list(COLUMNS))
    return found[found["part"] == part].reset_index(drop=True) if part else found


def verdict_turns(
    store: Store, report: Report, number: int, since: date | None = None, series: str = ""
) -> tuple[Turn, ...]:
    """Give each day on which a finding's verdict was another than the day before, and why.

    From `since` to the end of coverage; from the region's `history_from` unless given.
    """
    begin = max(since or date.min, packs.region(report.region).history_from)
    last = last_covered(store, report, series)
    spec = report.finding(number)
    return turns(spec, _scenes(store, report, spec, series), begin, last) if begin < last else ()


def _scenes(
    store: Store, report: Report, spec: FindingSpec, series: str
) -> Callable[[date], Scene]:
    """Give what a finding is measured on as of any day: fetched anew where rules hang on it."""
    if any(rule.depends_on_date for rule in spec.rules()):
        return lambda day: scene_at(store, report, day, series)
    scene = scene_at(store, report, report.date, series)
    return lambda day: replace(scene, window=replace(scene.window, as_of=day))


def _rows_at(spec: FindingSpec, scene: Scene) -> list[tuple[object, ...]]:
    parts = [describe(part, found, scene) for part, found in measure_parts(spec, scene)]
    whole = verdicts.combine([part.verdict for part in parts])
    return [
        (
            scene.as_of,
            part.slug,
            part.indicator.value,
            part.indicator.low,
            part.indicator.high,
            part.indicator.numerator,
            part.indicator.denominator,
            part.verdict,
            whole,
        )
        for part in parts
    ]


def last_covered(store: Store, report: Report, series: str = "") -> date:
    """Give the last day that a series covers of the report's region; its own date without one."""
    return scene_at(store, report, report.date, series).window.coverage.last or report.date


def month_ends(first: date, last: date) -> list[date]:
    """Give the last day of each month from the month of `first` to that of `last`."""
    found, moment = [], date(first.year, first.month, 1)
    while moment <= last:
        following = date(moment.year + moment.month // 12, moment.month % 12 + 1, 1)
        found.append(following - timedelta(days=1))
        moment = following
    return found


@schema.returns(as_of="DATE", before="VARCHAR", after="VARCHAR")
def verdict_changes(found: pd.DataFrame) -> pd.DataFrame:
    """Give the dates at which the finding's verdict changed: as_of, before, after."""
    single = found.drop_duplicates("as_of")
    before = single["finding_verdict"].shift()
    changed = before.notna() & (before != single["finding_verdict"])
    return pd.DataFrame(
        {
            "as_of": single.loc[changed, "as_of"],
            "before": before[changed],
            "after": single.loc[changed, "finding_verdict"],
        }
    ).reset_index(drop=True)
