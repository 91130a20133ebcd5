"""The answer to a report's question, for each report that is shipped."""

from __future__ import annotations

import pytest

from corridor.answers import headline
from corridor.findings import evaluate, load_report
from corridor.settings import SHIPPED
from corridor.store import Store
from corridor.texts.verdict_text import answer_headline


@pytest.mark.parametrize(
    ("slug", "told"),
    [
        (
            "is-there-a-return-of-isis-2018",
            (
                "In the corridor there are about as many attacks by ISIS as in 2010–2011 "
                "(1.2×, 0.8–1.8), and 4.2 times as many operations against it (2.6–6.8)"
            ),
        ),
        (
            "upper-euphrates-2018",
            (
                "In Anbar there are 0.4 times as many attacks by ISIS as in 2012–2013 "
                "(0.2–0.8), and 2.4 times as many operations against it (1.0–6.1)"
            ),
        ),
    ],
)
def test_it_names_the_places_and_the_years_of_its_own_report(
    store: Store, slug: str, told: str
) -> None:
    report = load_report(SHIPPED / "reports" / slug)
    assert answer_headline(headline(report, evaluate(store, report))) == told
