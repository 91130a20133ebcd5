"""What is said of a file as a whole: rows without coordinates, names in another spelling."""

from __future__ import annotations

from datetime import date

from corridor.ingest import IngestReport, read_upload

HEAD = "incident_id,source,event_date,event_type,admin1,admin2,latitude,longitude,geo_precision"


def read(*places: str) -> IngestReport:
    rows = [
        f"MYLIST:{number},MYLIST,2018-06-17,Battles,{place}" for number, place in enumerate(places)
    ]
    return read_upload("\n".join([HEAD, *rows, ""]).encode(), "mine.csv", today=date(2026, 1, 1))


def test_rows_without_coordinates_are_one_note_and_no_warning() -> None:
    report = read("Kirkuk,,,,", "Diyala,,,,", "Salah al-Din,,34.2,43.87,1")
    assert report.notes == (
        "2 rows have no coordinates: not on the map, counted in the governorate named.",
    )
    assert (report.problems, report.warned, report.is_clean) == ((), 0, True)


def test_rows_that_name_no_governorate_either_are_told_apart() -> None:
    (some,) = read("Kirkuk,,,,", ",,,,").notes
    assert some.endswith("1 of them names none and is counted in all of Iraq only.")
    (all_of_them,) = read(",,,,").notes
    assert all_of_them.startswith("1 row has no coordinates: not on the map, naming no governorate")


def test_another_spelling_is_told_with_its_rows_most_frequent_first() -> None:
    report = read("Salahuddin,,34.2,43.87,1", "Salahuddin,,34.2,43.87,1", "Nineveh,,36.3,43.1,1")
    (told,) = report.notes
    assert told == (
        "Place names that were recognised in another spelling: “Salahuddin” → Salah al-Din (2), "
        "“Nineveh” → Ninewa (1)."
    )
    assert report.accounts["reported_admin1"].tolist() == ["Salah al-Din"] * 2 + ["Ninewa"]


def test_case_articles_and_words_like_province_are_no_other_spelling() -> None:
    assert read("AL-ANBAR province,,33.4,43.3,1", "anbar,,33.4,43.3,1").notes == ()


def test_many_spellings_are_cut_short() -> None:
    names = ["Nineveh", "Saladin", "Arbil", "Dohuk", "Al-Tamim", "Najf", "Misan", "Babylon",
             "IQ-KI", "IQ-SD", "IQ-DI", "IQ-AN"]  # fmt: skip
    (told,) = read(*(f"{name},,34.2,43.87,1" for name in names)).notes
    assert told.count("→") == 8
    assert " and " in told
    assert told.endswith(" more.")


def test_rows_that_are_refused_are_not_counted() -> None:
    report = read("Kirkuk,,,,9")
    assert report.rejected_rows == 1
    assert report.notes == ()
