"""What a verdict hangs on: each change of one thing, and whether the verdict stands."""

from __future__ import annotations

from corridor.findings.sensitivity import Sensitivity, Variant
from corridor.texts import sensitivity_text
from corridor.ui import parts
from corridor.ui.parts import Html, TableColumn
from corridor.words import numbers as fmt
from corridor.words import say

# A verdict that hangs on more single incidents hangs on any of them.
MOST_LISTED = 12


def table(found: Sensitivity) -> Html:
    """Say how far the verdict stands, and list what was changed."""
    single = [each for each in found.variants if each.kind == "incident"]
    listed = [each for each in found.variants if each not in single[MOST_LISTED:]]
    columns = [
        TableColumn(say("sensitivity-change")),
        TableColumn(say("sensitivity-left-out"), numeric=True),
        TableColumn(say("finding-verdict")),
        TableColumn(say("sensitivity-standing")),
    ]
    rest = say("sensitivity-rest", count=len(single) - MOST_LISTED)
    return parts.lines(
        parts.paragraph(parts.esc(sensitivity_text.in_words(found))),
        parts.table(
            columns,
            [_row(found, each) for each in listed],
            caption=say("sensitivity-caption"),
            note=rest if len(single) > MOST_LISTED else "",
        ),
    )


def _row(found: Sensitivity, variant: Variant) -> list[str]:
    return [
        sensitivity_text.label(variant),
        "" if variant.incidents is None else fmt.number(variant.incidents),
        parts.verdict_badge(variant.verdict) if variant.verdict else fmt.EN_DASH,
        sensitivity_text.stands(found, variant),
    ]
