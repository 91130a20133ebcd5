"""Escaping and typographic care for the HTML that this product writes itself."""

from __future__ import annotations

import re
from html import escape
from typing import Final

from corridor.texts.count_phrases import capital
from corridor.ui.parts.method_text import TERMS

_MARKUP: Final = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~:$&])")
# Streamlit looks for addresses, for :smile:, :material/x: and :streamlit:, and for arrows in the
# text that comes out of the Markdown: a backslash does not keep them from it.
_FOUND: Final = re.compile(r"://|www(?=\.)|@|:(?=[\w+-])|[-<>~](?=[-=>])", re.IGNORECASE)
# A range that ends in a unit: a dash alone would let a line end within it.
_RANGE: Final = re.compile("(?<=[0-9])–(?=[0-9.,]+\u00a0)")
_STRONG: Final = re.compile(r"\*\*(.+?)\*\*")


class Html(str):
    """Text that is HTML already; every other string is escaped before it is shown."""

    __slots__ = ()


def esc(text: str) -> Html:
    """Give text as HTML: escaped, unless it is HTML already."""
    return text if isinstance(text, Html) else Html(_RANGE.sub("–\u2060", escape(text)))


def rich(text: str) -> Html:
    """Return a sentence of ours as HTML: escaped, with `**words**` made bold.

    Never for a text that holds a stranger's: a name may have stars in it.
    """
    return text if isinstance(text, Html) else Html(_STRONG.sub(r"<strong>\1</strong>", esc(text)))


def plain(text: str) -> str:
    """Return a stranger's text for a widget's label: Streamlit reads Markdown there, images too.

    Addresses and signs become links and pictures even behind a backslash; a mark without width
    keeps them text.
    """
    return _MARKUP.sub(r"\\\1", _FOUND.sub("\\g<0>\u2060", text))


def slug(text: str) -> str:
    """Give the class-name form of a label: "not supported" -> "not-supported"."""
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")


def explained(word: str) -> Html:
    """Return the attribute that explains a technical word on hover; nothing for a plain one."""
    meaning = TERMS.get(capital(word), "")
    return Html(f' title="{esc(meaning)}"' if meaning else "")


def optional(tag: str, css: str, text: str) -> Html:
    """Wrap text in an element, or give nothing when there is no text."""
    return Html(f'<{tag} class="{css}">{esc(text)}</{tag}>' if text else "")


def lines(*parts: str) -> Html:
    """Join pieces of HTML."""
    return Html("".join(parts))
