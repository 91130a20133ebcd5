"""What a verdict hangs on, in words."""

from __future__ import annotations

from corridor.findings.sensitivity import Sensitivity, Variant
from corridor.words import numbers as fmt
from corridor.words import say, terms


def label(variant: Variant) -> str:
    """Name what is changed: "without BBC Monitoring", "with “right” set 20 % higher"."""
    return say(f"sensitivity-of-{variant.kind}", what=variant.what)


def stands(found: Sensitivity, variant: Variant) -> str:
    """Say whether the verdict stands then, or that it cannot be tried."""
    told = {True: "stands", False: "moves", None: "untried"}[variant.stands(found.verdict)]
    return say(f"sensitivity-is-{told}")


def in_words(found: Sensitivity) -> str:
    """Say how far the verdict stands: "“supported” stands in 9 of 12 changes; …"."""
    tried = [each for each in found.variants if each.verdict and each.kind != "incident"]
    moving = [each for each in found.moving if each.kind != "incident"]
    verdict = terms.term(found.verdict)
    told = [say("sensitivity-told", verdict=verdict, same=len(tried) - len(moving), all=len(tried))]
    told += [
        say("sensitivity-otherwise", change=label(each), verdict=terms.term(each.verdict))
        for each in moving
    ]
    return fmt.sentences(say("between-clauses").join(told) + ".", alone(found))


def alone(found: Sensitivity) -> str:
    """Say on how many single incidents the verdict hangs; "" where none stand behind it."""
    if found.alone is None:
        return say("sensitivity-many")
    if not found.alone:  # accounts are measured, or the window is empty
        return ""
    moving = sum(each.kind == "incident" for each in found.moving)
    return say("sensitivity-alone", moving=moving, all=found.alone)
