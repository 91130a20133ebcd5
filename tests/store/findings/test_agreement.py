"""A finding is measured by each series that covers its window, and none is added to another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from corridor import packs, schema
from corridor.findings import Finding, Report, evaluate, load_report
from corridor.settings import Settings
from corridor.store import Store
from corridor.texts.verdict_text import by_series_text
from tests.store.conftest import imported

SLUG = "is-there-a-return-of-isis-2018"
JUNE_30 = date(2018, 6, 30)
FIRST = date(2016, 1, 1)
OTHER = "ACLED"


@pytest.fixture
def report(own: Settings) -> Report:
    return load_report(own.reports_dir / SLUG)


def declared(last: date) -> pd.DataFrame:
    row = {
        "record_kind": "source", "source": OTHER, "title": OTHER, "role": "series",
        "coverage_from": FIRST, "coverage_to": last,
    }  # fmt: skip
    return pd.DataFrame([row])


def copied(store: Store, keep: Callable[[pd.DataFrame], pd.Series]) -> pd.DataFrame:
    """Tell the rows of the shipped series once more, as another's (SYNTHETIC)."""
    rows = store.read("SELECT * FROM accounts WHERE source = 'UCDP' AND event_date >= '2016-01-01'")
    rows = rows[keep(rows)]
    names = [column.name for column in (*schema.INCIDENT, *schema.DERIVED)]
    told = rows[names].assign(source=OTHER, record_kind="account")
    return told.assign(incident_id="ACLED:" + rows["incident_id"].str.removeprefix("UCDP:"))


def everything(rows: pd.DataFrame) -> pd.Series:
    return rows["incident_id"].notna()


def by_number(store: Store, report: Report, series: str = "") -> dict[int, Finding]:
    return {item.number: item for item in evaluate(store, report, JUNE_30, series)}


def sources_check(finding: Finding) -> tuple[float, str]:
    [check] = [item for item in finding.confidence.checks if item.name == "sources"]
    return check.number, check.words


def test_alone_a_series_has_none_beside_it(store: Store, report: Report) -> None:
    for finding in evaluate(store, report):
        assert finding.series == "UCDP"
        assert finding.by_series == ()
        assert by_series_text(finding) == ""
        assert sources_check(finding)[0] == 1


def test_the_same_rows_of_another_series_say_the_same_and_are_never_added(
    own_store: Store, report: Report
) -> None:
    before = by_number(own_store, report)
    rows = copied(own_store, everything)
    own_store.commit([rows, declared(date(2018, 12, 31))], imported())
    after = by_number(own_store, report)
    for number, finding in after.items():
        assert finding.verdict == before[number].verdict
        for part, old in zip(finding.parts, before[number].parts, strict=True):
            assert (part.indicator.value, part.indicator.numerator) == pytest.approx(
                (old.indicator.value, old.indicator.numerator), nan_ok=True
            )
    [beside] = after[5].by_series
    assert (beside.series, beside.verdict) == (OTHER, after[5].verdict)
    assert sources_check(after[5])[0] == 2
    word = after[5].verdict
    assert by_series_text(after[5]).startswith(f"UCDP: {word} (")
    assert f" · ACLED: {word} (" in by_series_text(after[5])
    # Measured by the other, the first stands beside it.
    swapped = by_number(own_store, report, OTHER)[5]
    assert (swapped.series, [it.series for it in swapped.by_series]) == (OTHER, ["UCDP"])
    assert swapped.parts[0].indicator.value == after[5].parts[0].indicator.value


def test_a_series_without_the_baseline_says_so(own_store: Store, report: Report) -> None:
    own_store.commit([copied(own_store, everything), declared(date(2018, 12, 31))], imported())
    [beside] = by_number(own_store, report)[4].by_series
    assert beside.verdict == "not enough data"
    assert "ACLED has no baseline: it does not cover 2010–2011." in beside.told
    measured = by_number(own_store, report, OTHER)[4]
    assert measured.verdict == "not enough data"
    assert all(part.indicator.numerator is None for part in measured.parts)
    # What a series leaves out is known of its own alone.
    third = by_number(own_store, report, OTHER)[3]
    assert "Not measured by ACLED" in third.parts[0].sentence


def test_a_series_that_decides_otherwise_lowers_the_confidence(
    own_store: Store, report: Report
) -> None:
    def elsewhere(rows: pd.DataFrame) -> pd.Series:
        return ~rows["admin2"].isin(["Daquq", "Tooz Khurmato"]) & ~(rows["admin1"] == "Diyala")

    own_store.commit([copied(own_store, elsewhere), declared(date(2018, 12, 31))], imported())
    finding = by_number(own_store, report)[5]
    [beside] = finding.by_series
    number, words = sources_check(finding)
    if finding.verdict in {"supported", "partly supported", "more than claimed"}:
        assert beside.verdict in {"not supported", "contradicted", "short of the claim"}
        assert number == 1
        assert f"ACLED says: {beside.verdict}" in words
        assert finding.confidence.level == "low"


def test_a_series_that_does_not_cover_the_window_is_not_asked(
    own_store: Store, report: Report
) -> None:
    own_store.commit([copied(own_store, everything), declared(date(2017, 6, 30))], imported())
    assert all(finding.by_series == () for finding in by_number(own_store, report).values())


def test_a_series_that_continues_another_is_no_witness_of_its_own(
    own_store: Store, report: Report
) -> None:
    candidate = next(each.code for each in packs.all_series() if each.is_provisional)
    rows = copied(own_store, everything).assign(source=candidate)
    spans = declared(date(2018, 12, 31)).assign(source=candidate)
    own_store.commit([rows, spans], imported())
    assert all(finding.by_series == () for finding in by_number(own_store, report).values())
