"""Rival explanations and the evidence that is rated against them, read from TOML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from corridor import vocabulary
from corridor.findings.part_reading import read_part
from corridor.findings.rules import Rule
from corridor.findings.spec import EvidenceSpec, PartSpec, Report, RivalSpec
from corridor.packs import Faults, Table
from corridor.words import later
from corridor.words import numbers as fmt

MOST_RIVALS: Final = 6
MOST_EVIDENCE: Final = 40
MOST_OF_SENTENCE: Final = 500
# What is rated less where a range reaches beyond the threshold.
WEAKER: Final = {"CC": "C", "C": "C", "N": "N", "I": "I", "II": "I"}


def read_rivals(table: Table) -> tuple[tuple[RivalSpec, ...], list[Table]]:
    """Read the rivals of a report, none or two and more; give the tables of the evidence too."""
    if not table.has("rival"):
        if table.has("evidence"):
            raise table.fail("report-evidence-alone", "evidence")
        return (), []
    tables = table.tables("rival", least=2, most=MOST_RIVALS)
    rivals = tuple(_read_rival(item) for item in tables)
    for number, rival in enumerate(rivals):
        if rival.slug in [each.slug for each in rivals[:number]]:
            raise tables[number].fail("report-twice", "slug", key="slug", value=rival.slug)
    return rivals, table.tables("evidence", most=MOST_EVIDENCE)


def _read_rival(table: Table) -> RivalSpec:
    rival = RivalSpec(
        slug=table.slug("slug"),
        short=fmt.together(table.text("short", most=20)),
        title=fmt.together(table.text("title")),
        statement=fmt.together(table.text("statement", most=MOST_OF_SENTENCE)),
    )
    table.close()
    return rival


def read_evidence(
    tables: Sequence[Table], report: Report, named: Mapping[str, Rule]
) -> tuple[EvidenceSpec, ...]:
    """Read the items of evidence of a report whose findings and rivals are known."""
    items, faults = [], Faults()
    for table in tables:
        with faults.gathered():
            items.append(_read_item(table, report, named))
    faults.close()
    return tuple(items)


def _read_item(table: Table, report: Report, named: Mapping[str, Rule]) -> EvidenceSpec:
    because = fmt.together(table.text("because", most=MOST_OF_SENTENCE))
    ratings = _read_ratings(table.table("ratings"), report)
    if not table.has("finding"):
        part = read_part(table, named, ())
        _check_incident(table, part, report)
        return EvidenceSpec(part.slug, part.label, part, 0, because, ratings)
    slug = table.slug("slug")
    findings = {item.slug: item for item in report.findings}
    finding = findings[table.name("finding", findings)]
    parts = {item.slug: item for item in finding.parts}
    part = parts[table.name("part", parts)]
    label = fmt.together(table.text("label", part.label))
    table.close()
    return EvidenceSpec(slug, label, part, finding.number, because, ratings)


def _read_ratings(table: Table, report: Report) -> dict[str, dict[str, str]]:
    """Read how an item is rated against each rival: all of them have to be there."""
    ratings = {}
    for rival in report.rivals:
        if not table.has(rival.slug):
            raise table.fail("report-rival-unrated", rival=rival.slug)
        ratings[rival.slug] = _read_rating(table.table(rival.slug))
    table.close([rival.slug for rival in report.rivals])
    return ratings


def _read_rating(table: Table) -> dict[str, str]:
    right, wrong = (table.name(key, vocabulary.RATINGS) for key in ("right", "wrong"))
    rating = {
        "more": table.name("more", vocabulary.RATINGS, right),
        "right": right,
        "partly": table.name("partly", vocabulary.RATINGS, WEAKER[right]),
        "short": table.name("short", vocabulary.RATINGS, WEAKER[wrong]),
        "wrong": wrong,
    }
    table.close()
    return rating


def _check_incident(table: Table, part: PartSpec, report: Report) -> None:
    """Refuse an incident that no finding of the report cites."""
    incident = str(part.settings.get("incident", ""))
    cited = sorted(set().union(*(item.cited for item in report.findings)))
    if incident and incident not in cited:
        known = later("report-cited", known=fmt.unit_list(cited)) if cited else ""
        raise table.fail("report-incident-uncited", "incident", id=incident, known=known)
