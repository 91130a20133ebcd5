"""People judge an incident, dispute it, and withdraw what they said."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Open, html, plain

ONE = "UCDP:259090"


def judge(app: AppTest, author: str, ruling: str, reason: str) -> AppTest:
    app.selectbox(key="judge-id-5").set_value(ONE)
    app.selectbox(key="judge-what-5").set_value(ruling)
    app.text_input(key="judge-by-5").set_value(author)
    app.text_input(key="judge-why-5").set_value(reason)
    return press(app, "Record the judgement", "judge-what-5")


def withdraw(app: AppTest, author: str, reason: str) -> AppTest:
    options = app.selectbox(key="withdraw-what-5").options
    app.selectbox(key="withdraw-what-5").select_index(
        next(at for at, told in enumerate(options) if told.startswith("B. Jones"))
    )
    app.text_input(key="withdraw-by-5").set_value(author)
    app.text_input(key="withdraw-why-5").set_value(reason)
    return press(app, "Withdraw a judgement", "withdraw-what-5")


def press(app: AppTest, label: str, beside: str) -> AppTest:
    form = app.selectbox(key=beside).proto.form_id
    [button] = [each for each in app.button if each.label == label and each.form_id == form]
    return button.click().run()


def test_judge_dispute_withdraw(open_page: Open) -> None:
    app = open_page("findings", as_of=["2018-06-30"])
    assert "What people say of its incidents" not in html(app)
    app = judge(app, "A. Smith", "not relevant", "")
    assert "A judgement needs a reason and a name. Nothing was saved." in html(app)
    app = judge(app, "A. Smith", "not relevant", "a <b>village</b> quarrel")
    page = html(app)
    assert "People judged 1 incident. By the rules the conclusion is" in page
    assert "a &lt;b&gt;village&lt;/b&gt; quarrel" in page
    assert "(with judgements: " in page
    app = app.button(key=f"cw-otherwise-5-{ONE}").click().run()
    assert app.selectbox(key="judge-id-5").value == ONE
    page = html(judge(app, "B. Jones", "supports", "named in the statement of the group"))
    assert "on 1 they disagree, and the rules’ own reading stays." in page
    assert "as A. Smith reads it “" in page
    assert "as B. Jones reads it “" in page
    assert "not relevant (disputed)" in page
    assert "supports (disputed)" in page
    assert "(with judgements: " not in page
    page = html(withdraw(app, "C. Nobody", "not mine"))
    assert f"C. Nobody has no judgement on {ONE} to withdraw." in page
    page = html(withdraw(app, "B. Jones", "I misread the date"))
    assert "B. Jones" not in page.partition("What people say of its incidents")[2]
    assert "disputed" not in page
    assert "(with judgements: " in page
    assert "Judgements as CSV" in plain(
        " ".join(each.proto.label for each in app.get("download_button"))
    )
