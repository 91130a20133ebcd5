"""What a brief takes away: the answers of the first screen, put together, none computed anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import partial
from typing import Any, Final

from corridor import packs, queries
from corridor.answers.acts import COUNTED, acts
from corridor.answers.changes import Changes, changes
from corridor.answers.headline import Headline, headline
from corridor.answers.hidden import Hidden, hidden
from corridor.answers.key_figures import KeyFigures, key_figures, late_days
from corridor.answers.levels import Levels, levels
from corridor.answers.places import Places, places
from corridor.answers.record_age import RecordAge, record_age
from corridor.answers.report_incident import ReportIncident, report_incident
from corridor.answers.surges import Surges, surges
from corridor.answers.timeline import Timeline, timeline
from corridor.filter import IncidentFilter
from corridor.findings import Finding, Report
from corridor.findings import as_json as findings_as_json
from corridor.packs import Region
from corridor.queries import Summary
from corridor.queries.statements import known
from corridor.store import Store


@dataclass(frozen=True, eq=False)
class Tested:
    """A report with its findings as of the day that is spoken of, and as of its own day."""

    report: Report
    now: tuple[Finding, ...]
    then: tuple[Finding, ...]


@dataclass(frozen=True, eq=False)
class Brief:
    """The answers that stand on a brief, each as its own panel has it.

    `late` are the key figures and levels of the last three months of a long period, None where it
    is no longer than six. `damaged` says what of the store cannot be read, `attributions` whose
    incidents are shown.
    """

    chosen: IncidentFilter
    tested: Tested
    headline: Headline
    figures: KeyFigures
    acts: Mapping[str, KeyFigures]
    summary: Summary
    changes: Changes
    levels: Levels
    late: tuple[KeyFigures, Levels] | None
    surges: Surges
    months: Timeline
    places: Places
    incident: ReportIncident | None
    age: RecordAge
    hidden: Hidden
    attributions: tuple[str, ...]
    version: int
    damaged: tuple[str, ...]

    @property
    def as_of(self) -> date:
        """The day that the findings are judged at."""
        return self.headline.as_of

    @property
    def region(self) -> Region:
        """The region that the report is about."""
        return packs.region(self.tested.report.region)

    @property
    def answering(self) -> Finding:
        """The finding that answers the report's question."""
        return next(item for item in self.tested.now if item.number == self.headline.finding)

    @property
    def is_narrower(self) -> bool:
        """Tell whether the filter asks for less than the headline and the findings speak of."""
        every = replace(self.chosen, date_from=None, date_to=None, compare="", series="")
        return every != IncidentFilter(self.region.provinces)

    def as_json(self) -> dict[str, Any]:
        """Return every number of the brief, each in the shape of the command that has it alone."""
        months = queries.rows_of(self.months.totals())
        return {
            "filter": [list(pair) for pair in self.chosen.to_query()],
            "report": self.tested.report.slug,
            "report_date": self.tested.report.date,
            "data_version": self.version,
            "damaged": list(self.damaged),
            "headline": self.headline.as_json() | {"record": self.age.as_json()},
            "findings": findings_as_json(self.tested.now, self.tested.then),
            "key_figures": self.figures.as_json()
            | {"acts": {act: list(each.of(COUNTED)) for act, each in self.acts.items()}},
            "late": self.late and self.late[0].as_json(),
            "summary": asdict(replace(self.summary, covered=None)),  # type: ignore[arg-type]
            "changes": self.changes.as_json(),
            "levels": self.levels.as_json(),
            "surges": self.surges.as_json(),
            "months": [{name: known(row[name]) for name in _OF_MONTHS} for row in months],
            "map": self.places.as_json(),
            "hidden": self.hidden.as_json(),
            "attributions": list(self.attributions),
        }


Ask = Callable[..., Any]
_OF_MONTHS: Final = ("period_start", "period_end", "incidents", "fatalities_best")


def brief(
    store: Store, chosen: IncidentFilter, tested: Tested, today: date, ask: Ask | None = None
) -> Brief:
    """Put together what the first screen says of a filter and of a report tested already.

    `ask` asks a question of the store with its arguments: a page gives what it has kept.
    """
    ask = ask or partial(_asked, store)
    region, figures = packs.region(tested.report.region), ask(key_figures, chosen)
    days = late_days(figures, chosen)
    late = replace(chosen, date_from=days[0], date_to=days[1], compare="") if days else None
    return Brief(
        chosen=chosen,
        tested=tested,
        headline=headline(tested.report, tested.now),
        figures=figures,
        acts=ask(acts, chosen),
        summary=ask(queries.summary, chosen),
        changes=ask(changes, chosen),
        levels=ask(levels, chosen, region.baseline),
        late=(ask(key_figures, late), ask(levels, late, region.baseline)) if late else None,
        surges=ask(surges, chosen),
        months=ask(timeline, chosen, "month", "type", region.small_from),
        places=ask(places, chosen),
        incident=report_incident(store, tested.report),
        age=record_age(store, today, chosen.series),
        hidden=ask(hidden, chosen.measuring),
        attributions=tuple(ask(queries.list_sources)["attribution"].dropna()),
        version=store.version,
        damaged=tuple(map(str, store.damaged)),
    )


def _asked(store: Store, question: Callable[..., Any], *arguments: Any) -> Any:
    return question(store, *arguments)
