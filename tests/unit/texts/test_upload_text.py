"""What an upload adds, in the words that stand before and after it is written."""

from __future__ import annotations

from corridor.texts.upload_text import adds, beside


def test_what_is_added_is_counted_once() -> None:
    assert adds({"new": 12, "linked": 2, "updated": 1}).replace("\u00a0", " ") == (
        "10 new incidents, 2 more accounts of known incidents and 1 update"
    )
    assert adds({"new": 0, "rejected": 3}) == "nothing"


def test_what_adds_nothing_is_told_beside_it_in_one_order() -> None:
    told = beside({"rejected": 2, "duplicates": 1, "new": 5, "skipped": 0})
    assert [text.replace("\u00a0", " ") for text in told] == [
        "1 row already here.",
        "2 rows refused.",
    ]
