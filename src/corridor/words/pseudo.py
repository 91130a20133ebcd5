"""A language for tests: English made longer and accented, so that a sentence in code stands out."""

from __future__ import annotations

from typing import Any, Final

from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Transformer

ACCENTED: Final = str.maketrans(
    "aceinosuyzACEINOSUYZdghjklrtwDGHJKLRTW",
    "áçéíñóšúýžÁÇÉÍÑÓŠÚÝŽďğĥĵķļŕťŵĎĞĤĴĶĻŔŤŴ",
)
LONGER: Final = 0.4


def disguised(source: str) -> str:
    """Return Fluent messages with every word accented and every text longer by two fifths."""
    resource = FluentParser().parse(source)
    return FluentSerializer().serialize(_Disguise().visit(resource))


class _Disguise(Transformer):
    def visit_TextElement(self, node: ast.TextElement) -> Any:  # noqa: N802  the visitor's name
        words = sum(sign.isalpha() for sign in node.value)
        tail = "·" * round(LONGER * words) if words > 1 else ""
        node.value = node.value.translate(ACCENTED) + tail
        return node
