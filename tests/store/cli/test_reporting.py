"""A report from nothing: its file is written, checked, broken and mended."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from corridor.findings import evaluate, load_report
from corridor.settings import SHIPPED, Settings
from corridor.store import Store
from tests.hostile import KINDS
from tests.store.conftest import Result, Run

SLUG = "roads-2026"
SHIPPED_REPORT = SHIPPED / "reports" / "is-there-a-return-of-isis-2018"


@pytest.fixture
def folder(run: Run, tmp_path: Path) -> Path:
    """The folder of a new report, judged at a day that the data cover."""
    done = run("report", "new", tmp_path / SLUG, "--date=2018-06-30", "--title=Roads")
    assert done.code == 0, done.err
    assert f"Wrote {tmp_path / SLUG / 'report.toml'}." in done.out
    return tmp_path / SLUG


def lines(done: Result) -> list[str]:
    """What a command printed, line by line, with blanks at which no line breaks as others."""
    return done.out.replace("\N{NO-BREAK SPACE}", " ").splitlines()


def changed(folder: Path, *changes: tuple[str, str]) -> list[str]:
    file = folder / "report.toml"
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    return text.splitlines()


def test_a_new_report_can_be_used_as_it_is(run: Run, folder: Path, store: Store) -> None:
    assert [file.name for file in folder.iterdir()] == ["report.toml"]
    [finding] = evaluate(store, load_report(folder))
    done = run("report", "check", folder)
    assert (done.code, done.err) == (0, "")
    supporting, contradicting = finding.sides
    assert finding.counted > 0
    counts = f"{finding.counted} incidents counted, {supporting} for, {contradicting} against"
    assert lines(done) == [
        "The report can be used. As of 30 Jun 2018, its finding says:",
        f"1. Attacks are back at the old level: {finding.verdict}",
        f"   {counts}",
        f"   {finding.parts[0].sentence}".replace("\N{NO-BREAK SPACE}", " "),
    ]
    told = run("report", "check", folder, "--json").json
    assert (told["report"], told["faults"], told["remarks"]) == (SLUG, [], [])
    assert told["findings"][0]["verdict"] == finding.verdict


def test_all_that_is_wrong_is_told_at_once_each_with_its_line(run: Run, folder: Path) -> None:
    text = changed(
        folder,
        ("[rules.by_actor]\n", "[rules.by_actor]\ncolour = 1\n"),
        ("denial = 0.5\n", "denial = 0.9\n"),
    )
    done = run("report", "check", folder)
    assert done.code == 1
    first, second, last = lines(done)
    assert f"line {text.index('colour = 1') + 1}: report › rules › by_actor: unknown key" in first
    assert f"line {text.index('claim = 0.8') + 1}: finding 1 › part 1: “claim” (0.8)" in second
    assert last == "These 2 things keep the report from being used."
    assert run("report", "check", folder, "--json").json["faults"] == [first, second]


def test_an_account_that_is_not_there_is_told_with_its_line(run: Run, folder: Path) -> None:
    new = 'cited = [\n    "UCDP:259081",\n    "UCDP:nowhere",\n]'
    text = changed(folder, ('# cited = ["UCDP:259081"]', new))
    done = run("report", "check", folder)
    assert done.code == 1
    told = lines(done)[0]
    line = text.index('    "UCDP:nowhere",') + 1
    assert (
        f"report.toml, line {line}: report › finding 1: “cited” names 'UCDP:nowhere', which no"
        in told
    )
    assert "259081" not in done.out
    changed(folder, ('    "UCDP:nowhere",\n', ""))
    assert run("report", "check", folder).code == 0


def test_what_may_not_be_meant_is_remarked(run: Run, folder: Path) -> None:
    changed(
        folder,
        ("[[finding]]", ('[rules.idle]\nactor = ["IS"]\n[rules.none]\nevent_type = ["Riots"]\n'
         'admin2 = ["Rutba"]\n\n[[finding]]')),
        ('contradicts = { rule = "against_actor" }', 'contradicts = { rule = "in_region" }'),
        ('supports = { rule = "by_actor" }', ('supports = { all_of = [{ rule = "by_actor" }, '
         '{ not = { rule = "none" } }] }')),
    )  # fmt: skip
    done = run("report", "check", folder)
    assert done.code == 0
    remarks = [line for line in lines(done) if line.startswith("Remark")]
    supporting = run("report", "check", folder, "--json").json["findings"][0]["supporting"]
    assert remarks == [
        "Remark: the rule “against_actor” is used by nothing.",
        "Remark: the rule “idle” is used by nothing.",
        "Remark: the rule “none” keeps no incident of UCDP on any day.",
        f"Remark: finding 1: {len(supporting)} incidents are both for and against it.",
    ]


def test_a_day_without_data_is_remarked(run: Run, folder: Path) -> None:
    changed(folder, ("date = 2018-06-30", "date = 2050-01-01"))
    done = run("report", "check", folder)
    assert done.code == 0
    assert "Remark: the data cover too little of the year up to 1" in done.out


def test_what_is_there_is_never_written_over(run: Run, folder: Path) -> None:
    before = (folder / "report.toml").read_bytes()
    done = run("report", "new", folder)
    assert done.code == 1
    assert "is there already. Edit it, or name another folder." in done.err
    assert (folder / "report.toml").read_bytes() == before


def test_what_cannot_be_used_is_not_written(run: Run, tmp_path: Path) -> None:
    for name, option, why in (
        ("New", "--title=A", "is named by 1 to 64 small letters"),
        ("new", f"--title={'x' * 200}", "report: “title” holds a text of 200 signs"),
        ("new", "--region=nowhere", "nowhere"),
    ):
        done = run("report", "new", tmp_path / name, option)
        assert done.code == 1
        assert why in done.err
        assert not list(tmp_path.rglob("report.toml"))
    checked = run("report", "check", SHIPPED_REPORT, "--title=A")
    assert (checked.code, "--title is for “report new”" in checked.err) == (1, True)


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_typed_is_a_text_of_the_file(run: Run, tmp_path: Path, kind: str) -> None:
    text = KINDS[kind][0]
    done = run("report", "new", tmp_path / SLUG, f"--question={text}", f"--publisher={text}")
    if done.code == 0:
        read = tomllib.loads((tmp_path / SLUG / "report.toml").read_text(encoding="utf-8"))
        assert (read["question"], read["publisher"]) == (text, text)
    else:
        assert "this report could not be used: report: “" in done.err
        assert not list(tmp_path.rglob("report.toml"))


def test_where_a_new_report_is_read_from_is_said(run: Run, tmp_path: Path, tiny: Settings) -> None:
    away = run("report", "new", tmp_path / "away", data=tiny.data_dir)
    assert f"read the reports in {SHIPPED / 'reports'}: put the folder there" in away.out
    own = tiny.data_dir / "reports"
    first = run("report", "new", own / "first", data=tiny.data_dir)
    assert f"The reports in {own} now stand in place of the shipped ones." in first.out
    assert [item["slug"] for item in run("reports", "--json", data=tiny.data_dir).json] == ["first"]
    assert len(run("report", "new", own / "second", data=tiny.data_dir).out.splitlines()) == 1


def test_the_shipped_reports_pass(run: Run, tiny: Settings) -> None:
    del tiny  # the store as it is shipped has what they cite
    for folder in sorted((SHIPPED / "reports").iterdir()):
        assert run("report", "check", folder).code == 0, folder.name
