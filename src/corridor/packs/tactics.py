"""The words by which a tactic is found in the notes of an account, as data (`tactics.toml`)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from corridor import vocabulary
from corridor.packs.reading import read_pack
from corridor.packs.table import Table
from corridor.words import later

# English, Arabic, Kurdish (Sorani).
LANGUAGES: Final = ("en", "ar", "ku")
_MOST_WORDS: Final = 100


@dataclass(frozen=True)
class TacticWord:
    """A word, or several in a row, that tells a tactic in a language."""

    word: str
    language: str
    tactic: str


@dataclass(frozen=True)
class TacticWords:
    """A list by its version.

    A word does not count behind one of `before`, or on either side of one of `beside`, with at most
    `between` words in between.
    """

    version: str
    between: int
    before: tuple[str, ...]
    beside: tuple[str, ...]
    words: tuple[TacticWord, ...]


def load_tactics(file: Path) -> TacticWords:
    """Read the list; PackError says what is wrong with its file, where, and what to do."""
    table = read_pack(file, later("tactics-place"))
    back = table.table("taken_back")
    before, beside = back.table("before"), back.table("beside")
    entries = table.tables("tactic", most=len(vocabulary.TACTICS))
    found = TacticWords(
        version=table.text("version", most=20),
        between=table.count("between", least=0, most=10),
        before=tuple(word for _, word in _of_languages(before)),
        beside=tuple(word for _, word in _of_languages(beside)),
        words=tuple(each for entry in entries for each in _words(entry)),
    )
    _close(before, beside, back, *entries, table)
    return found


def _words(entry: Table) -> list[TacticWord]:
    name = entry.name("name", vocabulary.TACTICS)
    return [TacticWord(word, language, name) for language, word in _of_languages(entry)]


def _of_languages(table: Table) -> list[tuple[str, str]]:
    return [
        (language, word)
        for language in LANGUAGES
        for word in table.texts(language, (), least=0, most=_MOST_WORDS, most_of_each=60)
    ]


def _close(*tables: Table) -> None:
    for table in tables:
        table.close()
