"""A report and its findings, read from `data/reports/<slug>/report.toml`.

A report is data: dropping a folder in adds it, no Python is edited. Reading is strict; every
key has to be known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from corridor import packs
from corridor.findings import absences
from corridor.findings.part_reading import read_part, read_shown
from corridor.findings.predicates import read_rule
from corridor.findings.rules import NOTHING, Rule
from corridor.findings.spec import AbsenceSpec, FindingSpec, Report
from corridor.packs import SLUG, PackError, Table, read_pack, shown
from corridor.words import Message, later
from corridor.words import numbers as fmt

FILE: Final = "report.toml"
# The calendars of the pages reach as far.
FIRST_DAY: Final = date(1980, 1, 1)
LAST_DAY: Final = date(2099, 12, 31)
_URL: Final = re.compile(r"https?://[^\s<>\"']+")
MOST_FINDINGS: Final = 30
MOST_PARTS: Final = 40
MOST_RULES: Final = 200
MOST_OF_SENTENCE: Final = 500
MOST_OF_TEXT: Final = 4000


def list_reports(folder: Path) -> list[str]:
    """Name the reports of a folder (its sub-folders that hold a report file).

    The country's own stands first, so that a folder that is added takes nobody's place; the others
    follow by name.
    """
    first = ""
    with suppress(PackError):  # told by whoever asks for the country itself
        first = packs.country().report
    names = (path.parent.name for path in folder.glob(f"*/{FILE}"))
    return sorted(names, key=lambda name: (name != first, name))


@dataclass(frozen=True)
class Reports:
    """The reports of a folder, by slug: those that can be used, and why others cannot."""

    usable: Mapping[str, Report]
    refused: Mapping[str, Message]

    @property
    def first(self) -> Report | None:
        """The first that can be used; None when there is none."""
        return next(iter(self.usable.values()), None)


def load_reports(folder: Path) -> Reports:
    """Read every report of a folder; one that cannot be used leaves the others as they are."""
    usable: dict[str, Report] = {}
    refused: dict[str, Message] = {}
    for slug in list_reports(folder):
        try:
            usable[slug] = load_report(folder / slug)
        except PackError as error:
            refused[slug] = error.message
    return Reports(usable, refused)


def load_report(folder: Path) -> Report:
    """Read one report; PackError names file, line and place of what is wrong."""
    table = read_pack(folder / FILE, later("report-place"))
    if not SLUG.fullmatch(folder.name):
        raise table.fail("report-folder", name=shown(folder.name))
    return _read_report(table, folder.name)


def _read_report(table: Table, slug: str) -> Report:
    named = _read_named(table)
    mix, findings = table.table("source_mix"), table.tables("finding", most=MOST_FINDINGS)
    report = Report(
        slug=slug,
        title=fmt.together(table.text("title")),
        publisher=table.text("publisher"),
        thresholds=fmt.together(table.text("thresholds", "", most=MOST_OF_SENTENCE)),
        about=fmt.together(table.text("about", "", most=MOST_OF_SENTENCE)),
        date=table.day("date", first=FIRST_DAY, last=LAST_DAY),
        date_note=table.text("date_note", ""),
        question=table.text("question", most=MOST_OF_SENTENCE),
        answer=table.text("answer", ""),
        incident=table.text("incident", ""),
        url=table.text("url", "", most=MOST_OF_SENTENCE),
        region=_read_region(table),
        series=_read_series(table),
        own_sources=table.texts("own_sources", ()),
        source_mix_label=mix.text("label"),
        source_mix=read_rule(mix, named),
        findings=tuple(_read_finding(item, named) for item in findings),
    )
    table.close()
    _check_apart(findings, "number", [str(item.number) for item in report.findings])
    _check_apart(findings, "slug", [item.slug for item in report.findings])
    packs.region(report.region)  # a report cannot be used without its region
    return _checked(report, table)


def _read_region(table: Table) -> str:
    """Read which region a report is about: one that can be used, else its PackError is raised."""
    slug = table.name("region", packs.list_regions(), packs.country().region)
    return packs.region(slug).slug


def _read_series(table: Table) -> str:
    """Read which series measures for a report; its PackError where it cannot be used."""
    slug = table.name("series", packs.list_series(), "")
    return packs.series(slug).code if slug else ""


def _checked(report: Report, table: Table) -> Report:
    slugs = [item.slug for item in report.findings]
    if report.url and not _URL.fullmatch(report.url):
        raise table.fail("report-url", "url", value=shown(report.url))
    if report.answer and report.answer not in slugs:
        raise table.fail("report-answer-unknown", "answer", value=repr(report.answer))
    return report if report.answer else replace(report, answer=slugs[0])


def _check_apart(tables: Sequence[Table], key: str, values: Sequence[str]) -> None:
    """Refuse the second of two tables that have the same value under a key."""
    for number, value in enumerate(values):
        if value in values[:number]:
            raise tables[number].fail("report-twice", key, key=key, value=value)


def _read_named(table: Table) -> dict[str, Rule]:
    named: dict[str, Rule] = {}
    if table.has("rules"):
        rules = table.table("rules")
        names = rules.keys()
        if len(names) > MOST_RULES:
            raise rules.fail("report-many-rules", count=len(names), most=MOST_RULES)
        for name in names:
            named[name] = read_rule(rules.table(name), named)
    return named


def _read_finding(table: Table, named: Mapping[str, Rule]) -> FindingSpec:
    number = table.count("number", most=MOST_FINDINGS)
    table.place = later("report-finding", number=number)
    parts = table.tables("part", most=MOST_PARTS)
    beside = table.tables("shown", [], most=MOST_PARTS)
    figures = tuple(read_shown(item, named) for item in beside)
    measured = tuple(read_part(item, named, [item.slug for item in figures]) for item in parts)
    finding = FindingSpec(
        number=number,
        slug=table.slug("slug"),
        title=fmt.together(table.text("title")),
        statement=fmt.together(table.text("statement", most=MOST_OF_SENTENCE)),
        paragraph=fmt.together(table.text("paragraph", most=MOST_OF_TEXT)),
        cited=table.texts("cited", ()),
        counted=read_rule(table.table("counted"), named),
        supports=_rule_or_nothing(table, "supports", named),
        contradicts=_rule_or_nothing(table, "contradicts", named),
        profile=_rule_or_nothing(table, "profile", named),
        evidence_note=fmt.together(table.text("evidence_note", "", most=MOST_OF_TEXT)),
        absences=tuple(
            _read_absence(item, named) for item in table.tables("absence", [], most=MOST_PARTS)
        ),
        parts=measured,
        shown=figures,
        not_tested=_sentences(table, "not_tested"),
        assumptions=_sentences(table, "assumptions"),
        known_gaps=_sentences(table, "known_gaps"),
        changes_verdict=_sentences(table, "changes_verdict"),
        card=table.name("card", [part.slug for part in measured], measured[0].slug),
    )
    table.close()
    slugs = [part.slug for part in (*finding.parts, *finding.shown)]
    _check_apart([*parts, *beside], "slug", slugs)
    return finding


def _sentences(table: Table, key: str) -> tuple[str, ...]:
    return tuple(
        map(fmt.together, table.texts(key, (), least=0, most=20, most_of_each=MOST_OF_SENTENCE))
    )


def _rule_or_nothing(table: Table, key: str, named: Mapping[str, Rule]) -> Rule:
    return read_rule(table.table(key), named) if table.has(key) else NOTHING


def _read_absence(table: Table, named: Mapping[str, Rule]) -> AbsenceSpec:
    kind, label = table.name("kind", absences.KINDS), table.text("label")
    spec = AbsenceSpec(kind, label, absences.read_settings(kind, table, named))
    table.close()
    return spec
