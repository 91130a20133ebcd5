"""Every sentence a person reads, by key, in the language of the reader.

`say("incidents", count=74)` finds the message in `words/<language>/*.ftl` (Project Fluent, one
file a page or a subject) and puts the values in: "74 incidents". Numbers are written as the
language writes them, plurals follow its rules (CLDR, through Babel). In the files ␣ stands for a
blank at which no line may break. A message knows no HTML.

A few values every message may name without being given them, such as the country: see `stand`.

What is kept, raised or sent to another process says nothing yet: `later("incidents", count=74)`
is said when a person reads it, in that person's language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from numbers import Integral
from pathlib import Path
from typing import Any, Final

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern
from fluent.syntax import ast

from corridor.words.languages import LANGUAGES, Language
from corridor.words.pseudo import disguised

NBSP: Final = "\u00a0"
TIE: Final = "␣"
FOLDER: Final = Path(__file__).parent
DEFAULT: Final = "en"
MOST_SIGNS: Final = 2000
# Marks that keep a value's direction apart from the sentence's are needed right to left only.
_BUNDLES: Final = {
    row.code: FluentBundle([row.locale], use_isolating=row.is_rtl) for row in LANGUAGES.values()
}
# How a message begins in a file, and where it names another: { word-account }, { -save-as-csv }.
_BEGINS: Final = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)
_NAMED: Final = re.compile(r"\{\s*(-?[a-z][\w-]*)")
# The language of a person who reads now; nobody's: that of the program (`speak`).
_SPOKEN: Final[ContextVar[str]] = ContextVar("language")
_OF_THE_PROGRAM: Final = [DEFAULT]
_STANDING: Final[dict[str, Callable[[], str]]] = {}


class WordsError(LookupError):
    """A message is missing, or a value that it needs was not given."""


class ToldError(Exception):
    """What a person can bring about: told to whoever asked, in a sentence and no traceback."""


class Later:
    """What is said as soon as somebody reads it: `str()` says it in the language spoken then."""


@dataclass(frozen=True)
class Message(Later):
    """A message and its values, not said yet."""

    key: str
    values: tuple[tuple[str, Value], ...] = ()

    def __str__(self) -> str:
        return say(self.key, **dict(self.values))


@dataclass(frozen=True)
class Written(Later):
    """A number, a day or a list that is written by `how(*what)` when it is read."""

    how: Callable[..., str]
    what: tuple[Any, ...]

    def __str__(self) -> str:
        return self.how(*self.what)


Value = str | float | Later


def language() -> Language:
    """Return the language that is spoken now."""
    return LANGUAGES[_SPOKEN.get(_OF_THE_PROGRAM[0])]


def speak(code: str) -> None:
    """Speak a language from now on wherever none is chosen; KeyError when there is none."""
    _OF_THE_PROGRAM[0] = LANGUAGES[code].code


def stand(**values: Callable[[], str]) -> None:
    """Let every message name these values; they are asked for when a message that does is met."""
    _STANDING.update(values)


def standing() -> frozenset[str]:
    """Return the names of the values that every message may name."""
    return frozenset(_STANDING)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak another language within a `with`; KeyError when there is none of that code."""
    token = _SPOKEN.set(LANGUAGES[code].code)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def later(key: str, /, **values: Value) -> Message:
    """Return a message that is said when it is read; its values must be hashable."""
    return Message(key, tuple(values.items()))


def written(how: Callable[..., str], *what: Any) -> Written:
    """Return what `how` (of `numbers`) writes when it is read: `written(numbers.day, first)`."""
    return Written(how, what)


def say(key: str, /, **values: Value) -> str:
    """Return the message of a key with its values in it; WordsError when it cannot be said.

    A whole number chooses the plural and is written as the language writes it; any other value
    that is not a text is put in as `str` gives it.
    """
    return spoken(key, {name: _plain(value) for name, value in values.items()})


def spoken(key: str, values: Mapping[str, str | float]) -> str:
    """Return the message of a key with values that are texts and numbers already."""
    code = _SPOKEN.get(_OF_THE_PROGRAM[0])
    choosing = _choosing(code, key)
    others = {
        name: value
        for name, value in values.items()
        if not isinstance(value, str) or (name in choosing and len(value) <= MOST_SIGNS)
    }
    texts = tuple(name for name in values if name not in others) if others else tuple(values)
    return _pattern(code, key, texts, **others) % values


def isolated(text: str) -> str:
    """Return a text that cannot turn what stands round it: Arabic in an English sentence.

    Between the isolates of Unicode's bidirectional algorithm (UAX 9) if some of it runs from the
    right; where the language itself does, every value is.
    """
    runs_left = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in text)
    return f"\u2068{text}\u2069" if runs_left and not language().is_rtl else text


def has(key: str) -> bool:
    """Tell whether the language spoken now has a message."""
    return key in _entries(language().code)


def _plain(value: Value) -> str | float:
    if isinstance(value, str):
        return value
    if isinstance(value, Integral):  # NumPy's among them
        return int(value)
    return value if isinstance(value, float) else str(value)


@lru_cache(maxsize=8192, typed=True)
def _pattern(code: str, key: str, texts: tuple[str, ...], /, **others: str | float) -> str:
    """Return a message with room for its `texts`, as Python's % fills it.

    Fluent itself takes no text of any length, and is slow: few patterns serve many rows.
    """
    stands = {name: f"\ue000{name}\ue000" for name in texts}
    message = _message(code, key)
    known = {name: give() for name, give in _STANDING.items() if name in _named(code, key)}
    found, errors = _BUNDLES[code].format_pattern(message, known | others | stands)
    if errors:
        raise WordsError(f"{code} cannot say “{key}”: {errors[0]}")
    said = str(found).replace("%", "%%")
    for name, mark in stands.items():
        said = said.replace(mark, f"%({name})s")
    return said


@cache
def _named(code: str, key: str) -> frozenset[str]:
    """Return the values that a message names, by itself or in the messages that it names."""
    return frozenset(_references(_message(code, key), code))


def _references(node: object, code: str) -> Iterator[str]:
    if isinstance(node, list):
        for one in node:
            yield from _references(one, code)
    if isinstance(node, ast.MessageReference):
        yield from _named(code, node.id.name)
    if isinstance(node, ast.VariableReference):
        yield node.id.name
    if isinstance(node, ast.BaseNode):
        yield from _references(list(vars(node).values()), code)


@cache
def _choosing(code: str, key: str) -> frozenset[str]:
    """Return the values that a message chooses one of its variants by."""
    return frozenset(_selectors(_message(code, key), code))


def _message(code: str, key: str) -> Pattern:
    if key in _entries(code):
        _read(code, key)
        if (pattern := _BUNDLES[code].get_message(key).value) is not None:
            return pattern
    raise WordsError(f"{code} has no message “{key}”")


def _selectors(node: object, code: str) -> Iterator[str]:
    """Yield the names of values that are selected by, in the messages that are named too."""
    if isinstance(node, list):
        for one in node:
            yield from _selectors(one, code)
    if isinstance(node, ast.MessageReference):
        yield from _choosing(code, node.id.name)
    if isinstance(node, ast.SelectExpression) and isinstance(node.selector, ast.VariableReference):
        yield node.selector.id.name
    if isinstance(node, ast.BaseNode):
        yield from _selectors(list(vars(node).values()), code)


def source(code: str) -> str:
    """Return all messages of a language as they are written."""
    spoken = LANGUAGES[code]
    files = sorted((FOLDER / (spoken.disguises or code)).glob("*.ftl"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@cache
def _entries(code: str) -> dict[str, str]:
    """Return each message of a language as it is written, by its key (a term's has its dash)."""
    text = source(code).replace(TIE, NBSP)
    begins = [*_BEGINS.finditer(text)]
    ends = [*(found.start() for found in begins[1:]), len(text)]
    return {found[1]: text[found.start() : end] for found, end in zip(begins, ends, strict=True)}


@cache
def _read(code: str, key: str) -> None:
    """Read a message and those that it names; all of them at once take a sixth of a second."""
    text = _entries(code)[key]
    _BUNDLES[code].add_resource(
        FluentResource(disguised(text) if LANGUAGES[code].disguises else text)
    )
    for named in _NAMED.findall(text):
        if named in _entries(code):
            _read(code, named)
