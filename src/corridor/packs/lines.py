"""On which line of a TOML text a value stands: `tomllib` says it of syntax errors only.

Before it is read, a text is looked through for what would keep `tomllib` busy for hours or fill
its stack. The lines are looked for when something is wrong, in a text that `tomllib` has read.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Final, NamedTuple

from corridor.words import Message, later

# The way to a value: keys, and positions (from 0) within lists.
Path = tuple[str | int, ...]

MOST_DEPTH: Final = 40
MOST_KEY_PARTS: Final = 8
MOST_SIGNS: Final = 60

_TEXTS: Final = (
    r'"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5}',
    r"'{3}(?:[^']|'{1,2}(?!'))*+'{3,5}",
    r'"(?!"")(?:[^"\\\n]|\\.)*+"',
    r"'(?!'')[^'\n]*+'",
)
_KINDS: Final = {
    "blank": r"[ \t\r]++|#[^\n]*+",
    "end": r"\n",
    "text": "|".join(_TEXTS),
    "sign": r"[][{},=.]",
    "word": r"[^][{},=.\s#\"']++",
    "rest": r".++",  # a text without an end: tomllib will say so
}
_TOKEN: Final = re.compile(
    "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()), re.DOTALL
)


class Token(NamedTuple):
    """A piece of TOML: its kind (end, text, sign, word, rest), its text and its line."""

    kind: str
    text: str
    line: int


def tokens(text: str) -> Iterator[Token]:
    """Yield the pieces of a TOML text; blanks and comments are left out."""
    line = 1
    for found in _TOKEN.finditer(text):
        if found.lastgroup != "blank":
            yield Token(str(found.lastgroup), found[0], line)
        line += found[0].count("\n")


def find_excess(text: str) -> tuple[int, Message] | None:
    """Return what is too deep or too long in a TOML text, with its line; None for nothing."""
    depth = parts = 0
    for token in tokens(text):
        if token.kind == "sign":
            depth += (token.text in "[{") - (token.text in "]}")
            parts = parts + 1 if token.text == "." else 0
        elif token.kind == "end":
            parts = 0
        if depth > MOST_DEPTH:
            return token.line, later("pack-too-deep", most=MOST_DEPTH)
        if parts >= MOST_KEY_PARTS:
            return token.line, later("pack-key-long", most=MOST_KEY_PARTS)
        if token.kind == "word" and len(token.text) > MOST_SIGNS:
            return token.line, later("pack-word-long", most=MOST_SIGNS)
    return None


def find_lines(text: str) -> dict[Path, int]:
    """Return the line on which each key, table and entry of a list begins; the text is valid."""
    return _Finder(text).lines


class _Finder:
    """Walks over the pieces of a TOML text, and notes where it is."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Path, int] = {}
        self._tokens = [*tokens(text), Token("end", "\n", 0)]
        self._at = 0
        self._here: Path = ()
        self._counts: dict[Path, int] = {}
        while self._at < len(self._tokens):
            if self._peek() == "[":
                self._header()
            elif self._peek() == "\n":
                self._at += 1
            else:
                self._pair(self._here)

    def _peek(self) -> str:
        return self._tokens[self._at].text

    def _take(self) -> Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _header(self) -> None:
        """Read `[a.b]`, a table, or `[[a.b]]`, one more of a list of tables."""
        line, is_list = self._take().line, self._peek() == "["
        self._at += is_list
        keys = self._keys("]")
        self._at += is_list
        self._here = ()
        for number, key in enumerate(keys, 1):
            path = (*self._here, key)
            if is_list and number == len(keys):
                self._counts[path] = self._counts.get(path, -1) + 1
            # What is named by its keys alone lies in the newest table of each list.
            self._here = (*path, self._counts[path]) if path in self._counts else path
            self._note(path, line)
            self._note(self._here, line)

    def _keys(self, until: str) -> list[str]:
        """Read the parts of a key up to a sign, and the sign."""
        keys = []
        while (token := self._take()).text != until:
            if token.kind == "text":
                keys.append(str(tomllib.loads("x=" + token.text)["x"]))
            elif token.kind == "word":
                keys.append(token.text)
        return keys

    def _pair(self, path: Path) -> None:
        line = self._tokens[self._at].line
        for key in self._keys("="):
            path = (*path, key)
            self._note(path, line)
        self._value(path)

    def _value(self, path: Path) -> None:
        self._note(path, self._tokens[self._at].line)
        opening = self._take().text
        if opening == "[":
            self._entries(path)
        elif opening == "{":
            while self._peek() != "}":
                if self._peek() in ",\n":
                    self._at += 1
                else:
                    self._pair(path)
            self._at += 1
        else:  # 1.5 and 2018-06-30 12:00 are several pieces
            while self._peek() not in "\n,]}":
                self._at += 1

    def _entries(self, path: Path) -> None:
        number = 0
        while (sign := self._peek()) != "]":
            if sign in ",\n":
                self._at += 1
                number += sign == ","
            else:
                self._value((*path, number))
        self._at += 1

    def _note(self, path: Path, line: int) -> None:
        self.lines.setdefault(path, line)
