"""The way to a publisher: who may be called, how long, and that nothing secret is told."""

from __future__ import annotations

import pickle
import socket
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from types import ModuleType

import pytest

from corridor import settings as settings_module
from corridor.fetching import Asked, FetchError, Patience, called, fetch
from corridor.fetching.line import _SamePlace, shown
from corridor.fetching.secret import _of_keyring, secret
from corridor.settings import Settings
from tests.unit.fetching.conftest import Clock, Get
from tests.unit.fetching.publishers import (
    PASSWORD,
    TOKEN,
    USER,
    Answer,
    Publisher,
    acled_event,
    csv_of,
    event,
    serving,
    zip_of,
)

YEARLY = "/ged/ged251-csv.zip"


def sent_on(to: str, status: int = 302) -> Answer:
    return Answer(status=status, headers={"Location": to})


def test_a_redirection_within_the_same_machine_is_followed(get: Get, publisher: Publisher) -> None:
    publisher.files["/other.zip"] = zip_of(csv_of([event(1)]))
    publisher.faults.append(sent_on("/other.zip"))
    assert get("ucdp", release="25.1", through="file")[0].rows == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirection_elsewhere_is_refused(get: Get, publisher: Publisher, status: int) -> None:
    with serving(Publisher()) as other:
        for to in (other.url, publisher.url.replace("127.0.0.1", "localhost")):
            publisher.faults.append(sent_on(f"{to}/x", status))
            with pytest.raises(FetchError, match="sends on to another address"):
                get("ucdp", release="25.1")
        assert other.asked == [], "the token was not carried there"


def test_a_redirection_without_encryption_is_refused() -> None:
    asked = type("R", (), {"full_url": "https://a.example/x", "data": None})()
    with pytest.raises(FetchError, match="not encrypted, which is not followed"):
        _SamePlace("UCDP").redirect_request(asked, None, 302, "", {}, "http://a.example/x")


def test_a_form_with_a_password_is_never_sent_on(get: Get, publisher: Publisher) -> None:
    publisher.acled = [acled_event(1)]
    publisher.faults.append(sent_on("/elsewhere"))
    with pytest.raises(FetchError, match="sends on to another address"):
        get("acled")
    assert len(publisher.asked) == 1


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://127.0.0.1/x"])
def test_no_other_kind_of_address_is_followed(get: Get, publisher: Publisher, to: str) -> None:
    publisher.faults.append(sent_on(to))
    with pytest.raises(FetchError):
        get("ucdp", release="25.1", through="file")


def test_a_circle_of_redirections_ends(get: Get, publisher: Publisher) -> None:
    publisher.always = lambda *_: sent_on(YEARLY)
    with pytest.raises(FetchError, match=r"does not answer this \(302\)"):
        get("ucdp", release="25.1", through="file")
    assert len(publisher.asked) < 20


def test_no_secret_is_sent_unencrypted_to_another_machine(get: Get, ours: Settings) -> None:
    away = "http://mirror.example/x"
    plain = replace(ours, ucdp_api_url=away, acled_url=away, acled_token_url=away)
    for source in ("ucdp", "acled"):
        with pytest.raises(FetchError, match=r"sent to http://mirror\.example/x"):
            get(source, plain)


def test_a_machine_that_is_not_there_is_told(get: Get, ours: Settings) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        away = replace(ours, ucdp_url=f"http://127.0.0.1:{free.getsockname()[1]}/x")
        with pytest.raises(FetchError, match=r"/x cannot be reached. Check the network"):
            get("ucdp", away, release="25.1", through="file")


def silent(answer: bytes, talk: Callable[[str], None]) -> None:
    """Serve one caller with the beginning of an answer, and then say no more."""
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            caller, _ = server.accept()
            with caller:
                caller.sendall(answer)
                done.wait(60)

        thread = threading.Thread(target=serve)
        thread.start()
        talk(f"http://127.0.0.1:{server.getsockname()[1]}/x")
        done.set()
        thread.join()


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"", "/x does not answer. Repeat it later"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nabc", "stopped in the middle"),
    ],
)
def test_one_that_falls_silent_is_given_up(ours: Settings, answer: bytes, said: str) -> None:
    hasty = Patience(answer_seconds=0.2)

    def talk(url: str) -> None:
        away = replace(ours, ucdp_url=url)
        with pytest.raises(FetchError, match=said):
            fetch(Asked("ucdp", "25.1", through="file"), away, patience=hasty)

    silent(answer, talk)


def test_one_that_speaks_no_http_is_told(get: Get, ours: Settings) -> None:
    def talk(url: str) -> None:
        with pytest.raises(FetchError, match="answered in a form that is not its own"):
            get("ucdp", replace(ours, ucdp_url=url), release="25.1", through="file")

    silent(b"SSH-2.0-x\r\n", talk)


def test_one_that_trickles_is_given_up(
    get: Get, publisher: Publisher, ours: Settings, clock: Clock
) -> None:
    publisher.files[YEARLY] = b"x" * 500_000
    few = replace(ours, fetch_seconds=1)
    seconds = count()
    later = lambda: clock.moment + timedelta(seconds=next(seconds))  # noqa: E731
    with pytest.raises(FetchError, match="sends too slowly"):
        fetch(Asked("ucdp", "25.1", through="file"), few, patience=Patience(later, clock.sleep))


def test_it_can_be_switched_off(get: Get, ours: Settings, publisher: Publisher) -> None:
    with pytest.raises(FetchError, match="switched off here"):
        get("ucdp", replace(ours, fetch="no"))
    assert publisher.asked == []


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Asked("ucdp", "25.0.9"), "'25.0.9' is not the version of a yearly release"),
        (Asked("ucdp", "../x"), "is not the version of a yearly release"),
        (Asked("ucdp-candidate", "25.1"), "is not the version of candidate events"),
        (Asked("acled", "25.1"), "This source has no versions"),
        (Asked("acled", first=date(2024, 2, 1), last=date(2024, 1, 1)), "is after the last"),
    ],
)
def test_a_request_that_makes_no_sense_is_refused(asked: Asked, said: str) -> None:
    with pytest.raises(FetchError, match=said):
        asked.refuse_misfit()


@pytest.mark.parametrize("address", ["ftp://a/x", "https://me:secret@a/x", "https://a/x?key=secret",
                                     "a", "https:///x", "https://a/x y"])  # fmt: skip
def test_an_address_holds_no_password(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("CORRIDOR_ACLED_URL", address)
    with pytest.raises(ValueError, match="CORRIDOR_ACLED_URL must be an address") as told:
        settings_module.load()
    assert "secret" not in str(told.value)


def test_who_would_be_called_is_told(ours: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = settings_module.load()
    assert called("ucdp", shipped) == ("ucdpapi.pcr.uu.se",)
    monkeypatch.delenv("CORRIDOR_UCDP_TOKEN")
    assert called("ucdp", shipped) == called("ucdp-candidate", shipped) == ("ucdp.uu.se",)
    assert called("acled", shipped) == ("acleddata.com",)
    assert called("acled", ours)[0].startswith("127.0.0.1:")
    assert shown("https://a:b@c.example:1/x?y#z") == "https://c.example:1/x"


@pytest.mark.parametrize("token", ["a\nb", "a\r\nEvil: x", "schlüssel"])
def test_a_token_with_odd_signs_is_told_and_not_shown(
    get: Get, monkeypatch: pytest.MonkeyPatch, token: str
) -> None:
    monkeypatch.setenv("CORRIDOR_UCDP_TOKEN", token)
    with pytest.raises(FetchError, match="has signs in it that no token has") as told:
        get("ucdp", release="25.1")
    assert token not in str(told.value)


def test_the_keyring_is_asked_where_the_environment_is_silent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []
    ring = ModuleType("keyring")

    def get_password(service: str, user: str) -> str | None:
        asked.append((service, user))
        return "of the ring" if user == "CORRIDOR_UCDP_TOKEN" else None

    ring.get_password = get_password  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", ring)
    _of_keyring.cache_clear()
    assert secret("ucdp_token") == TOKEN
    monkeypatch.delenv("CORRIDOR_UCDP_TOKEN")
    monkeypatch.delenv("CORRIDOR_ACLED_USER")
    assert (secret("ucdp_token"), secret("acled_user")) == ("of the ring", "")
    assert ("corridor-watch", "CORRIDOR_UCDP_TOKEN") in asked
    assert len(asked) == len(set(asked)), "it is asked once a process"
    _of_keyring.cache_clear()
    ring.get_password = None  # type: ignore[attr-defined]
    assert secret("ucdp_token") == "", "one that cannot be opened is none"
    _of_keyring.cache_clear()


def test_no_secret_is_in_a_text_a_file_or_what_is_sent_to_a_worker(
    get: Get, ours: Settings, publisher: Publisher, caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """Of all that happens here: success, every kind of refusal, files, errors and settings."""
    publisher.events["25.1"], publisher.acled = [event(1)], [acled_event(1)]
    publisher.pagesize = 1
    told: list[str] = [repr(ours), str(pickle.dumps(ours))]
    echo = b" ".join(text.encode() for text in (TOKEN, USER, PASSWORD, "access-1", "refresh-1"))

    def attempt(source: str) -> None:
        try:
            told.append(repr(get(source)))
        except FetchError as error:
            told.extend([str(error), repr(error), str(pickle.dumps(error)), repr(error.__cause__)])

    answers = [Answer(echo, status) for status in (200, 302, 400, 401, 403, 404, 418, 429, 500)]
    for answer in [None, *answers, Answer(echo, cut=3)]:
        publisher.always = None if answer is None else lambda *_, answer=answer: answer
        for source in ("ucdp", "acled"):
            attempt(source)
        publisher.always = lambda path, _, answer=answer: (
            answer if path.startswith("/api") else None
        )
        attempt("acled")
    files = [path for path in ours.data_dir.rglob("*") if path.is_file()]
    assert files
    told += [str(path) for path in files]
    told += [path.read_bytes().decode("latin-1") for path in files]
    told += [record.getMessage() for record in caplog.records]
    told += [*capfd.readouterr()]
    told += [path for path, _ in publisher.asked]
    secrets = (TOKEN, USER, PASSWORD, "access-1", "refresh-1", "access-2")
    assert [text for text in told for hidden in secrets if hidden in text] == []
