"""Tactics of a text by another way: word by word in Python, from the shipped list.

Nothing of `corridor` is used here.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

Words = tuple[str, ...]
# What "and", "so", "in", "to", "like" and "the" leave of an Arabic word they have grown onto.
_GROWN = re.compile("^[وف]?[بلك]?(?:ال|لل)?")
_LETTERS = str.maketrans("ٱةىیکەı", "اهييكهi", "ـءء'’‘`´ʿʾʻʼ")


@cache
def listed() -> tuple[dict[str, Any], dict[Words, set[str]]]:
    """Return the list, and the tactics of each of its words."""
    data = tomllib.loads((Path(__file__).parents[1] / "data" / "tactics.toml").read_text("utf-8"))
    words: dict[Words, set[str]] = {}
    for entry in data["tactic"]:
        for language in ("en", "ar", "ku"):
            for word in entry.get(language, []):
                words.setdefault(tuple(map(_bare, _words(word))), set()).add(entry["name"])
    return data, words


def names() -> set[str]:
    """Name the tactics that the list knows."""
    return {entry["name"] for entry in listed()[0]["tactic"]}


def found_in(notes: str) -> set[str]:
    """Return the tactics that listed words of a text tell."""
    sentences = re.split(r"[.;!?؛؟\n]+| but ", notes)
    return {tactic for each in sentences for tactic in _of_sentence(_words(each))}


def _of_sentence(words: list[str]) -> Iterator[str]:
    data, tactics = listed()
    before, beside = _taking_back()
    near = range(data["between"] + 1)
    most = _longest_listed()
    at = 0
    while at < len(words):
        form = _longest(words[at : at + most], tactics)
        end = at + len(form)
        is_taken = any(_ends(words[: max(at - gap, 0)], before) for gap in near)
        is_taken |= any(_begins(words[end + gap :], beside) for gap in near)
        if form and not is_taken:
            yield from tactics[form]
        at = max(end, at + 1)


def _longest(words: list[str], tactics: dict[Words, set[str]]) -> Words:
    """Return the longest listed word that these begin with, as it is listed."""
    for length in range(len(words), 0, -1):
        for form in _forms(words[:length]):
            if form in tactics:
                return form
    return ()


def _forms(words: list[str]) -> Iterator[Words]:
    """Yield what words may be without what has grown onto them."""
    rest = tuple(map(_bare, words[1:]))
    for start in {words[0], _GROWN.sub("", words[0]), re.sub("^[وف]?[بلك]?", "", words[0])}:
        yield (start, *rest)


def _bare(word: str) -> str:
    return re.sub("^ال", "", word)


@cache
def _longest_listed() -> int:
    return max(map(len, listed()[1]))


@cache
def _taking_back() -> tuple[set[Words], set[Words]]:
    """Return the phrases that take back a word after them, and those that do on either side."""
    back = listed()[0]["taken_back"]
    beside = _phrases(back["beside"])
    return _phrases(back["before"]) | beside, beside


def _phrases(table: dict[str, list[str]]) -> set[Words]:
    return {tuple(map(_bare, _words(word))) for words in table.values() for word in words}


def _ends(words: list[str], phrases: set[Words]) -> bool:
    return any(
        form in phrases
        for length in (1, 2, 3, 4)
        if length <= len(words)
        for form in _forms(words[-length:])
    )


def _begins(words: list[str], phrases: set[Words]) -> bool:
    return any(form in phrases for length in (1, 2, 3) for form in _forms(words[:length] or [""]))


def _words(text: str) -> list[str]:
    spread = unicodedata.normalize("NFD", text)
    kept = "".join(sign for sign in spread if not unicodedata.combining(sign)).lower()
    return re.findall(r"[^\W_]+", kept.translate(_LETTERS))
