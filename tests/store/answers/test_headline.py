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
                "The corridor sees 1.7 times as many ISIS incidents as in 2010–2011; "
                "all Iraq 0.8 times"
            ),
        ),
        (
            "upper-euphrates-2018",
            (
                "The upper Euphrates valley sees 2.0 times as many ISIS incidents as in "
                "2012–2013; Anbar 0.7 times"
            ),
        ),
    ],
)
def test_it_names_the_places_and_the_years_of_its_own_report(
    store: Store, slug: str, told: str
) -> None:
    report = load_report(SHIPPED / "reports" / slug)
    assert answer_headline(headline(report, evaluate(store, report))) == told
