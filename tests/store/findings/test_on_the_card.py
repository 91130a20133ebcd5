"""What stands on a finding's card."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from corridor.analysis.verdicts import NOT_ENOUGH
from corridor.findings import evaluate, load_report
from corridor.settings import SHIPPED
from corridor.store import Store
from corridor.texts import verdict_text

REPORT = load_report(SHIPPED / "reports" / "is-there-a-return-of-isis-2018")


def test_where_the_pinned_part_has_nothing_to_judge_the_reason_is_another(store: Store) -> None:
    first, second, *_ = evaluate(store, REPORT, date(2013, 12, 31))
    assert first.headline.slug == first.spec.card
    assert (first.headline.verdict, first.headline.is_low_base) == (NOT_ENOUGH, True)
    returns = next(part for part in first.parts if part.slug == "returns")
    assert (first.verdict, first.reason) == (returns.verdict, returns.sentence)
    nothing = replace(
        first.headline, indicator=replace(first.headline.indicator, numerator=0, denominator=0)
    )
    assert verdict_text.figure_text(nothing) == "–"
    assert not [part for part in second.parts if part.verdict != NOT_ENOUGH]
    assert second.reason.startswith(second.headline.sentence)


def test_a_card_says_the_verdict_on_each_part_and_its_figure_a_year_before(store: Store) -> None:
    _, _, cells, back, _ = evaluate(store, REPORT, date(2018, 12, 31))
    assert verdict_text.by_part_text(cells) == "Kirkuk: short of the claim · Samarra: not supported"
    before = evaluate(store, REPORT, date(2017, 12, 31))[3].headline.indicator.value
    assert verdict_text.year_before_text(back) == f"A year before: {before:.2f}×"
    without = evaluate(store, REPORT, date(1990, 6, 30))[3]
    assert verdict_text.year_before_text(without) == ""
