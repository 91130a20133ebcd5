"""Names of months in English, Arabic and Kurdish, by their number."""

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
# The names used in Kurdistan.
_KURDISH: Final = (
    ("کانوونی دووەم",),
    ("شوبات",),
    ("ئازار", "ئادار"),
    ("نیسان",),
    ("ئایار",),
    ("حوزەیران",),
    ("تەممووز", "تەمووز"),
    ("ئاب",),
    ("ئەیلوول", "ئەیلول"),
    ("تشرینی یەکەم",),
    ("تشرینی دووەم",),
    ("کانوونی یەکەم",),
)
# Alif with or without hamza or madda, yeh of Arabic, Persian and Egypt, kaf of Persian.
_SPELLINGS: Final = str.maketrans(
    "أإآٱىیئکة", "ااااييءكه", "ءـ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
)


def _folded(name: str) -> str:
    return " ".join(name.casefold().translate(_SPELLINGS).split())


_NUMBERS: Final = {
    _folded(name): number
    for names in (_ENGLISH, _ARABIC, _KURDISH)
    for number, spellings in enumerate(names, 1)
    for name in spellings
}


def month_number(name: str) -> int | None:
    """Return 1 to 12 for a month's name, or for two names of one month ("حزيران/يونيو")."""
    names = [_folded(part) for part in re.split("[/(]", name.strip(" .)"))]
    # In Kurdish a month before its year ends in "i".
    numbers = {_NUMBERS.get(part) or _NUMBERS.get(part.removesuffix("ي")) for part in names}
    return numbers.pop() if len(numbers) == 1 else None
