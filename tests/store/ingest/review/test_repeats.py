"""A source's own accounts under other ids: told before, counted once, and only where it is sure."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from corridor.settings import Settings
from tests.paths import CASES
from tests.store.conftest import Run, csv_text, killing

OLD, NEW = CASES / "c04a_old_ids_data_id.csv", CASES / "c04b_same_events_new_ids.csv"
EVERYWHERE = ("--province", "All Iraq", "--from", "1989-01-01", "--to", "2018-12-31")


@pytest.fixture
def shelf(run: Run, tiny: Settings, tmp_path: Path) -> Any:
    """Run a command in a small store; a frame is handed in as a file."""

    def call(command: str, *asked: object) -> Any:
        words = list(asked)
        if words and isinstance(words[0], pd.DataFrame):
            file = tmp_path / "handed-in.csv"
            words[0].to_csv(file, index=False)
            words[0] = file
        return run(command, *words, data=tiny.data_dir)

    return call


def whole(shelf: Any) -> list[Any]:
    """Give incidents and killed of the measuring series and of what stands beside it."""
    found = shelf("summary", *EVERYWHERE, "--json").json
    told = [found, *found["beside"].values()]
    incidents = sum(each["incidents"] or 0 for each in told)
    return [incidents, sum(each["fatalities"]["best"] or 0 for each in told)]


def measured(shelf: Any) -> list[Any]:
    """Give the verdicts and what they are taken from; the ids of the evidence are the new ones."""
    found = shelf("findings", "--json").json
    return [[each["verdict"], each["indicators"], each["shown"]] for each in found]


def under_other_ids(shelf: Any) -> pd.DataFrame:
    """Give the store's own rows, as they are exported, with ids that nobody used."""
    text = shelf("incidents", *EVERYWHERE, "--format", "csv").out
    rows = pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)
    rows = rows[rows["source"] == "UCDP"]
    return rows.assign(incident_id=[f"UCDP:88{at:05}" for at in range(len(rows))])


def test_new_ids_of_a_source_are_its_old_accounts(shelf: Any) -> None:
    before = whole(shelf)
    shelf("import", OLD, "--json")
    told = shelf("import", NEW, "--json").json
    assert [row["account_id"] for row in told["repeats"]] == ["ACLED:7001001", "ACLED:7001002"]
    assert (told["new"], told["repeated"]) == (2, 2)
    after = whole(shelf)
    assert [now - then for now, then in zip(after, before, strict=True)] == [2, 5]
    listed = shelf("incidents", *EVERYWHERE, "--source", "ACLED", "--format", "json").json
    assert sorted(row["incident_id"] for row in listed) == ["ACLED:IRQ5501", "ACLED:IRQ5502"]
    assert min(listed[0]["account_ids"]).startswith("ACLED:70010")
    shelf("undo", told["commit"])
    assert whole(shelf) == after


def test_they_are_told_before_and_may_be_kept_apart_or_left_out(shelf: Any) -> None:
    shelf("import", OLD)
    then = whole(shelf)
    said = shelf("import", NEW, "--dry-run").out.replace("\u00a0", " ")
    assert "2 rows say what accounts of the same source here say, under other ids: linked" in said
    assert "line 2: ACLED:IRQ5501 repeats ACLED:7001001" in said
    left = shelf("import", NEW, "--repeats", "skip", "--json").json
    assert (left["commit"], whole(shelf)) == (None, then)
    shelf("import", NEW, "--repeats", "apart")
    assert whole(shelf)[0] == then[0] + 2


def test_rows_of_the_series_under_other_ids_move_nothing(shelf: Any) -> None:
    rows = under_other_ids(shelf)
    assert len(rows) == 100
    findings = measured(shelf)
    before = whole(shelf)
    told = shelf("import", rows.head(60), "--json").json
    assert (told["new"], told["repeated"], len(told["repeats"])) == (60, 60, 60)
    assert whole(shelf) == before
    assert measured(shelf) == findings


def test_a_row_that_says_more_or_less_is_no_repetition(shelf: Any) -> None:
    rows = under_other_ids(shelf).head(3)
    rows.loc[rows.index[0], "fatalities_high"] = "99"
    rows.loc[rows.index[1], "event_date"] = "2001-02-03"
    rows.loc[rows.index[1], "event_date_end"] = "2001-02-03"
    told = shelf("import", rows, "--dry-run", "--json").json
    assert [row["incident_id"] for row in told["repeats"]] == [rows["incident_id"].iloc[2]]


def test_an_account_that_the_file_states_itself_is_another(shelf: Any) -> None:
    shelf("import", OLD)
    both = pd.concat([pd.read_csv(OLD, dtype=str), pd.read_csv(NEW, dtype=str)])
    told = shelf("import", both, "--dry-run", "--json").json
    assert (told["repeats"], told["new"], told["duplicates"]) == ([], 2, 2)


def test_as_many_rows_repeat_as_there_are_accounts(shelf: Any) -> None:
    shelf("import", OLD)
    new = pd.read_csv(NEW, dtype=str)
    three = pd.concat([new.head(1)] * 3).assign(event_id_cnty=["IRQ1", "IRQ2", "IRQ3"])
    told = shelf("import", three, "--dry-run", "--json").json
    assert [row["incident_id"] for row in told["repeats"]] == ["ACLED:IRQ1"]


def test_day_and_town_of_a_list_are_no_evidence(shelf: Any, tmp_path: Path) -> None:
    for number in (1, 2):
        file = tmp_path / "mine.csv"
        file.write_text(csv_text([killing(number)]), encoding="utf-8")
        assert shelf("import", file, "--json").json["repeats"] == []
