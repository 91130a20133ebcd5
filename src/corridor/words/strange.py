"""Strangers' text as it may be shown: nothing in it commands a terminal or hides."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_ODD: Final = re.compile(r"[^ -~\n\t]")
_LINE_ENDS: Final = str.maketrans({"\n": "\\n", "\t": "\\t"})


def harmless(text: str) -> str:
    """Return text in which only line ends and tabs are left of what is not seen."""
    return text if text.isprintable() else _ODD.sub(_shown, text)


def one_line(text: str) -> str:
    """Return the same without line ends: a name must not look like a line of ours."""
    return harmless(text).translate(_LINE_ENDS)


def _shown(found: re.Match[str]) -> str:
    letter = found[0]
    if unicodedata.category(letter)[0] != "C" and letter not in "\u2028\u2029":
        return letter
    units = letter.encode("utf-16-be", "surrogatepass").hex()  # JSON knows four digits only
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
