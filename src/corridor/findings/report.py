"""A report and its findings, read from `data/reports/<slug>/report.toml`.

A report is data: dropping a folder in adds it, no Python is edited. Reading is strict; every
key has to be known.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from corridor.findings import absences, indicators
from corridor.findings.predicates import read_rule
from corridor.findings.problems import ReportError, Table
from corridor.findings.rules import NOTHING, Rule
from corridor.findings.spec import AbsenceSpec, FindingSpec, PartSpec, Report
from corridor.words import later
from corridor.words import numbers as fmt

FILE: Final = "report.toml"


def list_reports(folder: Path) -> list[str]:
    """Name the reports of a folder (its sub-folders that hold a report file), in order."""
    return sorted(path.parent.name for path in folder.glob(f"*/{FILE}"))


def load_reports(folder: Path) -> dict[str, Report]:
    """Read every report of a folder, by slug; ReportError when one cannot be used."""
    return {slug: load_report(folder / slug) for slug in list_reports(folder)}


def load_report(folder: Path) -> Report:
    """Read one report; ReportError names the file and the place of what is wrong."""
    file = folder / FILE
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        what = later("report-unreadable", file=str(file), error=str(error))
        raise ReportError(what) from error
    return _read_report(Table(values, file, later("report-place")), folder.name)


def _read_report(table: Table, slug: str) -> Report:
    named = _read_named(table)
    mix = table.table("source_mix")
    report = Report(
        slug=slug,
        title=fmt.together(table.take("title", str)),
        publisher=table.take("publisher", str),
        date=table.take("date", date),
        date_note=table.take("date_note", str, ""),
        question=table.take("question", str),
        answer=table.take("answer", str, ""),
        incident=table.take("incident", str, ""),
        url=table.take("url", str, ""),
        own_sources=table.texts("own_sources", ()),
        source_mix_label=mix.take("label", str),
        source_mix=read_rule(mix, named),
        findings=tuple(_read_finding(item, named) for item in table.tables("finding")),
    )
    table.close()
    return _checked(report, table)


def _checked(report: Report, table: Table) -> Report:
    numbers = [item.number for item in report.findings]
    slugs = [item.slug for item in report.findings]
    if not slugs:
        raise table.fail("report-no-finding")
    if len(set(numbers)) < len(numbers) or len(set(slugs)) < len(slugs):
        raise table.fail("report-finding-twice")
    if report.answer and report.answer not in slugs:
        raise table.fail("report-answer-unknown", value=repr(report.answer))
    return report if report.answer else replace(report, answer=slugs[0])


def _read_named(table: Table) -> dict[str, Rule]:
    named: dict[str, Rule] = {}
    if table.has("rules"):
        rules = table.table("rules")
        names = rules.keys()
        for name in names:
            named[name] = read_rule(rules.table(name), named)
    return named


def _read_finding(table: Table, named: Mapping[str, Rule]) -> FindingSpec:
    number = table.count("number")
    table.place = later("report-finding", number=number)
    finding = FindingSpec(
        number=number,
        slug=table.take("slug", str),
        title=fmt.together(table.take("title", str)),
        statement=fmt.together(table.take("statement", str)),
        paragraph=fmt.together(table.take("paragraph", str)),
        cited=table.texts("cited", ()),
        counted=read_rule(table.table("counted"), named),
        supports=_rule_or_nothing(table, "supports", named),
        contradicts=_rule_or_nothing(table, "contradicts", named),
        profile=_rule_or_nothing(table, "profile", named),
        evidence_note=fmt.together(table.take("evidence_note", str, "")),
        absences=tuple(_read_absence(item, named) for item in table.tables("absence", [])),
        parts=tuple(_read_part(item, named) for item in table.tables("part")),
        shown=tuple(_read_part(item, named, shown=True) for item in table.tables("shown", [])),
        not_tested=tuple(map(fmt.together, table.texts("not_tested", ()))),
        assumptions=tuple(map(fmt.together, table.texts("assumptions", ()))),
        known_gaps=tuple(map(fmt.together, table.texts("known_gaps", ()))),
        changes_verdict=tuple(map(fmt.together, table.texts("changes_verdict", ()))),
    )
    table.close()
    return finding


def _rule_or_nothing(table: Table, key: str, named: Mapping[str, Rule]) -> Rule:
    return read_rule(table.table(key), named) if table.has(key) else NOTHING


def _read_part(table: Table, named: Mapping[str, Rule], *, shown: bool = False) -> PartSpec:
    kind = table.take("indicator", str)
    part = PartSpec(
        slug=table.take("slug", str),
        label=fmt.together(table.take("label", str)),
        kind=kind,
        words=fmt.together(table.take("words", str)),
        claim=table.number("claim", 0.0 if shown else None),
        denial=table.number("denial", 0.0 if shown else None),
        settings=indicators.read_settings(kind, table, named),
    )
    table.close()
    if not shown and part.claim <= part.denial:
        raise table.fail("report-thresholds", claim=str(part.claim), denial=str(part.denial))
    return part


def _read_absence(table: Table, named: Mapping[str, Rule]) -> AbsenceSpec:
    kind, label = table.take("kind", str), table.take("label", str)
    spec = AbsenceSpec(kind, label, absences.read_settings(kind, table, named))
    table.close()
    return spec
