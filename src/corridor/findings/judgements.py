"""Human judgements: what people say of single incidents, against what a rule says.

A judgement is stored like an upload and can be undone. Of each person the latest on an incident
stands, until that person withdraws it; several people may differ. What nobody disputes moves the
incident between the lists of evidence; a disputed incident stays where the rule put it, and the
verdict is given as each of the people reads it. Verdicts stay the rules' own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import pandas as pd

from corridor import schema, vocabulary
from corridor.analysis import verdicts
from corridor.findings import indicators
from corridor.findings.measured import Scene
from corridor.findings.parts import Part, word
from corridor.findings.rules import Rule
from corridor.findings.series import Series
from corridor.findings.spec import FindingSpec, PartSpec
from corridor.findings.statements import statement
from corridor.findings.window import Mask
from corridor.store import Reader
from corridor.store.errors import clauses
from corridor.words import say, terms

SUPPORTS, CONTRADICTS, NOT_RELEVANT = vocabulary.RULINGS

# What an incident is taken to say, by the id of any of its accounts.
Rulings = Mapping[str, str]


@dataclass(frozen=True)
class Judgement:
    """What a person decided about one incident, with the reason, name and time."""

    incident_id: str
    ruling: str
    reason: str
    recorded_by: str
    recorded_at: str

    @property
    def words(self) -> str:
        """Say it in a phrase, as human judgement."""
        ruling = terms.term(self.ruling)
        if not self.recorded_by:
            return say("judged-by-nobody", ruling=ruling, reason=self.reason)
        return say("judged-by", ruling=ruling, author=self.recorded_by, reason=self.reason)

    @property
    def person(self) -> str:
        """By whom, however the name is written."""
        return self.recorded_by.strip().casefold()


@dataclass(frozen=True)
class Reading:
    """The verdict of a finding as one of the people who disagree reads its incidents."""

    by: str
    verdict: str


@dataclass(frozen=True, eq=False)
class Judged:
    """What people say of the incidents of one finding.

    `standing` are each person's latest on each incident in order of time, `withdrawn` those that
    their person took back, each with the reason for that. `keys` gives for the id of every account
    of a judged incident the incident's own.
    """

    standing: tuple[Judgement, ...] = ()
    withdrawn: tuple[Judgement, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)

    def key(self, incident_id: str) -> str:
        """Return the incident that an account tells of."""
        return self.keys.get(incident_id, incident_id)

    @cached_property
    def by_incident(self) -> dict[str, tuple[Judgement, ...]]:
        """The judgements on each incident that somebody judged."""
        found = defaultdict(list)
        for each in self.standing:
            found[self.key(each.incident_id)].append(each)
        return {key: tuple(judgements) for key, judgements in found.items()}

    @cached_property
    def disputed(self) -> frozenset[str]:
        """The incidents of which people say different things."""
        told = self.by_incident.items()
        return frozenset(key for key, said in told if len({each.ruling for each in said}) > 1)

    @cached_property
    def agreed(self) -> Rulings:
        """What nobody disputes."""
        told = self.by_incident.items()
        return self._of_accounts(
            {key: said[0].ruling for key, said in told if key not in self.disputed}
        )

    @property
    def people(self) -> dict[str, str]:
        """Those who take part in a dispute, each with the name as it was last written."""
        in_dispute = (each for key in self.by_incident if key in self.disputed
                      for each in self.by_incident[key])  # fmt: skip
        return {each.person: each.recorded_by for each in in_dispute}

    def as_read_by(self, person: str) -> Rulings:
        """Return what nobody disputes, and of the rest what one of the people says."""
        own = {self.key(each.incident_id): each.ruling for each in self.standing
               if each.person == person}  # fmt: skip
        return {**self.agreed, **self._of_accounts(own)}

    def of(self, person: str, incident_id: str) -> Judgement | None:
        """Return what a person says of an incident, None where nothing stands."""
        said = self.by_incident.get(self.key(incident_id), ())
        name = person.strip().casefold()
        return next((each for each in said if each.person == name), None)

    def words(self, incident_id: str) -> str:
        """Say what people say of an incident, and whether it is disputed; "" for nothing."""
        key = self.key(incident_id)
        told = clauses(each.words for each in self.by_incident.get(key, ()))
        return say("judged-disputed", told=told) if key in self.disputed else str(told)

    def _of_accounts(self, rulings: Rulings) -> Rulings:
        ids = {**self.keys, **{key: key for key in rulings}}
        return {name: rulings[key] for name, key in ids.items() if key in rulings}


@schema.returns("incident_id", "finding", "ruling", "reason", "recorded_by", "recorded_at")
def read(store: Reader, report: str) -> pd.DataFrame:
    """Give each person's latest judgements on a report, in order of time, those withdrawn too.

    Columns: incident_id, finding, ruling, reason, recorded_by and recorded_at.
    """
    return store.read(statement("judgements_of_report"), {"report": report})


def read_judged(store: Reader, report: str) -> dict[int, Judged]:
    """Give what people say of a report's findings, by the number of each that somebody judged."""
    rows = read(store, report)
    named = store.read(statement("cited_incidents"), {"cited": sorted(set(rows["incident_id"]))})
    return {int(number): of_finding(rows, int(number), named) for number in set(rows["finding"])}


def of_finding(rows: pd.DataFrame, number: int, named: pd.DataFrame) -> Judged:
    """Give what people say of one finding's incidents.

    `named` holds the judged incidents, with the ids of their accounts (`cited_incidents.sql`).
    """
    chosen = rows[rows["finding"] == number]
    told = zip(named["incident_id"], named["account_ids"], strict=True)
    accounts = {str(name): str(key) for key, names in told for name in names}
    return _judged(tuple(_judgements(chosen)), accounts)


def read_ratings(store: Reader, report: str) -> Judged:
    """Give what people say of the cells of a report's matrix, each in the place of an incident.

    A cell is named by `rivals.cell`.
    """
    rows = store.read(statement("ratings_of_report"), {"report": report})
    return _judged(tuple(_judgements(rows)), {})


def _judged(said: tuple[Judgement, ...], accounts: Mapping[str, str]) -> Judged:
    """Give the latest of each person on each incident; `accounts` say what each tells of."""
    keys = {each.incident_id: accounts.get(each.incident_id, each.incident_id) for each in said}
    judged = set(keys.values())
    keys |= {name: key for name, key in accounts.items() if key in judged}
    # Whoever judged two accounts of one incident means what was said last.
    latest = {(keys[each.incident_id], each.person): each for each in said}
    ordered = sorted(latest.values(), key=said.index)
    return Judged(
        tuple(each for each in ordered if each.ruling != vocabulary.WITHDRAWN),
        tuple(each for each in ordered if each.ruling == vocabulary.WITHDRAWN),
        keys,
    )


def _judgements(rows: pd.DataFrame) -> Iterator[Judgement]:
    for row in rows.itertuples():
        yield Judgement(
            str(row.incident_id),
            str(row.ruling),
            _text(row.reason),
            _text(row.recorded_by),
            str(row.recorded_at),
        )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def judge_part(
    spec: FindingSpec, part: PartSpec, shown: Part, scene: Scene, rulings: Rulings
) -> Part:
    """Add to a part its indicator with judgements taken in, when they touch its rows."""
    ids = scene.series.rows["incident_id"]
    touched = ids.isin(rulings).to_numpy() & scene.inside(spec.counted)
    if not touched.any():
        return shown
    other = replace(scene, series=_judged_series(part, scene.series, rulings))
    measured = indicators.measure(part, other)
    return replace(shown, judged=measured.indicator, judged_verdict=word(part, measured, scene))


def readings(
    spec: FindingSpec, parts: Iterable[Part], scene: Scene, judged: Judged
) -> list[Reading]:
    """Give the verdict of a finding as each of those who disagree reads its incidents."""
    by_slug = {part.slug: part for part in parts}
    found = []
    for person, name in judged.people.items():
        rulings = judged.as_read_by(person)
        read_so = [
            judge_part(spec, part, replace(by_slug[part.slug], judged_verdict=""), scene, rulings)
            for part in spec.parts
        ]
        words = [part.judged_verdict or part.verdict for part in read_so]
        found.append(Reading(name, verdicts.combine(words)))
    return found


def _judged_series(part: PartSpec, series: Series, rulings: Rulings) -> Series:
    """Leave out what is not relevant; what contradicts counts as a failure where a part has one.

    A part without successes and failures (a rate, a share of periods) leaves it out as well.
    """
    dropped = _rows(series, rulings, NOT_RELEVANT)
    success = part.settings.get("success")
    if not isinstance(success, Rule):
        return series.without(dropped | _rows(series, rulings, CONTRADICTS))
    mask = series.masks[success] | _rows(series, rulings, SUPPORTS)
    masks = {**series.masks, success: np.asarray(mask & ~_rows(series, rulings, CONTRADICTS))}
    return replace(series, masks=masks).without(dropped)


def _rows(series: Series, rulings: Rulings, ruling: str) -> Mask:
    ids = [name for name, ruled in rulings.items() if ruled == ruling]
    return series.rows["incident_id"].isin(ids).to_numpy(dtype=bool)
