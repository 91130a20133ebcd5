"""Where a month stands out by a rule, with the back-test of that rule."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import timedelta
from typing import Any, Final

import pandas as pd

from corridor.analysis.elevated import BEFORE, BY_DAY, DAYS, BackTest, back_test
from corridor.analysis.elevated import RULES as JUDGES
from corridor.answers.channels import channels
from corridor.answers.months import by_day, by_month
from corridor.filter import IncidentFilter
from corridor.findings.source_mix import SUSPECT_GROWTH
from corridor.queries.statements import known
from corridor.spans import Pair
from corridor.store import Reader

RULES: Final = tuple(JUDGES)
USUAL_RULE: Final = RULES[0]


@dataclass(frozen=True)
class Surge:
    """A place in the last whole month that the measuring series covers, judged by a rule.

    `place` is a province, "" all that the filter keeps. `against` is what the rule compares with,
    in incidents (see `analysis.elevated.RULES`), `is_elevated` says whether it raises an alarm;
    both None where the months that it needs are not all covered. `channel` names the news channel
    whose share of the incidents grew by more than a quarter of all against the twelve months
    before: then a rise may be one of reporting.
    """

    place: str
    incidents: int | None
    against: float | None
    is_elevated: bool | None
    back_test: BackTest
    channel: str = ""


@dataclass(frozen=True)
class Surges:
    """The places of a filter, all of it first; `days` are the month's, None where none is whole.

    For the rule that counts by day they are the last 30 that are covered. `is_thin`: they lie in
    the last weeks of the series, of which more is often coded later.
    """

    series: str
    rule: str
    days: Pair | None
    is_thin: bool = False
    places: tuple[Surge, ...] = ()

    @property
    def elevated(self) -> tuple[Surge, ...]:
        """The places where the rule raises an alarm."""
        return tuple(each for each in self.places if each.is_elevated)

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `surges --json`."""
        return self._head() | {
            "is_thin": self.is_thin,
            "places": [
                {key: value for key, value in asdict(each).items() if key != "back_test"}
                | {"alarms_before": each.back_test.alarms, "false_before": each.back_test.false}
                for each in self.places
            ],
        }

    def tests_as_json(self) -> dict[str, Any]:
        """Return the shape of `backtest --json`."""
        return self._head() | {
            "places": [
                {"place": each.place, "is_better": each.back_test.is_better}
                | {"false": each.back_test.false}
                | {key: known(value) for key, value in asdict(each.back_test).items()}
                for each in self.places
            ],
        }

    def _head(self) -> dict[str, Any]:
        days = [day.isoformat() for day in self.days] if self.days else None
        return {"series": self.series, "rule": self.rule, "days": days}


def surges(store: Reader, chosen: IncidentFilter, rule: str = USUAL_RULE) -> Surges:
    """Ask of a filter's places whether the last whole month of its period stands out by a rule.

    `rule` is one of `analysis.elevated.RULES`. The months before the period count too, as far as
    they are covered.
    """
    found = by_day(store, chosen, DAYS) if rule == BY_DAY else by_month(store, chosen)
    if found is None:
        return Surges(chosen.measuring, rule, None)
    judged = {str(name): JUDGES[rule](counts) for name, counts in found.by_place.items()}
    places = (_surge(store, found.chosen, name, each, found.last) for name, each in judged.items())
    return Surges(chosen.measuring, rule, found.last, found.is_thin, tuple(places))


def _surge(
    store: Reader, chosen: IncidentFilter, place: str, judged: pd.DataFrame, days: Pair
) -> Surge:
    incidents, against, raised = (known(judged[column].iloc[-1]) for column in judged)
    here = replace(chosen, provinces=(place,)) if place else chosen
    return Surge(
        place,
        None if incidents is None else int(incidents),
        None if raised is None else float(against),
        raised,
        back_test(judged),
        _grown(store, here, days) if raised else "",
    )


def _grown(store: Reader, chosen: IncidentFilter, days: Pair) -> str:
    """Return the channel whose share grew by more than is usual; "" for none."""
    first = (pd.Timestamp(days[0]) - pd.DateOffset(months=BEFORE)).date()
    before, now = (
        channels(store, replace(chosen, date_from=first, date_to=last))
        for first, last in ((first, days[0] - timedelta(days=1)), days)
    )
    shares = {each.name: each.incidents / before.named for each in before.channels}
    growth = {
        each.name: each.incidents / now.named - shares.get(each.name, 0.0) for each in now.channels
    }
    most = max(growth, key=lambda name: growth[name], default="")
    return most if most and before.named and growth[most] > SUSPECT_GROWTH else ""
