"""An upload through the page: refused when bad, mended, seen everywhere, undone and redone."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import serving, wait_until_settled
from tests.browser.steps import (
    click_and_open,
    confirm,
    number_before,
    open_filter,
    open_page,
    query,
    sentence,
    turn_to,
    upload,
)
from tests.store.conftest import csv_text, killing, of_the_series
from tests.store.ingest.review.test_matching import FAMILY

VIEW = "?province=Kirkuk&dates=2018-01-01&dates=2018-06-30"
DAY = "?province=Kirkuk&dates=2018-03-05&dates=2018-03-05"
# Exact places in Kirkuk: one on open ground, one in the town itself.
OPEN_GROUND = (44.3, 35.62)
OWN = killing(
    1,
    event_date="2018-03-05",
    admin1="Kirkuk",
    location="Testabad village",
    longitude=OPEN_GROUND[0],
    latitude=OPEN_GROUND[1],
    fatalities_best="",
)
SERIES = of_the_series(
    1,
    event_date="2018-03-06",
    admin1="Kirkuk",
    location="Testabad quarter",
    longitude=44.39,
    latitude=35.46,
)


def drawn(page: Page, server: str) -> tuple[int, int]:
    """Read from the map how many incidents are drawn, and of how many."""
    open_page(page, f"{server}/map{VIEW}")
    caption = page.locator(".cw-note", has_text="incidents by UCDP drawn").inner_text()
    return number_before(r"of \d+ incidents by UCDP drawn", caption), number_before(
        "incidents by UCDP drawn", caption
    )


def others(page: Page) -> int:
    """Read from the legend of the timeline how many incidents are of other sources."""
    hatched = page.locator(".cw-legend li", has_text="told only by others")
    return int(hatched.locator(".cw-key-count").inner_text()) if hatched.count() else 0


def counts(page: Page, server: str) -> dict[str, object]:
    """Read on three pages what the two incidents of the file would change."""
    open_page(page, f"{server}/timeline{VIEW}")
    legend = page.locator(".cw-legend li", has_text="Violence against civilians").first
    found: dict[str, object] = {
        "sentence": number_before("incidents", sentence(page)),
        "told beside": number_before("more told only by others", sentence(page)),
        "unknown": "unknown for" in sentence(page),
        "against civilians": int(legend.locator(".cw-key-count").inner_text()),
        "by others": others(page),
    }
    open_page(page, f"{server}/incidents{VIEW}&incident=MYLIST:1")
    heading = page.get_by_role("heading", name=re.compile(r"^\d+\sincidents by UCDP"))
    found["listed"] = number_before("incidents", heading.inner_text())
    found["details"] = page.locator(".cw-detail").count()
    open_page(page, f"{server}/findings{VIEW}")
    third = page.locator(".st-key-cw-finding-3")
    found["evidence"] = third.get_by_text("Testabad quarter").count()
    found["supporting"] = third.get_by_text(re.compile(r"^Supporting \(\d+\)$")).first.inner_text()
    return found


def supporting(found: Mapping[str, object]) -> int:
    return int(re.findall(r"\d+", str(found["supporting"]))[0])


def grown(found: Mapping[str, object], name: str) -> int:
    value = found[name]
    assert isinstance(value, int)
    return value


def commits(page: Page) -> list[str]:
    return page.locator("[class*=st-key-cw-commit] .cw-text").all_inner_texts()


def change(page: Page, action: str, then: str) -> None:
    """Undo or redo the newest upload; the button then offers the opposite."""
    history = page.locator("[class*=st-key-cw-commit]")
    history.get_by_role("button", name=action, exact=True).first.click()
    if action == "Undo":
        asked = page.get_by_role("dialog")
        expect(asked).to_contain_text("Undo upload of mended.csv: 2 incidents will be hidden.")
        asked.get_by_role("button", name="Undo it").click()
    expect(history.get_by_role("button", name=then, exact=True).first).to_be_visible()
    wait_until_settled(page)


def test_a_bad_file_is_explained_and_nothing_is_written(own_server: str, page: Page) -> None:
    good = killing(1, event_date="2018-06-17")
    bad = killing(2, event_date="05/06/2018", latitude=135)
    upload(page, own_server, "bad.csv", csv_text([good, bad]))
    figures = page.locator(".cw-figure").all_inner_texts()
    assert [" ".join(text.split()) for text in figures] == [
        "rows 2", "new incidents 1", "updates 0", "already here 0", "refused 1",
    ]  # fmt: skip
    problems = page.get_by_role("table", name="Problems").get_by_role("row").all_inner_texts()
    told = "\n".join(problems)
    asked = r"3\s+event_date\s+05/06/2018\s+[^\t]*two ways\s+Write 2018-05-06 or 2018-06-05"
    assert re.search(asked, told), told
    assert re.search(r"3\s+latitude\s+135", told), told
    expect(page.get_by_role("button", name="Add 1 new incident")).to_be_disabled()
    assert len(commits(page)) == 1
    upload(page, own_server, "notes.csv", "hello\nworld\n")
    expect(page.locator(".cw-notice")).to_contain_text("Nothing was saved")
    assert len(commits(page)) == 1


SECOND = FAMILY | {"incident_id": "MYLIST:3"}
DIRTY = [
    OWN,
    SERIES | {"event_type": "Violense against civilians", "fatalities_best": "one"},
    SECOND | {"event_date": "31/06/2018"},
]


def annotated(page: Page) -> list[dict[str, str]]:
    """Take the file back with what is wrong beside each row."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Your file with the problems beside each row").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def mended(rows: list[dict[str, str]]) -> str:
    """Write in each refused row what its errors ask for."""
    assert [bool(row["errors"]) for row in rows] == [False, True, True]
    assert "Did you mean “Violence against civilians”?" in rows[1]["errors"]
    assert "not a whole number" in rows[1]["errors"]
    assert "event_date “31/06/2018”" in rows[2]["errors"]
    rows[1] |= {"event_type": "Violence against civilians", "fatalities_best": ""}
    rows[2] |= {"event_date": "2018-06-02"}
    return csv_text(rows)


def link_it(page: Page) -> None:
    """Decide that the third row is another account of an incident that is here."""
    expect(page.get_by_text("In your file, line 4")).to_be_visible()
    expect(page.get_by_text("UCDP:259056").first).to_be_visible()
    for name in ("Keep apart", "Link"):
        choice = page.get_by_role("radio", name=name, exact=True).last
        choice.click()
        expect(choice).to_be_checked()
        wait_until_settled(page)
    expect(
        page.get_by_role(
            "button", name="Add 2 new incidents and 1 more account of a known incident"
        )
    ).to_be_enabled()


def told_of_news(page: Page, seen: int) -> int:
    """Wait until the page says that there is something new, ask for it, and count again.

    Nothing on it moves before it is asked.
    """
    news = page.get_by_role("button", name="Show the newest data")
    expect(news).to_be_visible(timeout=120_000)  # looks every ten seconds; guards a hang
    assert number_before("incidents", sentence(page)) == seen
    news.click()
    expect(news).to_have_count(0)
    wait_until_settled(page)
    return number_before("incidents", sentence(page))


def accounts_of_the_family(page: Page, server: str) -> int:
    open_page(page, f"{server}/incidents?incident=UCDP:259056")
    expect(page.locator(".cw-detail")).to_contain_text("UCDP:259056")
    return page.locator(".cw-detail").get_by_text("MYLIST:3").count()


def what_was_selected_is_gone(page: Page) -> None:
    """With its upload, and the page says so."""
    turn_to(page, "Map")
    assert query(page)["sel"] == ["mark:others 1 35.62 44.3"]
    expect(page.locator(".cw-selection")).to_contain_text("0 of 0")
    expect(page.locator(".cw-detail")).to_have_count(0)
    turn_to(page, "Uploads")


def test_a_dirty_file_is_mended_linked_seen_everywhere_and_taken_back(
    tmp_path: Path, page: Page, another_page: Page
) -> None:
    detail = page.locator(".cw-detail")
    with serving(tmp_path) as server:
        points, before = drawn(page, server), counts(page, server)
        assert (before["details"], before["evidence"]) == (0, 0)
        open_page(another_page, f"{server}/incidents{VIEW}&incident=MYLIST:1")
        seen = number_before("incidents", sentence(another_page))

        upload(page, server, "three.csv", csv_text(DIRTY))
        expect(page.locator(".cw-figure", has_text="refused")).to_contain_text("2")
        assert len(commits(page)) == 1
        upload(page, server, "mended.csv", mended(annotated(page)))
        expect(page.locator(".cw-figure", has_text="new incidents")).to_contain_text("3")
        expect(page.locator(".cw-figure", has_text="refused")).to_contain_text("0")
        link_it(page)
        confirm(page, "A. Tester")
        expect(page.locator(".cw-success")).to_contain_text(
            "2 new incidents and 1 more account of a known incident added"
        )
        assert "Upload" in commits(page)[0]
        assert "A. Tester" in commits(page)[0]

        # Somebody else's browser, on the same server, which nobody restarted.
        assert told_of_news(another_page, seen) == seen + 1
        uploaded = another_page.locator(".cw-uploads")
        expect(uploaded).to_contain_text(re.compile(r"1\sby UCDP, 1\sby others"))
        expect(another_page.locator(".cw-detail")).to_contain_text("Testabad village")
        assert accounts_of_the_family(another_page, server) > 0

        after = counts(page, server)
        # Of the series one, whose deaths are unknown; of another source one, told apart from it.
        for name in ("sentence", "listed", "against civilians", "by others", "told beside"):
            assert grown(after, name) == grown(before, name) + 1, name
        assert (before["unknown"], after["unknown"]) == (False, True)
        assert after["details"] == 1
        assert after["evidence"] == 1
        assert supporting(after) == supporting(before) + 1
        assert drawn(page, server) == (points[0] + 1, points[1] + 1)

        open_page(page, f"{server}/map{DAY}")
        click_and_open(page, OPEN_GROUND, ("Kirkuk",), detail)
        assert query(page)["sel"] == ["mark:others 1 35.62 44.3"]
        expect(detail).to_contain_text("Testabad village")

        turn_to(page, "Uploads")
        change(page, "Undo", "Redo")
        what_was_selected_is_gone(page)
        open_page(another_page, f"{server}/incidents{DAY}")
        expect(another_page.get_by_text("No incident matches.")).to_be_visible()
        assert accounts_of_the_family(another_page, server) == 0
        change(page, "Redo", "Undo")
        page.goto("about:blank")
        another_page.goto("about:blank")
    with serving(tmp_path) as server:
        open_page(page, f"{server}/incidents{VIEW}&incident=MYLIST:1")
        assert number_before("incidents", sentence(page)) == after["sentence"]
        expect(detail).to_contain_text("Testabad village")
        assert accounts_of_the_family(page, server) > 0
        page.goto("about:blank")  # before its server goes: it would complain that it is gone


def test_a_copied_link_shows_the_same_window_after_an_upload(
    own_server: str, page: Page, another_page: Page
) -> None:
    open_page(page, f"{own_server}/incidents")
    window, found = sentence(page).split(": ")[0], number_before("incidents", sentence(page))
    beside = number_before("more told only by others", sentence(page))
    open_filter(page)
    copied = page.locator(".st-key-cw-link code").inner_text()
    late = of_the_series(7, event_date="2019-02-03")
    inside = of_the_series(8, event_date="2018-12-30")
    elsewhere = killing(9, event_date="2018-12-28", latitude=35.47, longitude=44.39)
    rows = [late, inside, elsewhere | {"admin1": "Kirkuk", "location": "Kirkuk"}]
    upload(page, own_server, "late.csv", csv_text(rows))
    confirm(page, "A. Tester")
    open_page(another_page, copied)
    assert sentence(another_page).split(": ")[0] == window
    assert number_before("incidents", sentence(another_page)) == found + 1
    assert number_before("more told only by others", sentence(another_page)) == beside + 1
