"""What is told before an upload is what is read after it, and telling it writes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from corridor import queries
from corridor.actions import Person, hide_list
from corridor.answers.outlook import (
    Effect,
    Outlook,
    Question,
    Standing,
    outlook,
    recording,
    standing,
)
from corridor.filter import IncidentFilter
from corridor.findings import as_json, evaluate, load_reports
from corridor.ingest.review.confirm import Choices, confirm
from corridor.ingest.review.decisions import Decisions
from corridor.ingest.review.retractions import Hiding, read_retractions, records
from corridor.ingest.review.upload import Checked, check
from corridor.settings import Settings
from corridor.store import Store, StoreError
from corridor.texts.effect_text import added_text, changes, figures_text, verdicts_text
from tests.store.conftest import LENT, Row, Run, account, csv_text, imported, killing, of_the_series
from tests.store.ingest.review.test_matching import FAMILY

Values = dict[str, Any]
LINKED = Choices(decisions=Decisions("link"))
KIRKUK = {"admin1": "Kirkuk", "location": "Kirkuk", "latitude": 35.46, "longitude": 44.39}


def many_of_the_series() -> list[Row]:
    """Ninety days with an attack in Samarra and ninety in Kirkuk: finding 3 is then supported."""
    rows = [of_the_series(n, event_date=f"2018-04-{1 + n % 30:02}") for n in range(90)]
    return [
        *rows,
        *(row | KIRKUK | {"incident_id": f"UCDP:95{n:05}"} for n, row in enumerate(rows)),
    ]


def injana(**values: object) -> Row:
    """Another account of the incident that the report's second finding measures."""
    place = {"location": "Injana", "latitude": 34.39, "longitude": 44.57, "admin1": "Diyala"}
    return killing(70, **({"event_date": "2018-06-17"} | place | values))


FILES: dict[str, list[Row]] = {
    "of the series": many_of_the_series(),
    "not of the series": [killing(1), killing(2, event_date="1999-01-01", fatalities_best="")],
    "a second account": [FAMILY],
    "of the report's incident": [injana()],
    "of the series, changed": [
        killing(1, incident_id="UCDP:259080", source="UCDP", event_type="Battles",
                event_date="2018-06-17", fatalities_best=50, **KIRKUK),
    ],
    "named by the report, changed": [
        injana(incident_id="PUBLIC:2018-06-17-injana-kurdistan24", source="PUBLIC", **KIRKUK),
    ],
    "mixed": [FAMILY, killing(2), of_the_series(3), killing(4, geo_precision=4, **KIRKUK)],
}  # fmt: skip


# The last day that the shipped series covers.
AS_OF = date(2018, 12, 31)


@pytest.fixture(scope="module")
def question(store: Store, shipped: Settings) -> Question:
    report = next(iter(load_reports(shipped.reports_dir).usable.values()))
    return Question(queries.options(store).default_filter(), report, AS_OF)


@pytest.fixture
def lent(store: Store, shipped: Settings, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder of the store that is only read, for runs that are dry."""
    monkeypatch.setitem(LENT, shipped.data_dir, store)
    return shipped.data_dir


def checked_file(store: Store, settings: Settings, rows: Iterable[Row]) -> Checked:
    return check(store, settings, csv_text(rows).encode(), "rows.csv")


def told(found: Outlook) -> tuple[Values, list[Values]]:
    return found.after.summary.as_json(), [item.as_json() for item in found.after.outcomes]


def read(store: Store, question: Question) -> tuple[Values, list[Values]]:
    findings = findings_of(store, question)
    names = ("verdict", "confidence", "indicator")
    return (
        queries.summary(store, question.chosen).as_json(),
        [{name: item[name] for name in names} for item in findings],
    )


def findings_of(store: Store, question: Question) -> list[Values]:
    return _findings_at(store, store.version, question)


@lru_cache(maxsize=2)
def _findings_at(store: Store, version: int, question: Question) -> list[Values]:
    del version  # only part of the key: a test asks of the same one again
    assert question.report is not None
    return as_json(evaluate(store, question.report, question.as_of))


def moved(before: list[Values], after: list[Values]) -> set[int]:
    """Return the numbers of the findings of which a reader sees anything else."""
    pairs = zip(before, after, strict=True)
    return {old["number"] for old, new in pairs if seen(old) != seen(new)}


def seen(finding: Values) -> list[object]:
    """Return what a reader sees of a finding: words, and numbers as they are counted."""
    measured = [finding["indicator"], *finding["indicators"], *finding["shown"]]
    counts = [item[name] for item in measured for name in ("numerator", "denominator")]
    return [
        finding["verdict"], finding["confidence"], finding["source_mix"], finding["absences"],
        *(check["words"] for check in finding["confidence_checks"]),
        *(part["verdict"] for part in finding["indicators"]),
        *(count for count in counts if count is None or float(count).is_integer()),
        len(finding["supporting"]), len(finding["contradicting"]),
    ]  # fmt: skip


def announced(found: Outlook | Effect) -> set[int]:
    numbers = (name.split(".")[0].split(", ") for name, _, _ in changes(found))
    return {int(number) for told in numbers for number in told}


@pytest.mark.parametrize(
    ("name", "is_apart"), [*((name, False) for name in FILES), ("mixed", True)]
)
def test_what_is_told_before_is_read_after(
    own_store: Store, own: Settings, question: Question, name: str, is_apart: bool
) -> None:
    checked = checked_file(own_store, own, FILES[name])
    choices = Choices(decisions=Decisions("apart" if is_apart else "link"))
    before = read(own_store, question)
    found = outlook(own_store, checked, choices, question)
    assert found.as_json()["summary"]["before"] == before[0]
    assert [item.action for item in own_store.history()] == ["seed"], "telling writes nothing"
    assert [item.as_json() for item in found.before.outcomes] == before[1]
    ahead, findings = told(found), findings_of(own_store, question)
    done = confirm(own_store, checked, "tester", choices)
    assert done is not None
    assert ahead == read(own_store, question)
    after = findings_of(own_store, question)
    assert moved(findings, after) <= announced(found), "nothing moves unannounced"
    own_store.undo(done.commit_id)
    assert findings_of(own_store, question) == findings
    assert read(own_store, question) == before


def test_what_a_list_hides_is_told_and_read_after(
    run: Run, own_store: Store, own: Settings, question: Question, tmp_path: Path
) -> None:
    ids = ["UCDP:259081", "UCDP:259080", "PUBLIC:2018-06-17-shepherds-afp"]
    file = tmp_path / "list.csv"
    file.write_text("\n".join(["incident_id,reason", *(f"{name},x" for name in ids)]), "utf-8")
    found = read_retractions(own_store, own, file.read_bytes(), file.name)
    effect = recording(own_store, records(found), question)
    before = findings_of(own_store, question)
    said = run("import", file, "--dry-run", data=own.data_dir).out
    by_name = run("retract", *ids, "--reason", "x", "--dry-run", data=own.data_dir).out
    assert [item.action for item in own_store.history()] == ["seed"], "telling writes nothing"
    assert hide_list(own_store, Person("tester"), found, Hiding())
    after = findings_of(own_store, question)
    assert effect.after.summary.as_json() == queries.summary(own_store, question.chosen).as_json()
    assert [item.as_json()["verdict"] for item in effect.after.outcomes] == [
        item["verdict"] for item in after
    ]
    assert 2 in moved(before, after) <= announced(effect)
    for line in (
        "1\u00a0verdict of 5 changes (as of 31\u00a0Dec\u00a02018)",
        "  2. The attack was placed in the wrong province: partly supported · Place 33",
        "  2. Reports: no independent account of 3 names Kirkuk. Not enough data. → no independent",
    ):
        assert line in said
        assert line in by_name


@pytest.mark.parametrize("name", ["UCDP:259080", "PUBLIC:2018-06-17-injana-kurdistan24"])
def test_no_row_takes_the_place_of_a_shipped_incident(
    own_store: Store, own: Settings, question: Question, name: str
) -> None:
    checked = checked_file(own_store, own, [killing(1, incident_id=name), killing(2)])
    (problem,) = checked.report.errors
    assert (problem.line, problem.value) == (2, name)
    source = name.split(":", maxsplit=1)[0]
    assert problem.rule == f"the id is that of a shipped incident of {source}"
    assert problem.remedy.endswith(f"stays as it is: MYLIST:{name}.")
    report = checked.report
    assert (report.accepted_rows, report.rejected_rows, checked.written) == (1, 1, 1)
    before = read(own_store, question)[1]
    confirm(own_store, checked, "tester", Choices(only_good=True))
    assert read(own_store, question)[1] == before


def test_a_verdict_that_flips_is_said(store: Store, shipped: Settings, question: Question) -> None:
    found = outlook(store, checked_file(store, shipped, many_of_the_series()), Choices(), question)
    assert "105 → 285 incidents by UCDP" in figures_text(found)
    assert verdicts_text(found).startswith(
        "3\u00a0verdicts of 5 change (as of 31\u00a0Dec\u00a02018); of 2\u00a0other conclusions"
    )
    third = next(row for row in changes(found) if row[0].startswith("3. "))
    assert third[1].startswith("not supported · Kirkuk 54")
    assert third[2].startswith("undecided · Kirkuk 55")
    assert added_text(found) == "180\u00a0new incidents, in Apr\u00a02018."


def others(found: Standing) -> int:
    """Count the incidents that no series tells."""
    return found.summary.beside["others"].incidents


def test_a_second_account_adds_no_incident_where_it_is_linked(
    store: Store, shipped: Settings, question: Question
) -> None:
    checked = checked_file(store, shipped, [FAMILY])
    undecided = outlook(store, checked, Choices(), question)
    assert others(undecided.after) == others(undecided.before) + 1
    assert undecided.after.summary.incidents == undecided.before.summary.incidents
    assert undecided.is_fixed
    linked = outlook(store, checked, LINKED, question)
    assert linked.after.summary.incidents == linked.before.summary.incidents
    assert others(linked.after) == others(linked.before)
    assert added_text(linked) == "1\u00a0more account of a known incident, in Jun\u00a02018."
    assert "no figure changes" in figures_text(linked)
    apart = outlook(store, checked, Choices(decisions=Decisions("apart")), question)
    assert others(apart.after) == others(apart.before) + 1
    assert apart.total("new") == 1


def test_a_link_to_the_reports_incident_says_what_it_changes_and_moves_no_place(
    own_store: Store, own: Settings, question: Question
) -> None:
    # Exact, and further away from Kirkuk than the account that decides the place.
    checked = checked_file(own_store, own, [injana(latitude=34.2, longitude=44.55)])
    assert (checked.matched, checked.weak, checked.of_series) == (0, 1, 0)
    decided = Choices(decisions=Decisions(single=(("MYLIST:70", "link"),)))
    linked = outlook(own_store, checked, decided, question)
    assert not linked.is_fixed
    assert "of 1\u00a0conclusion a number or the confidence does" in verdicts_text(linked)
    assert [row for row in changes(linked) if row[0].startswith("2. ")] == [
        (
            "2. Reports",
            "no independent account of 3 names Kirkuk. Not enough data.",
            "no independent account of 4 names Kirkuk. Not enough data.",
        )
    ]
    assert added_text(linked).startswith("1\u00a0more account of a known incident")
    assert "lies outside the current filter" in figures_text(linked)
    confirm(own_store, checked, "tester", decided)
    assert question.report is not None
    second = evaluate(own_store, question.report, question.as_of)[1]
    assert (second.parts[0].sentence, second.verdict) == (
        "Place: 33\u00a0km outside Kirkuk, give or take 10\u00a0km.",
        "partly supported",
    )


def test_an_invented_row_moves_no_verdict(
    own_store: Store, own: Settings, question: Question
) -> None:
    row = injana(event_type="Battles", actor1="Government of Iraq", actor2="IS", date_precision=1)
    before = read(own_store, question)[1]
    checked = checked_file(own_store, own, [row])
    assert checked.matched == 0, "other sides: at most a weak match"
    for choices in (Choices(), LINKED):
        found = outlook(own_store, checked, choices, question)
        assert found.is_fixed
        assert (
            "No verdict changes (as of 31\u00a0Dec\u00a02018): no row comes from UCDP"
            in verdicts_text(found)
        )
    confirm(own_store, checked, "tester")
    assert read(own_store, question)[1] == before


def test_an_update_is_told_and_read_after(
    own_store: Store, own: Settings, question: Question
) -> None:
    confirm(own_store, checked_file(own_store, own, [killing(1), killing(2)]), "tester")
    rows = [killing(1, fatalities_best=9), killing(2), killing(3, event_date="2018-07-02")]
    checked = checked_file(own_store, own, rows)
    found = outlook(own_store, checked, Choices(), question)
    assert found.as_json()["by_month"] == [
        {"month": "2018-06", "new": 0, "joined": 0, "updated": 1},
        {"month": "2018-07", "new": 1, "joined": 0, "updated": 0},
    ]
    assert added_text(found) == (
        "1\u00a0new incident and 1\u00a0update, Jun\u00a02018 to Jul\u00a02018."
    )
    before, after = found.before.summary, found.after.summary
    was, now = (each.beside["others"].fatalities.best or 0 for each in (before, after))
    assert (after.fatalities_best, now) == (before.fatalities_best, was + 8 + 1)
    ahead = told(found)
    confirm(own_store, checked, "tester")
    assert ahead == read(own_store, question)


def test_what_is_badly_known_is_said(store: Store, shipped: Settings, question: Question) -> None:
    rows = [
        killing(1, geo_precision=4, latitude="", longitude="", location=""),
        killing(2, date_precision=4),
        killing(3, date_precision=1),
    ]
    rows[0] |= {"date_precision": 5}
    checked = checked_file(store, shipped, [{"date_precision": "", **row} for row in rows])
    found = outlook(store, checked, Choices(decisions=Decisions("apart")), question)
    assert (found.unplaced, found.undated) == (1, 2)
    assert added_text(found).endswith(
        "1 cannot be shown on the map. 2 with no exact date, only the month."
    )


def test_rows_outside_the_filter_are_said_to_be_there(
    store: Store, shipped: Settings, question: Question
) -> None:
    checked = checked_file(store, shipped, [killing(1, event_date="1999-01-01")])
    said = figures_text(outlook(store, checked, Choices(), question))
    assert "no figure changes (105\u00a0incidents by UCDP, " in said
    assert said.endswith("What the file adds lies outside the current filter.")


def test_a_file_that_was_undone_comes_back_as_told(
    own_store: Store, own: Settings, question: Question
) -> None:
    first = confirm(own_store, checked_file(own_store, own, [killing(1)]), "tester")
    assert first is not None
    own_store.undo(first.commit_id)
    checked = checked_file(own_store, own, [killing(1)])
    found = outlook(own_store, checked, Choices(), question)
    assert found.total("new") == 1
    ahead = told(found)
    confirm(own_store, checked, "tester")
    assert ahead == read(own_store, question)


def test_a_file_of_retracted_rows_brings_nothing_and_says_so(
    own_store: Store, own: Settings, question: Question
) -> None:
    confirm(own_store, checked_file(own_store, own, [killing(1)]), "tester")
    own_store.retract(["MYLIST:1"], "not ours")
    checked = checked_file(own_store, own, [killing(1)])
    found = outlook(own_store, checked, Choices(), question)
    ahead = told(found)
    confirm(own_store, checked, "tester")
    assert ahead == read(own_store, question)
    is_hidden = own_store.read("SELECT 1 FROM accounts WHERE incident_id = 'MYLIST:1'").empty
    assert ("Nothing is added" in added_text(found)) == is_hidden


def listed(folder: Path) -> list[tuple[str, int, int]]:
    return sorted(
        (str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in folder.rglob("*")
    )


def test_imagining_writes_nothing(own_store: Store, own: Settings, question: Question) -> None:
    checked = checked_file(own_store, own, FILES["mixed"])
    version, files = own_store.version, listed(own.data_dir)
    outlook(own_store, checked, Choices(), question)
    assert (own_store.version, listed(own.data_dir)) == (version, files)
    assert [item.action for item in own_store.history()] == ["seed"]
    assert own_store.verify() == []


def test_an_imagined_store_takes_what_a_commit_takes(tiny_store: Store) -> None:
    records = account("TEST:1", notes="only a thought")
    everywhere = IncidentFilter(provinces=())
    with tiny_store.imagine(records) as then:
        ahead = queries.list_incidents(then, everywhere)
        assert queries.added(then, everywhere, then.commit_id)["incident_id"].tolist() == ["TEST:1"]
        assert then.version == tiny_store.version
    assert "TEST:1" not in set(queries.list_incidents(tiny_store, everywhere)["incident_id"])
    tiny_store.commit(records, imported())
    marks = ["commit_id", "recorded_at", "recorded_by"]
    after = queries.list_incidents(tiny_store, everywhere)
    pd.testing.assert_frame_equal(ahead.drop(columns=marks), after.drop(columns=marks))


def test_nothing_is_imagined_on_a_damaged_store(tiny_store: Store) -> None:
    commit = tiny_store.commit(account("TEST:1"), imported())
    path = next(path for path in tiny_store.files() if commit.commit_id in path.name)
    path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(StoreError, match="Nothing was saved"):
        tiny_store.imagine(account("TEST:2"))


def test_without_a_report_no_verdict_is_told(store: Store, shipped: Settings) -> None:
    chosen = queries.options(store).default_filter()
    question = Question(chosen, None, queries.options(store).series_last)
    checked = checked_file(store, shipped, [of_the_series(1)])
    found = outlook(store, checked, Choices(), question, standing(store, question))
    assert found.after.summary.incidents == found.before.summary.incidents + 1
    assert (found.as_json()["verdicts"], verdicts_text(found)) == ([], "")


def test_a_dry_run_tells_what_the_import_brings(
    run: Run, lent: Path, own: Settings, tmp_path: Path
) -> None:
    data, file = own.data_dir, tmp_path / "rows.csv"
    file.write_text(csv_text(FILES["mixed"]), encoding="utf-8")
    link = ("--matches", "link")
    ahead = run("import", file, *link, "--dry-run", "--json", data=lent).json["outlook"]
    said = run("import", file, *link, "--dry-run", data=lent).out
    # Two rows of the file are of one incident, a third is of one that is here.
    assert (
        "2\u00a0new incidents and 2\u00a0more accounts of known incidents, in Jun\u00a02018."
        in said
    )
    assert "105 → 106 incidents by UCDP, " in said
    assert "told only by others 7 → 8" in said
    assert (
        "1\u00a0verdict of 5 changes (as of 31\u00a0Dec\u00a02018); of 3\u00a0other conclusions"
        in said
    )
    assert "  3. Confidence, incidents: 2\u00a0incidents on the smaller side" in said
    run("import", file, *link, data=data)
    summary = run("summary", "--json", data=data).json
    assert ahead["summary"]["after"] == {name: summary[name] for name in ahead["summary"]["after"]}
    found = run("findings", "--json", data=data).json
    assert [item["finding"] for item in ahead["verdicts"]] == [item["number"] for item in found]
    for item, real in zip(ahead["verdicts"], found, strict=True):
        assert item["after"] == {name: real[name] for name in item["after"]}
    again = run("import", file, "--dry-run", "--json", data=data).json["outlook"]
    assert again["summary"]["before"] == again["summary"]["after"]
    assert again["by_month"] == []


def test_a_refused_dry_run_tells_of_no_change(run: Run, lent: Path, tmp_path: Path) -> None:
    file = tmp_path / "rows.csv"
    file.write_text(csv_text([killing(1), killing(2, event_date="2018-02-30")]), encoding="utf-8")
    refused = run("import", file, "--dry-run", "--json", data=lent)
    assert (refused.code, refused.json["outlook"]) == (1, None)
    good = run("import", file, "--dry-run", "--take-good-rows", "--json", data=lent).json
    assert good["outlook"]["by_month"] == [
        {"month": "2018-06", "new": 1, "joined": 0, "updated": 0}
    ]


def test_a_dry_run_lists_the_newest_months(run: Run, lent: Path, tmp_path: Path) -> None:
    basra = {"admin1": "Basra", "location": "Basra", "latitude": 30.5, "longitude": 47.8}
    rows = [
        killing(n, event_date=f"{2015 + n // 12}-{1 + n % 12:02}-03", **basra) for n in range(26)
    ]
    file = tmp_path / "rows.csv"
    file.write_text(csv_text([*rows, rows[2] | {"incident_id": "MYLIST:99"}]), encoding="utf-8")
    said = run("import", file, "--dry-run", data=lent).out
    assert "Jan\u00a02015 to Feb\u00a02017, most in Mar\u00a02015 (2)." in said
    assert "  2 earlier months; --json lists all\n  Mar\u00a02015: 2\u00a0new incidents\n" in said
    assert "  Feb\u00a02017: 1\u00a0new incident\n" in said
    assert "  Feb\u00a02015" not in said
