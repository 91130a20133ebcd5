"""Rivals are data, read strictly: a fault names file, line, place and remedy; the rest works."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from corridor.findings import load_report, load_reports
from corridor.packs import PackError
from corridor.settings import SHIPPED

SLUG = "is-there-a-return-of-isis-2018"
FILE = SHIPPED / "reports" / SLUG / "report.toml"
ARTEFACT = 'artefact = { right = "C", wrong = "I" }'
OWN_INCIDENT = """
[[evidence]]
slug = "one"
label = "One"
indicator = "place_distance"
words = "distance"
claim = 2.0
denial = -2.0
incident = "UCDP:999999999"
admin1 = "Kirkuk"
because = "It is told."
[evidence.ratings]
return = { right = "C", wrong = "I" }
insurgency = { right = "C", wrong = "I" }
artefact = { right = "C", wrong = "I" }
"""


def refused(tmp_path: Path, text: str) -> str:
    shutil.copytree(FILE.parent.parent / "upper-euphrates-2018", tmp_path / "upper-euphrates-2018")
    file = tmp_path / SLUG / "report.toml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    with pytest.raises(PackError) as caught:
        load_report(file.parent)
    found = load_reports(tmp_path)
    assert (list(found.usable), list(found.refused)) == (["upper-euphrates-2018"], [SLUG])
    assert str(found.refused[SLUG]) == str(caught.value)
    return str(caught.value)


def line_of(text: str, what: str) -> int:
    return text[: text.index(what)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "at", "words"),
    [
        (ARTEFACT + "\n", "", "[evidence.ratings]", "no rating for the rival “artefact”. Add art"),
        (ARTEFACT, ARTEFACT.replace("artefact", "artifact"), "[evidence.ratings]", "“artefact”"),
        (ARTEFACT, ARTEFACT + '\nother = { right = "C", wrong = "I" }', "other =",
         "unknown key “other”"),
        (ARTEFACT, ARTEFACT.replace('"I"', '"III"'), ARTEFACT.replace('"I"', '"III"'),
         "“wrong” is 'III'; known: C, CC, I, II, N"),
        (ARTEFACT, 'artefact = { right = "C" }', 'artefact = { right = "C" }',
         "“wrong” is missing"),
        ('finding = "old-level"\npart = "iraq"', 'finding = "old-leve"\npart = "iraq"',
         'finding = "old-leve"', "“finding” is 'old-leve'; known: "),
        ('finding = "old-level"\npart = "iraq"', 'finding = "old-level"\npart = "iran"',
         'part = "iran"', "“part” is 'iran'; known: corridor, iraq. Perhaps “iraq”"),
        ('slug = "corridor"\nlabel = "Attacks', 'slug = "all-iraq"\nlabel = "Attacks',
         'slug = "all-iraq"\nlabel = "Attacks in the', "“slug” is all-iraq, as further up"),
        ('slug = "insurgency"', 'slug = "return"', 'slug = "return"\nshort = "Ins',
         "“slug” is return, as further up"),
    ],
)  # fmt: skip
def test_faults_name_file_line_and_remedy(
    tmp_path: Path, old: str, new: str, at: str, words: str
) -> None:
    whole = FILE.read_text("utf-8")
    assert old in whole
    text = whole.replace(old, new, 1)
    said = refused(tmp_path, text)
    assert words in said
    assert f"report.toml, line {line_of(text, at)}: " in said


def test_evidence_needs_rivals_and_an_incident_has_to_be_cited(tmp_path: Path) -> None:
    whole = FILE.read_text("utf-8")
    first, last = whole.index("[[rival]]"), whole.index("[[evidence]]")
    said = refused(tmp_path / "a", whole[:first] + whole[last:])
    assert "evidence is rated against rivals, and there are none. State two or more" in said
    said = refused(tmp_path / "b", whole + OWN_INCIDENT)
    assert "UCDP:999999999, which no finding of this report cites" in said
    line = line_of(whole + OWN_INCIDENT, 'incident = "UCDP:999999999"')
    assert f"report.toml, line {line}: " in said
    alone = whole[: whole.index("[[rival]]", first + 1)]
    assert "“rival” has one entry; at least 2" in refused(tmp_path / "c", alone)


def test_a_report_without_rivals_is_a_report(tmp_path: Path) -> None:
    whole = FILE.read_text("utf-8")
    (tmp_path / SLUG).mkdir()
    (tmp_path / SLUG / "report.toml").write_text(whole[: whole.index("[[rival]]")], "utf-8")
    assert load_report(tmp_path / SLUG).rivals == ()
