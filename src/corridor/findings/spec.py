"""What a report says, as data: findings, parts, evidence rules."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from corridor.analysis.verdicts import Thresholds
from corridor.findings.rules import Rule


@dataclass(frozen=True)
class ContrastSpec:
    """The places that a part's place stands among: incidents, and districts by province."""

    population: Rule
    districts: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class PartSpec:
    """A part of a finding: an indicator (`kind` with its settings) against two thresholds.

    `words` says in a phrase what the indicator is, `place` where it is measured, as sentences
    name it; `settings` holds rules, numbers, names. `at_most` is the upper end of what the claim
    means, without limit for most. `subject` says what is counted, as sentences name it ("attacks by
    …"), `beside` is the slug of a figure that is said with it. `ways` are other ways of counting:
    the same part with one thing changed, each with a label of its own. With `contrast` the place
    has to stand out among others. `series` are the codes of those that can measure it, none for
    every one. With `everywhere` it counts in the whole country, so that all of that has to be
    covered.
    """

    slug: str
    label: str
    kind: str
    words: str
    claim: float
    denial: float
    settings: Mapping[str, Any] = field(hash=False)
    place: str = ""
    at_most: float = math.inf
    subject: str = ""
    beside: str = ""
    ways: tuple[PartSpec, ...] = ()
    contrast: ContrastSpec | None = None
    series: tuple[str, ...] = ()
    everywhere: bool = False

    def rules(self) -> list[Rule]:
        """Give the rules among the settings, those of its ways and of its contrast too."""
        own = [value for value in self.settings.values() if isinstance(value, Rule)]
        others = [rule for way in self.ways for rule in way.rules()]
        return [*own, *others, *([self.contrast.population] if self.contrast else [])]

    @property
    def thresholds(self) -> Thresholds:
        """From where the claim holds, up to where, and down from where its opposite does."""
        return Thresholds(self.claim, self.denial, self.at_most)

    @property
    def baseline(self) -> tuple[date, date] | None:
        """The days that are compared with; None where the indicator compares with none."""
        if "baseline_from" not in self.settings:
            return None
        return self.settings["baseline_from"], self.settings["baseline_to"]


@dataclass(frozen=True)
class AbsenceSpec:
    """Which absences of incidents speak against a finding: see `absences.py` for the kinds."""

    kind: str
    label: str
    settings: Mapping[str, Any] = field(hash=False)

    def rules(self) -> list[Rule]:
        """Give the rules among the settings."""
        return [value for value in self.settings.values() if isinstance(value, Rule)]


@dataclass(frozen=True)
class FindingSpec:
    """One conclusion of a report, in our words, with its evidence rules and parts.

    `profile` chooses incidents to show along the roads (nothing for most findings); `card` is the
    slug of the part that stands for it on its card, at every date.
    """

    number: int
    slug: str
    title: str
    statement: str
    paragraph: str
    cited: tuple[str, ...]
    counted: Rule
    supports: Rule
    contradicts: Rule
    profile: Rule
    evidence_note: str
    absences: tuple[AbsenceSpec, ...]
    parts: tuple[PartSpec, ...]
    shown: tuple[PartSpec, ...]
    not_tested: tuple[str, ...]
    assumptions: tuple[str, ...]
    known_gaps: tuple[str, ...]
    changes_verdict: tuple[str, ...]
    card: str

    def figure(self, slug: str) -> PartSpec | None:
        """Give the figure beside the parts with a slug; None when there is none."""
        return next((item for item in self.shown if item.slug == slug), None)

    def rules(self) -> list[Rule]:
        """Give every rule that this finding asks the store for."""
        own = [self.counted, self.supports, self.contradicts, self.profile]
        inner = [rule for part in (*self.parts, *self.shown) for rule in part.rules()]
        absent = [rule for spec in self.absences for rule in spec.rules()]
        return [*own, *inner, *absent, *self.recurrences()]

    def recurrences(self) -> Iterator[Rule]:
        """Give the sets of incidents that a recurrence in the evidence rules looks among."""
        for rule in (self.supports, self.contradicts):
            yield from (node.children[0] for node in rule.walk() if node.kind == "recurs")


@dataclass(frozen=True)
class RivalSpec:
    """An explanation that stands against others; `title` and `short` name it within sentences."""

    slug: str
    short: str
    title: str
    statement: str


@dataclass(frozen=True)
class EvidenceSpec:
    """An item of evidence: a part of a finding, or a part that is measured for the matrix alone.

    `finding` is the number of the finding, 0 for none; `because` says why it is rated so. `ratings`
    give by the slug of each rival, for what its measurement may say (a key of
    `rivals.OUTCOMES`), one of `vocabulary.RATINGS`.
    """

    slug: str
    label: str
    part: PartSpec
    finding: int
    because: str
    ratings: Mapping[str, Mapping[str, str]] = field(hash=False)


@dataclass(frozen=True)
class Report:
    """A report whose conclusions are tested.

    `answer` is the slug of the finding that answers its question (the first unless told);
    `own_sources` are the sources of its own accounts, which never count for it; `region` is the
    slug of the region that it is about, `series` the code of the one that measures unless a viewer
    chooses another, "" for the country's; `about` says what it is, where nobody concluded anything,
    `thresholds` how its thresholds came about; both may be empty. `rivals` are explanations that
    are held against the `evidence`, `rivals_about` says how the ratings came about.
    """

    slug: str
    title: str
    publisher: str
    about: str
    thresholds: str
    date: date
    date_note: str
    question: str
    answer: str
    incident: str
    url: str
    own_sources: tuple[str, ...]
    source_mix: Rule
    source_mix_label: str
    findings: tuple[FindingSpec, ...]
    region: str
    series: str = ""
    rivals_about: str = ""
    rivals: tuple[RivalSpec, ...] = ()
    evidence: tuple[EvidenceSpec, ...] = ()

    def rules(self) -> list[Rule]:
        """Give every rule of the report."""
        own = [rule for item in self.evidence for rule in item.part.rules()]
        return [self.source_mix, *(rule for item in self.findings for rule in item.rules()), *own]

    def named(self) -> set[str]:
        """Give the ids of the accounts that it cites or measures an incident by."""
        parts = [part for item in self.findings for part in (*item.parts, *item.shown)]
        parts += [item.part for item in self.evidence]
        measured = {str(part.settings["incident"]) for part in parts if "incident" in part.settings}
        return measured.union(*(item.cited for item in self.findings))

    def finding(self, number: int) -> FindingSpec:
        """Give a finding by its number; KeyError when there is none."""
        return {item.number: item for item in self.findings}[number]
