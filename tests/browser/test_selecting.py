"""A selection that a link carries: from the Overview, from a finding, from a copied address."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from urllib.parse import quote

import pandas as pd
from playwright.sync_api import Page, expect

from corridor import packs, queries
from corridor.filter import IncidentFilter
from corridor.findings import evaluate, load_reports
from corridor.settings import SHIPPED
from corridor.store import Store
from tests.browser.conftest import wait_until_settled
from tests.browser.steps import asks, open_page, query, turn_to

HALF_YEAR = IncidentFilter(
    provinces=packs.region().provinces, date_from=date(2018, 1, 1), date_to=date(2018, 6, 30)
)
DATES = f"dates={HALF_YEAR.date_from}&dates={HALF_YEAR.date_to}"


def of_district(store: Store, admin1: str, admin2: str) -> pd.DataFrame:
    rows = queries.list_incidents(store, HALF_YEAR)
    return rows[(rows["admin1"] == admin1) & (rows["admin2"] == admin2)]


def measured(rows: pd.DataFrame) -> int:
    return int(rows["beside"].isna().sum())


def is_told(
    page: Page, store: Store, rows: pd.DataFrame, chosen: IncidentFilter = HALF_YEAR
) -> None:
    """Just these of the filter's incidents are selected, as the line under the filter says."""
    whole = measured(queries.list_incidents(store, chosen))
    expect(page.locator(".cw-selection")).to_contain_text(
        f"Selected: {measured(rows)} of {whole} incidents"
    )


def is_on_the_map(page: Page, store: Store, rows: pd.DataFrame, chosen: IncidentFilter) -> None:
    """The line tells them, their marks are picked, and each is listed beside the map."""
    expect(page).to_have_title("Map · Corridor Watch")
    is_told(page, store, rows, chosen)
    every = queries.map_incidents(store, chosen)
    marks = every.loc[every["incident_id"].isin(rows["incident_id"]), "mark"].nunique()
    expect(page.locator(".cw-map")).to_have_attribute("data-cw-selected", str(marks))
    expect(page.locator(".cw-detail tbody tr")).to_have_count(len(rows))
    wait_until_settled(page)


def test_what_a_table_or_a_finding_names_is_selected_by_its_link(
    server: str, page: Page, store: Store
) -> None:
    open_page(page, f"{server}/?{DATES}")
    a_district_that_changed(page, store)
    turn_to(page, "Findings")
    the_evidence_of_a_finding(page, store)


def a_district_that_changed(page: Page, store: Store) -> None:
    changed = page.get_by_role("table", name="What changed most, by district")
    link = changed.get_by_role("link").first
    name = link.inner_text()
    link.click()
    expect(page).to_have_url(re.compile("sel=district"))
    (asked,) = query(page)["sel"]
    admin1, _, admin2 = asked.removeprefix("district:").partition("/")
    assert admin2 == name
    rows = of_district(store, admin1, admin2)
    assert len(rows) > 1
    is_on_the_map(page, store, rows, HALF_YEAR)
    asks(page, dates=["2018-01-01", "2018-06-30"], sel=[asked])
    turn_to(page, "Incidents")
    expect(page.get_by_role("radio", name="Selected")).to_be_checked()
    listed = page.get_by_role("heading", name=re.compile(rf"^{measured(rows)}\sincidents by UCDP"))
    expect(listed).to_be_visible()
    is_told(page, store, rows)


def the_evidence_of_a_finding(page: Page, store: Store) -> None:
    """Those of the filter in the finding's own days; in the place of what was selected before."""
    third = page.locator(".st-key-cw-finding-3")
    third.get_by_role("link", name="Those of the filter, selected on the map").click()
    expect(page).to_have_url(re.compile("sel=finding"))
    (asked,) = query(page)["sel"]
    first, last = map(date.fromisoformat, query(page)["dates"])
    report = load_reports(SHIPPED / "reports").first
    assert report
    found = evaluate(store, report, date.fromisoformat(query(page)["as_of"][0]))[2]
    assert asked == f"finding:{found.slug}/supporting"
    assert (first, last) == found.days != (HALF_YEAR.date_from, HALF_YEAR.date_to)
    chosen = replace(HALF_YEAR, date_from=first, date_to=last)
    every, named = (
        queries.list_incidents(store, chosen),
        set(found.evidence.supporting["incident_id"]),
    )
    rows = every[[not named.isdisjoint(ids) for ids in every["account_ids"]]]
    assert len(rows) > 10
    is_on_the_map(page, store, rows, chosen)


def test_a_browser_that_has_seen_nothing_opens_what_a_link_selects(
    server: str, another_page: Page, store: Store
) -> None:
    """At once; what of it says nothing is named and left out."""
    rows = of_district(store, "Kirkuk", "Hawija")
    asked = quote("somewhere:else~district:Kirkuk/Hawija")
    open_page(another_page, f"{server}/map?{DATES}&sel={asked}")
    is_on_the_map(another_page, store, rows, HALF_YEAR)
    notice = another_page.locator(".cw-notice").first
    expect(notice).to_contain_text("Not everything of the selection could be taken")
    expect(notice).to_contain_text("“somewhere:else” says nothing and was left out")
    open_page(another_page, f"{server}/timeline?{DATES}&sel={quote('district:Kirkuk/Hawija')}")
    is_told(another_page, store, rows)
    expect(another_page.locator(".cw-legend").first).to_contain_text(f"strong: {measured(rows)} of")
    expect(another_page.locator(".cw-notice")).to_have_count(0)
