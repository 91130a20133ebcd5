"""The parts of a finding, the figures beside them, and other ways of counting, read from TOML."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from corridor import packs
from corridor.findings import indicators
from corridor.findings.predicates import known, read_rule
from corridor.findings.rules import Rule
from corridor.findings.spec import ContrastSpec, PartSpec
from corridor.packs import Table
from corridor.words import numbers as fmt

MOST_WAYS: Final = 30
Named = Mapping[str, Rule]
# What a part has besides the settings of its indicator: its ways have these from the part.
_OWN: Final = frozenset(
    {"slug", "label", "words", "place", "subject", "beside", "claim", "denial", "at_most", "way",
     "contrast", "series", "everywhere"}
)  # fmt: skip


def read_shown(table: Table, named: Named) -> PartSpec:
    """Read a figure that stands beside the parts: it has no thresholds."""
    part = _read(table, named, claim=0.0, denial=0.0)
    table.close()
    return part


def read_part(table: Table, named: Named, figures: Iterable[str]) -> PartSpec:
    """Read a part; `figures` are the slugs of those that can be said with it."""
    inherited = {key: value for key, value in table.values().items() if key not in _OWN}
    kind = table.name("indicator", indicators.KINDS)
    least, most = indicators.KINDS[kind].scale
    part = replace(
        _read(
            table, named,
            claim=table.number("claim", least=least, most=most),
            denial=table.number("denial", least=least, most=most),
            kind=kind,
        ),
        at_most=_upper_end(table, least, most),
        beside=table.name("beside", figures, ""),
        contrast=_read_contrast(table.table("contrast"), named) if table.has("contrast") else None,
    )  # fmt: skip
    ways = table.tables("way", [], most=MOST_WAYS)
    table.close()
    _check_thresholds(table, part)
    return replace(part, ways=tuple(_read_way(way, part, inherited, named) for way in ways))


def _read(table: Table, named: Named, *, claim: float, denial: float, kind: str = "") -> PartSpec:
    kind = kind or table.name("indicator", indicators.KINDS)
    return PartSpec(
        slug=table.slug("slug"),
        label=fmt.together(table.text("label")),
        kind=kind,
        words=fmt.together(table.text("words")),
        claim=claim,
        denial=denial,
        settings=indicators.read_settings(kind, table, named),
        place=fmt.together(table.text("place", "")),
        series=table.texts("series", (), known=[each.code for each in packs.all_series()]),
        everywhere=table.take("everywhere", bool, False),
        subject=fmt.together(table.text("subject", "")),
    )


def _upper_end(table: Table, least: float, most: float) -> float:
    return table.number("at_most", least=least, most=most) if table.has("at_most") else math.inf


def _check_thresholds(table: Table, part: PartSpec) -> None:
    claim, denial, most = str(part.claim), str(part.denial), str(part.at_most)
    if part.claim <= part.denial:
        raise table.fail("report-thresholds", "claim", claim=claim, denial=denial)
    if part.at_most <= part.claim:
        raise table.fail("report-upper-end", "at_most", claim=claim, most=most)


def _read_way(table: Table, part: PartSpec, inherited: Mapping[str, Any], named: Named) -> PartSpec:
    """Read what a way of counting changes; all else is as the part has it."""
    if not set(table.values()) - {"label"}:
        raise table.fail("report-way-changes-nothing")
    whole = table.over(inherited)
    label = fmt.together(whole.text("label"))
    kind = whole.name("indicator", indicators.KINDS)
    way = replace(
        part, label=label, kind=kind, settings=indicators.read_settings(kind, whole, named)
    )
    whole.close()
    return way


def _read_contrast(table: Table, named: Named) -> ContrastSpec:
    provinces = table.texts("admin1", known=known.provinces())
    besides: Sequence[str] = table.texts("besides", (), least=0, known=known.districts())
    population = read_rule(table.table("population"), named)
    table.close()
    everywhere = known.districts_of(provinces)
    return ContrastSpec(
        population, frozenset(item for item in everywhere if item[1] not in besides)
    )
