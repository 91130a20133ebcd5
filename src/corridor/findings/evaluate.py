"""Evaluate a report's findings on the store as of a date.

A verdict depends on the report, the as-of date and the data version only, never on a filter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

import pandas as pd

from corridor import packs
from corridor.analysis import verdicts
from corridor.findings import (
    absences,
    confidence,
    evidence,
    indicators,
    judgements,
    phrases,
    source_mix,
)  # fmt: skip
from corridor.findings.accounts import Accounts, read_accounts
from corridor.findings.agreement import Agreement, SeriesVerdict
from corridor.findings.confidence import Confidence
from corridor.findings.evidence import Evidence, kilometre_profile
from corridor.findings.judgements import Judged, Reading
from corridor.findings.measured import Indicator, Scene
from corridor.findings.parts import (
    Part,
    Shown,
    Way,
    describe,
    figure,
    measure_parts,
    one_word,
    ways,
)  # fmt: skip
from corridor.findings.series import Series, measuring, read_series
from corridor.findings.source_mix import SourceMix
from corridor.findings.spec import FindingSpec, Report
from corridor.findings.statements import statement
from corridor.findings.window import Window
from corridor.store import Reader
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.words.once import once_a_language

WINDOW_DAYS = 365
# What two or three lines of a card hold.
CARD_LETTERS = 84


@dataclass(frozen=True, eq=False)
class Finding:
    """A conclusion of the report and what the data say to it as of a date.

    `headline` is the part that the report pins to its card, `earlier` its indicator a year before.
    `not_yet_reported` counts the window's counted incidents that no source had yet told on the
    as-of date. `judged_verdict` takes in what people judged and nobody disputes ("" where that
    touches nothing), `readings` what each of those who disagree makes of it. `absences` and
    `profile` have the columns of those modules; `scene` and `named` are what they are made from.
    """

    spec: FindingSpec
    series: str
    by_series: tuple[SeriesVerdict, ...]
    as_of: date
    verdict: str
    confidence: Confidence
    parts: tuple[Part, ...]
    headline: Part
    earlier: Indicator
    source_mix: SourceMix
    counted: int
    not_yet_reported: int
    judged: Judged
    judged_verdict: str
    readings: tuple[Reading, ...]
    scene: Scene
    named: pd.DataFrame

    # Lists and figures beside the verdict are made when they are first looked at: the overview
    # shows none of them.
    @cached_property
    def shown(self) -> tuple[Shown, ...]:
        """The figures beside the parts."""
        return tuple(figure(part, self.scene) for part in self.spec.shown)

    @cached_property
    def ways(self) -> dict[str, tuple[Way, ...]]:
        """Every part in every way of counting that the report names, by the part's slug."""
        return {part.slug: ways(part, self.scene) for part in self.spec.parts if part.ways}

    @once_a_language
    def evidence(self) -> Evidence:
        """Gather the incidents for and against."""
        return evidence.gather(self.spec, self.scene, self.named, self.judged)

    @cached_property
    def sides(self) -> tuple[int, int]:
        """How many incidents the rules put for and against, before any judgement."""
        return evidence.sides(self.spec, self.scene)

    @once_a_language
    def absences(self) -> pd.DataFrame:
        """List the periods without incidents that speak against it."""
        return absences.find(self.spec.absences, self.scene)

    @property
    def not_here(self) -> tuple[str, ...]:
        """The accounts that the report cites for it and that are not in the data."""
        here = set(self.named["cited_id"])
        return tuple(name for name in self.spec.cited if name not in here)

    @cached_property
    def profile(self) -> pd.DataFrame:
        """The counted incidents along the roads."""
        return kilometre_profile(self.spec.profile, self.scene)

    @property
    def reason(self) -> str:
        """What the verdict rests on, in two lines of a card: the pinned part, if it is judged."""
        if not self.scene.window.is_usable:
            return say("finding-uncovered", series=self.series)
        judged = [part for part in self.parts if part.verdict != verdicts.NOT_ENOUGH]
        if judged and self.headline.verdict == verdicts.NOT_ENOUGH:
            return judged[0].sentence
        first = self.headline.sentence
        if self.headline.beside and self.headline.indicator.numerator is not None:
            return self._reason_with(self.headline.beside)
        others = [part.sentence for part in self.parts if part is not self.headline]
        if others and len(first) + len(others[0]) <= CARD_LETTERS:
            return fmt.sentences(first, others[0])
        return first

    def _reason_with(self, beside: Shown) -> str:
        """Say what is counted in the part of the card, and the figure that is said with it."""
        own, other = self.headline.indicator, beside.indicator
        told = say("subject-count", count=int(own.numerator or 0), subject=self.headline.subject)
        if other.numerator == 0:
            return say("reason-and-none-beside", told=told, subject=beside.subject)
        said = say("subject-count", count=int(other.numerator or 0), subject=beside.subject)
        return say("reason-and-beside", told=told, beside=said, times=phrases.times(other.value, 1))

    @property
    def coverage_note(self) -> str:
        """What of the year before is not covered; "" when all is."""
        return self.scene.window.gap_words(self.series)

    @property
    def days(self) -> tuple[date, date]:
        """The first and last day of its window."""
        return date.fromordinal(self.scene.window.first), self.as_of

    @property
    def number(self) -> int:
        """Number of the finding in the report."""
        return self.spec.number

    @property
    def slug(self) -> str:
        """Name of the finding in an address."""
        return self.spec.slug

    @property
    def title(self) -> str:
        """Short title for a card."""
        return self.spec.title

    @property
    def statement(self) -> str:
        """The conclusion in one line, in our words."""
        return self.spec.statement


@dataclass(frozen=True, eq=False)
class Context:
    """What all findings of one evaluation share.

    `named` are the cited and judged incidents (`cited_incidents.sql`), `judged` the judgements.
    """

    mix: SourceMix
    others: tuple[tuple[Scene, SourceMix], ...]
    named: pd.DataFrame
    judged: pd.DataFrame


def evaluate(
    store: Reader, report: Report, as_of: date | None = None, series: str = ""
) -> tuple[Finding, ...]:
    """Evaluate every finding; `as_of` is the report's date unless given.

    `series` is the one that measures (as `IncidentFilter.series` names it), the country's unless
    given. Others that cover at least half of the window measure beside it: agreement raises how
    sure a verdict is, disagreement lowers it.
    """
    moment = as_of or report.date
    scene = scene_at(store, report, moment, series or report.series)
    codes = [code for code in measuring(store) if code != scene.series.code]
    beside = (scene_at(store, report, moment, code) for code in codes)
    others = tuple(other for other in beside if other.window.is_usable)
    judged = judgements.read(store, report.slug)
    named = {name for spec in report.findings for name in spec.cited} | set(judged["incident_id"])
    context = Context(
        mix=_mix(report, scene),
        others=tuple((other, _mix(report, other)) for other in others),
        named=store.read(statement("cited_incidents"), {"cited": sorted(named)}),
        judged=judged,
    )
    return tuple(_evaluate_one(spec, scene, context) for spec in report.findings)


def known_accounts(store: Reader, ids: Iterable[str]) -> frozenset[str]:
    """Return those of some ids that are of accounts in the data."""
    return frozenset(store.read(statement("cited_incidents"), {"cited": sorted(ids)})["cited_id"])


def scene_at(store: Reader, report: Report, as_of: date, name: str = "") -> Scene:
    """Fetch what the indicators of a report are measured on, as of a date, in one series."""
    is_dated = any(rule.depends_on_date for rule in report.rules())
    series = fetch_series(store, store.version, report, as_of if is_dated else report.date, name)
    return Scene(
        series,
        Window(as_of, WINDOW_DAYS, series.coverage),
        fetch_accounts(store, store.version, report),
        report.own_sources,
        frozenset(report.named()),
        packs.region(report.region).short,
    )


@lru_cache(maxsize=8)
def fetch_series(store: Reader, version: int, report: Report, as_of: date, name: str) -> Series:
    """Fetch a series (the country's when "") once for a version of the data."""
    del version  # only part of the key
    provinces = packs.region(report.region).provinces
    return read_series(store, report.rules(), as_of, name, provinces)


@lru_cache(maxsize=4)
def fetch_accounts(store: Reader, version: int, report: Report) -> Accounts:
    """Fetch the accounts of incidents with several of them, and of those the report cites."""
    del version
    return read_accounts(store, report.named())


def _evaluate_one(spec: FindingSpec, scene: Scene, context: Context) -> Finding:
    judged = judgements.of_finding(context.judged, spec.number, context.named)
    measured = measure_parts(spec, scene)
    parts = tuple(
        judgements.judge_part(
            spec, part, describe(part, found, scene, spec.figure(part.beside)), scene, judged.agreed
        )
        for part, found in measured
    )
    headline = next(part for part in parts if part.slug == spec.card)
    verdict = verdicts.combine([part.verdict for part in parts])
    by_series = _by_series(spec, context.others, {scene.series.code: verdict})
    rows = scene.inside(spec.counted)
    return Finding(
        spec=spec,
        series=scene.series.name,
        by_series=by_series,
        as_of=scene.as_of,
        verdict=verdict,
        confidence=confidence.assess(
            spec,
            scene,
            measured,
            context.mix,
            Agreement(verdict, {item.series: item.verdict for item in by_series}),
        ),
        parts=parts,
        headline=headline,
        earlier=_earlier(spec, headline, scene),
        source_mix=context.mix,
        counted=int(rows.sum()),
        not_yet_reported=int((scene.series.reported[rows] > scene.window.last).sum()),
        judged=judged,
        judged_verdict=_judged_verdict(parts),
        readings=tuple(judgements.readings(spec, parts, scene, judged)),
        scene=scene,
        named=context.named,
    )


def _by_series(
    spec: FindingSpec, others: Sequence[tuple[Scene, SourceMix]], own: Mapping[str, str]
) -> tuple[SeriesVerdict, ...]:
    """Measure a finding by each other series; `own` is the verdict of the measuring one."""
    found = [(scene, mix, measure_parts(spec, scene)) for scene, mix in others]
    words = {scene.series.code: one_word(measured, scene) for scene, _, measured in found}
    told = []
    for scene, mix, measured in found:
        code = scene.series.code
        rest = {name: word for name, word in {**own, **words}.items() if name != code}
        sure = confidence.assess(spec, scene, measured, mix, Agreement(words[code], rest))
        [card] = [describe(part, it, scene) for part, it in measured if part.slug == spec.card]
        told.append(SeriesVerdict(code, words[code], sure.level, card.sentence))
    return tuple(told)


def _mix(report: Report, scene: Scene) -> SourceMix:
    return source_mix.check(report.source_mix, report.source_mix_label, scene)


def _earlier(spec: FindingSpec, headline: Part, scene: Scene) -> Indicator:
    part = next(part for part in spec.parts if part.slug == headline.slug)
    before = replace(scene, window=scene.window.earlier(WINDOW_DAYS))
    return indicators.measure(part, before).indicator


def _judged_verdict(parts: tuple[Part, ...]) -> str:
    if not any(part.judged for part in parts):
        return ""
    return verdicts.combine([part.judged_verdict or part.verdict for part in parts])


def reaches(store: Reader, report: Report, commit_id: str) -> bool:
    """Say whether the accounts of a commit can change a verdict or how sure it is.

    They can when one is, or was, of a systematic data set, when it is another account of an
    incident, or one that the report cites. All others stand in no rate and beside no incident.
    """
    found = store.read(
        statement("reaching"), {"commit_id": commit_id, "cited": sorted(report.named())}
    )
    return bool(found["accounts"].iloc[0])
