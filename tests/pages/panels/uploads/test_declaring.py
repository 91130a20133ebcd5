"""A source of an upload is declared as a series on the page, and is listed with its days."""

from __future__ import annotations

from corridor.store import Store
from corridor.ui.frame import cached
from tests.pages.conftest import Open, html
from tests.store.conftest import account, imported


def role(store: Store) -> str:
    return str(store.read("SELECT role FROM sources WHERE source = 'OPS'")["role"].iloc[0])


def test_a_source_becomes_a_series_on_the_page(open_page: Open) -> None:
    app = open_page("uploads")
    assert "upload its rows first" in html(app)
    declared = account("OPS", record_kind="source", source="OPS", title="OPS", role="upload")
    rows = [account("OPS:1", source="OPS"), declared.drop(columns=["incident_id"])]
    cached.store().commit(rows, imported())
    app = app.run()
    app.selectbox(key="declare_code").select("OPS").run()
    app.text_input(key="declare_title").input("Log of <b>us</b>")
    app.text_input(key="declare_days").input("2018-01-01..2018-05-31")
    app.button(key="declare_it").click().run()
    assert "A series needs what one entry of it is; whether an entry needs a death" in html(app)
    app.text_input(key="declare_entry").input("a logged attack")
    app.radio(key="declare_death").set_value("no")
    app.button(key="declare_it").click().run()
    assert "1 of the 1 accounts of OPS lie outside" in html(app).replace("\u00a0", " ")
    assert role(cached.store()) == "upload"
    app.text_input(key="declare_days").input("2018-01-01..2018-06-30")
    app.button(key="declare_it").click().run()
    assert not app.exception
    assert "OPS is a series now" in html(app)
    assert "1 Jan – 30 Jun 2018" in html(app).replace("\u00a0", " ")
    assert role(cached.store()) == "series"
