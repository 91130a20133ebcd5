"""Every sentence a person reads, by key, in the language of the reader.

`say("incidents", count=74)` finds the message in `words/<language>/*.ftl` (Project Fluent, one
file a page or a subject) and puts the values in: "74 incidents". Numbers are written as the
language writes them, plurals follow its rules (CLDR, through Babel). In the files ␣ stands for a
blank at which no line may break. A message knows no HTML.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Final

from fluent.runtime import FluentBundle, FluentResource

from corridor.words.languages import LANGUAGES, Language
from corridor.words.pseudo import disguised

NBSP: Final = "\u00a0"
TIE: Final = "␣"
FOLDER: Final = Path(__file__).parent
DEFAULT: Final = "en"
MOST_SIGNS: Final = 2000
_SPOKEN: Final = ContextVar("language", default=DEFAULT)


class WordsError(LookupError):
    """A message is missing, or a value that it needs was not given."""


def language() -> Language:
    """Return the language that is spoken now."""
    return LANGUAGES[_SPOKEN.get()]


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak another language within a `with`; KeyError when there is none of that code."""
    token = _SPOKEN.set(LANGUAGES[code].code)
    try:
        yield
    finally:
        _SPOKEN.reset(token)


def say(key: str, /, **values: str | float) -> str:
    """Return the message of a key with its values in it; WordsError when it cannot be said."""
    code = _SPOKEN.get()
    bundle = _bundle(code)
    if not bundle.has_message(key) or (pattern := bundle.get_message(key).value) is None:
        raise WordsError(f"{code} has no message “{key}”")
    # Fluent takes no value longer than this: such a text is put in afterwards.
    longer = {name: str(text) for name, text in values.items() if len(str(text)) > MOST_SIGNS}
    stands = {name: f"\ue000{name}\ue000" for name in longer}
    found, errors = bundle.format_pattern(pattern, values | stands)
    if errors:
        raise WordsError(f"{code} cannot say “{key}”: {errors[0]}")
    said = str(found)
    for name, text in longer.items():
        said = said.replace(stands[name], text)
    return said


def source(code: str) -> str:
    """Return all messages of a language as they are written."""
    spoken = LANGUAGES[code]
    files = sorted((FOLDER / (spoken.disguises or code)).glob("*.ftl"))
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@cache
def _bundle(code: str) -> FluentBundle:
    spoken, text = LANGUAGES[code], source(code)
    # Marks that keep a value's direction apart from the sentence's are needed right to left only.
    bundle = FluentBundle([spoken.locale], use_isolating=spoken.is_rtl)
    bundle.add_resource(
        FluentResource((disguised(text) if spoken.disguises else text).replace(TIE, NBSP))
    )
    return bundle
