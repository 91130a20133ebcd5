"""Rival explanations held against the evidence: which of them is contradicted least.

Analysis of competing hypotheses (Heuer 1999, Psychology of Intelligence Analysis, chapter 8). The
report states how each item of evidence is rated against each rival for every verdict that its
measurement may give; the ratings of a day and a series follow from what is measured. What is
undecided, or has too few data, is not rated: it fits every rival. The rival with the least weight
of evidence against it stands, not the one with most for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import combinations
from typing import Any, Final

from corridor import vocabulary
from corridor.analysis import verdicts
from corridor.findings import indicators
from corridor.findings.as_json import indicator_values
from corridor.findings.evaluate import Finding
from corridor.findings.judgements import Judged
from corridor.findings.measured import Indicator
from corridor.findings.parts import word
from corridor.findings.spec import EvidenceSpec, Report

POINTS: Final = vocabulary.RATINGS
# What a measurement may say; other verdicts are not rated.
OUTCOMES: Final = {
    verdicts.EXCEEDED: "more",
    verdicts.SUPPORTED: "right",
    verdicts.PARTLY: "partly",
    verdicts.SHORT: "short",
    verdicts.NOT_SUPPORTED: "short",
    verdicts.CONTRADICTED: "wrong",
}
# With fewer items that tell the rivals apart the evidence does not decide.
LEAST_DIAGNOSTIC: Final = 3

# By the slug of each rival a rating, None where it is not rated.
Ratings = Mapping[str, str | None]


@dataclass(frozen=True, eq=False)
class Item:
    """An item of evidence as measured: `verdict` of its part, and its `ratings` by the rules.

    `finding` is 0 where no finding has the part. `is_covered` is False where the series does not
    cover the days. `judged` are the ratings with what people said and nobody disputes.
    """

    spec: EvidenceSpec
    verdict: str
    indicator: Indicator
    is_covered: bool
    ratings: Ratings
    judged: Ratings

    @property
    def slug(self) -> str:
        """Name of the item in the report."""
        return self.spec.slug

    def as_json(self) -> dict[str, Any]:
        """Return the shape of an item in `rivals --json`."""
        return {
            "item": self.slug,
            "label": self.spec.label,
            "finding": self.spec.finding or None,
            **indicator_values(self.indicator),
            "claim": self.spec.part.claim,
            "denial": self.spec.part.denial,
            "verdict": self.verdict,
            "is_covered": self.is_covered,
            "ratings": dict(self.ratings),
            "with_people": dict(self.judged),
            "diagnosticity": diagnosticity(self.ratings),
            "because": self.spec.because,
        }


@dataclass(frozen=True)
class Weighed:
    """A rival in one matrix: how many rated items speak `against` it, and their `weight`.

    An item that is inconsistent weighs 1, one that is very inconsistent 2.
    """

    rival: str
    against: int
    weight: int


@dataclass(frozen=True)
class Deciding:
    """An item that is not rated, and the pairs of rivals that it would tell apart best of all.

    `apart` is by how many points their ratings can differ.
    """

    item: str
    pairs: tuple[tuple[str, str], ...]
    apart: int


@dataclass(frozen=True, eq=False)
class Matrix:
    """What the evidence says of the rivals by one set of ratings.

    `rated` items have a rating for every rival, `diagnostic` of them tell rivals apart; `weighed`
    has the least contradicted first. `best` are those least contradicted, none where too few items
    tell them apart. `carrying` are the items without any one of which the best would be others.
    """

    rated: int
    diagnostic: int
    weighed: tuple[Weighed, ...]
    best: tuple[str, ...]
    carrying: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the shape of a matrix in `rivals --json`."""
        return {
            "rated": self.rated,
            "diagnostic": self.diagnostic,
            "weighed": [asdict(each) for each in self.weighed],
            "best": list(self.best),
            "carrying": list(self.carrying),
        }


@dataclass(frozen=True, eq=False)
class Rivals:
    """The rivals of a report as of a day: `items` by how well they tell them apart.

    `by_rules` is the matrix of the ratings that the report states, `with_ratings` the same with
    what people said and nobody disputes (None where they say nothing), `readings` that of each who
    disagrees. `missing` are the items that would decide and are not rated.
    """

    report: Report
    as_of: date
    series: str
    items: tuple[Item, ...]
    by_rules: Matrix
    with_ratings: Matrix | None
    readings: Mapping[str, Matrix]
    missing: tuple[Deciding, ...]
    judged: Judged

    def item(self, slug: str) -> Item:
        """Return an item by its name; KeyError when there is none."""
        return {each.slug: each for each in self.items}[slug]

    def as_json(self) -> dict[str, Any]:
        """Return the shape of `rivals --json`."""
        return {
            "report": self.report.slug,
            "as_of": self.as_of.isoformat(),
            "series": self.series,
            "rivals": [asdict(each) for each in self.report.rivals],
            "items": [each.as_json() for each in self.items],
            "by_rules": self.by_rules.as_json(),
            "with_people": self.with_ratings and self.with_ratings.as_json(),
            "readings": [
                {"by": name, **matrix.as_json()} for name, matrix in self.readings.items()
            ],
            "would_decide": [asdict(each) for each in self.missing],
            "said": [
                {**asdict(each), "is_disputed": each.incident_id in self.judged.disputed}
                for each in self.judged.standing
            ],
        }


def cell(item: str, rival: str) -> str:
    """Return the name under which people's ratings of a cell are stored."""
    return f"{item}/{rival}"


def diagnosticity(ratings: Ratings) -> float | None:
    """Return by how many points two rivals differ on average (0–4); None where one is not rated.

    The mean is over all pairs of rivals; 0 says nothing about which of them holds.
    """
    points = [POINTS[rating] for rating in ratings.values() if rating is not None]
    if len(points) < len(ratings):
        return None
    apart = [abs(one - other) for one, other in combinations(points, 2)]
    return sum(apart) / len(apart)


def rivals(report: Report, findings: Sequence[Finding], judged: Judged) -> Rivals:
    """Hold the rivals of a report against its evidence as its findings were evaluated."""
    items = [_item(spec, report, findings, judged) for spec in report.evidence]
    items.sort(key=lambda item: -(diagnosticity(item.ratings) or -1.0))
    slugs = [rival.slug for rival in report.rivals]
    matrix = {item.slug: item.ratings for item in items}
    return Rivals(
        report,
        findings[0].as_of,
        findings[0].series,
        tuple(items),
        weigh(matrix, slugs),
        weigh({item.slug: item.judged for item in items}, slugs) if judged.agreed else None,
        {
            name: weigh(
                {
                    item.slug: _rated(item.slug, item.ratings, judged.as_read_by(who))
                    for item in items
                },
                slugs,
            )
            for who, name in judged.people.items()
        },
        _missing([item.spec for item in items if diagnosticity(item.ratings) is None], slugs),
        judged,
    )


def _item(spec: EvidenceSpec, report: Report, findings: Sequence[Finding], judged: Judged) -> Item:
    scene = findings[0].scene
    measured = indicators.measure(spec.part, scene)
    verdict = word(spec.part, measured, scene)
    outcome = OUTCOMES.get(verdict)
    told = {
        rival.slug: spec.ratings[rival.slug][outcome] if outcome else None
        for rival in report.rivals
    }
    with_people = _rated(spec.slug, told, judged.agreed)
    usable = scene.window.is_usable
    return Item(spec, verdict, measured.indicator, usable, told, with_people)


def _rated(slug: str, ratings: Ratings, said: Mapping[str, str]) -> Ratings:
    return {rival: said.get(cell(slug, rival), rating) for rival, rating in ratings.items()}


def weigh(matrix: Mapping[str, Ratings], slugs: Sequence[str]) -> Matrix:
    """Weigh rivals by a matrix: ratings of each item, by rival."""
    apart = {name: diagnosticity(ratings) for name, ratings in matrix.items()}
    rated = {name: matrix[name] for name, by in apart.items() if by is not None}
    weighed = _weighed(rated.values(), slugs)
    best = _best(weighed)
    diagnostic = sum(bool(by) for by in apart.values())
    carrying = tuple(
        name
        for name in rated
        if _best(_weighed((it for other, it in rated.items() if other != name), slugs)) != best
    )
    is_decided = diagnostic >= LEAST_DIAGNOSTIC
    return Matrix(
        len(rated), diagnostic, weighed, best if is_decided else (),
        carrying if is_decided else (),
    )  # fmt: skip


def _weighed(rows: Iterable[Ratings], slugs: Sequence[str]) -> tuple[Weighed, ...]:
    kept = list(rows)
    found = []
    for slug in slugs:
        against = [-POINTS[rating] for row in kept if (rating := row[slug])]
        against = [points for points in against if points > 0]
        found.append(Weighed(slug, len(against), sum(against)))
    return tuple(sorted(found, key=lambda each: each.weight))


def _best(weighed: Sequence[Weighed]) -> tuple[str, ...]:
    return tuple(each.rival for each in weighed if each.weight == weighed[0].weight)


def _missing(items: Sequence[EvidenceSpec], slugs: Sequence[str]) -> tuple[Deciding, ...]:
    """Return for each pair of rivals the unrated item that could tell it apart best."""
    best: dict[str, list[tuple[str, str]]] = {}
    most: dict[str, int] = {}
    for pair in combinations(slugs, 2):
        by = {spec.slug: _could(spec, pair) for spec in items}
        name = max(by, key=lambda each: by[each], default="")
        if name and by[name]:
            best.setdefault(name, []).append(pair)
            most[name] = max(most.get(name, 0), by[name])
    told = [Deciding(name, tuple(pairs), most[name]) for name, pairs in best.items()]
    return tuple(sorted(told, key=lambda each: -each.apart))


def _could(spec: EvidenceSpec, pair: tuple[str, str]) -> int:
    """Return by how many points an item can tell two rivals apart, whatever it measures."""
    one, other = (spec.ratings[name] for name in pair)
    return max(abs(POINTS[one[outcome]] - POINTS[other[outcome]]) for outcome in one)
