"""Two people judge an incident, disagree, and one takes it back; one rates a cell otherwise."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from corridor.cli import main
from tests.browser.conftest import serving, wait_until_settled
from tests.browser.steps import barriers, choose, open_page
from tests.browser.test_print import FIFTEEN_MM, edges, sheets

ONE = "UCDP:259090"
FINDING = ".st-key-cw-finding-5"
RIVALS = ".st-key-cw-rivals"


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Address of a server that people judge on, and its data folder."""
    data = tmp_path_factory.mktemp("data")
    with serving(data) as address:
        yield address, data


def fill(form: Locator, author: str, reason: str, why: str) -> None:
    form.get_by_label("Your name").fill(author)
    form.get_by_label(why, exact=True).fill(reason)


def record(page: Page, form: Locator, button: str) -> None:
    form.get_by_role("button", name=button).click()
    wait_until_settled(page)


def test_judge_dispute_and_withdraw(page: Page, judged: tuple[str, Path]) -> None:
    address, data = judged
    open_page(page, f"{address}/findings?as_of=2018-06-30")
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
    a_cell_is_rated_otherwise(page, data)


def a_cell_is_rated_otherwise(page: Page, data: Path) -> None:
    """The page says what the command says, in its order; withdrawn, all is as it was."""
    rivals = page.locator(RIVALS)
    matrix = rivals.locator("table").first
    before = matrix.text_content()
    expect(rivals).to_contain_text("The evidence does not decide between a return of ISIS and")
    rivals.get_by_text("Rate a cell otherwise (0 rated by people)").click()
    form = rivals.locator("[data-testid=stForm]").first
    choose(page, "Item of evidence", "Small incidents, corridor")
    choose(page, "Explanation", "Return")
    choose(page, "It speaks", "▼▼ strongly against")
    fill(form, "A. Smith", "seen on site", "Reason")
    record(page, form, "Record the rating")
    expect(matrix).to_contain_text("▼▼ strongly against (by people; the rules: ▲ for)")
    expect(rivals).to_contain_text("seen on site")

    told = said("rivals", "--as-of", "2018-06-30", "--data", str(data))
    with_people = next(line for line in told if line.startswith("With the ratings that nobody"))
    assert "A persistent low-level insurgency is least contradicted" in with_people
    expect(rivals).to_contain_text(with_people)
    labels = matrix.locator("tbody tr td:first-child").all_inner_texts()[:-1]
    assert len(labels) == 10
    for label, line in zip(labels, told[1:], strict=False):
        assert line.startswith(label.replace("\u00a0", " "))
    it_is_whole_on_a_phone_and_on_paper(page, matrix)

    rivals.get_by_text("Rate a cell otherwise (1 rated by people)").click()
    form = rivals.locator("[data-testid=stForm]").last
    fill(form, "A. Smith", "another place", "Why it is withdrawn")
    record(page, form, "Withdraw a judgement")
    expect(matrix).not_to_contain_text("by people")
    assert matrix.text_content() == before


def said(*command: str) -> list[str]:
    text = io.StringIO()
    with redirect_stdout(text):
        assert main([*command]) == 0
    return [line.strip() for line in text.getvalue().replace("\u00a0", " ").splitlines()]


def it_is_whole_on_a_phone_and_on_paper(page: Page, matrix: Locator) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    wait_until_settled(page)
    box = matrix.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    on_paper = [sheet for sheet in sheets(page, "A4") if "Tells apart" in sheet.extract_text()]
    assert on_paper
    assert "Weight against" in on_paper[-1].extract_text()
    for sheet in on_paper:
        left, right = edges(sheet)
        assert left >= FIFTEEN_MM - 3
        assert right <= float(sheet.mediabox.width) - FIFTEEN_MM
