"""People who sign in through a proxy: who is let in, what each role may do, and for how long."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from corridor import actions, people, settings
from corridor.actions import Person
from corridor.ingest.review.confirm import Choices
from corridor.ingest.review.upload import check
from corridor.store import open_store
from tests.store.conftest import csv_text, killing
from tests.store.test_server import Server, running
from tests.torture.seed import small_data_folder

PROOF = "a secret of the proxy"
WHO, GROUPS = "X-Forwarded-Email", "X-Forwarded-Groups"
PEOPLE = """
[people]
"Vera@example.org" = "viewer"
"ed@example.org" = "editor"
[groups]
desk = "analyst"
"""
MOST_MESSAGE = 64 * 2**20


def as_of(name: str, groups: str = "", proof: str = PROOF) -> list[tuple[str, str]]:
    """Return the headers that the proxy sends for a person."""
    return [(people.PROOF, proof), (WHO, name), (GROUPS, groups)]


def ask(server: Server, path: str, *told: tuple[str, str], method: str = "GET") -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=300)
    connection.putrequest(method, path)
    for name, value in told:
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    return answer.status, answer.read().decode(errors="replace")


class Tab:
    """A page that somebody has open: what it shows, and a hand for its buttons."""

    def __init__(self, socket: ClientConnection, page: str) -> None:
        self.page = page
        self.socket = socket
        self.buttons: dict[str, str] = {}
        self.told = ""
        self.timer = ""
        self.press("")

    def press(self, button: str, timer: str = "") -> None:
        """Press a button by its id, shown or not, or let a timer run; wait until the page rests."""
        asked = BackMsg()
        asked.rerun_script.fragment_id = timer
        asked.rerun_script.page_name = self.page
        asked.rerun_script.context_info.color_scheme = "light"
        if button:
            pressed = asked.rerun_script.widget_states.widgets.add(id=button)
            pressed.trigger_value = True
        self.buttons, self.told = {}, ""
        self.socket.send(asked.SerializeToString())
        while self._hear():
            pass

    def _hear(self) -> bool:
        message = ForwardMsg.FromString(self.socket.recv(300))
        element = message.delta.new_element
        if message.WhichOneof("type") == "auto_rerun":
            self.timer = message.auto_rerun.fragment_id
        if element.WhichOneof("type") == "button":
            self.buttons[element.button.label] = element.button.id
        toast = element.toast.body.replace("\\", "").replace("\u2060", "")
        self.told += f"{element.html.body}{toast}"
        return message.WhichOneof("type") != "script_finished" or bool(message.script_finished)


@contextmanager
def opened(server: Server, page: str, told: list[tuple[str, str]]) -> Iterator[Tab]:
    here = f"127.0.0.1:{server.port}"
    with connect(
        f"ws://{here}/_stcore/stream", additional_headers=told, max_size=MOST_MESSAGE,
        origin=Origin(f"http://{here}"), subprotocols=[Subprotocol("streamlit")], proxy=None,
    ) as socket:  # fmt: skip
        yield Tab(socket, page)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    ours = small_data_folder(tmp_path_factory.mktemp("signed") / "data")
    store = open_store(ours)
    found = check(store, ours, csv_text([killing(1)]).encode(), "one.csv")
    written = actions.upload(store, Person("ed"), found, Choices())
    assert written
    actions.undo(store, Person("ed"), written.commit_id)
    (ours.data_dir / people.FILE).write_text(PEOPLE, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CORRIDOR_SIGN_IN", "proxy")
        patch.setenv("CORRIDOR_PROXY_SECRET", PROOF)
        with running(ours.data_dir, "corridor", "serve", "--port", "{port}") as found_server:
            yield found_server


PATHS = ("/", "/uploads", "/feed.atom", "/media/x.csv", "/app/static/favicon.png",
         "/_stcore/host-config", "/_stcore/upload_file/a/b")  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_nobody_gets_anything_without_a_role(server: Server, path: str) -> None:
    for told in (
        [],
        [(WHO, "ed@example.org")],  # says so himself
        as_of("ed@example.org", proof="guessed"),
        [*as_of("ed@example.org"), (WHO, "vera@example.org")],  # one of the two is a stranger's
        as_of("ed@example.org\t\x07"),
        as_of(" "),
    ):
        assert ask(server, path, *told)[0] in {400, 401}, told
    status, said = ask(server, path, *as_of("zoe@example.org", "guests"))
    assert (status, said.split(".")[0]) == (403, "zoe@example")
    assert "zoe@example.org has no role here" in said


def test_whether_it_is_up_is_no_secret_and_what_it_holds_is(server: Server) -> None:
    assert ask(server, "/healthz") == (200, "up\n")
    assert ask(server, "/readyz") == (200, "up\n")


def test_each_role_gets_its_pages_and_files_are_taken_of_those_who_may_check(
    server: Server,
) -> None:
    for told in (as_of("VERA@example.org"), as_of("a@example.org", "guests, desk")):
        for path in ("/", "/feed.atom", "/app/static/favicon.png"):
            assert ask(server, path, *told)[0] == 200
    status, said = ask(server, PATHS[-1], *as_of("vera@example.org"), method="PUT")
    assert (status, said) == (
        403, "Your role here is viewer: checking a file takes an analyst.\n",
    )  # fmt: skip
    # Of others Streamlit asks for its own mark of the page.
    assert "Your role" not in ask(server, PATHS[-1], *as_of("b@x.org", "desk"), method="PUT")[1]


def test_a_socket_opens_for_those_with_a_role_alone(server: Server) -> None:
    for told, status in (([], 401), (as_of("zoe@example.org"), 403)):
        with pytest.raises(InvalidStatus) as refused, opened(server, "uploads", told):
            pass
        assert refused.value.response.status_code == status


def test_what_a_page_offers_and_takes_is_the_roles(server: Server) -> None:
    version = open_store(settings.load(server.data)).version
    named = server.data / people.FILE
    with (
        opened(server, "uploads", as_of("ed@example.org")) as editor,
        opened(server, "uploads", as_of("vera@example.org")) as viewer,
    ):
        redo, news = editor.buttons["Redo"], editor.timer
        assert news
        assert "Redo" not in viewer.buttons
        assert "Your role here is viewer: checking a file takes an analyst." in viewer.told
        # A viewer sends what the editor’s button sends.
        viewer.press(redo)
        # The editor is made a viewer while the page is open: the button is there, and does nothing.
        named.write_text(PEOPLE.replace('"editor"', '"viewer"'), "utf-8")
        editor.press(redo)
        assert "ed@example.org may not do this (redo) as viewer" in editor.told
        assert "Redo" not in editor.buttons
        # Then a stranger, as a timer of the open page finds; then the list cannot be read.
        for text, timer in (
            (PEOPLE.replace('"ed@example.org" = "editor"', ""), editor.timer),
            ("[people", ""),
        ):
            named.write_text(text, "utf-8")
            editor.press("", timer)
            assert "has no role here" in editor.told
            assert "incident" not in editor.told.split("</style>")[-1]
        assert open_store(settings.load(server.data)).version == version
        # And all that was in the way was the role.
        named.write_text(PEOPLE, "utf-8")
        editor.press("")
        editor.press(editor.buttons["Redo"])
    history = open_store(settings.load(server.data)).history()
    assert (history[0].action, history[0].author) == ("redo", "ed@example.org")
