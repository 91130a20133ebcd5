"""Headline block, section headings and the row of key figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from corridor.ui.parts.text import Html, esc, lines, optional, rich

# What is read first is not broken within a range: "2010–" alone ends no line of a headline.
_RANGE: Final = re.compile("(?<=[0-9])–(?=[0-9])|(?<=\u00a0)–(?=\u00a0)")


@dataclass(frozen=True)
class KeyFigure:
    """One number with its name, its change (`text.change`) and, if any, a second comparison."""

    label: str
    value: str
    change: str = ""
    second: str = ""
    title: str = ""


def headline(kicker: str, title: str, so_what: str = "") -> Html:
    """Open a page: what it is about, what the data say, and why that matters.

    The page's one `h1` is here.
    """
    return Html(
        f'<header class="cw-headline"><p class="cw-kicker">{esc(kicker)}</p>'
        f"<h1>{_whole(esc(title))}</h1>{optional('p', 'cw-so-what', so_what)}</header>"
    )


def so_what(text: str) -> Html:
    """Say under a headline what it rests on."""
    return optional("p", "cw-so-what", _whole(esc(text)))


def short_answers(told: Sequence[tuple[str, str]]) -> Html:
    """Set questions side by side (one under the other on a phone), each with its answer."""
    cells = "".join(
        f'<div class="cw-short"><dt>{esc(asked)}</dt><dd>{_whole(rich(said))}</dd></div>'
        for asked, said in told
    )
    return Html(f'<dl class="cw-short-row">{cells}</dl>' if told else "")


def _whole(said: Html) -> Html:
    return Html(_RANGE.sub("–\u2060", said))


def hidden_title(title: str) -> Html:
    """Name a page that shows no headline, for screen readers."""
    return Html(f'<h1 class="cw-hidden">{esc(title)}</h1>')


def rule() -> Html:
    """Draw the masthead's ink rule with its red tag; it stands above the headline."""
    return Html('<div class="cw-rule" aria-hidden="true"></div>')


def section(title: str, subtitle: str = "", kicker: str = "") -> Html:
    """Open a section with a heading that states what the data say."""
    return Html(
        f'<div class="cw-section">{optional("p", "cw-kicker", kicker)}'
        f"<h2>{esc(title)}</h2>{optional('p', 'cw-sub', subtitle)}</div>"
    )


def key_figures(figures: Sequence[KeyFigure], note: str = "") -> Html:
    """Set numbers side by side (two by two on a phone) over one note about their base."""
    cells = "".join(_figure(figure) for figure in figures)
    return Html(
        f'<div class="cw-figures"><dl class="cw-figure-row">{cells}</dl>'
        f"{optional('p', 'cw-note', note)}</div>"
    )


def _figure(figure: KeyFigure) -> Html:
    title = f' title="{esc(figure.title)}"' if figure.title else ""
    return lines(
        f'<div class="cw-figure"{title}><dt>{esc(figure.label)}</dt>',
        f'<dd class="cw-figure-value">{esc(figure.value)}</dd>',
        optional("dd", "cw-figure-change", figure.change),
        optional("dd", "cw-figure-second", figure.second),
        "</div>",
    )


def paragraph(text: str, quiet: bool = False) -> Html:
    """Write a paragraph; `quiet` makes it a note."""
    return Html(f'<p class="{"cw-note" if quiet else "cw-text"}">{esc(text)}</p>')
