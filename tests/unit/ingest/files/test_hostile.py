"""Files made to fill the memory or to mislead, and the border cases of encodings and dialects."""

import gzip
import io
import tracemalloc
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.ingest import IngestReport, read_upload
from corridor.ingest.files.encoding import decode
from corridor.ingest.files.workbook import read_workbook
from corridor.ingest.model.problem import RefusedError
from tests import workbooks as xlsx

pytestmark = pytest.mark.slow

TODAY = date(2026, 1, 1)
HEADER = "incident_id,source,event_date,event_type,notes\n"
NAMES = HEADER.strip().split(",")
ROW = ["L:1", "L", "2018-06-17", "Battles", "x"]


def read(data: bytes, max_mb: int = 5) -> IngestReport:
    return read_upload(data, "hostile", today=TODAY, max_mb=max_mb)


def refusal(data: bytes, max_mb: int = 5) -> str:
    """Read a file that must be refused before it takes much memory; return the reason."""
    tracemalloc.start()
    report = read(data, max_mb)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60_000_000 + 3 * len(data)
    assert report.refused is not None
    return report.refused


def test_a_gzip_bomb_is_stopped_at_the_size_limit() -> None:
    bomb = gzip.compress(bytes(300_000_000), 9)
    assert len(bomb) < 1_000_000
    said = refusal(bomb)
    assert "unpacks to more than 5 MB" in said
    assert "Split the table" in said


def test_a_gzip_bomb_is_stopped_by_its_ratio_when_the_limit_is_large() -> None:
    bomb = gzip.compress(b"a" * 120_000_000, 9)
    with pytest.raises(RefusedError, match="unpacks to more than 50 MB"):
        decode(bomb, max_bytes=10**9)


def test_what_gzip_held_is_read_up_to_the_limit() -> None:
    text = HEADER + "".join(f"L:{at},L,2018-06-17,Battles,x\n" for at in range(30_000))
    report = read(gzip.compress(text.encode()), 2)
    assert (report.refused, report.accepted_rows) == (None, 30_000)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00\x1a\ufeff"), min_size=1))
def test_text_is_the_same_in_every_unicode_encoding(text: str) -> None:
    whole = HEADER + "x" * 200 + text
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"):
        decoded = decode(whole.encode(encoding))
        assert (decoded.text, decoded.notes) == (whole, ())
    assert decode(gzip.compress(whole.encode())).text == whole


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("بغداد", "cp1256"),
        ("قُتل ثلاثة في كركوك", "cp1256"),
        ("پل چم", "cp1256"),
        ("Müller, Größe", "cp1252"),
        ("élève, naïf, Noël, œuvre", "cp1252"),
        ("ÄÖÜ äöü ß", "cp1252"),
        ("año, niño, São Tomé", "cp1252"),
        ("“quoted” – dash", "cp1252"),
        ("Ürümqi", "cp1252"),
    ],
)
def test_arabic_and_western_bytes_are_told_apart(text: str, encoding: str) -> None:
    decoded = decode((HEADER + text).encode(encoding))
    assert decoded.text.endswith(text)
    assert decoded.encoding == encoding
    assert len(decoded.notes) == 1


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_line_of_a_broken_character_is_named(end: str) -> None:
    arabic = f"{HEADER.strip()}{end}كركوك{end}".encode()
    assert "line 3 holds the byte 0xFF" in refusal(arabic + b"\xff")
    assert "line 3 holds the byte 0xD9" in refusal(arabic + "ف".encode()[:1])


def test_a_first_line_without_end_is_refused_before_it_is_split() -> None:
    assert "longer than 1,000,000 characters" in refusal(b"a," * 2_400_000)
    assert "at most 500 are read" in refusal(b"a," * 400_000 + b"b\n")


def test_a_very_long_row_and_a_very_long_cell_are_refused_with_their_line() -> None:
    said = refusal((HEADER + ",".join(ROW) + "," * 2_000_000 + "x\n").encode())
    assert "line 2 has 2000005 cells" in said
    said = refusal((HEADER + ",".join(ROW) + "\n" + "x" * 200_000 + "\n").encode())
    assert "starts on line 3 is longer than 131,072 characters" in said


def test_a_row_of_unseen_marks_is_no_row_and_a_file_of_them_is_empty() -> None:
    marks = "\u200f\u200b,\ufeff,\xa0,,\u202a\n"
    report = read((HEADER + marks + ",".join(ROW)).encode())
    assert report.accounts["row_number"].tolist() == [3]
    assert "is empty" in refusal("\ufeff\u200f \xa0\n".encode())


def test_the_sign_that_ended_files_of_dos_is_no_row() -> None:
    report = read((HEADER + ",".join(ROW) + "\r\n\x1a").encode())
    assert (report.refused, report.accepted_rows) == (None, 1)


@pytest.mark.parametrize("mark", [";", "\t", "|", "#", "^"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_stated_delimiter_is_used_and_its_line_counted(mark: str, end: str) -> None:
    table = end.join(mark.join(cells) for cells in (NAMES, ROW))
    for first in (f"sep={mark}", f'"sep={mark}"', f"SEP={mark}{mark}{mark}"):
        report = read(f"{first}{end}{table}".encode())
        assert report.accounts["row_number"].tolist() == [3]


def test_an_archive_that_lies_about_its_size_is_refused() -> None:
    honest = xlsx.archive(xlsx.parts({"a": xlsx.sheet() + " " * 50_000_000}))
    size = next(
        item.file_size
        for item in zipfile.ZipFile(io.BytesIO(honest)).infolist()
        if item.filename.endswith("sheet1.xml")
    )
    lying = honest.replace(size.to_bytes(4, "little"), (300).to_bytes(4, "little"))
    assert lying != honest
    assert "damaged" in refusal(lying)
    assert "unpacks to more than 50 MB" in refusal(honest)


def test_a_small_workbook_of_vast_text_is_refused() -> None:
    cells = "".join(xlsx.row(at, f'<c r="A{at}" t="s"><v>0</v></c>') for at in range(1, 20_001))
    parts = xlsx.parts({"a": xlsx.sheet(cells)}, shared=["x" * 30_000])
    assert "more text than can be read" in refusal(xlsx.archive(parts))


@pytest.mark.parametrize(
    "cells",
    [
        xlsx.row(1, xlsx.text("A1", "x")) + xlsx.row(1_048_576, xlsx.text("XFD1048576", "x")),
        xlsx.row(1, xlsx.text("A1", "x")) + xlsx.row(4_294_967_295, "<c><v>1</v></c>"),
        f"<row>{'<c/>' * 5_000}<c><v>1</v></c></row>{'<row/>' * 5_000}<row><c><v>1</v></c></row>",
        "<x:row r = '9999999'><x:c r='A1'/></x:row><row r='2'><c r='ZZ2'><v>1</v></c></row>",
    ],
)
def test_a_workbook_of_vast_emptiness_is_refused(cells: str) -> None:
    assert "most of it is empty" in refusal(xlsx.workbook(cells))


def test_cells_of_a_workbook_become_the_text_that_csv_would_hold() -> None:
    stored = {
        "3": "3",
        "0.1": "0.1",
        "1E-7": "0.0000001",
        "1E+15": "1000000000000000",
        "-0.25": "-0.25",
        "35.470000000000006": "35.470000000000006",
    }
    cells = [f'<c r="{chr(65 + at)}2"><v>{value}</v></c>' for at, value in enumerate(stored)]
    cells += ['<c r="G2" t="b"><v>1</v></c>', '<c r="H2" t="e"><v>#N/A</v></c>']
    sheet = (xlsx.texts(1, "abcdefghi"), xlsx.row(2, *cells, xlsx.text("I2", "007")))
    (opened,) = read_workbook(xlsx.workbook(*sheet), 1_000_000).values()
    _, landed = opened.records
    assert landed == (2, [*stored.values(), "true", "", "007"])


def test_a_table_that_begins_lower_and_further_right_is_found() -> None:
    rows = (
        xlsx.row(4, *(xlsx.text(f"{chr(67 + at)}4", name) for at, name in enumerate(NAMES))),
        xlsx.row(7, *(xlsx.text(f"{chr(67 + at)}7", cell) for at, cell in enumerate(ROW))),
    )
    report = read(xlsx.workbook(*rows))
    assert (report.refused, report.accounts["row_number"].tolist()) == (None, [7])


def test_an_encrypted_or_oddly_packed_archive_is_refused() -> None:
    good = xlsx.workbook(xlsx.texts(1, NAMES), xlsx.texts(2, ROW))
    assert read(good).accepted_rows == 1
    central = good.index(b"PK\x01\x02")
    for at, value in ((8, 1), (10, 99), (6, 99)):  # encrypted, unknown method, later version
        changed = bytearray(good)
        changed[central + at] = value
        assert "damaged" in refusal(bytes(changed))
