"""Python imports this first in every process of a tested server: calls that leave are noted.

A call is refused as well, so that the test goes on as on a machine without a network.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_LOG = os.environ.get("CORRIDOR_TEST_CALLS", "")
_INSIDE = ("127.", "::1", "localhost", "0.0.0.0", "::ffff:127.")  # noqa: S104  compared only
# Event of Python's audit -> where its arguments hold the address.
_EVENTS = {"socket.connect": 1, "socket.sendto": 1, "socket.getaddrinfo": 0,
           "socket.gethostbyname": 0, "socket.gethostbyaddr": 0}  # fmt: skip


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event not in _EVENTS:
        return
    asked = arguments[_EVENTS[event]]
    host = asked[0] if isinstance(asked, tuple) else asked  # a text is the path of a local socket
    is_local = event == "socket.connect" and not isinstance(asked, tuple)
    name = host.decode(errors="replace") if isinstance(host, bytes) else str(host or "localhost")
    if is_local or name.startswith(_INSIDE):
        return
    with Path(_LOG).open("a", encoding="utf-8") as log:
        log.write(f"{event} {asked!r}\n")
    raise ConnectionRefusedError(f"a test lets nothing out: {asked!r}")


if _LOG:
    sys.addaudithook(_note)
