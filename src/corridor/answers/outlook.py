"""What a checked upload would change: figures, verdicts, and what would be added when.

The same questions are asked of the store and of the store as the commit would leave it, so what
is told before is what is read after.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import pandas as pd

from corridor import queries, schema
from corridor.filter import IncidentFilter
from corridor.findings import Finding, Part, Report, evaluate, reaches
from corridor.findings.as_json import indicator_values
from corridor.ingest.model import pace
from corridor.ingest.review.compare import updated_ids
from corridor.ingest.review.confirm import Choices, pending
from corridor.ingest.review.upload import Checked
from corridor.queries import Summary
from corridor.store import Reader, Store
from corridor.store.progress import Progress
from corridor.words import Later, Message, later, terms, written

# What an added account is: an incident that nobody has told yet, another account of one that is
# here, or another version of an account that is here.
KINDS: Final = ("new", "joined", "updated")
# From this rank of date precision on, not even the week is known.
_MONTH: Final = 4


@dataclass(frozen=True)
class Question:
    """What is asked before and after: a filter's figures, a report's verdicts as of a date.

    Without a report no verdict is asked for.
    """

    chosen: IncidentFilter
    report: Report | None
    as_of: date


@dataclass(frozen=True, eq=False)
class Outcome:
    """What the data say to a finding: its verdict, how sure, and the part that stands for it.

    `told` are all of them, each as (label, what is told, verdict); `others` is what stands beside
    them on the page, each as (label, what is told). `parts` and `beside` say them.
    """

    number: int
    title: str
    verdict: str
    confidence: str
    headline: Part
    told: tuple[tuple[str, Message, str], ...]
    others: tuple[tuple[str | Later, Later], ...]

    @property
    def parts(self) -> tuple[tuple[str, str, str], ...]:
        """The parts in words, each as (label, sentence, verdict)."""
        return tuple((label, str(told), verdict) for label, told, verdict in self.told)

    @property
    def beside(self) -> tuple[tuple[str, str], ...]:
        """What stands beside the parts in words, each as (label, words)."""
        return tuple((str(label), str(told)) for label, told in self.others)

    def as_json(self) -> dict[str, Any]:
        """Give it in the words of `findings --json`."""
        return {
            "verdict": self.verdict,
            "confidence": self.confidence,
            "indicator": indicator_values(self.headline.indicator),
        }


@dataclass(frozen=True, eq=False)
class Standing:
    """The answers at one state of the data."""

    summary: Summary
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, eq=False)
class Outlook:
    """The answers before and after a commit, and what it would add.

    `by_month` has a row for each month with something to add: month (its first day), new, joined
    and updated accounts, see `KINDS`. Of the incidents that they are counted by, `in_filter` are
    kept by the question's filter, `unplaced` have no mark on the map, `undated` are known no
    better than to the month. `is_fixed` says that no verdict can change, whatever the rows tell.
    """

    question: Question
    before: Standing
    after: Standing
    by_month: pd.DataFrame
    in_filter: int
    unplaced: int
    undated: int
    is_fixed: bool

    @property
    def pairs(self) -> list[tuple[Outcome, Outcome]]:
        """Each finding before and after."""
        return list(zip(self.before.outcomes, self.after.outcomes, strict=True))

    def total(self, kind: str) -> int:
        """Count what would be added of one of `KINDS`."""
        return int(self.by_month[kind].sum())

    def as_json(self) -> dict[str, Any]:
        """Give the shape of `outlook` in `import --dry-run --json`."""
        months = queries.rows_of(self.by_month)
        return {
            "summary": {
                "before": self.before.summary.as_json(),
                "after": self.after.summary.as_json(),
            },
            "as_of": self.question.as_of.isoformat(),
            "verdicts": [
                {"finding": old.number, "before": old.as_json(), "after": new.as_json()}
                for old, new in self.pairs
            ],
            "by_month": [row | {"month": f"{row['month']:%Y-%m}"} for row in months],
            "unplaced": self.unplaced,
            "undated": self.undated,
        }


def outlook(
    store: Store,
    checked: Checked,
    choices: Choices,
    question: Question,
    before: Standing | None = None,
    *,
    progress: Progress | None = None,
) -> Outlook:
    """Answer a question as the store is and as it would be after `confirm`; nothing is written.

    `before` spares asking the store again. Raises StoreError where nothing could be committed.
    """
    progress = progress or Progress()
    progress.knows(pace.SERVED)
    progress.ends_at(pace.IMAGINED)
    progress.at(later("outlook-adding"), 0.0)
    now = before or standing(store, question)
    updated = updated_ids(checked.report)
    with (
        pending(checked, choices) as ahead,
        store.imagine(ahead.records, ahead.transaction, progress=progress) as then,
    ):
        progress.ends_at(1.0)
        progress.at(later("outlook-counting"), pace.IMAGINED)
        # A release moves verdicts by what it covers and withdraws, too.
        is_fixed = question.report is None or not (
            ahead.release or reaches(then, question.report, then.commit_id)
        )
        figures = queries.summary(then, question.chosen)
        progress.at(later("outlook-verdicts"), 0.8)
        outcomes = now.outcomes if is_fixed else _outcomes_in(then, question)
        progress.at(later("outlook-months"), 0.95)
        added = queries.added(then, IncidentFilter(provinces=()), then.commit_id)
        inside = queries.added(then, question.chosen, then.commit_id)["is_counted"].sum()
    counted = added[added["is_counted"]]
    return Outlook(
        question,
        now,
        Standing(figures, outcomes),
        _by_month(added, updated),
        in_filter=int(inside),
        unplaced=int(counted["is_unplaced"].sum()),
        undated=int((counted["date_precision"] >= _MONTH).sum()),
        is_fixed=is_fixed,
    )


@dataclass(frozen=True, eq=False)
class Effect:
    """The answers before and after a commit that brings no rows; `hidden` incidents go by it."""

    question: Question
    before: Standing
    after: Standing
    hidden: int

    @property
    def pairs(self) -> list[tuple[Outcome, Outcome]]:
        """Each finding before and after."""
        return list(zip(self.before.outcomes, self.after.outcomes, strict=True))


def undoing(store: Store, commit_id: str, question: Question) -> Effect:
    """Answer a question as the store is and as `undo` would leave it; nothing is written.

    Raises StoreError when there is nothing to undo.
    """
    with store.imagine_undone(commit_id) as then:
        return _effect(store, then, question)


def recording(store: Store, records: pd.DataFrame, question: Question) -> Effect:
    """Answer a question as the store is and as links or retractions would leave it."""
    with store.imagine(records) as then:
        return _effect(store, then, question)


def _effect(store: Store, then: Reader, question: Question) -> Effect:
    hidden = _incidents(store) - _incidents(then)
    return Effect(question, standing(store, question), standing(then, question), hidden)


def _incidents(store: Reader) -> int:
    """Count all incidents, whoever tells them: how many an undo hides is no figure of a series."""
    found = queries.summary(store, IncidentFilter(provinces=()))
    return (found.incidents or 0) + sum(told.incidents for told in found.beside.values())


def standing(store: Reader, question: Question) -> Standing:
    """Answer a question at one state of the data."""
    return Standing(queries.summary(store, question.chosen), _outcomes_in(store, question))


def outcomes_of(findings: Iterable[Finding]) -> tuple[Outcome, ...]:
    """Give what the data say to each finding."""
    return tuple(
        Outcome(
            item.number,
            item.title,
            item.verdict,
            item.confidence.level,
            item.headline,
            tuple((part.label, part.told, part.verdict) for part in item.parts),
            tuple(_others(item)),
        )
        for item in findings
    )


def _others(finding: Finding) -> Iterator[tuple[str | Later, Later]]:
    """Yield what a reader of a finding sees besides its parts."""
    supporting, contradicting = finding.sides
    yield (
        later("beside-incidents"),
        later("beside-incidents-told", supporting=supporting, contradicting=contradicting),
    )
    spells, days = len(finding.absences), int(finding.absences["days"].sum())
    yield later("beside-spells"), later("beside-spells-told", spells=spells, days=days)
    yield from ((item.label, item.told) for item in finding.shown)
    for check in finding.confidence.checks:
        yield later("beside-confidence", check=written(terms.term, check.name)), check.told


def _outcomes_in(store: Reader, question: Question) -> tuple[Outcome, ...]:
    if question.report is None:
        return ()
    return outcomes_of(evaluate(store, question.report, question.as_of, question.chosen.series))


@schema.returns(month="DATE", new="INTEGER", joined="INTEGER", updated="INTEGER")
def _by_month(added: pd.DataFrame, updated: frozenset[str]) -> pd.DataFrame:
    known = added["incident_id"].isin(updated)
    kind = np.select([known, added["is_joined"]], ["updated", "joined"], "new")
    month = pd.to_datetime(added["event_date"]).dt.to_period("M").dt.to_timestamp()
    counts = pd.crosstab(month.to_numpy(), kind).reindex(columns=list(KINDS), fill_value=0)
    return counts.rename_axis(index="month", columns=None).reset_index()
