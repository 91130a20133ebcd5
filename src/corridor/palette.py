"""Colours of the vocabulary as charts and maps need them: one theme at a time, hex or RGBA."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from corridor import vocabulary

Theme = Literal["light", "dark"]
Rgba = list[int]

FONT: Final = "IBM Plex Sans, sans-serif"
# Groups that carry no meaning of their own (provinces, actors): depths of the accent, then grey.
NEUTRAL: Final = (
    ("#0B5D7A", "#6CC3DE"),
    ("#5B93A6", "#3F8CA6"),
    ("#A9C5CE", "#2B5D70"),
    ("#5C6873", "#9AA6B1"),
    ("#98A1A9", "#6C7781"),
    ("#CACDCD", "#474F57"),
)


# Opacity of what happened so many days before the end of the period at most, and of what is older.
RECENCY: Final = ((90, 0.92), (180, 0.65))
OLDER: Final = 0.37


def recency(days: int) -> float:
    """Return the opacity of a mark whose latest incident is so many days old."""
    return next((opacity for limit, opacity in RECENCY if days <= limit), OLDER)


def colour(name: str, theme: Theme) -> str:
    """Give a token, event type or verdict of the vocabulary as hex; KeyError when unknown."""
    for table in (vocabulary.COLOURS, vocabulary.EVENT_TYPE_COLOURS, vocabulary.VERDICT_COLOURS):
        if name in table:
            return table[name][theme == "dark"]
    raise KeyError(name)


def rgba(name: str, theme: Theme, alpha: float = 255) -> Rgba:
    """Give the same colour as [red, green, blue, alpha], each 0–255."""
    text = colour(name, theme).lstrip("#")
    return [*(int(text[at : at + 2], 16) for at in (0, 2, 4)), round(alpha)]


def type_rgba(event_type: object, theme: Theme, alpha: float = 255) -> Rgba:
    """Give an event type's colour as [red, green, blue, alpha]."""
    known = event_type in vocabulary.EVENT_TYPE_COLOURS
    return rgba(str(event_type) if known else "Strategic developments", theme, alpha)


def css(name: str, theme: Theme, alpha: float) -> str:
    """Give a colour as a CSS `rgba(…)` with alpha 0–1."""
    red, green, blue, _ = rgba(name, theme)
    return f"rgba({red},{green},{blue},{alpha:g})"


def group_colours(groups: Sequence[str], theme: Theme) -> dict[str, str]:
    """Give each group of a stack its colour: event types theirs, all others a neutral depth."""
    if all(group in vocabulary.EVENT_TYPE_COLOURS for group in groups):
        return {group: colour(group, theme) for group in groups}
    last = len(NEUTRAL) - 1
    return {group: NEUTRAL[min(at, last)][theme == "dark"] for at, group in enumerate(groups)}
