"""Two people judge an incident, disagree, and one takes it back."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import wait_until_settled
from tests.browser.steps import barriers, choose, open_page

ONE = "UCDP:259090"
FINDING = ".st-key-cw-finding-5"


def fill(form: Locator, author: str, reason: str, why: str) -> None:
    form.get_by_label("Your name").fill(author)
    form.get_by_label(why, exact=True).fill(reason)


def record(page: Page, form: Locator, button: str) -> None:
    form.get_by_role("button", name=button).click()
    wait_until_settled(page)


def test_judge_dispute_and_withdraw(page: Page, own_server: str) -> None:
    open_page(page, f"{own_server}/findings?as_of=2018-06-30")
    finding = page.locator(FINDING)
    finding.get_by_text("Judge an incident (0 judged by people)").click()
    form = finding.locator("[data-testid=stForm]").first
    form.get_by_role("combobox", name="Incident", exact=True).fill(ONE)
    page.get_by_role("option", name=ONE, exact=True).click()
    choose(page, "This incident", "not relevant")
    fill(form, "A. Smith", "a village quarrel", "Reason")
    record(page, form, "Record the judgement")
    expect(finding).to_contain_text("People judged 1 incident.")
    expect(finding).to_contain_text("a village quarrel")

    finding.get_by_role("button", name=f"I see {ONE} otherwise").click()
    wait_until_settled(page)
    form = finding.locator("[data-testid=stForm]").first
    chosen = form.get_by_role("combobox", name="Incident", exact=True)
    expect(chosen).to_have_value(ONE)
    choose(page, "This incident", "supports")
    fill(form, "B. Jones", "the group claimed it", "Reason")
    record(page, form, "Record the judgement")
    expect(finding).to_contain_text("on 1 they disagree, and the rules’ own reading stays.")
    expect(finding).to_contain_text("as A. Smith reads it")
    expect(finding).to_contain_text("as B. Jones reads it")
    expect(finding.get_by_text("(disputed)")).to_have_count(2)
    assert barriers(page) == []

    finding.get_by_text("Judge an incident (1 judged by people)").click()
    form = finding.locator("[data-testid=stForm]").last
    choose(page, "Judgement", f"B. Jones on {ONE}: supports")
    fill(form, "B. Jones", "I misread the date", "Why it is withdrawn")
    record(page, form, "Withdraw a judgement")
    expect(finding.get_by_text("(disputed)")).to_have_count(0)
    expect(finding).to_contain_text("People judged 1 incident.")
    expect(finding).not_to_contain_text("the group claimed it")
