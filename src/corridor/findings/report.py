"""A report and its findings, read from `data/reports/<slug>/report.toml`.

A report is data: dropping a folder in adds it, no Python is edited. Reading is strict; every
key has to be known.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from corridor import packs
from corridor.findings import absences
from corridor.findings.part_reading import read_part, read_shown
from corridor.findings.predicates import read_rule
from corridor.findings.rival_reading import MOST_EVIDENCE, read_evidence, read_rivals
from corridor.findings.rules import NOTHING, Rule
from corridor.findings.spec import AbsenceSpec, FindingSpec, Report
from corridor.packs import SLUG, Faults, PackError, Table, read_pack, shown
from corridor.words import Message, later
from corridor.words import numbers as fmt

FILE: Final = "report.toml"
# The calendars of the pages reach as far.
FIRST_DAY: Final = date(1980, 1, 1)
LAST_DAY: Final = date(2099, 12, 31)
_URL: Final = re.compile(r"https?://[^\s<>\"']+")
# The keys by which a rule is asked for by its name.
NAMING: Final = ("rule", "among")
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
    table = _table(folder)
    if not SLUG.fullmatch(folder.name):
        raise table.fail("report-folder", name=shown(folder.name))
    return _read_report(table, folder.name)


def named_rules(folder: Path) -> dict[str, Rule]:
    """Return the rules that a report which can be used defines by name."""
    return _read_named(_table(folder), Faults())


def unused_rules(folder: Path) -> list[str]:
    """Name the rules that a report defines and no finding, rule or mix of sources asks for."""
    whole = _table(folder).values()
    used = set(_asked_for(whole))
    return [name for name in whole.get("rules", {}) if name not in used]


def _asked_for(value: object) -> Iterator[str]:
    """Yield the names of rules anywhere in a value of TOML."""
    below = value if isinstance(value, list) else value.values() if isinstance(value, dict) else ()
    for item in below:
        yield from _asked_for(item)
    if isinstance(value, dict):
        yield from (value[key] for key in NAMING if isinstance(value.get(key), str))


def check_cited(folder: Path, known: Collection[str]) -> None:
    """Raise PackError for every account that a report names and that is not among the `known`."""
    table, faults = _table(folder), Faults()
    _check_known(table, "incident", known, faults)
    for finding in table.tables("finding", most=MOST_FINDINGS):
        _check_known(finding, "cited", known, faults)
        parts = finding.tables("part", most=MOST_PARTS)
        for part in (*parts, *finding.tables("shown", [], most=MOST_PARTS)):
            _check_known(part, "incident", known, faults)
    for item in table.tables("evidence", [], most=MOST_EVIDENCE):
        _check_known(item, "incident", known, faults)
    faults.close()


def _check_known(table: Table, key: str, known: Collection[str], faults: Faults) -> None:
    told = table.values().get(key, [])
    for at, name in enumerate([told] if isinstance(told, str) else told):
        if name not in known:
            with faults.gathered():
                where = key if isinstance(told, str) else (key, at)
                raise table.fail("report-account-unknown", where, key=key, value=shown(name))


def _table(folder: Path) -> Table:
    return read_pack(folder / FILE, later("report-place"))


def _read_report(table: Table, slug: str) -> Report:
    faults = Faults()
    named = _read_named(table, faults)
    about = fmt.together(table.text("rivals_about", "", most=MOST_OF_SENTENCE))
    rivals, evidence = read_rivals(table)
    mix, findings = table.table("source_mix"), table.tables("finding", most=MOST_FINDINGS)
    read = []
    for item in findings:
        with faults.gathered():
            read.append(_read_finding(item, named))
    faults.close()
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
        findings=tuple(read),
        rivals_about=about,
        rivals=rivals,
    )
    report = replace(report, evidence=read_evidence(evidence, report, named))
    table.close()
    _check_apart(findings, "number", [str(item.number) for item in report.findings])
    _check_apart(findings, "slug", [item.slug for item in report.findings])
    _check_apart(evidence, "slug", [item.slug for item in report.evidence])
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


def _read_named(table: Table, faults: Faults) -> dict[str, Rule]:
    """Read the named rules; one that is wrong is known by its name, so that it is told once."""
    named: dict[str, Rule] = {}
    if table.has("rules"):
        rules = table.table("rules")
        names = rules.keys()
        if len(names) > MOST_RULES:
            raise rules.fail("report-many-rules", count=len(names), most=MOST_RULES)
        for name in names:
            read = NOTHING
            with faults.gathered():
                read = read_rule(rules.table(name), named)
            named[name] = read
    return named


def _read_finding(table: Table, named: Mapping[str, Rule]) -> FindingSpec:
    number = table.count("number", most=MOST_FINDINGS)
    table.place = later("report-finding", number=number)
    parts = table.tables("part", most=MOST_PARTS)
    beside = table.tables("shown", [], most=MOST_PARTS)
    figures, measured, faults = [], [], Faults()
    for item in beside:
        with faults.gathered():
            figures.append(read_shown(item, named))
    faults.close()
    for item in parts:
        with faults.gathered():
            measured.append(read_part(item, named, [figure.slug for figure in figures]))
    faults.close()
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
        parts=tuple(measured),
        shown=tuple(figures),
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
