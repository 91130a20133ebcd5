"""What an upload declares of its sources: days and places outside of which silence is unknown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from corridor import queries
from corridor.ingest.review.confirm import Choices, UploadError, confirm
from corridor.ingest.review.coverage import CoverageError, widened
from corridor.ingest.review.upload import Checked, check
from corridor.settings import Settings
from corridor.store import Store
from tests.paths import CASES
from tests.store.conftest import Run, csv_text, killing, of_the_series

NO_POINT = {"latitude": "", "longitude": "", "geo_precision": ""}
ROWS = [
    killing(1, event_date="2018-03-05", admin1="Kirkuk", **NO_POINT),
    killing(2, event_date="2018-04-05", admin1="Diyala", **NO_POINT),
]


def handed_in(store: Store, settings: Settings, rows: list[Any], name: str = "a.csv") -> Checked:
    return check(store, settings, csv_text(rows).encode(), name)


def declared(store: Store, source: str = "MYLIST") -> tuple[object, ...]:
    sources = queries.list_sources(store).set_index("source")
    if source not in sources.index:
        return ()
    row = sources.loc[source]
    return (
        row["coverage_from"].date().isoformat(),
        row["coverage_to"].date().isoformat(),
        row["coverage_places"],
        row["role"],
    )


def test_the_span_and_places_of_the_rows_are_the_default(tiny_store: Store, tiny: Settings) -> None:
    confirm(tiny_store, handed_in(tiny_store, tiny, ROWS), "tester")
    assert declared(tiny_store) == ("2018-03-05", "2018-04-05", "Diyala, Kirkuk", "upload")
    assert tiny_store.verify() == []


def test_a_person_widens_it_and_undo_takes_it_back(tiny_store: Store, tiny: Settings) -> None:
    found = handed_in(tiny_store, tiny, ROWS)
    wider = widened(found.coverage, date(2018, 1, 1), date(2018, 12, 31), "Iraq")
    done = confirm(tiny_store, found, "tester", Choices(coverage=wider))
    assert done is not None
    assert declared(tiny_store) == ("2018-01-01", "2018-12-31", "Iraq", "upload")
    tiny_store.undo(done.commit_id, "tester")
    assert declared(tiny_store) == ()


def test_a_later_file_covers_the_days_of_its_own_rows(tiny_store: Store, tiny: Settings) -> None:
    confirm(tiny_store, handed_in(tiny_store, tiny, ROWS), "tester")
    later = [killing(3, event_date="2018-06-01", admin1="Salah al-Din")]
    confirm(tiny_store, handed_in(tiny_store, tiny, later, "b.csv"), "tester")
    assert declared(tiny_store) == ("2018-06-01", "2018-06-01", "Salah al-Din", "upload")


def test_two_quarters_are_two_spans_and_the_years_between_stay_unknown(
    tiny_store: Store, tiny: Settings
) -> None:
    quarters = [(date(year, 1, 1), date(year, 3, 31)) for year in (2020, 2024)]
    for part, days in zip("ab", quarters, strict=True):
        name = f"c36{part}_two_lists_gap.csv"
        found = check(tiny_store, tiny, (CASES / name).read_bytes(), name)
        confirm(tiny_store, found, "tester", Choices(coverage=widened(found.coverage, *days)))
    spans = tiny_store.read("SELECT * FROM spans WHERE source = 'DESK' ORDER BY first_day")
    told = [(row.first_day.date(), row.last_day.date()) for row in spans.itertuples()]
    assert told == quarters


def test_the_primary_series_keeps_its_publishers_coverage(
    tiny_store: Store, tiny: Settings
) -> None:
    before = declared(tiny_store, "UCDP")
    found = handed_in(tiny_store, tiny, [of_the_series(1, event_date="2018-03-06")])
    assert found.coverage == ()
    confirm(tiny_store, found, "tester")
    assert declared(tiny_store, "UCDP") == before


def test_a_coverage_that_leaves_rows_out_is_refused(tiny_store: Store, tiny: Settings) -> None:
    found = handed_in(tiny_store, tiny, ROWS)
    with pytest.raises(CoverageError, match="must include them"):
        widened(found.coverage, first=date(2018, 3, 6))
    with pytest.raises(CoverageError, match="before it begins"):
        widened(found.coverage, date(2018, 5, 1), date(2018, 4, 6))
    (item,) = found.coverage
    bad = replace(item, last=date(2018, 3, 5))
    with pytest.raises(UploadError, match="must include them"):
        confirm(tiny_store, found, "tester", Choices(coverage=(bad,)))
    assert declared(tiny_store) == ()


def test_the_command_line_says_and_takes_it(run: Run, tiny: Settings, tmp_path: Any) -> None:
    path = tmp_path / "list.csv"
    path.write_text(csv_text(ROWS))
    dry = run("import", path, "--dry-run", "--json", data=tiny.data_dir).json
    assert dry["coverage"] == [
        {"source": "MYLIST", "from": "2018-03-05", "to": "2018-04-05", "places": "Diyala, Kirkuk"}
    ]
    wide = ("--coverage-from", "2018-01-01", "--coverage-to", "2018-04-05")
    done = run("import", path, *wide, "--json", data=tiny.data_dir).json
    assert done["coverage"][0]["from"] == "2018-01-01"
    later = tmp_path / "later.csv"
    rows = [killing(at, event_date=f"2018-05-0{at}", admin1="Kirkuk") for at in (5, 9)]
    later.write_text(csv_text(rows))
    refused = run("import", later, "--coverage-to", "2018-05-06", data=tiny.data_dir)
    assert (refused.code, "must include them" in refused.err) == (1, True)


def test_a_coverage_is_of_the_rows_of_its_own_file(tiny_store: Store, tiny: Settings) -> None:
    confirm(tiny_store, handed_in(tiny_store, tiny, ROWS), "tester")
    later = [killing(at, event_date=f"2018-06-0{at}", admin1="Kirkuk", **NO_POINT) for at in (3, 5)]
    found = handed_in(tiny_store, tiny, later, "b.csv")
    assert widened(found.coverage, first=date(2018, 6, 3))[0].first == date(2018, 6, 3)
    with pytest.raises(CoverageError, match="its incidents run from 2018-06-03 to 2018-06-05"):
        widened(found.coverage, first=date(2018, 6, 4))
