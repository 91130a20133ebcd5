"""What changed between two versions of the data: incidents, figures, verdicts, alarms.

Not between two periods: that is `changes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import pandas as pd

from corridor import packs, queries, schema
from corridor.answers.key_figures import FIGURES, KeyFigures, key_figures
from corridor.answers.moment import moment
from corridor.answers.outlook import Outcome, Question, standing
from corridor.answers.surges import Surges, surges
from corridor.filter import IncidentFilter
from corridor.findings import load_reports
from corridor.queries.statements import known, rows_of
from corridor.store import Commit, Reader

KINDS: Final = ("new", "changed", "gone")
# What people see of an incident: its fields as they were handed in, where it was found to lie, who
# tells it, and how many accounts it has.
SEEN: Final = (
    *(column.name for column in schema.CSV_COLUMNS if column.name != "incident_id"),
    "admin1", "admin2", "beside", "is_provisional", "accounts",
)  # fmt: skip
_SHIPPED: Final = "seed"
# More incidents are asked for all at once.
_MOST_NAMED: Final = 2000


@dataclass(frozen=True)
class Altered:
    """An incident that one of two versions counts in a filter and the other not, or otherwise.

    `kind` is one of `KINDS`. `why` says what the other version knows of one that is new or gone:
    "elsewhere" (it counts there, outside of the filter), "joined" (it counts by the incident
    `other`), "hidden" (for `reason`), "withdrawn" (by the release `other`), "absent" (nothing).
    `commit_id` brought the row that it counts by, of one that is gone the last one. `fields` are
    what reads otherwise in one that is in both, or is "elsewhere": name, before and after.
    """

    kind: str
    incident_id: str
    event_date: Any
    admin1: str | None
    location: str | None
    event_type: str | None
    fatalities_best: int | None
    beside: str | None
    commit_id: str
    why: str = ""
    other: str = ""
    reason: str = ""
    fields: tuple[tuple[str, Any, Any], ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return it as plain values; `fields` as `{name: [before, after]}`."""
        values = asdict(self)
        values.pop("kind")
        return values | {"fields": {name: [old, new] for name, old, new in self.fields}}


@dataclass(frozen=True)
class Alarm:
    """Whether the usual rule raises an alarm in a place ("" for all), before and after.

    None where it cannot say.
    """

    place: str
    before: bool | None
    after: bool | None


@dataclass(frozen=True, eq=False)
class Since:
    """What changed in a filter from version `before` to version `after`.

    `incidents` are those that are new, changed or gone; `figures` the key figures before and after
    (None where unknown), by name; `verdicts` each finding before and after, as of one day. Alarms
    are those of the usual rule. `commits` are what was done in between, the oldest first; `files`
    name what the commits of all time brought.
    """

    question: Question
    before: int
    after: int
    commits: tuple[Commit, ...]
    incidents: tuple[Altered, ...]
    figures: dict[str, tuple[int | None, int | None]]
    verdicts: tuple[tuple[Outcome, Outcome], ...]
    alarms: tuple[Alarm, ...]
    files: dict[str, str]

    @property
    def series(self) -> str:
        """The series that measures."""
        return self.question.chosen.measuring

    def of(self, kind: str) -> tuple[Altered, ...]:
        """Return the incidents of one of `KINDS`."""
        return tuple(each for each in self.incidents if each.kind == kind)

    @property
    def moved_figures(self) -> dict[str, tuple[int | None, int | None]]:
        """The figures that are others now."""
        return {name: pair for name, pair in self.figures.items() if pair[0] != pair[1]}

    @property
    def moved_verdicts(self) -> tuple[tuple[Outcome, Outcome], ...]:
        """The findings whose verdict is another now."""
        return tuple(pair for pair in self.verdicts if pair[0].verdict != pair[1].verdict)

    @property
    def moved_alarms(self) -> tuple[Alarm, ...]:
        """The places where an alarm came or went."""
        return tuple(each for each in self.alarms if each.before != each.after)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing of the filter reads otherwise."""
        moved = self.incidents or self.moved_figures or self.moved_verdicts or self.moved_alarms
        return not moved

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `diff --json`, without its sentences."""
        return {
            "before": self.before,
            "after": self.after,
            "series": self.series,
            "as_of": self.question.as_of.isoformat(),
            "commits": [_commit(each) for each in self.commits],
            "counts": {kind: len(self.of(kind)) for kind in KINDS},
            **{kind: [each.as_json() for each in self.of(kind)] for kind in KINDS},
            "figures": {name: list(pair) for name, pair in self.figures.items()},
            "verdicts": [
                {"finding": old.number, "title": old.title, "before": old.as_json(),
                 "after": new.as_json()}
                for old, new in self.verdicts
            ],
            "alarms": [asdict(each) for each in self.alarms],
        }  # fmt: skip


def _commit(commit: Commit) -> dict[str, Any]:
    names = ("version", "commit_id", "action", "author", "file_name", "undoes")
    return {name: getattr(commit, name) for name in names} | {
        "recorded_at": commit.recorded_at.isoformat(timespec="seconds")
    }


def usual_question(after: Reader, reports: Path) -> Question:
    """Return what is asked where nobody chooses: the first report, in its region, at the end.

    `reports` is the folder of reports.
    """
    report = load_reports(reports).first
    options = queries.options(after, packs.region(report.region if report else ""))
    chosen = options.default_filter()
    return Question(chosen, report, moment(after, chosen))


def since(
    before: Reader, after: Reader, question: Question, history: Sequence[Commit] = ()
) -> Since:
    """Compare two versions of the data; `history` are the commits up to the later one."""
    between = [item for item in history if before.version < item.version <= after.version]
    chosen = question.chosen
    old, new = standing(before, question), standing(after, question)
    return Since(
        question,
        before.version,
        after.version,
        tuple(sorted(between, key=lambda item: item.version)),
        tuple(_altered(before, after, chosen, is_reseeded=_is_reseeded(between))),
        _figures(key_figures(before, chosen), key_figures(after, chosen)),
        tuple(zip(old.outcomes, new.outcomes, strict=True)),
        tuple(_alarms(surges(before, chosen), surges(after, chosen))),
        {item.commit_id: item.file_name for item in history},
    )


def _is_reseeded(between: Iterable[Commit]) -> bool:
    return any(item.action == _SHIPPED for item in between)


def _figures(old: KeyFigures, new: KeyFigures) -> dict[str, tuple[int | None, int | None]]:
    return {name: (old.of(name)[0], new.of(name)[0]) for name in FIGURES}


def _alarms(old: Surges, new: Surges) -> Iterable[Alarm]:
    was, now = ({each.place: each.is_elevated for each in found.places} for found in (old, new))
    for place in dict.fromkeys([*now, *was]):
        yield Alarm(place, was.get(place), now.get(place))


def _altered(
    before: Reader, after: Reader, chosen: IncidentFilter, *, is_reseeded: bool
) -> Iterable[Altered]:
    old, new = (queries.stamps(each, chosen) for each in (before, after))
    # Where each old one stands among the new: a million ids are looked up once.
    at = pd.Index(new["incident_id"]).get_indexer(pd.Index(old["incident_id"]))
    is_kept, is_known = at >= 0, np.zeros(len(new), dtype=bool)
    is_known[at[is_kept]] = True
    gone, came = [*old["incident_id"][~is_kept]], [*new["incident_id"][~is_known]]
    stayed = (old[is_kept].reset_index(drop=True), new.take(at[is_kept]).reset_index(drop=True))
    suspects = [*stayed[0]["incident_id"][_differ(*stayed, is_reseeded=is_reseeded)]]
    was, now = (
        _rows(store, chosen, [*suspects, *more]) for store, more in ((before, gone), (after, came))
    )
    yield from _moved("new", came, now, before)
    for name in suspects:
        if fields := _fields(was[name], now[name]):
            yield _told("changed", now[name], fields=fields)
    yield from _moved("gone", gone, was, after)


def _differ(old: pd.DataFrame, new: pd.DataFrame, *, is_reseeded: bool) -> np.ndarray[Any, Any]:
    """Say which rows may read otherwise: those whose stamp does, and shipped ones shipped anew."""
    found = np.zeros(len(old), dtype=bool)
    for name in old.columns.drop("incident_id"):
        is_same = old[name].eq(new[name]).astype("boolean").fillna(value=False)
        is_nothing = old[name].isna() & new[name].isna()
        found |= ~(is_same | is_nothing).to_numpy(bool)
    return found | (is_reseeded & (new["commit_id"] == _SHIPPED).to_numpy())


def _rows(store: Reader, chosen: IncidentFilter, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return the incidents of the filter with some ids, by id: all values plain."""
    if not ids:
        return {}
    named = tuple(ids) if len(ids) <= _MOST_NAMED else ()
    listed = queries.seen(store, chosen, named)
    listed = listed.loc[listed["incident_id"].isin(ids), ["incident_id", "commit_id", *SEEN]]
    return {
        str(row["incident_id"]): {name: known(value) for name, value in row.items()}
        for row in rows_of(listed)
    }


def _fields(old: dict[str, Any], new: dict[str, Any]) -> tuple[tuple[str, Any, Any], ...]:
    return tuple((name, old[name], new[name]) for name in SEEN if old[name] != new[name])


def _moved(
    kind: str, ids: Sequence[str], rows: dict[str, dict[str, Any]], elsewhere: Reader
) -> Iterable[Altered]:
    """Yield what one version alone has in the filter, and what the other knows of it."""
    if not ids:
        return
    found = {
        str(row["incident_id"]): {name: known(value) for name, value in row.items()}
        for row in rows_of(queries.whereabouts(elsewhere, ids))
    }
    outside = [name for name, row in found.items() if row["incident_key"] == name]
    others = _rows(elsewhere, IncidentFilter(provinces=()), outside)
    for name in ids:
        why, other, reason = _why(found[name])
        pair = (others[name], rows[name]) if name in others else ()
        fields = _fields(*(pair if kind == "new" else pair[::-1])) if pair else ()
        yield _told(kind, rows[name], why=why, other=other, reason=reason, fields=fields)


def _why(row: dict[str, Any]) -> tuple[str, str, str]:
    """Return what the other version knows of an incident: why, other, reason."""
    if row["incident_key"]:
        is_own = row["incident_key"] == row["incident_id"]
        return ("elsewhere", "", "") if is_own else ("joined", row["incident_key"], "")
    if row["versions"] is None:
        return "absent", "", ""
    if row["release"]:
        return "withdrawn", row["release"], ""
    return "hidden", "", row["reason"] or ""


def _told(kind: str, row: dict[str, Any], **more: Any) -> Altered:
    names = ("incident_id", "event_date", "admin1", "location", "event_type", "fatalities_best",
             "beside", "commit_id")  # fmt: skip
    return Altered(kind, **{name: row[name] for name in names}, **more)
