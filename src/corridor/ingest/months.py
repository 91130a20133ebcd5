"""Names of months in English and Arabic, by their number."""

from __future__ import annotations

import re
from typing import Final

_ENGLISH: Final = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sep", "sept"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
# The names used in Iraq and the Levant, then those used in Egypt and the Gulf.
_ARABIC: Final = (
    ("كانون الثاني", "كانون ثاني", "يناير"),
    ("شباط", "فبراير"),
    ("آذار", "مارس"),
    ("نيسان", "أبريل"),
    ("أيار", "مايس", "مايو"),
    ("حزيران", "يونيو", "يونيه"),
    ("تموز", "يوليو", "يوليه"),
    ("آب", "أغسطس"),
    ("أيلول", "سبتمبر"),
    ("تشرين الأول", "تشرين أول", "أكتوبر"),
    ("تشرين الثاني", "تشرين ثاني", "نوفمبر"),
    ("كانون الأول", "كانون أول", "ديسمبر"),
)
# Alif with or without hamza or madda, yeh of Arabic, Persian and Egypt, kaf of Persian.
_SPELLINGS: Final = str.maketrans(
    "أإآٱىیئکة", "ااااييءكه", "ءـ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
)


def _folded(name: str) -> str:
    return " ".join(name.casefold().translate(_SPELLINGS).split())


_NUMBERS: Final = {
    _folded(name): number
    for names in (_ENGLISH, _ARABIC)
    for number, spellings in enumerate(names, 1)
    for name in spellings
}


def month_number(name: str) -> int | None:
    """Give 1 to 12 for a month's name, or for two names of one month ("حزيران/يونيو")."""
    numbers = {_NUMBERS.get(_folded(part)) for part in re.split("[/(]", name.strip(" .)"))}
    return numbers.pop() if len(numbers) == 1 else None
