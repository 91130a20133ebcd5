"""What people say of incidents, in words."""

from __future__ import annotations

from corridor.findings import Finding
from corridor.words import numbers as fmt
from corridor.words import say
from corridor.words.terms import term


def verdicts(finding: Finding) -> str:
    """Say a finding's verdict by the rules, with judgements, and as each who disagrees reads it.

    "" where nobody judged anything.
    """
    judged = finding.judged
    if not judged.standing:
        return ""
    counted = say(
        "judgements-counted", count=len(judged.by_incident), disputed=len(judged.disputed)
    )
    told = [say("judgements-by-rules", verdict=term(finding.verdict))]
    if judged.agreed:
        agreed = finding.judged_verdict or finding.verdict
        told.append(say("judgements-agreed", verdict=term(agreed)))
    told += [
        say("judgements-as-read", author=author(each.by), verdict=term(each.verdict))
        for each in finding.readings
    ]
    return fmt.sentences(counted, say("between-clauses").join(told) + ".")


def author(name: str) -> str:
    """Name who judged; old judgements may have nobody's name."""
    return name or say("judgements-nobody")
