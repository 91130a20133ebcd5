"""Messages as texts, for the column of a table: they are said when a person reads them.

JSON, so that SQL can make them too: `["line-of","{"line": 7}]` is a message with its values,
`{"number": [1.5, 1]}` what `numbers` writes. A text is a text: what a stranger's cell brings can
be neither.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from corridor.words import Later, Message, Value, Written, language, numbers, spoken

_WRITTEN: Final = {how.__name__: how for how in (numbers.number, numbers.unit_list)}
_DECODE: Final = json.JSONDecoder().raw_decode
_ENCODE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def seal(value: Value) -> str:
    """Return a value as a text that keeps what it says."""
    return _ENCODE(_parts(value))


def _parts(value: Value) -> Any:
    if isinstance(value, Message):
        return [value.key, {name: _parts(each) for name, each in value.values}]
    if isinstance(value, Written):
        return {value.how.__name__: value.what}
    return str(value) if isinstance(value, Later) else value


def said(sealed: str) -> str:
    """Return what was sealed, said in the language that is spoken now."""
    return saying()(sealed)


def saying() -> Callable[[str], str]:
    """Return what says many texts that were sealed, in the language that is spoken now."""
    code = language().code

    def said_now(sealed: str) -> str:
        # A text of a cell is seldom met twice, and most are what stands between the quotes.
        return sealed[1:-1] if sealed[0] == '"' and "\\" not in sealed else _said_in(code, sealed)

    return said_now


@lru_cache(maxsize=1024)  # many rows say the same
def _said_in(_code: str, sealed: str) -> str:
    return str(_said(_DECODE(sealed)[0]))


def _said(parts: Any) -> Any:
    if isinstance(parts, list):
        key, values = parts
        for name, value in values.items():
            if not isinstance(value, str):
                values[name] = _said(value)
        return spoken(key, values)
    if isinstance(parts, dict):
        ((how, what),) = parts.items()
        return _WRITTEN[how](*what)
    return parts


@dataclass(frozen=True)
class Sealed(Later):
    """What was sealed, not said yet."""

    text: str

    def __str__(self) -> str:
        return said(self.text)
