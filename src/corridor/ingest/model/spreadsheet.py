"""Cells that a spreadsheet would execute: guarded on the way out, restored on the way in."""

from __future__ import annotations

import re
from typing import Final

from corridor.ingest.model.characters import EDGES, trim

# OWASP "CSV injection": a cell that starts so is run as a formula by spreadsheets, by some with
# the wide signs of East Asian keyboards too. So is all that Unicode holds for another form of
# these signs: small, raised, lowered, doubled.
SIGNS: Final = "=+-@\t\r\n＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋⩵⩶﬩−"
# Blanks and unseen marks before a sign do not hide it: some programs take them away. DuckDB reads
# this pattern as well.
RISKY: Final = f"'*[{EDGES}]*[{SIGNS}]".replace("-", "\\-")
_RISKY: Final = re.compile(RISKY)
RISKY_FIRST: Final = frozenset("'" + SIGNS + EDGES)
_NUMBER: Final = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")


def safe_cell(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would run; plain numbers stay.

    Text that already starts with apostrophes before such a character gets one more, so that
    `restore_cell` gives back exactly what was exported.
    """
    if text[:1] not in RISKY_FIRST or _NUMBER.fullmatch(trim(text)) or not _RISKY.match(text):
        return text
    return "'" + text


def restore_cell(text: str) -> str:
    """Take away the apostrophe that `safe_cell` put there."""
    return text[1:] if text.startswith("'") and _RISKY.match(text) else text
