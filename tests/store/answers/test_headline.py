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
                "Attacks by ISIS in the corridor are 1.2 times those of 2010–2011 "
                "(could be 0.4–3.6), operations against it 4.2 times (0.9–19.4)"
            ),
        ),
        (
            "upper-euphrates-2018",
            (
                "Attacks by ISIS in Anbar are 0.4 times those of 2012–2013 "
                "(could be 0.1–2.4), operations against it 2.4 times (0.5–11.5)"
            ),
        ),
    ],
)
def test_it_names_the_places_and_the_years_of_its_own_report(
    store: Store, slug: str, told: str
) -> None:
    report = load_report(SHIPPED / "reports" / slug)
    assert answer_headline(headline(report, evaluate(store, report))) == told
