"""Who has which role, what it allows, and who a request is from."""

from __future__ import annotations

from pathlib import Path

import pytest

from corridor import people, settings
from corridor.packs import PackError
from corridor.people import Person, Role
from corridor.settings import Settings

PROOF = "0123456789abcdef"
SAID = '[people]\n"Ana@example.org" = "viewer"\n[groups]\ndesk = "analyst"\nheads = "admin"\n'
# The table of who may do what, written out once more.
MAY: dict[Role, set[str]] = {
    "": set(),
    "viewer": set(),
    "analyst": {"link", "judge", "grade", "view"},
    "editor": {"link", "judge", "grade", "view", "upload", "hide", "undo", "redo"},
    "admin": {"link", "judge", "grade", "view", "upload", "hide", "undo", "redo", "restore",
              "replace"},
}  # fmt: skip


@pytest.fixture
def proxied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("CORRIDOR_PROXY_SECRET", PROOF)
    monkeypatch.setenv("CORRIDOR_SIGN_IN", "proxy")
    (tmp_path / people.FILE).write_text(SAID, "utf-8")
    return settings.load(tmp_path)


def asked(here: Settings, **told: str | list[str]) -> Person:
    """Return who a request is from; a header is written with `_` for `-`."""
    usual: dict[str, str | list[str]] = {people.PROOF: PROOF}
    found = {name.lower(): text for name, text in (usual | told).items()}

    def values(name: str) -> list[str]:
        said = found.get(name.lower(), found.get(name.lower().replace("-", "_"), []))
        return said if isinstance(said, list) else [said]

    return people.of_request(here, values)


@pytest.mark.parametrize("role", people.ROLES)
def test_a_role_allows_what_the_table_says(role: Role) -> None:
    assert {action for action in people.ALL if Person("A", role).may(action)} == MAY[role]


@pytest.mark.parametrize(
    ("groups", "role"),
    [("", ""), ("guests", ""), ("Desk", "analyst"), ("guests, desk|heads", "admin")],
)
def test_a_group_gives_the_highest_role_of_its_groups(
    proxied: Settings, groups: str, role: Role
) -> None:
    found = asked(proxied, X_Forwarded_Email="bob@example.org", X_Forwarded_Groups=groups)
    assert found == Person("bob@example.org", role)


def test_what_is_said_of_a_person_counts_before_their_groups(proxied: Settings) -> None:
    found = asked(proxied, X_Forwarded_Email=" ana@EXAMPLE.org ", X_Forwarded_Groups="heads")
    assert found == Person("ana@EXAMPLE.org", "viewer")


@pytest.mark.parametrize(
    "told",
    [
        {people.PROOF: "0123456789abcdeF"},
        {people.PROOF: ""},
        {people.PROOF: [PROOF, PROOF]},
        {"X_Forwarded_Email": []},
        {"X_Forwarded_Email": ""},
        {"X_Forwarded_Email": ["ana@example.org", "ana@example.org"]},
        {"X_Forwarded_Email": "ana@example.org\x1b"},
        {"X_Forwarded_Email": "a" * 81},
        {"X_Forwarded_Groups": ["heads", "heads"]},
    ],
)
def test_who_is_not_plainly_named_is_nobody(
    proxied: Settings, told: dict[str, str | list[str]]
) -> None:
    usual: dict[str, str | list[str]] = {"X_Forwarded_Email": "ana@example.org"}
    assert asked(proxied, **usual).role == "viewer"
    assert asked(proxied, **usual | told) == Person("", "")


def test_without_a_secret_nobody_is_let_in(
    proxied: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CORRIDOR_PROXY_SECRET")
    found = asked(proxied, **{people.PROOF: "", "X_Forwarded_Email": "ana@example.org"})
    assert found == Person("", "")
    assert "CORRIDOR_PROXY_SECRET is shorter than 16 signs" in str(people.why_shut(proxied))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (SAID, ""),
        ("", "gives nobody a role"),
        ('[people]\n"ana@example.org" = "boss"', "line 2"),
        ('[people]\n"ana@example.org" = 3', "line 2"),
        ('[person]\n"ana@example.org" = "viewer"', "person"),
        ("[people", "line 1"),
    ],
)
def test_a_list_that_lets_nobody_in_is_told_before_it_serves(
    proxied: Settings, text: str, told: str
) -> None:
    (proxied.data_dir / people.FILE).write_text(text, "utf-8")
    assert told in str(people.why_shut(proxied) or "")
    assert bool(people.why_shut(proxied)) == bool(told)
    if told:
        assert asked(proxied, X_Forwarded_Email="ana@example.org").role == ""


def test_no_list_is_told_with_its_place(proxied: Settings) -> None:
    (proxied.data_dir / people.FILE).unlink()
    assert "people.toml" in str(people.why_shut(proxied))
    with pytest.raises(PackError):
        people.directory(proxied)


def test_who_does_not_have_to_sign_in_needs_no_list(tmp_path: Path) -> None:
    assert people.why_shut(settings.load(tmp_path)) is None
