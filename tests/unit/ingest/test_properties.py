"""Properties: in, out and in again changes nothing, and any bytes at all get an answer."""

import codecs
import csv
import gzip
import io
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from corridor import schema, vocabulary
from corridor.exchange.export import incidents_csv
from corridor.exchange.template import annotated_csv, rejects_csv, safe_cell
from corridor.ingest import read_upload
from corridor.ingest.model.characters import restore_cell
from corridor.ingest.review.compare import compare
from tests import workbooks
from tests.counted import growth
from tests.paths import UPLOADS

pytestmark = pytest.mark.slow

TODAY = date(2026, 1, 1)
QUIET = settings(suppress_health_check=list(HealthCheck), max_examples=20)

counts = st.one_of(st.just(""), st.integers(0, 100_000).map(str))
texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)
rows = st.fixed_dictionaries(
    {
        "source": st.sampled_from(["LIST", "Ärger"]),
        "event_date": st.dates(date(1900, 1, 1), TODAY).map(date.isoformat),
        "event_type": st.sampled_from(vocabulary.EVENT_TYPES),
        "fatalities_best": counts,
        "abducted": counts,
        "actor1": texts,
        "location": texts,
        "notes": texts,
        "latitude": st.floats(29.1, 37.3).map(str),
        "longitude": st.floats(38.8, 48.5).map(str),
        "geo_precision": st.sampled_from(["", "1", "5"]),
    }
)


def to_csv(incidents: list[dict[str, Any]], delimiter: str) -> bytes:
    text = io.StringIO()
    names = ["incident_id", *(incidents[0] if incidents else [])]
    writer = csv.DictWriter(text, names, delimiter=delimiter)
    writer.writeheader()
    writer.writerows({"incident_id": f"LIST:{at}", **row} for at, row in enumerate(incidents))
    return text.getvalue().encode()


@settings(QUIET, max_examples=8)
@given(st.lists(rows, min_size=1, max_size=20), st.sampled_from([",", ";", "\t"]))
def test_in_out_and_in_again_changes_nothing(incidents: list[dict[str, Any]], mark: str) -> None:
    report = read_upload(to_csv(incidents, mark), "list.csv", today=TODAY)
    assert report.refused is None
    assert report.rejected_rows == 0, report.problems
    second = compare(
        read_upload(incidents_csv(report.accounts), "export.csv", today=TODAY), report.accounts
    )
    assert (second.refused, second.duplicates) == (None, len(incidents))


SHEET = workbooks.sheet(
    workbooks.texts(1, ["incident_id", "source", "event_date", "event_type"]),
    workbooks.texts(2, ["L:1", "L", "2018-06-17", "Battles"]),
)


def workbook_with(part: str, at: int, written: str) -> bytes:
    parts = workbooks.parts({"a": SHEET})
    parts[part] = parts[part][:at] + written + parts[part][at:]
    return workbooks.archive(parts)


header_bits = st.lists(st.sampled_from([*schema.TEMPLATE, "id", "x", "=a", "'", ""]), max_size=6)
near_csv = st.tuples(header_bits, st.lists(st.lists(texts, max_size=6), max_size=5)).map(
    lambda parts: "\n".join(",".join(cells) for cells in (parts[0], *parts[1])).encode()
)
mutated = st.tuples(
    st.sampled_from(sorted(UPLOADS.iterdir())), st.integers(0, 2000), st.binary(max_size=4)
).map(lambda it: it[0].read_bytes()[: it[1]] + it[2] + it[0].read_bytes()[it[1] :])

# What begins like text with a mark, like a compressed file, like a workbook.
starts = st.sampled_from(
    [
        *(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE),
        *(b"\x1f\x8b\x08", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", b"PK\x03\x04"),
        *(b"\xd0\xcf\x11\xe0", b"sep=;\n", b"incident_id,source\n"),
    ]
)
started = st.tuples(starts, st.binary(max_size=200) | near_csv).map(b"".join)
encoded = st.tuples(
    near_csv, st.sampled_from(["utf-16-le", "utf-16-be", "utf-16", "cp1256", "cp1252"])
).map(lambda it: it[0].decode().encode(it[1], "replace"))
packed = st.one_of(near_csv, encoded).map(gzip.compress)
changed_parts = st.tuples(
    st.sampled_from(sorted(workbooks.parts({"a": SHEET}))),
    st.integers(0, 900),
    st.sampled_from(
        ['r="', "XFD1048576", "<c>", "<row>", "<v>", "9" * 12, "</", "&#0;", "rId1", '"']
    ),
).map(lambda it: workbook_with(*it))


OF_ANOTHER_COUNTRY = (
    b"id,type_of_violence,side_a,side_b,where_prec,latitude,longitude,country,date_start,date_end,"
    b"best,low,high\n,,,,,,,Sy,,,,,"
)


@settings(suppress_health_check=list(HealthCheck), max_examples=120)
@given(
    st.one_of(st.binary(max_size=300), near_csv, mutated, started, encoded, packed, changed_parts)
)
@example(OF_ANOTHER_COUNTRY)
def test_any_bytes_get_an_answer(data: bytes) -> None:
    report = read_upload(data, "anything.csv", today=TODAY)
    assert report.rows == report.accepted_rows + report.rejected_rows + report.left_out
    assert len(report.accounts) == report.accepted_rows
    assert len(report.rejects) == report.rejected_rows
    # A file of which every row is of another country is refused too.
    assert (report.refused is None) == (report.rows > report.left_out)
    compared = compare(report, report.accounts)
    assert compared.duplicates == report.accepted_rows
    assert rejects_csv(report)
    assert annotated_csv(report)


@QUIET
@given(texts)
def test_guarding_is_undone_exactly(text: str) -> None:
    assert restore_cell(safe_cell(text)) == text


def test_the_work_of_a_check_grows_no_faster_than_its_rows() -> None:
    line = "L:{0},L,2018-06-{1:02d},Battles,{2},35.{0},44.1,1,note {0}\n"
    header = "incident_id,source,event_date,event_type,fatalities_best,"
    header += "latitude,longitude,geo_precision,notes\n"

    def check(rows: int) -> None:
        body = "".join(line.format(at, at % 30 + 1, at % 9) for at in range(rows))
        report = read_upload((header + body).encode(), "many.csv", today=TODAY)
        assert report.accepted_rows == rows

    assert growth(check, 1000) < 1.1
