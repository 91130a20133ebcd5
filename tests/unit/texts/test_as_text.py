"""The values of an incident as text for a table."""

from __future__ import annotations

from corridor.texts import as_text


def test_who_tells_of_an_incident_is_named_once_each() -> None:
    offices = "Reuters News;Reuters News; Agence France Presse"
    row = {"source": "UCDP", "source_office": offices}
    assert as_text.told_by(row) == "UCDP, Reuters News, Agence France Presse"
    assert as_text.told_by({"source": "MYLIST", "source_office": None}) == "MYLIST"
