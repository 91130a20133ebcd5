"""How often intervals hold and what can be decided, as rows of tables: from simulation."""

from __future__ import annotations

from typing import Final

from corridor.analysis import held
from corridor.findings import phrases
from corridor.words import numbers as fmt
from corridor.words import say, terms

# Whose value is how many times something; all others are shares.
_TIMES: Final = ("rate_ratio", "close_pairs")


def held_rows() -> list[list[str]]:
    """Write for each kind of figure: its name, how its interval is made, how often it holds."""
    return [
        [
            _name(kind),
            say(f"method-interval-of-{_slug(kind)}"),
            say(
                "holds-of-100",
                mean=_of_100(found.mean),
                least=_of_100(found.least),
                most=_of_100(found.most),
            ),
            say("unknown-before") if found.before is None else _of_100(found.before),
        ]
        for kind, found in held.held().items()
    ]


def power_rows() -> list[list[str]]:
    """Write for each world: figure, incidents, others, truth, claim, denial, and words of 100.

    Words that come up in fewer than one of 100 are left out.
    """
    return [_power_row(found) for found in held.power()]


def _power_row(found: held.Power) -> list[str]:
    unit = "ratio" if found.indicator in _TIMES else "share"
    words = [
        say("verdict-of-100", verdict=terms.term(word), share=_of_100(share))
        for word, share in found.words
        if round(100 * share)
    ]
    return [
        _name(found.indicator),
        fmt.number(found.incidents),
        fmt.number(found.others) if found.others else "",
        *(phrases.amount(value, unit) for value in (found.truth, found.claim, found.denial)),
        fmt.unit_list(words),
    ]


def _name(kind: str) -> str:
    return say(f"method-figure-of-{_slug(kind)}")


def _slug(kind: str) -> str:
    return kind.replace("_", "-")


def _of_100(share: float) -> str:
    return fmt.number(100 * share)
