"""Receivers of this machine: a web server that is good, failing or hanging, and one for mail."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Web:
    """What came to a web server, and how it answers: a status, None to say nothing at all."""

    status: int | None = 204
    url: str = ""
    got: list[tuple[Mapping[str, str], bytes]] = field(default_factory=list)
    end: threading.Event = field(default_factory=threading.Event)


@contextmanager
def web(status: int | None = 204) -> Iterator[Web]:
    """Run one on a free port."""
    found = Web(status)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            found.got.append(({name.lower(): text for name, text in self.headers.items()}, body))
            if found.status is None:
                found.end.wait(60)
                return
            self.send_response(found.status)
            if 300 <= found.status < 400:
                self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found.url = f"http://127.0.0.1:{server.server_port}/hook"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield found
    finally:
        found.end.set()
        server.shutdown()
        server.server_close()


@dataclass
class Post:
    """What came to a mail server: to whom, and the mails as they stand."""

    url: str = ""
    to: list[str] = field(default_factory=list)
    mails: list[bytes] = field(default_factory=list)


@contextmanager
def post(*, refuses: bool = False) -> Iterator[Post]:
    """Run one on a free port; it takes mail for anybody, or for nobody."""
    found = Post()

    class Handler(socketserver.StreamRequestHandler):
        def say(self, line: str) -> None:
            self.wfile.write(f"{line}\r\n".encode())

        def handle(self) -> None:
            self.say("220 here")
            while line := self.rfile.readline():
                word = line[:4].upper().strip()
                if word == b"RCPT":
                    found.to.append(line.decode().partition("<")[2].partition(">")[0])
                    self.say("550 nobody" if refuses else "250 ok")
                elif word == b"DATA":
                    self.say("354 go on")
                    found.mails.append(b"".join(iter(self.rfile.readline, b".\r\n")))
                    self.say("250 taken")
                elif word == b"QUIT":
                    self.say("221 bye")
                    return
                else:
                    self.say("250 ok")

    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    found.url = f"smtp://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
