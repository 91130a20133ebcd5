"""Notices, empty states and the attribution at the foot."""

from __future__ import annotations

from collections.abc import Sequence

from corridor.ui.parts.table import link
from corridor.ui.parts.text import Html, esc, optional
from corridor.words import say

# "And", which Arabic writes onto the word that follows.
ARABIC_AND = " و"


def notice(title: str, items: Sequence[str] = ()) -> Html:
    """Tell the viewer something that must not be missed, each item on its own line."""
    points = "".join(f"<li>{esc(item)}</li>" for item in items)
    listed = f"<ul>{points}</ul>" if points else ""
    return Html(f'<div class="cw-notice" role="status"><p>{esc(title)}</p>{listed}</div>')


def success(title: str, items: Sequence[str] = ()) -> Html:
    """Tell the viewer that something is done, each item on its own line."""
    points = "".join(f"<li>{esc(item)}</li>" for item in items)
    return Html(
        f'<div class="cw-success" role="status"><p class="cw-success-title">{esc(title)}</p>'
        f"<ul>{points}</ul></div>"
    )


def empty_state(
    why: str,
    nearest: str = "",
    links: Sequence[tuple[str, str]] = (),
    title: str = "",
) -> Html:
    """Stand in a chart's place: that nothing matches, why, the nearest date, and ways out.

    `links` are (text, address) pairs, such as widen and reset; without a `title` no incident
    matches.
    """
    ways = "".join(f"<li>{link(text, href)}</li>" for text, href in links)
    heading = esc(title or say("no-incident-matches"))
    return Html(
        f'<div class="cw-empty" role="status"><p class="cw-empty-title">{heading}</p>'
        f"<p>{esc(why)}</p>{optional('p', 'cw-quiet', nearest)}"
        f"{f'<ul>{ways}</ul>' if ways else ''}</div>"
    )


def footer(attributions: Sequence[str], arabic: Sequence[str]) -> Html:
    """Name whose data are shown, and places of which they are in Arabic.

    These also make the browser load its font for the map.
    """
    named = " ".join(esc(text) for text in attributions)
    places = f'<span lang="ar" dir="rtl">{esc(ARABIC_AND.join(arabic))}</span>'
    return Html(f'<footer class="cw-footer">{named} {places}</footer>')


def paper_picture(address: str, alt: str, of: str) -> Html:
    """Show a picture on paper alone; on the screen the chart named `of` stands in its place."""
    return Html(
        f'<div class="cw-paper"><img src="{esc(address)}" alt="{esc(alt)}" '
        f'data-cw-chart="{esc(of)}"></div>'
    )


def map_picture(address: str, alt: str) -> Html:
    """Show a map's picture where the map itself cannot be drawn."""
    return Html(f'<div class="cw-map-picture"><img src="{esc(address)}" alt="{esc(alt)}"></div>')
