"""Characters that two scripts write differently, and those that nobody sees."""

from __future__ import annotations

import re
from typing import Final

# Arabic-Indic and Persian digits, and the Arabic decimal separator.
DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫", "01234567890123456789.")
# Marks of writing direction, of byte order, and characters without width.
_UNSEEN: Final = (
    "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)
# All that Unicode calls white space, with the blanks that do not break (NBSP).
_BLANK: Final = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
EDGES: Final = _BLANK + _UNSEEN
_WITHOUT_UNSEEN: Final = dict.fromkeys(map(ord, _UNSEEN))
_NUMERALS: Final = DIGITS | _WITHOUT_UNSEEN | str.maketrans("،−", ",-")
_THOUSANDS: Final = re.compile("(?<=[0-9])٬(?=[0-9]{3}(?![0-9]))")


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


def trim(text: str) -> str:
    """Take blanks and unseen marks from both ends; inside a text they may have a meaning."""
    return text.strip(EDGES)


def plain_code(text: str) -> str:
    """Return a code in Western digits and without unseen marks: codes that look alike are alike."""
    return text if text.isascii() else text.translate(DIGITS | _WITHOUT_UNSEEN)


def plain_number(text: str) -> str:
    """Return a number or numeric date in Western digits, point, comma and minus sign.

    The Arabic thousands separator is taken out where three digits follow it.
    """
    return text if text.isascii() else _THOUSANDS.sub("", text.translate(_NUMERALS))


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
