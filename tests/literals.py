"""Texts in code that a person could read, and that should be messages.

`python -m tests.literals [PATH]` lists them with file and line.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from corridor.words.terms import slug

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "corridor"
# What strangers write and what sources publish is data, pieces of SQL are none for people; the seed
# is made by developers.
DATA = {
    "ingest/model/known_words.py",
    "ingest/checks/months.py",
    "ingest/layouts/acled_codes.py",
    "ingest/layouts/gtd_codes.py",
    "findings/channels.py",
    "findings/predicates",
    "vocabulary.py",
    "seed",
    "words",
}
# A word of a closed list is a code in code: `words.terms` shows its message.
TERMS = frozenset(
    re.findall(
        r"^term-([a-z0-9-]+) =",
        (PACKAGE / "words" / "en" / "terms.ftl").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
)
# Markup, and what is filled in later: by Python, by a tooltip, by Plotly.
_TAG = re.compile(r"<[^<>]*>|&\w+;|%?\{[\w.]*\}")
_WORD = re.compile(r"[A-Za-z]{2,}")
_SQL = re.compile(
    r"\b(?:SELECT|FROM|WHERE|AND|OR|IS NULL|CAST|CASE|THEN|AS|BETWEEN|OVER|INSERT|CREATE|UNION"
    r"|DESC|ASC|VARCHAR|INTEGER|ORDER BY|DISTINCT|NULL|WITH|ALTER|DROP|SET)\b|^/\*"
    r"|[<>]= \$|^interval [0-9]"
    r"|\b(?:regexp_\w+|coalesce|concat_ws|date_diff|list_\w+|nullif|trimmed)\(|\bIN \(|^\$name"
)
_STYLE = re.compile(
    r"^[^a-z]*[a-z-]+:\s*[^;]+;|^(?:cw-[a-z-]+\s*)+$|^M ?[-0-9]|rgba?\(|, ?sans-serif$|\b\d+px\b"
    r'|^ ?(?:fill|stroke|href)="|=\(\)|^\'self\''
)
# Said to developers, or read by programs.
_NOT_FOR_PEOPLE = {
    "AssertionError", "NotImplementedError", "RuntimeError", "TypeError", "KeyError",
    "WordsError", "compile", "sub", "search", "fullmatch", "match", "findall", "split", "Literal",
    "TypeVar", "NewType", "ContextVar", "getLogger", "namedtuple", "_setting_name", "query",
    "Commit",  # the log on the disk
}  # fmt: skip


def texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield line and text of every literal that reads like words for a person."""
    silent: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            silent.add(id(node.value))
        if isinstance(node, ast.JoinedStr):
            silent.update(id(part) for part in node.values)
        called = node.func if isinstance(node, ast.Call) else getattr(node, "value", node)
        if isinstance(node, ast.Call | ast.Subscript) and _name(called) in _NOT_FOR_PEOPLE:
            silent.update(id(part) for part in ast.walk(node))
    for node in ast.walk(tree):
        text = None if id(node) in silent else _text(node)
        if text is not None and _is_read(text, is_made=isinstance(node, ast.JoinedStr)):
            yield node.lineno, text  # type: ignore[attr-defined]


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
        )
    return None


def _is_read(text: str, *, is_made: bool) -> bool:
    plain = _TAG.sub(" ", text)
    if _SQL.search(plain) or _STYLE.search(plain):
        return False
    words = _WORD.findall(plain)
    return " " in text.strip() and len(words) >= (1 if is_made else 2)


def literals(package: Path = PACKAGE) -> Iterator[tuple[str, int, str]]:
    """Yield module, line and text for the whole package, data apart."""
    for file in sorted(package.rglob("*.py")):
        name = file.relative_to(package).as_posix()
        if not DATA & {name, *map(str, Path(name).parents)}:
            for line, text in sorted(texts(ast.parse(file.read_text(encoding="utf-8")))):
                if slug(text) not in TERMS:
                    yield name, line, text


if __name__ == "__main__":
    asked = sys.argv[1] if sys.argv[1:] else ""
    for module, number, found in literals():
        if module.startswith(asked):
            print(f"{module}:{number}: {found[:160]!r}")
