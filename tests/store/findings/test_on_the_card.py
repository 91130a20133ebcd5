"""What stands on a finding's card."""

from __future__ import annotations

from datetime import date

from corridor.analysis.verdicts import NOT_ENOUGH
from corridor.findings import evaluate, load_report
from corridor.settings import SHIPPED
from corridor.store import Store
from corridor.texts import verdict_text

REPORT = load_report(SHIPPED / "reports" / "is-there-a-return-of-isis-2018")


def test_the_pinned_part_stands_there_and_another_where_it_cannot_be_judged(store: Store) -> None:
    for finding in evaluate(store, REPORT, date(2018, 12, 31)):
        assert finding.headline.slug == finding.spec.card
    first, second, *_ = evaluate(store, REPORT, date(2013, 12, 31))
    pinned = next(part for part in first.parts if part.slug == first.spec.card)
    assert pinned.verdict == NOT_ENOUGH
    assert (first.headline.slug, first.headline.verdict) == ("returns", first.verdict)
    assert not [part for part in second.parts if part.verdict != NOT_ENOUGH]
    assert second.headline.slug == second.spec.card


def test_a_card_says_the_verdict_on_each_part_and_its_figure_a_year_before(store: Store) -> None:
    _, _, cells, back, _ = evaluate(store, REPORT, date(2018, 12, 31))
    assert verdict_text.by_part_text(cells) == "Kirkuk: short of the claim · Samarra: not supported"
    before = evaluate(store, REPORT, date(2017, 12, 31))[3].headline.indicator.value
    assert verdict_text.year_before_text(back) == f"A year before: {before:.2f}×"
    without = evaluate(store, REPORT, date(1990, 6, 30))[3]
    assert verdict_text.year_before_text(without) == ""
