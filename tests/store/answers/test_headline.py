"""The answer to a report's question, for each report that is shipped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corridor import queries
from corridor.answers import headline
from corridor.findings import Finding, Part, Report, evaluate, load_report
from corridor.settings import SHIPPED
from corridor.store import Store
from corridor.texts import short_answers
from corridor.texts.verdict_text import answer_headline


@pytest.mark.parametrize(
    ("slug", "told"),
    [
        (
            "is-there-a-return-of-isis-2018",
            (
                "Attacks by ISIS in the corridor were not clearly more than in 2010–2011: "
                "1.2 times (0.4–3.6), operations against it 4.2 times (0.9–19.4)"
            ),
        ),
        (
            "upper-euphrates-2018",
            (
                "Attacks by ISIS in Anbar were not clearly fewer than in 2012–2013: "
                "0.4 times (0.1–2.4), operations against it 2.4 times (0.5–11.5)"
            ),
        ),
    ],
)
def test_it_names_the_places_and_the_years_of_its_own_report(
    store: Store, slug: str, told: str
) -> None:
    report = load_report(SHIPPED / "reports" / slug)
    assert answer_headline(headline(report, evaluate(store, report))) == told


def measured(part: Part, value: float, low: float, high: float) -> Part:
    changed = replace(part.indicator, value=value, low=low, high=high)
    return replace(part, indicator=changed, beside=None)


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ((1.8, 1.1, 2.8), "were 1.8 times those of 2010–2011 (could be 1.1–2.8)"),
        ((0.5, 0.3, 0.9), "were 0.5 times those of 2010–2011 (could be 0.3–0.9)"),
        ((1.8, 0.9, 2.8), "were not clearly more than in 2010–2011: 1.8 times (0.9–2.8)"),
        ((0.5, 0.3, 1.2), "were not clearly fewer than in 2010–2011: 0.5 times (0.3–1.2)"),
        ((1.1, 0.8, 1.4), "were about as many as in 2010–2011 (1.1 times, 0.8–1.4)"),
    ],
)
def test_more_is_said_only_where_the_range_allows_no_fewer(
    store: Store, figures: tuple[float, float, float], told: str
) -> None:
    report = load_report(SHIPPED / "reports" / "is-there-a-return-of-isis-2018")
    found = headline(report, evaluate(store, report))
    found = replace(found, rates=(measured(found.rates[0], *figures),))
    assert answer_headline(found) == f"Attacks by ISIS in the corridor {told}"


def none_beside(part: Part) -> Part:
    assert part.beside
    none = replace(part.beside.indicator, numerator=0, value=0.0, low=0.0)
    return replace(part, beside=replace(part.beside, indicator=none))


def test_where_there_were_no_operations_no_ratio_is_told(store: Store) -> None:
    """A card read "0 operations against it, 0.0 times the old rate"."""
    report: Report = load_report(SHIPPED / "reports" / "is-there-a-return-of-isis-2018")
    tested = evaluate(store, report)
    card: Finding = next(item for item in tested if item.headline.beside)
    card = replace(card, headline=none_beside(card.headline))
    assert card.reason.endswith("; no operations against it recorded.")


def test_how_sure_says_what_others_tell_where_it_is_much(store: Store) -> None:
    report = load_report(SHIPPED / "reports" / "is-there-a-return-of-isis-2018")
    tested = evaluate(store, report)
    found = headline(report, tested)
    answer = next(item for item in tested if item.number == found.finding)
    held = queries.summary(store, queries.options(store).default_filter())
    (others,) = held.beside.values()
    assert others.incidents < (held.incidents or 0) / 10
    assert "Not in these numbers" not in short_answers.sure(answer, found, held)
    much = replace(held, beside={"ACLED": replace(others, incidents=78)})
    told = short_answers.sure(answer, found, much).replace("\u00a0", " ")
    assert told.endswith("Not in these numbers: 78 more told only by ACLED.")
