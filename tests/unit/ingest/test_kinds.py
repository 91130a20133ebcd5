"""More files of the kinds that people hand in, each decided before it was tried; all invented."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pandas as pd
import pytest

from corridor.ingest import IngestReport, read_upload
from corridor.ingest.checks.coordinates import parse_degrees, parse_point
from corridor.ingest.checks.dates import DateFault, parse_date
from corridor.ingest.files.workbook import errors_shown
from corridor.ingest.model.mapping import ColumnMap
from corridor.ingest.review.first_mapping import look, suggest
from corridor.settings import Settings
from tests import workbooks

TODAY = date(2026, 1, 1)
HEAD = "incident_id,source,event_date,event_type"
TABLE = f"{HEAD},notes\nL:1,L,2024-03-05,Battles,one\nL:2,L,2024-03-05,Battles,two"


def read(data: str | bytes, **said: Any) -> IngestReport:
    found = data.encode() if isinstance(data, str) else data
    return read_upload(found, "own.csv", today=TODAY, **said)


def column(name: str, cells: Iterable[str]) -> IngestReport:
    """Read a file with one more column, whose cells are these."""
    quoted = ['"' + cell.replace('"', '""') + '"' for cell in cells]
    rows = [f"L:{at},L,2024-03-05,Battles,{cell}" for at, cell in enumerate(quoted)]
    return read("\n".join([f"{HEAD},{name}", *rows]))


def told(report: IngestReport, part: str) -> str:
    (note,) = [note for note in report.notes if part in note]
    return note


# How a file holds its table.


@pytest.mark.parametrize(
    "data",
    [
        f'"{TABLE}"', f'"{TABLE}"\r\n', f'"{TABLE}\n"', f'\ufeff"{TABLE}"'.encode(),
        f'"{TABLE}"'.replace("\n", "\r\n"),
        f'"{TABLE}"'.replace(",", ";"), f'"{TABLE}"'.encode("utf-16"),
    ],
)  # fmt: skip
def test_a_whole_file_in_one_pair_of_quotation_marks_is_read(data: str | bytes) -> None:
    report = read(data)
    assert report.refused is None, report.refused
    assert report.accounts["row_number"].tolist() == [2, 3]
    assert report.accounts["notes"].tolist() == ["one", "two"]
    assert told(report, "quotation marks").startswith("The whole file stands inside one pair")


def test_marks_inside_the_one_pair_are_cells_of_their_own() -> None:
    report = read('"' + TABLE.replace("two", '""two, three""') + '"')
    assert report.accounts["notes"].tolist() == ["one", "two, three"]


def test_a_file_of_quoted_cells_stands_in_no_pair() -> None:
    cells = '"' + TABLE.replace(",", '","').replace("\n", '"\n"') + '"'
    report = read(cells)
    assert (report.accepted_rows, report.notes[0][:6]) == (2, "2 rows")


def nameless(*cells: str) -> str:
    rows = [f"L:{at},L,{cell},2024-03-05,Battles" for at, cell in enumerate(cells)]
    return "\n".join([HEAD.replace("source,", "source,,"), *rows])


def test_an_empty_column_without_a_name_is_left_out() -> None:
    report = read(nameless("", " "))
    assert (report.accepted_rows, report.problems) == (2, ())
    assert told(report, "Ignored") == "Ignored: column 3, which has no name and is empty."
    rows = [
        workbooks.texts(2, ["", *HEAD.split(",")[:2], "", *HEAD.split(",")[2:]]),
        workbooks.texts(5, ["", "L:1", "L", "", "2024-03-05", "Battles"]),
    ]
    assert read(workbooks.workbook(*rows)).accounts["row_number"].tolist() == [5]


@pytest.mark.parametrize(("first", "later"), [("", "remark"), ("7", "remark")])
def test_text_further_down_in_a_column_without_a_name_is_not_lost(first: str, later: str) -> None:
    above = [first and str(at) for at in range(40)]
    refused = read(nameless(*above, later)).refused or ""
    assert refused.startswith("The row on line 42 has text in column 3, which has no name.")
    assert "in the first line or empty the cell" in refused


KINDS = {
    b"GIF89a\x01\x00\x01\x00": "a picture", b"RIFF\x10\x00\x00\x00WEBPVP8 ": "a picture or a film",
    b"BZh91AY&SY\x00": "a packed file (bzip2)", b"\xfd7zXZ\x00\x00": "a packed file (xz)",
    b"7z\xbc\xaf\x27\x1c\x00": "a packed archive (7z)", b"Rar!\x1a\x07\x01\x00": "a packed archive",
    b"\x28\xb5\x2f\xfd\x00": "a packed file (zstd)", b"PAR1\x15\x04": "a Parquet file",
    b"\x89PNG\r\n\x1a\n": "a picture",
    workbooks.archive({"word/document.xml": "<a/>"}): "a text document (DOCX)",
    workbooks.archive({"a.csv": TABLE}): "a ZIP archive, not a table. Unpack it",
}  # fmt: skip


@pytest.mark.parametrize(("data", "kind"), KINDS.items(), ids=KINDS.values())
def test_a_file_of_another_kind_is_called_by_its_name(data: bytes, kind: str) -> None:
    assert (read(data).refused or "").startswith(f"The file is {kind}")


def test_cells_that_show_an_error_are_told() -> None:
    shown = ['<c r="E2" t="e"><v>#REF!</v></c>', '<c r="E3" t="e"><f>A1/0</f><v>#DIV/0!</v></c>']
    rows = [
        workbooks.texts(at, [f"L:{at}", "L", "2024-03-05", "Battles"]).replace(
            "</row>", f"{cell}</row>"
        )
        for at, cell in enumerate(shown, 2)
    ]
    names = workbooks.texts(1, [*HEAD.split(","), "fatalities_best"])
    report = read(workbooks.workbook(names, *rows))
    assert report.accounts["fatalities_best"].isna().all()
    assert told(report, "#REF!") == (
        "2 cells with an error in place of a result (#DIV/0!, #REF!): read as empty."
    )


def test_a_long_tag_of_a_sheet_is_not_searched_again_for_each_of_its_letters() -> None:
    """Ends at once; searched again and again it would take hours."""
    tag = b"<c x='" + b' t="e"' * 2_000_000 + b"'>#REF!</c>"
    shown = b'<c r="A2" t="e"><v>#REF!</v></c>'
    parts = {
        "xl/workbook.xml": b'<sheet name="A" r:id="r1"/>',
        "xl/_rels/workbook.xml.rels": b'<Relationship Id="r1" Target="a.xml"/>',
        "xl/a.xml": b"<row>" + tag + shown + b"</row>",
    }
    assert errors_shown(parts, 0) == {"#REF!": 1}


# Countries.


@pytest.mark.parametrize(
    "name",
    ["Kurdistan", "Federal Iraq", "Iraq/Syria", "Iraq, Syria", "Syria-Iraq border", "Iraqi",
     "سوريا والعراق", "Irak / Syrien"],
)  # fmt: skip
def test_a_name_that_may_be_of_iraq_is_asked_and_never_left_out(name: str) -> None:
    report = column("country", [name])
    assert (report.left_out, [it.value for it in report.errors]) == (0, [name])
    assert report.errors[0].remedy.startswith("Write Iraq, or delete the row")


def test_the_kurdistan_region_is_iraq_and_an_unknown_country_no_other() -> None:
    names = [
        "Iraq (Kurdistan)",
        "Kurdistan Region of Iraq",
        "إقليم كردستان العراق",
        "Iraqi Kurdistan",
    ]
    report = column("country", [*names, "unknown", "Jordan", "Iran"])
    assert (report.accepted_rows, report.left_out) == (4, 2)
    assert set(report.accounts["country"]) == {"Iraq"}
    assert [it.value for it in report.errors] == ["unknown"]


# Numbers and days.

UNKNOWN = [
    "؟",
    "?",
    "NA",
    "n.a.",
    "unknown",
    "-",
    "—",
    "n.d.",
    "not applicable",
    "غير متاح",
    "نادیار",
]
ASKED = ["~10", "dozens", "ca. 10", "10?", "3 killed", "5 or so", "none", "nil", "لا يوجد", "+5"]


def test_unknown_is_unknown_and_what_has_no_one_meaning_is_asked() -> None:
    report = column("fatalities_best", [*UNKNOWN, *ASKED, "1 000", "1'000", "1,000", "٣ - ٥"])
    assert [it.value for it in report.errors] == [*ASKED, "1 000", "1'000", "1,000"]
    assert {it.rule for it in report.errors[-3:]} == {"thousands or decimals"}
    assert {it.remedy for it in report.errors[-3:]} == {"Write 1000 or 1."}
    assert report.accounts["fatalities_best"].isna().all()
    assert report.accounts["fatalities_low"].dropna().tolist() == [3]


@pytest.mark.parametrize(
    "text",
    ["Tue, 5 Mar 2024", "Tuesday 5 March 2024", "الثلاثاء، ٥ آذار ٢٠٢٤", "الثلاثاء 5/مارس/2024",
     "5 ئازار 2024", "٥ی ئازاری ٢٠٢٤", "2024-03-05 23:59:59.999 UTC+3", "45356.99",
     "Sat 2024/03/05"],
)  # fmt: skip
def test_a_day_with_one_meaning_is_read(text: str) -> None:
    assert parse_date(text, TODAY) == date(2024, 3, 5)


def test_kurdish_months() -> None:
    months = ["شوبات", "نیسان", "حوزەیران", "تەمووز", "ئاب", "ئەیلوول", "تشرینی یەکەم"]
    found = [parse_date(f"1 {name} 2020", TODAY) for name in months]
    assert found == [date(2020, month, 1) for month in (2, 4, 6, 7, 8, 9, 10)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        *((text, "no day is given") for text in ("2024-W10", "2024W10", "2024-03", "03/2024",
                                                 "2024", "March 2024", "آذار 2024", "2024 Mar")),
        *((text, "not a date") for text in ("2024-W10-2", "5-6 March 2024", "1709596800", "Monday",
                                            "2024-03-05 24:00", "Mars 2024", "?")),
        ("05.03.2024 00:30 +03:00", "day and month can be read in two ways"),
        ("15/3/24", "the year has two digits"),
    ],
)  # fmt: skip
def test_what_is_no_one_day_is_asked(text: str, rule: str) -> None:
    found = parse_date(text, TODAY)
    assert isinstance(found, DateFault)
    assert found.rule == rule


# Places.


@pytest.mark.parametrize(
    "text",
    ["38s md 49767 88364", "38s  md  4976788364", "38 S MD 49767 88364",
     "POINT Z (44.4486 35.1369 210)", "POINT ZM (44.4486 35.1369 210.5 1)", "44.4486 35.1369",
     "35.1369N44.4486E", "٣٥٫١٣٦٩ شمالاً ٤٤٫٤٤٨٦ شرقاً", "35.1369 ش، 44.4486 ق",
     "٣٥°٠٨'١٢٫٨٤\" شمال ٤٤°٢٦'٥٤٫٩٦\" شرق", "35.1369 باکوور 44.4486 ڕۆژهەڵات",
     "35°08′12,84″N 44°26′54,96″E", "44,4486 35,1369", "Lat=35.1369 Lon=44.4486"],
)  # fmt: skip
def test_a_point_in_more_writings(text: str) -> None:
    assert parse_point(text) == pytest.approx((35.1369, 44.4486), abs=2e-5)


@pytest.mark.parametrize(
    "text",
    ["35,1369,44,4486", "35 08.214 44 26.916", "38S 449767 3888364", "geo:35.1369,44.4486",
     "35.1369, 44.4486, 210", "35.1369 44.4486 Daquq", "POINT (44.4486, 35.1369)"],
)  # fmt: skip
def test_no_point_is_guessed(text: str) -> None:
    assert parse_point(text) is None


def test_degrees_in_two_columns() -> None:
    cells = ["35°08′12,84″N", "٣٥°٠٨'١٢٫٨٤\" شمالاً", "35.1369 ش", "35.1369 باکوور"]
    assert [parse_degrees(cell, "latitude") for cell in cells] == pytest.approx([35.1369] * 4)
    assert parse_degrees("35.1369 ق", "latitude") is None


def test_a_bad_cell_of_both_coordinates_is_one_error() -> None:
    mapping = ColumnMap(
        (("event_date", "Day"), ("latitude", "Where"), ("longitude", "Where")),
        (("source", "L"), ("event_type", "Battles")),
    )
    report = read("Day,Where\n2024-03-05,Daquq\n2024-03-05,؟\n2024-03-05,35 44", mapping=mapping)
    assert [(it.line, it.value) for it in report.errors] == [(2, "Daquq")]
    assert [None if pd.isna(it) else it for it in report.accounts["longitude"]] == [None, 44]


# Column names in more languages.

SAID = {
    "Tarih;Olay türü;Ölü;Yaralı sayısı;İl;İlçe;Enlem;Boylam": [
        "event_date", "event_type", "fatalities_best", "wounded", "reported_admin1",
        "reported_admin2", "latitude", "longitude",
    ],
    "Date;Type d'incident;Tués;Blessés;Gouvernorat;Lieu": [
        "event_date", "event_type", "fatalities_best", "wounded", "reported_admin1", "location",
    ],
    "تاریخ;نوع حادثه;کشته;زخمی;استان;شهر": [
        "event_date", "event_type", "fatalities_best", "wounded", "reported_admin1", "location",
    ],
    "Fecha;Muertos": [],
    "date;market;commodity;price;currency": ["event_date"],
    "Families;Individuals;Date of assessment": [],
}  # fmt: skip


@pytest.mark.parametrize(("head", "ours"), SAID.items(), ids=[head[:8] for head in SAID])
def test_column_names_are_understood_or_left_to_the_person(head: str, ours: list[str]) -> None:
    names = head.split(";")
    table = look(f"{head}\n{';'.join('x' * len(names))}\n".encode(), Settings())
    assert dict(suggest(table).columns) == dict(zip(ours, names, strict=False))
    assert (read(f"{head}\nx").refused or "").startswith(
        ("The columns of the file are not known here", "The row")
    )
