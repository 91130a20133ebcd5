"""Pairs decided one by one, also within one file; and that no later upload decides otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from corridor.ingest.review.matching import DAYS_OFF, ENOUGH, KM_OFF, MOST_POINTS
from corridor.ingest.review.upload import check
from corridor.settings import PROJECT, Settings
from corridor.store import Store
from tests.store.conftest import Run, csv_text, killing
from tests.store.ingest.review.test_matching import FAMILY
from tests.torture.seed import small_data_folder

Row = dict[str, object]
OWN = ("MYLIST:", "OTHER:", "THIRD:")
THERE = "2018-06-02"
# A day and a place at which the store has nothing.
EMPTY_DAY = "1996-03-03"
NOWHERE: Row = {"event_date": EMPTY_DAY, "latitude": 30.1, "longitude": 43.9}
FIRST = FAMILY | NOWHERE
# So far apart in time no pair has to do with another.
SEASON = timedelta(days=60)


def other(row: Row = FAMILY, source: str = "OTHER", **values: object) -> Row:
    """The same told by another source."""
    return row | {"incident_id": f"{source}:1", "source": source} | values


class Shelf:
    """One data folder, and what a person does with files and sees in it."""

    def __init__(self, run: Run, data: Path, folder: Path) -> None:
        self.run, self.data, self.file = run, data, folder / "mine.csv"

    def add(self, *rows: Row, asked: tuple[str, ...] = ()) -> Any:
        self.file.write_text(csv_text(rows), encoding="utf-8")
        link = ("--matches", "link")  # unless it is asked otherwise
        return self.run("import", self.file, *link, *asked, "--json", data=self.data).json

    def own(self, day: str = THERE) -> dict[str, list[str]]:
        """Give the day's incidents that have accounts of ours, each with those."""
        asked = ("--province", "All Iraq", "--from", day, "--to", day, "--format", "json")
        listed = self.run("incidents", *asked, data=self.data).json
        ids = {row["incident_id"]: row["account_ids"] for row in listed}
        ours = {key: [it for it in names if it.startswith(OWN)] for key, names in ids.items()}
        return {key: names for key, names in ours.items() if names}

    def newest(self) -> Any:
        return self.run("history", "--json", data=self.data).json[0]


@pytest.fixture
def shelf(run: Run, tmp_path: Path) -> Shelf:
    """A small store that knows what `FAMILY` tells, too."""
    settings = small_data_folder(tmp_path / "data", also="UCDP:259056")
    return Shelf(run, settings.data_dir, tmp_path)


def test_each_pair_is_decided_on_its_own(shelf: Shelf) -> None:
    rows = (FAMILY, killing(7, **NOWHERE), other())
    done = shelf.add(*rows, asked=("--decide", "MYLIST:1=apart", "--decide", "OTHER:1=skip"))
    assert (done["linked"], done["apart"], done["skipped"]) == (0, 1, 1)
    assert done["matches"][0] == {
        "incident_id": "MYLIST:1",
        "line": 2,
        "target_id": "UCDP:259056",
        "target_line": None,
        "score": 9,
        "is_weak": False,
        "is_vetoed": False,
        "why": "same day, under 1\u00a0km, same sides, deaths agree",
        "decision": "apart",
    }
    assert [row["decision"] for row in done["matches"]] == ["apart", "skip"]
    assert shelf.own() == {"MYLIST:1": ["MYLIST:1"]}
    assert shelf.own(EMPTY_DAY) == {"MYLIST:7": ["MYLIST:7"]}
    counts = shelf.newest()["counts"]
    assert (counts["new"], counts["apart"], counts["skipped"]) == (2, 1, 1)


def test_a_decision_about_an_account_without_a_pair_is_refused_by_its_name(shelf: Shelf) -> None:
    shelf.file.write_text(csv_text([FAMILY]), encoding="utf-8")
    for more in ((), ("--dry-run",)):
        refused = shelf.run(
            "import", shelf.file, "--decide", "MYLIST:9=skip", *more, data=shelf.data
        )
        assert refused.code == 1
        assert "no pair was found for MYLIST:9: nothing was saved" in refused.err
    assert shelf.newest()["action"] == "seed"
    refused = shelf.run("import", shelf.file, "--decide", "MYLIST:1=maybe", data=shelf.data)
    assert refused.code == 2
    assert "'MYLIST:1=maybe' is not a decision such as MYLIST:1=apart" in refused.err


def test_what_is_left_out_leaves_no_trace_and_is_offered_again(shelf: Shelf) -> None:
    asked = ("--decide", "MYLIST:1=skip")
    first = shelf.add(FAMILY, FIRST | {"incident_id": "MYLIST:2"}, asked=asked)
    assert (shelf.own(), list(shelf.own(EMPTY_DAY))) == ({}, ["MYLIST:2"])
    shelf.run("undo", first["commit"], data=shelf.data)
    second = shelf.add(FAMILY, FIRST | {"incident_id": "MYLIST:2"}, asked=asked)
    assert second["matched"] == 1
    third = shelf.add(FAMILY, FIRST | {"incident_id": "MYLIST:2"})
    assert (third["new"], third["duplicates"], third["matched"], third["linked"]) == (1, 1, 1, 1)
    assert third["commit"] not in {None, first["commit"], second["commit"]}
    assert shelf.own() == {"UCDP:259056": ["MYLIST:1"]}
    assert shelf.run("verify", data=shelf.data).code == 0


def test_a_file_of_which_every_row_is_left_out_writes_nothing(shelf: Shelf) -> None:
    assert shelf.add(FAMILY, asked=("--matches", "skip"))["commit"] is None
    assert shelf.newest()["action"] == "seed"
    told = shelf.run("import", shelf.file, "--matches", "skip", data=shelf.data)
    assert "MYLIST:1: probably UCDP:259056 (same day" in told.out
    assert "9 points): left out" in told.out
    assert "nothing was saved: every new row was left out" in told.out
    assert shelf.add(FAMILY)["linked"] == 1


def test_an_undone_upload_is_decided_anew(shelf: Shelf) -> None:
    linked = shelf.add(FAMILY)
    shelf.run("undo", linked["commit"], data=shelf.data)
    apart = shelf.add(FAMILY, asked=("--matches", "apart"))
    assert apart["commit"] != linked["commit"]
    assert shelf.own() == {"MYLIST:1": ["MYLIST:1"]}
    shelf.run("undo", apart["commit"], data=shelf.data)
    again = shelf.add(FAMILY)
    assert again["linked"] == 1
    assert shelf.own() == {"UCDP:259056": ["MYLIST:1"]}


def test_what_is_undecided_counts_apart_and_is_not_asked_again(shelf: Shelf) -> None:
    done = shelf.add(FAMILY, asked=("--matches", "undecided"))
    assert (done["linked"], done["apart"], done["undecided"]) == (0, 0, 1)
    assert shelf.own() == {"MYLIST:1": ["MYLIST:1"]}
    assert shelf.newest()["counts"]["undecided"] == 1
    same = shelf.add(FAMILY)
    assert (same["duplicates"], same["commit"]) == (1, done["commit"])


def test_what_is_undecided_can_be_linked_later_and_apart_again(shelf: Shelf) -> None:
    shelf.add(FAMILY, asked=("--matches", "undecided"))
    asked = ("link", "MYLIST:1", "UCDP:259056")
    refused = shelf.run(*asked, data=shelf.data)
    assert (refused.code, "a link needs a reason" in refused.err) == (1, True)
    ahead = shelf.run(*asked, "--reason", "same night", "--dry-run", data=shelf.data).out
    assert "incidents" in ahead
    assert "dry run: nothing was saved" in ahead
    assert shelf.own() == {"MYLIST:1": ["MYLIST:1"]}
    done = shelf.run(*asked, "--reason", "same night", "--json", data=shelf.data).json
    assert "\n".join(done["changes"]) in ahead, "the same before and after"
    assert shelf.own() == {"UCDP:259056": ["MYLIST:1"]}
    again = shelf.run(*asked, "--reason", "x", data=shelf.data)
    assert "are one incident already" in again.err
    lacking = shelf.run("link", "MYLIST:1", "UCDP:0", "--reason", "x", data=shelf.data)
    assert "there is no account UCDP:0 here" in lacking.err
    shelf.run("undo", done["commit"], data=shelf.data)
    assert shelf.own() == {"MYLIST:1": ["MYLIST:1"]}
    assert shelf.run("verify", data=shelf.data).code == 0


@pytest.mark.parametrize(
    ("decided", "head"),
    [("undecided", "MYLIST:1"), ("apart", "MYLIST:1"), ("link", "UCDP:259056")],
)
def test_a_decision_stands_when_the_file_or_an_update_comes(
    shelf: Shelf, decided: str, head: str
) -> None:
    shelf.add(FAMILY, asked=("--matches", decided))
    same = shelf.add(FAMILY)
    assert (same["duplicates"], same["matched"]) == (1, 0)
    update = shelf.add(FAMILY | {"notes": "told again", "fatalities_best": 13})
    assert (update["updated"], update["matched"]) == (1, 0)
    assert shelf.own() == {head: ["MYLIST:1"]}


def test_what_was_kept_apart_is_not_joined_from_the_other_side(shelf: Shelf) -> None:
    shelf.add(FIRST, other(FIRST), asked=("--matches", "apart"))
    back = shelf.add(FIRST | {"notes": "again"})
    assert (back["updated"], back["matched"]) == (1, 0)
    assert shelf.own(EMPTY_DAY) == {"MYLIST:1": ["MYLIST:1"], "OTHER:1": ["OTHER:1"]}
    third = shelf.add(other(FIRST, "THIRD"))
    assert (third["matched"], third["linked"]) == (1, 1)


def test_two_accounts_within_one_file_are_one_incident(shelf: Shelf) -> None:
    done = shelf.add(FIRST, killing(7), other(FIRST))
    (pair,) = done["matches"]
    assert (pair["incident_id"], pair["line"]) == ("OTHER:1", 4)
    assert (pair["target_id"], pair["target_line"]) == ("MYLIST:1", 2)
    assert shelf.own(EMPTY_DAY) == {"MYLIST:1": ["MYLIST:1", "OTHER:1"]}
    shelf.run("undo", done["commit"], data=shelf.data)
    told = shelf.run("import", shelf.file, "--dry-run", "--matches", "apart", data=shelf.data).out
    assert "OTHER:1: probably MYLIST:1 on line 2 (same day, same point" in told
    shelf.add(FIRST, killing(7), other(FIRST), asked=("--matches", "apart"))
    assert len(shelf.own(EMPTY_DAY)) == 2


def test_the_smaller_source_may_stand_first(shelf: Shelf) -> None:
    days = ("1996-05-05", "1996-06-09")
    more = [killing(at, **(NOWHERE | {"event_date": day})) for at, day in enumerate(days, 2)]
    (pair,) = shelf.add(other(FIRST), FIRST, *more)["matches"]
    assert (pair["incident_id"], pair["line"]) == ("MYLIST:1", 3)
    assert (pair["target_id"], pair["target_line"]) == ("OTHER:1", 2)


def test_a_source_never_has_an_incident_twice(shelf: Shelf) -> None:
    # As like would be a rival, so that neither is linked with the rest.
    twin = FIRST | {"incident_id": "MYLIST:2", "latitude": 30.2, "geo_precision": 2}
    shelf.add(other(FIRST, "THIRD"), other(FIRST), FIRST, twin)
    assert sorted(shelf.own(EMPTY_DAY).values()) == [
        ["MYLIST:1", "OTHER:1", "THIRD:1"],
        ["MYLIST:2"],
    ]
    assert shelf.run("verify", data=shelf.data).code == 0
    shelf.add(FAMILY | {"incident_id": "MYLIST:3"})
    assert shelf.add(FAMILY | {"incident_id": "MYLIST:4"})["matched"] == 0


# Exact places agree within 4 km: the middle one agrees with both ends, the ends do not.
START = other(FIRST, "THIRD")
MIDDLE = FIRST | {"latitude": 30.131}
END = other(FIRST, latitude=30.162)


def test_an_account_is_joined_through_another_one_of_the_file(shelf: Shelf) -> None:
    shelf.add(START)
    assert shelf.add(END, asked=("--dry-run",))["matched"] == 0
    done = shelf.add(MIDDLE, END)
    found = [(row["incident_id"], row["target_id"], row["target_line"]) for row in done["matches"]]
    assert sorted(found) == [("MYLIST:1", "THIRD:1", None), ("OTHER:1", "MYLIST:1", 2)]
    assert shelf.own(EMPTY_DAY) == {"MYLIST:1": ["MYLIST:1", "OTHER:1", "THIRD:1"]}
    shelf.run("retract", "MYLIST:1", "--reason", "it was a mistake", data=shelf.data)
    assert shelf.own(EMPTY_DAY) == {"OTHER:1": ["OTHER:1", "THIRD:1"]}


def test_the_middle_kept_apart_keeps_its_own(shelf: Shelf) -> None:
    shelf.add(START)
    shelf.add(MIDDLE, END, asked=("--decide", "MYLIST:1=apart"))
    assert shelf.own(EMPTY_DAY) == {"THIRD:1": ["THIRD:1"], "MYLIST:1": ["MYLIST:1", "OTHER:1"]}


def test_the_middle_left_out_takes_no_one_along(shelf: Shelf) -> None:
    shelf.add(START)
    done = shelf.add(MIDDLE, END, asked=("--decide", "MYLIST:1=skip"))
    assert (done["linked"], done["skipped"]) == (0, 1)
    assert shelf.own(EMPTY_DAY) == {"THIRD:1": ["THIRD:1"], "OTHER:1": ["OTHER:1"]}
    again = shelf.add(MIDDLE, END)
    assert (again["new"], again["matched"]) == (1, 1)


def points(store: Store, shipped: Settings, cases: Sequence[Row]) -> list[int]:
    """Give the points of two accounts that differ in this, for each of these, by one file.

    Both places are near, days within 6; each pair has a season of its own.
    """
    bounds: Row = {"fatalities_low": "", "fatalities_high": ""}
    same = FIRST | bounds | {"geo_precision": 2, "date_precision": 2}
    rows: list[Row] = []
    for at, differing in enumerate(cases):
        for source, values in (("MYLIST", {}), ("OTHER", differing)):
            row = same | {"source": source, "incident_id": f"{source}:{at}"} | values
            day = date.fromisoformat(str(row["event_date"])) + at * SEASON
            rows.append(row | {"event_date": day.isoformat()})
    checked = check(store, shipped, csv_text(rows).encode(), "mine.csv")
    found = pd.concat([checked.matches(len(rows)), checked.matches(len(rows), weak=True)])
    given = {row["incident_id"]: row for row in found.to_dict("records")}
    assert all(row["target_id"] == f"MYLIST:{name[6:]}" for name, row in given.items())
    names = [f"OTHER:{at}" for at in range(len(cases))]
    return [int(given[name]["score"]) if name in given else 0 for name in names]


def test_the_method_states_the_points_that_are_given(store: Store, shipped: Settings) -> None:
    method = (PROJECT / "docs" / "method.md").read_text("utf-8")
    section = method.split("## Two accounts")[1].split("\n###")[0]
    heading, _, *rows = re.findall(r"^\|.*\|$", section, re.MULTILINE)
    given = [int(cell.replace("−", "-")) for cell in _cells(heading)[1:]]
    stated = {row[0]: dict(zip(row[1:], given, strict=True)) for row in map(_cells, rows)}
    highest = [max(it for text, it in row.items() if text) for row in stated.values()]
    measured: dict[str, dict[str, Row]] = {
        "date": {"same day": {}, "within what is allowed": {"event_date": "1996-03-07"}},
        "place": {
            "within 2 km": {"latitude": 30.117},
            "within 10 km": {"latitude": 30.188},
            "within what is allowed": {"latitude": 30.2},
        },
        "sides": {
            "both the same": {"actor1": "Civilians", "actor2": "IS"},
            "one the same": {"actor2": "Police"},
            "none": {"actor1": "", "actor2": "Police"},
        },
        "deaths": {
            "low to high overlap": {"fatalities_low": 12, "fatalities_best": 14},
            "one unknown": {"fatalities_best": ""},
            "they do not": {"fatalities_best": 16},
        },
    }  # fmt: skip
    told = [(name, text) for name, cases in measured.items() for text in cases]
    most, *found = points(store, shipped, [{}, *(measured[name][text] for name, text in told)])
    assert most == MOST_POINTS == sum(highest)
    expected: dict[tuple[str, str], int] = {}
    for name, cases in measured.items():
        row = {text: it for text, it in stated[name].items() if text}
        assert set(row) == set(cases), name
        lost = {text: max(row.values()) - row[text] for text in cases}
        expected |= {(name, text): most - lost[text] for text in cases}
    assert dict(zip(told, found, strict=True)) == expected


def test_the_method_states_how_far_a_date_and_a_place_may_be_off() -> None:
    method = (PROJECT / "docs" / "method.md").read_text("utf-8")
    days = re.search(r"days off by date precision ([\d, ]+);", method)
    assert days is not None
    assert tuple(map(int, days[1].split(", "))) == DAYS_OFF
    exact, near, district, line = KM_OFF[0], KM_OFF[1], KM_OFF[2], KM_OFF[4]
    assert (
        f"{exact:.0f} (exact), {near:.0f} (near), {district:.0f} (district), "
        f"{line:.0f} (line or area)"
    ) in method
    assert (KM_OFF[3], KM_OFF[5]) == (0, 0)
    assert f"From {ENOUGH} points up" in method


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.strip("|").split("|")]
