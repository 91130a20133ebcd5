"""Days in every writing, against strptime and against what a person would read."""

import csv
import io
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor import schema
from corridor.ingest.checks.cells import Value, Writing, parse_cell
from corridor.ingest.checks.dates import DateFault, date_order, parse_date, settled_order
from corridor.ingest.checks.months import month_number
from corridor.ingest.files.encoding import decode
from corridor.ingest.model.mapping import DateOrder
from corridor.ingest.model.problem import Fault
from tests.counted import growth, steps
from tests.paths import UPLOADS

TODAY = date(2026, 1, 1)
days = st.dates(date(1900, 1, 1), TODAY)
EASTERN = {digit: 0x0660 + digit - 48 for digit in range(48, 58)}
PERSIAN = {digit: 0x06F0 + digit - 48 for digit in range(48, 58)}

# Writings that strptime reads by a format of its own.
FORMATS = [
    *("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M"),
    *("%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d%b%Y", "%B %d, %Y", "%b %d %Y", "%Y-%b-%d"),
]
NUMERIC: list[tuple[str, DateOrder]] = [
    *(("%d/%m/%Y", "dmy"), ("%d.%m.%Y", "dmy"), ("%d-%m-%Y", "dmy"), ("%d/%m/%Y %H:%M", "dmy")),
    *(("%m/%d/%Y", "mdy"), ("%m-%d-%Y", "mdy"), ("%m/%d/%Y %I:%M:%S %p", "mdy")),
]


def moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 22, 5, 9)  # noqa: DTZ001 - no zone in a file


@pytest.mark.parametrize("form", FORMATS)
@given(days)
def test_a_clear_writing_is_read_as_strptime_reads_it(form: str, day: date) -> None:
    text = moment(day).strftime(form)
    assert parse_date(text, TODAY) == datetime.strptime(text, form).date() == day  # noqa: DTZ007
    assert parse_date(text.upper(), TODAY) == day
    assert parse_date(text.translate(EASTERN), TODAY) == day
    assert parse_date(text.translate(PERSIAN), TODAY) == day


@pytest.mark.parametrize(("form", "order"), NUMERIC)
@given(days)
def test_a_numeric_date_is_read_in_the_order_given(form: str, order: DateOrder, day: date) -> None:
    text = moment(day).strftime(form)
    assert parse_date(text, TODAY, order) == day
    assert parse_date("\u200f/".join(text.split("/")), TODAY, order) == day
    without = parse_date(text, TODAY)
    if day.day == day.month:
        assert without == day
    else:
        assert isinstance(without, DateFault)
        assert day in without.readings
        assert "Day first" in without.remedy
        assert "--date-order dmy or mdy" in without.remedy
        assert all(reading.isoformat() in without.remedy for reading in without.readings)


@given(days)
def test_serial_dates_count_from_the_end_of_1899(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    if serial >= 10_000:
        assert parse_date(str(serial), TODAY) == parse_date(f"{serial}.75", TODAY) == day


@given(st.text(max_size=30), st.sampled_from(["dmy", "mdy", None]))
def test_any_text_gives_a_day_in_range_or_a_fault(text: str, order: DateOrder | None) -> None:
    found = parse_date(text, TODAY, order)
    assert isinstance(found, DateFault) or date(1900, 1, 1) <= found <= TODAY
    assert date_order([text]) in ("dmy", "mdy", "ambiguous", None)


@given(st.from_regex(r"[0-9]{1,4}[-/. T]?[0-9]{1,2}[-/. ]?[0-9]{1,4}([ T][0-9:.Z+]{1,12})?"))
def test_any_digits_give_a_day_in_range_or_a_fault(text: str) -> None:
    found = parse_date(text, TODAY, "dmy")
    assert isinstance(found, DateFault) or date(1900, 1, 1) <= found <= TODAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("17-Jun-00", "2000-06-17"),
        ("31-Dec-25", "2025-12-31"),
        ("2-Jan-26", "1926-01-02"),
        ("17-Jun-68", "1968-06-17"),
        ("17-Jun-69", "1969-06-17"),
        ("29-Feb-32", "1932-02-29"),
        ("2018-06-17T10:00:00.123+03:00", "2018-06-17"),
        ("2018-06-17 11:59 PM", "2018-06-17"),
        ("٢٠١٨/٠٦/١٧ ١٠:٠٠ م", "2018-06-17"),
        ("3 Sept. 2014", "2014-09-03"),
        ("1st May 2015", "2015-05-01"),
        ("6 تشرين الأول، 2015", "2015-10-06"),
        ("17/حزيران/2018", "2018-06-17"),
        ("17 حزيران (يونيو) 2018", "2018-06-17"),
    ],
)
def test_days_as_they_stand_in_reports(text: str, day: str) -> None:
    assert parse_date(text, TODAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("2018-06-17T24:01", "not a date"),
        ("17 June", "not a date"),
        ("June 2018", "no day is given"),
        ("17 حزيران/تموز 2018", "not a date"),
        ("NaN", "not a date"),
        ("-1", "not a date"),
        ("1e9", "not a date"),
        ("2018-W24-7", "not a date"),
        ("x" * 5_000, "not a date"),
        ("1 " * 5_000, "not a date"),
        ("05-06-18", "the year has two digits"),
        ("29 February 2019", "there is no such day"),
        ("13/13/2018", "there is no such day"),
        ("20181317", "there is no such day"),
        ("0000-01-01", "there is no such day"),
        ("2026-01-02", "date in the future"),
        ("2 January 2026", "date in the future"),
        ("70000", "date in the future"),
        ("31 Dec 1899", "date before 1900"),
    ],
)
def test_what_is_no_day_is_said(text: str, rule: str) -> None:
    found = parse_date(text, TODAY)
    assert isinstance(found, DateFault)
    assert found.rule == rule
    assert "year-month-day" in found.remedy


def test_a_date_that_does_not_fit_the_chosen_order_is_a_fault() -> None:
    found = parse_date("06/17/2018", TODAY, "dmy")
    assert isinstance(found, DateFault)
    assert found.rule == "no day-first date"
    assert found.remedy.startswith("Write 2018-06-17 (year-month-day), or say")


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["05/06/2018", "17/06/2018"], "dmy"),
        (["5-6-2018", "6.17.2018 10:00"], "mdy"),
        (["٠٥/٠٦/٢٠١٨", "١٧/٠٦/٢٠١٨"], "dmy"),
        (["17/06/2018", "06/17/2018", "05/06/2018"], "mixed"),
        (["05/06/2018", "2018-06-17", ""], "ambiguous"),
        (["2018/06/17", "17 June 2018", "43268", "", "32/13/2018"], None),
        (["05/05/2018"], None),
        ([], None),
    ],
)
def test_the_order_of_a_file_is_what_its_days_above_twelve_show(
    texts: list[str], order: str | None
) -> None:
    assert date_order(texts) == order
    assert settled_order(texts) == (order if order in ("dmy", "mdy") else None)
    assert settled_order(texts, "mdy") == "mdy"


def in_file(name: str, chosen: DateOrder | None = None) -> list[Value | Fault | None]:
    """Read the dates of a file as its caller does: first the order of all, then each."""
    text = decode((UPLOADS / name).read_bytes()).text
    rows = list(csv.DictReader(io.StringIO(text)))
    texts = [row[column] for column in ("event_date", "event_date_end") for row in rows]
    order = settled_order(texts, chosen)
    column = schema.column("event_date_end")
    return [parse_cell(column, text, TODAY, Writing(order)) for text in texts]


def test_one_day_above_twelve_settles_all_dates_of_a_file() -> None:
    assert in_file("date_day_first.csv") == [
        *(date(2018, 6, 17), date(2018, 6, 17), date(2018, 6, 18), date(2018, 6, 18))
    ]
    assert in_file("dates_day_first.csv") == [
        *(date(2018, 6, 17), date(2018, 6, 5), date(2018, 6, 17)),
        *(date(2018, 6, 18), date(2018, 6, 6), None),
    ]
    assert in_file("dates_month_first.csv") == [
        *(date(2018, 6, 17), date(2018, 6, 5), date(2018, 6, 18), date(2018, 6, 5))
    ]


def test_a_chosen_order_answers_what_the_file_does_not_say() -> None:
    asked = in_file("dates_ambiguous_all.csv")
    assert [isinstance(found, Fault) for found in asked] == [True, True, False, False]
    first = in_file("dates_ambiguous_all.csv", "dmy")
    assert first == [date(2018, 6, 5), date(2018, 2, 1), date(2018, 6, 6), None]
    assert in_file("dates_ambiguous_all.csv", "mdy")[:2] == [date(2018, 5, 6), date(2018, 1, 2)]


ARABIC_MONTHS = [
    ("كانون الثاني", "يناير", "كانون الثّاني"),
    ("شباط", "فبراير", "شُباط"),
    ("آذار", "مارس", "اذار"),
    ("نيسان", "أبريل", "ابريل", "إبريل", "نیسان"),
    ("أيار", "مايو", "ايار", "مايس"),
    ("حزيران", "يونيو", "يونيه"),
    ("تموز", "يوليو", "يوليه", "تمّوز"),
    ("آب", "أغسطس", "اب", "اغسطس"),
    ("أيلول", "سبتمبر", "ايلول"),
    ("تشرين الأول", "أكتوبر", "تشرين الاول", "اكتوبر"),
    ("تشرين الثاني", "نوفمبر"),
    ("كانون الأول", "ديسمبر", "كانون الاول", "کانون  الأول"),
]


@pytest.mark.parametrize(("number", "names"), list(enumerate(ARABIC_MONTHS, 1)))
def test_arabic_months_in_both_usages_and_their_spellings(
    number: int, names: tuple[str, ...]
) -> None:
    for name in names:
        assert month_number(name) == number
        assert parse_date(f"3 {name} 2017", TODAY) == date(2017, number, 3)


def test_a_date_is_read_in_few_steps() -> None:
    def read(rows: int) -> None:
        texts = [f"{at % 28 + 1:02d}/{at % 12 + 1:02d}/{1950 + at % 70}" for at in range(rows)]
        order = settled_order(texts)
        found = [parse_date(text, TODAY, order) for text in texts]
        assert found[16] == date(1966, 5, 17)

    assert growth(read, 500) < 1.1
    assert steps(lambda: read(1000)) < 60 * 1000
