"""Two accounts side by side, one under the other on a phone, with what they have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corridor.ui.parts.text import Html, esc, lines, optional


@dataclass(frozen=True)
class Fact:
    """One thing that both accounts tell; `agreement` says in words how far they agree on it."""

    label: str
    left: str
    right: str
    agreement: str = ""
    differs: bool = False


@dataclass(frozen=True)
class PairSide:
    """Which account a side shows: where it is, and its id."""

    where: str
    incident_id: str


def pair_card(left: PairSide, right: PairSide, facts: Sequence[Fact], score: str) -> Html:
    """Show two accounts; `score` heads the card.

    How far they agree is written on the right side, in words.
    """
    rows = len(facts) + 1
    return lines(
        '<div class="cw-pair">',
        optional("p", "cw-pair-score", score),
        '<div class="cw-pair-sides">',
        _side(left, [(fact.label, esc(fact.left)) for fact in facts], rows),
        _side(right, [(fact.label, _compared(fact)) for fact in facts], rows),
        "</div></div>",
    )


def _side(side: PairSide, facts: Sequence[tuple[str, Html]], rows: int) -> Html:
    told = "".join(
        f'<div class="cw-pair-fact"><dt>{esc(label)}</dt><dd>{value}</dd></div>'
        for label, value in facts
    )
    return lines(
        f'<div class="cw-pair-side" style="grid-row: span {rows}">',
        f'<p class="cw-pair-head"><span class="cw-kicker">{esc(side.where)}</span> ',
        f"<strong>{esc(side.incident_id)}</strong></p><dl>{told}</dl></div>",
    )


def _compared(fact: Fact) -> Html:
    css = "cw-pair-word cw-pair-differs" if fact.differs else "cw-pair-word"
    return lines(esc(fact.right), " ", optional("span", css, fact.agreement))
