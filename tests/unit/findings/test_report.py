"""A report file is data: read strictly, and a second one needs no code."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corridor import settings as settings_module
from corridor.findings import list_reports, load_report, load_reports
from corridor.packs import PackError

SLUG = "is-there-a-return-of-isis-2018"
SMALL = """
title = "A second report"
publisher = "Somebody"
date = 2018-12-01
question = "Does it load?"
[rules.isis]
actor = ["IS"]
[source_mix]
label = "Iraq"
rule = "isis"
[[finding]]
number = 1
slug = "one"
title = "One"
statement = "Something holds."
paragraph = "More words."
counted = { rule = "isis", admin1 = ["Kirkuk"] }
supports = { rule = "isis", near_road = { roads = ["Kirkuk–Baghdad road"], km = 5 } }
contradicts = { not = { near_road = { km = 5 } } }
[[finding.part]]
slug = "kirkuk"
label = "Kirkuk"
indicator = "days_share"
words = "share of days"
claim = 0.5
denial = 0.1
population = { rule = "isis", admin1 = ["Kirkuk"] }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "second").mkdir()
    (tmp_path / "second" / "report.toml").write_text(SMALL, encoding="utf-8")
    return tmp_path


def broken(folder: Path, old: str, new: str) -> str:
    file = folder / "second" / "report.toml"
    assert old in SMALL
    file.write_text(SMALL.replace(old, new), encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_report(folder / "second")
    assert str(file) in str(caught.value)
    return str(caught.value)


def test_shipped_report_says_what_it_tests() -> None:
    report = load_report(settings_module.load().reports_dir / SLUG)
    assert report.date.isoformat() == "2018-06-30"
    assert "no day" in report.date_note
    assert [item.number for item in report.findings] == [1, 2, 3, 4, 5]
    for item in report.findings:
        assert item.not_tested
        assert item.changes_verdict
        assert item.cited
        assert len(item.title) <= 55


def test_a_second_report_is_a_folder(folder: Path) -> None:
    shutil.copytree(settings_module.load().reports_dir / SLUG, folder / SLUG)
    assert list_reports(folder) == [SLUG, "second"]
    assert load_reports(folder).usable["second"].findings[0].parts[0].claim == 0.5
    assert load_reports(folder).usable["second"].answer == "one"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('publisher = "Somebody"', 'publisher = "S"\neditor = "E"', "report: unknown key “editor”"),
        ("claim = 0.5", "colour = 1\nclaim = 0.5", "finding 1 › part 1: unknown key “colour”"),
        ("near_road = { km = 5 }", "near_rail = { km = 5 }", "unknown key “near_rail” (known:"),
        ("near_road = { km = 5 }", "near_road = { miles = 5 }", "“km” is missing"),
        ("near_road = { km = 5 }", "near_road = { km = 5, m = 1 }", "unknown key “m”"),
        ('indicator = "days_share"', 'indicator = "mood"', "“indicator” is 'mood'; known:"),
        ('counted = { rule = "isis"', 'counted = { rule = "is"', "which is not defined before it"),
        ("question =", 'answer = "two"\nquestion =', "“answer” is 'two'"),
        ("claim = 0.5", "claim = 0.05", "must be above “denial”"),
        ("claim = 0.5", 'claim = "much"', "“claim” must be a number, not 'much'"),
        ("number = 1", "number = 0", "“number” must be from 1 to 30, not 0"),
        ('statement = "Something holds."', "", "“statement” is missing"),
        ("date = 2018-12-01", "date = 2018-12-", "cannot be read"),
    ],
)  # fmt: skip
def test_faults_name_file_and_place(folder: Path, old: str, new: str, words: str) -> None:
    assert words in broken(folder, old, new)


def test_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"report\.toml: cannot be read"):
        load_report(tmp_path / "nothing")
