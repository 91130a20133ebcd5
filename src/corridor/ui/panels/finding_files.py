"""The charts of a finding as files, with the numbers they show as tables."""

from __future__ import annotations

from functools import partial

from corridor import queries
from corridor.charts.chart_sheet import Charted
from corridor.charts.figure import Figure
from corridor.exchange.counts import counts_csv
from corridor.findings import Finding, Part
from corridor.maps.sheet import Told
from corridor.texts import roads_text, verdict_text
from corridor.texts.history_text import value_words
from corridor.ui import parts
from corridor.ui.frame import cached
from corridor.ui.frame.footer import credits_now
from corridor.ui.panels import chart_files
from corridor.ui.parts import Html, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say, terms


def history(finding: Finding, part: Part, alt: str, drawn: Figure) -> None:
    """Offer a part's indicator through time, which `alt` says in words."""
    name = f"history-{finding.number}"
    rows = cached.indicator_history(finding.number).months(part.slug)
    table = cached.kept(_months, finding.number, part.slug, part.indicator.unit)
    told = _told(finding, part.label, alt)
    chart_files.offer(name, told, [Charted(name, drawn)], partial(counts_csv, rows), table)


def profile(finding: Finding, drawn: Figure) -> None:
    """Offer a finding's incidents along the roads."""
    name = f"profile-{finding.number}"
    told = _told(finding, say("finding-roads"), roads_text.profile_in_words(finding.profile))
    csv = partial(counts_csv, queries.rows_of(finding.profile))
    chart_files.offer(name, told, [Charted(name, drawn)], csv, _stretches(finding))


def _told(finding: Finding, what: str, alt: str) -> Told:
    """Return what stands round a chart of a finding: the filter has no say in it."""
    title = say("finding-file-title", number=finding.number, title=finding.title, what=what)
    return Told(
        title,
        (alt, say("finding-file-told", day=fmt.day(finding.as_of), words=finding.spec.statement)),
        credits=(" ".join(credits_now()),),
    )


def _months(number: int, slug: str, unit: str) -> Html:
    """List the month that ends each year, and each that changed the verdict."""
    columns = [
        TableColumn(say("finding-file-as-of"), whole=True),
        TableColumn(say("finding-file-value"), numeric=True),
        TableColumn(say("heading-range"), numeric=True),
        TableColumn(say("finding-file-verdict")),
    ]
    body = [
        [
            fmt.day(row["as_of"]), value_words(row["value"], unit),
            verdict_text.range_text(row["low"], row["high"], unit), terms.term(row["verdict"]),
        ]
        for row in cached.indicator_history(number).turns(slug)
    ]  # fmt: skip
    return parts.table(columns, body, say("finding-file-caption"), note=say("finding-file-note"))


def _stretches(finding: Finding) -> Html:
    columns = [
        TableColumn(say("roads-column-stretch")),
        TableColumn(say("roads-column-incidents"), numeric=True),
        TableColumn(say("heading-placed")),
    ]
    body = [roads_text.profile_cells(row) for row in queries.rows_of(finding.profile)]
    return parts.table(columns, body, caption=say("finding-roads"))
