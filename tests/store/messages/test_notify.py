"""Messages about new versions: signed, the numbers of `diff`, and no receiver holds anybody up."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import threading
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest

from corridor import messages
from corridor.cli import main
from corridor.messages import told
from corridor.settings import Settings
from corridor.store import Store, open_store
from corridor.words import say
from tests.store.conftest import Run, account, imported
from tests.store.messages.receivers import Web, post, web

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105  nobody's
NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
HOSTILE = "list.csv\r\nBcc: x@example.org\r\n<script>\u202e"


@pytest.fixture
def secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CORRIDOR_WEBHOOK_SECRET", SECRET)


@pytest.fixture
def changed(tiny: Settings) -> Store:
    """A store with two versions after the first: two incidents, one of them hidden."""
    store = open_store(tiny)
    day = date(2018, 12, 1)
    mine = [account("T:1", event_date=day), account("UCDP:9000001", source="UCDP",
                                                    event_date=day, fatalities_best=4)]  # fmt: skip
    store.commit(mine[0], imported(file_name=HOSTILE))
    store.commit(mine[1], imported(file_name="list.csv"))
    return store


def to(tiny: Settings, receiver: Web, **more: Any) -> Settings:
    return replace(tiny, webhook_url=receiver.url, message_seconds=1, **more)


def states(record: messages.Record) -> list[tuple[int, str, str, int]]:
    return [(it.version, it.way, it.state, it.tries) for it in record.sendings]


def begun(settings: Settings, store: Store) -> None:
    messages.tell_from(settings, store, 1)


@pytest.mark.usefixtures("secret")
def test_a_webhook_gets_each_version_once_signed_with_the_numbers_of_the_command(
    tiny: Settings, changed: Store, run: Run
) -> None:
    with web() as receiver:
        here = to(tiny, receiver, pages_url="https://watch.example.org/x/")
        begun(here, changed)
        record = messages.notify(here, changed, NOW)
        assert states(record) == [(1, "webhook", "sent", 1), (2, "webhook", "sent", 1)]
        assert states(messages.notify(here, changed, NOW)) == states(record)
    assert len(receiver.got) == 2
    for version, (headers, body) in enumerate(receiver.got, 1):
        key = base64.b64decode(SECRET.removeprefix("whsec_"))
        signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
        mine = base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()
        assert headers["webhook-signature"] == f"v1,{mine}"
        assert headers["webhook-timestamp"] == str(int(NOW.timestamp()))
        told = json.loads(body)
        assert told["type"] == "corridor.version"
        data = told["data"]
        assert data.pop("not_listed") == {"new": 0, "changed": 0, "gone": 0}
        for row in data["new"]:
            link = f"https://watch.example.org/x/incidents?incident={row['incident_id']}"
            assert row.pop("link") == link.replace(":9", "%3A9").replace("T:1", "T%3A1")
        asked = run("diff", version - 1, version, "--json", data=tiny.data_dir).json
        assert data == asked
    assert len({headers["webhook-id"] for headers, _ in receiver.got}) == 2


@pytest.mark.usefixtures("secret")
def test_a_failing_receiver_is_tried_a_few_times_shown_and_overtaken_by_none(
    tiny: Settings, changed: Store
) -> None:
    with web(500) as receiver:
        here = to(tiny, receiver)
        begun(here, changed)
        moment, seen = NOW, []
        for wait in (0, 1, 10, 60):
            moment += timedelta(minutes=wait)
            record = messages.notify(here, changed, moment)
            seen.append(states(record)[0])
            again = messages.notify(here, changed, moment)
            assert len(again.sendings) >= len(record.sendings)
        assert seen == [
            (1, "webhook", "waiting", 1), (1, "webhook", "waiting", 2),
            (1, "webhook", "waiting", 3), (1, "webhook", "failed", 4),
        ]  # fmt: skip
        assert states(record)[1] == (2, "webhook", "waiting", 1)
        said = told.sending(record.troubles[0]).replace("\u00a0", " ")
        assert said == (
            "The webhook about version 1 was not sent: the receiver answered 500; tried 4 times,"
            " not tried again"
        )
        assert "next try from" in told.sending(record.troubles[1])
        receiver.status = 200
        record = messages.notify(here, changed, moment + timedelta(minutes=2))
        assert states(record)[1] == (2, "webhook", "sent", 2)
        ids = [headers["webhook-id"] for headers, _ in receiver.got]
        assert len(ids) == 6
        assert len(set(ids)) == 2  # the same message has the same id, however often it is sent


@pytest.mark.usefixtures("secret")
def test_a_hanging_receiver_holds_up_nobody_who_writes(tiny: Settings, changed: Store) -> None:
    with web(None) as receiver:
        here = to(tiny, receiver)
        begun(here, changed)
        found: list[messages.Record] = []
        waiting = threading.Thread(
            target=lambda: found.append(messages.notify(here, open_store(tiny), NOW))
        )
        waiting.start()
        while not receiver.got and waiting.is_alive():
            waiting.join(0.01)
        changed.commit(account("T:9"), imported())  # while it hangs
        assert changed.version == 3
        waiting.join(120)
    assert states(found[0]) == [(1, "webhook", "waiting", 1)]
    assert (
        found[0]
        .sendings[0]
        .answer.replace("\u00a0", " ")
        .startswith("the receiver did not answer within 1 second")
    )


@pytest.mark.usefixtures("secret")
@pytest.mark.parametrize("status", [301, 307, 404])
def test_what_is_no_success_is_none(tiny: Settings, changed: Store, status: int) -> None:
    with web(status) as receiver:
        here = to(tiny, receiver)
        begun(here, changed)
        record = messages.notify(here, changed, NOW)
        assert record.sendings[0].answer == f"the receiver answered {status}"
        assert len(receiver.got) == 1


def test_without_a_secret_nothing_is_sent(tiny: Settings, changed: Store) -> None:
    with web() as receiver:
        here = to(tiny, receiver)
        begun(here, changed)
        [item] = messages.notify(here, changed, NOW).sendings
        assert (item.state, receiver.got) == ("waiting", [])
        assert "CORRIDOR_WEBHOOK_SECRET" in item.answer


@pytest.mark.parametrize("bad", ["whsec_", "whsec_%%%", "é"])
def test_a_secret_that_cannot_sign_is_told_and_not_shown(
    tiny: Settings, changed: Store, monkeypatch: pytest.MonkeyPatch, bad: str
) -> None:
    monkeypatch.setenv("CORRIDOR_WEBHOOK_SECRET", bad)
    with web() as receiver:
        here = to(tiny, receiver)
        begun(here, changed)
        [item] = messages.notify(here, changed, NOW).sendings
        assert (item.state, receiver.got) == ("waiting", [])
        assert bad not in item.answer or bad == "whsec_"


@pytest.mark.usefixtures("secret")
def test_the_first_round_begins_with_the_next_version(tiny: Settings, changed: Store) -> None:
    with web() as receiver:
        here = to(tiny, receiver)
        assert messages.notify(here, changed, NOW).sendings == ()
        changed.commit(account("T:9"), imported())
        assert states(messages.notify(here, changed, NOW)) == [(3, "webhook", "sent", 1)]


@pytest.mark.usefixtures("secret")
def test_what_is_muted_is_not_sent_then_or_later_and_says_why(
    tiny: Settings, changed: Store
) -> None:
    with web() as receiver:
        here = to(tiny, receiver)
        begun(here, changed)
        with pytest.raises(messages.MessageError, match="Say why"):
            messages.mute(here, NOW.date(), " ", "A")
        messages.mute(here, NOW.date(), "rehearsal", "A")
        record = messages.notify(here, changed, NOW)
        assert states(record) == [(1, "webhook", "muted", 0), (2, "webhook", "muted", 0)]
        assert {item.reason for item in record.sendings} == {"rehearsal"}
        assert "“rehearsal”" in told.muted(record)
        changed.commit(account("T:9"), imported())
        record = messages.notify(here, changed, NOW + timedelta(days=1))
        assert states(record)[2] == (3, "webhook", "sent", 1)
        assert len(receiver.got) == 1
        assert told.muted(messages.unmute(here)) == ""


def test_a_mail_says_the_numbers_of_the_command(tiny: Settings, changed: Store, run: Run) -> None:
    with post() as receiver:
        here = replace(
            tiny, smtp_url=receiver.url, mail_to="a@example.org, b@example.org", message_seconds=5
        )
        begun(here, changed)
        assert states(messages.notify(here, changed, NOW)) == [
            (1, "mail", "sent", 1), (2, "mail", "sent", 1)
        ]  # fmt: skip
    assert receiver.to == ["a@example.org", "b@example.org"] * 2
    for version, raw in enumerate(receiver.mails, 1):
        mail = message_from_bytes(raw, policy=policy.default)
        asked = run("diff", version - 1, version, "--json", data=tiny.data_dir).json
        assert mail["Bcc"] is None
        assert (
            mail["Subject"]
            .replace("\u00a0", " ")
            .startswith(f"Corridor Watch, version {version}: 1 incident new")
        )
        body, page = mail.get_body(("plain",)), mail.get_body(("html",))
        assert body
        assert page
        text = body.get_content().replace("\u00a0", " ").replace("\r", "")
        for name, words in (("incidents", "Incidents"), ("killed", "Killed")):
            old, new = re.findall(rf"^{words}: (\S+) → (\S+)$", text, re.MULTILINE)[0]
            assert [int(old), int(new)] == asked["figures"][name]
        for row in asked["new"]:
            assert f"{row['incident_id']}, 1 Dec 2018" in text
        assert "<script>" not in page.get_content()
        [file] = mail.iter_attachments()
        assert json.loads(file.get_content())["figures"] == asked["figures"]


def test_a_mail_that_nobody_takes_is_told(tiny: Settings, changed: Store) -> None:
    with post(refuses=True) as receiver:
        here = replace(tiny, smtp_url=receiver.url, mail_to="a@example.org", message_seconds=5)
        begun(here, changed)
        [item] = messages.notify(here, changed, NOW).sendings
        assert item.answer == "the mail server takes mail for none of the addresses"
    gone = replace(here, smtp_url=receiver.url)
    [item] = messages.notify(gone, changed, NOW + timedelta(hours=1)).sendings
    assert (item.tries, item.answer) == (2, "the receiver cannot be reached")


def test_nothing_goes_out_unless_it_is_configured(run: Run, tiny: Settings, changed: Store) -> None:
    found = run("notify", data=tiny.data_dir)
    assert (found.code, found.out) == (
        0,
        f"{say('message-nothing-configured')}\n",
    )
    assert not (tiny.data_dir / "messages").exists()


@pytest.mark.usefixtures("secret")
def test_the_command_sends_mutes_and_ends_with_1_where_a_message_did_not_go_out(
    run: Run, tiny: Settings, changed: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tiny.data_dir
    with web(500) as receiver:
        monkeypatch.setenv("CORRIDOR_WEBHOOK_URL", receiver.url)
        found = run("notify", "--from", "2", data=data)
        assert found.code == 1
        assert "could not be sent: the receiver answered 500; tried once" in found.out
        assert SECRET not in found.out + found.err
        assert SECRET not in (data / "messages" / "record.json").read_text("utf-8")
        assert run("notify", "--from", "9", data=data).code == 1
        told = run("notify", "--json", data=data)  # not due yet: no failure of this time
        assert told.code == 0
        assert told.json["configured"] == ["webhook"]
        assert told.json["messages"][0]["state"] == "waiting"
        assert run("notify", "--mute", "2030-01-01", data=data).code == 1
        muted = run("notify", "--mute", "2030-01-01", "--reason", "x\x1b[31m", data=data)
        assert "\x1b" not in muted.out
        assert "Messages are muted until 1 Jan 2030" in muted.out.replace("\u00a0", " ")


def test_a_broken_record_is_told(run: Run, tiny: Settings, changed: Store, tmp_path: Path) -> None:
    path = tiny.data_dir / "messages" / "record.json"
    path.parent.mkdir()
    for text in ("{", "[]", '{"messages": [{}]}', "null"):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(messages.MessageError, match="cannot be read"):
            messages.load(tiny)
    assert main(["--data", str(tiny.data_dir), "notify", "--unmute"]) == 1
