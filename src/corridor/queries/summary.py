"""The figures of a filter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any, Final

import pandas as pd

from corridor.filter import IncidentFilter
from corridor.queries.grades import grades_known
from corridor.queries.spans import covered
from corridor.queries.statements import ask_filtered, ask_in_windows, known, rows_of
from corridor.queries.tactics import tactics_known
from corridor.queries.vague import may_lie_there
from corridor.spans import Spans
from corridor.store import Reader

# What is told by no series, in `Summary.beside`: gathered for a report, or without a scope.
OTHERS: Final = "others"


@dataclass(frozen=True)
class Deaths:
    """Reported deaths, None when no incident states any; `unknown` incidents state none."""

    low: int | None
    best: int | None
    high: int | None
    unknown: int


@dataclass(frozen=True)
class Beside:
    """What others alone tell; `uploaded` incidents of it by an account that was uploaded here."""

    incidents: int
    fatalities: Deaths
    unplaced: int
    uploaded: int


@dataclass(frozen=True)
class Summary:
    """What a filter holds by the measuring series `series`, and `beside` it what others alone tell.

    `covered` are the days of the period that the series covers, `is_cut` says that it has others;
    `incidents` is None where there is none: unknown, not 0. `fatalities_` are reported deaths: 0 of
    no incidents, None where incidents state none, or no day is covered. `fatalities_unknown` counts
    incidents without a best count, `unplaced` those known no better than to the governorate,
    `uploaded_incidents` those that are counted by an account that was uploaded here, `provisional`
    those of the series that continues it; `long_lasting` last over 31 days and are counted on their
    first. `unmeasured` are left out, though all else of the filter holds, because their place is
    known too vaguely for the distance that is asked for; `may_lie_there` are those left out that
    could be there for all that is known (see `may_lie_there`), `others_may_lie_there` those that
    others alone tell. Where tactics are asked for, `tactic_unknown` of `tactic_of` incidents tell
    none; where a grade is asked for, it cannot be judged of `grade_unjudged` of `grade_of`: they
    are left out unless the filter takes them too. `beside` has another series under its
    code, everything that is no series under `OTHERS`: they are never added.
    """

    series: str
    continuation: str
    covered: Spans
    is_cut: bool
    incidents: int | None
    fatalities_low: int | None
    fatalities_best: int | None
    fatalities_high: int | None
    fatalities_unknown: int
    civilians_killed: int | None
    unplaced: int
    districts: int
    provisional: int
    long_lasting: int
    long_lasting_killed: int | None
    uploaded_incidents: int
    first_date: date | None
    last_date: date | None
    beside: dict[str, Beside]
    unmeasured: int = 0
    may_lie_there: int = 0
    others_may_lie_there: int = 0
    tactic_unknown: int = 0
    tactic_of: int = 0
    grade_unjudged: int = 0
    grade_of: int = 0

    @property
    def is_empty(self) -> bool:
        """Tell whether the filter keeps nothing at all, measured or beside."""
        return not self.incidents and not self.beside

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `summary --json`."""
        values = asdict(self)
        values["fatalities"] = {
            name: values.pop(f"fatalities_{name}") for name in ("low", "best", "high", "unknown")
        }
        return values | {
            "covered": [[day.isoformat() for day in pair] for pair in self.covered.pairs],
            "first_date": self.first_date.isoformat() if self.first_date else None,
            "last_date": self.last_date.isoformat() if self.last_date else None,
        }


@dataclass(frozen=True)
class Figures:
    """Key figures of the measuring series: counts of incidents and reported deaths.

    Deaths are 0 of no incidents, and None where the incidents there are state none.

    `multi_day` counts incidents that span a week or more (battle totals), `multi_day_killed`
    their deaths; `long_lasting` those of over 31 days, which are counted whole on their first day;
    `provisional` those of a series that continues it.
    """

    incidents: int
    battles: int
    against_civilians: int
    killed: int | None
    killed_low: int | None
    killed_high: int | None
    killed_unknown: int
    civilians_killed: int | None
    districts: int
    multi_day: int
    multi_day_killed: int | None
    long_lasting: int
    long_lasting_killed: int | None
    provisional: int


def summary(store: Reader, chosen: IncidentFilter) -> Summary:
    """Sum up a filter by the measuring series, each incident once, and what others alone tell."""
    rows = rows_of(ask_filtered(store, "summary", chosen))
    found = {
        None if known(row["beside"]) is None else str(row["beside"]): {
            name: known(value) for name, value in row.items()
        }
        for row in rows
    }
    is_near = chosen.without_distance() != chosen
    may = may_lie_there(store, chosen)["beside"].isna() if is_near else pd.Series(dtype=bool)
    whole = replace(chosen, tactics=())
    all_told, with_tactic, _ = tactics_known(store, whole) if chosen.tactics else (0, 0, 0)
    graded_of, unjudged = grades_known(store, chosen) if chosen.grade else (0, 0)
    days = covered(store, chosen)
    inside = days.within(chosen.date_from or date.min, chosen.date_to or date.max)
    own = found.pop(None, None) or (_NONE if inside else _NOTHING)
    return Summary(
        series=chosen.measuring,
        continuation=chosen.continuation,
        uploaded_incidents=own["uploaded"],
        beside={str(name): _beside(row) for name, row in found.items()},
        unmeasured=unmeasured_of(store, chosen) if is_near else 0,
        may_lie_there=int(may.sum()),
        others_may_lie_there=int((~may).sum()),
        tactic_unknown=all_told - with_tactic,
        tactic_of=all_told,
        grade_unjudged=unjudged,
        grade_of=graded_of,
        **{name: own[name] for name in _OWN},
        covered=inside,
        is_cut=not days.is_whole(
            chosen.date_from or days.first or date.max, chosen.date_to or days.last or date.max
        ),
    )


def unmeasured_of(store: Reader, chosen: IncidentFilter) -> int:
    """Count the measuring series' incidents that are placed too vaguely for any distance.

    Of all that the filter keeps but for its distances.
    """
    rows = ask_filtered(store, "unmeasured", chosen.without_distance())
    return int(rows["unmeasured"].iloc[0])


# Of a row of `summary.sql`, what a Summary has under the same name.
_OWN: Final = (
    "incidents", "fatalities_low", "fatalities_best", "fatalities_high", "fatalities_unknown",
    "civilians_killed", "unplaced", "districts", "provisional", "long_lasting",
    "long_lasting_killed", "first_date", "last_date",
)  # fmt: skip
_COUNTS: Final = (
    "fatalities_unknown", "unplaced", "districts", "provisional", "long_lasting", "uploaded",
)  # fmt: skip
# On days of which the series tells nothing, all that it could tell is unknown; on those it covers,
# no incident is known, and so nobody killed.
_NOTHING: Final[dict[str, Any]] = dict.fromkeys(_OWN) | dict.fromkeys(_COUNTS, 0)
_NONE: Final[dict[str, Any]] = dict.fromkeys(_NOTHING, 0) | dict.fromkeys(
    ("first_date", "last_date")
)


def _beside(row: dict[str, Any]) -> Beside:
    deaths = Deaths(*(row[f"fatalities_{name}"] for name in ("low", "best", "high", "unknown")))
    return Beside(row["incidents"], deaths, row["unplaced"], row["uploaded"])


_NO_FIGURES: Final = {item.name: 0 for item in fields(Figures)}


def measured_figures(
    store: Reader, chosen: IncidentFilter, windows: Sequence[Spans]
) -> list[Figures | None]:
    """Return the key figures of what the measuring series tells of a filter in some windows.

    None where a window has no day. What is counted and the days that a mean divides by are one set:
    where spans differ by province, a row counts on days on which all provinces of the filter are
    covered.
    """
    told = _in_windows(store, "measured_figures", chosen, windows)
    return [
        Figures(**told.get(number, _NO_FIGURES)) if days else None
        for number, days in enumerate(windows)
    ]


def measured_counts(
    store: Reader, chosen: IncidentFilter, windows: Sequence[Spans]
) -> list[int | None]:
    """Return the incidents of `measured_figures` alone."""
    told = _in_windows(store, "measured_counts", chosen, windows)
    counts = {number: int(row["incidents"]) for number, row in told.items()}
    return [counts.get(n, 0) if days else None for n, days in enumerate(windows)]


def _in_windows(
    store: Reader, name: str, chosen: IncidentFilter, windows: Sequence[Spans]
) -> dict[int, dict[str, Any]]:
    rows = rows_of(ask_in_windows(store, name, chosen, windows)) if any(windows) else []
    told = [{column: known(value) for column, value in row.items()} for row in rows]
    return {row.pop("number"): row for row in told}
