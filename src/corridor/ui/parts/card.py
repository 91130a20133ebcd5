"""Finding cards: verdict, figure and interval drawn as positioned boxes (st.html strips SVG)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corridor.texts.count_phrases import capital
from corridor.ui.parts.text import Html, esc, explained, lines, optional, slug
from corridor.words import say, terms


@dataclass(frozen=True)
class Threshold:
    """A line that the rule draws on the scale."""

    value: float
    label: str = ""


@dataclass(frozen=True)
class IntervalBar:
    """A value with its interval on a scale, all in the unit of the figure.

    `zone` is the range that counts as "similar"; values outside the scale are drawn at its end.
    """

    value: float | None
    low: float | None
    high: float | None
    scale: tuple[float, float] = (0.0, 1.0)
    thresholds: tuple[Threshold, ...] = ()
    zone: tuple[float, float] | None = None
    title: str = ""


@dataclass(frozen=True)
class Dot:
    """A value on a scale that several share: its verdict gives the hue, its words the tooltip."""

    value: float
    verdict: str
    words: str
    is_own: bool = False


@dataclass(frozen=True)
class FindingCard:
    """What a card says; `bar` is None where nothing can be measured.

    `by_part` says the verdict on each part, empty where there is one; `year_before` what the figure
    was; `then` is the verdict on the report's own day, empty where that is the day of the card;
    `by_series` what each series says, empty where only one does.
    """

    number: int
    title: str
    verdict: str
    figure: str
    label: str
    reason: str
    confidence: str
    year_before: str = ""
    bar: IntervalBar | None = None
    href: str = ""
    then: str = ""
    by_series: str = ""
    by_part: str = ""


def finding_cards(cards: Sequence[FindingCard]) -> Html:
    """Set the finding cards side by side, one under the other on a phone."""
    return Html(f'<div class="cw-cards">{"".join(_card(card) for card in cards)}</div>')


def verdict_badge(verdict: str) -> Html:
    """Show a verdict: its glyph (strength), its hue (side) and always its word."""
    word = capital(terms.term(verdict))
    return Html(
        f'<span class="cw-verdict cw-v-{slug(verdict)}"{explained(word)}>'
        f'<span class="cw-glyph" aria-hidden="true"></span>{esc(word)}</span>'
    )


def finding_summary(card: FindingCard) -> Html:
    """Show a finding without a frame, for the head of its own section."""
    return Html(f'<div class="cw-finding cw-v-{slug(card.verdict)}">{_body(card)}</div>')


def interval_bar(bar: IntervalBar) -> Html:
    """Draw an interval bar: scale line, grey zone, thick interval, dashed thresholds, dot."""
    title = esc(bar.title)
    return lines(
        f'<div class="cw-bar" role="img" aria-label="{title}" title="{title}">',
        '<div class="cw-bar-line"></div>',
        _span("cw-bar-zone", bar, bar.zone),
        _span("cw-bar-interval", bar, _interval(bar)),
        *(_threshold(bar, threshold) for threshold in bar.thresholds),
        _dot(bar),
        "</div>",
    )


def dots_bar(
    scale: tuple[float, float], thresholds: Sequence[Threshold], dots: Sequence[Dot], title: str
) -> Html:
    """Draw many values on one scale with its thresholds; the one that is "own" stands out."""
    bar = IntervalBar(None, None, None, scale, tuple(thresholds))
    marks = [
        Html(
            f'<div class="cw-bar-way{" cw-own" if dot.is_own else ""} cw-v-{slug(dot.verdict)}"'
            f' style="left:{_position(bar, dot.value)}%" title="{esc(dot.words)}"></div>'
        )
        for dot in sorted(dots, key=lambda dot: dot.is_own)
    ]
    return lines(
        f'<div class="cw-bar cw-bar-ways" role="img" aria-label="{esc(title)}">',
        '<div class="cw-bar-line"></div>',
        *(_threshold(bar, threshold) for threshold in thresholds),
        *marks,
        "</div>",
    )


def _card(card: FindingCard) -> Html:
    tag, link = ("a", f' href="{esc(card.href)}" target="_self"') if card.href else ("div", "")
    return Html(f'<{tag} class="cw-card cw-v-{slug(card.verdict)}"{link}>{_body(card)}</{tag}>')


def _body(card: FindingCard) -> Html:
    parts = optional("span", "cw-card-parts", card.by_part)
    return lines(
        f'<span class="cw-card-title"><span class="cw-card-number">{card.number}</span> ',
        f"{esc(card.title)}</span>",
        f'<span class="cw-card-verdict">{verdict_badge(card.verdict)}',
        "</span>",
        f'<span class="cw-card-figure"><span class="cw-card-value">{esc(card.figure)}</span>',
        f'<span class="cw-card-label">{esc(card.label)}</span></span>',
        interval_bar(card.bar) if card.bar else Html('<div class="cw-bar cw-bar-none"></div>'),
        optional("span", "cw-card-reason", lines(esc(card.reason), parts)),
        optional("span", "cw-card-then", card.by_series),
        optional("span", "cw-card-then", " · ".join(filter(None, (card.then, card.year_before)))),
        _confidence(card.confidence),
    )


def _confidence(words: str) -> Html:
    title = explained(say("word-confidence"))
    return Html(f'<span class="cw-card-confidence"{title}>{esc(words)}</span>' if words else "")


def _position(bar: IntervalBar, value: float) -> float:
    first, last = bar.scale
    share = (value - first) / (last - first) if last > first else 0.0
    return round(100 * min(max(share, 0.0), 1.0), 2)


def _interval(bar: IntervalBar) -> tuple[float, float] | None:
    return None if bar.low is None or bar.high is None else (bar.low, bar.high)


def _span(css: str, bar: IntervalBar, ends: tuple[float, float] | None) -> Html:
    if ends is None:
        return Html("")
    left, right = (_position(bar, end) for end in ends)
    return Html(f'<div class="{css}" style="left:{left}%;width:{max(right - left, 0):.2f}%"></div>')


def _threshold(bar: IntervalBar, threshold: Threshold) -> Html:
    left = _position(bar, threshold.value)
    # A label near an end is set inwards, so that it stays within the card.
    side = " cw-at-start" if left < 15 else " cw-at-end" if left > 85 else ""
    return Html(
        f'<div class="cw-bar-threshold{side}" style="left:{left}%">'
        f"{optional('span', 'cw-bar-label', threshold.label)}</div>"
    )


def _dot(bar: IntervalBar) -> Html:
    if bar.value is None:
        return Html("")
    return Html(f'<div class="cw-bar-dot" style="left:{_position(bar, bar.value)}%"></div>')
