"""What stands on a finding's card."""

from __future__ import annotations

from datetime import date

from corridor.analysis.verdicts import NOT_ENOUGH
from corridor.findings import evaluate, load_report
from corridor.settings import SHIPPED
from corridor.store import Store

REPORT = load_report(SHIPPED / "reports" / "is-there-a-return-of-isis-2018")


def test_the_pinned_part_stands_there_and_another_where_it_cannot_be_judged(store: Store) -> None:
    for finding in evaluate(store, REPORT, date(2018, 12, 31)):
        assert finding.headline.slug == finding.spec.card
    first, second, *_ = evaluate(store, REPORT, date(2013, 12, 31))
    pinned = next(part for part in first.parts if part.slug == first.spec.card)
    assert (pinned.verdict, pinned.indicator.denominator) == (NOT_ENOUGH, 0)
    assert (first.headline.slug, first.headline.verdict) == ("returns", first.verdict)
    assert not [part for part in second.parts if part.verdict != NOT_ENOUGH]
    assert second.headline.slug == second.spec.card
